import type { Locale } from "../../checks/message.ts";
import { pathAt } from "../../syntax/path.ts";
import type { Node, Span } from "../../syntax/tree.ts";
import type { Spot } from "../spot.ts";
import { clauseCard } from "./clause.ts";
import { dueCard } from "./customers.ts";

/** What a line without a name that leads anywhere means; absolute offsets. */
export interface LineCard extends Span {
  /** Markdown. */
  readonly lines: readonly string[];
}

/** The row of a table, or the name and the papers of a date that matters, at the spot. */
export function lineCard(spot: Spot, locale: Locale): LineCard | undefined {
  for (const node of pathAt(spot.item, spot.at).toReversed()) {
    const lines = node.kind === "table row" ? rowLines(spot, node, locale) : dueLines(spot, node, locale);
    if (lines) return { lines, start: spot.base + node.start, end: spot.base + node.end };
  }
  return undefined;
}

function rowLines({ snapshot, item }: Spot, node: Node, locale: Locale): readonly string[] | undefined {
  const row = [...snapshot.model.clauses.values()].find(
    ({ whole }) => whole.item === item && whole.span.start === node.start && whole.span.end === node.end,
  );
  return row && clauseCard(snapshot, row, locale);
}

/** On the word `due` itself its own help is shown. */
function dueLines({ snapshot, item, at }: Spot, node: Node, locale: Locale): readonly string[] | undefined {
  if (node.kind !== "due" || at <= node.start + "due".length) return undefined;
  for (const customer of snapshot.model.customers.values()) {
    const due = customer.dues.find(({ place }) => place.item === item && place.span === node);
    if (due) return dueCard(snapshot, customer, due, locale);
  }
  return undefined;
}

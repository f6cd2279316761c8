import { titledName } from "../../core/features/telling.ts";
import { responsibilityRow, turnRow, turnsUntilRow } from "../../core/features/whoWords.ts";
import { formatDate } from "../../core/time/date.ts";
import type { Snapshot } from "../../core/workspace/snapshot.ts";
import { paint } from "../colour.ts";
import { placeText, shownPlace } from "../places.ts";
import { type Showing, type TableRow, tableLines } from "./decisionPretty.ts";
import type { WhoFound } from "./whoReport.ts";

const words = {
  nothing: { en: "Nothing is agreed on for them.", ja: "取り決められていることはありません。" },
} as const;

/** What somebody has to do with, for a person: by role, with dates and the places where it is written. */
export function prettyWho(
  snapshot: Snapshot,
  { subject, on, responsibilities, turns, turnsUntil }: WhoFound,
  showing: Omit<Showing, "whole">,
): string {
  const { terminal, locale } = showing;
  const { model } = snapshot;
  const title = titledName({ model, locale }, subject.name) + (on === undefined ? "" : ` · ${formatDate(on)}`);
  const rows: readonly TableRow[] = [
    ...turns.map((turn) => turnRow(model, subject, turn, locale)),
    ...(turnsUntil === undefined ? [] : [turnsUntilRow(turns, turnsUntil, locale)]),
    ...responsibilities.map((each) => {
      const place = shownPlace(snapshot, each.place);
      return { ...responsibilityRow(model, subject, each, locale), ...(place ? { place: placeText(place) } : {}) };
    }),
  ];
  const lines = rows.length === 0 ? [`  ${words.nothing[locale]}`] : tableLines(rows, showing, "  ");
  return `${[paint(terminal, "bold", title), "", ...lines].join("\n")}\n`;
}

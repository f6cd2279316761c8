import { lex } from "../../../../grammar/lexer.ts";
import { words } from "../../../../grammar/tokens.ts";
import type { Locale } from "../../checks/message.ts";
import type { Model, Space } from "../../model/model.ts";
import type { Span } from "../../syntax/tree.ts";
import type { Instant } from "../../time/spec.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { say, type Wording, wording } from "../say.ts";
import { referenceAt, type Spot, spotAt } from "../spot.ts";
import { namesIn, spaceOf } from "../symbolNames.ts";
import { calendarCard } from "./calendar.ts";
import { agreementCard, clauseCard, exceptionCard } from "./clause.ts";
import { customerCard, handoverCard, recordCard } from "./customers.ts";
import { lineCard } from "./lines.ts";
import { card, channelCard, personCard, requestCard, teamCard, typeInWords } from "./names.ts";
import { guaranteeCard, obligationCard, proofCard } from "./promises.ts";
import { stepCard } from "./steps.ts";

/** What to show about a stretch of the file: markdown, and absolute offsets of what it is about. */
export interface Hover extends Span {
  readonly markdown: string;
}

/** Who looks, and when: calendars are shown for the week of `now`. */
export interface Viewer {
  readonly now: Instant;
  readonly locale: Locale;
}

const texts = {
  field: wording("field of {request}", "{request} の項目"),
  attribute: wording("attribute of the customer", "顧客の属性"),
  value: wording("a value of {field}", "{field} の値"),
};

/** What the name or word at the offset means; undefined where there is nothing to say. */
export function hoverAt(snapshot: Snapshot, path: string, offset: number, viewer: Viewer): Hover | undefined {
  const spot = spotAt(snapshot, path, offset);
  if (!spot) return undefined;
  const line = lineCard(spot, viewer.locale);
  const found = nameHover(spot, viewer) ?? (line ? undefined : wordHover(spot, viewer.locale));
  if (!line) return found;
  const { start, end, lines } = line;
  const markdown = [...(found ? [found.markdown, "", "---", ""] : []), ...lines].join("\n").trimEnd();
  return { markdown, start: found?.start ?? start, end: found?.end ?? end };
}

function nameHover(spot: Spot, viewer: Viewer): Hover | undefined {
  const reference = referenceAt(spot);
  if (reference?.symbol === undefined) return undefined;
  const lines = symbolCard(spot.snapshot, reference.symbol, viewer);
  if (lines.length === 0) return undefined;
  const { start, end } = reference.place.span;
  return { markdown: lines.join("\n").trimEnd(), start: spot.base + start, end: spot.base + end };
}

/** What there is to say about a symbol such as `team:Support`: markdown lines; none for one that is not declared. */
export function symbolCard(snapshot: Snapshot, symbol: string, viewer: Viewer): readonly string[] {
  const about = aboutOf(snapshot.model, symbol);
  const [headline, ...rest] = factsOf(snapshot, symbol, viewer);
  if (headline === undefined) return [];
  const title = about?.title === undefined ? [] : ["", `*${about.title}*`];
  const doc = about?.doc === undefined ? [] : ["", about.doc];
  return [headline, ...title, ...doc, ...rest];
}

function aboutOf(
  model: Model,
  symbol: string,
): { readonly title?: string | undefined; readonly doc?: string | undefined } | undefined {
  const [name = "", inner = ""] = namesIn(symbol);
  switch (spaceOf(symbol)) {
    case "calendar":
      return model.calendars.get(name);
    case "channel":
      return model.channels.get(name);
    case "team":
      return model.teams.get(name);
    case "attribute":
      return model.attributes.get(name);
    case "request":
      return model.kinds.get(name);
    case "field":
      return model.kinds.get(name)?.fields.find((field) => field.name === inner);
    case "agreement":
      return model.agreements.get(name);
    case "clause":
      return model.clauses.get(idOf(symbol));
    case "exception":
      return model.exceptions.get(name);
    case "customer":
      return model.customers.get(name);
    default:
      return undefined;
  }
}

type Facts = (snapshot: Snapshot, symbol: string, viewer: Viewer) => readonly string[];

function factsOf(snapshot: Snapshot, symbol: string, viewer: Viewer): readonly string[] {
  const { model } = snapshot;
  const { locale } = viewer;
  const [name = ""] = namesIn(symbol);
  switch (spaceOf(symbol)) {
    case "calendar":
      return given(model.calendars.get(name), (found) => calendarCard(snapshot, found, viewer.now, locale));
    case "team":
      return given(model.teams.get(name), (found) => teamCard(found, locale));
    case "request":
      return given(model.kinds.get(name), (found) => requestCard(model, found, locale));
    case "agreement":
      return given(model.agreements.get(name), (found) => agreementCard(found, locale));
    case "clause":
      return model.clauses.has(idOf(symbol))
        ? given(model.clauses.get(idOf(symbol)), (found) => clauseCard(snapshot, found, locale))
        : promiseCard(snapshot, idOf(symbol), locale);
    case "exception":
      return given(model.exceptions.get(name), (found) => exceptionCard(snapshot, found, locale));
    case "customer":
      return given(model.customers.get(name), (found) => customerCard(snapshot, found, locale));
    case "handover":
      return given(model.handovers.get(name), (found) => handoverCard(snapshot, found, locale));
    default:
      return smallFacts(snapshot, symbol, viewer);
  }
}

const smallFacts: Facts = (snapshot, symbol, { locale }) => {
  const { model } = snapshot;
  const names = namesIn(symbol);
  const [name = "", inner = ""] = names;
  const last = names.at(-1) ?? "";
  switch (spaceOf(symbol)) {
    case "channel":
      return channelCard(model, name, locale);
    case "step":
      return stepCard(model, symbol, locale);
    case "record":
      return recordCard(model, name, inner, locale);
    case "proof":
      return given(model.proofs.get(name), (found) => proofCard(found, locale));
    case "person":
      return personCard(model, name, locale);
    case "attribute":
      return given(model.attributes.get(name), ({ type }) =>
        card(name, say(texts.attribute, locale, {}), [typeInWords(type)]),
      );
    case "field": {
      const field = model.kinds.get(name)?.fields.find((each) => each.name === inner);
      return given(field, ({ type }) => card(inner, say(texts.field, locale, { request: name }), [typeInWords(type)]));
    }
    case "value":
      return card(last, say(texts.value, locale, { field: names.slice(0, -1).join(".") }), valuesBeside(model, names));
    default:
      return [];
  }
};

/** All values of the field (`incident`, `severity`, `urgent`) or attribute (`tier`, `gold`) that a value is one of. */
function valuesBeside(model: Model, [name = "", inner = "", value]: readonly string[]): readonly string[] {
  const type =
    value === undefined
      ? model.attributes.get(name)?.type
      : model.kinds.get(name)?.fields.find((field) => field.name === inner)?.type;
  return type ? [typeInWords(type)] : [];
}

/** A guarantee or a duty, which have names among the clauses of their agreement. */
function promiseCard(snapshot: Snapshot, id: string, locale: Locale): readonly string[] {
  for (const agreement of snapshot.model.agreements.values()) {
    const guarantee = agreement.guarantees.find((each) => each.id === id);
    if (guarantee) return guaranteeCard(snapshot.model, guarantee, locale);
    const obligation = agreement.obligations.find((each) => each.id === id);
    if (obligation) return obligationCard(snapshot, agreement, obligation, locale);
  }
  return [];
}

function given<T>(found: T | undefined, lines: (found: T) => readonly string[]): readonly string[] {
  return found === undefined ? [] : lines(found);
}

function idOf(symbol: string): string {
  return symbol.slice(("clause" satisfies Space).length + 1);
}

function wordHover({ item, at, base }: Spot, locale: Locale): Hover | undefined {
  const token = lex(item.text).tokens.find(({ startOffset, endOffset }) => startOffset <= at && at <= endOffset);
  const written = token && item.text.slice(token.startOffset, token.endOffset + 1);
  if (!token || written === undefined) return undefined;
  const help = /[0-9][^\S\n]+(?:[a-z]+[^\S\n]+)?$/.test(item.text.slice(0, token.startOffset))
    ? unitHelp[written]
    : words.find(({ word }) => word === written)?.help;
  if (!help) return undefined;
  const markdown = `**${written}** — ${help[locale]}`;
  return { markdown, start: base + token.startOffset, end: base + token.endOffset + 1 };
}

/** What the clocks of a duration are; elsewhere the same words mean something else. */
const unitHelp: Readonly<Record<string, Wording<string>>> = {
  business: wording("Counted while the calendar is open.", "カレンダーが開いている間だけ数える。"),
  clock: wording("Counted day and night.", "昼夜を問わず数える。"),
  calendar: wording("Counted by dates, closed days included.", "休みの日も含め、日付で数える。"),
};

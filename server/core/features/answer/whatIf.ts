import { inBrackets, inParts, type Locale } from "../../checks/message.ts";
import { always, type Supposition } from "../../questions/whatIf.ts";
import { say, wording } from "../say.ts";
import { datesInWords } from "../words.ts";
import type { Answer } from "./answer.ts";
import type { AnswerRow } from "./row.ts";

const texts = {
  alwaysAway: wording("{person} is away", "{person} が不在"),
  away: wording("{person} is away {days}", "{person} が {days} 不在"),
  without: wording("without {person}", "{person} がいない"),
  channelDown: wording("{channel} is down", "{channel} が使えない"),
};

/** What is supposed, in words. */
export function suppositionInWords(supposition: Supposition, locale: Locale): string {
  switch (supposition.kind) {
    case "away": {
      const { person, days } = supposition;
      if (days.first === always.first) return say(texts.alwaysAway, locale, { person });
      return say(texts.away, locale, { person, days: datesInWords(days, locale) });
    }
    case "without":
      return say(texts.without, locale, { person: supposition.person });
    case "channel down":
      return say(texts.channelDown, locale, { channel: supposition.channel });
    default:
      return supposition satisfies never;
  }
}

/** One part of an answer as it is and as it would be; empty where there is none. */
export interface DifferingRow {
  readonly label: string;
  readonly now: string;
  readonly whatIf: string;
}

/** The rows in which two answers differ, in the order in which answers have them; a detail is told where nothing else differs. */
export function differingRows(now: Answer, whatIf: Answer, locale: Locale): readonly DifferingRow[] {
  const [ours, theirs] = [byLabel(now.rows), byLabel(whatIf.rows)];
  // An answer that depends on a field has the lines of neither value, which is not that nobody does it.
  const [isOpen, isOpenThen] = [now.needs !== undefined, whatIf.needs !== undefined];
  const all = new Set([...ours.keys(), ...theirs.keys()]);
  const labels = isOpen === isOpenThen ? all : [...all].filter((label) => ours.has(label) && theirs.has(label));
  return [
    ...[...labels].flatMap((label) => differing(label, ours.get(label) ?? [], theirs.get(label) ?? [], locale)),
    ...differingNeeds(now, whatIf),
  ];
}

function byLabel(rows: readonly AnswerRow[]): ReadonlyMap<string, readonly AnswerRow[]> {
  const grouped = new Map<string, AnswerRow[]>();
  let label = "";
  for (const row of rows) {
    // "then" goes on with what stands above it.
    label = continuations.has(row.label) ? label : row.label;
    const known = grouped.get(label);
    if (known) known.push(row);
    else grouped.set(label, [row]);
  }
  return grouped;
}

const continuations: ReadonlySet<string> = new Set(["then", "その後"]);

function differing(
  label: string,
  now: readonly AnswerRow[],
  whatIf: readonly AnswerRow[],
  locale: Locale,
): readonly DifferingRow[] {
  const values = { label, now: valuesOf(now, locale), whatIf: valuesOf(whatIf, locale) };
  if (values.now !== values.whatIf) return [values];
  const whole = { label, now: wholeOf(now, locale), whatIf: wholeOf(whatIf, locale) };
  return whole.now === whole.whatIf ? [] : [whole];
}

function valuesOf(rows: readonly AnswerRow[], locale: Locale): string {
  return inParts(
    rows.map(({ value }) => value),
    locale,
  );
}

function wholeOf(rows: readonly AnswerRow[], locale: Locale): string {
  return inParts(
    rows.map(({ value, detail }) => (detail === undefined ? value : inBrackets(value, detail, locale))),
    locale,
  );
}

/** Where one of the answers depends on a missing field: what both would be for each value. */
function differingNeeds(now: Answer, whatIf: Answer): readonly DifferingRow[] {
  const values = (one: Answer) => (one.needs?.answers ?? []).map(({ value, words }) => ({ value, words }));
  const isSameField = now.needs?.field === whatIf.needs?.field;
  const known = new Set(isSameField ? values(now).map(({ value }) => value) : []);
  const rows = (field: string | undefined, asked: ReturnType<typeof values>) =>
    asked.map(({ value, words }) => ({
      label: `${field ?? ""} ${words}`,
      now: headlineFor(now, field, value),
      whatIf: headlineFor(whatIf, field, value),
    }));
  const all = [
    ...rows(now.needs?.field, values(now)),
    ...rows(
      whatIf.needs?.field,
      values(whatIf).filter(({ value }) => !known.has(value)),
    ),
  ];
  return all.filter((row) => row.now !== row.whatIf);
}

/** The answer for a value of a field; that of any value where it does not depend on it, and none where it depends on other values. */
function headlineFor({ headline, needs }: Answer, field: string | undefined, value: string): string {
  if (needs?.field !== field) return headline;
  return needs?.answers.find((each) => each.value === value)?.answer.headline ?? "";
}

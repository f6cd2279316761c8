import type { Locale } from "../checks/message.ts";
import { always, type Supposition } from "../questions/whatIf.ts";
import type { Answer } from "./answer.ts";
import type { AnswerRow } from "./answerRow.ts";
import { say, wording } from "./say.ts";
import { datesInWords } from "./words.ts";

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
export function differingRows(now: Answer, whatIf: Answer): readonly DifferingRow[] {
  const [ours, theirs] = [byLabel(now.rows), byLabel(whatIf.rows)];
  const labels = new Set([...ours.keys(), ...theirs.keys()]);
  return [
    ...[...labels].flatMap((label) => differing(label, ours.get(label) ?? [], theirs.get(label) ?? [])),
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

function differing(label: string, now: readonly AnswerRow[], whatIf: readonly AnswerRow[]): readonly DifferingRow[] {
  const values = { label, now: textOf(now, shownValue), whatIf: textOf(whatIf, shownValue) };
  if (values.now !== values.whatIf) return [values];
  const whole = { label, now: textOf(now, shownWhole), whatIf: textOf(whatIf, shownWhole) };
  return whole.now === whole.whatIf ? [] : [whole];
}

function textOf(rows: readonly AnswerRow[], part: (row: AnswerRow) => string): string {
  return rows.map(part).join("; ");
}

function shownValue({ value }: AnswerRow): string {
  return value;
}

function shownWhole({ value, detail }: AnswerRow): string {
  return detail === undefined ? value : `${value} (${detail})`;
}

/** Where the answer depends on a missing field: what it would be for each value. */
function differingNeeds({ needs }: Answer, whatIf: Answer): readonly DifferingRow[] {
  const others = new Map(whatIf.needs?.answers.map(({ value, answer }) => [value, answer.headline]));
  return (needs?.answers ?? []).flatMap(({ value, words, answer }) => {
    const other = others.get(value) ?? whatIf.headline;
    return other === answer.headline
      ? []
      : [{ label: `${needs?.field ?? ""} ${words}`, now: answer.headline, whatIf: other }];
  });
}

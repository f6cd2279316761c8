import { inParts, type Locale, labelled } from "../../core/checks/message.ts";
import { type Answer, answerOf } from "../../core/features/answer/answer.ts";
import { changesInWords } from "../../core/features/answer/changes.ts";
import { type DifferingRow, differingRows, suppositionInWords } from "../../core/features/answer/whatIf.ts";
import { datedMomentText, tellingOf } from "../../core/features/telling.ts";
import { displayWidth, padTo } from "../../core/format/width.ts";
import type { Snapshot } from "../../core/workspace/snapshot.ts";
import { paint } from "../colour.ts";
import type { Compared, Comparison } from "../whatIf.ts";
import { wrapped } from "../wrapped.ts";
import { changeLines, questionText, type Showing, whyLines } from "./decisionPretty.ts";

const words = {
  supposing: { en: "What if: ", ja: "仮定：" },
  now: { en: "now", ja: "現在" },
  whatIf: { en: "what if", ja: "仮定" },
  at: {
    en: (time: string, answer: string) => `${time}: ${answer}`,
    ja: (time: string, answer: string) => `${time} の場合、${answer}`,
  },
  same: { en: "No difference.", ja: "違いはありません。" },
} as const;

/** Decisions side by side, as they are and as they would be: the sentence of each, then the parts that differ, in two columns. */
export function prettyComparison(
  snapshot: Snapshot,
  { suppositions, supposed, compared }: Comparison,
  showing: Showing,
): string {
  const { terminal, locale } = showing;
  const supposing = suppositions.map((each) => suppositionInWords(each, locale));
  const head =
    supposing.length === 0
      ? []
      : [...wrapped(words.supposing[locale] + inParts(supposing, locale), terminal.columns), ""];
  const differences = compared.map((each) => differenceLines(snapshot, supposed, each, showing));
  const changed = differences.filter(({ isDifferent }) => isDifferent).length;
  const lines = [
    ...head.map((line) => paint(terminal, "bold", line)),
    ...differences.flatMap(({ lines: own }) => [...own, ""]),
    ...(compared.length > 1 ? [summaryText(changed, compared, locale)] : []),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}

interface Difference {
  readonly lines: readonly string[];
  readonly isDifferent: boolean;
}

function differenceLines(
  snapshot: Snapshot,
  supposed: Comparison["supposed"],
  { now, whatIf }: Compared,
  showing: Showing,
): Difference {
  const { terminal, locale } = showing;
  const [ours, theirs] = [answerOf(snapshot, now, locale), answerOf(supposed, whatIf, locale)];
  const rows = differingRows(ours, theirs, locale);
  const isDifferent = ours.headline !== theirs.headline || rows.length > 0;
  const question = wrapped(questionText(snapshot, now, locale), terminal.columns).map((line) =>
    paint(terminal, "dim", line),
  );
  const isLater = now.request.at !== whatIf.request.at;
  const why = showing.whole ? theirWhyLines(snapshot, theirs, showing) : [];
  const theirHeadline = isLater
    ? words.at[locale](atText(snapshot, { now, whatIf }, locale), theirs.headline)
    : theirs.headline;
  const changes = showing.whole ? changeLines(changesInWords(supposed, whatIf, locale), showing) : [];
  if (!isDifferent)
    return { lines: [...question, theirHeadline, `  ${words.same[locale]}`, ...why, ...changes], isDifferent };
  return {
    lines: [
      ...question,
      "",
      ...columnLines([{ label: "", now: ours.headline, whatIf: theirHeadline }, ...rows], showing),
      ...why,
      ...changes,
    ],
    isDifferent,
  };
}

/** Why the supposed answer is what it is, for each value of a field that is missing. */
function theirWhyLines(snapshot: Snapshot, { why, needs }: Answer, showing: Showing): readonly string[] {
  const { terminal, locale } = showing;
  const own = whyLines(snapshot, why, showing, "  ");
  const head = own.length === 0 ? [] : ["", paint(terminal, "underline", `  ${words.whatIf[locale]}`), ...own];
  const others = (needs?.answers ?? []).flatMap(({ words: value, answer }) => [
    "",
    paint(terminal, "underline", `  ${labelled(words.whatIf[locale], `${needs?.field ?? ""} ${value}`, locale)}`),
    ...whyLines(snapshot, answer.why, showing, "  "),
  ]);
  return [...head, ...others];
}

function atText(snapshot: Snapshot, { now, whatIf }: Compared, locale: Locale): string {
  return datedMomentText(tellingOf(snapshot, now, locale), whatIf.request.at);
}

/** Label, now, what if; each of the two takes half of what the labels leave. */
function columnLines(rows: readonly DifferingRow[], { terminal, locale }: Showing): readonly string[] {
  const labels = Math.max(...rows.map(({ label }) => displayWidth(label))) + gap;
  const half = Math.max(narrowest, Math.floor((Math.min(terminal.columns, widest) - indent - labels - gap) / 2));
  const head = { label: "", now: words.now[locale], whatIf: words.whatIf[locale] };
  return [head, ...rows].flatMap((row, index) => {
    const [left, right] = [wrapped(row.now || "–", half), wrapped(row.whatIf || "–", half)];
    const height = Math.max(left.length, right.length);
    const shown = Array.from({ length: height }, (_, line) => {
      const label = padTo(line === 0 ? row.label : "", labels);
      const text = " ".repeat(indent) + label + padTo(left[line] ?? "", half + gap) + (right[line] ?? "");
      return index === 0 ? paint(terminal, "dim", text.trimEnd()) : text.trimEnd();
    });
    return index <= 1 ? [...shown, ""].slice(0, index === 0 || rows.length === 1 ? height : height + 1) : shown;
  });
}

const indent = 2;
const gap = 2;
const narrowest = 30;
const widest = 160;

function summaryText(changed: number, compared: readonly Compared[], locale: Locale): string {
  const open = compared.filter(({ now, whatIf }) => isNobodys(whatIf) && !isNobodys(now)).length;
  return locale === "ja"
    ? `${compared.length} 件のうち ${changed} 件の答えが変わり、新たに ${open} 件は対応する人がいなくなります。`
    : `${changed} of ${compared.length} requests would be answered otherwise; ${open} more would reach nobody.`;
}

function isNobodys({ outcome, timeline }: Compared["now"]): boolean {
  return outcome === "unhandled" || outcome === "unstaffed" || timeline?.unstaffedAt !== undefined;
}

import { inBrackets, type Locale } from "../../core/checks/message.ts";
import type { Decision } from "../../core/engine/decision.ts";
import { type Answer, answerOf } from "../../core/features/answer/answer.ts";
import { type AnswerChange, changesInWords } from "../../core/features/answer/changes.ts";
import type { AnswerRow } from "../../core/features/answer/row.ts";
import { type AnswerReason, decidingReasons, reasonMarks } from "../../core/features/answer/why.ts";
import { fieldValueInWords } from "../../core/features/fieldValue.ts";
import { datedMomentText, tellingOf } from "../../core/features/telling.ts";
import { displayWidth, padTo } from "../../core/format/width.ts";
import type { Snapshot } from "../../core/workspace/snapshot.ts";
import { paint, type Style } from "../colour.ts";
import { placeText, shownPlace } from "../places.ts";
import type { Terminal } from "../terminal.ts";
import { wrapped } from "../wrapped.ts";

/** How decisions are shown: `whole` gives every clause that was considered, not only those that decided. */
export interface Showing {
  readonly terminal: Pick<Terminal, "colours" | "columns">;
  readonly locale: Locale;
  readonly whole: boolean;
}

/** Decisions for a person: what was asked, the answer in a sentence, then the details, what to say, and why. */
export function prettyDecisions(snapshot: Snapshot, decisions: readonly Decision[], showing: Showing): string {
  return decisions.map((decision) => prettyDecision(snapshot, decision, showing)).join("\n");
}

function prettyDecision(snapshot: Snapshot, decision: Decision, showing: Showing): string {
  const { terminal, locale } = showing;
  const answer = answerOf(snapshot, decision, locale);
  const question = wrapped(questionText(snapshot, decision, locale), terminal.columns);
  const lines = [
    ...question.map((line) => paint(terminal, "dim", line)),
    ...answerLines(snapshot, answer, showing, ""),
    ...(showing.whole ? changeLines(changesInWords(snapshot, decision, locale), showing) : []),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

const words = {
  say: { en: "Say", ja: "伝え方" },
  why: { en: "Why", ja: "判断の根拠" },
  changes: { en: "What would change it", ja: "答えが変わる条件" },
} as const;

/** What was asked, on one line: kind, fields, how, by whom, when. */
export function questionText(snapshot: Snapshot, decision: Decision, locale: Locale): string {
  const { request, zone } = decision;
  const given = [
    request.channel,
    request.customer,
    request.asker,
    request.to === undefined ? undefined : `→ ${request.to}`,
  ];
  return [
    request.kind,
    ...Object.entries(request.fields).map(
      ([name, value]) => `${name} ${fieldValueInWords(snapshot.model, request.kind, name, value)}`,
    ),
    ...given.filter((each) => each !== undefined),
    inBrackets(datedMomentText(tellingOf(snapshot, decision, locale), request.at), zone, locale),
  ].join(" · ");
}

function answerLines(snapshot: Snapshot, answer: Answer, showing: Showing, indent: string): readonly string[] {
  const { terminal, locale } = showing;
  const inner = `${indent}  `;
  const headline = wrapped(answer.headline, terminal.columns - indent.length);
  const say: readonly AnswerRow[] = answer.say === undefined ? [] : [{ label: words.say[locale], value: answer.say }];
  return [
    ...headline.map((line) => indent + paint(terminal, "bold", line)),
    ...spaced(tableLines([...answer.rows, ...say], showing, inner)),
    ...spaced(whyLines(snapshot, answer.why, showing, inner)),
    ...needsLines(snapshot, answer, showing, inner),
  ];
}

function spaced(lines: readonly string[]): readonly string[] {
  return lines.length > 0 ? ["", ...lines] : [];
}

/** The answer for each value of the field that is missing, one below the other. */
function needsLines(snapshot: Snapshot, { needs }: Answer, showing: Showing, indent: string): readonly string[] {
  return (needs?.answers ?? []).flatMap(({ words, answer }) => [
    "",
    indent + paint(showing.terminal, "underline", `${needs?.field ?? ""} ${words}`),
    ...answerLines(snapshot, answer, showing, indent),
  ]);
}

// rows ----------------------------------------------------------------------------------------------------------------

const toneStyles: Readonly<Record<NonNullable<AnswerRow["tone"]>, Style>> = {
  good: "green",
  warn: "yellow",
  bad: "red",
};
const widestValue = 34;
const gap = 2;

/** A row of a table, perhaps with the place where it is written. */
export interface TableRow extends AnswerRow {
  readonly place?: string;
}

/** Three columns: label, value, detail; a value that is too wide has its detail below it, and in a narrow terminal all have, further in. A place is never broken, so that it can be followed. */
export function tableLines(
  rows: readonly TableRow[],
  showing: Omit<Showing, "whole">,
  indent: string,
): readonly string[] {
  const label = Math.max(...rows.map((row) => displayWidth(row.label)), 0) + gap;
  const value =
    Math.max(...rows.map((row) => displayWidth(row.value)).filter((width) => width <= widestValue), 0) + gap;
  return rows.flatMap((row, index) => {
    const isRepeated = rows[index - 1]?.label === row.label;
    return rowLines(row, isRepeated ? "" : row.label, { label, value }, showing, indent);
  });
}

function rowLines(
  { value, detail, tone, place }: TableRow,
  label: string,
  columns: { readonly label: number; readonly value: number },
  { terminal }: Omit<Showing, "whole">,
  indent: string,
): readonly string[] {
  const left = indent.length + columns.label;
  const styled = (text: string) => (tone ? paint(terminal, toneStyles[tone], text) : text);
  const quiet = (text: string) => paint(terminal, "dim", text);
  const room = terminal.columns - left - columns.value;
  const isNarrow = room < 30;
  const sideBySide = (detail ?? place) !== undefined && displayWidth(value) < columns.value && !isNarrow;
  const further = " ".repeat(isNarrow ? gap : 0);
  const under = " ".repeat(columns.label);
  const values = wrapped(value, terminal.columns - left);
  const width = sideBySide ? room : terminal.columns - left - further.length;
  const details = withPlace(detail === undefined ? [] : wrapped(detail, width), place, width);
  const [first = "", ...rest] = sideBySide
    ? details.map(
        (line, index) => (index === 0 ? styled(padTo(value, columns.value)) : " ".repeat(columns.value)) + quiet(line),
      )
    : [...values.map(styled), ...details.map((line) => further + quiet(line))];
  return [indent + padTo(label, columns.label) + first, ...rest.map((line) => indent + under + line)];
}

/** The place after the last line where it fits there, else on a line of its own. */
function withPlace(lines: readonly string[], place: string | undefined, width: number): readonly string[] {
  if (place === undefined) return lines;
  const last = lines.at(-1);
  const together = `${last}  ${place}`;
  return last !== undefined && displayWidth(together) <= width ? [...lines.slice(0, -1), together] : [...lines, place];
}

// why -----------------------------------------------------------------------------------------------------------------

/** Why an answer is what it is: the clauses that decided, or all that were considered, with the places where they are written. */
export function whyLines(
  snapshot: Snapshot,
  why: readonly AnswerReason[],
  { terminal, locale, whole }: Showing,
  indent: string,
): readonly string[] {
  const shown = whole ? why : decidingReasons(why);
  if (shown.length === 0) return [];
  return [
    indent + paint(terminal, "dim", words.why[locale]),
    ...shown.flatMap((reason) => reasonLines(snapshot, reason, terminal, `${indent}  `)),
  ];
}

/** What became of a clause, with the place where it is written, and why. */
export function reasonLines(
  snapshot: Snapshot,
  { text, reason, place: written, outcome }: AnswerReason,
  terminal: Pick<Terminal, "colours" | "columns">,
  indent: string,
): readonly string[] {
  const where = shownPlace(snapshot, written);
  const width = terminal.columns - indent.length - 2;
  const place = where && placeText(where);
  const [first = "", ...more] = withPlace(wrapped(text, width), place, width);
  const details = reason === undefined ? [] : wrapped(reason, width).map((line) => paint(terminal, "dim", line));
  const painted = (line: string) =>
    place !== undefined && line.endsWith(place)
      ? line.slice(0, -place.length) + paint(terminal, "underline", place)
      : line;
  return [
    `${indent}${reasonMarks[outcome]} ${painted(first)}`,
    ...[...more.map(painted), ...details].map((line) => `${indent}  ${line}`),
  ];
}

/** The smallest changes of the request that give another answer, each with that answer. */
export function changeLines(changes: readonly AnswerChange[], { terminal, locale }: Showing): readonly string[] {
  if (changes.length === 0) return [];
  const lines = changes.flatMap(({ change, answer }) => [
    ...wrapped(change, terminal.columns - 6).map((line, index) => `${index === 0 ? "    → " : "      "}${line}`),
    ...wrapped(answer, terminal.columns - 6).map((line) => `      ${paint(terminal, "dim", line)}`),
  ]);
  return ["", `  ${paint(terminal, "dim", words.changes[locale])}`, ...lines];
}

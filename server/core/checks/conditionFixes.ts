/** Repairs that narrow a condition, so that something is left to another. */
import type { Agreement, Condition, Model, Place, Verdict } from "../model/model.ts";
import type { Localized } from "../text/localized.ts";
import { formatDate } from "../time/date.ts";
import type { Fix } from "./define.ts";
import { deleteLinesFix, replaceFix } from "./fixes.ts";
import { phrase } from "./message.ts";
import { textAt } from "./places.ts";
import { conditionsAround } from "./proofFixes.ts";

/** Leaves to a line of another clause what a line is also about; takes it away where nothing would be left. */
export function leaveToLine(model: Model, line: Verdict, other: Verdict): Fix | undefined {
  const [own, theirs] = [clauseOf(model, line), clauseOf(model, other)];
  if (!own || !theirs || !own.kinds.every((kind) => theirs.kinds.includes(kind))) return undefined;
  const conditions = [
    ...conditionsAround(model, theirs.id).map(written),
    ...(other.when ? [written(other.when)] : []),
    ...datesOf(theirs.agreement, own.agreement),
  ];
  const title = phrase(
    "Leave to '{other}' what '{line}' is also about",
    "「{line}」と重なる依頼は「{other}」に任せる",
    {
      other: other.id,
      line: line.id,
    },
  );
  const removal = phrase("Remove '{name}'", "「{name}」を削除する", { name: line.id });
  if (conditions.length === 0) return deleteLinesFix(removal, () => line.place);
  return narrowedFix(title, line.place, line.when, notAll(conditions));
}

/** Leaves to another clause with a condition of its own the requests that a clause is also about. */
export function leaveToClause({ agreements }: Model, id: string, other: string): Fix | undefined {
  const clauses = [...agreements.values()].flatMap((agreement) =>
    agreement.handles.map((clause) => ({ clause, agreement })),
  );
  const own = clauses.find(({ clause }) => clause.id === id);
  const theirs = clauses.find(({ clause }) => clause.id === other);
  if (!own?.clause.when || !theirs?.clause.when) return undefined;
  if (!own.clause.kinds.every((kind) => theirs.clause.kinds.includes(kind))) return undefined;
  const conditions = [written(theirs.clause.when), ...datesOf(theirs.agreement, own.agreement)];
  const title = phrase("Leave to '{other}' what '{id}' is also about", "「{id}」と重なる依頼は「{other}」に任せる", {
    other,
    id,
  });
  return narrowedFix(title, own.clause.place, own.clause.when, notAll(conditions));
}

/** Writes a condition beside that of a line or a clause, which may have none yet. */
function narrowedFix(title: Localized, line: Place, when: Condition | undefined, more: string): Fix {
  if (when) return replaceFix(title, when.place, `${inParentheses(textAt(when.place))} and ${more}`);
  const { item, span } = line;
  const text = textAt(line);
  const head = /\s+because\s+"/.exec(text)?.index ?? text.length;
  const at = span.start + head;
  return replaceFix(title, { item, span: { start: at, end: at } }, ` when ${more}`);
}

interface WrittenCondition {
  readonly text: string;
  readonly opposite: string;
}

/** A condition as written, and as its opposite. */
function written(condition: Condition): WrittenCondition {
  const text = textAt(condition.place);
  return { text, opposite: oppositeOf(condition, text) };
}

/** That not all of some conditions hold. */
function notAll(conditions: readonly WrittenCondition[]): string {
  const [only] = conditions;
  if (conditions.length === 1 && only) return only.opposite;
  return `not (${conditions.map(({ text }) => inParentheses(text)).join(" and ")})`;
}

function oppositeOf(condition: Condition, text: string): string {
  if (condition.kind === "is" && !condition.negated) return text.replace(/\bis\b/, "is not");
  if (condition.kind === "compare") return text.replace(/[<>]=?/, opposites[condition.operator]);
  return `not (${text})`;
}

const opposites = { "<": ">=", "<=": ">", ">": "<=", ">=": "<" };

function inParentheses(text: string): string {
  return /\bor\b/.test(text) ? `(${text})` : text;
}

interface InClause {
  readonly id: string;
  readonly kinds: readonly string[];
  readonly agreement: Agreement;
}

/** The clause of a verdict line; undefined for one in a case or an exception. */
function clauseOf({ agreements }: Model, verdict: Verdict): InClause | undefined {
  for (const agreement of agreements.values())
    for (const { id, kinds, verdicts } of agreement.commits)
      if (verdicts.includes(verdict)) return { id, kinds, agreement };
  return undefined;
}

/** When another agreement is in force, where that is not as long as one's own. */
function datesOf({ effective }: Agreement, own: Agreement): readonly WrittenCondition[] {
  const [range, around] = [effective?.value, own.effective?.value];
  if (range?.last === undefined || own.effective === effective) return [];
  const isWhole = around && range.first <= around.first && around.last !== undefined && around.last <= range.last;
  const text = `on ${formatDate(range.first)}..${formatDate(range.last)}`;
  return isWhole ? [] : [{ text, opposite: `not ${text}` }];
}

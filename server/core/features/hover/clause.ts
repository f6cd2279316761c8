import { inBrackets, inList, type Locale, labelled } from "../../checks/message.ts";
import type { Agreement, CommitClause, Exception, HandleClause } from "../../model/model.ts";
import type { Day } from "../../time/spec.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { say, wording } from "../say.ts";
import { conditionInWords, datesInWords, ruleInWords } from "../words.ts";
import { linesInWords, verdictInWords } from "./clauseWords.ts";
import { stepsInWords } from "./steps.ts";

const texts = {
  handles: wording("handles {kinds}", "扱う依頼：{kinds}"),
  commits: wording("what {team} may promise about {kinds}", "{kinds} について {team} が約束できること"),
  caseOf: wording(
    "a case of {clause}: what it does not state stays as it is there",
    "{clause} の場合分け。書かれていないことは元のまま",
  ),
  when: wording("when {condition}", "条件：{condition}"),
  steps: wording("Steps", "手順"),
  cases: wording("Cases", "場合分け"),
  inSteps: wording("in steps: {steps}", "手順：{steps}"),
  exceptions: wording("Exceptions", "例外"),
  bends: wording("bends {base}", "{base} の例外"),
  inForce: wording("in force", "有効"),
  notYet: wording("not yet in force", "開始前"),
  over: wording("over", "終了"),
  unapproved: wording("not approved, so without effect", "未承認のため無効"),
  endless: wording("without dates, so without effect", "期間がないため無効"),
  owner: wording("owner {person}", "責任者：{person}"),
  approved: wording("approved by {person}", "承認：{person}"),
  reason: wording("reason: {reason}", "理由：{reason}"),
  between: wording("between {parties}", "当事者：{parties}"),
  effective: wording("in force {dates}", "有効期間：{dates}"),
};

/** What a clause or a case decides, with its cases and the exceptions to it; markdown lines. */
export function clauseCard(snapshot: Snapshot, clause: HandleClause | CommitClause, locale: Locale): readonly string[] {
  const exceptions = snapshot.model.exceptionsOf.get(clause.id) ?? [];
  const today = snapshot.today;
  return [
    `**${clause.id}** — ${subjectOf(snapshot, clause, locale)}`,
    ...bullets(ownLines(clause, locale)),
    ...section(say(texts.steps, locale, {}), clause.kind === "handle" ? stepsInWords(clause.lines, locale) : []),
    ...section(
      say(texts.cases, locale, {}),
      clause.cases.map((each) => summaryOf(each, locale)),
    ),
    ...section(
      say(texts.exceptions, locale, {}),
      exceptions.map((each) => exceptionLine(each, today, locale)),
    ),
  ];
}

/** What an exception bends and lays over it, and whether it is in force; markdown lines. */
export function exceptionCard(snapshot: Snapshot, exception: Exception, locale: Locale): readonly string[] {
  const { owner, approved, reason } = exception;
  const bent = say(texts.bends, locale, { base: `\`${exception.base}\`` });
  return [
    `**${exception.name}** — ${bent}`,
    ...bullets([
      stateOf(exception, snapshot.today, locale),
      ...(exception.when ? [whenLine(exception, locale)] : []),
      ...exception.open.map((rule) => `\`${ruleInWords(rule)}\``),
      ...linesInWords(exception.lines, locale),
      ...stepsInWords(exception.lines, locale),
      ...exception.verdicts.map((verdict) => verdictInWords(verdict, locale)),
      ...(owner ? [say(texts.owner, locale, { person: owner.value })] : []),
      ...(approved ? [say(texts.approved, locale, { person: approved.value.by })] : []),
      ...(reason ? [say(texts.reason, locale, { reason: reason.value })] : []),
    ]),
  ];
}

/** Whose an agreement is, and its clauses; markdown lines. */
export function agreementCard(agreement: Agreement, locale: Locale): readonly string[] {
  const { effective } = agreement;
  return [
    `**${agreement.name}** — ${say(texts.between, locale, { parties: inList(agreement.parties, locale) })}`,
    ...bullets([
      ...(effective ? [say(texts.effective, locale, { dates: datesInWords(effective.value, locale) })] : []),
      ...[...agreement.handles, ...agreement.commits].map((clause) => summaryOf(clause, locale)),
    ]),
  ];
}

function subjectOf(snapshot: Snapshot, clause: HandleClause | CommitClause, locale: Locale): string {
  const parent = snapshot.model.clauses.get(clause.id.slice(0, -clause.name.length - 1));
  if (parent) return say(texts.caseOf, locale, { clause: `\`${parent.id}\`` });
  const kinds = inList(
    clause.kinds.map((kind) => `\`${kind}\``),
    locale,
  );
  if (clause.kind === "handle") return say(texts.handles, locale, { kinds });
  return say(texts.commits, locale, { kinds, team: clause.by });
}

function ownLines(clause: HandleClause | CommitClause, locale: Locale): readonly string[] {
  const stated = clause.kind === "handle" ? linesInWords(clause.lines, locale) : verdictLines(clause, locale);
  return clause.when ? [whenLine(clause, locale), ...stated] : stated;
}

function verdictLines(clause: CommitClause, locale: Locale): readonly string[] {
  return clause.verdicts.map((verdict) => verdictInWords(verdict, locale));
}

function summaryOf(clause: HandleClause | CommitClause, locale: Locale): string {
  const steps = clause.kind === "handle" ? (clause.lines.steps?.value ?? []) : [];
  const names = steps.map(({ name }) => `\`${name}\``).join(" → ");
  const inSteps = names ? [say(texts.inSteps, locale, { steps: names })] : [];
  return labelled(`\`${clause.name}\``, [...ownLines(clause, locale), ...inSteps].join(separators[locale]), locale);
}

function whenLine({ when }: Pick<Exception, "when">, locale: Locale): string {
  return when ? say(texts.when, locale, { condition: `\`${conditionInWords(when)}\`` }) : "";
}

function exceptionLine(exception: Exception, today: Day, locale: Locale): string {
  const condition = exception.when ? `, ${whenLine(exception, locale)}` : "";
  return labelled(`\`${exception.name}\``, stateOf(exception, today, locale) + condition, locale);
}

function stateOf({ effective, approved }: Exception, today: Day, locale: Locale): string {
  if (effective?.value.last === undefined) return say(texts.endless, locale, {});
  const dates = datesInWords(effective.value, locale);
  if (!approved) return inBrackets(dates, say(texts.unapproved, locale, {}), locale);
  const { first, last } = effective.value;
  const state = today < first ? texts.notYet : today > last ? texts.over : texts.inForce;
  return inBrackets(dates, say(state, locale, {}), locale);
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length > 0 ? ["", `**${title}**`, ...bullets(lines)] : [];
}

function bullets(lines: readonly string[]): readonly string[] {
  return ["", ...lines.map((line) => `- ${line}`)];
}

const separators = { en: "; ", ja: "。" } as const;

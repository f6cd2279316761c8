import { type Locale, labelled } from "../../checks/message.ts";
import type { HandleLines, Model } from "../../model/model.ts";
import { qualified } from "../../model/symbol.ts";
import type { Step } from "../../model/work.ts";
import { say, wording } from "../say.ts";
import { namesIn } from "../symbolNames.ts";
import { conditionInWords, stepTimingInWords, targetInWords, whoInWords } from "../words.ts";

const texts = {
  stepOf: wording("step {number} of {total} in {clause}", "{clause} の手順（{total} 段階中の {number} 番目）"),
  by: wording("done by {who}, {timing}", "担当：{who}、{timing}"),
  short: wording("{step}: {who}, {timing}", "{step}: {who}、{timing}"),
  when: wording("only when {condition}, else it is skipped", "条件：{condition}（満たさなければ省略）"),
  needs: wording("needs {documents}", "必要なもの：{documents}"),
  checks: wording("checks {fields}", "確認：{fields}"),
  checksTwice: wording("two people check {fields}", "二人で確認：{fields}"),
  back: wording("what is wrong goes back to {step}", "誤りがあれば {step} に差し戻す"),
  backWithin: wording(
    "what is wrong goes back to {step}, to be mended within {time}",
    "誤りがあれば {step} に差し戻し、{time}以内に直す",
  ),
  otherwise: wording("Stated otherwise", "別の定め"),
};

/** A step: who does it and by when, what it needs and checks, and the cases and exceptions that replace it; markdown lines. */
export function stepCard(model: Model, symbol: string, locale: Locale): readonly string[] {
  const names = namesIn(symbol);
  const name = names.at(-1) ?? "";
  const [first = "", ...rest] = names.slice(0, -1);
  const owner = qualified(first, ...rest);
  const [declared, ...others] = statementsOf(model, owner, name);
  if (!declared) return [];
  const steps = [...(model.names.clauses.get(owner)?.steps?.keys() ?? [])];
  const place = { number: `${steps.indexOf(name) + 1}`, total: `${steps.length}`, clause: `\`${owner}\`` };
  const otherwise = others.map(
    ({ where, step }) => `- ${labelled(`\`${where}\``, stepParts(step, locale).join(ends[locale]), locale)}`,
  );
  return [
    `**${name}** — ${say(texts.stepOf, locale, place)}`,
    "",
    ...stepParts(declared.step, locale).map((part) => `- ${part}`),
    ...(otherwise.length > 0 ? ["", `**${say(texts.otherwise, locale, {})}**`, "", ...otherwise] : []),
  ];
}

/** The steps that a clause, a case or an exception states, one short text each: "draft: Sales, within 4 business hours". */
export function stepsInWords({ steps }: HandleLines, locale: Locale): readonly string[] {
  return (steps?.value ?? []).map((step) => {
    const who = whoInWords(step.who, locale);
    return say(texts.short, locale, { step: `\`${step.name}\``, who, timing: stepTimingInWords(step.timing, locale) });
  });
}

interface Statement {
  readonly where: string;
  readonly step: Step;
}

/** Where the step is stated, with what: first the clause that declares it, then its cases, then exceptions. */
function statementsOf({ clauses, exceptions }: Model, owner: string, name: string): readonly Statement[] {
  const isInside = (id: string) => id === owner || id.startsWith(`${owner}.`);
  const inClauses = [...clauses.values()].flatMap((clause) =>
    clause.kind === "handle" && isInside(clause.id) ? statementsIn(clause.lines, clause.id, name) : [],
  );
  const inExceptions = [...exceptions.values()].flatMap((exception) =>
    isInside(exception.base) ? statementsIn(exception.lines, exception.name, name) : [],
  );
  return [...inClauses.sort((one, other) => one.where.length - other.where.length), ...inExceptions];
}

function statementsIn({ steps }: HandleLines, where: string, name: string): readonly Statement[] {
  return (steps?.value ?? []).flatMap((step) => (step.name === name ? [{ where, step }] : []));
}

/** All that is said of a step, part by part. */
export function stepParts({ who, timing, when, needs, checks, twice, back }: Step, locale: Locale): readonly string[] {
  const fields = checks.join(separators[locale]);
  return [
    say(texts.by, locale, { who: whoInWords(who, locale), timing: stepTimingInWords(timing, locale) }),
    ...(when ? [say(texts.when, locale, { condition: `\`${conditionInWords(when)}\`` })] : []),
    ...(needs.length > 0 ? [say(texts.needs, locale, { documents: needs.join(separators[locale]) })] : []),
    ...(checks.length > 0 ? [say(twice ? texts.checksTwice : texts.checks, locale, { fields })] : []),
    ...(back ? [backText(back, locale)] : []),
  ];
}

function backText({ to, within }: NonNullable<Step["back"]>, locale: Locale): string {
  const step = `\`${to}\``;
  if (!within) return say(texts.back, locale, { step });
  return say(texts.backWithin, locale, { step, time: targetInWords(within, locale) });
}

const ends = { en: "; ", ja: "。" } as const;
const separators = { en: ", ", ja: "、" } as const;

import type { Condition, Exception, HandleClause, Place } from "../../model/model.ts";
import type { Localized } from "../../text/localized.ts";
import type { Company } from "../company.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { neverMeet, plainlyMeet, type ValuesOf } from "../meet.ts";
import { valuesIn } from "../values.ts";

/** A condition that contradicts itself or what it stands in. */
export const conditionNeverHolds = defineCheck({
  code: "SLA413",
  name: "condition-never-holds",
  severity: "warning",
  messages: {
    en: "No request can fulfil this condition{around}, so what it is written for never applies. Correct it; of two values that will both do, write 'is one of' or 'or'.",
    ja: "この条件{around}を満たす依頼はないため、対象の行が使われることはありません。直してください。どちらの値でもよい場合は「is one of」か「or」を使います。",
  },
  docs: () =>
    page(
      {
        en:
          "A condition that no request fulfils, such as `severity is urgent and severity is normal`, or a range whose ends have " +
          "crossed. A field has one value at a time, so what it is written for never applies. Correct it; where either value will " +
          "do, write `is one of` or `or`. A case is also held against the conditions of the clause and the cases around it. " +
          "Reported is what is sure from comparisons of single fields; calendars and dates are not looked at.",
        ja:
          "どの依頼も満たさない条件です。" +
          "`severity is urgent and severity is normal` や、上限と下限が入れ違いになった範囲などです。" +
          "項目の値は一度に一つなので、対象の行が使われることはありません。条件を直してください。" +
          "どちらの値でもよければ、`is one of` か `or` を使います。" +
          "case の条件は、その条項の条件や、外側の case の条件とも突き合わせます。" +
          "指摘するのは、個々の項目の比較だけから確実に言えることに限り、カレンダーと日付は見ません。",
      },
      {
        bad: `
request rebate { rate: percent }
agreement rebates between Sales and Support {
  commit rebates: rebate by Sales {
    may when rate <= 10%
    ask lead of Sales within 1 business day when rate > 20% and rate < 10%
                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^
    never when rate >= 20%
  }
}
`,
        good: `
request rebate { rate: percent }
agreement rebates between Sales and Support {
  commit rebates: rebate by Sales {
    may when rate <= 10%
    ask lead of Sales within 1 business day when rate > 10% and rate < 20%
    never when rate >= 20%
  }
}
`,
      },
    ),
  scope: "agreement",
  run({ agreements, exceptions, company }, report) {
    const tell = (place: Place, around: Localized) => report(place, { around });
    for (const { handles, commits, guarantees } of agreements)
      for (const clauses of [handles, commits, guarantees])
        for (const clause of clauses) inClause(company, tell, clause, none, clause.kinds);
    for (const exception of exceptions) inException(company, tell, exception);
  },
});

type Tell = (place: Place, around: Localized) => void;

/** What has a condition of its own, perhaps with more inside. */
interface Guarded {
  readonly when: Condition | undefined;
  readonly kinds?: readonly string[];
  readonly cases?: readonly Guarded[];
  readonly verdicts?: readonly Guarded[];
  readonly lines?: { readonly steps?: HandleClause["lines"]["steps"] };
}

function inClause(
  company: Company,
  tell: Tell,
  clause: Guarded,
  around: readonly Condition[],
  kindsAround: readonly string[],
): void {
  const kinds = clause.kinds && clause.kinds.length > 0 ? clause.kinds : kindsAround;
  if (clause.when && !canHold(company, tell, clause.when, around, kinds)) return;
  const { cases = none, verdicts = none, lines } = clause;
  const steps = lines?.steps?.value ?? none;
  if (cases.length + verdicts.length + steps.length === 0) return;
  const inner = clause.when ? [...around, clause.when] : around;
  for (const each of cases) inClause(company, tell, each, inner, kinds);
  for (const each of verdicts) inClause(company, tell, each, inner, kinds);
  for (const each of steps) inClause(company, tell, each, inner, kinds);
}

const none: readonly never[] = [];

function inException(company: Company, tell: Tell, exception: Exception): void {
  const base = company.clause(exception.base);
  inClause(company, tell, exception, base?.when ? [base.when] : [], base?.kinds ?? []);
}

/** Tells where a condition never holds, or a part of it between `or`; false where the whole never does. */
function canHold(
  company: Company,
  tell: Tell,
  condition: Condition,
  around: readonly Condition[],
  kinds: readonly string[],
): boolean {
  const together = [...around, condition];
  if (plainlyMeet(together)) return true;
  const values = valuesOfAll(company, kinds);
  const never = (conditions: readonly Condition[]) => values.every((valuesOf) => neverMeet(conditions, valuesOf));
  const canAll = !never(together);
  if (canAll || !never([condition])) {
    for (const part of alternativesIn(condition)) if (never([part])) tell(part.place, { en: "", ja: "" });
    if (!canAll) tell(condition.place, { en: " and those around it together", ja: "と、外側の条件の両方" });
  } else tell(condition.place, { en: "", ja: "" });
  return canAll;
}

/** The parts of the `or`s in a condition, of which one may never hold although the whole can. */
function alternativesIn(condition: Condition): readonly Condition[] {
  if (condition.kind !== "or" && condition.kind !== "and") return none;
  const below = condition.parts.flatMap(alternativesIn);
  return condition.kind === "or" ? [...condition.parts, ...below] : below;
}

/** What is known of the fields' values, kind by kind. */
function valuesOfAll(company: Company, kinds: readonly string[]): readonly ValuesOf[] {
  return kinds.length === 0 ? [() => undefined] : kinds.map((kind) => valuesIn(company.kind(kind)));
}

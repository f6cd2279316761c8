import type { HandleClause } from "../../model/model.ts";
import type { Company } from "../company.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { surelyMeet } from "../meet.ts";
import { conflictsIn } from "../pairs.ts";
import { statedDifferently } from "../stated.ts";
import { valuesIn } from "../values.ts";

/** Two cases of a clause that say different things about the same request. */
export const conflictingCases = defineCheck({
  code: "SLA505",
  name: "conflicting-cases",
  severity: "error",
  messages: {
    en: "A request can fall under this case and under '{other}', which differ in '{property}', so its answer is undecided. Nest one in the other, or narrow a condition.",
    ja: "この case と「{other}」の両方に当てはまる依頼があり、「{property}」が異なるため、答えが決まりません。一方をもう一方の中に入れるか、条件を狭めてください。",
  },
  docs: page(
    "A case replaces the properties that it states. Of two cases that hold together neither stands above the other, unless one is nested in " +
      "the other; if they state the same property differently, the answer is undecided. Reported is what is sure: cases without conditions, " +
      "or whose conditions compare single fields.",
    {
      bad: `
request outage { severity: normal | urgent }
agreement support between Sales and Support {
  handle outages: outage {
    by      Support
    via     email
    respond within 8 business hours
    case urgent when severity is urgent {
      respond within 1 business hour
    }
    case gold when tier is gold {
         ^^^^
      respond within 2 business hours
    }
  }
}
`,
      good: `
request outage { severity: normal | urgent }
agreement support between Sales and Support {
  handle outages: outage {
    by      Support
    via     email
    respond within 8 business hours
    case gold when tier is gold {
      respond within 2 business hours
      case gold_urgent when severity is urgent {
        respond within 1 business hour
      }
    }
  }
}
`,
    },
  ),
  scope: "agreement",
  run({ agreements, company }, report) {
    for (const { handles } of agreements)
      for (const clause of handles)
        for (const { earlier, later, property } of conflictsIn(overlaysIn(clause), conflictOn(company, clause))) {
          const related = [{ place: earlier.clause.place, note: { en: "the other case", ja: "もう一方の case" } }];
          report(later.clause.place, { other: earlier.clause.name, property }, { related });
        }
  },
});

/** A case with the cases around it, outermost first. */
interface Overlay {
  readonly clause: HandleClause;
  readonly around: readonly HandleClause[];
}

/** The cases in a clause at any depth; but one table or one case alone meets no other. */
function overlaysIn(clause: HandleClause): readonly Overlay[] {
  if (clause.cases.length < 2 && !clause.cases[0]?.cases.length) return [];
  return overlaysAround(clause, []);
}

function overlaysAround(clause: HandleClause, around: readonly HandleClause[]): readonly Overlay[] {
  return clause.cases.flatMap((each) => [{ clause: each, around }, ...overlaysAround(each, [...around, each])]);
}

function conflictOn(company: Company, base: HandleClause) {
  return (one: Overlay, other: Overlay): string | undefined => {
    if (isNested(one, other) || isNested(other, one) || areRows(one, other)) return undefined;
    const property = statedDifferently(one.clause.lines, other.clause.lines);
    return property !== undefined && bothHold(company, base, one, other) ? property : undefined;
  };
}

function isNested(inner: Overlay, outer: Overlay): boolean {
  return inner.around.includes(outer.clause);
}

/** Rows of target tables have their own check, and no case may be nested in one. */
function areRows(one: Overlay, other: Overlay): boolean {
  return isRow(one.clause) && isRow(other.clause);
}

function isRow({ place, whole }: HandleClause): boolean {
  return place.span.start === whole.span.start;
}

/** Whether one request can fall under both. */
function bothHold(company: Company, base: HandleClause, one: Overlay, other: Overlay): boolean {
  const kind = kindsOf(base, one).find((each) => kindsOf(base, other).includes(each));
  const conditions = [base.when, ...conditionsOf(one), ...conditionsOf(other)];
  return kind !== undefined && surelyMeet(conditions, valuesIn(company.kind(kind)));
}

function kindsOf(base: HandleClause, { clause, around }: Overlay): readonly string[] {
  return [clause, ...[...around].reverse(), base].find(({ kinds }) => kinds.length > 0)?.kinds ?? [];
}

function conditionsOf({ clause, around }: Overlay) {
  return [...around, clause].map(({ when }) => when);
}

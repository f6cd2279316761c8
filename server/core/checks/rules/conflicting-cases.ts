import type { HandleClause } from "../../model/model.ts";
import type { Company } from "../company.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { surelyMeet } from "../meet.ts";
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
      for (const clause of handles) {
        const reported = new Set<HandleClause>();
        for (const { earlier, later, property } of pairsIn(clause)) {
          if (reported.has(later.clause) || !bothHold(company, clause, earlier, later)) continue;
          reported.add(later.clause);
          const related = [{ place: earlier.clause.place, note: { en: "the other case", ja: "もう一方の case" } }];
          report(later.clause.place, { other: earlier.clause.name, property }, { related });
        }
      }
  },
});

/** A case with the cases around it, outermost first. */
interface Overlay {
  readonly clause: HandleClause;
  readonly around: readonly HandleClause[];
}

/** Two cases that state a property differently, neither nested in the other. */
interface Pair {
  readonly earlier: Overlay;
  readonly later: Overlay;
  readonly property: string;
}

function pairsIn(clause: HandleClause): readonly Pair[] {
  if (clause.cases.length === 0) return none;
  const known = pairsByClause.get(clause) ?? readPairs(overlaysIn(clause, []));
  pairsByClause.set(clause, known);
  return known;
}

const none: readonly Pair[] = [];
const pairsByClause = new WeakMap<HandleClause, readonly Pair[]>();

function readPairs(overlays: readonly Overlay[]): readonly Pair[] {
  const pairs: Pair[] = [];
  overlays.forEach((later, index) => {
    for (const earlier of overlays.slice(0, index)) {
      if (isNested(earlier, later) || isNested(later, earlier) || areRows(earlier, later)) continue;
      const property = statedDifferently(earlier.clause.lines, later.clause.lines);
      if (property !== undefined) pairs.push({ earlier, later, property });
    }
  });
  return pairs;
}

function overlaysIn(clause: HandleClause, around: readonly HandleClause[]): readonly Overlay[] {
  return clause.cases.flatMap((each) => [{ clause: each, around }, ...overlaysIn(each, [...around, each])]);
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

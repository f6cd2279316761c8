import type { HandleClause, Model } from "../../model/model.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { surelyMeet } from "../meet.ts";
import { statedDifferently, statedIn } from "../stated.ts";
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
  run({ agreements, model }, report) {
    for (const { handles } of agreements)
      for (const clause of handles) {
        const overlays = overlaysIn(clause);
        overlays.forEach((later, index) => {
          for (const earlier of overlays.slice(0, index)) {
            const property = conflictOf(model, clause, earlier, later);
            if (property === undefined) continue;
            const related = [{ place: earlier.clause.place, note: { en: "the other case", ja: "もう一方の case" } }];
            report(later.clause.place, { other: earlier.clause.name, property }, { related });
            return;
          }
        });
      }
  },
});

/** A case with the cases around it, outermost first. */
interface Overlay {
  readonly clause: HandleClause;
  readonly around: readonly HandleClause[];
}

function overlaysIn(clause: HandleClause, around: readonly HandleClause[] = []): readonly Overlay[] {
  return clause.cases.flatMap((each) => [{ clause: each, around }, ...overlaysIn(each, [...around, each])]);
}

function conflictOf(model: Model, base: HandleClause, one: Overlay, other: Overlay): string | undefined {
  const property = statedDifferently(statedIn(one.clause.lines), statedIn(other.clause.lines));
  if (property === undefined || isNested(one, other) || isNested(other, one) || areRows(one, other)) return undefined;
  const kind = kindsOf(base, one).find((each) => kindsOf(base, other).includes(each));
  const conditions = [base.when, ...conditionsOf(one), ...conditionsOf(other)];
  return kind !== undefined && surelyMeet(conditions, valuesIn(model, kind)) ? property : undefined;
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

function kindsOf(base: HandleClause, { clause, around }: Overlay): readonly string[] {
  return [clause, ...[...around].reverse(), base].find(({ kinds }) => kinds.length > 0)?.kinds ?? [];
}

function conditionsOf({ clause, around }: Overlay) {
  return [...around, clause].map(({ when }) => when);
}

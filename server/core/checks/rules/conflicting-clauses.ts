import type { Agreement, HandleClause, Model } from "../../model/model.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { surelyMeet } from "../meet.ts";
import { type PairMemory, rememberedConflicts } from "../pairs.ts";
import { decidedDifferently } from "../stated.ts";
import { valuesIn } from "../values.ts";

/** Two clauses that decide the same request differently. */
export const conflictingClauses = defineCheck({
  code: "SLA504",
  name: "conflicting-clauses",
  severity: "error",
  messages: {
    en: "A request of kind '{kind}' can fall under this clause and under '{other}', which say something else on '{property}', so its answer is undecided. Give one a condition, or make it a case of the other.",
    ja: "{kind} はこの条項と「{other}」の両方に当てはまり、「{property}」が異なるため、答えが決まりません。条件を加えるか、一方をもう一方の case にしてください。",
  },
  docs: page(
    "Order decides nothing, so two clauses for the same request that differ are a conflict. What is special about some requests belongs into a " +
      "`case` or an `exception` of the general clause. Reported is what is sure: clauses without conditions, or whose conditions compare " +
      "single fields.",
    {
      bad: `
agreement more_support between Sales and Support {
  handle questions: how_to {
         ^^^^^^^^^
    by      Support
    via     email
    respond within 2 business days
  }
}
`,
      good: `
request question
agreement more_support between Sales and Support {
  handle questions: question {
    by      Support
    via     email
    respond within 2 business days
  }
}
`,
    },
  ),
  scope: "model",
  run(model, report) {
    const reported = new Set<HandleClause>();
    for (const [kind, group] of clausesByKind(model))
      for (const { earlier, later, property } of rememberedConflicts(memory, kind, group, conflictOn(model, kind))) {
        if (reported.has(later)) continue;
        reported.add(later);
        const related = [{ place: earlier.place, note: { en: "the other clause", ja: "もう一方の条項" } }];
        report(later.place, { kind, other: earlier.id, property }, { related });
      }
  },
});

const memory: PairMemory<HandleClause> = new WeakMap();

function clausesByKind(model: Model): ReadonlyMap<string, readonly HandleClause[]> {
  const byKind = new Map<string, HandleClause[]>();
  for (const { handles } of model.agreements.values())
    for (const clause of handles)
      for (const kind of clause.kinds) {
        const group = byKind.get(kind);
        if (group) group.push(clause);
        else byKind.set(kind, [clause]);
      }
  return byKind;
}

function conflictOn(model: Model, kind: string) {
  const valuesOf = valuesIn(model.kinds.get(kind));
  return (earlier: HandleClause, later: HandleClause): string | undefined => {
    const property = decidedDifferently(earlier.lines, later.lines);
    if (property === undefined || !inForceTogether(model, earlier, later)) return undefined;
    return surelyMeet([earlier.when, later.when], valuesOf) ? property : undefined;
  };
}

function inForceTogether(model: Model, one: HandleClause, other: HandleClause): boolean {
  if (one.agreement === other.agreement) return true;
  const [a, b] = [model.agreements.get(one.agreement), model.agreements.get(other.agreement)];
  if (!a || !b || !a.parties.some((party) => b.parties.includes(party))) return false;
  return firstDay(a) <= lastDay(b) && firstDay(b) <= lastDay(a);
}

function firstDay({ effective }: Agreement): number {
  return effective?.value.first ?? Number.NEGATIVE_INFINITY;
}

function lastDay({ effective }: Agreement): number {
  return effective?.value.last ?? Number.POSITIVE_INFINITY;
}

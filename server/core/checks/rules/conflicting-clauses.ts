import type { Agreement, HandleClause, Model } from "../../model/model.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { surelyMeet } from "../meet.ts";
import { decidedDifferently } from "../stated.ts";
import { valuesIn } from "../values.ts";

/** Two clauses that decide the same request differently. */
export const conflictingClauses = defineCheck({
  code: "SLA504",
  name: "conflicting-clauses",
  severity: "error",
  messages: {
    en: "A {kind} can fall under this clause and under '{other}', which say something else on '{property}', so its answer is undecided. Give one a condition, or make it a case of the other.",
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
      for (const { earlier, later, property } of conflictsAmong(model, kind, group)) {
        if (reported.has(later)) continue;
        reported.add(later);
        const related = [{ place: earlier.place, note: { en: "the other clause", ja: "もう一方の条項" } }];
        report(later.place, { kind, other: earlier.id, property }, { related });
      }
  },
});

interface Decider {
  readonly clause: HandleClause;
  readonly agreement: Agreement;
}

interface Conflict {
  readonly earlier: HandleClause;
  readonly later: HandleClause;
  readonly property: string;
}

/** More than these on one kind are left to run time, where a conflict is marked too. */
const mostCompared = 200;

function clausesByKind(model: Model): ReadonlyMap<string, readonly Decider[]> {
  const byKind = new Map<string, Decider[]>();
  for (const agreement of model.agreements.values())
    for (const clause of agreement.handles)
      for (const kind of clause.kinds) {
        const group = byKind.get(kind);
        if (group) group.push({ clause, agreement });
        else byKind.set(kind, [{ clause, agreement }]);
      }
  return byKind;
}

function conflictsAmong(model: Model, kind: string, group: readonly Decider[]): readonly Conflict[] {
  const [first] = group;
  if (!first || group.length < 2 || group.length > mostCompared) return [];
  const known = lastByFirst.get(first.clause)?.get(kind);
  if (known && known.group.length === group.length && known.group.every((each, index) => each === group[index]?.clause))
    return known.conflicts;
  const conflicts = group.flatMap((later, index) => conflictOf(model, kind, group.slice(0, index), later));
  const last = lastByFirst.get(first.clause) ?? new Map<string, Compared>();
  last.set(kind, { group: group.map(({ clause }) => clause), conflicts });
  lastByFirst.set(first.clause, last);
  return conflicts;
}

function conflictOf(model: Model, kind: string, earlier: readonly Decider[], later: Decider): readonly Conflict[] {
  const valuesOf = valuesIn(model.kinds.get(kind));
  for (const { clause, agreement } of earlier) {
    const property = decidedDifferently(clause.lines, later.clause.lines);
    const meet =
      property !== undefined &&
      inForceTogether(agreement, later.agreement) &&
      surelyMeet([clause.when, later.clause.when], valuesOf);
    if (meet) return [{ earlier: clause, later: later.clause, property }];
  }
  return [];
}

function inForceTogether(a: Agreement, b: Agreement): boolean {
  return (
    (a === b || a.parties.some((party) => b.parties.includes(party))) &&
    firstDay(a) <= lastDay(b) &&
    firstDay(b) <= lastDay(a)
  );
}

function firstDay({ effective }: Agreement): number {
  return effective?.value.first ?? Number.NEGATIVE_INFINITY;
}

function lastDay({ effective }: Agreement): number {
  return effective?.value.last ?? Number.POSITIVE_INFINITY;
}

/** What was compared last, by the first clause of the group; a clause that means the same is the same object. */
interface Compared {
  readonly group: readonly HandleClause[];
  readonly conflicts: readonly Conflict[];
}

const lastByFirst = new WeakMap<HandleClause, Map<string, Compared>>();

import { type Force, forceOf } from "../engine/force.ts";
import type { Agreement, CommitClause, HandleClause, HandleLines, Model, Verdict, Who } from "../model/model.ts";
import type { Agreed } from "./asked.ts";
import { daysOwning } from "./ownership.ts";
import type { Responsibility } from "./responsibilities.ts";
import { type Capacity, capacityOf, type Subject } from "./subject.ts";

/** What the clauses, their cases and the exceptions to them name somebody for: to handle, to do a step, to be asked or told. */
export function clauseResponsibilities(agreed: Agreed, subject: Subject): readonly Responsibility[] {
  const { model } = agreed;
  const owning = subject.kind === "person" ? daysOwning(agreed, subject.name) : [];
  return [...model.agreements.values()].flatMap((agreement) => {
    const force = forceOf(agreement.effective?.value);
    const asking: Asking = { model, subject, owning, agreement };
    return [
      ...agreement.handles.flatMap((clause) => ofHandle(asking, clause, clause.kinds, force)),
      ...agreement.commits.flatMap((clause) => ofCommit(asking, clause, force)),
    ];
  });
}

interface Asking {
  readonly model: Model;
  readonly subject: Subject;
  /** The days on which the subject owns any customer. */
  readonly owning: readonly Force[];
  readonly agreement: Agreement;
}

function ofHandle(
  asking: Asking,
  clause: HandleClause,
  outerKinds: readonly string[],
  force: Force,
): readonly Responsibility[] {
  const kinds = clause.kinds.length > 0 ? clause.kinds : outerKinds;
  return [
    ...ofLines(asking, clause.id, clause.lines, kinds, force),
    ...clause.cases.flatMap((each) => ofHandle(asking, each, kinds, force)),
    ...ofExceptions(asking, clause.id, kinds),
  ];
}

function ofExceptions(asking: Asking, base: string, kinds: readonly string[]): readonly Responsibility[] {
  return (asking.model.exceptionsOf.get(base) ?? []).flatMap(({ name, lines, verdicts, effective }) => {
    const force = forceOf(effective?.value);
    return [...ofLines(asking, name, lines, kinds, force), ...ofVerdicts(asking, name, verdicts, force)];
  });
}

function ofLines(
  asking: Asking,
  id: string,
  { by, steps, escalate }: HandleLines,
  kinds: readonly string[],
  force: Force,
): readonly Responsibility[] {
  const { parties } = asking.agreement;
  const told = escalate?.value ?? [];
  return [
    ...(by
      ? meant(asking, by.value, parties, { role: "handles", about: id, what: kinds, place: by.place, force })
      : []),
    ...(steps?.value ?? []).flatMap((step) => {
      const target = step.timing.kind === "within" ? step.timing.target : undefined;
      const about = `${id}.${step.name}`;
      return meant(asking, step.who, parties, { role: "step", about, what: kinds, target, place: step.place, force });
    }),
    ...told.flatMap(({ value: { after, to }, place }) =>
      meant(asking, to, parties, { role: "told", about: id, what: kinds, target: after, place, force }),
    ),
  ];
}

function ofCommit(asking: Asking, clause: CommitClause, force: Force): readonly Responsibility[] {
  const { id, by, kinds, place, verdicts, cases } = clause;
  const isTheirs = id.split(".").length === 2 && asking.subject.name === by;
  const own: Capacity = { kind: "self" };
  return [
    ...(isTheirs ? [responsibility(own, { role: "promises", about: id, what: kinds, place, force })] : []),
    ...ofVerdicts(asking, id, verdicts, force, by),
    ...cases.flatMap((each) => ofCommit(asking, each, force)),
    ...ofExceptions(asking, id, kinds),
  ];
}

function ofVerdicts(
  asking: Asking,
  about: string,
  verdicts: readonly Verdict[],
  force: Force,
  by?: string,
): readonly Responsibility[] {
  const askers = by === undefined ? asking.agreement.parties : [by];
  return verdicts.flatMap(({ who, within, place }) =>
    who ? meant(asking, who, askers, { role: "asked", about, what: [], target: within, place, force }) : [],
  );
}

type Named = Pick<Responsibility, "role" | "about" | "what" | "place" | "force"> &
  Partial<Pick<Responsibility, "target">>;

/** What is for a customer's owner is somebody's as long as they own one. */
function meant(
  { subject, owning }: Asking,
  who: Who,
  askers: readonly string[],
  named: Named,
): readonly Responsibility[] {
  const as = capacityOf(subject, who, askers);
  if (as?.kind !== "owner of customers") return as ? [responsibility(as, named)] : [];
  return owning
    .map((days) => common(days, named.force))
    .filter(({ first, last }) => first <= last)
    .map((force) => responsibility(as, { ...named, force }));
}

function common(one: Force, other: Force): Force {
  return { first: Math.max(one.first, other.first), last: Math.min(one.last, other.last) };
}

function responsibility(as: Capacity, { role, about, what, target, force, place }: Named): Responsibility {
  return { role, about, as, other: undefined, what, target, date: undefined, force, place };
}

/** Which clauses two revisions do not share, however they are named and wherever they are written. */
import { plainText } from "../model/meaning.ts";
import type { Agreement, CommitClause, Condition, Exception, HandleClause, Model, Verdict } from "../model/model.ts";
import { zoneOfAgreement } from "../model/zones.ts";
import { atomsIn } from "../prover/atoms.ts";
import { type InAgreement, type Written, writtenByKind } from "../prover/group.ts";
import type { Pair, Revision } from "./revision.ts";

/** A clause where it stands. */
export type Unit = InAgreement<HandleClause | CommitClause>;

/** The clauses of a kind of request in two revisions. */
export interface EditedKind {
  readonly kind: string;
  readonly before: readonly Unit[];
  readonly after: readonly Unit[];
  /** Those that say the same in both. */
  readonly shared: readonly SharedUnit[];
}

/** One clause in both revisions. */
export interface SharedUnit {
  readonly before: Unit;
  readonly after: Unit;
}

/** The kinds of request of which a clause was edited, added or taken away, with their clauses. */
export function editedKinds(pair: Pair): readonly EditedKind[] {
  const [old, now] = [writtenByKind(pair.before.model), writtenByKind(pair.after.model)];
  const kept = keptAgreements(pair);
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((kind) => {
    const edited = editedKind(kind, unitsOf(old.get(kind)), unitsOf(now.get(kind)), pair, kept);
    return edited.before.length + edited.after.length > 0 ? [edited] : [];
  });
}

function unitsOf(written: Written | undefined): readonly Unit[] {
  return written ? [...written.handles, ...written.commits] : [];
}

function editedKind(
  kind: string,
  before: readonly Unit[],
  after: readonly Unit[],
  pair: Pair,
  kept: ReadonlySet<Agreement>,
): EditedKind {
  const shared: SharedUnit[] = [];
  const isKept = ({ agreement }: Unit) => kept.has(agreement);
  const untouched = new Map(before.filter(isKept).map((unit) => [unit.clause, unit]));
  const old = new Map<string, Unit[]>();
  for (const unit of before) {
    if (isKept(unit)) continue;
    const text = textOf(unit, pair.before, pair);
    old.set(text, [...(old.get(text) ?? []), unit]);
  }
  const added: Unit[] = [];
  for (const unit of after) {
    const found = untouched.get(unit.clause) ?? old.get(textOf(unit, pair.after, pair))?.pop();
    if (found) shared.push({ before: found, after: unit });
    else added.push(unit);
  }
  return { kind, before: [...old.values()].flat(), after: added, shared };
}

/** Agreements that are the same objects in both revisions, and whose clauses mean the same. */
function keptAgreements({ before, after, calendars }: Pair): ReadonlySet<Agreement> {
  const names = [...after.model.agreements].filter(([name, agreement]) => {
    if (before.model.agreements.get(name) !== agreement) return false;
    if (zoneOfAgreement(before.model, agreement) !== zoneOfAgreement(after.model, agreement)) return false;
    const clauses = [...agreement.handles, ...agreement.commits];
    if (!clauses.flatMap(idsOf).every((id) => hasSameExceptions(before.model, after.model, id))) return false;
    return calendars.changed.size === 0 || !clauses.some((clause) => asksForChanged(clause, after.model, calendars));
  });
  return new Set(names.map(([, agreement]) => agreement));
}

function hasSameExceptions({ exceptionsOf: before }: Model, { exceptionsOf: after }: Model, id: string): boolean {
  const [old = [], now = []] = [before.get(id), after.get(id)];
  return old.length === now.length && old.every((each, index) => each === now[index]);
}

interface ClauseLike {
  readonly id: string;
  readonly cases: readonly ClauseLike[];
}

function idsOf({ id, cases }: ClauseLike): readonly string[] {
  return [id, ...cases.flatMap(idsOf)];
}

/** Whether conditions ask for a calendar whose times changed. */
function asksForChanged(clause: HandleClause | CommitClause, model: Model, calendars: Pair["calendars"]): boolean {
  return conditionsIn(clause, model).some((when) =>
    atomsIn(when).some((atom) => atom.kind === "during" && calendars.changed.has(atom.calendar)),
  );
}

/** Every condition of a clause, its cases, exceptions, verdict lines and steps. */
function conditionsIn(clause: HandleClause | CommitClause, model: Model): readonly Condition[] {
  const sources = [clause, ...(model.exceptionsOf.get(clause.id) ?? [])];
  return [
    ...sources.flatMap((source) => [
      ...(source.when ? [source.when] : []),
      ...("verdicts" in source ? source.verdicts : []).flatMap(({ when }) => when ?? []),
      ...("lines" in source ? (source.lines.steps?.value ?? []) : []).flatMap(({ when }) => when ?? []),
    ]),
    ...clause.cases.flatMap((each) => conditionsIn(each, model)),
  ];
}

// meaning as text -----------------------------------------------------------------------------------------------------

/** Equal where two clauses surely say the same; their own names, those of their cases and exceptions, and reasons for these say nothing. */
function textOf({ agreement, clause }: Unit, revision: Revision, { before, calendars }: Pair): string {
  const { model } = revision;
  const { parties, effective } = agreement;
  const around = [[...parties].sort(), effective?.value, zoneOfAgreement(model, agreement)];
  const side = asksForChanged(clause, model, calendars) ? revision === before : undefined;
  return plainText([around, clause.kind, clause.kind === "commit" ? clause.by : "", bodyOf(clause, model), side]);
}

function bodyOf(clause: HandleClause | CommitClause, model: Model): unknown {
  return [
    clause.when,
    clause.kind === "handle" ? clause.lines : clause.verdicts.map(verdictBody),
    clause.cases.map((each) => [each.kinds, bodyOf(each, model)]),
    (model.exceptionsOf.get(clause.id) ?? []).map(exceptionBody),
  ];
}

function verdictBody({ verdict, who, within, when, because }: Verdict): unknown {
  return [verdict, who, within, when, because];
}

function exceptionBody({ when, effective, open, lines, verdicts, approved }: Exception): unknown {
  return [when, effective?.value, open, lines, verdicts.map(verdictBody), approved !== undefined];
}

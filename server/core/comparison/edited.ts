/** Which clauses two revisions do not share, however they are named and wherever they are written. */
import { plainText } from "../model/meaning.ts";
import type { Agreement, CommitClause, Condition, Exception, HandleClause, Model, Verdict } from "../model/model.ts";
import { zoneOfAgreement } from "../model/zones.ts";
import { atomsIn } from "../prover/space/atoms.ts";
import type { InAgreement } from "../prover/written/written.ts";
import type { Pair, Revision } from "./revision.ts";

/** A clause where it stands. */
export type Unit = InAgreement<HandleClause | CommitClause>;

/** The clauses of a kind of request in two revisions. */
export interface EditedKind {
  readonly kind: string;
  readonly before: readonly Unit[];
  readonly after: readonly Unit[];
  /** Those that say the same in both, though their agreements were edited. */
  readonly shared: readonly SharedUnit[];
  /** Agreements that were not edited; some of their clauses may be about the kind. */
  readonly kept: readonly Agreement[];
}

/** One clause in both revisions. */
export interface SharedUnit {
  readonly before: Unit;
  readonly after: Unit;
}

/** The kinds of request of which a clause was edited, added or taken away, with their clauses. */
export function editedKinds(pair: Pair): readonly EditedKind[] {
  const kept = keptAgreements(pair);
  const [old, now] = [unitsByKind(pair.before.model, kept), unitsByKind(pair.after.model, kept)];
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((kind) => {
    const matched = matchedUnits(old.get(kind) ?? [], now.get(kind) ?? [], pair);
    return matched.before.length + matched.after.length > 0 ? [{ kind, ...matched, kept: [...kept] }] : [];
  });
}

/** The clauses of agreements that were edited. */
function unitsByKind({ agreements }: Model, kept: ReadonlySet<Agreement>): ReadonlyMap<string, readonly Unit[]> {
  const found = new Map<string, Unit[]>();
  for (const agreement of agreements.values()) {
    if (kept.has(agreement)) continue;
    for (const clause of [...agreement.handles, ...agreement.commits])
      for (const kind of new Set(clause.kinds)) {
        const known = found.get(kind);
        if (known) known.push({ agreement, clause });
        else found.set(kind, [{ agreement, clause }]);
      }
  }
  return found;
}

function matchedUnits(
  before: readonly Unit[],
  after: readonly Unit[],
  pair: Pair,
): Pick<EditedKind, "before" | "after" | "shared"> {
  const old = new Map<string, Unit[]>();
  for (const unit of before) {
    const text = textOf(unit, pair.before, pair);
    old.set(text, [...(old.get(text) ?? []), unit]);
  }
  const shared: SharedUnit[] = [];
  const added: Unit[] = [];
  for (const unit of after) {
    const found = old.get(textOf(unit, pair.after, pair))?.pop();
    if (found) shared.push({ before: found, after: unit });
    else added.push(unit);
  }
  return { before: [...old.values()].flat(), after: added, shared };
}

/** Agreements that are the same objects in both revisions, and whose clauses mean the same. */
function keptAgreements({ before, after, calendars }: Pair): ReadonlySet<Agreement> {
  const bent = bentOtherwise(before.model, after.model);
  const kept = new Set<Agreement>();
  for (const [name, agreement] of after.model.agreements) {
    if (before.model.agreements.get(name) !== agreement || bent.has(name)) continue;
    if (zoneOfAgreement(before.model, agreement) !== zoneOfAgreement(after.model, agreement)) continue;
    const asks = (clause: HandleClause | CommitClause) => asksForChanged(clause, after.model, calendars);
    if (calendars.changed.size > 0 && [...agreement.handles, ...agreement.commits].some(asks)) continue;
    kept.add(agreement);
  }
  return kept;
}

/** The agreements of clauses that other exceptions bend. */
function bentOtherwise(before: Model, after: Model): ReadonlySet<string> {
  const ids = new Set([...before.exceptionsOf.keys(), ...after.exceptionsOf.keys()]);
  const changed = [...ids].filter((id) => {
    const [old = [], now = []] = [before.exceptionsOf.get(id), after.exceptionsOf.get(id)];
    return old.length !== now.length || old.some((each, index) => each !== now[index]);
  });
  return new Set(changed.flatMap((id) => (after.clauses.get(id) ?? before.clauses.get(id))?.agreement ?? []));
}

/** Whether conditions ask for a calendar whose times changed. */
function asksForChanged(clause: HandleClause | CommitClause, model: Model, calendars: Pair["calendars"]): boolean {
  if (calendars.changed.size === 0) return false;
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

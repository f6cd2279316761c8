/** The few clauses that have to do with an edit, of both revisions, as boxes of one space. */
import type { Model, RequestKind } from "../model/model.ts";
import { type Box, boxWhere, sharedBoxes } from "../prover/space/box.ts";
import { boxesWhere } from "../prover/space/condition.ts";
import { type Ground, type Space, type SpaceSource, spaceOf } from "../prover/space/space.ts";
import { askedIn } from "../prover/written/questions.ts";
import { type CommitRule, commitRule, type HandleRule, handleRule } from "../prover/written/rules.ts";
import { scopeIn, scopesOf } from "../prover/written/scopes.ts";
import { sourceOf } from "../prover/written/source.ts";
import { type Written, type WrittenPart, writtenOf } from "../prover/written/written.ts";
import { utc, type Zone } from "../time/zone.ts";
import { changedCustomers } from "./customers.ts";
import { type Asked, doorConditions, linesIn } from "./doors.ts";
import type { SharedUnit, Unit } from "./edited.ts";
import { factsInBoth, groundOf, kindIn, retypedFields } from "./ground.ts";
import { conditionWith, type OldCalendars, oldCalendars } from "./oldCalendars.ts";
import type { Pair } from "./revision.ts";

/** Clauses on one kind of request that are looked at together: those that differ, and what may meet them. */
export interface Looking {
  readonly kind: string;
  readonly before: readonly Unit[];
  readonly after: readonly Unit[];
  readonly shared: readonly SharedUnit[];
  /** Of handle clauses the promises about the same requests, of these the handle clauses: both are in one answer. */
  readonly beside: readonly SharedUnit[];
}

/** Clauses on one kind of request that are looked at together, as boxes of one space. */
export interface Focus {
  readonly sort: "handling" | "promises";
  readonly kind: RequestKind;
  readonly space: Space;
  readonly ground: Ground;
  /** Requests that do not occur, in neither revision. */
  readonly impossible: readonly Box[];
  readonly before: Rules;
  readonly after: Rules;
  readonly shared: Rules;
  /** What steps and channels ask about, each as the requests of which it holds. */
  readonly asked: readonly (readonly Box[])[];
  /** False where a condition is too complex, dates reach farther than is looked at, or requests cannot be compared. */
  readonly isDecidable: boolean;
  /** Whether what is asked about has values of the same sort in both revisions. */
  readonly isComparable: boolean;
}

/** Handle and commit clauses as boxes. */
export interface Rules {
  readonly handles: readonly HandleRule[];
  readonly commits: readonly CommitRule[];
}

/** Clauses in one space, in which a calendar that changed is two: `office@old` and `office`. Undefined where nobody declares the kind. */
export function focusOn(looking: Looking, pair: Pair): Focus | undefined {
  const kind = kindIn(looking.kind, pair);
  if (!kind) return undefined;
  const old = oldCalendars(pair.calendars, pair.before.model);
  const sides = sidesOf(looking, kind, pair, old);
  const ground = groundOf(pair, old);
  const asked = [...sides.flatMap(stepConditions), ...doorConditions(looking.before, looking.after, pair, old)];
  const space = spaceOf(sourceIn(sides, asked, kind, pair), ground);
  const isComparable = !retypedFields(looking.kind, pair).some((name) => space.byKey.has(`field ${name}`));
  let isDecidable = space.horizon.isWhole && isComparable;
  const boxes = ({ when, zone }: Asked): readonly Box[] => {
    const found = boxesWhere(space, when, zone);
    if (!found) isDecidable = false;
    return found ?? [];
  };
  const rules = (side: Side) => rulesOf(side, space, () => (isDecidable = false));
  const [before, after, shared] = [rules(sides[0]), rules(sides[1]), rules(sides[2])];
  const zones = zonesOf([before, after, shared], space.zone);
  const facts = factsInBoth(pair).flatMap((when) => {
    const [first = [], ...others] = zones.map((zone) => boxes({ when, zone }));
    return others.reduce((all, each) => sharedBoxes(space.shape, all, each), first);
  });
  const impossible = [...space.impossible, ...facts, ...changedCustomersIn(space, pair)];
  return {
    sort: sortOf(looking),
    kind,
    space,
    ground,
    impossible,
    before,
    after,
    shared,
    asked: asked.map(boxes),
    isDecidable,
    isComparable,
  };
}

function sortOf({ before, after }: Looking): Focus["sort"] {
  return [...before, ...after].some(({ clause }) => clause.kind === "handle") ? "handling" : "promises";
}

/** The clocks by which agreements are read: what never occurs is so by each of them. */
function zonesOf(rules: readonly Rules[], zone: Zone): readonly Zone[] {
  const scopes = rules.flatMap(({ handles, commits }) => [...handles, ...commits].map(({ scope }) => scope));
  const known = new Map(scopes.map((scope) => [scope.zone.id, scope.zone]));
  return known.size === 0 ? [zone] : [...known.values()];
}

/** Requests of customers who have other attributes now: they are compared customer by customer. */
function changedCustomersIn(space: Space, pair: Pair): readonly Box[] {
  const dimension = space.byKey.get("customer");
  const changed = new Set(changedCustomers(pair).map(({ now }) => now.name));
  if (dimension === undefined || changed.size === 0) return [];
  const { cells = [] } = space.dimensions[dimension] ?? {};
  return [
    boxWhere(space.shape, dimension, (number) => {
      const cell = cells[number];
      return cell?.kind === "name" && cell.name !== undefined && changed.has(cell.name);
    }),
  ];
}

// the sides -----------------------------------------------------------------------------------------------------------

/** Clauses with what they are read in. */
interface Side {
  readonly written: Written;
  readonly model: Model;
  readonly exceptionsOf: OldCalendars["exceptionsOf"];
  /** The name by which its conditions ask for a calendar. */
  readonly name: OldCalendars["name"];
}

/** The first revision's own, the second's own, and what they share. */
function sidesOf(
  { before, after, shared }: Looking,
  kind: RequestKind,
  pair: Pair,
  old: OldCalendars,
): readonly [Side, Side, Side] {
  const { model } = pair.after;
  const exceptionsOf = (id: string) => model.exceptionsOf.get(id) ?? [];
  const written = (units: readonly Unit[]) => writtenOf(kind, units.map(partOf), []);
  const name = (calendar: string) => calendar;
  return [
    {
      written: written(before.map(old.unit)),
      model: pair.before.model,
      exceptionsOf: old.exceptionsOf,
      name: old.name,
    },
    { written: written(after), model, exceptionsOf, name },
    { written: written(shared.map((each) => each.after)), model, exceptionsOf, name },
  ];
}

function partOf({ agreement, clause }: Unit): WrittenPart {
  const [handles, commits] = clause.kind === "handle" ? [[clause], []] : [[], [clause]];
  return { agreement, handles, commits, guarantees: [] };
}

function sourceIn(sides: readonly Side[], asked: readonly Asked[], kind: RequestKind, pair: Pair): SpaceSource {
  const facts = factsInBoth(pair).map((when) => ({ when, place: when.place }));
  const used = sides.filter(({ written }) => written.handles.length + written.commits.length > 0);
  const sources = used.map(({ written, model, exceptionsOf }) =>
    sourceOf(written, { ...model, facts }, { scopes: scopesOf(written, model), exceptionsOf, today: pair.after.today }),
  );
  const horizons = sources.map(({ horizon }) => horizon);
  return {
    kind,
    asked: [...sources.flatMap((source) => source.asked), ...askedIn(asked)],
    ranges: sources.flatMap(({ ranges }) => ranges),
    parties: [...new Set(sources.flatMap(({ parties }) => parties))],
    horizon: {
      first: Math.min(...horizons.map(({ first }) => first)),
      last: Math.max(...horizons.map(({ last }) => last)),
      isWhole: horizons.every(({ isWhole }) => isWhole),
    },
    zone: sources.at(-1)?.zone ?? utc,
    isBroken: sources.some(({ isBroken }) => isBroken),
  };
}

function rulesOf({ written, model, exceptionsOf }: Side, space: Space, tooComplex: () => void): Rules {
  const scopes = scopesOf(written, model);
  const context = { space, exceptionsOf, tooComplex };
  return {
    handles: written.handles.map(({ agreement, clause }) => handleRule(clause, scopeIn(scopes, agreement), context)),
    commits: written.commits.map(({ agreement, clause }) => commitRule(clause, scopeIn(scopes, agreement), context)),
  };
}

// steps ---------------------------------------------------------------------------------------------------------------

/** Steps ask about requests, too. */
function stepConditions({ written, model, exceptionsOf, name }: Side): readonly Asked[] {
  const scopes = scopesOf(written, model);
  return written.handles.flatMap(({ agreement, clause }) => {
    const { zone } = scopeIn(scopes, agreement);
    const steps = linesIn(clause, exceptionsOf).flatMap(({ steps: own }) => own?.value ?? []);
    return steps.flatMap(({ when }) => (when ? [{ when: conditionWith(when, name), zone }] : []));
  });
}

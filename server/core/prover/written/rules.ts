/** What is written about one kind of request, as boxes of its space: clauses, what is laid over them, and lines of promises. */
import { meaningOfRules } from "../../model/meaning.ts";
import type {
  Agreement,
  CommitClause,
  Condition,
  DayRange,
  Exception,
  HandleClause,
  HandleLines,
  Place,
  Verdict,
} from "../../model/model.ts";
import type { Zone } from "../../time/zone.ts";
import { type Box, fullBox, sharedBoxes } from "../space/box.ts";
import { boxesWhere } from "../space/condition.ts";
import { boxInForce, boxOfAskers, type Space } from "../space/space.ts";

/** An agreement with the zone that its dates are read in. */
export interface AgreementScope {
  readonly agreement: Agreement;
  readonly zone: Zone;
  /** Parties that may ask for the kind: those that do not handle it, unless all do. */
  readonly askers: readonly string[];
}

/** Something laid over a clause: a case or an exception. */
export interface Overlay<Says> {
  /** The case's id, or the exception's name. */
  readonly id: string;
  readonly place: Place;
  readonly says: Says;
  readonly exception: Exception | undefined;
  readonly when: Condition | undefined;
  /** The case that it lies in or bends; undefined: the clause itself. */
  readonly inside: Overlay<Says> | undefined;
  readonly depth: number;
  /** The requests of which its own condition holds, whatever is around it. */
  readonly own: readonly Box[];
  /** The requests that fall under it. */
  readonly boxes: readonly Box[];
}

/** What a handle clause or an overlay of it states. */
export interface Stating {
  readonly lines: HandleLines;
  /** The meaning of an exception's `open` and `closed` lines. */
  readonly open: string | undefined;
}

/** A clause for one kind of request, and the requests that fall under it. */
export interface Rule<Clause, Says> {
  readonly clause: Clause;
  readonly scope: AgreementScope;
  readonly says: Says;
  /** The requests of which its own condition holds. */
  readonly own: readonly Box[];
  readonly boxes: readonly Box[];
  /** Cases, each before those in it; then exceptions. */
  readonly overlays: readonly Overlay<Says>[];
}

/** A handle clause for one kind. */
export type HandleRule = Rule<HandleClause, Stating>;

/** A commit clause for one kind; what it says is its verdict lines with the requests that they hold of. */
export type CommitRule = Rule<CommitClause, readonly Line[]>;

/** A verdict line, and the requests of which its clause or overlay and its own condition hold. */
export interface Line {
  readonly verdict: Verdict;
  readonly boxes: readonly Box[];
}

/** What rules are read in. */
export interface RuleContext {
  readonly space: Space;
  readonly exceptionsOf: (id: string) => readonly Exception[];
  /** Told of a condition that takes too many boxes; with it nothing about the kind is decided. */
  readonly tooComplex: (place: Place) => void;
}

/** A handle clause as boxes. */
export function handleRule(clause: HandleClause, scope: AgreementScope, context: RuleContext): HandleRule {
  const around = agreementBox(scope, context.space, undefined);
  return ruleOf(clause, around, { ...context, scope }, (source): Stating => {
    const open = "base" in source && source.open.length > 0 ? meaningOfRules(source.open) : undefined;
    return { lines: source.lines, open };
  });
}

/** A commit clause as boxes. */
export function commitRule(clause: CommitClause, scope: AgreementScope, context: RuleContext): CommitRule {
  const around = agreementBox(scope, context.space, clause.by);
  const inside = { ...context, scope };
  return ruleOf(clause, around, inside, (source, boxes): readonly Line[] =>
    source.verdicts.map((verdict) => {
      const own = ownBoxes(verdict.when, verdict.place, inside);
      return { verdict, boxes: sharedBoxes(context.space.shape, boxes, own) };
    }),
  );
}

/** The requests at times when the agreement is in force, of a party, or of any of its parties; or of nobody in particular. */
function agreementBox(scope: AgreementScope, space: Space, party: string | undefined): readonly Box[] {
  const ofScope = agreementBoxes.get(scope);
  const byParty = ofScope?.space === space ? ofScope.byParty : new Map<string | undefined, readonly Box[]>();
  const boxes = byParty.get(party) ?? newAgreementBox(scope, space, party);
  byParty.set(party, boxes);
  agreementBoxes.set(scope, { space, byParty });
  return boxes;
}

interface AgreementBoxes {
  readonly space: Space;
  readonly byParty: Map<string | undefined, readonly Box[]>;
}

const agreementBoxes = new WeakMap<AgreementScope, AgreementBoxes>();

function newAgreementBox({ agreement, zone }: AgreementScope, space: Space, party: string | undefined): readonly Box[] {
  const range = agreement.effective?.value;
  const inForce = range ? boxInForce(space, range, zone) : fullBox(space.shape);
  const parties = party === undefined ? agreement.parties : [party];
  const asked = boxOfAskers(
    space,
    ({ name, teams }) => name === undefined || teams.some((team) => parties.includes(team)),
  );
  return sharedBoxes(space.shape, [inForce], [asked]);
}

interface Inside extends RuleContext {
  readonly scope: AgreementScope;
}

/** What clauses and cases have in common. */
interface ClauseLike<Clause> {
  readonly id: string;
  readonly kinds: readonly string[];
  readonly when: Condition | undefined;
  readonly place: Place;
  readonly cases: readonly Clause[];
}

type SaysOf<Clause, Says> = (source: Clause | Exception, boxes: readonly Box[]) => Says;

function ruleOf<Clause extends ClauseLike<Clause>, Says>(
  clause: Clause,
  around: readonly Box[],
  context: Inside,
  saysOf: SaysOf<Clause, Says>,
): Rule<Clause, Says> {
  const own = ownBoxes(clause.when, clause.place, context);
  const boxes = sharedBoxes(context.space.shape, around, own);
  const cases: Overlay<Says>[] = [];
  addCases(clause.cases, { overlay: undefined, boxes }, context, saysOf, cases);
  const bases = [
    { id: clause.id, overlay: undefined, boxes },
    ...cases.map((overlay) => ({ id: overlay.id, overlay, boxes: overlay.boxes })),
  ];
  const exceptions = bases.flatMap((base) =>
    context.exceptionsOf(base.id).map((each) => exceptionOverlay(each, base, context, saysOf)),
  );
  const overlays = [...cases, ...exceptions];
  return { clause, scope: context.scope, says: saysOf(clause, boxes), own, boxes, overlays };
}

/** What something is laid over. */
interface Base<Says> {
  readonly overlay: Overlay<Says> | undefined;
  readonly boxes: readonly Box[];
}

function addCases<Clause extends ClauseLike<Clause>, Says>(
  cases: readonly Clause[],
  base: Base<Says>,
  context: Inside,
  saysOf: SaysOf<Clause, Says>,
  into: Overlay<Says>[],
): void {
  for (const clause of cases) {
    const isOfKind = clause.kinds.length === 0 || clause.kinds.includes(context.space.kind);
    const own = ownBoxes(clause.when, clause.place, context);
    const boxes = isOfKind ? sharedBoxes(context.space.shape, base.boxes, own) : [];
    const { id, place, when } = clause;
    const depth = (base.overlay?.depth ?? 0) + 1;
    const says = saysOf(clause, boxes);
    const overlay = { id, place, says, exception: undefined, when, inside: base.overlay, depth, own, boxes };
    into.push(overlay);
    addCases(clause.cases, { overlay, boxes }, context, saysOf, into);
  }
}

function exceptionOverlay<Clause, Says>(
  exception: Exception,
  base: Base<Says>,
  context: Inside,
  saysOf: SaysOf<Clause, Says>,
): Overlay<Says> {
  const { name, place, when } = exception;
  const dates = datesOf(exception);
  const { space, scope } = context;
  const inForce = dates ? sharedBoxes(space.shape, base.boxes, [boxInForce(space, dates, scope.zone)]) : [];
  const own = ownBoxes(when, place, context);
  const boxes = sharedBoxes(space.shape, inForce, own);
  const [depth, inside] = [base.overlay?.depth ?? 0, base.overlay];
  return { id: name, place, says: saysOf(exception, boxes), exception, when, inside, depth, own, boxes };
}

/** The dates on which an exception is in force; undefined for one that lacks its end or its approval (language.md M3). */
export function datesOf({ effective, approved }: Exception): DayRange | undefined {
  return approved && effective?.value.last !== undefined ? effective.value : undefined;
}

function ownBoxes(when: Condition | undefined, place: Place, context: Inside): readonly Box[] {
  const own = boxesWhere(context.space, when, context.scope.zone);
  if (own) return own;
  context.tooComplex(place);
  return [];
}

/**
 * Whether one overlay stands above another where both hold: an exception above every case, and what is nested in something
 * above it (language.md M3).
 */
export function isAbove<Says>(one: Overlay<Says>, other: Overlay<Says>): boolean {
  if (one.exception === undefined)
    return other.exception === undefined && one.depth > other.depth && liesIn(one, other);
  return other.exception === undefined || (one.depth > other.depth && liesIn(one, other));
}

/** Whether an overlay lies in a case, or in what an exception bends. */
function liesIn<Says>(inner: Overlay<Says>, outer: Overlay<Says>): boolean {
  const wanted = outer.exception ? outer.inside : outer;
  let around = inner.inside;
  while (around !== undefined && around !== wanted) around = around.inside;
  return around === wanted;
}

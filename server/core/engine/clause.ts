import type {
  CalendarRule,
  CommitClause,
  Condition,
  DayRange,
  Exception,
  HandleClause,
  Place,
  Verdict,
} from "../model/model.ts";
import type { CalendarLine } from "../time/spec.ts";
import { compileCondition, type Test } from "./condition.ts";
import { plainText } from "./difference.ts";
import type {
  AgreementPlan,
  CommitOverlay,
  CommitPlan,
  Force,
  HandleOverlay,
  HandlePlan,
  Opening,
  Overlay,
  VerdictPlan,
} from "./plan.ts";
import { doerOf } from "./staff.ts";
import type { Resources } from "./terms.ts";

/** What a clause is compiled in. */
export interface ClauseContext {
  readonly agreement: AgreementPlan;
  readonly exceptionsOf: (id: string) => readonly Exception[];
  readonly linesOf: (rules: readonly CalendarRule[]) => readonly CalendarLine[];
  readonly resources: Resources;
}

/** A handle clause made ready to be asked. */
export function handlePlan(clause: HandleClause, context: ClauseContext): HandlePlan {
  return {
    id: clause.id,
    agreement: context.agreement,
    kinds: clause.kinds,
    when: clause.when,
    test: testOf(clause.when, context),
    lines: clause.lines,
    overlays: overlaysOf(clause, context, (source) => ({ lines: source.lines })) satisfies readonly HandleOverlay[],
    bare: { held: [], next: [], variants: undefined },
    place: clause.place,
  };
}

/** A commit clause made ready to be asked. */
export function commitPlan(clause: CommitClause, context: ClauseContext): CommitPlan {
  const verdictsOf = (source: CommitClause | Exception, id?: string): readonly VerdictPlan[] =>
    source.verdicts.map((verdict) => verdictPlan(verdict, id ?? verdict.id, context));
  return {
    id: clause.id,
    agreement: context.agreement,
    kinds: clause.kinds,
    party: clause.by,
    when: clause.when,
    test: testOf(clause.when, context),
    verdicts: verdictsOf(clause),
    overlays: overlaysOf(clause, context, (source) => ({
      verdicts: verdictsOf(source, "base" in source ? source.name : undefined),
    })) satisfies readonly CommitOverlay[],
    place: clause.place,
  };
}

const strictness = { may: 0, ask: 1, never: 2 };

function verdictPlan(verdict: Verdict, decidedBy: string, context: ClauseContext): VerdictPlan {
  return {
    verdict,
    test: testOf(verdict.when, context),
    strictness: strictness[verdict.verdict],
    doer: verdict.who ? doerOf(verdict.who, context.resources.staff) : { kind: "unknown" },
    decidedBy,
  };
}

function testOf(when: Condition | undefined, { agreement, resources }: ClauseContext): Test | undefined {
  return when && compileCondition(when, { zone: agreement.zone, calendar: resources.calendars.named });
}

// overlays ------------------------------------------------------------------------------------------------------------

/** What cases have in common, of handles and of commits. */
interface ClauseLike<Clause> {
  readonly id: string;
  readonly kinds: readonly string[];
  readonly when: Condition | undefined;
  readonly place: Place;
  readonly cases: readonly Clause[];
}

interface CaseAt<Clause> {
  readonly clause: Clause;
  readonly index: number;
  readonly inside: number;
  readonly depth: number;
}

/** Cases in order of name, each before those in it; then the exceptions, those to the clause before those to its cases, in order of name. */
function overlaysOf<Clause extends ClauseLike<Clause>, Extra>(
  clause: Clause,
  context: ClauseContext,
  extra: (source: Clause | Exception) => Extra,
): readonly (Overlay & Extra)[] {
  const cases: CaseAt<Clause>[] = [];
  addCases(clause.cases, -1, 1, cases);
  const ofCases = cases.map((each) => ({ ...caseOverlay(each, context), ...extra(each.clause) }));
  const bent = [{ clause, index: -1, depth: 0 }, ...cases].flatMap(({ clause: base, index, depth }) =>
    context.exceptionsOf(base.id).map((exception) => ({ exception, inside: index, depth })),
  );
  bent.sort((one, other) => one.depth - other.depth || byText(one.exception.name, other.exception.name));
  const ofExceptions = bent.map(({ exception, inside, depth }, order) => ({
    ...exceptionOverlay(exception, { index: cases.length + order, inside, depth }, context),
    ...extra(exception),
  }));
  return [...ofCases, ...ofExceptions];
}

function addCases<Clause extends ClauseLike<Clause>>(
  cases: readonly Clause[],
  inside: number,
  depth: number,
  into: CaseAt<Clause>[],
): void {
  for (const clause of [...cases].sort((one, other) => byText(one.id, other.id))) {
    const index = into.length;
    into.push({ clause, index, inside, depth });
    addCases(clause.cases, index, depth + 1, into);
  }
}

function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function caseOverlay<Clause extends ClauseLike<Clause>>(
  { clause, index, inside, depth }: CaseAt<Clause>,
  context: ClauseContext,
): Overlay {
  return {
    id: clause.id,
    index,
    isException: false,
    inside,
    depth,
    kinds: clause.kinds.length > 0 ? new Set(clause.kinds) : undefined,
    when: clause.when,
    test: testOf(clause.when, context),
    force: always,
    effective: true,
    open: undefined,
    place: clause.place,
  };
}

type Position = Pick<Overlay, "index" | "inside" | "depth">;

function exceptionOverlay(exception: Exception, position: Position, context: ClauseContext): Overlay {
  const force = forceOf(exception.effective?.value);
  return {
    id: exception.name,
    ...position,
    isException: true,
    kinds: undefined,
    when: exception.when,
    test: testOf(exception.when, context),
    force,
    effective: Number.isFinite(force.last) && exception.approved !== undefined,
    open: openingOf(exception, force, context),
    place: exception.place,
  };
}

function openingOf(exception: Exception, effective: Force, { agreement, linesOf }: ClauseContext): Opening | undefined {
  if (exception.open.length === 0) return undefined;
  const lines = linesOf(exception.open);
  return { exception: exception.name, lines, effective, zone: agreement.zone.id, key: plainText(exception.open) };
}

const always: Force = { first: Number.NEGATIVE_INFINITY, last: Number.POSITIVE_INFINITY };

/** The dates in force; without any, every date. */
export function forceOf(range: DayRange | undefined): Force {
  return range ? { first: range.first, last: range.last ?? Number.POSITIVE_INFINITY } : always;
}

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
import type { CalendarLine, Day } from "../time/spec.ts";
import { type ConditionScope, compileCondition, type Test } from "./condition.ts";
import { plainText } from "./difference.ts";
import type { AgreementPlan, CommitPlan, Force, HandlePlan, Opening, Overlay, VerdictPlan } from "./plan.ts";
import type { Resources } from "./resources.ts";

/** What a clause is compiled in. */
export interface ClauseContext {
  readonly agreement: AgreementPlan;
  readonly tests: ConditionScope;
  readonly exceptionsOf: (id: string) => readonly Exception[];
  readonly kindNumber: (kind: string) => number;
  readonly linesOf: (rules: readonly CalendarRule[]) => readonly CalendarLine[];
  readonly resources: Resources;
}

/** A handle clause made ready to be asked. */
export function handlePlan(clause: HandleClause, context: ClauseContext): HandlePlan {
  const overlays = overlaysOf(clause, context, ({ lines }) => ({ lines }));
  return {
    ...commonPlan(clause, overlays, context),
    overlays,
    bare: { next: [], variants: undefined, held: [] },
    lines: clause.lines,
  };
}

/** A commit clause made ready to be asked. */
export function commitPlan(clause: CommitClause, context: ClauseContext): CommitPlan {
  const overlays = overlaysOf(clause, context, (source) => ({
    verdicts: verdictPlans(source.verdicts, "base" in source ? source.name : undefined, context),
  }));
  return {
    ...commonPlan(clause, overlays, context),
    party: context.resources.staff.teams.get(clause.by),
    verdicts: verdictPlans(clause.verdicts, undefined, context),
    overlays,
  };
}

function commonPlan(clause: HandleClause | CommitClause, overlays: readonly Overlay[], context: ClauseContext) {
  const firstException = overlays.findIndex((overlay) => overlay.isException);
  return {
    agreement: context.agreement,
    test: testOf(clause.when, context),
    firstException: firstException < 0 ? overlays.length : firstException,
    id: clause.id,
    kinds: clause.kinds,
    when: clause.when,
    place: clause.place,
  };
}

/** Verdict lines; those of an exception are pointed at by its name. */
function verdictPlans(
  verdicts: readonly Verdict[],
  exception: string | undefined,
  context: ClauseContext,
): readonly VerdictPlan[] {
  return verdicts.map((verdict) => ({
    test: testOf(verdict.when, context),
    strictness: strictness[verdict.verdict],
    doer: context.resources.doer(verdict.who),
    within: verdict.within && context.resources.target(verdict.within),
    decidedBy: exception ?? verdict.id,
    verdict,
  }));
}

const strictness = { may: 0, ask: 1, never: 2 };

function testOf(when: Condition | undefined, { tests }: ClauseContext): Test | undefined {
  return when && compileCondition(when, tests);
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
    test: testOf(clause.when, context),
    kinds: clause.kinds.length > 0 ? clause.kinds.map(context.kindNumber) : undefined,
    inside,
    force: always,
    index,
    isException: false,
    depth,
    id: clause.id,
    open: undefined,
    when: clause.when,
    place: clause.place,
    dates: always,
  };
}

type Position = Pick<Overlay, "index" | "inside" | "depth">;

/** Without an end or an approval it has no effect (language.md M3). */
function exceptionOverlay(exception: Exception, position: Position, context: ClauseContext): Overlay {
  const dates = forceOf(exception.effective?.value);
  const hasEffect = exception.effective?.value.last !== undefined && exception.approved !== undefined;
  return {
    test: testOf(exception.when, context),
    kinds: undefined,
    inside: position.inside,
    force: hasEffect ? dates : never,
    index: position.index,
    isException: true,
    depth: position.depth,
    id: exception.name,
    open: openingOf(exception, dates, context),
    when: exception.when,
    place: exception.place,
    dates,
  };
}

function openingOf(exception: Exception, effective: Force, { agreement, linesOf }: ClauseContext): Opening | undefined {
  if (exception.open.length === 0) return undefined;
  const lines = linesOf(exception.open);
  return { exception: exception.name, lines, effective, zone: agreement.zone.id, key: plainText(exception.open) };
}

// Farther than any date, and still a small integer, which is compared fastest.
const farthest = 2 ** 30;
const always: Force = { first: -farthest, last: farthest };

/** The dates of what never is in force. */
export const never: Force = { first: farthest, last: -farthest };

/** The dates in force; without any, every date. */
export function forceOf(range: DayRange | undefined): Force {
  return range ? { first: range.first, last: range.last ?? farthest } : always;
}

/** A date of a force as it was written; undefined where there is no such end. */
export function writtenDay(day: Day): Day | undefined {
  return Math.abs(day) === farthest ? undefined : day;
}

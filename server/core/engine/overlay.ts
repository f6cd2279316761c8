import { meaningOfRules } from "../model/meaning.ts";
import type { CalendarRule, Condition, Exception, Place } from "../model/model.ts";
import type { CalendarLine } from "../time/spec.ts";
import { type ConditionScope, compileCondition, type Test } from "./condition.ts";
import { always, type Force, forceOf, never } from "./force.ts";
import { byText } from "./order.ts";
import type { AgreementPlan, Opening, Overlay } from "./plan.ts";

/** What the overlays of a clause are compiled in. */
export interface OverlayContext {
  readonly agreement: AgreementPlan;
  readonly tests: ConditionScope;
  readonly exceptionsOf: (id: string) => readonly Exception[];
  readonly kindNumber: (kind: string) => number;
  readonly linesOf: (rules: readonly CalendarRule[]) => readonly CalendarLine[];
}

/** What clauses and cases have in common, of handles and of commits. */
export interface ClauseLike<Clause> {
  readonly id: string;
  readonly kinds: readonly string[];
  readonly when: Condition | undefined;
  readonly place: Place;
  readonly cases: readonly Clause[];
}

interface Position {
  readonly index: number;
  readonly inside: number;
  readonly depth: number;
}

interface CaseAt<Clause> extends Position {
  readonly clause: Clause;
}

/**
 * What can be laid over a clause: cases in order of name, each before those in it; then the exceptions, those to the clause
 * before those to its cases, in order of name. `saysOf` gives what a case or an exception says.
 */
export function overlaysOf<Clause extends ClauseLike<Clause>, Says>(
  clause: Clause,
  context: OverlayContext,
  saysOf: (source: Clause | Exception) => Says,
): readonly Overlay<Says>[] {
  const cases: CaseAt<Clause>[] = [];
  addCases(clause.cases, -1, 1, cases);
  const bent = [{ clause, index: -1, depth: 0 }, ...cases].flatMap(({ clause: base, index, depth }) =>
    context.exceptionsOf(base.id).map((exception) => ({ exception, inside: index, depth })),
  );
  bent.sort((one, other) => one.depth - other.depth || byText(one.exception.name, other.exception.name));
  return [
    ...cases.map((each) => overlay(caseParts(each.clause, context), each, saysOf(each.clause))),
    ...bent.map(({ exception, inside, depth }, order) =>
      overlay(exceptionParts(exception, context), { index: cases.length + order, inside, depth }, saysOf(exception)),
    ),
  ];
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

/** An overlay but for its position and what it says. */
type Parts = Omit<Overlay<unknown>, "says" | keyof Position>;

/** Written out property by property: copies of objects made by `...` differ inwardly and are slow to read. */
function overlay<Says>(parts: Parts, { index, inside, depth }: Position, says: Says): Overlay<Says> {
  return {
    test: parts.test,
    kinds: parts.kinds,
    inside,
    force: parts.force,
    says,
    index,
    depth,
    isException: parts.isException,
    id: parts.id,
    open: parts.open,
    when: parts.when,
    place: parts.place,
    dates: parts.dates,
    lack: parts.lack,
  };
}

function caseParts<Clause extends ClauseLike<Clause>>(clause: Clause, { tests, kindNumber }: OverlayContext): Parts {
  return {
    test: testOf(clause.when, tests),
    kinds: clause.kinds.length > 0 ? clause.kinds.map(kindNumber) : undefined,
    force: always,
    isException: false,
    id: clause.id,
    open: undefined,
    when: clause.when,
    place: clause.place,
    dates: always,
    lack: undefined,
  };
}

/** Without an end or an approval it has no effect (language.md M3). */
function exceptionParts(exception: Exception, context: OverlayContext): Parts {
  const dates = forceOf(exception.effective?.value);
  const lack = lackOf(exception);
  return {
    test: testOf(exception.when, context.tests),
    kinds: undefined,
    force: lack ? never : dates,
    isException: true,
    id: exception.name,
    open: openingOf(exception, dates, context),
    when: exception.when,
    place: exception.place,
    dates,
    lack,
  };
}

function lackOf({ approved, effective }: Exception): Parts["lack"] {
  if (!approved) return "unapproved";
  return effective?.value.last === undefined ? "without end" : undefined;
}

function openingOf(
  exception: Exception,
  effective: Force,
  { agreement, linesOf }: OverlayContext,
): Opening | undefined {
  if (exception.open.length === 0) return undefined;
  const { name, open: rules } = exception;
  return {
    exception: name,
    lines: linesOf(rules),
    rules,
    effective,
    zone: agreement.zone.id,
    key: meaningOfRules(rules),
  };
}

/** The test of an optional condition; undefined when there is nothing to ask. */
export function testOf(when: Condition | undefined, tests: ConditionScope): Test | undefined {
  return when && compileCondition(when, tests);
}

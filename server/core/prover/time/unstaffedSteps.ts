/** Steps that begin on a day on which nobody is there to do them, for every minute at which a request can come (language.md M4, M5). */
import type { Who } from "../../model/model.ts";
import type { Step, StepTiming } from "../../model/work.ts";
import { type Calendar, nextOpening } from "../../time/calendar.ts";
import { intersection } from "../../time/sets.ts";
import type { Day, Instant } from "../../time/spec.ts";
import { toInstant, type Zone } from "../../time/zone.ts";
import type { Box } from "../space/box.ts";
import { type Dates, instantsOf, unstaffedDates } from "../staff/staffing.ts";
import type { Group } from "../written/group.ts";
import type { AgreementScope } from "../written/rules.ts";
import { arrivalsIn, type Curve, firstWithin, type TimeRule, through } from "./curve.ts";
import { boxAround, timesIn, type Untold } from "./kept.ts";
import { plainTurns, type StepTurn, worstTurns } from "./stepTurns.ts";
import type { Terms } from "./terms.ts";
import { openingRule, receipt, stepRule } from "./timeRules.ts";
import { type Counting, handOf, teamsOf, type Working } from "./working.ts";

/** A step without anybody, and a request that gets there. */
export interface UnstaffedStep {
  readonly step: Step;
  /** Whether it gets there only when forms are returned. */
  readonly isReturned: boolean;
  /** The hours of whoever does the step; undefined where there are none. */
  readonly calendar: Calendar | undefined;
  /** The zone that the days are read in. */
  readonly zone: Zone;
  /** The days on which nobody is there. */
  readonly absent: readonly Dates[];
  readonly arrival: Instant;
  readonly box: Box;
}

/** What is known of the steps of some terms. */
export interface StepCover {
  readonly found: readonly UnstaffedStep[];
  readonly undecided: readonly Untold["because"][];
}

/** Looks at each step on the way as planned, and on that with every return, for requests from today on; each step is found once. */
export function unstaffedSteps(
  group: Group,
  terms: Terms,
  counting: Counting,
  working: Working,
  today: Day,
): StepCover {
  const { steps = [], lines } = terms;
  const undecided = new Set<Untold["because"]>();
  const absences = new Map<Step, readonly Dates[]>();
  for (const step of steps) {
    const dates = { first: today, last: Math.max(today, group.space.horizon.last) + twoYears };
    const absent = absentDates(working, step.who, terms.rule.scope, dates);
    if (!absent) undecided.add("people differ");
    else if (absent.length > 0) absences.set(step, absent);
  }
  const found = new Map<Step, UnstaffedStep>();
  if (absences.size > 0 && terms.isContested) undecided.add("conflict");
  else if (absences.size > 0)
    for (const isReturned of [false, true]) {
      const turns = isReturned ? worstTurns(lines.steps?.value ?? [], steps) : plainTurns(steps);
      const looking = { group, terms, counting, working, today, absences, turns };
      for (const box of terms.boxes)
        for (const each of walked(looking, box, undecided))
          if (!found.has(each.step)) found.set(each.step, { ...each, isReturned });
    }
  return { found: [...found.values()], undecided: [...undecided] };
}

/** Steps may go on for so long after the last request. */
const twoYears = 731;

/** When nobody takes it; undefined where a single request decides. */
function absentDates({ model }: Working, who: Who, { askers }: AgreementScope, dates: Dates) {
  if (who.kind !== "lead of asker") return unstaffedDates(model, who, dates);
  const leads = askers.map((team) => unstaffedDates(model, { kind: "lead of", team }, dates));
  return leads.every((absent) => absent?.length === 0) ? [] : undefined;
}

interface Looking {
  readonly group: Group;
  readonly terms: Terms;
  readonly counting: Counting;
  readonly working: Working;
  readonly today: Day;
  readonly absences: ReadonlyMap<Step, readonly Dates[]>;
  readonly turns: readonly StepTurn[];
}

/** The turns that begin without anybody. Whoever has the first step of a clause without `by` is its handler, of which is told elsewhere. */
function walked(
  { group, terms, counting, working, today, absences, turns }: Looking,
  box: Box,
  undecided: Set<Untold["because"]>,
): readonly Omit<UnstaffedStep, "isReturned">[] {
  const { lines, rule } = terms;
  const found: Omit<UnstaffedStep, "isReturned">[] = [];
  const from = [toInstant(counting.calendar.zone, today, 0), Number.POSITIVE_INFINITY];
  const arrivals = arrivalsIn(intersection(timesIn(group, box), from));
  let at: Curve = lines.cutoff ? through(arrivals, receipt(counting.calendar, lines.cutoff.value)) : arrivals;
  for (const [index, { step, timing }] of turns.entries()) {
    const hand = handOf(working, { who: step.who, timing }, rule.scope);
    if (!hand) {
      if (turns.slice(index).some((turn) => absences.has(turn.step))) undecided.add("hours differ");
      return found;
    }
    const absent = index === 0 && !lines.by ? undefined : absences.get(step);
    if (absent) {
      const calendar = calendarOf(working, step, rule.scope);
      const zone = calendar?.zone ?? counting.calendar.zone;
      const met = firstWithin(through(at, clockRule(hand.calendar, timing)), instantsOf(zone, absent));
      const around = met && boxAround(group, box, met.arrival);
      if (around) found.push({ step, calendar, zone, absent, arrival: met.arrival, box: around });
    }
    at = through(at, stepRule(hand.calendar, timing));
  }
  return found;
}

/** The one calendar of a step, which has been found to be one. */
function calendarOf({ model, ground }: Working, { who }: Step, scope: AgreementScope): Calendar | undefined {
  const [team] = teamsOf(model, who, scope);
  const hours = team === undefined ? undefined : model.teams.get(team)?.hours;
  return hours && ground.calendarNamed(hours.value);
}

/** When a step's clock starts, on whose date it is told who does it: at the next opening, where there is one, unless it counts at once. */
function clockRule(calendar: Calendar, timing: StepTiming): TimeRule {
  if (timing.kind === "within" && !timing.target.unit.startsWith("business"))
    return { at: (instant) => instant, changes: () => [] };
  return { ...openingRule(calendar), at: (instant) => nextOpening(calendar, instant) ?? instant };
}

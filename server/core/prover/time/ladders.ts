/** Escalations as they fire: whether in time for what they are to save, and whether somebody is there to take them. */
import type { Model, Rung, Stated, Who } from "../../model/model.ts";
import { calendarLines, calendarSpecOf } from "../../model/zones.ts";
import { intervalsBetween } from "../../time/calendar.ts";
import { minuteMilliseconds } from "../../time/date.ts";
import { millisecondsOf } from "../../time/duration.ts";
import { type InstantSet, minus, setOf } from "../../time/sets.ts";
import { openAtLeast } from "../../time/shortestDay.ts";
import type { Day, Instant, Target } from "../../time/spec.ts";
import { toInstant, type Zone } from "../../time/zone.ts";
import { ordinaryRequests } from "../clauses/handling.ts";
import type { Box } from "../space/box.ts";
import type { Budget } from "../space/cover.ts";
import { type Dates, instantsOf, unstaffedDates } from "../staff/staffing.ts";
import type { Group } from "../written/group.ts";
import { type BackRung, backRungs } from "./back.ts";
import { type Climbing, firesAt, firingDates, timesFromToday, zoneOf } from "./climbing.ts";
import { earlier, firstWithin, type Latest, latest } from "./curve.ts";
import { boxAround, timesIn, type Unheld, type Untold } from "./kept.ts";
import { type Terms, termsIn } from "./terms.ts";
import { countingOf, teamsOf, type Working } from "./working.ts";

/** A first rung with authority that fires when the target is over. */
export interface LateRung extends Latest {
  readonly rung: Stated<Rung>;
  readonly what: "respond" | "resolve";
  readonly target: Stated<Target>;
  readonly terms: Terms;
  /** The requests to which it may happen, at times like that of the arrival. */
  readonly box: Box;
}

/** A rung that fires at a time when nobody is there who could take it. */
export interface UntakenRung {
  readonly rung: Stated<Rung>;
  readonly because: "nobody" | "off hours";
  readonly arrival: Instant;
  readonly at: Instant;
  /** The dates on which nobody is there around that time. */
  readonly dates: Dates | undefined;
  readonly terms: Terms;
  readonly box: Box;
}

/** What is known of the ladders of a kind. */
export interface Ladders {
  readonly late: readonly LateRung[];
  readonly untaken: readonly UntakenRung[];
  /** What leaves all of it open. */
  readonly undecided: readonly Unheld[];
  /** What leaves open whether somebody takes it. */
  readonly untakenUndecided: readonly Untold[];
  readonly back: readonly BackRung[];
  /** What leaves open whether a rung leads back. */
  readonly backUndecided: readonly Untold[];
}

/** Holds every ladder against its target and against those whom it names, from today on. */
export function laddersOf(group: Group, working: Working, today: Day, budget: Budget): Ladders {
  const [late, undecided]: [LateRung[], Unheld[]] = [[], []];
  const [untaken, untakenUndecided]: [UntakenRung[], Untold[]] = [[], []];
  const [back, backUndecided]: [BackRung[], Untold[]] = [[], []];
  for (const rule of group.isDecidable ? group.handles : []) {
    if (![rule, ...rule.overlays].some(({ says }) => says.lines.escalate)) continue;
    const clause = rule.clause.id;
    const terms = termsIn(group, rule, ordinaryRequests(group, rule.scope), budget);
    if (!terms) undecided.push({ because: "too many steps", clause });
    for (const each of terms ?? []) {
      if (each.lines.decline || !each.lines.escalate || each.isContested) continue;
      const counting = countingOf(working, each);
      if (!counting) undecided.push({ because: "hours differ", clause });
      else {
        const climbing = { group, terms: each, counting, working, today };
        late.push(...lateRungs(climbing));
        const leading = backRungs(climbing);
        back.push(...leading.found);
        if (leading.undecided) backUndecided.push({ because: leading.undecided, clause });
        for (const rung of each.lines.escalate.value) {
          const found = untakenAt(climbing, rung);
          if (typeof found === "string") untakenUndecided.push({ because: found, clause });
          else untaken.push(...found);
        }
      }
    }
  }
  return { late, untaken, undecided, untakenUndecided, back, backUndecided };
}

// too late ------------------------------------------------------------------------------------------------------------

/** What a ladder is to save is the last of the clause's targets; what it first needs is somebody with authority. */
function lateRungs(climbing: Climbing): readonly LateRung[] {
  const { group, terms, working } = climbing;
  const { escalate, resolve, respond } = terms.lines;
  const target = resolve ?? respond;
  const rungs = escalate?.value ?? [];
  const leading = rungs.filter(({ value }) => hasAuthority(working.model, value.to));
  const first = leading.length > 0 ? leading : rungs;
  const least = openAtLeastFor(climbing);
  if (!target || first.some(({ value }) => isSurelyBefore(value.after, target.value, least))) return [];
  return terms.boxes.flatMap((box): readonly LateRung[] => {
    const times = timesIn(group, box);
    const fires = first.map(({ value }) => firesAt(climbing, value.after, times)).reduce(earlier);
    const worst = latest(fires, firesAt(climbing, target.value, times));
    // Hours that never come leave nothing to save, and are told by a check of their own.
    const isLate = worst && worst.due < Number.POSITIVE_INFINITY && worst.end >= worst.due;
    const around = isLate && boxAround(group, box, worst.arrival);
    const rung = first[0];
    return around && rung
      ? [{ ...worst, rung, what: resolve ? "resolve" : "respond", target, terms, box: around }]
      : [];
  });
}

/** Leads decide; a ladder without any is held to whom it names. */
function hasAuthority({ teams }: Model, who: Who): boolean {
  if (who.kind === "lead of" || who.kind === "lead of asker") return true;
  return who.kind === "person" && [...teams.values()].some(({ lead }) => lead?.value === who.person);
}

/** What every business day that the clause counts on is open for, where its calendar and what is laid over it show that. */
function openAtLeastFor({ working, counting, terms }: Climbing): number | undefined {
  const { model } = working;
  const spec = counting.hours === undefined ? undefined : calendarSpecOf(model, counting.hours);
  if (!spec) return undefined;
  const opened = terms.overlays.flatMap(({ exception }) => exception?.open ?? []);
  // Dates of another zone begin and end within a day of this one.
  if (opened.length > 0 && terms.rule.scope.zone.id !== counting.calendar.zone.id) return undefined;
  const minutes = openAtLeast({ ...spec, lines: [...spec.lines, ...calendarLines(model, opened)] });
  return minutes === undefined ? undefined : minutes * minuteMilliseconds;
}

/** Two times that run alike from one start need no look at the calendar, and neither do hours that no business day falls below. */
function isSurelyBefore(after: Target, target: Target, openAtLeast: number | undefined): boolean {
  const [one, other] = [millisecondsOf(after.unit), millisecondsOf(target.unit)];
  if (one === undefined) return false;
  const [sort, targetSort] = [after, target].map(({ unit }) => unit.split(" ")[0]);
  if (other !== undefined) return sort === targetSort && one * after.amount < other * target.amount;
  const isInDays = target.unit === "business days" && target.amount >= 1 && target.before === undefined;
  return isInDays && sort === "business" && one * after.amount < (openAtLeast ?? 0);
}

// to nobody -----------------------------------------------------------------------------------------------------------

/** Why it is not known, where a single request decides who takes it. */
function untakenAt(climbing: Climbing, rung: Stated<Rung>): readonly UntakenRung[] | Untold["because"] {
  const { working, terms } = climbing;
  const dates = firingDates(climbing);
  const [team, ...others] = teamsOf(working.model, rung.value.to, terms.rule.scope);
  const zone = zoneOf(climbing, team);
  const absent = unstaffedDates(working.model, rung.value.to, dates);
  // A request without a customer has no owner to tell.
  if (rung.value.to.kind === "owner of customer") return "no customer";
  if (others.length > 0 || !absent) return "people differ";
  const found = firstIn(climbing, rung, instantsOf(zone, absent));
  if (found) {
    const around = absent.find(({ first, last }) => isBetween(zone, found.at, first, last));
    return [{ ...found, because: "nobody", dates: around }];
  }
  const off = firstIn(climbing, rung, offHours(climbing, rung, team, dates));
  return off ? [{ ...off, because: "off hours", dates: undefined }] : [];
}

function isBetween(zone: Zone, at: Instant, first: Day, last: Day): boolean {
  return at >= toInstant(zone, first, 0) && at < toInstant(zone, last + 1, 0);
}

type Found = Pick<UntakenRung, "rung" | "arrival" | "at" | "terms" | "box">;

/** The first request from today on whose rung fires in a set of instants. */
function firstIn(climbing: Climbing, rung: Stated<Rung>, set: InstantSet): Found | undefined {
  if (set.length === 0) return undefined;
  const { group, terms } = climbing;
  for (const box of terms.boxes) {
    const fires = firesAt(climbing, rung.value.after, timesFromToday(climbing, box));
    const found = firstWithin(fires, set);
    const around = found && boxAround(group, box, found.arrival);
    if (around) return { rung, arrival: found.arrival, at: found.value, terms, box: around };
  }
  return undefined;
}

/**
 * When the hours of the team that a rung names are over; a closing instant is still within them. Where the clause counts on the same hours in
 * business time, what an exception opens included, a rung never fires then.
 */
function offHours(
  { working, counting }: Climbing,
  { value: { after } }: Stated<Rung>,
  team: string | undefined,
  { first, last }: Dates,
): InstantSet {
  const name = team === undefined ? undefined : working.model.teams.get(team)?.hours?.value;
  const calendar = name === undefined ? undefined : working.ground.calendarNamed(name);
  if (!calendar || (name === counting.hours && after.unit.startsWith("business"))) return [];
  const [from, to] = [toInstant(calendar.zone, first, 0), toInstant(calendar.zone, last + 1, 0)];
  const open = intervalsBetween(calendar, from, to).flatMap((each) => [each.open, each.close + 1]);
  return minus([from, to], setOf(open));
}

/*
 * Business time again, minute by minute, from the sentences of language.md M2 alone. It shares no code with server/core/time,
 * is slow, and knows only a few weeks; it exists to be compared with.
 */
import type {
  CalendarLine,
  CalendarSpec,
  Interval,
  LineDays,
  Target,
  TimeRange,
} from "../../../server/core/time/spec.ts";

const minuteLength = 60_000;
const dayMinutes = 1440;

/** A few weeks of one zone: what its clock shows at each minute. Minutes count from `start` (epoch minutes, UTC). */
export interface World {
  readonly zone: string;
  readonly start: number;
  /** Local minutes since 1970-01-01T00:00 on the zone's clock. */
  readonly local: readonly number[];
  readonly firstShown: ReadonlyMap<number, number>;
  readonly holidays: ReadonlySet<number>;
}

/** One bit a minute of a world: open or not. */
export type Bits = Uint8Array;

/** Asks the platform what a clock in `zone` shows, every quarter of an hour (no zone changes its clock at another minute in the weeks compared). */
export function worldOf(zone: string, startDay: number, days: number, holidays: ReadonlySet<number>): World {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  const local: number[] = [];
  const start = startDay * dayMinutes;
  for (let minute = 0; minute < days * dayMinutes; minute += 15) {
    const parts = format.formatToParts((start + minute) * minuteLength);
    const value = (type: string) => Number(parts.find((part) => part.type === type)?.value);
    const shown = Date.UTC(value("year"), value("month") - 1, value("day"), value("hour"), value("minute"));
    for (let more = 0; more < 15; more++) local.push(shown / minuteLength + more);
  }
  const firstShown = new Map<number, number>();
  for (const [minute, shown] of local.entries()) if (!firstShown.has(shown)) firstShown.set(shown, minute);
  return { zone, start, local, firstShown, holidays };
}

/** The minute of a world at which its clock first shows a time; in a gap by the offset before it; cut to the world's ends. */
export function minuteOf(world: World, day: number, minuteOfDay: number): number {
  const wanted = day * dayMinutes + minuteOfDay;
  const shown = world.firstShown.get(wanted);
  if (shown !== undefined) return shown;
  const after = world.local.findIndex((local) => local > wanted);
  if (after === 0) return 0;
  if (after < 0) return world.local.length;
  // `after` is the first minute behind the gap; one minute earlier the clock still has the offset before it.
  const before = after - 1;
  return before + wanted - localAt(world, before);
}

/** The date that the clock shows at a minute. */
export function dayAt(world: World, minute: number): number {
  return Math.floor(localAt(world, minute) / dayMinutes);
}

/** Which ranges are left out: those that begin on dates for which other hours were written. */
type LeftOut = (range: OwnedRange, world: World) => boolean;

const none: LeftOut = () => false;

/** The open minutes of a calendar. */
export function openMinutes(world: World, spec: CalendarSpec, leftOut: LeftOut = none): Bits {
  return laidOver(world, () => new Uint8Array(world.local.length), spec.lines, leftOut);
}

/** The open minutes after lines were laid over others, in the order of M2. */
export function laidOver(
  world: World,
  below: (leftOut: LeftOut) => Bits,
  lines: readonly CalendarLine[],
  leftOut: LeftOut = none,
): Bits {
  const recurring = lines.filter((line) => line.days.kind !== "dates");
  const dated = lines.filter((line) => line.days.kind === "dates");
  const reopened = (day: number) => dated.some((line) => opens(line) && speaksOf(world, line.days, day));
  // A dated `open` replaces the hours of its date, also those that other calendars give and those that were cut since they began.
  const replaced: LeftOut = (range, its) =>
    leftOut(range, its) || reopened(its.zone === world.zone ? range.day : dayAt(world, range.from));
  const result = below(replaced).slice();
  const fill = (value: number, part: readonly CalendarLine[], without: LeftOut) => {
    for (const range of rangesOf(world, part, without)) result.fill(value, range.from, Math.max(range.from, range.to));
  };
  fill(1, recurring.filter(opens), replaced);
  fill(0, recurring.filter(closes), none);
  fill(1, dated.filter(opens), leftOut);
  fill(0, dated.filter(closes), none);
  return result;
}

/** The business days: dates on which an interval starts, with the first opening and the end of the last interval that starts there. */
export function businessDays(
  world: World,
  open: Bits,
): ReadonlyMap<number, { readonly open: number; readonly close: number }> {
  const days = new Map<number, { open: number; close: number }>();
  for (const range of ownedRanges(world, open))
    days.set(range.day, { open: days.get(range.day)?.open ?? range.from, close: range.to });
  return days;
}

/** A deadline in minutes of the world; "beyond" when the world ends before it is known. */
export function deadlineOf(
  world: World,
  open: Bits,
  target: Target,
  receivedAt: number,
  cutoff: number | undefined,
  pauses: readonly Interval[],
): { readonly deadline: number; readonly breachedAfter: number } | "beyond" {
  const received = countedReceipt(world, open, receivedAt, cutoff);
  if (received === "beyond") return "beyond";
  const waits = (minute: number) => pauses.some((pause) => pause.open <= minute && minute < pause.close);
  const business = target.unit.startsWith("business");
  const runs = (minute: number) => (!business || open[minute] === 1) && !waits(minute);
  if (target.unit === "calendar days")
    return same(world, minuteOf(world, dayAt(world, received) + target.amount, target.before ?? dayMinutes));
  if (target.unit === "business days" && target.amount > 0) return daysDeadline(world, open, target, received, waits);
  const perUnit = target.unit.endsWith("hours") ? 60 : 1;
  const start = business ? next(world, runs, received) : received;
  if (target.unit === "business days") return same(world, start);
  let minute = start;
  for (let passed = 0; passed < target.amount * perUnit; minute++) {
    if (minute >= world.local.length) return "beyond";
    if (runs(minute)) passed++;
  }
  const breachedAfter = next(world, runs, minute);
  return breachedAfter >= world.local.length ? "beyond" : { deadline: minute, breachedAfter };
}

/** Open minutes from one minute to another. */
export function openBetween(open: Bits, from: number, to: number): number {
  let count = 0;
  for (let minute = from; minute < to; minute++) count += open[minute] ?? 0;
  return count;
}

/** The first minute from one on for which something holds; the world's length when there is none. */
export function next(world: World, holds: (minute: number) => boolean, from: number): number {
  let minute = from;
  while (minute < world.local.length && !holds(minute)) minute++;
  return minute;
}

interface OwnedRange {
  readonly day: number;
  readonly from: number;
  readonly to: number;
}

function opens(line: CalendarLine): boolean {
  return line.effect === "open";
}

function closes(line: CalendarLine): boolean {
  return line.effect === "closed";
}

function daysDeadline(world: World, open: Bits, target: Target, received: number, waits: (minute: number) => boolean) {
  const days = businessDays(world, open);
  let counted = 0;
  const last = dayAt(world, world.local.length - 1);
  for (let day = dayAt(world, received) + 1; day < last - 2; day++) {
    const business = days.get(day);
    if (!business) continue;
    const isLast = counted + 1 === target.amount;
    const end = isLast && target.before !== undefined ? timeIn(world, day, target.before, business) : business.close;
    if (waits(end)) continue;
    if (isLast) return same(world, end);
    counted += 1;
  }
  return "beyond";
}

/** A time of day of a date, or of the next where only that lies in the business day's hours. */
function timeIn(world: World, day: number, time: number, { open, close }: { open: number; close: number }): number {
  const [today, tomorrow] = [minuteOf(world, day, time), minuteOf(world, day + 1, time)];
  return today < open && tomorrow <= close ? tomorrow : today;
}

function same(world: World, minute: number) {
  return minute >= world.local.length ? "beyond" : { deadline: minute, breachedAfter: minute };
}

function countedReceipt(world: World, open: Bits, received: number, cutoff: number | undefined): number | "beyond" {
  if (cutoff === undefined) return received;
  const days = businessDays(world, open);
  const today = dayAt(world, received);
  const minuteOfDay = localAt(world, received) - today * dayMinutes;
  if (days.has(today) && minuteOfDay < cutoff) return received;
  for (let day = today + 1; day < dayAt(world, world.local.length - 1) - 2; day++) {
    const business = days.get(day);
    if (business) return business.open;
  }
  return "beyond";
}

/** Every range of the lines, with the date it belongs to, without those that are left out. */
function rangesOf(world: World, lines: readonly CalendarLine[], leftOut: LeftOut): readonly OwnedRange[] {
  return lines.flatMap((line) =>
    line.days.kind === "during"
      ? duringRanges(world, line.days, line.times, leftOut)
      : dayRanges(world, line).filter((range) => !leftOut(range, world)),
  );
}

function dayRanges(world: World, line: CalendarLine): readonly OwnedRange[] {
  const ranges: OwnedRange[] = [];
  const last = dayAt(world, world.local.length - 1);
  for (let day = dayAt(world, 0) - 1; day <= last; day++)
    if (speaksOf(world, line.days, day)) ranges.push(...timesOf(world, day, line.times));
  return ranges;
}

function timesOf(world: World, day: number, times: readonly TimeRange[]): readonly OwnedRange[] {
  if (times.length === 0) return [{ day, from: minuteOf(world, day, 0), to: minuteOf(world, day + 1, 0) }];
  return times
    .filter((range) => range.from !== range.to)
    .map((range) => ({
      day,
      from: minuteOf(world, day, range.from),
      to: minuteOf(world, range.to < range.from ? day + 1 : day, range.to),
    }));
}

/** The hours of the calendars together, where times are given only the part within them. */
function duringRanges(
  world: World,
  days: LineDays & { kind: "during" },
  times: readonly TimeRange[],
  leftOut: LeftOut,
): readonly OwnedRange[] {
  const union = new Uint8Array(world.local.length);
  for (const spec of days.calendars) {
    const open = openMinutes(worldFor(world, spec.zone), spec, leftOut);
    for (let minute = 0; minute < union.length; minute++) if (open[minute] === 1) union[minute] = 1;
  }
  if (times.length === 0) return ownedRanges(world, union);
  const within = new Uint8Array(union.length);
  for (let day = dayAt(world, 0) - 1; day <= dayAt(world, union.length - 1); day++)
    for (const range of timesOf(world, day, times)) within.fill(1, range.from, Math.max(range.from, range.to));
  return ownedRanges(
    world,
    union.map((open, minute) => open & (within[minute] ?? 0)),
  );
}

const otherWorlds = new Map<string, World>();

/** The same weeks on the clock of another zone. */
export function worldFor(world: World, zone: string): World {
  if (zone === world.zone) return world;
  const key = zone + world.start;
  const known =
    otherWorlds.get(key) ?? worldOf(zone, world.start / dayMinutes, world.local.length / dayMinutes, world.holidays);
  otherWorlds.set(key, known);
  return known;
}

/** The intervals with the date that each starts on; a date that is open from its start to its end begins an interval of its own. */
function ownedRanges(world: World, open: Bits): readonly OwnedRange[] {
  const ranges: OwnedRange[] = [];
  for (let minute = 0; minute < open.length; minute++) {
    if (open[minute] !== 1) continue;
    const from = minute;
    const day = dayAt(world, from);
    do minute++;
    while (minute < open.length && open[minute] === 1 && !startsWholeDay(world, open, minute));
    ranges.push({ day, from, to: minute });
    minute--;
  }
  return ranges;
}

function startsWholeDay(world: World, open: Bits, minute: number): boolean {
  const day = dayAt(world, minute);
  if (minuteOf(world, day, 0) !== minute) return false;
  const end = minuteOf(world, day + 1, 0);
  for (let each = minute; each < end; each++) if (open[each] !== 1) return false;
  return true;
}

function speaksOf(world: World, days: LineDays, day: number): boolean {
  const date = new Date(day * dayMinutes * minuteLength);
  const monthDay = (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
  switch (days.kind) {
    case "weekdays":
      return ((days.mask >> ((date.getUTCDay() + 6) % 7)) & 1) === 1;
    case "dates":
      return days.first <= day && day <= days.last;
    case "holidays":
      return world.holidays.has(day);
    case "monthdays": {
      const [first, last] = [days.first.month * 100 + days.first.day, days.last.month * 100 + days.last.day];
      if (first <= last) return first <= monthDay && monthDay <= last;
      return monthDay >= first || monthDay <= last;
    }
    case "during":
      return false;
  }
}

function localAt(world: World, minute: number): number {
  return world.local[minute] ?? Number.NaN;
}

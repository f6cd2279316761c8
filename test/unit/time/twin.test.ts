import assert from "node:assert/strict";
import {
  buildCalendar,
  businessDayClose,
  type Calendar,
  isOpen,
  nextOpening,
  openTimeBetween,
  overlaid,
} from "../../../server/core/time/calendar.ts";
import { formatDate } from "../../../server/core/time/date.ts";
import { deadlineOf } from "../../../server/core/time/deadline.ts";
import type {
  CalendarLine,
  CalendarSpec,
  Interval,
  LineDays,
  Target,
  TimeRange,
} from "../../../server/core/time/spec.ts";
import { random } from "../../harness/random.ts";
import * as twin from "./twin.ts";
import { dayOfText, units } from "./written.ts";

const minuteLength = 60_000;
const worldDays = 44;
const calendars = 1500;
const questions = 6;

// Zone and first day of the weeks compared: with and without a clock change, by an hour and by half an hour.
const places: readonly (readonly [string, string])[] = [
  ["Asia/Tokyo", "2026-12-10"],
  ["Asia/Tokyo", "2026-01-05"],
  ["Europe/Berlin", "2026-03-08"],
  ["Europe/Berlin", "2026-10-04"],
  ["America/New_York", "2026-02-15"],
  ["America/New_York", "2026-10-11"],
  ["Australia/Lord_Howe", "2026-03-15"],
  ["Australia/Lord_Howe", "2026-09-13"],
];

describe("business time and its minute-by-minute twin", () => {
  const seed = Number(process.env.SEED ?? 20260822);

  for (const [zone, start] of places)
    it("agree in " + zone + " from " + start + " (SEED=" + seed + ")", () => {
      const chance = random(seed);
      const startDay = dayOfText(start);
      const holidays = new Set([7, 12, 20, 21, 33].map((day) => startDay + day));
      const world = twin.worldOf(zone, startDay, worldDays, holidays);
      for (let round = 0; round < calendars / places.length; round++) compare(world, startDay, chance);
    });
});

type Chance = ReturnType<typeof random>;

function compare(world: twin.World, startDay: number, chance: Chance): void {
  const nights = chance.below(4) === 0;
  const spec = (nights ? randomNights : randomSpec)(chance, world.zone, startDay, 2);
  const lines = nights || chance.below(3) === 0 ? randomOverlay(chance, world.zone, startDay, nights) : [];
  const plain = buildCalendar(spec, (_region, year) =>
    [...world.holidays].filter((day) => formatDate(day).startsWith(String(year))),
  );
  // The dates of an exception are read in its agreement's zone.
  const elsewhere = chance.below(3) === 0 ? twin.worldFor(world, "UTC") : world;
  const calendar = lines.length === 0 ? plain : overlaid(plain, lines, { zone: elsewhere.zone });
  const base = (leftOut?: Parameters<typeof twin.openMinutes>[2]) => twin.openMinutes(world, spec, leftOut);
  const open = lines.length === 0 ? base() : twin.laidOver(elsewhere, base, lines);
  const told = JSON.stringify({ spec, lines, zone: elsewhere.zone });
  compareDays(world, open, calendar, startDay, told);
  for (let question = 0; question < questions; question++) compareAnswers(world, open, calendar, chance, told);
}

function compareDays(world: twin.World, open: twin.Bits, calendar: Calendar, startDay: number, told: string): void {
  const days = twin.businessDays(world, open);
  for (let day = startDay + 6; day < startDay + worldDays - 6; day++) {
    const close = days.get(day)?.close;
    const expected = close === undefined ? undefined : (world.start + close) * minuteLength;
    assert.equal(businessDayClose(calendar, day), expected, "close of " + formatDate(day) + " in " + told);
  }
}

function compareAnswers(world: twin.World, open: twin.Bits, calendar: Calendar, chance: Chance, told: string): void {
  const instant = (minute: number) => (world.start + minute) * minuteLength;
  const received = (6 + chance.below(20)) * 1440 + chance.below(1440);
  const about = "at " + new Date(instant(received)).toISOString() + " in " + told;
  assert.equal(isOpen(calendar, instant(received)), open[received] === 1, "open " + about);
  const opening = twin.next(world, (minute) => open[minute] === 1, received);
  if (opening < world.local.length - 6 * 1440)
    assert.equal(nextOpening(calendar, instant(received)), instant(opening), "next opening " + about);
  const later = received + chance.below(8 * 1440);
  assert.equal(
    openTimeBetween(calendar, instant(received), instant(later)),
    twin.openBetween(open, received, later) * minuteLength,
    "open time until " + later + " " + about,
  );
  compareDeadline(world, open, calendar, chance, received, about);
}

function compareDeadline(
  world: twin.World,
  open: twin.Bits,
  calendar: Calendar,
  chance: Chance,
  received: number,
  about: string,
): void {
  const instant = (minute: number) => (world.start + minute) * minuteLength;
  const target = randomTarget(chance);
  const cutoff = chance.below(3) === 0 ? chance.below(1440) : undefined;
  const pauses = randomPauses(chance, received);
  const expected = twin.deadlineOf(world, open, target, received, cutoff, pauses);
  const far = world.local.length - 6 * 1440;
  if (expected === "beyond" || expected.breachedAfter > far) return;
  const actual = deadlineOf(
    calendar,
    target,
    instant(received),
    cutoff,
    pauses.map((pause) => ({ open: instant(pause.open), close: instant(pause.close) })),
  );
  const message = JSON.stringify({ target, cutoff, pauses, received }) + " " + about;
  assert.deepEqual(
    actual,
    { deadline: instant(expected.deadline), breachedAfter: instant(expected.breachedAfter) },
    message,
  );
}

function randomSpec(chance: Chance, zone: string, startDay: number, depth: number): CalendarSpec {
  const lines = randomLines(chance, zone, startDay, depth, 1 + chance.below(5));
  return { name: "random", zone, lines, rest: 0 };
}

/** Nights, perhaps those of other calendars, that closures cut after midnight. */
function randomNights(chance: Chance, zone: string, startDay: number, depth: number): CalendarSpec {
  const night = { from: 1200 + chance.below(241), to: 240 + chance.below(240) };
  const days: LineDays =
    depth > 0 && chance.below(2) === 0
      ? { kind: "during", calendars: [randomNights(chance, zone, startDay, depth - 1)] }
      : { kind: "weekdays", mask: 127 };
  const cuts = Array.from({ length: 2 + chance.below(3) }, (): CalendarLine => {
    const first = startDay + chance.below(worldDays);
    const some: LineDays = chance.pick([
      { kind: "dates", first, last: first + 5 },
      { kind: "monthdays", first: monthDay(first), last: monthDay(first + 5) },
      { kind: "weekdays", mask: 1 + chance.below(127) },
    ]);
    return { effect: "closed", days: some, times: [{ from: 0, to: 60 + chance.below(180) }] };
  });
  const lines: readonly CalendarLine[] = [
    { effect: "open", days, times: days.kind === "during" ? [] : [night] },
    ...cuts,
  ];
  return { name: "nights", zone, lines, rest: 0 };
}

function randomOverlay(chance: Chance, zone: string, startDay: number, dated: boolean): readonly CalendarLine[] {
  const lines = randomLines(chance, zone, startDay, dated ? 0 : 1, 1 + chance.below(2));
  if (!dated) return lines;
  const first = startDay + 6 + chance.below(20);
  return [{ effect: "open", days: { kind: "dates", first, last: first + 4 }, times: [randomRange(chance)] }, ...lines];
}

function randomLines(
  chance: Chance,
  zone: string,
  startDay: number,
  depth: number,
  count: number,
): readonly CalendarLine[] {
  return Array.from({ length: count }, (_, index) => {
    const times = chance.below(4) === 0 ? [] : Array.from({ length: 1 + chance.below(2) }, () => randomRange(chance));
    const effect = index === 0 || chance.below(2) === 0 ? "open" : "closed";
    return { effect, days: randomDays(chance, zone, startDay, depth), times };
  });
}

function randomDays(chance: Chance, zone: string, startDay: number, depth: number): LineDays {
  const first = startDay + chance.below(worldDays);
  const last = first + chance.below(3);
  switch (chance.below(depth > 0 ? 8 : 7)) {
    case 0:
    case 1:
      return { kind: "dates", first, last };
    case 2:
      return { kind: "monthdays", first: monthDay(first), last: monthDay(last + chance.below(5)) };
    case 3:
      return { kind: "holidays", region: "anywhere" };
    case 7:
      return {
        kind: "during",
        calendars: Array.from({ length: 1 + chance.below(2) }, () => randomInner(chance, zone, startDay, depth)),
      };
    default:
      return { kind: "weekdays", mask: chance.below(3) === 0 ? 127 : 1 + chance.below(127) };
  }
}

function randomInner(chance: Chance, zone: string, startDay: number, depth: number): CalendarSpec {
  return randomSpec(chance, chance.below(3) === 0 ? "UTC" : zone, startDay, depth - 1);
}

function monthDay(day: number): { month: number; day: number } {
  const text = formatDate(day);
  return { month: Number(text.slice(5, 7)), day: Number(text.slice(8, 10)) };
}

function randomRange(chance: Chance): TimeRange {
  const usual: readonly TimeRange[] = [
    { from: 540, to: 720 },
    { from: 720, to: 1080 },
    { from: 1320, to: 360 },
    { from: 0, to: 1440 },
    { from: 1200, to: 1440 },
    { from: 0, to: 300 },
  ];
  if (chance.below(2) === 0) return chance.pick(usual);
  // Half past, around the hours at which clocks change, and anything else.
  const time = () => (chance.below(3) === 0 ? 60 + 30 * chance.below(5) : chance.below(1441));
  return { from: time(), to: time() };
}

function randomTarget(chance: Chance): Target {
  const unit = chance.pick(units);
  const days = unit.endsWith("days");
  const amount = unit.endsWith("minutes")
    ? chance.below(2000)
    : chance.below(days ? 6 : 30) + (days ? 0 : chance.pick([0, 0, 0.5, 0.25]));
  return { amount, unit, before: days && chance.below(3) === 0 ? chance.below(1441) : undefined };
}

/** Pauses in minutes of the world, unordered and perhaps overlapping; mostly none. */
function randomPauses(chance: Chance, received: number): readonly Interval[] {
  if (chance.below(2) === 0) return [];
  return Array.from({ length: 1 + chance.below(3) }, () => {
    const open = received - 600 + chance.below(5000);
    return { open, close: open + chance.below(4000) };
  });
}

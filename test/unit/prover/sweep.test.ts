import assert from "node:assert/strict";
import { endOfStep } from "../../../server/core/engine/stepTime.ts";
import type { StepTiming } from "../../../server/core/model/work.ts";
import { type Chain, duesOf, endsOf, type Hand } from "../../../server/core/prover/time/chain.ts";
import { arrivalsIn, type Curve, latest, valueIn } from "../../../server/core/prover/time/curve.ts";
import { buildCalendar, type Calendar } from "../../../server/core/time/calendar.ts";
import { deadlineOf, receivedAt } from "../../../server/core/time/deadline.ts";
import type { Instant, Target, Unit } from "../../../server/core/time/spec.ts";
import { formatInstant } from "../../../server/core/time/zone.ts";
import { random } from "../../harness/random.ts";
import { at, calendarOf, calendarWithHolidays, dayOfText, specOf, units } from "../time/written.ts";

const minute = 60_000;
const hour = 60 * minute;

describe("the worst case of a chain", () => {
  // analysis.md: holidays on Friday 3 and Monday 6 April 2026. What comes at 11:31 leaves the desk at 12:01 and level 2 at 14:01, and
  // the approval has 59 minutes left on Thursday; its last minute is on Tuesday. From 11:31 to 09:01 five days later: 117.5 hours.
  const berlin = (line: string) =>
    calendarWithHolidays("Europe/Berlin", ["2026-04-03", "2026-04-06"], line, "closed holidays of Germany");
  const desk = berlin("open Mon..Fri 08:00-18:00");
  const hands = [
    hand(desk, 30, "business minutes"),
    hand(berlin("open Mon..Fri 09:00-17:00"), 2, "business hours"),
    hand(berlin("open Mon..Thu 09:00-15:00"), 1, "business hours"),
  ];
  const chain: Chain = { calendar: desk, cutoff: undefined, targets: [], hands };

  it("is found over all arrivals of a year, and is no sum of the worst cases of its parts", () => {
    const year = arrivalsIn([at(desk, "2026-01-01T00:00"), at(desk, "2027-01-02T00:00")]);
    const worst = latest(endsOf(chain, year) ?? [], year);
    assert.ok(worst);
    assert.equal(formatInstant(desk.zone, worst.arrival), "2026-04-02T11:31");
    assert.equal(formatInstant(desk.zone, worst.end), "2026-04-07T09:01");
    assert.equal((worst.end - worst.arrival) / hour, 117.5);
    const parts = hands.map((each) => latest(endsOf({ ...chain, hands: [each] }, year) ?? [], year));
    assert.equal(
      parts.reduce((sum, part) => sum + (part ? part.end - part.arrival : 0), 0),
      339.5 * hour,
    );
  });

  it("is that of a minute's difference, where the last minute of a day is missed", () => {
    const around = (from: string, to: string) => arrivalsIn([at(desk, from), at(desk, to)]);
    const curve = endsOf(chain, around("2026-04-02T11:30", "2026-04-02T11:32")) ?? [];
    assert.deepEqual(
      curve.map((piece) => formatInstant(desk.zone, piece.value)),
      ["2026-04-02T15:00", "2026-04-07T09:01"],
    );
  });

  it("is the earlier of a target and of the steps", () => {
    // 6 hours from 09:00 on end at 15:00; until 08:30 the desk's half hour ends before 09:00, and the steps at 12:00 of that day.
    const target: Target = { amount: 6, unit: "clock hours", before: undefined };
    const both = endsOf(
      { ...chain, targets: [target] },
      arrivalsIn([at(desk, "2026-04-01T05:00"), at(desk, "2026-04-01T09:01")]),
    );
    const ends = (arrival: string) => {
      const instant = at(desk, arrival);
      const piece = both?.find(({ from, to }) => from <= instant && instant <= to);
      return piece && formatInstant(desk.zone, valueIn(piece, instant));
    };
    assert.deepEqual(
      ["05:00", "06:00", "06:01", "09:00"].map((time) => ends(`2026-04-01T${time}`)),
      ["2026-04-01T11:00", "2026-04-01T12:00", "2026-04-01T12:00", "2026-04-01T12:30"],
    );
  });

  it("never ends on a calendar that never opens", () => {
    const closed = calendarOf("Asia/Tokyo", "closed Mon..Sun");
    const arrivals = arrivalsIn([at(desk, "2026-04-01T00:00"), at(desk, "2026-04-02T00:00")]);
    const worst = latest(endsOf({ ...chain, hands: [hand(closed, 1, "business hours")] }, arrivals) ?? [], arrivals);
    assert.equal(worst?.end, Number.POSITIVE_INFINITY);
  });

  it("counts a deadline that falls on a closing until the next opening", () => {
    const target: Target = { amount: 2, unit: "business hours", before: undefined };
    const thursday = arrivalsIn([at(desk, "2026-04-02T16:00"), at(desk, "2026-04-02T16:01")]);
    const [due] = duesOf(desk, target, thursday);
    assert.equal(due && formatInstant(desk.zone, due.value), "2026-04-07T08:00");
  });
});

function hand(calendar: Calendar, amount: number, unit: Unit): Hand {
  return { calendar, timing: { kind: "within", target: { amount, unit, before: undefined } } };
}

// random chains -------------------------------------------------------------------------------------------------------

const seed = Number(process.env.SEED ?? 20260402);
const rounds = 5000;

// Days around clock changes, by an hour, by half an hour and at midnight; and some without one.
const places: readonly (readonly [string, string])[] = [
  ["Europe/Berlin", "2026-03-27"],
  ["Europe/Berlin", "2026-10-23"],
  ["Europe/Berlin", "2026-04-01"],
  ["America/New_York", "2026-03-06"],
  ["America/New_York", "2026-10-30"],
  ["Australia/Lord_Howe", "2026-04-03"],
  ["America/Sao_Paulo", "2018-02-16"],
  ["America/Sao_Paulo", "2018-11-02"],
  ["Asia/Tokyo", "2026-05-02"],
];

describe("worst cases and a walk through every minute", () => {
  it(`agree for ${rounds} random chains (SEED=${seed})`, () => {
    for (let round = 0; round < rounds; round += 1) compareOnce(seed + round);
  }).timeout(600_000);
});

type Chance = ReturnType<typeof random>;

function compareOnce(number: number): void {
  const chance = random(number);
  const [zone, date] = chance.pick(places);
  const calendars = Array.from({ length: 3 }, () =>
    randomCalendar(chance, chance.below(4) === 0 ? chance.pick(places)[0] : zone, date),
  );
  const [calendar, , other] = calendars;
  assert.ok(calendar && other);
  const hands = Array.from({ length: chance.below(4) }, () => ({
    calendar: chance.pick(calendars),
    timing: randomTiming(chance),
  }));
  const chain: Chain = {
    calendar,
    cutoff: chance.below(4) === 0 ? chance.below(1440) : undefined,
    targets: hands.length > 0 && chance.below(2) === 0 ? [] : [randomTarget(chance)],
    hands: hands.length > 0 ? hands : undefined,
  };
  const promise = randomTarget(chance);
  const from = at(calendar, `${date}T00:00`) + chance.below(1440) * minute;
  const to = from + (30 + chance.below(370)) * minute;
  const arrivals = arrivalsIn([from, to]);
  const [ends, dues] = [endsOf(chain, arrivals) ?? [], duesOf(other, promise, arrivals)];
  const told = () =>
    `of ${number}: ${JSON.stringify({ zone, chain: { ...chain, calendar: 0 }, promise }, (key, value) => (key === "calendar" ? undefined : value))}`;
  let most = Number.NEGATIVE_INFINITY;
  let first = Number.NaN;
  for (let arrival = from; arrival < to; arrival += minute) {
    const end: Instant = slowEnd(chain, arrival);
    const due: Instant = slowDue(other, promise, arrival);
    // Texts of a million comparisons take longer than all else.
    if (valueAt(ends, arrival) !== end || valueAt(dues, arrival) !== due)
      assert.deepEqual([valueAt(ends, arrival), valueAt(dues, arrival)], [end, due], `at ${arrival} ${told()}`);
    const behind = due === Number.POSITIVE_INFINITY ? Number.NEGATIVE_INFINITY : end - due;
    if (!Number.isNaN(first) && behind <= most) continue;
    [most, first] = [behind, arrival];
  }
  assert.equal(latest(ends, dues)?.arrival, first, `the worst arrival ${told()}`);
}

let lastPiece: Curve[number] | undefined;

function valueAt(curve: Curve, arrival: Instant): Instant | undefined {
  const holds = ({ from, to }: Curve[number]) => from <= arrival && arrival <= to;
  if (!lastPiece || !holds(lastPiece) || !curve.includes(lastPiece)) lastPiece = curve.find(holds);
  return lastPiece && valueIn(lastPiece, arrival);
}

function slowEnd({ calendar, cutoff, targets, hands }: Chain, arrival: Instant): Instant {
  const ends = targets.map(
    (target) => deadlineOf(calendar, target, arrival, cutoff).deadline ?? Number.POSITIVE_INFINITY,
  );
  if (hands) {
    let instant = receivedAt(calendar, arrival, cutoff);
    for (const each of hands) instant = instant === undefined ? undefined : slowStep(each, instant);
    ends.push(instant ?? Number.POSITIVE_INFINITY);
  }
  return Math.min(...ends);
}

/** Whole nights lead to one opening, and a search for one that never comes is long. */
const knownEnds = new WeakMap<Hand, Map<Instant, Instant | undefined>>();

function slowStep(each: Hand, start: Instant): Instant | undefined {
  const known = knownEnds.get(each) ?? new Map<Instant, Instant | undefined>();
  knownEnds.set(each, known);
  if (!known.has(start)) known.set(start, endOfStep(each.calendar, each.timing, start, []));
  return known.get(start);
}

function slowDue(calendar: Calendar, target: Target, arrival: Instant): Instant {
  return deadlineOf(calendar, target, arrival, undefined).breachedAfter ?? Number.POSITIVE_INFINITY;
}

const weekdays = ["Mon..Fri", "Mon..Thu", "Sat, Sun", "Mon..Sun", "Mon, Wed, Fri", "Fri..Mon"];
const hours = [
  "09:00-12:00, 13:00-18:00",
  "08:00-18:00",
  "22:00-06:00",
  "01:30-02:30",
  "00:00-24:00",
  "10:00-10:45",
  "23:00-01:00",
];

function randomCalendar(chance: Chance, zone: string, date: string): Calendar {
  const lines = [`open ${chance.pick(weekdays)} ${chance.pick(hours)}`];
  const dated = (days: number) =>
    new Date((dayOfText(date) + chance.below(days)) * 24 * hour).toISOString().slice(0, 10);
  if (chance.below(2) === 0) lines.push(`open ${chance.pick(weekdays)} ${chance.pick(hours)}`);
  if (chance.below(3) === 0) lines.push(`closed ${dated(6)}`);
  if (chance.below(4) === 0) lines.push(`closed ${dated(4)} ${chance.pick(hours)}`);
  if (chance.below(4) === 0) lines.push(`open ${dated(5)} ${chance.pick(hours)}`);
  return buildCalendar(specOf(zone, lines), () => []);
}

function randomTarget(chance: Chance): Target {
  const unit = chance.pick(units);
  const most = unit.endsWith("minutes") ? 200 : unit.endsWith("hours") ? 12 : 4;
  const amount = unit.endsWith("hours") && chance.below(4) === 0 ? chance.below(40) / 4 : chance.below(most);
  return { amount, unit, before: unit.endsWith("days") && chance.below(4) === 0 ? chance.below(1441) : undefined };
}

function randomTiming(chance: Chance): StepTiming {
  if (chance.below(5) > 0) return { kind: "within", target: randomTarget(chance) };
  return { kind: "at next", weekday: chance.below(3) === 0 ? chance.below(7) : undefined, minute: chance.below(1441) };
}

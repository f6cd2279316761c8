import assert from "node:assert/strict";
import { formatDate } from "../../../server/core/time/date.ts";
import { nextTimeOfDay } from "../../../server/core/time/timeOfDay.ts";
import { type Turns, turnsBeginning, turnsPassed } from "../../../server/core/time/turns.ts";
import { at, calendarOf, dayOfText, shown } from "./written.ts";

describe("turns on duty", () => {
  const passed = (turn: Turns["turn"], from: string, ...days: readonly string[]) =>
    days.map((day) => turnsPassed({ turn, from: dayOfText(from) }, dayOfText(day)));

  it("pass each day, each week on the weekday of the first, and none before it", () => {
    assert.deepEqual(passed("daily", "2026-04-01", "2026-04-01", "2026-04-02", "2027-04-01"), [0, 1, 365]);
    // 2026-04-01 is a Wednesday.
    assert.deepEqual(
      passed("weekly", "2026-04-01", "2026-04-07", "2026-04-08", "2026-04-14", "2026-04-15"),
      [0, 1, 1, 2],
    );
  });

  it("pass each month on the day of the first, or on the last of a month without it, from year to year", () => {
    const monthly = (from: string, ...days: readonly string[]) => passed("monthly", from, ...days);
    assert.deepEqual(monthly("2026-01-15", "2026-01-15", "2026-02-14", "2026-02-15", "2026-12-31"), [0, 0, 1, 11]);
    assert.deepEqual(monthly("2026-11-15", "2027-01-14", "2027-01-15", "2028-11-15"), [1, 2, 24]);
    assert.deepEqual(
      monthly("2026-01-31", "2026-02-27", "2026-02-28", "2026-03-30", "2026-03-31", "2026-04-30"),
      [0, 1, 1, 2, 3],
    );
  });

  it("begin on the days on which one more has passed, the first and the last of some days included", () => {
    const begin = (turn: Turns["turn"], from: string, first: string, last: string) =>
      turnsBeginning({ turn, from: dayOfText(from) }, dayOfText(first), dayOfText(last)).map(formatDate);
    assert.deepEqual(begin("daily", "2026-04-01", "2026-04-03", "2026-04-04"), ["2026-04-03", "2026-04-04"]);
    assert.deepEqual(begin("weekly", "2026-04-01", "2026-04-01", "2026-04-15"), [
      "2026-04-01",
      "2026-04-08",
      "2026-04-15",
    ]);
    assert.deepEqual(begin("weekly", "2026-04-01", "2026-04-02", "2026-04-07"), []);
    assert.deepEqual(begin("monthly", "2026-01-31", "2026-02-01", "2026-04-29"), ["2026-02-28", "2026-03-31"]);
  });
});

describe("the next time of day", () => {
  const office = () => calendarOf("Asia/Tokyo", "open Mon..Fri 09:00-15:00");
  const next = (
    minute: number,
    start: string,
    {
      weekday,
      waiting,
      calendar = office(),
    }: Partial<{ weekday: number; waiting: readonly [string, string]; calendar: ReturnType<typeof office> }> = {},
  ) => {
    const pauses = waiting && [{ open: at(calendar, waiting[0]), close: at(calendar, waiting[1]) }];
    return shown(calendar, nextTimeOfDay(calendar, { weekday, minute }, at(calendar, start), pauses));
  };

  it("is the first that is open, the start itself and a closing instant included", () => {
    // 2026-08-24 is a Monday.
    assert.equal(next(600, "2026-08-24T09:30"), "2026-08-24T10:00");
    assert.equal(next(600, "2026-08-24T10:00"), "2026-08-24T10:00");
    assert.equal(next(600, "2026-08-24T10:01"), "2026-08-25T10:00");
    assert.equal(next(900, "2026-08-24T10:00"), "2026-08-24T15:00");
    assert.equal(next(540, "2026-08-24T08:00"), "2026-08-24T09:00");
    assert.equal(next(600, "2026-08-28T12:00"), "2026-08-31T10:00");
  });

  it("is of the weekday that is asked for", () => {
    assert.equal(next(600, "2026-08-24T12:00", { weekday: 3 }), "2026-08-27T10:00");
    assert.equal(next(600, "2026-08-27T10:01", { weekday: 3 }), "2026-09-03T10:00");
    assert.equal(next(600, "2026-08-24T10:00", { weekday: 0 }), "2026-08-24T10:00");
    assert.equal(next(600, "2026-08-24T10:00", { weekday: 5 }), "none");
  });

  it("is none where it is always closed then, or never opens again", () => {
    assert.equal(next(901, "2026-08-24T10:00"), "none");
    assert.equal(next(539, "2026-08-24T10:00"), "none");
    const once = calendarOf("Asia/Tokyo", "open 2026-08-24 09:00-15:00");
    assert.equal(next(900, "2026-08-24T15:00", { calendar: once }), "2026-08-24T15:00");
    assert.equal(next(900, "2026-08-24T15:01", { calendar: once }), "none");
  });

  it("may be the end of the day before, which is the start of this one", () => {
    const night = calendarOf("Asia/Tokyo", "open Mon 22:00-24:00");
    assert.equal(next(1440, "2026-08-24T10:00", { calendar: night }), "2026-08-25T00:00");
    assert.equal(next(1440, "2026-08-25T00:00", { calendar: night }), "2026-08-25T00:00");
  });

  it("is not while somebody waits, but where the waiting ends or begins", () => {
    const wait = (open: string, close: string) =>
      next(600, "2026-08-24T09:30", { waiting: [`2026-08-24T${open}`, `2026-08-24T${close}`] });
    assert.equal(wait("09:45", "10:15"), "2026-08-25T10:00");
    assert.equal(wait("09:45", "10:00"), "2026-08-24T10:00");
    assert.equal(wait("10:00", "10:15"), "2026-08-24T10:00");
  });
});

import assert from "node:assert/strict";
import { isOpen, isOpenOrCloses } from "../../../server/core/time/calendar.ts";
import {
  chunkDays,
  chunkOf,
  deadlineWithin,
  elapsedAt,
  indexAt,
  instantAfter,
  isInside,
  rankOf,
  totalOf,
} from "../../../server/core/time/chunk.ts";
import { dayMilliseconds } from "../../../server/core/time/date.ts";
import { calendarOf, dayOfText } from "./written.ts";

const hour = 3_600_000;
const firstDay = 160 * chunkDays;
const start = firstDay * dayMilliseconds;

/** Two intervals on each day but every third: 09:00-12:00 and 13:00-17:00, as opens and closes from the chunk's start on. */
const intervals = Array.from({ length: chunkDays }, (_, day) => day)
  .filter((day) => day % 3 !== 2)
  .flatMap((day) => [
    [start + day * dayMilliseconds + 9 * hour, start + day * dayMilliseconds + 12 * hour] as const,
    [start + day * dayMilliseconds + 13 * hour, start + day * dayMilliseconds + 17 * hour] as const,
  ]);
const businessDays = Array.from({ length: chunkDays }, (_, day) => day)
  .filter((day) => day % 3 !== 2)
  .map((day) => ({
    day: firstDay + day,
    open: start + day * dayMilliseconds + 9 * hour,
    close: start + day * dayMilliseconds + 17 * hour,
  }));
const chunk = () => chunkOf(intervals.flat(), businessDays, firstDay);

/** Instants around every opening and close, and around the chunk's ends. */
const instants = [
  start - dayMilliseconds,
  start - 1,
  start,
  start + chunkDays * dayMilliseconds - 1,
  start + chunkDays * dayMilliseconds,
  start + (chunkDays + 1) * dayMilliseconds,
  ...intervals.flatMap(([open, close]) => [open - 1, open, open + 1, close - 1, close, close + 1]),
];

function openBefore(at: number): number {
  return intervals.reduce((sum, [open, close]) => sum + Math.max(0, Math.min(at, close) - open), 0);
}

// Held against a walk through all intervals.
describe("a stretch of open times", () => {
  it("finds the interval that an instant lies in or after, and the open time before it", () => {
    const found = chunk();
    for (const at of instants) {
      const index = intervals.filter(([open]) => open <= at).length - 1;
      assert.equal(indexAt(found, at), index);
      assert.equal(
        isInside(found, index, at),
        intervals.some(([open, close]) => open <= at && at < close),
      );
      assert.equal(elapsedAt(found, at), openBefore(at));
    }
    // 86 of the 128 days have seven hours: all but 2, 5, … 125.
    assert.equal(totalOf(found), 86 * 7 * hour);
    assert.equal(indexAt(found, Number.NaN), -1);
  });

  it("finds the first instant by which so much open time has passed", () => {
    const found = chunk();
    for (const wanted of [
      1,
      hour,
      3 * hour,
      3 * hour + 1,
      7 * hour,
      7 * hour + 1,
      30 * hour,
      65 * hour,
      300 * hour,
      602 * hour,
    ]) {
      const at = instantAfter(found, wanted);
      assert.equal(openBefore(at), wanted);
      assert.equal(openBefore(at - 1), wanted - 1);
    }
  });

  it("finds a deadline and the open instant from which it is broken, where both lie in it", () => {
    const found = chunk();
    for (const at of instants.filter((_, index) => index % 5 === 0))
      for (const milliseconds of [1, hour, 3 * hour, 4 * hour, 7 * hour, 63 * hour, 400 * hour]) {
        const wanted = openBefore(at) + milliseconds;
        const deadline = wanted <= totalOf(found) ? instantAfter(found, wanted) : undefined;
        const after = intervals.find(([, close]) => deadline !== undefined && close > deadline);
        const expected =
          deadline !== undefined && after ? { deadline, breachedAfter: Math.max(deadline, after[0]) } : undefined;
        assert.deepEqual(deadlineWithin(found, at, milliseconds), expected, `${at - start} + ${milliseconds}`);
      }
  });

  it("counts the business days before each of its days", () => {
    const found = chunk();
    for (let day = 0; day <= chunkDays; day += 1)
      assert.equal(
        rankOf(found, firstDay, firstDay + day),
        businessDays.filter((each) => each.day < firstDay + day).length,
      );
    assert.deepEqual([found.index, found.firstDay, found.businessDays], [160, firstDay, 86]);
  });
});

describe("an open time", () => {
  it("has its closing instant, which is not open any more", () => {
    const calendar = calendarOf("UTC", "open Mon..Fri 09:00-17:00");
    const at = (hours: number) => dayOfText("2026-08-24") * dayMilliseconds + hours * hour;
    const times = [9 * hour - 1, 9 * hour, 17 * hour - 1, 17 * hour, 17 * hour + 1].map((time) => at(0) + time);
    assert.deepEqual(
      times.map((time) => isOpen(calendar, time)),
      [false, true, true, false, false],
    );
    assert.deepEqual(
      times.map((time) => isOpenOrCloses(calendar, time)),
      [false, true, true, true, false],
    );
  });

  it("has it as well where a stretch ends at that instant, and its opening where a stretch has no earlier one", () => {
    // 162 stretches of 128 days after 1970-01-01 are day 20,736, which is 2026-10-10.
    const calendar = calendarOf("UTC", "open 2026-10-09 09:00-24:00", "open 2026-10-12 09:00-17:00");
    const [close, monday] = [162 * chunkDays * dayMilliseconds, (162 * chunkDays + 2) * dayMilliseconds];
    assert.equal(close, dayOfText("2026-10-10") * dayMilliseconds);
    const times = [close - 1, close, close + 1].concat(
      [9 * hour - 1, 9 * hour, 17 * hour, 17 * hour + 1].map((time) => monday + time),
    );
    assert.deepEqual(
      times.map((time) => isOpenOrCloses(calendar, time)),
      [true, true, false, false, true, true, false],
    );
  });
});

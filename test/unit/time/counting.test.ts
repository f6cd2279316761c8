import assert from "node:assert/strict";
import { intervalsBetween, isOpen, nextOpening, openTimeBetween } from "../../../server/core/time/calendar.ts";
import { businessDayAfter, businessDayBefore, businessDayOpen } from "../../../server/core/time/counting.ts";
import { dayMilliseconds, formatDate } from "../../../server/core/time/date.ts";
import { addOpenTime, businessDaysBefore } from "../../../server/core/time/deadline.ts";
import { at, calendarOf, dayOfText, shown } from "./written.ts";

const always = () => calendarOf("UTC", "open Mon..Sun 00:00-24:00");
const weekdays = () => calendarOf("UTC", "open Mon..Fri 09:00-17:00");
const once = () => calendarOf("UTC", "open 2026-08-24 09:00-17:00");

/** The date so many days from one. */
function moved(date: string, days: number): string {
  return formatDate(dayOfText(date) + days);
}

function text(day: number | undefined): string {
  return day === undefined ? "none" : formatDate(day);
}

const monday = "2026-08-24";

describe("counting business days", () => {
  it("of a calendar that never closes counts dates, forwards and backwards, however far within ten years", () => {
    const calendar = always();
    for (const n of [1, 2, 5, 100, 127, 128, 129, 256, 300, 1000, 3652, 3653]) {
      assert.equal(text(businessDayAfter(calendar, dayOfText(monday), n)), moved(monday, n));
      assert.equal(text(businessDayBefore(calendar, dayOfText(monday), n)), moved(monday, -n));
    }
    // Ten years are 3,653 days.
    assert.equal(businessDayAfter(calendar, dayOfText(monday), 3654), undefined);
    assert.equal(businessDayBefore(calendar, dayOfText(monday), 3654), undefined);
  });

  it("starts strictly after or before the date, wherever that lies", () => {
    const calendar = weekdays();
    // A stretch of 128 days from Monday on has all weekdays, and every place of it among those that are worked out at once.
    for (let offset = 0; offset < 140; offset += 1) {
      const date = moved(monday, offset);
      const weekday = offset % 7;
      const [toNext, toLast] = [weekday >= 4 ? 7 - weekday : 1, weekday === 0 ? 3 : weekday === 6 ? 2 : 1];
      assert.equal(text(businessDayAfter(calendar, dayOfText(date), 1)), moved(date, toNext), date);
      assert.equal(text(businessDayBefore(calendar, dayOfText(date), 1)), moved(date, -toLast), date);
      // Five business days are a week.
      assert.equal(text(businessDayAfter(calendar, dayOfText(date), 6)), moved(date, toNext + 7), date);
      assert.equal(text(businessDayBefore(calendar, dayOfText(date), 6)), moved(date, -toLast - 7), date);
      const opens = weekday < 5 ? `${date}T09:00` : "none";
      assert.equal(shown(calendar, businessDayOpen(calendar, dayOfText(date))), opens);
    }
  });

  it("looks for one day within ten years and no farther", () => {
    const following = (days: number, n = 1) => text(businessDayAfter(once(), dayOfText(monday) - days, n));
    const preceding = (days: number, n = 1) => text(businessDayBefore(once(), dayOfText(monday) + days, n));
    assert.deepEqual([following(1), following(3653), following(3654), following(0)], [monday, monday, "none", "none"]);
    assert.deepEqual([preceding(1), preceding(3653), preceding(3654), preceding(0)], [monday, monday, "none", "none"]);
    assert.deepEqual([following(1, 2), preceding(1, 2)], ["none", "none"]);
    assert.equal(text(businessDayAfter(always(), dayOfText(monday), 1)), "2026-08-25");
  });

  it("has the day itself for none before it, or the one before a closed one", () => {
    const close = (date: string, n: number) => shown(weekdays(), businessDaysBefore(weekdays(), n, dayOfText(date)));
    assert.deepEqual([close("2026-08-24", 0), close("2026-08-23", 0)], ["2026-08-24T17:00", "2026-08-21T17:00"]);
    assert.deepEqual([close("2026-08-24", 1), close("2026-08-25", 1)], ["2026-08-21T17:00", "2026-08-24T17:00"]);
  });
});

describe("open time, however far it is counted", () => {
  const calendar = weekdays();
  const hour = 3_600_000;

  it("is the same whether it is worked out at once or piece by piece", () => {
    for (const weeks of [1, 10, 18, 19, 60, 300]) {
      // A week has five days of eight hours.
      const [from, to] = [at(calendar, `${monday}T00:00`), at(calendar, `${moved(monday, weeks * 7)}T00:00`)];
      assert.equal(openTimeBetween(weekdays(), from, to), weeks * 40 * hour);
      assert.equal(intervalsBetween(weekdays(), from, to).length, weeks * 5);
      const last = at(calendar, `${moved(monday, weeks * 7 - 3)}T17:00`);
      assert.equal(addOpenTime(weekdays(), from, weeks * 40 * hour), last);
      assert.equal(addOpenTime(weekdays(), from, weeks * 40 * hour + 1), last + 64 * hour + 1);
    }
  });

  it("is added within ten years and no farther", () => {
    const start = at(calendar, `${monday}T09:00`);
    const preceding = (days: number, milliseconds: number) =>
      addOpenTime(once(), start - days * dayMilliseconds, milliseconds);
    assert.equal(preceding(3653, 0), start - 3653 * dayMilliseconds);
    assert.equal(preceding(3652, 8 * hour), start + 8 * hour);
    // The limit is ten years after, to the millisecond: the first open one is just beyond 09:00.
    assert.equal(preceding(3653, 1), undefined);
    assert.equal(addOpenTime(once(), start - 3653 * dayMilliseconds + 1, 1), start + 1);
    assert.equal(addOpenTime(once(), start, 8 * hour + 1), undefined);
  });
});

describe("the ends of time", () => {
  const open = (date: string) => isOpen(weekdays(), dayOfText(date) * dayMilliseconds + 12 * 3_600_000);

  it("are the years 0 and 9999: nothing is open beyond", () => {
    // 9999-06-01 is a Tuesday, 0001-01-01 a Monday.
    assert.deepEqual([open("9999-06-01"), open("0001-01-01")], [true, true]);
    const [first, last] = [dayOfText("0000-01-01"), dayOfText("9999-12-31")];
    for (const far of [1, 2, 3, 100, 500, 5000, 1_000_000]) {
      for (const day of [first - far, last + far]) {
        assert.equal(isOpen(always(), day * dayMilliseconds), false);
        assert.equal(businessDayOpen(always(), day), undefined);
      }
      assert.equal(nextOpening(always(), (last + far) * dayMilliseconds), undefined);
      assert.equal(businessDayAfter(always(), last + far, 1), undefined);
      assert.equal(businessDayBefore(always(), first - far, 1), undefined);
    }
  });

  it("are no reason to stop before: from just outside the next or the last day within is found", () => {
    const [first, last] = [dayOfText("0000-01-01"), dayOfText("9999-12-31")];
    const [next, before] = [businessDayAfter(always(), first - 10, 1), businessDayBefore(always(), last + 10, 1)];
    // Time is worked out in stretches of 128 days, of which those that are not whole within the years are left out.
    assert.ok(next !== undefined && next >= first && next < first + 128, text(next));
    assert.ok(before !== undefined && before <= last && before > last - 128, text(before));
    assert.equal(nextOpening(always(), (first - 10) * dayMilliseconds), next * dayMilliseconds);
    for (const day of [next, before]) {
      assert.equal(businessDayOpen(always(), day), day * dayMilliseconds);
      assert.equal(isOpen(always(), day * dayMilliseconds), true);
    }
    assert.equal(businessDayOpen(always(), before + 1), undefined);
    assert.equal(businessDayOpen(always(), next - 1), undefined);
  });

  it("of numbers that are no days are without any", () => {
    for (const day of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      assert.equal(businessDayOpen(always(), day), undefined);
      assert.equal(isOpen(always(), day), false);
    }
  });
});

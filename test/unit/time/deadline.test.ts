import assert from "node:assert/strict";
import { formatDate } from "../../../server/core/time/date.ts";
import { businessDaysBefore, clockStart, deadlineOf, receivedDay } from "../../../server/core/time/deadline.ts";
import { exactProduct } from "../../../server/core/time/duration.ts";
import type { Unit } from "../../../server/core/time/spec.ts";
import { at, calendarOf, dayOfText, deadlineText, shown } from "./written.ts";

// Each test has calendars of its own, so that none is answered from what another asked.
const office = () => calendarOf("Asia/Tokyo", "open Mon..Fri 09:00-12:00, 13:00-18:00", "closed holidays of Japan");
const nights = () => calendarOf("UTC", "open Mon..Fri 22:00-06:00");
const never = () => calendarOf("UTC", "closed Mon..Sun");

/** Deadline and "breached after" when they are the same instant, else both. */
function by(
  target: string,
  received: string,
  more: Parameters<typeof deadlineText>[3] = {},
  calendar = office(),
): string {
  const [deadline = "", after] = deadlineText(calendar, target, received, more).split(", breached after ");
  return deadline === after ? deadline : deadline + ", " + after;
}

describe("the clock's start", () => {
  const start = (text: string, cutoff?: number) => shown(office(), clockStart(office(), at(office(), text), cutoff));

  it("is receipt when open, else the next opening", () => {
    assert.equal(start("2026-08-24T10:15"), "2026-08-24T10:15");
    assert.equal(start("2026-08-24T12:00"), "2026-08-24T13:00");
    assert.equal(start("2026-08-29T12:00"), "2026-08-31T09:00");
  });

  it("is receipt for clock and calendar units, open or not", () => {
    assert.equal(by("2 clock hours", "2026-08-29T23:30"), "2026-08-30T01:30");
    assert.equal(by("90 clock minutes", "2026-08-29T23:30"), "2026-08-30T01:00");
    assert.equal(by("1 calendar day", "2026-08-29T23:30"), "2026-08-31T00:00");
  });
});

describe("a cut-off", () => {
  const cutoff = "15:00";
  const day = (text: string) => formatDate(receivedDay(office(), at(office(), text), 900));

  it("moves receipt to the opening of the next business day from its very minute on", () => {
    assert.equal(by("1 business hour", "2026-08-24T14:59", { cutoff }), "2026-08-24T15:59");
    assert.equal(by("1 business hour", "2026-08-24T15:00", { cutoff }), "2026-08-25T10:00");
    assert.equal(by("1 business hour", "2026-08-28T16:00", { cutoff }), "2026-08-31T10:00");
  });

  it("moves what comes at any time of another day, and leaves the early morning of a business day", () => {
    assert.equal(by("1 business hour", "2026-08-29T10:00", { cutoff }), "2026-08-31T10:00");
    assert.equal(by("1 business hour", "2026-08-24T06:00", { cutoff }), "2026-08-24T10:00");
    assert.deepEqual(["2026-08-24T14:59", "2026-08-24T15:00", "2026-08-29T10:00", "2026-09-18T15:00"].map(day), [
      "2026-08-24",
      "2026-08-25",
      "2026-08-31",
      "2026-09-24",
    ]);
  });

  it("moves the date that days are counted from, and the receipt that clock hours run from", () => {
    assert.equal(by("1 business day", "2026-08-24T14:59", { cutoff }), "2026-08-25T18:00");
    assert.equal(by("1 business day", "2026-08-24T15:00", { cutoff }), "2026-08-26T18:00");
    assert.equal(by("1 calendar day", "2026-08-24T15:00", { cutoff }), "2026-08-27T00:00");
    assert.equal(by("1 clock hour", "2026-08-24T15:00", { cutoff }), "2026-08-25T10:00");
  });

  it("gives no deadline where no business day comes", () => {
    assert.equal(by("1 clock hour", "2026-08-24T15:00", { cutoff }, never()), "none");
    assert.equal(formatDate(receivedDay(never(), at(never(), "2026-08-24T15:00"), 900)), "2026-08-24");
  });
});

describe("a deadline in business hours", () => {
  it("may be a closing instant, and is breached from the next opening on", () => {
    assert.equal(by("3 business hours", "2026-08-24T09:00"), "2026-08-24T12:00, 2026-08-24T13:00");
    assert.equal(by("8 business hours", "2026-08-28T09:00"), "2026-08-28T18:00, 2026-08-31T09:00");
    assert.equal(by("181 business minutes", "2026-08-24T09:00"), "2026-08-24T13:01");
  });

  it("of zero is the clock's start", () => {
    assert.equal(by("0 business hours", "2026-08-24T10:15"), "2026-08-24T10:15");
    assert.equal(by("0 business hours", "2026-08-29T12:00"), "2026-08-31T09:00");
  });

  it("counts elapsed time where clocks change", () => {
    const berlin = calendarOf("Europe/Berlin", "open Sat 22:00-06:00", "open Sun 22:00-24:00");
    // From 22:00 (+1) four hours are 02:00 + the hour left out = 03:00 (+2).
    assert.equal(by("4 business hours", "2026-03-28T22:00", {}, berlin), "2026-03-29T03:00");
    // Seven hours use up the night, which ends at 06:00.
    assert.equal(by("7 business hours", "2026-03-28T22:00", {}, berlin), "2026-03-29T06:00, 2026-03-29T22:00");
    assert.equal(by("24 clock hours", "2026-10-24T12:00", {}, berlin), "2026-10-25T11:00");
  });

  it("crosses weeks and years", () => {
    // 80 hours are ten days of eight: 2026-08-24 and the nine weekdays after it.
    assert.equal(by("80 business hours", "2026-08-24T09:00"), "2026-09-04T18:00, 2026-09-07T09:00");
    // 2026-12-31 is a Thursday, 2027-01-01 a holiday.
    assert.equal(by("9 business hours", "2026-12-31T09:00"), "2027-01-04T10:00");
  });

  it("takes decimals as they are written, rounded up to a millisecond", () => {
    assert.equal(by("1.1 business hours", "2026-08-24T09:00"), "2026-08-24T10:06");
    assert.equal(exactProduct(1.1, 3_600_000), 3_960_000);
    assert.equal(exactProduct(0.3333, 3_600_000), 1_199_880);
    // 0.00001 minutes are 0.6 ms; 1e-7 hours are 0.36 ms.
    assert.equal(exactProduct(0.00001, 60_000), 1);
    assert.equal(exactProduct(1e-7, 3_600_000), 1);
    assert.equal(exactProduct(2.5, 60_000), 150_000);
    assert.equal(exactProduct(0, 60_000), 0);
  });

  it("is none where nothing opens within ten years, or not long enough", () => {
    assert.equal(by("1 business hour", "2026-08-24T09:00", {}, never()), "none");
    const once = calendarOf("UTC", "open 2026-08-24 09:00-10:00");
    assert.equal(by("1 business hour", "2026-08-24T09:00", {}, once), "2026-08-24T10:00, none");
    assert.equal(by("61 business minutes", "2026-08-24T09:00", {}, once), "none");
    assert.equal(by("1000000000 business hours", "2026-08-24T09:00"), "none");
  });
});

describe("a deadline in days", () => {
  it("is the close of the n-th business day strictly after the date of receipt", () => {
    assert.equal(by("1 business day", "2026-08-24T00:00"), "2026-08-25T18:00");
    assert.equal(by("1 business day", "2026-08-24T23:59"), "2026-08-25T18:00");
    assert.equal(by("1 business day", "2026-08-28T10:00"), "2026-08-31T18:00");
    assert.equal(by("2 business days", "2026-09-17T10:00"), "2026-09-24T18:00");
  });

  it("ends with the night that starts on the day", () => {
    assert.equal(by("1 business day", "2026-08-27T10:00", {}, nights()), "2026-08-29T06:00");
    // Saturday 02:00 is in Friday's night; the next business day is Monday.
    assert.equal(by("1 business day", "2026-08-29T02:00", {}, nights()), "2026-09-01T06:00");
  });

  it("ends at a time of the day where one is given", () => {
    assert.equal(by("1 business day before 12:00", "2026-08-28T10:00"), "2026-08-31T12:00");
    assert.equal(by("2 calendar days before 09:30", "2026-08-28T10:00"), "2026-08-30T09:30");
    // Tuesday's shift is from 22:00 to Wednesday 06:00; what comes after its close is taken of its own date.
    assert.equal(by("1 business day before 02:00", "2026-08-24T10:00", {}, nights()), "2026-08-26T02:00");
    assert.equal(by("1 business day before 06:00", "2026-08-24T10:00", {}, nights()), "2026-08-26T06:00");
    assert.equal(by("1 business day before 06:01", "2026-08-24T10:00", {}, nights()), "2026-08-25T06:01");
    assert.equal(by("1 business day before 23:00", "2026-08-24T10:00", {}, nights()), "2026-08-25T23:00");
    assert.equal(by("1 business day before 08:00", "2026-08-24T10:00"), "2026-08-25T08:00");
  });

  it("of zero is the clock's start, and of zero calendar days the end of the day", () => {
    assert.equal(by("0 business days", "2026-08-29T12:00"), "2026-08-31T09:00");
    assert.equal(by("0 calendar days", "2026-08-29T12:00"), "2026-08-30T00:00");
  });

  it("in calendar days is the end of the n-th day after, however long the days are", () => {
    const berlin = calendarOf("Europe/Berlin", "open Mon..Fri 09:00-17:00");
    assert.equal(by("7 calendar days", "2026-08-24T10:00"), "2026-09-01T00:00");
    assert.equal(by("1 calendar day", "2026-10-24T10:00", {}, berlin), "2026-10-26T00:00");
  });

  it("is none where no business day comes within ten years", () => {
    assert.equal(by("1 business day", "2026-08-24T10:00", {}, never()), "none");
    assert.equal(by("1000000 business days", "2026-08-24T10:00"), "none");
  });

  it("is written before 9999 is over or not at all", () => {
    const units: readonly Unit[] = ["clock hours", "calendar days", "business days", "business minutes"];
    for (const unit of units)
      for (const amount of [1e15, Number.POSITIVE_INFINITY, Number.NaN])
        assert.equal(
          deadlineOf(office(), { amount, unit, before: undefined }, at(office(), "2026-08-24T10:00"), undefined)
            .deadline,
          undefined,
          amount + " " + unit,
        );
  });
});

describe("business days before a date", () => {
  const closeBefore = (n: number, date: string) => shown(office(), businessDaysBefore(office(), n, dayOfText(date)));

  it("close on the n-th strictly before it", () => {
    assert.equal(closeBefore(1, "2026-08-25"), "2026-08-24T18:00");
    assert.equal(closeBefore(1, "2026-08-24"), "2026-08-21T18:00");
    assert.equal(closeBefore(2, "2026-09-24"), "2026-09-17T18:00");
    // From 09-30: 29, 28, 25, 24, then 18, 17, 16, 15, 14, 11 (three holidays and two weekends between).
    assert.equal(closeBefore(10, "2026-09-30"), "2026-09-11T18:00");
  });

  it("are the date itself for zero, or the business day before a closed one", () => {
    assert.equal(closeBefore(0, "2026-08-24"), "2026-08-24T18:00");
    assert.equal(closeBefore(0, "2026-09-22"), "2026-09-18T18:00");
  });

  it("are none where there are none", () => {
    assert.equal(businessDaysBefore(never(), 1, dayOfText("2026-08-24")), undefined);
  });
});

describe("waiting for the customer", () => {
  it("moves an hours deadline by what it overlaps of open time, and by no more", () => {
    assert.equal(
      by("4 business hours", "2026-08-24T09:00", { waiting: [["2026-08-24T10:00", "2026-08-24T11:00"]] }),
      "2026-08-24T15:00",
    );
    assert.equal(
      by("4 business hours", "2026-08-24T09:00", { waiting: [["2026-08-24T11:30", "2026-08-24T13:30"]] }),
      "2026-08-24T15:00",
    );
    assert.equal(
      by("4 business hours", "2026-08-24T09:00", { waiting: [["2026-08-24T12:00", "2026-08-24T13:00"]] }),
      "2026-08-24T14:00",
    );
  });

  it("counts overlapping pauses once, in any order", () => {
    const waiting = [
      ["2026-08-24T10:30", "2026-08-24T11:00"],
      ["2026-08-24T10:00", "2026-08-24T10:45"],
    ] as const;
    assert.equal(by("4 business hours", "2026-08-24T09:00", { waiting }), "2026-08-24T15:00");
  });

  it("puts off the clock's start and what breaches", () => {
    assert.equal(
      by("0 business hours", "2026-08-24T09:00", { waiting: [["2026-08-24T08:00", "2026-08-24T10:00"]] }),
      "2026-08-24T10:00",
    );
    assert.equal(
      by("1 business hour", "2026-08-24T09:00", { waiting: [["2026-08-24T10:00", "2026-08-24T15:00"]] }),
      "2026-08-24T10:00, 2026-08-24T15:00",
    );
  });

  it("stops clock hours, closed or not", () => {
    assert.equal(
      by("2 clock hours", "2026-08-29T20:00", { waiting: [["2026-08-29T21:00", "2026-08-29T23:00"]] }),
      "2026-08-30T00:00",
    );
  });

  it("leaves out a business day at whose close the request waits, and no other", () => {
    const waiting = [["2026-08-25T17:00", "2026-08-26T10:00"]] as const;
    assert.equal(by("1 business day", "2026-08-24T10:00", { waiting }), "2026-08-26T18:00");
    assert.equal(
      by("1 business day", "2026-08-24T10:00", { waiting: [["2026-08-25T09:00", "2026-08-25T17:00"]] }),
      "2026-08-25T18:00",
    );
  });

  it("never makes a days target earlier, also where its end opens a closed day anew", () => {
    // The night of Friday goes on after the pause, on Saturday: that makes no business day of Saturday.
    const waiting = [["2026-08-28T23:00", "2026-08-29T03:00"]] as const;
    assert.equal(by("2 business days", "2026-08-27T10:00", { waiting }, nights()), "2026-09-01T06:00");
  });

  it("without end gives no deadline", () => {
    const forever = [{ open: at(office(), "2026-08-24T09:30"), close: Number.POSITIVE_INFINITY }];
    for (const unit of ["business hours", "clock hours", "business days"] as const)
      assert.equal(
        deadlineOf(
          office(),
          { amount: 1, unit, before: undefined },
          at(office(), "2026-08-24T09:00"),
          undefined,
          forever,
        ).deadline,
        undefined,
        unit,
      );
  });
});

describe("deadlines at the ends of what is searched", () => {
  const always = () => calendarOf("UTC", "open Mon..Sun 00:00-24:00");
  const waiting = [["2027-01-01T00:00", "2030-01-01T00:00"]] as const;

  it("are within ten years of the clock's start, waiting and all", () => {
    // Eight years are 70,080 hours and two leap days of 24; with the three years of waiting they are eleven.
    assert.equal(by("70128 business hours", "2026-01-01T00:00", {}, always()), "2034-01-01T00:00");
    assert.equal(by("70128 business hours", "2026-01-01T00:00", { waiting }, always()), "none");
    // 3,653 days of 24 hours are 87,672 hours.
    assert.equal(by("87672 business hours", "2026-01-01T00:00", {}, always()), "2036-01-02T00:00");
    assert.equal(by("87673 business hours", "2026-01-01T00:00", {}, always()), "none");
    const day = [["2026-01-01T00:00", "2026-01-02T00:00"]] as const;
    // It waits until the second, and the clock starts then.
    assert.equal(by("87672 business hours", "2026-01-01T00:00", { waiting: day }, always()), "2036-01-03T00:00");
  });

  it("in days are within ten years of receipt, waiting or not", () => {
    const once = () => calendarOf("UTC", "open 2036-01-02 09:00-17:00");
    const moment = [["2026-02-01T00:00", "2026-02-01T01:00"]] as const;
    for (const more of [{}, { waiting: moment }]) {
      assert.equal(by("1 business day", "2026-01-01T10:00", more, once()), "2036-01-02T17:00");
      assert.equal(by("1 business day", "2025-12-31T10:00", more, once()), "none");
      assert.equal(by("2 business days", "2026-01-01T10:00", more, once()), "none");
    }
  });

  it("are before the year 10000", () => {
    assert.equal(by("59 clock minutes", "9999-12-31T23:00", {}, always()), "9999-12-31T23:59");
    assert.equal(by("60 clock minutes", "9999-12-31T23:00", {}, always()), "none");
    assert.equal(by("1 calendar day", "9999-12-29T23:00", {}, always()), "9999-12-31T00:00");
    assert.equal(by("1 calendar day", "9999-12-30T23:00", {}, always()), "none");
  });
});

describe("a time of day on a business day", () => {
  it("counts each day at its close but the last, which waits at that time", () => {
    // Tuesday waits at 18:00, so Wednesday is the first and Thursday 12:00 the end.
    const tuesday = [["2026-08-25T13:00", "2026-08-25T19:00"]] as const;
    assert.equal(by("2 business days before 12:00", "2026-08-24T10:00", { waiting: tuesday }), "2026-08-27T12:00");
    assert.equal(by("1 business day before 12:00", "2026-08-24T10:00", { waiting: tuesday }), "2026-08-25T12:00");
    const noon = [["2026-08-26T11:00", "2026-08-26T12:30"]] as const;
    assert.equal(by("2 business days before 12:00", "2026-08-24T10:00", { waiting: noon }), "2026-08-27T12:00");
    assert.equal(by("3 business days before 12:00", "2026-08-24T10:00", { waiting: noon }), "2026-08-27T12:00");
    const both = [...tuesday, ...noon];
    assert.equal(by("2 business days before 12:00", "2026-08-24T10:00", { waiting: both }), "2026-08-27T12:00");
    assert.equal(by("2 business days", "2026-08-24T10:00", { waiting: both }), "2026-08-27T18:00");
  });

  it("is its start where it opens at midnight, on that day itself", () => {
    const always = () => calendarOf("UTC", "open Mon..Sun 00:00-24:00");
    assert.equal(by("1 business day before 00:00", "2026-08-24T10:00", {}, always()), "2026-08-25T00:00");
    assert.equal(by("1 business day before 24:00", "2026-08-24T10:00", {}, always()), "2026-08-26T00:00");
  });
});

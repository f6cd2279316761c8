import assert from "node:assert/strict";
import {
  buildCalendar,
  businessDayClose,
  type Calendar,
  intervalsBetween,
  isBusinessDay,
  isOpen,
  isRestDay,
  nextOpening,
  opensOn,
  openTimeBetween,
  overlaid,
} from "../../../server/core/time/calendar.ts";
import { piecesByDay } from "../../../server/core/time/opening.ts";
import type { CalendarSpec } from "../../../server/core/time/spec.ts";
import { formatInstant, utc } from "../../../server/core/time/zone.ts";
import {
  at,
  calendarOf,
  calendarWithHolidays,
  dayOfText,
  intervalsInUtc,
  laidOver,
  lineOf,
  shown,
  specOf,
} from "./written.ts";

/** The open times of dates, on the calendar's clock: "08-24 09:00 - 08-24 12:00, …". */
function open(calendar: Calendar, first: string, last = first): string {
  const [from, to] = [at(calendar, first + "T00:00"), at(calendar, last + "T24:00")];
  const text = (instant: number) => formatInstant(calendar.zone, instant).slice(5).replace("T", " ");
  return intervalsBetween(calendar, from, to)
    .map((interval) => text(interval.open) + " - " + text(interval.close))
    .join(", ");
}

function inUtc(calendar: Calendar, first: string, last: string): string {
  return intervalsInUtc(intervalsBetween(calendar, at(calendar, first), at(calendar, last)));
}

function close(calendar: Calendar, date: string): string {
  return shown(calendar, businessDayClose(calendar, dayOfText(date)));
}

const office = [
  "open Mon..Fri 09:00-12:00, 13:00-18:00",
  "closed holidays of Japan",
  "closed 12-29..01-03",
  "open 2026-12-29 10:00-15:00",
  "rest Sun",
];

describe("a calendar's open times", () => {
  it("are the weekly hours, end excluded", () => {
    const calendar = calendarOf("Asia/Tokyo", ...office);
    assert.equal(open(calendar, "2026-08-24"), "08-24 09:00 - 08-24 12:00, 08-24 13:00 - 08-24 18:00");
    assert.equal(open(calendar, "2026-08-22", "2026-08-23"), "");
    assert.deepEqual(
      ["08:59", "09:00", "11:59", "12:00", "13:00", "18:00"].map((time) =>
        isOpen(calendar, at(calendar, "2026-08-24T" + time)),
      ),
      [false, true, true, false, true, false],
    );
  });

  it("unite several lines for a weekday, and touching ones are one", () => {
    const calendar = calendarOf(
      "Asia/Tokyo",
      "open Mon 12:00-18:00",
      "open Mon,Wed 09:00-12:00",
      "open Mon 08:00-10:00",
    );
    assert.equal(open(calendar, "2026-08-24", "2026-08-26"), "08-24 08:00 - 08-24 18:00, 08-26 09:00 - 08-26 12:00");
  });

  it("leave out holidays, substitutes and the day between two holidays", () => {
    const calendar = calendarOf("Asia/Tokyo", ...office);
    assert.equal(open(calendar, "2026-09-19", "2026-09-23"), "");
    assert.equal(open(calendar, "2026-05-06"), "");
    assert.equal(open(calendar, "2026-09-24"), "09-24 09:00 - 09-24 12:00, 09-24 13:00 - 09-24 18:00");
  });

  it("leave out month-days that wrap the year, and a dated opening comes back", () => {
    const calendar = calendarOf("Asia/Tokyo", ...office);
    // 2026-12-28 is a Monday, 2027-01-04 too.
    assert.equal(
      open(calendar, "2026-12-28", "2027-01-04"),
      "12-28 09:00 - 12-28 12:00, 12-28 13:00 - 12-28 18:00, 12-29 10:00 - 12-29 15:00, 01-04 09:00 - 01-04 12:00, 01-04 13:00 - 01-04 18:00",
    );
  });

  it("take a leap day only where there is one", () => {
    const calendar = calendarOf("UTC", "open 02-29..02-29 10:00-11:00");
    assert.equal(open(calendar, "2026-02-01", "2028-03-31"), "02-29 10:00 - 02-29 11:00");
  });

  it("are replaced on the date of a dated opening, also on a holiday and outside the weekly hours", () => {
    const calendar = calendarOf("Asia/Tokyo", ...office, "open 2026-08-24 20:00-21:00", "open 2026-09-22 10:00-11:00");
    assert.equal(open(calendar, "2026-08-24"), "08-24 20:00 - 08-24 21:00");
    assert.equal(open(calendar, "2026-09-22"), "09-22 10:00 - 09-22 11:00");
  });

  it("unite several dated openings of a date", () => {
    const calendar = calendarOf(
      "UTC",
      "open Mon 09:00-17:00",
      "open 2026-08-24 10:00-11:00",
      "open 2026-08-24 12:00-13:00",
    );
    assert.equal(open(calendar, "2026-08-24"), "08-24 10:00 - 08-24 11:00, 08-24 12:00 - 08-24 13:00");
  });

  it("keep the end of the night before when a date is replaced: it belongs to the day it starts on", () => {
    const calendar = calendarOf("UTC", "open Mon..Sun 22:00-06:00", "open 2026-08-25 10:00-11:00");
    assert.equal(
      open(calendar, "2026-08-25", "2026-08-26"),
      "08-25 00:00 - 08-25 06:00, 08-25 10:00 - 08-25 11:00, 08-26 22:00 - 08-27 00:00",
    );
  });

  it("are cut by a dated closure, with times and without, dated openings too", () => {
    const calendar = calendarOf(
      "UTC",
      "open Mon..Fri 09:00-17:00",
      "open 2026-08-24 08:00-20:00",
      "closed 2026-08-24..2026-08-25 10:00-12:00",
      "closed 2026-08-26",
    );
    assert.equal(open(calendar, "2026-08-24"), "08-24 08:00 - 08-24 10:00, 08-24 12:00 - 08-24 20:00");
    assert.equal(open(calendar, "2026-08-25"), "08-25 09:00 - 08-25 10:00, 08-25 12:00 - 08-25 17:00");
    assert.equal(open(calendar, "2026-08-26"), "");
  });

  it("are cut by a recurring closure with times", () => {
    const calendar = calendarOf(
      "UTC",
      "open Mon..Fri 09:00-17:00",
      "closed Mon 12:00-13:00",
      "closed 08-25..08-25 16:00-02:00",
    );
    assert.equal(
      open(calendar, "2026-08-24", "2026-08-25"),
      "08-24 09:00 - 08-24 12:00, 08-24 13:00 - 08-24 17:00, 08-25 09:00 - 08-25 16:00",
    );
  });

  it("of a night lose the part that lies on a holiday, and only that", () => {
    const night = "open Mon..Fri 22:00-06:00";
    const closed = "closed holidays of Anywhere";
    const onStart = calendarWithHolidays("UTC", ["2026-08-25"], night, closed);
    assert.equal(open(onStart, "2026-08-25", "2026-08-26"), "08-26 00:00 - 08-26 06:00, 08-26 22:00 - 08-27 00:00");
    const onEnd = calendarWithHolidays("UTC", ["2026-08-26"], night, closed);
    assert.equal(open(onEnd, "2026-08-25", "2026-08-26"), "08-25 00:00 - 08-25 06:00, 08-25 22:00 - 08-26 00:00");
  });

  it("reach the real end of the day with 24:00", () => {
    const calendar = calendarOf("UTC", "open Mon 20:00-24:00", "open Tue 00:00-02:00");
    assert.equal(open(calendar, "2026-08-24", "2026-08-25"), "08-24 20:00 - 08-25 02:00");
    assert.ok(isOpen(calendar, at(calendar, "2026-08-24T23:59") + 59_999));
  });

  it("are whole days without times", () => {
    assert.equal(open(calendarOf("UTC", "open Tue..Wed"), "2026-08-24", "2026-08-27"), "08-25 00:00 - 08-27 00:00");
  });

  // Found by the twin: an overlay whose dated opening has no length.
  it("ignore a range without length, and its date is replaced all the same", () => {
    const replaced = laidOver(calendarOf("UTC", "open Mon..Tue 09:00-10:00"), ["open 2026-08-24 03:00-03:00"]);
    assert.equal(open(replaced, "2026-08-24", "2026-08-25"), "08-25 09:00 - 08-25 10:00");
    assert.equal(open(calendarOf("UTC", "open Mon..Sun 15:00-15:00"), "2026-08-24", "2026-08-30"), "");
  });
});

describe("a calendar where clocks change", () => {
  it("has a night of seven hours in spring and of nine in autumn (Berlin)", () => {
    const calendar = calendarOf("Europe/Berlin", "open Sat 22:00-06:00");
    // 22:00 at +1 is 21:00Z; 06:00 at +2 is 04:00Z.
    assert.equal(inUtc(calendar, "2026-03-28T00:00", "2026-03-30T00:00"), "2026-03-28T21:00Z/2026-03-29T04:00Z");
    // 22:00 at +2 is 20:00Z; 06:00 at +1 is 05:00Z.
    assert.equal(inUtc(calendar, "2026-10-24T00:00", "2026-10-26T00:00"), "2026-10-24T20:00Z/2026-10-25T05:00Z");
    assert.equal(
      openTimeBetween(calendar, at(calendar, "2026-03-28T00:00"), at(calendar, "2026-03-30T00:00")),
      7 * 3_600_000,
    );
    assert.equal(
      openTimeBetween(calendar, at(calendar, "2026-10-24T00:00"), at(calendar, "2026-10-26T00:00")),
      9 * 3_600_000,
    );
  });

  it("starts a range in the gap by the offset before it", () => {
    // 02:30 at +1 is 01:30Z; 04:00 at +2 is 02:00Z.
    const calendar = calendarOf("Europe/Berlin", "open Sun 02:30-04:00");
    assert.equal(inUtc(calendar, "2026-03-29T00:00", "2026-03-30T00:00"), "2026-03-29T01:30Z/2026-03-29T02:00Z");
  });

  it("has nothing where a range does not end after it starts", () => {
    // 02:15 is 01:15Z and 03:15 is 01:15Z; 02:30 is 01:30Z and 03:00 is 01:00Z.
    for (const range of ["02:15-03:15", "02:30-03:00"])
      assert.equal(inUtc(calendarOf("Europe/Berlin", "open Sun " + range), "2026-03-29T00:00", "2026-03-30T00:00"), "");
  });

  it("takes the first of two equal times", () => {
    // 02:30 first is 00:30Z; 03:00 is 02:00Z.
    const from = calendarOf("Europe/Berlin", "open Sun 02:30-03:00");
    assert.equal(inUtc(from, "2026-10-25T00:00", "2026-10-26T00:00"), "2026-10-25T00:30Z/2026-10-25T02:00Z");
    // 01:00 at +2 is 23:00Z of the day before.
    const until = calendarOf("Europe/Berlin", "open Sun 01:00-02:30");
    assert.equal(inUtc(until, "2026-10-25T00:00", "2026-10-26T00:00"), "2026-10-24T23:00Z/2026-10-25T00:30Z");
  });

  it("knows New York's hour and Lord Howe's half hour", () => {
    const newYork = calendarOf("America/New_York", "open Sun 00:00-06:00");
    // 00:00 at -5 is 05:00Z, 06:00 at -4 is 10:00Z; in autumn 04:00Z and 11:00Z.
    assert.equal(inUtc(newYork, "2026-03-08T00:00", "2026-03-09T00:00"), "2026-03-08T05:00Z/2026-03-08T10:00Z");
    assert.equal(inUtc(newYork, "2026-11-01T00:00", "2026-11-02T00:00"), "2026-11-01T04:00Z/2026-11-01T11:00Z");
    const island = calendarOf("Australia/Lord_Howe", "open Sat 20:00-08:00");
    // 20:00 at +11 is 09:00Z, 08:00 at +10:30 is 21:30Z: 12.5 hours; in spring 09:30Z to 21:00Z: 11.5 hours.
    assert.equal(inUtc(island, "2026-04-04T00:00", "2026-04-06T00:00"), "2026-04-04T09:00Z/2026-04-04T21:30Z");
    assert.equal(inUtc(island, "2026-10-03T00:00", "2026-10-05T00:00"), "2026-10-03T09:30Z/2026-10-03T21:00Z");
  });

  it("cuts a holiday of 23 hours at its own ends", () => {
    const calendar = calendarWithHolidays(
      "Europe/Berlin",
      ["2026-03-29"],
      "open Mon..Sun 22:00-08:00",
      "closed holidays of Anywhere",
    );
    // The night before ends at 00:00 (+1, 23:00Z); what starts on the holiday goes on at 00:00 of the 30th (+2, 22:00Z).
    assert.equal(
      inUtc(calendar, "2026-03-28T12:00", "2026-03-30T12:00"),
      "2026-03-28T21:00Z/2026-03-28T23:00Z, 2026-03-29T22:00Z/2026-03-30T06:00Z",
    );
  });
});

describe("a range that ends where it starts", () => {
  it("is empty, and not a whole day", () => {
    assert.equal(
      open(calendarOf("UTC", "open Mon..Fri 15:00-15:00, 16:00-17:00"), "2026-08-24"),
      "08-24 16:00 - 08-24 17:00",
    );
  });
});

describe("a yearly closure", () => {
  const days = (line: string, first: string, last: string) =>
    open(calendarOf("UTC", "open Mon..Sun 10:00-11:00", line), first, last)
      .split(", ")
      .map((text) => text.slice(0, 5))
      .join(" ");

  it("has both its ends, within a year, across its end, and of a single day", () => {
    assert.equal(days("closed 08-24..08-26", "2026-08-22", "2026-08-28"), "08-22 08-23 08-27 08-28");
    assert.equal(days("closed 12-30..01-03", "2026-12-28", "2027-01-05"), "12-28 12-29 01-04 01-05");
    assert.equal(days("closed 08-24..08-24", "2026-08-22", "2026-08-26"), "08-22 08-23 08-25 08-26");
    assert.equal(days("closed 07-31..08-02", "2026-07-29", "2026-08-04"), "07-29 07-30 08-03 08-04");
  });
});

describe("open times split by date", () => {
  const hour = 3_600_000;

  it("end and begin at each midnight between, where a date is wholly open", () => {
    // From noon of day 0 to the end of day 2; from 22:00 of day 4 to 06:00 of day 5; day 6 whole.
    const set = [12, 72, 118, 126, 144, 168].map((hours) => hours * hour);
    assert.deepEqual(
      piecesByDay(utc, set).map((instant) => instant / hour),
      [12, 24, 24, 48, 48, 72, 118, 126, 144, 168],
    );
    assert.deepEqual(piecesByDay(utc, []), []);
    // Until 01:00 of the day after a whole one: the rest belongs to that.
    assert.deepEqual(
      piecesByDay(utc, [10 * hour, 49 * hour]).map((instant) => instant / hour),
      [10, 24, 24, 49],
    );
  });
});

describe("a calendar from calendars", () => {
  const weekdays = specOf("Asia/Tokyo", ["open Mon..Fri 09:00-18:00"]);
  const saturdays = specOf("Asia/Tokyo", ["open Sat 10:00-14:00"]);
  const stocktaking = specOf("Asia/Tokyo", ["open 2026-08-24..2026-08-25"]);
  const built = (lines: readonly string[], others: readonly CalendarSpec[], zone = "Asia/Tokyo") =>
    buildCalendar(specOf(zone, lines, others), () => []);

  it("opens during the union of some and closes during others", () => {
    const calendar = built(["open during 0,1", "closed during 2"], [weekdays, saturdays, stocktaking]);
    assert.equal(open(calendar, "2026-08-22", "2026-08-26"), "08-22 10:00 - 08-22 14:00, 08-26 09:00 - 08-26 18:00");
  });

  it("takes only the part within its times", () => {
    const calendar = built(["open during 0 08:00-12:00"], [weekdays]);
    assert.equal(open(calendar, "2026-08-24"), "08-24 09:00 - 08-24 12:00");
  });

  it("replaces the hours of a date that came from another calendar", () => {
    const calendar = built(["open during 0", "open 2026-08-24 10:00-11:00"], [weekdays]);
    assert.equal(open(calendar, "2026-08-24", "2026-08-25"), "08-24 10:00 - 08-24 11:00, 08-25 09:00 - 08-25 18:00");
  });

  it("has on a date what begins on it in its own zone, whatever date that is in the other's", () => {
    // Sunday 20:00 in New York is Monday 09:00 in Tokyo, in August.
    const abroad = specOf("America/New_York", ["open Sun 20:00-22:00"]);
    const monday = built(["open during 0", "open 2026-08-24 15:00-16:00"], [abroad]);
    assert.equal(open(monday, "2026-08-23", "2026-08-24"), "08-24 15:00 - 08-24 16:00");
    const sunday = built(["open during 0", "open 2026-08-23 15:00-16:00"], [abroad]);
    assert.equal(open(sunday, "2026-08-23", "2026-08-24"), "08-23 15:00 - 08-23 16:00, 08-24 09:00 - 08-24 11:00");
  });

  it("keeps the instants of a calendar in another zone", () => {
    // 09:00 to 18:00 in Tokyo is 00:00 to 09:00 in UTC.
    assert.equal(open(built(["open during 0"], [weekdays], "UTC"), "2026-08-24"), "08-24 00:00 - 08-24 09:00");
  });

  it("is closed during itself instead of going round", () => {
    const calendars: CalendarSpec[] = [];
    const round: CalendarSpec = {
      name: "round",
      zone: "UTC",
      rest: 0,
      lines: [
        { effect: "open", days: { kind: "during", calendars }, times: [] },
        { effect: "open", days: { kind: "weekdays", mask: 1 }, times: [{ from: 540, to: 600 }] },
      ],
    };
    calendars.push(round);
    assert.equal(
      open(
        buildCalendar(round, () => []),
        "2026-08-24",
        "2026-08-30",
      ),
      "08-24 09:00 - 08-24 10:00",
    );
  });
});

describe("an exception laid over a calendar", () => {
  const calendar = () => calendarOf("Asia/Tokyo", ...office, "closed 2026-08-27");

  it("opens dates over the weekly hours, over holidays and over dated closures", () => {
    const over = laidOver(calendar(), [
      "open 2026-08-22..2026-08-24 09:00-18:00",
      "open 2026-08-27 10:00-11:00",
      "open 2026-09-22 10:00-11:00",
    ]);
    assert.equal(
      open(over, "2026-08-22", "2026-08-24"),
      "08-22 09:00 - 08-22 18:00, 08-23 09:00 - 08-23 18:00, 08-24 09:00 - 08-24 18:00",
    );
    assert.equal(open(over, "2026-08-27"), "08-27 10:00 - 08-27 11:00");
    assert.equal(open(over, "2026-09-22"), "09-22 10:00 - 09-22 11:00");
    assert.equal(open(over, "2026-08-25"), open(calendar(), "2026-08-25"));
    assert.equal(open(calendar(), "2026-08-22"), "");
  });

  it("adds the hours of another calendar, on the dates in force alone", () => {
    const saturdays = specOf("Asia/Tokyo", ["open Sat 10:00-14:00"]);
    const effective = { first: dayOfText("2026-08-22"), last: dayOfText("2026-08-28") };
    const over = overlaid(calendar(), [lineOf("open during 0", [saturdays])], { effective });
    assert.equal(open(over, "2026-08-22"), "08-22 10:00 - 08-22 14:00");
    assert.equal(open(over, "2026-08-29"), "");
  });

  it("adds weekly lines, on the dates in force alone", () => {
    const effective = { first: dayOfText("2026-08-22"), last: dayOfText("2026-08-23") };
    const over = laidOver(calendar(), ["open Sat..Sun 22:00-02:00"], { effective });
    assert.equal(open(over, "2026-08-22", "2026-08-23"), "08-22 22:00 - 08-23 02:00, 08-23 22:00 - 08-24 00:00");
    assert.equal(
      open(over, "2026-08-24"),
      "08-24 00:00 - 08-24 02:00, 08-24 09:00 - 08-24 12:00, 08-24 13:00 - 08-24 18:00",
    );
    assert.equal(open(over, "2026-08-29", "2026-08-30"), "");
  });

  it("replaces the whole night of its date, also what a closure left of it after midnight", () => {
    // Sunday's night is 22:00 to 06:00; Monday's closure leaves 02:00 to 06:00 of it, which is still Sunday's.
    const nights = ["open Mon..Sun 22:00-06:00", "closed Mon 00:00-02:00"];
    const line = "open 2026-08-30 10:00-11:00";
    const expected = "08-30 00:00 - 08-30 06:00, 08-30 10:00 - 08-30 11:00, 08-31 22:00 - 09-01 00:00";
    assert.equal(open(calendarOf("Asia/Tokyo", ...nights, line), "2026-08-30", "2026-08-31"), expected);
    assert.equal(open(laidOver(calendarOf("Asia/Tokyo", ...nights), [line]), "2026-08-30", "2026-08-31"), expected);
  });

  it("replaces the night of its date where it came from another calendar, and where another exception lies between", () => {
    const nights = specOf("Asia/Tokyo", ["open Mon..Sun 22:00-06:00", "closed Mon 00:00-02:00"]);
    const desk = buildCalendar(specOf("Asia/Tokyo", ["open during 0"], [nights]), () => []);
    const expected = "08-30 00:00 - 08-30 06:00, 08-30 10:00 - 08-30 11:00, 08-31 22:00 - 09-01 00:00";
    const over = laidOver(desk, ["open 2026-08-30 10:00-11:00"]);
    assert.equal(open(over, "2026-08-30", "2026-08-31"), expected);
    const twice = laidOver(laidOver(desk, ["open 2026-08-30 20:00-04:00"]), ["open 2026-08-30 10:00-11:00"]);
    assert.equal(open(twice, "2026-08-30", "2026-08-31"), expected);
  });

  it("reads its dates in the agreement's zone", () => {
    // 09:00 to 10:00 of Saturday in New York (-4) is 22:00 to 23:00 in Tokyo.
    const over = laidOver(calendar(), ["open 2026-08-22 09:00-10:00"], { zone: "America/New_York" });
    assert.equal(open(over, "2026-08-22", "2026-08-23"), "08-22 22:00 - 08-22 23:00");
  });
});

describe("business days", () => {
  it("are dates on which an interval starts, and close with the last that starts there", () => {
    const calendar = calendarOf("Asia/Tokyo", ...office);
    assert.equal(close(calendar, "2026-08-24"), "2026-08-24T18:00");
    assert.equal(close(calendar, "2026-12-29"), "2026-12-29T15:00");
    assert.equal(close(calendar, "2026-09-22"), "none");
    assert.ok(!isBusinessDay(calendar, dayOfText("2026-08-23")));
  });

  it("put a Friday night on Friday's account", () => {
    const calendar = calendarOf("UTC", "open Mon..Fri 22:00-06:00");
    assert.equal(close(calendar, "2026-08-28"), "2026-08-29T06:00");
    assert.equal(close(calendar, "2026-08-29"), "none");
  });

  it("do not depend on how an interval is written", () => {
    const calendar = calendarOf("UTC", "open Fri 22:00-24:00", "open Sat 00:00-06:00");
    assert.equal(close(calendar, "2026-08-28"), "2026-08-29T06:00");
    assert.equal(close(calendar, "2026-08-29"), "none");
  });

  it("are every date of a calendar that never closes", () => {
    const calendar = calendarOf("Europe/Berlin", "open Mon..Sun 00:00-24:00");
    assert.equal(close(calendar, "2026-08-28"), "2026-08-29T00:00");
    assert.equal(close(calendar, "2026-03-29"), "2026-03-30T00:00");
    assert.equal(
      intervalsBetween(calendar, at(calendar, "2025-01-01T00:00"), at(calendar, "2028-01-01T00:00")).length,
      1,
    );
  });
});

describe("looking ahead", () => {
  it("finds the instant itself when open, else the next opening", () => {
    const calendar = calendarOf("Asia/Tokyo", ...office);
    const next = (text: string) => shown(calendar, nextOpening(calendar, at(calendar, text)));
    assert.equal(next("2026-08-24T10:15"), "2026-08-24T10:15");
    assert.equal(next("2026-08-24T12:00"), "2026-08-24T13:00");
    assert.equal(next("2026-08-21T18:00"), "2026-08-24T09:00");
    assert.equal(next("2026-09-18T18:00"), "2026-09-24T09:00");
  });

  it("gives up after ten years", () => {
    const never = calendarOf("UTC", "closed Mon..Sun");
    assert.equal(nextOpening(never, at(never, "2026-08-24T10:00")), undefined);
    const late = calendarOf("UTC", "open 2036-08-25 09:00-10:00", "open 2050-01-01 09:00-10:00");
    // 2026-08-24 and 3653 days are 2036-08-24 (leap days in 2028, 2032 and 2036).
    assert.equal(nextOpening(late, at(late, "2026-08-24T09:00")), undefined);
    assert.equal(shown(late, nextOpening(late, at(late, "2026-08-25T09:00"))), "2036-08-25T09:00");
  });

  it("works from 1970 to 2200 without working out what lies between", () => {
    const calendar = calendarOf("Europe/Berlin", "open Mon..Fri 09:00-17:00");
    // 1970-01-05 and 2199-12-30 are Mondays; Berlin is at +1 in winter.
    assert.equal(shown(calendar, nextOpening(calendar, at(calendar, "1970-01-03T00:00Z"))), "1970-01-05T09:00");
    assert.equal(shown(calendar, nextOpening(calendar, at(calendar, "2199-12-28T00:00Z"))), "2199-12-30T09:00");
    assert.ok(calendar.chunks.size <= 2);
  });

  it("answers what is no instant with closed", () => {
    const calendar = calendarOf("Europe/Berlin", "open Mon..Sun");
    for (const odd of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e300]) {
      assert.equal(isOpen(calendar, odd), false);
      assert.equal(nextOpening(calendar, odd), undefined);
      assert.equal(businessDayClose(calendar, odd), undefined);
    }
  });
});

describe("what a calendar does not know", () => {
  it("is no holiday in an unknown region, and UTC for an unknown zone", () => {
    const calendar = calendarOf("Nowhere/Town", "open Mon..Fri 09:00-10:00", "closed holidays of Nowhere");
    assert.equal(inUtc(calendar, "2026-05-04T00:00", "2026-05-05T00:00"), "2026-05-04T09:00Z/2026-05-04T10:00Z");
  });

  it("is open on the dates that have any open time, its own or what is left of the night before", () => {
    const on = (calendar: Calendar, ...dates: readonly string[]) =>
      dates.filter((date) => opensOn(calendar, dayOfText(date)));
    // 2026-08-22 is a Saturday.
    const week = ["2026-08-21", "2026-08-22", "2026-08-23", "2026-08-24"];
    assert.deepEqual(on(calendarOf("Asia/Tokyo", ...office), ...week), ["2026-08-21", "2026-08-24"]);
    // Friday's shift ends at 06:00 on Saturday.
    assert.deepEqual(on(calendarOf("UTC", "open Fri 22:00-06:00"), ...week), ["2026-08-21", "2026-08-22"]);
    // What opens at midnight opens on the next date.
    assert.deepEqual(on(calendarOf("UTC", "open Mon 00:00-09:00"), ...week), ["2026-08-24"]);
    // Nothing opens after the only date.
    assert.deepEqual(on(calendarOf("UTC", "open 2026-08-22 09:00-12:00"), ...week), ["2026-08-22"]);
  });

  it("knows its rest days by its own clock", () => {
    const calendar = calendarOf("Asia/Tokyo", ...office);
    assert.ok(isRestDay(calendar, at(calendar, "2026-08-23T00:00")));
    assert.ok(isRestDay(calendar, at(calendar, "2026-08-23T23:59")));
    assert.ok(!isRestDay(calendar, at(calendar, "2026-08-24T00:00")));
    assert.ok(!isRestDay(calendar, at(calendar, "2026-08-22T12:00")));
  });
});

import assert from "node:assert/strict";
import {
  dayOf,
  daysInMonth,
  formatDate,
  formatMinute,
  formatMonthDay,
  parseDate,
  parseMinute,
  partsOf,
  weekdayOf,
} from "../../../server/core/time/date.ts";

describe("days and dates", () => {
  it("count days as the platform's UTC dates do, from 1600 to 2400", () => {
    for (let day = dayOf(1600, 1, 1); day < dayOf(2400, 1, 1); day += 17) {
      const date = new Date(day * 86_400_000);
      const parts = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
      assert.deepEqual(partsOf(day), parts);
      assert.equal(dayOf(parts.year, parts.month, parts.day), day);
      assert.equal(weekdayOf(day), (date.getUTCDay() + 6) % 7);
      assert.equal(formatDate(day), date.toISOString().slice(0, 10));
    }
  });

  it("have the leap days that end a period of four, a hundred and four hundred years, and the days around them", () => {
    for (const year of [1600, 1700, 1896, 1900, 1996, 2000, 2004, 2100, 2400])
      for (const [month, day] of [
        [2, 28],
        [2, 29],
        [3, 1],
        [12, 31],
        [1, 1],
      ] as const) {
        if (day > daysInMonth(year, month)) continue;
        assert.deepEqual(partsOf(dayOf(year, month, day)), { year, month, day });
        assert.equal(dayOf(year, month, day) * 86_400_000, Date.UTC(year, month - 1, day));
      }
  });

  it("know the length of each month", () => {
    const lengths = Array.from({ length: 12 }, (_, month) => daysInMonth(2026, month + 1));
    assert.deepEqual(lengths, [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
  });

  it("know the length of February", () => {
    assert.deepEqual(
      [1900, 2000, 2026, 2028].map((year) => daysInMonth(year, 2)),
      [28, 29, 28, 29],
    );
  });

  it("read only dates that exist", () => {
    for (const text of [
      "2026-02-29",
      "2026-13-01",
      "2026-00-10",
      "2026-04-31",
      "2026-04-00",
      "2026-4-1",
      "12026-04-01",
      "on 2026-04-01",
      "",
      "2026-04-01T00:00",
    ])
      assert.equal(parseDate(text), undefined, text);
    assert.equal(parseDate("1970-01-02"), 1);
    assert.equal(parseDate("2028-02-29"), dayOf(2028, 2, 29));
  });

  it("read and write times up to 24:00", () => {
    assert.deepEqual(["00:00", "09:05", "24:00", "24:01", "9:00", "12:60", "109:00", "09:000"].map(parseMinute), [
      0,
      545,
      1440,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    assert.deepEqual([0, 545, 1440].map(formatMinute), ["00:00", "09:05", "24:00"]);
  });

  it("write days of every year in two figures each", () => {
    assert.equal(formatMonthDay({ month: 1, day: 3 }), "01-03");
    assert.equal(formatMonthDay({ month: 12, day: 29 }), "12-29");
  });

  it("write years beyond four digits as ISO 8601 does", () => {
    assert.equal(formatDate(dayOf(12_026, 8, 22)), "+012026-08-22");
    assert.equal(formatDate(dayOf(-1, 1, 1)), "-000001-01-01");
    assert.deepEqual([dayOf(0, 1, 1), dayOf(9999, 12, 31)].map(formatDate), ["0000-01-01", "9999-12-31"]);
    assert.deepEqual([dayOf(-1, 12, 31), dayOf(10_000, 1, 1)].map(formatDate), ["-000001-12-31", "+010000-01-01"]);
  });
});

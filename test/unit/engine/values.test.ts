import assert from "node:assert/strict";
import { decide } from "../../../server/core/engine/decide.ts";
import type { Decision, RangeEnd, ValueRange } from "../../../server/core/engine/decision.ts";
import { sameAnswer } from "../../../server/core/engine/needs.ts";
import { formatDecimal } from "../../../server/core/model/decimal.ts";
import type { Constant } from "../../../server/core/model/model.ts";
import { formatDate, formatMinute } from "../../../server/core/time/date.ts";
import { company } from "./agreement.ts";
import { deadlineText, engineOf, type Given, requestOf } from "./fixtures.ts";

const kinds =
  "request order { rate: percent, price: JPY, cost: USD, lead: business days, wait: business hours, count: number, start: date, end: date, hour: time, note: text, memo: text, size: small | medium | large }\ncalendar late in Asia/Tokyo {\nopen Sat..Mon 20:00-22:00\n}\n";

/** The answer to an order of Mon 2026-08-24 09:00, by a clause with 5 hours and cases of one hour, of two and so on. */
function answered(conditions: readonly string[], given: Given = {}): Decision {
  const cases = conditions.map(
    (condition, index) => `case c${index} when ${condition} {\nrespond within ${index + 1} clock hours\n}\n`,
  );
  const text = `agreement a between Sales and Support {\nhandle h: order {\nby Support\nrespond within 5 clock hours\n${cases.join("")}}\n}`;
  return decide(engineOf(company, kinds, text), requestOf("order", "2026-08-24T09:00", given));
}

function hour(decision: Decision): string {
  return deadlineText(decision.respond).slice(-5);
}

function valueText(value: Constant): string {
  switch (value.kind) {
    case "name":
      return value.name;
    case "decimal":
      return formatDecimal(value.value);
    case "day":
      return formatDate(value.day);
    case "time":
      return formatMinute(value.minute);
    case "text":
      return value.text;
  }
}

/** "[10..20)" as in mathematics; an end that is open for ever is "". */
function rangeText(range: ValueRange | undefined): string {
  if (range === undefined) return "none";
  const text = (end: RangeEnd | undefined) => (end ? valueText(end.value) : "");
  const [open, close] = [range.from?.isWithin === false ? "(" : "[", range.to?.isWithin === false ? ")" : "]"];
  return `${range.from ? open : ""}${text(range.from)}..${text(range.to)}${range.to ? close : ""}`;
}

/** The ranges of the missing field with the time of the answer; that time alone where nothing is needed. */
function ranges(conditions: readonly string[], given: Given = {}): string {
  const decision = answered(conditions, given);
  if (!decision.needs) return hour(decision);
  return decision.needs.answers.map(({ range, decision: each }) => `${rangeText(range)} ${hour(each)}`).join(", ");
}

/** The values of the missing field with the time of the answer. */
function values(conditions: readonly string[], given: Given = {}): readonly string[] {
  const { needs } = answered(conditions, given);
  return (needs?.answers ?? []).map(({ value, decision }) => `${valueText(value)} ${hour(decision)}`);
}

describe("the values of a missing field", () => {
  it("are told as the ranges in which the answer is the same, with their ends", () => {
    assert.equal(ranges(["rate > 10% and rate <= 20%"]), "..10] 14:00, (10..20] 10:00, (20.. 14:00");
    assert.equal(ranges(["rate < 10%"]), "..10) 10:00, [10.. 14:00");
    assert.equal(ranges(["rate is 10%"]), "..10) 14:00, [10..10] 10:00, (10.. 14:00");
    assert.equal(ranges(["hour < 12:00"]), "..12:00) 10:00, [12:00.. 14:00");
    assert.equal(ranges(["hour is 12:00"]), "..12:00) 14:00, [12:00..12:00] 10:00, (12:00.. 14:00");
  });

  it("are in order, whatever order the constants are written in, and each is there once", () => {
    assert.equal(
      ranges(["rate > 20% or rate < 5% or rate is 10%"]),
      "..5) 10:00, [5..10) 14:00, [10..10] 10:00, (10..20] 14:00, (20.. 10:00",
    );
    assert.equal(ranges(["rate > 10.0%", "rate < 10%"]), "..10) 11:00, [10..10] 14:00, (10.. 10:00");
    assert.equal(ranges(["hour > 18:00 or hour < 06:00"]), "..06:00) 10:00, [06:00..18:00] 14:00, (18:00.. 10:00");
  });

  it("lie between constants however fine these are", () => {
    assert.equal(ranges(["rate < 12.5% or rate > 12.51%"]), "..12.5) 10:00, [12.5..12.51] 14:00, (12.51.. 10:00");
    assert.equal(ranges(["rate <= 12.5% or rate >= 12.51%"]), "..12.5] 10:00, (12.5..12.51) 14:00, [12.51.. 10:00");
  });

  it("are whole units of money and whole days, and fractions of hours", () => {
    // Nothing lies between: one answer.
    assert.equal(ranges(["price <= 50_000 JPY or price >= 50_001 JPY"]), "10:00");
    assert.equal(ranges(["cost <= 0.01 USD or cost >= 0.02 USD"]), "10:00");
    assert.equal(ranges(["lead <= 1 business day or lead >= 2 business days"]), "10:00");
    assert.equal(ranges(["cost <= 0.01 USD or cost >= 0.03 USD"]), "..0.01] 10:00, (0.01..0.03) 14:00, [0.03.. 10:00");
    assert.equal(
      ranges(["wait <= 1 business hour or wait >= 2 business hours"]),
      "..1] 10:00, (1..2) 14:00, [2.. 10:00",
    );
  });

  it("are never below zero but for plain numbers", () => {
    assert.equal(ranges(["rate >= 0%"]), "10:00");
    assert.equal(ranges(["price < 0 JPY"]), "14:00");
    assert.equal(ranges(["count >= 0"]), "..0) 14:00, [0.. 10:00");
  });

  it("do not depend on what is asked of other fields", () => {
    assert.deepEqual(values(["rate > 10% and count > 500"], { fields: { count: "600" } }), ["10 14:00", "11 10:00"]);
    const saturday = ["2026-08-24 14:00", "2026-08-29 10:00", "2026-08-30 14:00"];
    assert.deepEqual(values(["start on Sat"]), saturday);
    const end = { fields: { end: "2026-09-07" } };
    assert.deepEqual(values(["start on Sat and end on 2026-09-07"], end), saturday);
    assert.deepEqual(values(["start on Sat and end during late"], end), saturday);
    assert.deepEqual(values(["start on Sat and end > 2026-09-06"], end), saturday);
  });

  it("are asked for beside a condition that could not be read", () => {
    assert.equal(ranges(["size is huge", "rate > 10%"]), "..10] 14:00, (10.. 11:00");
    assert.equal(ranges(["size is huge or rate > 10%"]), "14:00");
  });

  it("are within the day", () => {
    assert.deepEqual(values(["hour is 00:00"]), ["00:00 10:00", "00:01 14:00"]);
    assert.deepEqual(values(["hour is 24:00"]), ["23:59 14:00", "24:00 10:00"]);
  });

  it("have no range where they have no order of their own", () => {
    assert.equal(ranges(["size is medium"]), "none 14:00, none 10:00, none 14:00");
    assert.equal(ranges(["start >= 2026-09-01"]), "none 14:00, none 10:00");
  });

  it("are each text that is asked for, in order, and one other", () => {
    assert.deepEqual(values(['note is "b"', 'note is "a"']), ["a 11:00", "b 10:00", "… 14:00"]);
    assert.deepEqual(values(['note is "…"']), ["… 10:00", "… … 14:00"]);
    assert.deepEqual(values(['note is "a" and memo is not "b"'], { fields: { memo: "x" } }), ["a 10:00", "… 14:00"]);
    assert.deepEqual(values(['not (note is "a" or tier is gold)']), ["a 14:00", "… 10:00"]);
  });

  it("are the dates where something begins or ends, and those beside them", () => {
    assert.deepEqual(values(["start on 2026-09-01..2026-09-05"]), [
      "2026-08-31 14:00",
      "2026-09-05 10:00",
      "2026-09-06 14:00",
    ]);
    assert.deepEqual(values(["start is 2026-09-01"]), ["2026-08-31 14:00", "2026-09-01 10:00", "2026-09-02 14:00"]);
  });

  describe("of dates have every answer that there is", () => {
    const answers = (...conditions: readonly string[]) => {
      const { needs } = answered(conditions);
      assert.equal(needs?.field, "start");
      for (const { value, decision } of needs.answers) {
        const given = decide(
          engineOf(company, kinds, ""),
          requestOf("order", "2026-08-24T09:00", { fields: { start: valueText(value) } }),
        );
        assert.equal(given.outcome, "unhandled");
        assert.deepEqual(decision.request.fields.start, value);
      }
      return [...new Set(needs.answers.map(({ decision }) => hour(decision)))].sort().join(" ");
    };

    it("on weekdays before, between and after dates that are named", () => {
      assert.equal(answers("start on Sat and start < 2026-08-20"), "10:00 14:00");
      assert.equal(answers("start on Sat and start > 2028-01-01"), "10:00 14:00");
      assert.equal(answers("start on Sat and start > 2027-03-01 and start < 2027-03-09"), "10:00 14:00");
      assert.equal(answers("start on Sat and start on 2027-03-01..2027-03-09"), "10:00 14:00");
    });

    it("on yearly dates of the years that are named", () => {
      assert.equal(answers("start on 12-24..12-24 and start > 2028-01-01"), "10:00 14:00");
      assert.equal(answers("start on 12-24..12-24 and start < 2026-01-01 and start > 2025-01-01"), "10:00 14:00");
    });

    it("in every way in which calendars and weekdays go together", () => {
      // Mon office and late, Tue office alone, Sat late alone; Wed 2026-09-23 is a holiday and neither.
      const both = [
        "start during office and start during late",
        "start during office and start outside late",
        "start outside office and start during late",
      ];
      assert.equal(answers(...both), "10:00 11:00 12:00 14:00");
      // Mon 2026-09-21 is a holiday.
      const mondays = [
        "start on Mon and start during office",
        "start on Mon and start outside office",
        "start on Tue..Sun and start during office",
      ];
      assert.equal(answers(...mondays), "10:00 11:00 12:00 14:00");
    });
  });
});

describe("two answers are the same", () => {
  it("where all that they say is, in depth", () => {
    assert.ok(sameAnswer({ a: [1, { b: 2n }] }, { a: [1, { b: 2n }] }));
    assert.ok(!sameAnswer({ a: [1, { b: 2n }] }, { a: [1, { b: 3n }] }));
    assert.ok(!sameAnswer({ a: 1 }, { a: 1, b: undefined }));
    assert.ok(!sameAnswer({ a: 1, b: undefined }, { a: 1 }));
    assert.ok(!sameAnswer({ a: undefined }, { b: undefined }));
    for (const other of [undefined, null, 0, ""]) {
      assert.ok(!sameAnswer({}, other));
      assert.ok(!sameAnswer(other, {}));
    }
    assert.ok(sameAnswer(undefined, undefined));
  });

  it("whatever request they answer, where their lines stand and what was set aside", () => {
    for (const key of ["request", "place", "aside"]) {
      assert.ok(sameAnswer({ [key]: 1 }, { [key]: 2 }));
      assert.ok(!sameAnswer({ [key]: 1 }, { other: 1 }));
    }
    assert.ok(!sameAnswer({ clause: "a" }, { clause: "b" }));
  });
});

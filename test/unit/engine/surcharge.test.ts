import assert from "node:assert/strict";
import { decide } from "../../../server/core/engine/decide.ts";
import type { PremiumRange, SurchargeDue } from "../../../server/core/engine/decision.ts";
import { engineOf, localText, requestOf } from "./fixtures.ts";

// language.md M7. 2026-09-18 is a Friday, 09-20 a Sunday (rest), 09-21 to 09-23 are national holidays.
describe("surcharges", () => {
  const world = (hours: string) => `
    calendar desk in Asia/Tokyo {
      ${hours}
      rest Sun
    }
    team Sales {
      hours desk
    }
    team Support {
      hours desk
    }
    request how_to
  `;
  const always = world("open Mon..Sun 00:00-24:00");

  function due(
    calendar: string,
    surcharge: string,
    at: string,
    resolve = "within 1 business hour",
  ): SurchargeDue | undefined {
    const agreement = `agreement a between Sales and Support {\nhandle c: how_to {\nby Support\nresolve ${resolve}\n${surcharge}\n}\n}`;
    return decide(engineOf(calendar, agreement), requestOf("how_to", at)).surcharge;
  }

  const rangeText = (range: PremiumRange | undefined) =>
    range === undefined ? "unknown" : range.least === range.most ? `${range.least}` : `${range.least}-${range.most}`;
  const premium = (at: string, calendar = always, resolve = "within 1 business hour") => {
    const found = due(calendar, "surcharge premium of Japan", at, resolve);
    const further = (found?.further ?? []).map(({ from, percent }) => `, ${localText(from)} ${rangeText(percent)}`);
    return rangeText(found?.percent) + further.join("");
  };

  it("are a percentage or an amount, with the reason", () => {
    const percentage = due(always, 'surcharge 35% because "rest day"', "2026-09-20T10:00");
    assert.deepEqual([percentage?.rate.kind, percentage?.because], ["percent", "rest day"]);
    const amount = due(always, "surcharge 5_000 JPY", "2026-09-20T10:00");
    assert.deepEqual(amount?.rate, { kind: "amount", amount: { unscaled: 5000n, scale: 0 }, currency: "JPY" });
    assert.deepEqual([amount?.percent, amount?.further], [undefined, []]);
    assert.equal(due(always, "via email", "2026-09-20T10:00"), undefined);
  });

  it("on a work day are nothing to 50 %, as hours already worked are unknown", () => {
    assert.equal(premium("2026-09-18T10:00"), "0-50");
  });

  it("between 22:00 and 05:00 are another 25 %", () => {
    assert.equal(premium("2026-09-18T21:59", always, "within 1 business minute"), "0-50");
    assert.equal(premium("2026-09-18T22:00"), "25-75");
    assert.equal(premium("2026-09-18T04:59", always, "within 1 business minute"), "25-75");
    assert.equal(premium("2026-09-18T05:00"), "0-50");
  });

  it("on the weekly rest day are 35 %, never also overtime, and 60 % at night", () => {
    assert.equal(premium("2026-09-20T10:00"), "35");
    assert.equal(premium("2026-09-20T03:00"), "60");
  });

  it("are not those of a rest day on a national holiday", () => {
    assert.equal(premium("2026-09-21T10:00"), "0-50");
  });

  it("are those at the clock's start, and the further ones up to the resolve deadline", () => {
    // Fri 21:30 + 8 h: night from 22:00 on; from 05:00 on as at the start.
    assert.equal(premium("2026-09-18T21:30", always, "within 8 business hours"), "0-50, 2026-09-18T22:00 25-75");
    // Sat 21:00 + 36 h: night, Sunday at night from midnight on, Sunday by day from 05:00 on.
    assert.equal(
      premium("2026-09-19T21:00", always, "within 36 business hours"),
      "0-50, 2026-09-19T22:00 25-75, 2026-09-20T00:00 60, 2026-09-20T05:00 35",
    );
    // Received on Friday night, started on Saturday morning.
    assert.equal(premium("2026-09-18T23:00", world("open Mon..Sun 09:00-18:00")), "0-50");
  });

  it("count open time alone for a target in business units, all time for the others", () => {
    const office = world("open Mon..Fri 09:00-18:00");
    assert.equal(premium("2026-09-18T10:00", office, "within 4 business days"), "0-50");
    assert.equal(
      premium("2026-09-18T10:00", office, "within 4 calendar days"),
      "0-50, 2026-09-18T22:00 25-75, 2026-09-20T00:00 60, 2026-09-20T05:00 35",
    );
    const sundays = world("open Mon..Fri 09:00-18:00\n open Sun 10:00-12:00");
    assert.equal(premium("2026-09-18T10:00", sundays, "within 4 business days"), "0-50, 2026-09-20T10:00 35");
  });

  it("begin with those of receipt where the clock starts there, though nobody is there", () => {
    // Friday 23:00, received at night; the work is Monday's from 09:00 on. 21 to 23 September are holidays, not of this desk.
    const office = world("open Mon..Fri 09:00-18:00");
    const clock = due(
      office,
      "respond within 1 clock hour\nsurcharge premium of Japan",
      "2026-09-18T23:00",
      "within 2 business hours",
    );
    assert.equal(rangeText(clock?.percent), "25-75");
    assert.deepEqual(
      clock?.further.map(({ from, percent }) => [localText(from), rangeText(percent)]),
      [["2026-09-21T09:00", "0-50"]],
    );
  });

  it("are those of the start alone where nothing is to be resolved, or never", () => {
    const text = (lines: string) =>
      `${world("open Mon..Fri 09:00-18:00")}agreement a between Sales and Support {\nhandle c: how_to {\nby Support\n${lines}\nsurcharge premium of Japan\n}\n}`;
    const found = (lines: string) => decide(engineOf(text(lines)), requestOf("how_to", "2026-09-18T10:00")).surcharge;
    assert.deepEqual(
      [rangeText(found("respond within 1 business hour")?.percent), found("respond within 1 business hour")?.further],
      ["0-50", []],
    );
    assert.deepEqual(found("resolve within 99_999 business hours")?.further, []);
    assert.deepEqual(found("resolve within 0 clock hours")?.further, []);
  });

  it("of a country whose law is not known are not guessed", () => {
    assert.equal(rangeText(due(always, "surcharge premium of Germany", "2026-09-18T10:00")?.percent), "unknown");
  });
});

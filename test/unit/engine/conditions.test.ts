import assert from "node:assert/strict";
import { decide } from "../../../server/core/engine/decide.ts";
import { company } from "./agreement.ts";
import { engineOf, type Given, requestOf } from "./fixtures.ts";

// language.md, Values: conditions, read in the agreement's zone.
describe("conditions", () => {
  const kinds =
    "request delivery { start: date, rate: percent, lead: business days, note: text, hour: time, price: JPY, size: number }\n";
  const holds = (condition: string, at: string, given: Given = {}, more = "") => {
    const agreement = `agreement a between Sales and Support {\nhandle c: delivery when ${condition} {\nby Support\n}\n}`;
    const { outcome } = decide(engineOf(company, kinds, more, agreement), requestOf("delivery", at, given));
    return outcome === "needs" ? "needs" : outcome === "handled";
  };
  const monday = "2026-08-24T09:00";
  const field = (name: string, value: string): Given => ({ fields: { [name]: value } });

  it("compare numbers exactly", () => {
    assert.deepEqual(
      ["9.999999999999999999999", "10", "10.000000000000000000001"].map((rate) =>
        holds("rate <= 10%", monday, field("rate", rate)),
      ),
      [true, true, false],
    );
    assert.deepEqual(
      ["<", "<=", ">", ">="].map((operator) => holds(`rate ${operator} 12.5%`, monday, field("rate", "12.5"))),
      [false, true, false, true],
    );
    assert.equal(holds("price > 9_007_199_254_740_992 JPY", monday, field("price", "9007199254740993")), true);
    assert.equal(holds("price > 9_007_199_254_740_993 JPY", monday, field("price", "9007199254740993")), false);
  });

  it("compare durations, dates and times", () => {
    assert.deepEqual(
      ["5", "6"].map((lead) => holds("lead > 5 business days", monday, field("lead", lead))),
      [false, true],
    );
    assert.deepEqual(
      ["2026-08-22", "2026-08-23"].map((start) => holds("start > 2026-08-22", monday, field("start", start))),
      [false, true],
    );
    assert.deepEqual(
      ["08:59", "09:00"].map((hour) => holds("hour < 09:00", monday, field("hour", hour))),
      [true, false],
    );
  });

  it("is, is not and is one of", () => {
    const acme = { customer: "Acme" };
    assert.deepEqual(
      ["tier is gold", "tier is not gold", "tier is one of silver, gold", "tier is not one of silver, gold"].map(
        (condition) => [holds(condition, monday, acme), holds(condition, monday)],
      ),
      [
        [true, false],
        [false, true],
        [true, false],
        [false, true],
      ],
    );
    assert.deepEqual([holds("customer is Acme", monday, acme), holds("customer is not Acme", monday)], [true, true]);
    assert.deepEqual(
      [holds("asker is Sales", monday, { asker: "Mori" }), holds("asker is Sales", monday, { asker: "Abe" })],
      [true, false],
    );
    assert.deepEqual(
      [holds("rate is 10%", monday, field("rate", "10.0")), holds("rate is 10%", monday, field("rate", "11"))],
      [true, false],
    );
  });

  it("is one of several customers, and of a person's teams any one", () => {
    const more = 'customer Globex {\ntitle "x"\n}\ncustomer Initech {\ntitle "y"\n}\nteam Desk {\nmembers Mori\n}\n';
    const customers = [{ customer: "Acme" }, { customer: "Globex" }, { customer: "Initech" }, {}];
    assert.deepEqual(
      customers.map((given) => holds("customer is one of Acme, Globex", monday, given, more)),
      [true, true, false, false],
    );
    assert.deepEqual(
      customers.map((given) => holds("customer is not one of Acme, Globex", monday, given, more)),
      [false, false, true, true],
    );
    const mori = { asker: "Mori" };
    assert.deepEqual(
      ["asker is Desk", "asker is Sales", "asker is one of Support, Desk", "asker is Support"].map((condition) =>
        holds(condition, monday, mori, more),
      ),
      [true, true, true, false],
    );
    assert.deepEqual([holds("asker is Sales", monday), holds("asker is not Sales", monday)], [false, true]);
  });

  it("of dates, times and texts: the same value of the same type", () => {
    const is = (name: string, value: string, given: string) => holds(`${name} is ${value}`, monday, field(name, given));
    assert.deepEqual([is("start", "2026-08-24", "2026-08-24"), is("start", "2026-08-24", "2026-08-25")], [true, false]);
    assert.deepEqual([is("hour", "09:00", "09:00"), is("hour", "09:00", "09:01")], [true, false]);
    assert.deepEqual([is("start", "2026-08-24", "09:00"), is("hour", "09:00", "5")], [false, false]);
    assert.equal(holds("size is one of 5, 6", monday, field("size", "6.0")), true);
    assert.equal(holds("size is one of 5, 6", monday, field("size", "7")), false);
  });

  it("of an attribute that is a number compare it; a customer without it is neither more nor less", () => {
    const more = "attribute seats of customer: number\ncustomer Big {\nseats is 50\n}\n";
    const seats = (condition: string, customer: string) => holds(condition, monday, { customer }, more);
    assert.deepEqual([seats("seats > 49", "Big"), seats("seats > 50", "Big")], [true, false]);
    assert.deepEqual([seats("seats > 49", "Acme"), seats("seats <= 49", "Acme")], [false, false]);
    assert.deepEqual([seats("seats is 50", "Big"), seats("seats is not 50", "Acme")], [true, true]);
  });

  it("and, or, not and parentheses", () => {
    const at = (condition: string) => holds(condition, monday, { customer: "Acme", fields: { rate: "10" } });
    assert.deepEqual(
      [
        "tier is gold and rate > 10%",
        "tier is gold or rate > 10%",
        "not tier is gold or rate is 10%",
        "not (tier is gold or rate is 10%)",
        "rate > 10% or tier is gold and not rate > 10%",
        "(rate > 10% or tier is gold) and rate > 10%",
      ].map(at),
      [false, true, true, false, true, false],
    );
  });

  it("during and outside a calendar, of the request's time", () => {
    const times = ["2026-08-24T08:59", "2026-08-24T09:00", "2026-08-24T12:00", "2026-08-29T10:00"];
    assert.deepEqual(
      times.map((at) => holds("during office", at)),
      [false, true, false, false],
    );
    assert.deepEqual(
      times.map((at) => holds("outside office", at)),
      [true, false, true, true],
    );
  });

  it("during a calendar, of a date: a date on which it opens", () => {
    assert.deepEqual(
      // Fri; Sat; Wed 09-23 is a holiday; 12-29 is closed but for the stocktaking.
      ["2026-08-28", "2026-08-29", "2026-09-23", "2026-12-29"].map((start) =>
        holds("start during office", monday, field("start", start)),
      ),
      [true, false, false, true],
    );
  });

  it("during a calendar that opens at midnight, of a date: not on the day before", () => {
    const more =
      "calendar sundays in Asia/Tokyo {\nopen Sun 00:00-24:00\n}\ncalendar gone in Asia/Tokyo {\nopen 2020-01-06\n}\n";
    const on = (calendar: string, start: string) =>
      holds(`start during ${calendar}`, monday, field("start", start), more);
    assert.deepEqual(
      ["2026-08-29", "2026-08-30", "2026-08-31"].map((start) => on("sundays", start)),
      [false, true, false],
    );
    assert.equal(on("gone", "2026-08-30"), false);
  });

  it("on dates, month-days and weekdays, both ends included, in the agreement's zone", () => {
    const on = (days: string, ...times: readonly string[]) =>
      times.map((at) => holds(`on ${days}`, at.includes("T") ? at : `${at}T12:00`));
    assert.deepEqual(on("Sat, Sun", "2026-08-28T23:59", "2026-08-29T00:00", "2026-08-30T23:59", "2026-08-31T00:00"), [
      false,
      true,
      true,
      false,
    ]);
    assert.deepEqual(on("Fri..Mon", "2026-08-27T12:00", "2026-08-31T12:00"), [false, true]);
    assert.deepEqual(
      on("2026-08-24..2026-08-25", "2026-08-23T23:59", "2026-08-24T00:00", "2026-08-25T23:59", "2026-08-26T00:00"),
      [false, true, true, false],
    );
    // A calendar has its months before its days.
    assert.deepEqual(
      on(
        "03-15..04-10",
        "2026-03-14",
        "2026-03-15",
        "2026-03-20",
        "2026-04-05",
        "2026-04-10",
        "2026-04-11",
        "2026-02-20",
      ),
      [false, true, true, true, true, false, false],
    );
    assert.deepEqual(on("08-24", "2026-08-23", "2026-08-24", "2027-08-24", "2026-08-25"), [false, true, true, false]);
    assert.deepEqual(
      on("12-29..01-03", "2026-12-28T12:00", "2026-12-29T12:00", "2027-01-03T12:00", "2027-01-04T12:00"),
      [false, true, true, false],
    );
  });

  it("on days, after a date field", () => {
    assert.deepEqual(
      ["2026-12-13", "2026-12-14", "2027-01-03"].map((start) =>
        holds("start on 2026-12-14..2027-01-03", monday, field("start", start)),
      ),
      [false, true, true],
    );
    assert.deepEqual(
      ["2026-08-29", "2026-08-31"].map((start) => holds("start on Sat", monday, field("start", start))),
      [true, false],
    );
  });

  it("in another zone read the clock of that zone", () => {
    const berlin = `calendar desk in Europe/Berlin {\nopen Mon..Fri 09:00-17:00\n}\nteam A {\nhours desk\n}\nteam B {\nhours desk\n}\n`;
    const agreement = (zone: string) =>
      `agreement b between A and B${zone} {\nhandle c: how_to when on Mon {\nby B\n}\n}`;
    // Sun 2026-08-23 23:30 in Berlin is Mon 06:30 in Tokyo.
    const outcome = (zone: string) =>
      decide(
        engineOf(company, berlin, agreement(zone)),
        requestOf("how_to", "2026-08-23T23:30", { zone: "Europe/Berlin" }),
      ).outcome;
    assert.deepEqual([outcome(""), outcome(" in Asia/Tokyo")], ["unhandled", "handled"]);
  });

  it("of a value of another type never hold", () => {
    assert.equal(holds("rate > 10%", monday, field("rate", "normal")), false);
    assert.equal(holds("start during office", monday, field("start", "5")), false);
    assert.equal(holds("start on Mon..Sun", monday, field("start", "normal")), false);
  });

  it("that could not be read never hold", () => {
    assert.equal(holds("not tier is bronze", monday, { customer: "Acme" }), false);
    assert.equal(holds("not during nowhere", monday), false);
  });
});

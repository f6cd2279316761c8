import assert from "node:assert/strict";
import { decide } from "../../../server/core/engine/decide.ts";
import type { Decision } from "../../../server/core/engine/decision.ts";
import { formatDate } from "../../../server/core/time/date.ts";
import { company } from "./agreement.ts";
import { deadlineText, engineOf, type Given, localText, requestOf } from "./fixtures.ts";

// language.md M6: exceptions end. 2026-08-22 is a Saturday; the office is open Mon-Fri 09:00-12:00 and 13:00-18:00.
describe("exceptions", () => {
  const base = `agreement a between Sales and Support {
    handle c: how_to {
      by Support
      via email
      respond within 4 business hours
      resolve within 1 business day
    }
  }`;
  const exception = (name: string, dates: string, ...lines: readonly string[]) =>
    [
      `exception ${name} to a.c when customer is Acme {`,
      `effective ${dates}`,
      "approved by Ito on 2026-08-01",
      ...lines,
      "}",
    ].join("\n");

  function answer(exceptions: string, at: string, given: Given = { customer: "Acme" }): Decision {
    return decide(engineOf(company, base, exceptions), requestOf("how_to", at, given));
  }

  const weekend = exception("e", "2026-08-22..2026-08-23", "open 2026-08-22..2026-08-23 09:00-18:00");

  it("lay their open lines over the clause's calendar, with exactly their calendar meaning", () => {
    const decision = answer(weekend, "2026-08-22T10:00");
    // 10:00 + 4 h without a lunch break; the business day after Saturday is Sunday.
    assert.deepEqual(
      [decision.closed, deadlineText(decision.respond), deadlineText(decision.resolve)],
      [undefined, "2026-08-22T14:00", "2026-08-23T18:00"],
    );
    const evening = answer(weekend, "2026-08-22T18:00");
    assert.equal(localText(evening.closed?.until), "2026-08-23T09:00");
  });

  it("replace the hours of a date, also of a business day and of a holiday", () => {
    const monday = exception("e", "2026-08-24..2026-08-24", "open 2026-08-24 11:00-12:00, 13:00-20:00");
    // 11:00-12:00 and 13:00-16:00.
    assert.equal(deadlineText(answer(monday, "2026-08-24T09:00").respond), "2026-08-24T16:00");
    const holiday = exception("e", "2026-09-21..2026-09-21", "open 2026-09-21 09:00-18:00");
    assert.equal(deadlineText(answer(holiday, "2026-09-21T09:00").respond), "2026-09-21T13:00");
  });

  it("are for their condition alone", () => {
    const decision = answer(weekend, "2026-08-22T10:00", {});
    assert.equal(localText(decision.closed?.until), "2026-08-24T09:00");
    assert.deepEqual([decision.exception, decision.aside], [undefined, []]);
  });

  it("have no effect before their first and after their last date, and are named as set aside", () => {
    const aside = (at: string) =>
      answer(weekend, at).aside.map(({ name, because, first = 0, last = 0 }) => [
        name,
        because,
        formatDate(first),
        formatDate(last),
      ]);
    const [first, last] = ["2026-08-22", "2026-08-23"];
    assert.deepEqual(aside("2026-08-21T23:59"), [["e", "not yet", first, last]]);
    assert.deepEqual(aside("2026-08-22T00:00"), []);
    assert.deepEqual(aside("2026-08-23T23:59"), []);
    assert.deepEqual(aside("2026-08-24T00:00"), [["e", "over", first, last]]);
    // A request of Friday evening is answered as if the weekend were not open.
    assert.equal(localText(answer(weekend, "2026-08-21T19:00").closed?.until), "2026-08-24T09:00");
  });

  it("are set aside only where the case that they bend holds", () => {
    const cased = base.replace("resolve within", "case gold when tier is gold {\nvia portal\n}\nresolve within");
    const toCase =
      "exception e to a.c.gold {\neffective 2026-08-01..2026-08-02\napproved by Ito on 2026-08-01\nvia phone\n}";
    const named = (given: Given) =>
      decide(engineOf(company, cased, toCase), requestOf("how_to", "2026-08-22T10:00", given)).aside.map(
        ({ name }) => name,
      );
    assert.deepEqual([named({ customer: "Acme" }), named({})], [["e"], []]);
  });

  it("follow one another when they are renewed", () => {
    const first = exception("e", "2026-08-01..2026-08-22", "via phone");
    const second = exception("f", "2026-08-23..2026-08-29", "renews e", "via portal");
    const [before, after] = ["2026-08-22T10:00", "2026-08-23T10:00"].map((at) =>
      answer(`${first}\n${second}`, at, { customer: "Acme", channel: "chat" }),
    );
    assert.deepEqual([before?.exception, before?.redirect], ["e", ["phone"]]);
    assert.deepEqual([after?.exception, after?.redirect], ["f", ["portal"]]);
  });

  it("that open the same date differently conflict; the earlier deadline is taken", () => {
    const other = exception("f", "2026-08-22..2026-08-22", "open 2026-08-22 08:00-12:00");
    // From 08:00: 4 h by noon with `f`; by 13:00 with `e`, which opens at 09:00.
    const decision = answer(`${weekend}\n${other}`, "2026-08-22T08:00");
    assert.deepEqual([decision.decidedBy, decision.conflictsWith], ["f", ["e"]]);
    assert.equal(deadlineText(decision.respond), "2026-08-22T12:00");
  });

  it("to a commit clause that is over is named as well", () => {
    const commit =
      "agreement b between Sales and Support {\ncommit d: discount by Sales {\nnever when rate > 20%\n}\n}";
    const bent =
      "exception g to b.d {\neffective 2026-09-01..2026-09-14\napproved by Sato on 2026-08-30\nmay when rate <= 25%\n}";
    const decision = decide(
      engineOf(company, commit, bent),
      requestOf("discount", "2026-09-15T10:00", { fields: { rate: "25%" } }),
    );
    assert.equal(decision.commitment?.verdict, "never");
    assert.deepEqual(
      decision.aside.map(({ name, because }) => [name, because]),
      [["g", "over"]],
    );
  });
});

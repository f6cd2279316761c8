import assert from "node:assert/strict";
import { compile } from "../../../server/core/engine/compile.ts";
import { decide } from "../../../server/core/engine/decide.ts";
import { writtenDay } from "../../../server/core/engine/force.ts";
import { link } from "../../../server/core/model/link.ts";
import { responsibilitiesOf } from "../../../server/core/questions/responsibilities.ts";
import { subjectNamed } from "../../../server/core/questions/subject.ts";
import { parse } from "../../../server/core/syntax/parse.ts";
import { formatDate, parseDate } from "../../../server/core/time/date.ts";
import { japaneseHolidays } from "../../../server/core/time/holidays.japan.ts";
import { sampleNamed } from "../../harness/samples.ts";
import { requestOf } from "../engine/fixtures.ts";

const model = link(sampleNamed("handover").map((text, index) => ({ path: `${index}.sla`, syntax: parse(text) })));
const agreed = { model, engine: compile(model, japaneseHolidays) };

function held(name: string, roles: readonly string[], on?: string): readonly string[] {
  const subject = subjectNamed(model, name);
  assert.ok(subject);
  const found = responsibilitiesOf(agreed, subject, on === undefined ? undefined : parseDate(on));
  return found
    .filter(({ role }) => roles.includes(role))
    .map(({ role, about, other, force }) => {
      const [first, last] = [writtenDay(force.first), writtenDay(force.last)].map((day) =>
        day === undefined ? "" : formatDate(day),
      );
      return [role, about, ...(other === undefined ? [] : [`for ${other}`]), `${first}..${last}`].join(" ");
    });
}

const customers = ["owns customer", "backs up"];

describe("who owns a customer that passes over", () => {
  it("is the former owner until the handover ends, and the successor from the next day on", () => {
    // kohoku_2026 lasts until 07-31, hospital_2026 until 07-17.
    assert.deepEqual(held("Tanaka", customers), [
      "owns customer 港北市 ..2026-07-31",
      "owns customer 県立病院 ..2026-07-17",
    ]);
    assert.deepEqual(held("Tanaka", customers, "2026-07-31"), ["owns customer 港北市 ..2026-07-31"]);
    assert.deepEqual(held("Tanaka", customers, "2026-08-01"), []);
    assert.deepEqual(held("Mori", ["owns customer"]), ["owns customer 港北市 2026-08-01.."]);
    assert.deepEqual(held("Kishi", ["owns customer"], "2026-08-15"), [
      "owns customer 県立病院 2026-07-18..",
      "owns customer Asahi ..",
    ]);
  });

  it("has the backup stand in for whoever owns it then", () => {
    assert.deepEqual(held("Kishi", ["backs up"]), [
      "backs up 港北市 for Tanaka ..2026-07-31",
      "backs up 港北市 for Mori 2026-08-01..",
    ]);
    assert.deepEqual(held("Mori", ["backs up"], "2026-08-15"), [
      "backs up 県立病院 for Kishi 2026-07-18..",
      "backs up Asahi for Kishi ..",
    ]);
  });

  it("has what an owner does done by whoever owns one, as long as the agreement is in force", () => {
    const doing = ["handles", "step"];
    assert.deepEqual(held("Tanaka", doing), [
      "handles accounts.account_questions 2026-04-01..2026-07-31",
      "step accounts.bids.gather 2026-04-01..2026-07-31",
    ]);
    assert.deepEqual(held("Tanaka", doing, "2026-08-15"), []);
    assert.deepEqual(held("Mori", doing), [
      "handles accounts.account_questions 2026-08-01..2027-03-31",
      "step accounts.bids.gather 2026-08-01..2027-03-31",
    ]);
    // Kishi owns Asahi all the time.
    assert.deepEqual(held("Kishi", doing), [
      "handles accounts.account_questions 2026-04-01..2027-03-31",
      "step accounts.bids.gather 2026-04-01..2027-03-31",
    ]);
  });

  it("is the one whom a decision names on every day, where nobody is away", () => {
    // 07-13 (Mon) is after all absences; 07-17 and 07-31 are Fridays.
    for (const day of ["2026-07-13", "2026-07-17", "2026-07-21", "2026-07-31", "2026-08-03", "2026-08-17"])
      for (const customer of model.customers.keys()) {
        const { person } = decide(
          agreed.engine,
          requestOf("account_question", `${day}T10:00`, { customer, fields: { urgency: "normal" } }),
        );
        const owners = [...model.people.keys()].filter((name) =>
          held(name, ["owns customer"], day).some((each) => each.includes(` ${customer} `)),
        );
        assert.deepEqual(owners, [person], `${customer} on ${day}`);
      }
  });
});

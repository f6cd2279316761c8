/** Dates that are read otherwise than they may have been meant. */
import assert from "node:assert/strict";
import { messageOf } from "../../../server/core/checks/catalogue.ts";
import { findingsIn, repaired } from "./examples.ts";

const exception = (
  ...lines: readonly string[]
) => `exception acme_rush to product_support.incidents when customer is Acme {
  ${lines.join("\n  ")}
  respond   within 2 business hours
  owner     Mori
  reason    "the customer moves its systems that week"
}
`;
const approved = "approved  by Ito on 2026-08-18";

function named(name: string, text: string) {
  return findingsIn(text).filter(({ check }) => check.name === name);
}

describe("one date alone", () => {
  it("is told of an exception, which needs an end, with that day and the longest time as repairs", () => {
    const text = exception("effective 2026-08-31", approved);
    const [one, ...more] = named("single-date", text);
    assert.deepEqual(more, []);
    assert.ok(one);
    assert.match(
      messageOf(one, "en"),
      /write its last day, too, for an exception needs an end\. If that day is meant, '2026-08-31\.\.2026-08-31'/,
    );
    // Fourteen days from 08-31 on, both ends included: one in August, thirteen in September.
    assert.deepEqual(
      one.fixes.map((fix) => /effective .*/.exec(repaired(text, fix))?.[0]),
      ["effective 2026-08-31..2026-08-31", "effective 2026-08-31..2026-09-13"],
    );
  });

  it("is fine where both ends are written, where hours are opened on that very day, and with an open end", () => {
    for (const dates of [
      "effective 2026-08-31..2026-08-31",
      "effective 2026-08-31..2026-09-04",
      "effective 2026-08-31..",
    ])
      assert.deepEqual(named("single-date", exception(dates, approved)), []);
    const opening = exception("effective 2026-08-30", "open      2026-08-30 09:00-12:00", approved);
    assert.deepEqual(named("single-date", opening), []);
    assert.equal(named("single-date", opening.replace("open      2026-08-30", "open      2026-08-31")).length, 1);
  });

  it("is one date however it is spelled", () => {
    assert.equal(named("single-date", exception("effective 2026年8月31日", approved)).length, 1);
    assert.deepEqual(named("single-date", exception("effective 2026年8月31日..2026年8月31日", approved)), []);
  });
});

describe("an approval", () => {
  // Today is 2026-08-24.
  it("that is dated after today is told, and one of today is not", () => {
    const on = (date: string) => exception("effective 2026-08-20..2026-08-31", `approved  by Ito on ${date}`);
    assert.deepEqual(named("approved-in-future", on("2026-08-24")), []);
    assert.equal(named("approved-too-late", on("2026-08-24")).length, 1);
    assert.equal(named("approved-in-future", on("2026-08-25")).length, 1);
    assert.deepEqual(named("approved-too-late", on("2026-08-25")), []);
  });
});

import assert from "node:assert/strict";
import { openAtLeast } from "../../../server/core/time/shortestDay.ts";
import { specOf } from "./written.ts";

describe("what every business day is open for at least", () => {
  const least = (...lines: readonly string[]) => openAtLeast(specOf("Asia/Tokyo", lines));

  it("is the longest range of the line that has least, less two hours by which a clock may be put forward", () => {
    // Nine to twelve and one to six: five hours; on the 29th four. Two hours are taken away.
    assert.equal(least("open Mon..Fri 09:00-12:00, 13:00-18:00", "closed holidays of Japan"), 180);
    assert.equal(least("open Mon..Fri 09:00-18:00", "open 2026-12-29 10:00-14:00"), 120);
    assert.equal(least("open Mon..Fri"), 1320);
  });

  it("is not known of short days, of nights, of closures of a part of a day and of others' hours", () => {
    assert.equal(least("open Mon..Fri 09:00-11:00"), undefined);
    assert.equal(least("open Mon..Fri 22:00-06:00"), undefined);
    assert.equal(least("open Mon..Fri 09:00-18:00", "closed Wed 12:00-18:00"), undefined);
    // By itself the one range would be known, beside a night it is not; ranges like 15:00-15:00 are an error (language.md M2).
    assert.equal(least("open Mon..Fri 09:00-18:00, 22:00-06:00"), undefined);
    assert.equal(least("open Mon..Fri 09:00-18:00, 15:00-15:00"), undefined);
    const office = specOf("Asia/Tokyo", ["open Mon..Fri 09:00-18:00"]);
    const beside = (...lines: readonly string[]) => openAtLeast(specOf("Asia/Tokyo", lines, [office]));
    assert.equal(beside("open during 0"), undefined);
    assert.equal(beside("open Mon..Fri 09:00-18:00", "closed during 0"), undefined);
  });

  it("is not known of a calendar that never opens", () => {
    assert.equal(least(), undefined);
    assert.equal(least("closed holidays of Japan"), undefined);
  });
});

import assert from "node:assert/strict";
import { answer } from "./answering.ts";

describe("the answer to a request that lacks a field", () => {
  it("answer for each value of a missing field", () => {
    const { needs } = answer({ kind: "incident", channel: "email", at: "2026-08-24T09:00" });
    assert.equal(needs?.field, "severity");
    assert.deepEqual(
      needs?.answers.map(({ value, answer: each }) => `${value}: ${each.headline}`),
      [
        "normal: Support (Abe) answers by Mon 2026-08-24 14:00.",
        "urgent: Support (Abe) answers by Mon 2026-08-24 10:00.",
      ],
    );
  });

  it("name the values of a missing number with their unit, as a request writes them", () => {
    const { needs } = answer({ kind: "discount", asker: "Sales", at: "2026-08-24T10:00" });
    const verdicts = new Map(needs?.answers.map(({ value, answer: each }) => [value, each.outcome]));
    // The boundaries of the rules are values of their own.
    assert.deepEqual([verdicts.get("10%"), verdicts.get("20%")], ["may", "ask"]);
    assert.deepEqual([...new Set(verdicts.values())], ["may", "ask", "never"]);
  });
});

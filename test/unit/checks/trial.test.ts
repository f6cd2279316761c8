import assert from "node:assert/strict";
import { groundOf, keepingGrounds } from "../../../server/core/prover/prove.ts";
import { Snapshot } from "../../../server/core/workspace/snapshot.ts";
import { companyText } from "../../harness/company.ts";
import { oneHoliday } from "../../harness/features.ts";
import { firstOfApril, modelOf } from "../../harness/models.ts";

/** What comes in the evening before days off is answered late. */
const broken = `agreement desk between Sales and Support {
  effective 2026-09-01..2026-09-30
  handle incidents: incident {
    by      Support
    via     email
    respond within 2 business hours
  }
  guarantee answer: incident to customers {
    respond within 1 calendar day
  }
}
`;

describe("repairs that are tried", () => {
  const repairs = (filler: string) => {
    const files = new Map([
      ["company.sla", companyText],
      ["a.sla", broken],
      ["filler.sla", filler],
    ]);
    const { provenFindings } = Snapshot.of(files, { today: firstOfApril, holidays: oneHoliday });
    const found = provenFindings.all.find(({ check }) => check.name === "guarantee-not-kept") ?? assert.fail();
    return { fixes: found.fixes.length, isUntried: found.isUntried };
  };

  it("are left untried where the model is so large that each would take long, and that is known", () => {
    assert.deepEqual(repairs(""), { fixes: 1, isUntried: false });
    // All trials together may look at 40,000,000 characters.
    assert.deepEqual(repairs(`// ${"x".repeat(40_000_000)}\n`), { fixes: 0, isUntried: true });
  });

  it("leave the company known that there is, however many others are supposed", () => {
    const model = modelOf(companyText);
    const ground = groundOf(model, oneHoliday);
    for (let index = 0; index < 6; index += 1) {
      const supposed = modelOf(`${companyText}\nteam Supposed_${index} {\n  lead Lead_${index}\n}\n`);
      const other = keepingGrounds(oneHoliday, () => groundOf(supposed, oneHoliday));
      assert.notEqual(other, ground);
    }
    assert.equal(groundOf(model, oneHoliday), ground);
  });
});

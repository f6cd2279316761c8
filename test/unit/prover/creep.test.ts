import assert from "node:assert/strict";
import { clauseProofOf } from "../../../server/core/prover/clauseProofs.ts";
import { proofsOf } from "../../../server/core/prover/prove.ts";
import { japaneseHolidays } from "../../../server/core/time/holidays.japan.ts";
import { firstOfApril, modelOf } from "../../harness/models.ts";

const context = { today: firstOfApril, holidays: japaneseHolidays, steps: 20_000 };

/** The share that exceptions on these days of 2026-04, for these requests, decide of a clause in force on its 20 first days. */
function shareOf(...exceptions: readonly (readonly [dates: string, when: string])[]): number | undefined {
  const texts = exceptions.map(
    ([dates, when], index) => `exception e${index} to a.repairs${when} {
 effective ${dates}
 say "${index}"
 owner Ito
 approved by Ito on 2026-03-01
 reason "r"
}`,
  );
  const text = `team Sales {
 lead Sato
}
team Support {
 lead Ito
}
customer Acme {
 owner Sato
}
customer Bolt {
 owner Sato
}
customer Cord {
 owner Sato
}
request repair { severity: normal | urgent }
agreement a between Sales and Support in Asia/Tokyo {
 effective 2026-04-01..2026-04-20
 handle repairs: repair {
 by Support
 }
}
${texts.join("\n")}
`;
  const model = modelOf(text);
  const [proof] = proofsOf(model, context);
  assert.ok(proof);
  const { creeps } = clauseProofOf(proof, model, context);
  assert.ok(creeps.isDecided);
  return creeps.found[0]?.share;
}

function about(share: number | undefined, expected: number): void {
  assert.ok(share !== undefined && Math.abs(share - expected) < 1e-9, `${share} is not ${expected}`);
}

// analysis.md: the share of the base that is decided by exceptions, by volumes.
describe("the share of a clause that exceptions decide", () => {
  it("counts times by their length", () => about(shareOf(["2026-04-06..2026-04-10", ""]), 5 / 20));

  it("counts values alike", () => about(shareOf(["2026-04-06..2026-04-10", " when severity is urgent"]), 5 / 40));

  it("counts a customer as one of those that there are", () => {
    // Acme is one of three.
    about(shareOf(["2026-04-01..2026-04-10", " when customer is Acme"]), 10 / 20 / 3);
  });

  it("counts once what several decide", () => {
    about(shareOf(["2026-04-01..2026-04-10", ""], ["2026-04-06..2026-04-15", ""]), 15 / 20);
    // Ten days of half, and ten of all of which five are the same: 5 × 1/2 + 10 of 20 days.
    about(shareOf(["2026-04-01..2026-04-10", " when severity is urgent"], ["2026-04-06..2026-04-15", ""]), 12.5 / 20);
  });

  it("is not asked for where there are none", () => assert.equal(shareOf(), undefined));
});

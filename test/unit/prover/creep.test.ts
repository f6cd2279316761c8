import assert from "node:assert/strict";
import { clauseProofOf } from "../../../server/core/prover/clauseProofs.ts";
import { proofsOf } from "../../../server/core/prover/prove.ts";
import { japaneseHolidays } from "../../../server/core/time/holidays.japan.ts";
import { firstOfApril, modelOf } from "../../harness/models.ts";

const context = { today: firstOfApril, holidays: japaneseHolidays, steps: 20_000 };

/** The share that exceptions on these days of 2026-04, for these requests, decide of a clause in force on its 20 first days. */
function shareOf(...exceptions: readonly (readonly [dates: string, when: string])[]): number | undefined {
  const clause = "handle repairs: repair {\n by Support\n }";
  return shareIn(clause, ...exceptions.map(([dates, when], index) => [dates, when, `say "${index}"`] as const));
}

/** The same of a clause 'repairs' and exceptions that state something. */
function shareIn(
  clause: string,
  ...exceptions: readonly (readonly [dates: string, when: string, states: string])[]
): number | undefined {
  const texts = exceptions.map(
    ([dates, when, states], index) => `exception e${index} to a.repairs${when} {
 effective ${dates}
 ${states}
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
 ${clause}
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

  it("counts of a promise only where a line of the exception holds, for elsewhere the clause answers", () => {
    const promise = "commit repairs: repair by Sales {\n never\n }";
    about(shareIn(promise, ["2026-04-01..2026-04-10", "", "may when severity is urgent"]), 10 / 40);
    assert.equal(
      shareIn(promise, ["2026-04-01..2026-04-10", " when severity is normal", "may when severity is urgent"]),
      undefined,
    );
  });

  it("does not count where the clause declines, which cannot be taken back, unless it is the exception that does", () => {
    const declining = (what: string) => `handle repairs: repair {\n by Support\n ${what}\n }`;
    const always = declining('decline because "no"');
    const urgent = declining('case u when severity is urgent {\n decline because "no"\n }');
    assert.equal(shareIn(always, ["2026-04-01..2026-04-10", "", 'say "yes"']), undefined);
    about(shareIn(urgent, ["2026-04-01..2026-04-10", "", 'say "yes"']), 10 / 40);
    about(shareIn(declining(""), ["2026-04-01..2026-04-10", "", 'decline because "moving"']), 10 / 20);
  });

  it("is not asked for where there are none", () => assert.equal(shareOf(), undefined));
});

import assert from "node:assert/strict";
import { compile } from "../../../server/core/engine/compile.ts";
import { decide } from "../../../server/core/engine/decide.ts";
import { clauseProofOf } from "../../../server/core/prover/clauseProofs.ts";
import { proofsOf } from "../../../server/core/prover/prove.ts";
import { witnessIn } from "../../../server/core/prover/space/witness.ts";
import { japaneseHolidays } from "../../../server/core/time/holidays.japan.ts";
import { firstOfApril, flawlessModelOf } from "../../harness/models.ts";
import { random } from "../../harness/random.ts";

const seed = Number(process.env.SEED ?? 20260401);
const rounds = 500;
const today = firstOfApril;
const context = { today, holidays: japaneseHolidays, steps: 100_000 };
const company = `team Sales {
 lead Sato
}
team Desk {
 lead Kato
}
team Support {
 lead Ito
}
request incident { severity: normal | urgent }
`;

function known(text: string) {
  const model = flawlessModelOf(text);
  const [proof] = proofsOf(model, context);
  assert.ok(proof);
  return { model, proof, clauses: clauseProofOf(proof, model, context) };
}

// analysis.md: what becomes unhandled the day something ends, today or later: regions before and after.
describe("what nobody takes over", () => {
  it(`is what was handled on the last day of an agreement and on the next by none in force, in ${rounds} models (SEED=${seed})`, () => {
    for (let round = 0; round < rounds; round += 1) compareOnce(seed + round);
  });
});

/** Agreements in force from one day of 2026-04 to another, by themselves. */
interface Agreed {
  readonly name: string;
  readonly asker: string;
  readonly first: number;
  readonly last: number;
  readonly severity: string;
}

function compareOnce(number: number): void {
  const { below, pick } = random(number);
  const agreed = Array.from({ length: 1 + below(4) }, (_, index): Agreed => {
    const first = 1 + below(12);
    const asker = pick(["Sales", "Desk"]);
    return { name: `a${index}`, asker, first, last: first + below(6), severity: pick(["normal", "urgent", "any"]) };
  });
  const isAlways = below(4) === 0;
  const date = (day: number) => `2026-04-${String(day).padStart(2, "0")}`;
  const texts = agreed.map(
    ({ name, asker, first, last, severity }) => `agreement ${name} between ${asker} and Support in Asia/Tokyo {
 effective ${date(first)}..${date(last)}
 handle incidents: incident${severity === "any" ? "" : ` when severity is ${severity}`} {
 by Support
 }
}`,
  );
  const fact = isAlways ? "impossible when severity is urgent" : "";
  const { model, proof, clauses } = known([company, ...texts, fact].join("\n"));
  const told = `in the model of ${number}:\n${texts.join("\n")}\n${fact}`;
  const expected = agreed.flatMap((each) => {
    const others = agreed.filter((other) => other.asker === each.asker);
    const follows = others.some(({ first, last }) => first <= each.last + 1 && each.last + 1 <= last);
    const handlesNothing = isAlways && each.severity === "urgent";
    if (follows || handlesNothing) return [];
    const starts = others.map(({ first }) => first).filter((first) => first > each.last);
    return [`${each.name} ${each.last} ${starts.length > 0 ? Math.min(...starts) : undefined}`];
  });
  const found = clauses.sunsets.found.map(({ agreement, last, next }) => {
    // The first of April is day 1.
    return `${agreement.name} ${last - today + 1} ${next && next.first - today + 1}`;
  });
  assert.deepEqual([...found].sort(), expected.sort(), told);
  const engine = compile(model, japaneseHolidays);
  for (const { box, after } of clauses.sunsets.found) {
    const witness = witnessIn(proof.group, [box], model.customers, { left: 100_000 });
    assert.ok(witness, told);
    const request = { ...witness, customer: undefined, to: undefined };
    assert.notEqual(decide(engine, request).outcome, "unhandled", told);
    assert.equal(decide(engine, { ...request, at: after }).outcome, "unhandled", told);
  }
}

describe("a handover that is over", () => {
  const text = (away: string, backup = "") => `${company}team Field {
 lead Mori
 members Oda, Tanaka
 ${away}
}
customer Acme {
 owner Mori
 ${backup}
}
handover acme of Acme from Mori to Tanaka {
 effective 2026-04-06..2026-04-10
}
agreement accounts between Sales and Field in Asia/Tokyo {
 effective 2026-04-01..2026-04-30
 handle questions: incident {
 by owner of customer
 }
}
`;
  const ends = (away: string, backup?: string) =>
    known(text(away, backup)).clauses.handoverSunsets.map(({ handover }) => handover.name);

  it("leaves nobody where the new owner is away, and so is the lead who stands in", () => {
    // Until 04-10 Mori is on the route as well; from 04-11 on it is Tanaka, then the lead of the team, who is Mori.
    assert.deepEqual(ends("away Tanaka 2026-04-11..2026-04-17\n away Mori 2026-04-11..2026-04-12"), ["acme"]);
    assert.deepEqual(ends("away Tanaka 2026-04-11..2026-04-17"), []);
  });

  it("leaves somebody where there is a backup", () => {
    const away = "away Tanaka 2026-04-11..2026-04-17\n away Mori 2026-04-11..2026-04-12";
    assert.deepEqual(ends(away, "backup Oda"), []);
  });
});

import assert from "node:assert/strict";
import { coverageOf, percentReached } from "../../../server/core/scenarios/coverage.ts";
import { runScenarios } from "../../../server/core/scenarios/run.ts";
import { readScenarios } from "../../../server/core/scenarios/scenarios.ts";
import { modelOf } from "../../harness/models.ts";
import { engineOf } from "./desk.ts";

const model = modelOf(`
calendar office in Asia/Tokyo {
  open Mon..Fri 09:00-17:00
}
channel email
team Sales {
  lead Sato
}
team Desk {
  lead  Ito
  hours office
}
attribute tier of customer: plain | prime
customer Acme {
  tier is prime
}
request incident { severity: normal | urgent }
request discount { rate: percent }
request favour
agreement desk between Sales and Desk {
  handle incidents: incident {
    by       Desk
    respond  within 4 business hours
    escalate after 2 business hours to lead of Desk
    escalate after 3 business hours to Desk
    case urgent when severity is urgent {
      escalate after 1 business hour to lead of Desk
    }
    table tier -> resolve
      plain -> 3 business days
      prime -> 1 business day
  }
  commit discounts: discount by Sales {
    may when rate <= 10%
    ask lead of Sales when rate > 10% and rate <= 20%
    never when rate > 20% because "margin"
  }
  commit favours: favour by Sales {
    never because "somebody has to pay for it"
  }
}
exception acme to desk.discounts when customer is Acme {
  effective 2026-09-01..2026-09-14
  may       when rate <= 25%
  owner     Sato
  approved  by Sato on 2026-08-30
  reason    "volume"
}
`);
const engine = engineOf(model);

const everything = [
  "clause desk.incidents",
  "rung desk.incidents",
  "rung desk.incidents",
  "case desk.incidents.urgent",
  "rung desk.incidents.urgent",
  "row desk.incidents.plain",
  "row desk.incidents.prime",
  "clause desk.discounts",
  "verdict desk.discounts.may",
  "verdict desk.discounts.ask",
  "verdict desk.discounts.never",
  "clause desk.favours",
  "verdict desk.favours.never",
  "exception acme",
  "verdict acme.may",
];

describe("the coverage of steps", () => {
  it("counts those that the plain path goes through, not those that a condition leaves out", () => {
    const ordering = modelOf(`
calendar office in Asia/Tokyo {
  open Mon..Fri 09:00-17:00
}
team Sales {
  lead  Sato
  hours office
}
team BackOffice {
  lead  Ito
  hours office
}
request order { amount: JPY }
agreement ordering between Sales and BackOffice {
  handle orders: order {
    by   BackOffice
    step draft by Sales within 4 business hours
    step approve by lead of Sales within 1 business day when amount > 1_000 JPY
  }
}
`);
    const engineOfOrders = engineOf(ordering);
    const file = readScenarios(
      "scenarios: [{ name: a, request: { kind: order, amount: 10 JPY, at: 2026-08-24T10:00 }, expect: { late: no } }]",
    );
    const reached = runScenarios(engineOfOrders, ordering, file).flatMap((each) =>
      "reached" in each ? each.reached : [],
    );
    assert.deepEqual(
      coverageOf(engineOfOrders, ordering, reached).map(({ kind, id, hits }) => `${kind} ${id} ${hits}`),
      ["clause ordering.orders 1", "step ordering.orders.draft 1", "step ordering.orders.approve 0"],
    );
  });
});

describe("coverageOf", () => {
  it("lists what scenarios can come to, agreements first", () => {
    assert.deepEqual(
      covered("").map(({ kind, id }) => `${kind} ${id}`),
      everything,
    );
    assert.equal(percentReached(covered("")), 0);
    assert.equal(percentReached([]), 100);
  });

  for (const [what, scenarios, wanted] of [
    [
      "the clause and its rungs where nothing lies over it",
      "{ kind: incident, severity: normal, at: 2026-08-24T10:00 }, expect: { outcome: handled }",
      ["clause desk.incidents", "rung desk.incidents", "rung desk.incidents"],
    ],
    [
      "the case, the row and the case's own rung, which replaces those of the clause",
      "{ kind: incident, severity: urgent, customer: Acme, at: 2026-08-24T10:00 }, expect: { outcome: handled }",
      ["clause desk.incidents", "case desk.incidents.urgent", "rung desk.incidents.urgent", "row desk.incidents.prime"],
    ],
    [
      "the verdict line that holds",
      "{ kind: discount, rate: 15%, asker: Sales, at: 2026-08-24T10:00 }, expect: { commitment: ask }",
      ["clause desk.discounts", "verdict desk.discounts.ask"],
    ],
    [
      "the exception in force, and its line instead of the clause's",
      "{ kind: discount, rate: 25%, asker: Sales, customer: Acme, at: 2026-09-10T10:00 }, expect: { commitment: may }",
      ["clause desk.discounts", "exception acme", "verdict acme.may"],
    ],
    [
      "what is expected of another kind",
      "{ kind: incident, severity: normal, customer: none, at: 2026-08-24T10:00, asker: Sales }, expect: { commitment favour: never }",
      [
        "clause desk.incidents",
        "rung desk.incidents",
        "rung desk.incidents",
        "clause desk.favours",
        "verdict desk.favours.never",
      ],
    ],
    [
      "the answers for a missing field that are expected, and no others",
      "{ kind: discount, asker: Sales, at: 2026-08-24T10:00 }, expect: { outcome: needs }",
      [],
    ],
    [
      "the answer for a value of a missing field",
      "{ kind: incident, customer: Acme, at: 2026-08-24T10:00 }, expect: { needs urgent: { outcome: handled } }",
      ["clause desk.incidents", "case desk.incidents.urgent", "rung desk.incidents.urgent", "row desk.incidents.prime"],
    ],
  ] as const) {
    it(`counts ${what}`, () => {
      const reached = covered(scenarios).filter(({ hits }) => hits > 0);
      assert.deepEqual(
        reached.map(({ kind, id }) => `${kind} ${id}`),
        wanted,
      );
    });
  }

  it("cuts the share, so that only all of it is 100", () => {
    const [thing] = covered("");
    assert.ok(thing);
    const all = Array.from({ length: 3_000 }, (_, index) => ({ ...thing, hits: index === 0 ? 0 : 1 }));
    // 2,999 of 3,000 are 99.966… %.
    assert.equal(percentReached(all), 99.9);
  });
});

function covered(request: string) {
  const text = request === "" ? "scenarios: []" : `scenarios:\n  - { name: it, request: ${request} }\n`;
  const results = runScenarios(engine, model, readScenarios(text));
  for (const { status } of results) assert.ok(status === "passed" || status === "failed", status);
  const reached = results.flatMap((result) => ("reached" in result ? result.reached : []));
  return coverageOf(engine, model, reached);
}

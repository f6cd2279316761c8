import assert from "node:assert/strict";
import { resolveScenarios, runScenarios, type ScenarioResult } from "../../../server/core/scenarios/run.ts";
import { readScenarios } from "../../../server/core/scenarios/scenarios.ts";
import { modelOf } from "../../harness/models.ts";
import { random } from "../../harness/random.ts";
import { desk, engineOf, shown } from "./desk.ts";

const model = modelOf(desk);
const engine = engineOf(model);

describe("readScenarios", () => {
  it("lays the scenario over the defaults, and a row of the matrix over both", () => {
    const { scenarios, problems } = readScenarios(`
defaults: { asker: Sales, customer: Acme }
scenarios:
  - name: discounts
    matrix:
      request.rate: [8%, 30%]
      expect.commitment: [may, never]
    request: { kind: discount, at: 2026-08-24T10:00, customer: none }
    expect: { outcome: question }
`);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      scenarios.map((scenario) => [scenario.name, entries(scenario.request), entries(scenario.expect)]),
      [
        [
          "discounts (8%)",
          "asker Sales, kind discount, at 2026-08-24T10:00, customer none, rate 8%",
          "outcome question, commitment may",
        ],
        [
          "discounts (30%)",
          "asker Sales, kind discount, at 2026-08-24T10:00, customer none, rate 30%",
          "outcome question, commitment never",
        ],
      ],
    );
  });

  it("names the rows of a matrix without request values by their number", () => {
    const { scenarios } = readScenarios(
      "scenarios: [{ name: a, request: { kind: b }, matrix: { expect.person: [Abe, Kudo] } }]",
    );
    assert.deepEqual(
      scenarios.map(({ name }) => name),
      ["a (1)", "a (2)"],
    );
  });

  it("warns of each focus once, however many rows it has", () => {
    const text = `scenarios:
  - { name: a, focus: yes, request: { kind: b }, matrix: { expect.person: [Abe, Kudo] } }
  - { name: b, focus: no, request: { kind: b }, expect: { person: Abe } }
`;
    const { problems, warnings } = readScenarios(text);
    assert.deepEqual(problems, []);
    assert.deepEqual(shown(text, warnings), [
      "focus: yes | While this scenario has the focus, those without it are not run, so their failures go unseen. Remove `focus` before you share this file.",
    ]);
    assert.match(warnings[0]?.message.ja ?? "", /`focus` を消してください/);
  });

  it("reports a default that is none once, and asks the scenarios without it", () => {
    const text = scenario("{ kind: discount, rate: 8%, at: 2026-08-24T10:00 }", "{ commitment: may }");
    const file = `defaults: { askr: Sales }\n${text}`;
    assert.deepEqual(shown(file, readScenarios(file).problems), [
      "askr | 'askr' is not a key here, so it has no effect. Did you mean 'asker'?",
    ]);
    assert.deepEqual(tellAll(file), ["passed"]);
  });

  for (const [text, ...wanted] of [
    ["", " | There are no scenarios here. Write `scenarios:` and a list of them."],
    [
      "defaults: { asker: Sales }",
      "defaults: { asker: Sales } | There are no scenarios here. Write `scenarios:` and a list of them.",
    ],
    ["scenarios: { name: a }", "{ name: a } | 'scenarios' takes a list, such as `[a, b]`."],
    [
      "defaults: { askr: Sales }\nscenarios: [{ name: a, request: { kind: b }, expect: { outcome: c } }]",
      "askr | 'askr' is not a key here, so it has no effect. Did you mean 'asker'?",
    ],
    [
      "scenarios: [{ nam: a, request: { kind: b }, expect: { outcome: c } }]",
      "nam | 'nam' is not a key here, so it has no effect. Did you mean 'name'?",
    ],
    [
      "scenarios: [{ name: a, expect: { outcome: c } }]",
      "a | 'request' is missing, and without it nothing can be answered. Add `request: …`.",
    ],
    [
      "scenarios: [{ name: a, request: { kind: b } }]",
      "a | This scenario expects nothing, so it can never fail. Add `expect: { … }`, or `skip:` with a reason.",
    ],
    [
      "scenarios: [{ name: a, skip: }]",
      "skip | A skipped scenario needs a reason, so that someone can take it up again: `skip: waiting for Finance`.",
    ],
    [
      "scenarios: [{ name: a, request: { kind: b }, expect: { c: d }, focus: maybe }]",
      "maybe | 'maybe' is neither `yes` nor `no`.",
    ],
    [
      "scenarios: [{ name: a, request: { kind: b }, matrix: { request.rate: [1, 2], expect.commitment: [may] } }]",
      "expect.commitment | The matrix is read row by row, so every key needs as many values as the first: 'request.rate' lists 2, 'expect.commitment' lists 1. Complete the shorter one.",
    ],
    [
      "scenarios: [{ name: a, request: { kind: b }, expect: { c: d }, matrix: { rate: [1] } }]",
      "rate | 'rate' is not a key here, so it has no effect. Did you mean 'request.rate'?",
      "matrix | A matrix without values makes no scenario. Give each of its keys a list.",
    ],
    ["scenarios: [3]", "3 | 'scenarios[0]' takes a mapping of keys and values, such as `{ key: value }`."],
  ] as const) {
    it(`says what is wrong with ${text || "nothing"}`, () => {
      assert.deepEqual(shown(text, readScenarios(text).problems), wanted);
    });
  }
});

describe("the keys of expect", () => {
  // One desk, open on weekdays 09:00-17:00; 2026-08-22 is a Saturday, and Sunday is the weekly rest day.
  const weekend = modelOf(`
calendar office in Asia/Tokyo {
  open Mon..Fri 09:00-17:00
  rest Sun
}
calendar ruin in Asia/Tokyo {
  open 2020-01-06 09:00-17:00
}
channel email, phone
team Sales {
  lead    Sato
  members Mori
  hours   office
}
team Desk {
  lead    Ito
  members Abe, Kudo
  hours   office
}
customer Acme {
  owner  Mori
  backup Sato
}
request incident
request relic
request visit
agreement desk between Sales and Desk {
  handle incidents: incident {
    by       Desk
    via      email
    respond  within 4 business hours
    resolve  within 1 business day
    escalate after 2 business hours to lead of Desk
  }
  handle relics: relic {
    by      Desk
    via     email
    hours   ruin
    respond within 1 business hour
  }
  handle visits: visit {
    decline because "nobody travels"
  }
}
exception cutover to desk.incidents when customer is Acme {
  effective 2026-08-29..2026-08-30
  open      2026-08-29..2026-08-30 09:00-17:00
  surcharge premium of Japan because "work on the weekly rest day"
  owner     Mori
  approved  by Ito on 2026-08-18
  reason    "the customer moves"
}
exception too_soon to desk.incidents when customer is Acme {
  effective 2026-10-01..2026-10-02
  by        Kudo
  owner     Mori
  approved  by Ito on 2026-08-18
  reason    "the customer moves again"
}
exception unsigned to desk.incidents when customer is Acme {
  effective 2026-08-01..2026-08-31
  by        Abe
  owner     Mori
  reason    "nobody has approved it"
}
`);
  const answers = engineOf(weekend);

  for (const [request, expect] of [
    // Mon 10:00 + 4 h and + 2 h; one business day later is Tue 17:00.
    [
      "{ kind: incident, channel: email, at: 2026-08-24T10:00 }",
      "{ handler: Desk, person: none, channel: email, closed until: none, clock start: 2026-08-24T10:00, respond by: 2026-08-24T14:00, respond breached after: 2026-08-24T14:00, resolve by: 2026-08-25T17:00, escalates at: 2026-08-24T12:00, escalates to: Ito, surcharge: none, commitment: none, provisional: no, overlays: [], conflicts with: none, decided by: incidents, exception over: none }",
    ],
    // Sat 2026-08-22: the clock starts on Monday at 09:00.
    [
      "{ kind: incident, channel: email, at: 2026-08-22T10:00, customer: Acme }",
      "{ closed until: 2026-08-24T09:00, clock start: 2026-08-24T09:00, respond by: 2026-08-24T13:00, exception: none, exception not yet: [cutover, too_soon], exception without effect: unsigned }",
    ],
    // Sunday is the rest day: 35 % and never also overtime (language.md M7).
    [
      "{ kind: incident, channel: email, at: 2026-08-30T10:00, customer: Acme }",
      "{ closed until: none, respond by: 2026-08-30T14:00, exception: cutover, overlays: cutover, surcharge: ３５％, because: weekly rest day }",
    ],
    [
      "{ kind: incident, channel: email, at: 2026-09-04T10:00, customer: Acme }",
      "{ exception over: cutover, exception not yet: too_soon }",
    ],
    // That calendar was open on one day of 2020.
    [
      "{ kind: relic, channel: email, at: 2026-08-24T10:00 }",
      "{ closed until: never, respond by: never, resolve by: none }",
    ],
    ["{ kind: visit, channel: email, at: 2026-08-24T10:00 }", "{ outcome: declined, say: nobody travels }"],
  ] as const) {
    it(`hold for ${request}`, () => {
      const text = scenario(request, expect);
      assert.deepEqual(
        runScenarios(answers, weekend, readScenarios(text)).flatMap((result) => tell(text, result)),
        ["passed"],
      );
    });
  }
});

describe("runScenarios", () => {
  it("passes what is so", () => {
    assert.deepEqual(
      told(
        "{ kind: incident, severity: normal, channel: email, at: 2026-08-24T10:00 }",
        "{ respond by: 2026-08-24T12:00, person: Abe }",
      ),
      ["passed"],
    );
  });

  it("names what was expected and what was found, and points at the expected value", () => {
    const text = scenario(
      "{ kind: incident, severity: normal, channel: phone, at: 2026-08-24T10:00 }",
      "{ outcome: handled, redirect: phone, person: Kudo, respond by: 2026-08-24T12:01, say: call us, commitment phone_cover: may }",
    );
    assert.deepEqual(tellAll(text), [
      "outcome: expected handled, found redirect @handled",
      "redirect: expected phone, found email @phone",
      "person: expected Kudo, found Abe @Kudo",
      "respond by: expected 2026-08-24T12:01, found 2026-08-24T12:00 @2026-08-24T12:01",
      "say: expected call us, found Please write to email (desk@example.jp). @call us",
      "commitment phone_cover: expected may, found never @may",
    ]);
  });

  it("judges the answers for a missing field", () => {
    const request = "{ kind: incident, channel: email, at: 2026-08-24T10:00 }";
    assert.deepEqual(told(request, "{ needs: severity, needs urgent: { respond by: 2026-08-24T11:00 } }"), ["passed"]);
    assert.deepEqual(
      told(request, "{ needs urgent: { respond by: 2026-08-24T12:00 }, needs other: { person: Abe } }"),
      [
        "needs urgent: respond by: expected 2026-08-24T12:00, found 2026-08-24T11:00 @2026-08-24T12:00",
        "needs other: person: expected Abe, found none @Abe",
      ],
    );
  });

  it("reads times on the scenario's own clock where it has one", () => {
    const request = "{ kind: incident, severity: normal, channel: email, at: 2026-08-24T01:00, zone: UTC }";
    assert.deepEqual(told(request, "{ respond by: 2026-08-24T03:00 }"), ["passed"]);
    assert.deepEqual(told(request, "{ respond by: 2026-08-24T12:00+09:00 }"), ["passed"]);
  });

  it("takes lists in any order, ids from their end, and reasons by a part", () => {
    assert.deepEqual(
      told(
        "{ kind: discount, rate: 30%, at: 2026-08-24T10:00, asker: Sales }",
        "{ decided by: discounts.never, because: Margin, redirect: [], ask: none }",
      ),
      ["passed"],
    );
  });

  it("gives no channel to a request that nobody is left to take", () => {
    const away = modelOf(`
channel email, phone
team Desk {
  lead Ito
  away Ito 2026-08-01..2026-08-31
}
request incident
agreement desk between Desk and Desk in Asia/Tokyo {
  handle incidents: incident {
    by  Ito
    via email
  }
}
`);
    for (const channel of ["email", "phone"]) {
      const text = scenario(
        `{ kind: incident, channel: ${channel}, at: 2026-08-24T10:00 }`,
        "{ outcome: unstaffed, channel: none, redirect: none }",
      );
      const results = runScenarios(engineOf(away), away, readScenarios(text));
      assert.deepEqual(
        results.flatMap((result) => tell(text, result)),
        ["passed"],
      );
    }
  });

  it("tells what did not decide, and why", () => {
    const email = "{ kind: incident, severity: normal, channel: email, at: 2026-08-24T10:00, asker: Sales }";
    assert.deepEqual(told(email, "{ lost: { incidents.urgent: severity   is urgent } }"), ["passed"]);
    assert.deepEqual(told(email, "{ lost: urgent }"), ["passed"]);
    assert.deepEqual(told(email, "{ lost: [urgent] }"), ["passed"]);
    assert.deepEqual(told(email, "{ lost: { urgent: } }"), ["passed"]);
    const offer = (rate: string) => `{ kind: discount, rate: ${rate}, at: 2026-08-24T10:00, asker: Sales }`;
    assert.deepEqual(told(offer("8%"), "{ lost: { discounts.ask: rate>10%, discounts.never: rate > 20% } }"), [
      "passed",
    ]);
    // Before the agreement begins, and asked by a team that is no party of it.
    const early = "{ kind: incident, severity: normal, channel: email, at: 2025-12-31T10:00 }";
    assert.deepEqual(told(early, "{ outcome: unhandled, lost: { desk.incidents: not in force } }"), ["passed"]);
  });

  it("names the field of a row of a target table, of which only the value is written there", () => {
    const tiers = modelOf(`
team Desk {
  lead Ito
}
attribute tier of customer: plain | prime
customer Acme {
  tier is prime
}
request incident
agreement desk between Desk and Desk in Asia/Tokyo {
  handle incidents: incident {
    by Desk
    table tier -> respond
      plain -> 3 clock hours
      prime -> 1 clock hour
  }
}
`);
    const file = readScenarios(
      scenario(
        "{ kind: incident, customer: Acme, at: 2026-08-24T10:00 }",
        "{ lost: { incidents.plain: tier is plain } }",
      ),
    );
    assert.deepEqual(
      runScenarios(engineOf(tiers), tiers, file).map(({ status }) => status),
      ["passed"],
    );
  });

  it("shows what became of a clause that did not lose, or lost for another reason", () => {
    const urgent = scenario(
      "{ kind: incident, severity: urgent, channel: email, at: 2026-08-24T10:00 }",
      "{ lost: { urgent: severity is urgent, discounts.never: rate > 20% } }",
    );
    assert.deepEqual(tellAll(urgent), [
      "lost urgent: expected severity is urgent, found decided @severity is urgent",
      "lost discounts.never: expected rate > 20%, found not considered @rate > 20%",
    ]);
    const normal = "{ kind: incident, severity: normal, channel: email, at: 2026-08-24T10:00 }";
    assert.deepEqual(told(normal, "{ lost: { urgent: not in force } }"), [
      "lost urgent: expected not in force, found severity is urgent @not in force",
    ]);
    assert.deepEqual(told(normal, "{ lost: { urgnt: not in force } }"), [
      "urgnt | No clause, case, verdict or exception is called 'urgnt'. Did you mean 'urgent'?",
    ]);
    assert.match(told(normal, "{ decided by: incidents.urgnt }")[0] ?? "", /Did you mean 'incidents\.urgent'\?/);
    assert.match(told(normal, "{ lost: }")[0] ?? "", /^lost \| 'lost' takes what did not decide, each with why/);
    assert.match(told(normal, "{ lost: { urgent: [a] } }")[0] ?? "", /^\[a\] \| 'urgent' takes one value/);
  });

  it("tells what cannot be understood, and runs the others", () => {
    const text = `
scenarios:
  - { name: a, request: { kind: discuont, at: 2026-08-24T10:00 }, expect: { outcom: handled, person: Abbe, commitment refund: may } }
  - { name: b, request: { kind: discount, rate: 8%, at: 2026-08-24T10:00, asker: Sales }, expect: { commitment: may } }
`;
    assert.deepEqual(tellAll(text), [
      "discuont | No request kind is called 'discuont' in the agreements. Did you mean 'discount'?",
      "outcom | 'outcom' is not a key here, so it has no effect. Did you mean 'outcome'?",
      "Abbe | No person is called 'Abbe' in the agreements. Did you mean 'Abe'?",
      "commitment refund | No request kind is called 'refund' in the agreements. Known: incident, discount, phone_cover.",
      "passed",
    ]);
  });

  for (const [expect, wanted] of [
    [
      "outcome: hanlded",
      "hanlded | 'hanlded' is not one of the values handled, redirect, declined, unhandled, unstaffed, needs, question. Did you mean 'handled'?",
    ],
    [
      "respond by: 2026/08/24",
      "2026/08/24 | '2026-08-24' has no time of day, and deadlines depend on it. Add it, such as `2026-08-24T10:00`.",
    ],
    [
      "respond by: noon",
      "noon | 'noon' is not a date and time that exists. Write it such as `2026-08-24T10:00`, or with an offset: `2026-08-24T10:00+09:00`.",
    ],
    ["provisional: perhaps", "perhaps | 'perhaps' is neither `yes` nor `no`."],
    ["surcharge: a lot", "a lot | 'a lot' is not a surcharge. Write `35%`, `0%..25%`, `5_000 JPY` or `none`."],
    [
      "decided by: discounts.nevr",
      "discounts.nevr | No clause, case, verdict or exception is called 'discounts.nevr'. Did you mean 'discounts.never'?",
    ],
    ["person: [Abe, Kudo]", "[Abe, Kudo] | 'person' takes one value, not a list or a mapping."],
    ["redirect: { a: b }", "{ a: b } | 'redirect' takes a list, such as `[a, b]`."],
    ["needs urgent: yes", "yes | 'needs urgent' takes a mapping of keys and values, such as `{ key: value }`."],
    ["commitment: maybe", "maybe | 'maybe' is not one of the values may, ask, never, silent, none."],
  ] as const) {
    it(`says what is wrong with ${expect}`, () => {
      assert.deepEqual(told("{ kind: incident, at: 2026-08-24T10:00 }", `{ ${expect} }`), [wanted]);
    });
  }

  it("skips with a reason, and all others while one has the focus", () => {
    const text = `
scenarios:
  - { name: a, skip: waiting for Finance }
  - { name: b, request: { kind: discount, at: 2026-08-24T10:00 }, expect: { outcome: question } }
  - { name: c, focus: yes, request: { kind: incident, severity: urgent, channel: email, at: 2026-08-24T10:00 }, expect: { outcome: handled } }
`;
    assert.deepEqual(tellAll(text), ["waiting for Finance", "another scenario has `focus: yes`", "passed"]);
    assert.equal(resolveScenarios(readScenarios(text), model).length, 2);
  });

  it("throws at nothing", () => {
    const seed = Date.now() % 1_000_000;
    const { below, pick } = random(seed);
    const good = scenario(
      "{ kind: incident, severity: normal, channel: phone, at: 2026-08-24T10:00 }",
      "{ outcome: redirect, redirect: [email], respond by: 2026-08-24T12:00, surcharge: none, needs urgent: { person: Abe } }",
    );
    const pieces = ["{", "}", "[", "]", ":", ",", "\n", "none", "''", "matrix: ", "- ", "9".repeat(100), "\u0000"];
    for (let run = 0; run < 1_000; run++) {
      const at = below(good.length);
      const text = good.slice(0, at) + pick(pieces) + good.slice(at + below(6));
      assert.doesNotThrow(() => tellAll(text), `seed ${seed}: ${JSON.stringify(text)}`);
    }
  });
});

function scenario(request: string, expect: string): string {
  return `scenarios:\n  - name: it\n    request: ${request}\n    expect: ${expect}\n`;
}

function told(request: string, expect: string): readonly string[] {
  return tellAll(scenario(request, expect));
}

function tellAll(text: string): readonly string[] {
  return runScenarios(engine, model, readScenarios(text)).flatMap((result) => tell(text, result));
}

function tell(text: string, result: ScenarioResult): readonly string[] {
  switch (result.status) {
    case "passed":
      return ["passed"];
    case "skipped":
      return [result.reason.en];
    case "broken":
      return shown(text, result.problems);
    case "failed":
      return result.failures.map(
        ({ key, expected, found, start, end }) =>
          `${key}: expected ${expected}, found ${found} @${text.slice(start, end)}`,
      );
  }
}

function entries(
  list: readonly {
    readonly key: { readonly text: string };
    readonly value: { readonly kind: string; readonly text?: string };
  }[],
): string {
  return list.map(({ key, value }) => `${key.text} ${value.text ?? value.kind}`).join(", ");
}

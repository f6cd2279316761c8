import assert from "node:assert/strict";
import { readRequestRecord, readRequests } from "../../../server/core/scenarios/requests.ts";
import { resolveScenarios, runScenarios } from "../../../server/core/scenarios/run.ts";
import { readScenarios } from "../../../server/core/scenarios/scenarios.ts";
import { modelOf } from "../../harness/models.ts";
import { engineOf, shown } from "./desk.ts";

// Open Mon to Fri from 09:00 to 17:00, so that times are added up in one's head; 2026-08-24 is a Monday.
const company = `
calendar office in Asia/Tokyo {
  open Mon..Fri 09:00-17:00
}
team Sales {
  lead    Sato
  members Mori, Tanaka
  hours   office
}
team BackOffice {
  members Fuji
  hours   office
}
customer Acme {
  owner Tanaka
}
request order { amount: JPY }
request question
agreement ordering between Sales and BackOffice {
  handle orders: order {
    by      BackOffice
    step    draft by Sales within 2 business hours
    step    verify by BackOffice within 4 business hours else back to draft within 1 business hour
    step    approve by lead of Sales within 1 business hour when amount > 100 JPY
    resolve within 1 business day
  }
  handle questions: question {
    by owner of customer
  }
}
handover acme_2026 of Acme from Tanaka to Mori {
  effective 2026-08-01..2026-08-31
}
`;
const model = modelOf(company);
const engine = engineOf(model);

const at = (hour: number, day = 24) => Date.UTC(2026, 7, day, hour - 9);

/** Each scenario's failures as "key: expected, found". */
function failures(text: string, asked = engine): readonly string[] {
  return runScenarios(asked, model, readScenarios(text)).flatMap((result) => {
    assert.notEqual(result.status, "broken");
    const found = result.status === "failed" ? result.failures : [];
    return found.map((each) => `${each.key}: ${each.expected}, ${each.found}`);
  });
}

describe("what a request waits for", () => {
  const request = (waiting: string) => `{ kind: question, at: 2026-08-24T10:00, waiting: ${waiting} }`;

  it("is a time, or several, the last perhaps without an end", () => {
    const read = (waiting: string) => readRequests(request(waiting), model).requests[0]?.request.waiting;
    assert.deepEqual(read("2026-08-24T11:00..2026-08-24T12:00"), [{ from: at(11), to: at(12) }]);
    assert.deepEqual(read("[2026-08-24T11:00..2026-08-24T12:00, 2026-08-25T09:00..]"), [
      { from: at(11), to: at(12) },
      { from: at(9, 25), to: undefined },
    ]);
    assert.deepEqual(read("2026-08-24T02:00Z..2026-08-24T12:00"), [{ from: at(11), to: at(12) }]);
    assert.equal(read("none"), undefined);
    assert.equal(read(""), undefined);
  });

  it("is read from a form too", () => {
    const { located } = readRequestRecord(
      { kind: "question", at: "2026-08-24T10:00", waiting: "2026-08-24T11:00..2026-08-24T12:00, 2026-08-24T13:00.." },
      model,
    );
    assert.deepEqual(located?.request.waiting, [
      { from: at(11), to: at(12) },
      { from: at(13), to: undefined },
    ]);
  });

  it("is reported where it is not such a time, or ends before it begins", () => {
    for (const wrong of ["yesterday", "2026-08-24T12:00", "2026-08-24T12:00..2026-08-24T11:00", "[{ a: b }]"]) {
      const { requests, problems } = readRequests(request(wrong), model);
      assert.deepEqual([requests.length, problems.length, problems[0]?.key], [0, 1, "waiting"], wrong);
    }
  });
});

describe("expectations of steps", () => {
  it("hold", () => {
    const text = `
scenarios:
  - name: small
    request: { kind: order, amount: 100 JPY, at: 2026-08-24T10:00 }
    expect:
      done by: 2026-08-24T16:00       # 2 and 4 hours
      worst done by: 2026-08-25T13:00 # 1 hour to 17:00, and 4 on Tuesday
      late: no
      step draft: { by: Sales, start: 2026-08-24T10:00, end: 2026-08-24T12:00 }
      step approve: { skipped: yes, by: none, end: none }
  - name: large
    request: { kind: order, amount: 101 JPY, at: 2026-08-24T10:00 }
    expect: { done by: 2026-08-24T17:00, step approve: { by: Sato, skipped: no } }
  - name: waiting
    request: { kind: order, amount: 100 JPY, at: 2026-08-24T10:00, waiting: [2026-08-24T11:00..2026-08-24T12:30] }
    expect: { done by: 2026-08-25T09:30 } # 16:00 and an hour and a half
  - name: no steps
    request: { kind: question, at: 2026-08-24T10:00, customer: Acme }
    expect: { done by: none, worst done by: none, late: no, handover: acme_2026, person: Tanaka }
`;
    assert.deepEqual(failures(text), []);
  });

  it("tell the step for which nobody is left, and why nobody is left for a request", () => {
    const away = engineOf(modelOf(`${company}team Absent {\n  away Fuji 2026-08-01..2026-08-31\n}\n`));
    const text = `
scenarios:
  - name: nobody verifies
    request: { kind: order, amount: 100 JPY, at: 2026-08-24T10:00 }
    expect: { outcome: unstaffed, unstaffed because: all away, unstaffed at: verify }
  - name: whose customer
    request: { kind: question, at: 2026-08-24T10:00, customer: none }
    expect: { outcome: unstaffed, unstaffed because: no customer, unstaffed at: none }
`;
    assert.deepEqual(failures(text, away), []);
    assert.deepEqual(failures(text.replace("at: verify", "at: none").replace("all away", "none"), away), [
      "unstaffed because: none, all away",
      "unstaffed at: none, verify",
    ]);
  });

  it("fail with what was found", () => {
    const text = `
scenarios:
  - name: small
    request: { kind: order, amount: 100 JPY, at: 2026-08-24T10:00 }
    expect:
      done by: 2026-08-24T15:00
      handover: acme_2026
      step verify: { by: Sales, end: never }
`;
    assert.deepEqual(failures(text), [
      "done by: 2026-08-24T15:00, 2026-08-24T16:00",
      "handover: acme_2026, none",
      "step verify: by: Sales, BackOffice",
      "step verify: end: never, 2026-08-24T16:00",
    ]);
  });

  it("name steps and keys that are known", () => {
    const text = `
scenarios:
  - name: small
    request: { kind: order, amount: 100 JPY, at: 2026-08-24T10:00 }
    expect: { step drft: { by: Sales }, step draft: { ends: never }, step verify: yes, unstaffed at: aprove }
`;
    const problems = resolveScenarios(readScenarios(text), model).flatMap((each) => each.problems);
    assert.deepEqual(shown(text, problems), [
      "step drft | No step is called 'drft' in the agreements. Did you mean 'draft'?",
      "ends | 'ends' is not a key here, so it has no effect. Did you mean 'end'?",
      "yes | 'step verify' takes a mapping of keys and values, such as `{ key: value }`.",
      "aprove | No step is called 'aprove' in the agreements. Did you mean 'approve'?",
    ]);
  });
});

import assert from "node:assert/strict";
import * as path from "node:path";
import schema from "../../../server/cli/schemas/decision.schema.json";
import { rareAgreements } from "../../harness/rareAgreements.ts";
import { schemaErrors } from "../../harness/schema.ts";
import { folderOf, torikime } from "../../harness/terminal.ts";

const samples = path.resolve("samples");

async function decisionsFor(folder: string, requests: readonly object[], locale: "en" | "ja" = "en", complaint = "") {
  const words = ["simulate", "--request", "-", "--format", "json"];
  const { out, errors } = await torikime(folder, words, { input: JSON.stringify(requests), locale });
  assert.equal(errors, complaint);
  const written: { schema: string; version: number; decisions: Record<string, unknown>[] } = JSON.parse(out);
  return written;
}

const product = path.join(samples, "product-support");
const acme = { customer: "Acme", asker: "Sales" };
const incident = { kind: "incident", severity: "normal", channel: "email", ...acme };

/** The requests of the acceptance table, one of each row. */
const acceptance = [
  { ...incident, at: "2026-08-24T09:00" },
  { ...incident, at: "2026-09-18T17:00" },
  { ...incident, severity: "urgent", channel: "portal", at: "2026-08-25T11:30" },
  { ...incident, channel: "chat", at: "2026-08-26T10:00" },
  { ...incident, channel: "phone", at: "2026-08-22T10:15" },
  { ...incident, channel: "phone", at: "2026-08-29T10:15" },
  ...["8%", "15%", "30%"].map((rate) => ({ kind: "discount", rate, asker: "Sales", at: "2026-08-24T10:00" })),
  { kind: "customisation", price: "free", asker: "Sales", at: "2026-08-24T10:00" },
  { ...incident, to: "Abe", at: "2026-08-26T10:00" },
  { kind: "how_to", channel: "email", at: "2026-08-29T12:00" },
  { kind: "incident", channel: "email", at: "2026-08-24T09:00" },
  { ...incident, at: "2026-08-10T10:00" },
  { kind: "discount", rate: "25%", ...acme, at: "2026-09-10T10:00" },
  { kind: "refund", at: "2026-08-24T10:00" },
];

describe("decisions as JSON", () => {
  it("have the facts by which such a request does not occur", async () => {
    const facts = "request call { level: low | high }\nimpossible when level is high\n";
    const requests = ["low", "high"].map((level) => ({ kind: "call", level, at: "2026-08-24T10:00Z" }));
    const { decisions } = await decisionsFor(folderOf({ "a.sla": facts }), requests);
    assert.deepEqual(
      schemaErrors(schema, { schema: "torikime/decision", version: 1, decisions, problems: [], troubles: [] }),
      [],
    );
    assert.deepEqual(
      decisions.map(({ impossible }) => impossible),
      [[], [{ condition: "level is high", place: { file: "a.sla", line: 2, column: 1 } }]],
    );
  });

  it("are as the schema says, for every row of the acceptance table and in both languages", async () => {
    for (const locale of ["en", "ja"] as const)
      assert.deepEqual(schemaErrors(schema, await decisionsFor(product, acceptance, locale)), []);
  });

  it("are as the schema says for what is rarer: a premium, an amount, nobody there, a conflict, a deliberate no", async () => {
    const rare = folderOf({ "rare.sla": rareAgreements });
    const kinds = ["night_work", "parcel", "nobodys", "twice", "visit", "closed_shop", "cut_off"];
    const written = await decisionsFor(
      rare,
      kinds.map((kind) => ({ kind, at: "2026-08-24T10:00", channel: "email", asker: "Sales" })),
      "en",
      // Two clauses about `twice` contradict each other.
      "rare.sla has errors (1), so not all that it says counts here. 'torikime check' tells them.\n",
    );
    assert.deepEqual(schemaErrors(schema, written), []);
    const outcomes = written.decisions.map(({ outcome }) => outcome);
    assert.deepEqual(outcomes, ["handled", "handled", "unstaffed", "handled", "declined", "handled", "handled"]);
    // Monday morning is neither night nor a day of rest: 0 to 50 %, by the hours already worked.
    assert.deepEqual(at(written.decisions[0], "surcharge", "percent"), { least: 0, most: 50 });
    assert.deepEqual(at(written.decisions[1], "surcharge", "amount"), { value: "5000", currency: "JPY" });
    assert.deepEqual(at(written.decisions[3], "conflictsWith"), ["desk.twice_two"]);
    assert.equal(at(written.decisions[3], "trace", 1, "result"), "contradicts");
    const because = { kind: "later", than: "desk.twice_one", target: "respond" };
    assert.deepEqual(at(written.decisions[3], "trace", 1, "because"), because);
    assert.deepEqual(at(written.decisions[5], "closed"), { until: null });
  });

  it("are as the schema says for steps, waiting and a handover", async () => {
    const folder = folderOf({ "orders.sla": orders });
    const waiting = "2026-08-24T11:00..2026-08-24T12:00, 2026-09-01T09:00..";
    const written = await decisionsFor(folder, [
      { kind: "order", amount: "100 JPY", at: "2026-08-24T10:00" },
      { kind: "question", customer: "Acme", at: "2026-08-24T10:00", waiting },
    ]);
    assert.deepEqual(schemaErrors(schema, written), []);
    const [order, question] = written.decisions;
    // 10-12; 12-16; then back: 16-17, Tuesday 09-13, and Thursday 15:00 either way.
    assert.equal(at(order, "timeline", "doneBy"), "2026-08-27T15:00:00+09:00");
    assert.equal(at(order, "timeline", "plain", 1, "end"), "2026-08-24T16:00:00+09:00");
    assert.equal(at(order, "timeline", "worst", 2, "pass"), "mended");
    assert.equal(at(order, "timeline", "plain", 3, "atNext"), "Thu 15:00");
    assert.equal(at(order, "handover"), null);
    assert.equal(at(question, "timeline"), null);
    assert.deepEqual(at(question, "handover", "people"), ["Tanaka", "Mori"]);
    assert.deepEqual(at(question, "request", "waiting"), [
      { from: "2026-08-24T11:00:00+09:00", to: "2026-08-24T12:00:00+09:00" },
      { from: "2026-09-01T09:00:00+09:00", to: null },
    ]);
  });

  it("give times with the offset of the decision's zone, and places from 1", async () => {
    const { decisions, ...head } = await decisionsFor(product, [{ ...incident, at: "2026-09-18T17:00" }]);
    assert.deepEqual(head, { schema: "torikime/decision", version: 1, problems: [], troubles: [] });
    const [decision] = decisions;
    // Row 3 of the acceptance table.
    assert.deepEqual(at(decision, "respond"), {
      within: "4 business hours",
      deadline: "2026-09-24T12:00:00+09:00",
      breachedAfter: "2026-09-24T13:00:00+09:00",
    });
    assert.equal(at(decision, "handler"), "Support");
    assert.equal(at(decision, "decidedBy"), "product_support.incidents");
    assert.equal(at(decision, "trace", 0, "place", "file"), "support.sla");
    assert.equal(at(decision, "trace", 0, "place", "column"), 10);
  });

  it("give whom to ask and by when, the exception in force and that which is over", async () => {
    const { decisions } = await decisionsFor(product, [
      { kind: "discount", rate: "15%", asker: "Sales", at: "2026-08-24T10:00" },
      { ...incident, channel: "phone", at: "2026-08-22T10:15" },
      { ...incident, channel: "phone", at: "2026-08-29T10:15" },
    ]);
    assert.equal(at(decisions[0], "commitment", "asks", 0, "name"), "Sato");
    assert.equal(at(decisions[0], "commitment", "answeredBy", "deadline"), "2026-08-25T18:00:00+09:00");
    assert.equal(at(decisions[1], "exception", "name"), "acme_cutover");
    assert.deepEqual(at(decisions[1], "surcharge", "percent"), { least: 35, most: 35 });
    assert.deepEqual(at(decisions[1], "redirect"), ["email"]);
    assert.deepEqual(at(decisions[2], "aside"), [
      { name: "acme_cutover", because: "over", first: "2026-08-22", last: "2026-08-23" },
    ]);
    const related = at(decisions[2], "relatedCommitments");
    assert.ok(Array.isArray(related));
    assert.equal(
      at(
        related.find((each) => at(each, "kind") === "phone_cover"),
        "commitment",
        "verdict",
      ),
      "never",
    );
  });
});

/** What stands at a path of keys in a JSON value. */
function at(value: unknown, ...keys: readonly (string | number)[]): unknown {
  const entries = keys.reduce<unknown>(
    (inner, key) => (typeof inner === "object" && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
  return entries;
}

const orders = `
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
    by   BackOffice
    step draft by Sales within 2 business hours needs order_form
    step verify by BackOffice within 4 business hours checks amount twice else back to draft within 1 business hour
    step approve by lead of Sales within 1 business hour when amount > 100 JPY
    step place by BackOffice at next Thu 15:00
  }
  handle questions: question {
    by owner of customer
  }
}
handover acme_2026 of Acme from Tanaka to Mori {
  effective 2026-08-01..2026-08-31
}
`;

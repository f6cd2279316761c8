import assert from "node:assert/strict";
import * as path from "node:path";
import schema from "../../../server/cli/schemas/scenarios-result.schema.json";
import { schemaErrors } from "../../harness/schema.ts";
import { folderOf, torikime } from "../../harness/terminal.ts";

const product = path.resolve("samples", "product-support");

const desk = `
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
request question
agreement desk between Sales and Desk {
  handle questions: question {
    by      Desk
    respond within 2 business hours
  }
}
`;

const mixed = `defaults: { asker: Sales }
scenarios:
  - name: in time
    request: { kind: question, at: 2026-08-24T10:00 }
    expect: { respond by: 2026-08-24T12:00 }
  - name: too early
    request: { kind: question, at: 2026-08-24T10:00 }
    expect: { respond by: 2026-08-24T11:00, handler: Desk }
  - name: some day
    request: { kind: question, at: 2026-08-24T10:00 }
    skip: waiting for Finance
`;

describe("torikime test", () => {
  it("passes all rows of the acceptance table, in one line", async () => {
    const { code, out } = await torikime(product, ["test"]);
    assert.equal(code, 0, out);
    // Fifteen rows, of which the discounts are three and Acme's discount two.
    assert.equal(out, "✓ acceptance.scenarios.yaml  18 passed\n\n18 passed in 1 file.\n");
  });

  it("shows what failed with its place, what was expected and found, and what decided", async () => {
    const folder = folderOf({ "desk.sla": desk, "desk.scenarios.yaml": mixed });
    const { code, out } = await torikime(folder, ["test"]);
    assert.equal(code, 1);
    const lines = out.split("\n");
    assert.equal(lines[0], "✗ desk.scenarios.yaml  1 passed, 1 failed, 1 skipped");
    assert.ok(lines.includes("  ✗ too early  desk.scenarios.yaml:6:11"), out);
    assert.ok(lines.includes("    respond by  desk.scenarios.yaml:8:27"), out);
    assert.ok(lines.includes("      expected  2026-08-24T11:00"), out);
    // 10:00 and two business hours.
    assert.ok(lines.includes("      found     2026-08-24T12:00"), out);
    assert.match(out, /desk\.questions.* desk\.sla:15:10/);
    assert.ok(lines.includes("  – some day  desk.scenarios.yaml:9:11  waiting for Finance"), out);
    assert.doesNotMatch(out, /in time/);
    assert.doesNotMatch(out, /\n\n\n/);
    assert.equal(lines.at(-2), "1 passed, 1 failed, 1 skipped in 1 file.");
  });

  it("says the same in Japanese", async () => {
    const folder = folderOf({ "desk.sla": desk, "desk.scenarios.yaml": mixed });
    const { out } = await torikime(folder, ["test", "--locale", "ja"]);
    assert.match(out, /^✗ desk\.scenarios\.yaml {2}成功 1 件、失敗 1 件、省略 1 件$/m);
    assert.match(out, /^ {6}期待 {2}2026-08-24T11:00\n {6}結果 {2}2026-08-24T12:00$/m);
  });

  it("ends with 2 for broken YAML, unknown keys and unknown names, and still runs the rest", async () => {
    const broken = await torikime(
      folderOf({ "desk.sla": desk, "a.scenarios.yaml": "scenarios: [", "b.scenarios.yaml": mixed }),
      ["test"],
    );
    assert.equal(broken.code, 2);
    assert.match(broken.out, /^! a\.scenarios\.yaml {2}no scenarios, not understood$/m);
    assert.match(broken.out, /a\.scenarios\.yaml:1:\d+ {2}This is not valid YAML/);
    assert.match(broken.out, /^1 passed, 1 failed, 1 skipped in 2 files\.$/m);
    const unknown = folderOf({ "desk.sla": desk, "a.scenarios.yaml": mixed.replace("handler: Desk", "handlr: Desk") });
    const { code, out } = await torikime(unknown, ["test"]);
    assert.equal(code, 2);
    assert.match(out, /a\.scenarios\.yaml:8:45 {2}'handlr' is not a key here.*'handler'/);
  });

  it("does not pass over an empty folder in silence", async () => {
    const { code, errors } = await torikime(folderOf({ "desk.sla": desk }), ["test"]);
    assert.equal(code, 2);
    assert.match(errors, /nothing was tested/);
  });

  it("gives results as JSON, as the schema says", async () => {
    const files = {
      "desk.sla": desk,
      "a.scenarios.yaml": mixed,
      "b.scenarios.yaml": mixed.replace("handler", "handlr"),
      "c.scenarios.yaml": "[",
    };
    const { out } = await torikime(folderOf(files), ["test", "--format", "json"]);
    const written: unknown = JSON.parse(out);
    assert.deepEqual(schemaErrors(schema, written), []);
    assert.match(out, /"counts": \{\s+"passed": 2,\s+"failed": 1,\s+"skipped": 2,\s+"broken": 1\s+\}/);
  });
});

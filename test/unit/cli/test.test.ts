import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import schema from "../../../server/cli/schemas/scenarios-result.schema.json";
import { displayWidth } from "../../../server/core/format/width.ts";
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
  it("keeps what is not understood within the width", async () => {
    const scenarios =
      "scenarios:\n  - name: a\n    request: { kind: x, at: 2026-11-28 }\n    expect: { outcome: hadnled }\n";
    const folder = folderOf({ "a.sla": "request x\n", "a.scenarios.yaml": scenarios });
    for (const locale of ["en", "ja"]) {
      const { out } = await torikime(folder, ["test", "--locale", locale], { columns: 60 });
      assert.match(out, /^ {4}a\.scenarios\.yaml:4:24$/m);
      for (const line of out.split("\n")) assert.ok(displayWidth(line) <= 60, line);
    }
  });

  it("writes places below what failed where they would be too wide beside it", async () => {
    const folder = folderOf({ "desk.sla": desk, "questions/of/the/desk.scenarios.yaml": mixed });
    for (const locale of ["en", "ja"]) {
      const { out } = await torikime(folder, ["test", "--locale", locale], { columns: 48 });
      assert.match(out, /^ {2}✗ too early\n {4}questions\/of\/the\/desk\.scenarios\.yaml:6:11\n/m);
      assert.match(out, /^ {4}respond by\n {6}questions\/of\/the\/desk\.scenarios\.yaml:8:27\n/m);
      for (const line of out.split("\n")) assert.ok(displayWidth(line) <= 48, line);
    }
  });

  it("passes all rows of the acceptance table, in one line", async () => {
    const { code, out } = await torikime(product, ["test", "acceptance.scenarios.yaml"]);
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
    assert.ok(lines.includes("    8 │     expect: { respond by: 2026-08-24T11:00, handler: Desk }"), out);
    assert.ok(lines.includes(`      │ ${" ".repeat(26)}${"^".repeat(16)}`), out);
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
    assert.match(broken.out, /^! a\.scenarios\.yaml {2}no scenarios, 1 problem$/m);
    assert.match(broken.out, /a\.scenarios\.yaml:1:\d+\s+This is not valid YAML/);
    assert.match(broken.out, /^1 passed, 1 failed, 1 skipped, 1 problem in 2 files\.$/m);
    const unknown = folderOf({ "desk.sla": desk, "a.scenarios.yaml": mixed.replace("handler: Desk", "handlr: Desk") });
    const { code, out } = await torikime(unknown, ["test"]);
    assert.equal(code, 2);
    assert.match(out, /a\.scenarios\.yaml:8:45 {2}'handlr' is not a key here.*'handler'/);
  });

  it("tells a problem of the defaults once, however many scenarios have it", async () => {
    const misspelt = mixed.replace("asker: Sales", "askr: Sales");
    const { code, out } = await torikime(folderOf({ "desk.sla": desk, "a.scenarios.yaml": misspelt }), ["test"]);
    assert.equal(code, 2);
    assert.match(out, /^! a\.scenarios\.yaml {2}1 passed, 1 failed, 1 skipped, 1 problem$/m);
    assert.equal(out.match(/askr/g)?.length, 1, out);
    const unknown = mixed.replace("asker: Sales", "asker: Slaes");
    const second = await torikime(folderOf({ "desk.sla": desk, "a.scenarios.yaml": unknown }), ["test"]);
    assert.match(second.out, /^! a\.scenarios\.yaml {2}1 skipped, 2 not understood$/m);
    assert.equal(second.out.match(/Slaes/g)?.length, 1, second.out);
  });

  it("shows the frame of a failing matrix at the row's value, and several marks on one line", async () => {
    const matrix = `scenarios:
  - name: rows
    matrix: { request.at: [2026-08-24T10:00, 2026-08-24T11:00], expect.respond by: [2026-08-24T12:00, 2026-08-24T12:00] }
    request: { kind: question }
  - name: two faults
    request: { kind: question, at: 2026-08-24T10:00 }
    expect: { handler: Sales, respond by: never }
`;
    const { out } = await torikime(folderOf({ "desk.sla": desk, "a.scenarios.yaml": matrix }), ["test"]);
    const lines = out.split("\n");
    assert.ok(lines.includes("  ✗ rows (2026-08-24T11:00)  a.scenarios.yaml:2:11"), out);
    assert.ok(lines.includes("    respond by  a.scenarios.yaml:3:103"), out);
    const marked = lines.indexOf("    7 │     expect: { handler: Sales, respond by: never }");
    assert.equal(lines[marked + 1], "      │                        ^^^^^              ^^^^^");
  });

  it("shows why the clause that was to decide did not, also of another kind", async () => {
    const written = `defaults: { asker: Sales, at: 2026-08-24T10:00 }
scenarios:
  - name: never
    request: { kind: incident, severity: normal, channel: email }
    expect:
      decided by: incidents.urgent
      commitment phone_cover: may
      lost: { incidents.urgent: not in force }
`;
    const files = ["company.sla", "support.sla", "acme.sla"].map(
      (name) => [name, fs.readFileSync(path.join(product, name), "utf8")] as const,
    );
    const { out } = await torikime(folderOf({ ...Object.fromEntries(files), "a.scenarios.yaml": written }), ["test"]);
    assert.match(
      out,
      / {6}– product_support\.incidents\.urgent does not apply.*\n {8}only when severity is urgent; here it is/,
    );
    assert.match(out, / {6}✓ product_support\.weekend_phone\.never decides/);
    assert.match(out, / {6}expected {2}not in force\n {6}found {5}severity is urgent\n/);
  });

  it("runs those in focus and warns; in a pipeline it runs all and fails", async () => {
    const focused = mixed.replace("name: in time", "name: in time\n    focus: yes");
    const folder = folderOf({ "desk.sla": desk, "a.scenarios.yaml": focused, "b.scenarios.yaml": mixed });
    const { code, out } = await torikime(folder, ["test"]);
    assert.equal(code, 0, out);
    assert.match(out, /^✓ a\.scenarios\.yaml {2}1 passed, 2 skipped$/m);
    // The focus holds for all files of a run.
    assert.match(out, /^✓ b\.scenarios\.yaml {2}3 skipped$/m);
    assert.match(out, /a\.scenarios\.yaml:4:5\s+While this scenario has the focus/);
    const passing = folderOf({
      "desk.sla": desk,
      "a.scenarios.yaml": focused.replace("T11:00, handler", "T12:00, handler"),
    });
    for (const [words, differing] of [
      [["test", "--no-focus"], {}],
      [["test"], { unattended: true }],
    ] as const) {
      const strict = await torikime(passing, words, differing);
      assert.equal(strict.code, 1, strict.out);
      assert.match(
        strict.out,
        /^2 passed, 1 skipped in 1 file\.\nA focus was found, so all scenarios were run, and this run fails\./m,
      );
    }
    const inJapanese = await torikime(passing, ["test", "--no-focus", "--locale", "ja"]);
    assert.match(inJapanese.out, /^focus があったため/m);
  });

  it("does not pass over an empty folder in silence", async () => {
    const { code, errors } = await torikime(folderOf({ "desk.sla": desk }), ["test"]);
    assert.equal(code, 2);
    assert.match(errors, /so nothing was looked at/);
  });

  it("gives results as JSON, as the schema says", async () => {
    const files = {
      "desk.sla": desk,
      "a.scenarios.yaml": mixed,
      "b.scenarios.yaml": mixed.replace("handler", "handlr"),
      "c.scenarios.yaml": "[",
      "d.scenarios.yaml": new Uint8Array([0xff]),
    };
    const { out } = await torikime(folderOf(files), ["test", "--format", "json", "--coverage"]);
    const written: unknown = JSON.parse(out);
    assert.deepEqual(schemaErrors(schema, written), []);
    assert.match(out, /"counts": \{\s+"passed": 2,\s+"failed": 1,\s+"skipped": 2,\s+"broken": 1\s+\}/);
    // The one clause is reached by the three scenarios that were run.
    assert.match(
      out,
      /"percent": 100,\s+"reached": 1,\s+"total": 1,[^[]*\[\s+\{\s+"kind": "clause",\s+"id": "desk.questions",\s+"hits": 3/,
    );
    assert.match(out, /"file": "d.scenarios.yaml",\s+"trouble": "not UTF-8",\s+"detail": "byte 0"/);
  });
});

describe("torikime test --coverage", () => {
  const promises = `${desk}request favour { hours: number }
agreement favours between Sales and Desk {
  commit favours: favour by Sales {
    may when hours <= 1
    never when hours > 1 because "somebody has to pay for it"
  }
}
`;
  const one = `scenarios:
  - name: a small one
    request: { kind: favour, hours: 1, at: 2026-08-24T10:00, asker: Sales }
    expect: { commitment: may }
`;
  // There are two clauses and two verdict lines, of which the clause `favours` and its `may` are reached: 2 of 4.
  const files = { "desk.sla": promises, "a.scenarios.yaml": one };

  it("names the places that no scenario comes to, after the results", async () => {
    const { code, out } = await torikime(folderOf(files), ["test", "--coverage"]);
    assert.equal(code, 0);
    assert.equal(
      out.slice(out.indexOf("Coverage")),
      `Coverage: 50% (2 of 4 reached).
  clauses 1/2, verdict lines 1/2

No scenario comes to:
  clause   desk.questions         desk.sla:15:10
  verdict  favours.favours.never  desk.sla:24:5
`,
    );
  });

  it("says the same in Japanese", async () => {
    const { out } = await torikime(folderOf(files), ["test", "--coverage", "--locale", "ja"]);
    assert.match(out, /^網羅：50%（4 件中 2 件）。\n {2}条項 1\/2、可否の行 1\/2$/m);
    assert.match(out, /^どのシナリオも通らないもの：\n {2}条項 {2}desk\.questions/m);
  });

  it("fails below the threshold, and not at it", async () => {
    const folder = folderOf(files);
    const below = await torikime(folder, ["test", "--coverage-threshold", "50.1"]);
    assert.equal(below.code, 1);
    assert.match(below.out, /^That is below the threshold of 50\.1%/m);
    assert.equal((await torikime(folder, ["test", "--coverage-threshold", "50%"])).code, 0);
    const wrong = await torikime(folder, ["test", "--coverage-threshold", "most"]);
    assert.equal(wrong.code, 2);
    assert.match(wrong.errors, /--coverage-threshold needs a percentage from 0 to 100, not 'most'/);
    const negative = await torikime(folder, ["test", "--coverage-threshold", "-1"]);
    assert.match(negative.errors, /needs a percentage from 0 to 100, not '-1'/);
  });

  it("writes LCOV", async () => {
    const folder = folderOf(files);
    const { code } = await torikime(folder, ["test", "--coverage-lcov", "lcov.info"]);
    assert.equal(code, 0);
    assert.equal(
      fs.readFileSync(path.join(folder, "lcov.info"), "utf8"),
      `TN:
SF:desk.sla
FN:15,desk.questions
FN:22,favours.favours
FNDA:0,desk.questions
FNDA:1,favours.favours
FNF:2
FNH:1
DA:15,0
DA:22,1
DA:23,1
DA:24,0
LF:4
LH:2
end_of_record
`,
    );
    const nowhere = await torikime(folder, ["test", "--coverage-lcov", "no/such/lcov.info"]);
    assert.equal(nowhere.code, 2);
    assert.match(nowhere.errors, /no\/such\/lcov\.info: its folder does not exist, so the coverage/);
  });
});

import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { Ajv, type AnySchemaObject } from "ajv";
import { parse } from "yaml";
import { expectKeys } from "../../../server/core/scenarios/expectKeys.ts";
import { requestKeys } from "../../../server/core/scenarios/requestKeys.ts";

const scenarios = schemaIn("scenarios");
const settings = schemaIn("torikime");

describe("the JSON Schema of scenario files", () => {
  for (const file of filesBelow("samples", ".scenarios.yaml")) {
    it(`accepts ${file}`, () => assert.deepEqual(errorsIn(scenarios, fs.readFileSync(file, "utf8")), []));
  }

  it("accepts every way to write a scenario", () => {
    const text = `
defaults: { asker: Sales, zone: Asia/Tokyo }
scenarios:
  - name: a
    focus: yes
    request: { kind: discount, at: 2026-08-24T10:00, rate: 8%, customer: none, hours: 3, empty: }
    expect:
      commitment: may
      commitment phone_cover: never
      commitment decided by: discounts.may
      redirect: [email, portal]
      handler: none
      provisional: no
      needs: severity
      needs urgent: { respond by: 2026-08-24T11:00 }
      lost: { discounts.ask: rate > 10%, acme: }
  - name: b
    matrix: { request.at: [2026-08-24T10:00], request.rate: [8%], expect.redirect: [[email]], expect.commitment x: [may] }
    request: { kind: discount }
    expect: { lost: [acme] }
  - name: c
    skip: waiting for Finance
`;
    assert.deepEqual(errorsIn(scenarios, text), []);
  });

  for (const [text, wanted] of [
    ["scenarios: [{ nam: a }]", "/scenarios/0 must NOT have additional properties"],
    ["defaults: { askr: Sales }\nscenarios: []", "/defaults must NOT have additional properties"],
    ["scenarios: [{ expect: { outcom: handled } }]", "/scenarios/0/expect must NOT have additional properties"],
    [
      "scenarios: [{ expect: { outcome: hanlded } }]",
      "/scenarios/0/expect/outcome must be equal to one of the allowed values",
    ],
    [
      "scenarios: [{ expect: { commitment x: sure } }]",
      "/scenarios/0/expect/commitment x must be equal to one of the allowed values",
    ],
    [
      "scenarios: [{ expect: { needs x: { outcom: a } } }]",
      "/scenarios/0/expect/needs x must NOT have additional properties",
    ],
    ["scenarios: [{ matrix: { rate: [1] } }]", "/scenarios/0/matrix must NOT have additional properties"],
    ["scenarios: [{ matrix: { request.rate: 1 } }]", "/scenarios/0/matrix/request.rate must be array"],
    ["defaults: {}", " must have required property 'scenarios'"],
  ] as const) {
    it(`finds what is wrong with ${text}`, () => assert.deepEqual(errorsIn(scenarios, text), [wanted]));
  }

  it("describes every key of a request and of an expectation", () => {
    const { request, expect } = scenarios.definitions;
    for (const { key, doc } of requestKeys) assert.equal(request.properties[key].description, doc.en);
    for (const { key, doc } of expectKeys) assert.equal(expect.properties[key].description, doc.en);
  });
});

describe("the JSON Schema of settings", () => {
  for (const file of filesBelow("samples", "torikime.yaml")) {
    it(`accepts ${file}`, () => assert.deepEqual(errorsIn(settings, fs.readFileSync(file, "utf8")), []));
  }

  it("accepts every setting, and a file without any", () => {
    const text = `
locale: ja
files: ["teams/**/*.sla"]
today: 2026-08-24
checks: { single-person: off }
limits: { longest exception: 14 days, shortest handover: 28 days, renewals: 1 }
holidays: { Japan: { extra: [2026-08-14], removed: 2026-08-11 } }
`;
    assert.deepEqual(errorsIn(settings, text), []);
    assert.deepEqual(errorsIn(settings, "# nothing yet\n"), []);
  });

  for (const [text, wanted] of [
    ["local: ja", " must NOT have additional properties"],
    ["locale: de", "/locale must be equal to one of the allowed values"],
    ["checks: { single-handlr: off }", "/checks must NOT have additional properties"],
    ["checks: { single-person: loud }", "/checks/single-person must be equal to one of the allowed values"],
    ["limits: { longest exception: a while }", '/limits/longest exception must match pattern "^\\d{1,5} *days?$"'],
    ["holidays: { Japan: { more: [] } }", "/holidays/Japan must NOT have additional properties"],
  ] as const) {
    it(`finds what is wrong with ${text}`, () => assert.deepEqual(errorsIn(settings, text), [wanted]));
  }
});

function schemaIn(name: string): AnySchemaObject {
  return JSON.parse(fs.readFileSync(path.join("docs/schemas", `${name}.schema.json`), "utf8"));
}

function errorsIn(schema: AnySchemaObject, text: string): readonly string[] {
  const validate = new Ajv({
    allErrors: true,
    strict: true,
    strictTypes: false,
    allowMatchingProperties: true,
  }).compile(schema);
  const value: unknown = parse(text);
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ""}`);
}

function filesBelow(folder: string, ending: string): readonly string[] {
  const files = fs.readdirSync(folder, { recursive: true }).map(String);
  return files.filter((file) => file.endsWith(ending)).map((file) => path.join(folder, file));
}

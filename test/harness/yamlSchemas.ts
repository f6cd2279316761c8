/** JSON Schemas of the YAML files that people write, made from the tables that read them (draft-07: what YAML editors know best). */
import { allChecks } from "../../server/core/checks/all.ts";
import { summaryOf } from "../../server/core/checks/catalogue.ts";
import { argumentKeys } from "../../server/core/scenarios/argumentKeys.ts";
import { expectKeys, verdictWords } from "../../server/core/scenarios/expectKeys.ts";
import type { Shape, Takes } from "../../server/core/scenarios/judge.ts";
import { lostBecause } from "../../server/core/scenarios/lost.ts";
import { requestKeys } from "../../server/core/scenarios/requestKeys.ts";
import { type DocumentedKey, scenarioFileKeys, scenarioKeys } from "../../server/core/scenarios/scenarioKeys.ts";
import {
  holidayKeys,
  limitKeys,
  localeWords,
  settingKeys,
  severityWords,
} from "../../server/core/scenarios/settingKeys.ts";
import { stepKeys } from "../../server/core/scenarios/steps.ts";

/** A part of a JSON Schema. */
export type SchemaPart = Readonly<Record<string, unknown>>;

/** The schema of `*.scenarios.yaml`. */
export function scenariosSchema(): SchemaPart {
  const values: Readonly<Record<(typeof scenarioFileKeys)[number]["key"], SchemaPart>> = {
    defaults: { ...objectOf(requestProperties()), type: ["object", "null"] },
    scenarios: { type: "array", items: { $ref: "#/definitions/scenario" } },
  };
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Torikime scenarios",
    description: "Sample requests, and what the agreements have to answer. Run them with `torikime test`.",
    ...objectOf(documented(scenarioFileKeys, values)),
    required: ["scenarios"],
    definitions: { scalar, scenario: scenarioPart(), request: requestPart(), expect: expectPart() },
  };
}

/** The schema of `torikime.yaml`. */
export function settingsSchema(): SchemaPart {
  const values: Readonly<Record<(typeof settingKeys)[number]["key"], SchemaPart>> = {
    files: { type: ["array", "string"], items: { type: "string" } },
    locale: { enum: localeWords },
    checks: { ...objectOf(checkProperties()), type: ["object", "null"] },
    limits: { ...objectOf(documented(limitKeys, limitParts)), type: ["object", "null"] },
    holidays: { type: ["object", "null"], additionalProperties: objectOf(documented(holidayKeys, holidayParts)) },
    today: date,
  };
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Torikime settings",
    description: "What `torikime.yaml` says of the agreements beside it. All of it is optional.",
    ...objectOf(documented(settingKeys, values)),
    type: ["object", "null"],
  };
}

const scalar: SchemaPart = { type: ["string", "number", "boolean", "null"] };
const some: SchemaPart = { $ref: "#/definitions/scalar" };
const date: SchemaPart = { type: "string", pattern: "^\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}$" };
const days: SchemaPart = { type: "string", pattern: "^\\d{1,5} *days?$" };
const limitParts = { "longest exception": days, "shortest handover": days, renewals: { type: "integer", minimum: 0 } };
const dates: SchemaPart = { type: ["array", "string", "null"], items: date };
const holidayParts = { extra: dates, removed: dates };

function objectOf(properties: SchemaPart): SchemaPart {
  return { type: "object", additionalProperties: false, properties };
}

function documented<Key extends string>(
  keys: readonly DocumentedKey<Key>[],
  values: Readonly<Record<Key, SchemaPart>>,
): SchemaPart {
  return Object.fromEntries(keys.map(({ key, doc }) => [key, { description: doc.en, ...values[key] }]));
}

function scenarioPart(): SchemaPart {
  const values: Readonly<Record<(typeof scenarioKeys)[number]["key"], SchemaPart>> = {
    name: some,
    request: { $ref: "#/definitions/request" },
    expect: { $ref: "#/definitions/expect" },
    matrix: matrixPart(),
    zone: { type: "string" },
    skip: { type: ["string", "boolean"] },
    focus: yesOrNo,
  };
  return objectOf(documented(scenarioKeys, values));
}

const yesOrNo: SchemaPart = { enum: ["yes", "no", true, false] };

function requestProperties(): SchemaPart {
  return Object.fromEntries(requestKeys.map(({ key, doc }) => [key, { description: doc.en }]));
}

/** The kind's own fields stand beside the keys of every request, and no schema knows them. */
function requestPart(): SchemaPart {
  return { type: ["object", "null"], properties: requestProperties(), additionalProperties: some };
}

// expect --------------------------------------------------------------------------------------------------------------

/** Keys that are documented where no argument follows, such as `commitment decided by`, are no kinds. */
const plainKeys = expectKeys.map(({ key }) => key);

function expectPart(): SchemaPart {
  return {
    type: ["object", "null"],
    additionalProperties: false,
    properties: expectProperties(""),
    patternProperties: argumentPatterns(""),
  };
}

function expectProperties(prefix: string): SchemaPart {
  const plain = expectKeys.map(({ key, doc, shape }) => [prefix + key, { description: doc.en, ...shapePart(shape) }]);
  const bare = argumentKeys.filter(({ argument }) => argument === "");
  const others = bare.map(({ key, doc }) => [prefix + key, { description: doc.en, ...argumentPart(key) }]);
  return Object.fromEntries([...plain, ...others]);
}

function argumentPatterns(prefix: string): SchemaPart {
  const taking = argumentKeys.filter(({ argument }) => argument !== "");
  return Object.fromEntries(
    taking.map(({ key, doc }) => {
      const taken = plainKeys.filter((each) => each.startsWith(`${key} `)).map((each) => each.slice(key.length + 1));
      const others = taken.length > 0 ? `(?!(?:${taken.join("|")})$)` : "";
      return [`^${prefix}${key} ${others}.+$`, { description: doc.en, ...argumentPart(key) }];
    }),
  );
}

function argumentPart(key: string): SchemaPart {
  switch (key) {
    case "commitment":
      return { enum: verdictWords };
    case "needs":
      return { $ref: "#/definitions/expect" };
    case "lost":
      return lostPart;
    case "step":
      return stepPart();
    default:
      return {};
  }
}

function stepPart(): SchemaPart {
  return objectOf(
    Object.fromEntries(stepKeys.map(({ key, doc, shape }) => [key, { description: doc.en, ...shapePart(shape("")) }])),
  );
}

const lostPart: SchemaPart = {
  type: ["object", "array", "string"],
  items: { type: "string" },
  additionalProperties: {
    type: ["string", "null"],
    description: `The first condition that failed, as the agreement has it, or one of: ${lostBecause.join(", ")}.`,
  },
};

function shapePart({ takes, list }: Shape): SchemaPart {
  const one = takesPart(takes);
  return list ? { anyOf: [one, { type: "array", items: one }] } : one;
}

function takesPart(takes: Takes): SchemaPart {
  switch (takes.kind) {
    case "words":
      return { enum: takes.words };
    case "truth":
      return yesOrNo;
    case "names":
    case "field":
    case "step":
    case "moment":
    case "text":
    case "decider":
    case "surcharge":
      return some;
    default:
      return takes satisfies never;
  }
}

/** Each key a list with a value for each row. */
function matrixPart(): SchemaPart {
  const column = (part: SchemaPart): SchemaPart => {
    const { description, ...item } = part;
    return { ...(description === undefined ? {} : { description }), type: "array", minItems: 1, items: item };
  };
  const expected = Object.entries(expectProperties("expect.")).map(([key, part]) => [key, column(asPart(part))]);
  const requested = requestKeys.map(({ key, doc }) => [`request.${key}`, column({ description: doc.en })]);
  return {
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries([...requested, ...expected]),
    patternProperties: Object.fromEntries([
      ["^request\\..+$", column({})],
      ...Object.entries(argumentPatterns("expect\\.")).map(([key, part]) => [key, column(asPart(part))]),
    ]),
  };
}

function asPart(part: unknown): SchemaPart {
  return typeof part === "object" && part !== null ? { ...part } : {};
}

function checkProperties(): SchemaPart {
  return Object.fromEntries(
    allChecks.map((check) => [
      check.name,
      { description: `${check.code} (${check.severity}): ${summaryOf(check, "en")}`, enum: severityWords },
    ]),
  );
}

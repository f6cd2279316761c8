import { allChecks } from "../../checks/all.ts";
import { summaryOf } from "../../checks/catalogue.ts";
import type { CommitClause, Field, FieldType, HandleClause, Model, Space } from "../../model/model.ts";
import { argumentKeys } from "../../scenarios/argumentKeys.ts";
import { decidersIn } from "../../scenarios/deciders.ts";
import { expectKeys, verdictWords } from "../../scenarios/expectKeys.ts";
import type { Shape, Takes } from "../../scenarios/judge.ts";
import { requestKeys } from "../../scenarios/requestKeys.ts";
import { type DocumentedKey, scenarioFileKeys, scenarioKeys } from "../../scenarios/scenarioKeys.ts";
import { holidayKeys, limitKeys, localeWords, settingKeys, severityWords } from "../../scenarios/settingKeys.ts";
import { stepNames } from "../../scenarios/stepNames.ts";
import { stepKeys } from "../../scenarios/steps.ts";
import type { Localized } from "../../text/localized.ts";
import { declaredType } from "../words.ts";

/** What may stand at a place of a YAML file. */
export type YamlShape =
  /** `rest`: what stands for keys that no list can name. */
  | { readonly kind: "map"; readonly keys: readonly YamlKey[]; readonly rest?: YamlShape }
  | { readonly kind: "list"; readonly item: YamlShape }
  /** `isList`: a list of such values may stand here too. */
  | { readonly kind: "value"; readonly takes: YamlTakes; readonly isList: boolean };

/** A key of a mapping, what is said about it, and what stands for it. */
export interface YamlKey {
  readonly key: string;
  readonly doc: Localized | undefined;
  readonly shape: YamlShape;
  /** The code of a check, or the type of a field. */
  readonly detail?: string;
}

/** Which values may be written; `name`: one of the model's, or `none` where that says something. */
export type YamlTakes =
  | Exclude<Takes, { readonly kind: "names" }>
  | { readonly kind: "name"; readonly spaces: readonly Space[]; readonly orNone: boolean }
  | { readonly kind: "type"; readonly type: FieldType }
  | { readonly kind: "lost"; readonly id: string }
  | { readonly kind: "zone" | "day" };

/** The shape of a scenario file where the scenario that the cursor is in asks for a kind of request, if it does yet. */
export function scenarioFileShape(model: Model, kind: string | undefined): YamlShape {
  const fields = kind === undefined ? [] : (model.kinds.get(kind)?.fields ?? []);
  const request = [...requestShapes(), ...fields.map(fieldKey)];
  const expect = expectShapes(model, fields);
  const scenario: Readonly<Record<(typeof scenarioKeys)[number]["key"], YamlShape>> = {
    name: text,
    request: map(request),
    expect: map(expect),
    matrix: map([...columns("request.", request), ...columns("expect.", expect)]),
    zone: value({ kind: "zone" }),
    skip: text,
    focus: value({ kind: "truth" }),
  };
  const file: Readonly<Record<(typeof scenarioFileKeys)[number]["key"], YamlShape>> = {
    defaults: map(requestShapes()),
    scenarios: { kind: "list", item: map(shaped(scenarioKeys, scenario)) },
  };
  return map(shaped(scenarioFileKeys, file));
}

/** The shape of `torikime.yaml`. */
export function settingsShape(model: Model): YamlShape {
  const severity = words(severityWords);
  const checks = allChecks.map((check): YamlKey => {
    const doc = { en: summaryOf(check, "en"), ja: summaryOf(check, "ja") };
    return { key: check.name, doc, shape: severity, detail: `${check.code}, ${check.severity}` };
  });
  const days = value({ kind: "day" }, true);
  const region = map(shaped(holidayKeys, { extra: days, removed: days }));
  const limits = shaped(limitKeys, { "longest exception": text, "shortest handover": text, renewals: text });
  const settings: Readonly<Record<(typeof settingKeys)[number]["key"], YamlShape>> = {
    files: value({ kind: "text" }, true),
    locale: words(localeWords),
    checks: map(checks),
    limits: map(limits),
    holidays: {
      kind: "map",
      keys: regionsIn(model).map((key) => ({ key, doc: undefined, shape: region })),
      rest: region,
    },
    today: value({ kind: "day" }),
  };
  return map(shaped(settingKeys, settings));
}

/** The key of a mapping; where none is listed one that takes an argument, such as `needs` of a value that no list knows. */
export function keyNamed(
  { keys, rest }: Extract<YamlShape, { readonly kind: "map" }>,
  written: string,
): YamlKey | undefined {
  const exact = keys.find(({ key }) => key === written);
  if (exact) return exact;
  if (rest) return { key: written, doc: undefined, shape: rest };
  const [first = ""] = written.replace(/^expect\./, "").split(" ");
  const taking = argumentKeys.find(({ key, argument }) => key === first && argument !== "");
  return taking && { key: written, doc: taking.doc, shape: text };
}

const text = value({ kind: "text" });

// Countries whose names one would look for; any other may be written too.
const regions = ["Japan", "US", "Germany", "France", "United Kingdom", "China", "South Korea", "Taiwan", "Singapore"];

/** The regions whose holidays calendars close on, then others. */
function regionsIn({ calendars }: Model): readonly string[] {
  const rules = [...calendars.values()].flatMap((calendar) => calendar.rules);
  const named = rules.flatMap(({ days }) => (days.kind === "holidays" ? [days.region] : []));
  return [...new Set([...named, ...regions])];
}

function map(keys: readonly YamlKey[]): YamlShape {
  return { kind: "map", keys };
}

function value(takes: YamlTakes, isList = false): YamlShape {
  return { kind: "value", takes, isList };
}

function words(list: readonly string[]): YamlShape {
  return value({ kind: "words", words: list });
}

function shaped<Key extends string>(
  keys: readonly DocumentedKey<Key>[],
  shapes: Readonly<Record<Key, YamlShape>>,
): readonly YamlKey[] {
  return keys.map(({ key, doc }) => ({ key, doc, shape: shapes[key] }));
}

// requests ------------------------------------------------------------------------------------------------------------

function requestShapes(): readonly YamlKey[] {
  const name = (spaces: readonly Space[], orNone = true) => value({ kind: "name", spaces, orNone });
  const shapes: Readonly<Record<string, YamlShape>> = {
    kind: name(["request"], false),
    at: value({ kind: "moment" }),
    zone: value({ kind: "zone" }),
    channel: name(["channel"]),
    customer: name(["customer"]),
    asker: name(["team", "person"]),
    to: name(["person", "team"]),
  };
  return requestKeys.map(({ key, doc }) => ({ key, doc, shape: shapes[key] ?? text }));
}

function fieldKey({ name, type, doc }: Field): YamlKey {
  return {
    key: name,
    doc: doc === undefined ? undefined : { en: doc, ja: doc },
    shape: value({ kind: "type", type }),
    detail: declaredType(type),
  };
}

/** Keys of a matrix: each a list of what the key takes. */
function columns(prefix: string, keys: readonly YamlKey[]): readonly YamlKey[] {
  return keys
    .filter(({ shape }) => shape.kind === "value")
    .map((each) => ({ ...each, key: prefix + each.key, shape: { kind: "list", item: each.shape } }));
}

// expect --------------------------------------------------------------------------------------------------------------

function expectShapes(model: Model, fields: readonly Field[]): readonly YamlKey[] {
  const plain = expectKeys.map(({ key, doc, shape }) => ({ key, doc, shape: shapeOf(shape) }));
  const values = fields.flatMap(({ type }) => (type.kind === "enum" ? type.values : []));
  const taking = argumentKeys.flatMap(({ key, argument, doc }): readonly YamlKey[] => {
    switch (key) {
      case "commitment": {
        const kinds = argument === "" ? [""] : promisedKinds(model).map((kind) => ` ${kind}`);
        return kinds.map((kind) => ({ key: key + kind, doc, shape: words(verdictWords) }));
      }
      case "needs":
        return values.map((each) => ({ key: `${key} ${each}`, doc, shape: map(plain) }));
      case "lost":
        return [{ key, doc, shape: map(decidersIn(model).map(lostKey)) }];
      case "step":
        return [...stepNames(model)].map((step) => ({ key: `${key} ${step}`, doc, shape: stepShape(step) }));
      default:
        return [];
    }
  });
  return [...plain, ...taking];
}

function stepShape(step: string): YamlShape {
  return map(stepKeys.map(({ key, doc, shape }) => ({ key, doc, shape: shapeOf(shape(step)) })));
}

function shapeOf({ takes, list }: Shape): YamlShape {
  return value(takes.kind === "names" ? { kind: "name", spaces: takes.spaces, orNone: true } : takes, list);
}

function lostKey(id: string): YamlKey {
  return { key: id, doc: undefined, shape: value({ kind: "lost", id }) };
}

function promisedKinds(model: Model): readonly string[] {
  const clauses: readonly (HandleClause | CommitClause)[] = [...model.clauses.values()];
  return [...new Set(clauses.flatMap(({ kind, kinds }) => (kind === "commit" ? kinds : [])))];
}

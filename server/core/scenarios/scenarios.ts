import type { Span } from "../syntax/tree.ts";
import { nearest } from "../text/nearest.ts";
import { messages } from "./messages.ts";
import { type Problem, problemAt } from "./problem.ts";
import { requestKeys } from "./requestKeys.ts";
import { type DocumentedKey, scenarioFileKeys, scenarioKeys } from "./scenarioKeys.ts";
import { truthOf } from "./truth.ts";
import { entryOf, readYaml, type YamlEntry, type YamlMap, type YamlNode } from "./yaml.ts";

/** A scenario as written, or one row of its matrix; the span is that of its name. */
export interface Scenario extends Span {
  /** With the row's values of a matrix in parentheses. */
  readonly name: string;
  /** Defaults included. */
  readonly request: readonly YamlEntry[];
  readonly expect: readonly YamlEntry[];
  /** The whole scenario in the file. */
  readonly whole: Span;
  /** Why it is not run; undefined: it is. */
  readonly skip: string | undefined;
  /** Where it has `focus: yes`; undefined: it has none. */
  readonly focus: Span | undefined;
}

/** The scenarios of a file, before any model is asked. */
export interface ScenarioFile {
  readonly scenarios: readonly Scenario[];
  readonly problems: readonly Problem[];
  /** What is understood, and had better not stay so: scenarios in focus. */
  readonly warnings: readonly Problem[];
}

/** Reads a scenario file; whatever cannot be understood is a problem. */
export function readScenarios(text: string): ScenarioFile {
  const yaml = readYaml(text);
  const problems: Problem[] = [...yaml.problems];
  const scenarios = yaml.documents.flatMap((document) => scenariosOf(document, problems));
  if (scenarios.length === 0 && problems.length === 0)
    problems.push(problemAt({ start: 0, end: 0 }, messages.noScenarios()));
  return { scenarios, problems, warnings: warningsOf(scenarios) };
}

/** One for each `focus`, however many rows its scenario has. */
function warningsOf(scenarios: readonly Scenario[]): readonly Problem[] {
  const places = new Map(scenarios.flatMap(({ focus }) => (focus ? [[focus.start, focus] as const] : [])));
  return [...places.values()].map((place) => problemAt(place, messages.inFocus(), "focus"));
}

/** Reports the keys of a mapping that are not in a table of keys. */
export function reportUnknownKeys(map: YamlMap, known: readonly DocumentedKey<string>[], problems: Problem[]): void {
  const names = known.map((each) => each.key);
  for (const { key } of map.entries) {
    if (names.includes(key.text)) continue;
    problems.push(problemAt(key, messages.unknownKey(key.text, nearest(key.text, names), names), key.text));
  }
}

function scenariosOf(document: YamlNode, problems: Problem[]): readonly Scenario[] {
  if (document.kind !== "map") {
    problems.push(problemAt(document, messages.noScenarios()));
    return [];
  }
  reportUnknownKeys(document, scenarioFileKeys, problems);
  const defaults = knownDefaults(mapEntries(document, "defaults", problems), problems);
  const list = entryOf(document, "scenarios")?.value;
  if (list?.kind !== "list") {
    problems.push(problemAt(list ?? document, list ? messages.notAList("scenarios") : messages.noScenarios()));
    return [];
  }
  return list.items.flatMap((node, index) => scenarioRows(node, index, defaults, problems));
}

/** The defaults that are keys of every request; another is reported once, and not laid under the scenarios. */
function knownDefaults(defaults: readonly YamlEntry[], problems: Problem[]): readonly YamlEntry[] {
  const names = requestKeys.map((each): string => each.key);
  return defaults.filter(({ key }) => {
    const isKnown = names.includes(key.text);
    if (!isKnown)
      problems.push(problemAt(key, messages.unknownKey(key.text, nearest(key.text, names), names), key.text));
    return isKnown;
  });
}

function scenarioRows(
  node: YamlNode,
  index: number,
  defaults: readonly YamlEntry[],
  problems: Problem[],
): readonly Scenario[] {
  if (node.kind !== "map") {
    problems.push(problemAt(node, messages.notAMapping(`scenarios[${index}]`)));
    return [];
  }
  reportUnknownKeys(node, scenarioKeys, problems);
  const base = scenarioBase(node, index, defaults, problems);
  const matrix = entryOf(node, "matrix");
  const rows = matrix ? matrixRows(matrix, problems) : [[]];
  const scenarios = rows.map((row, index) => scenarioOfRow(base, row, index));
  const half = scenarios.find((scenario) => !isWhole(scenario));
  if (half) reportHalf(half, problems);
  return scenarios.filter(isWhole);
}

function scenarioBase(map: YamlMap, index: number, defaults: readonly YamlEntry[], problems: Problem[]): Scenario {
  const name = entryOf(map, "name")?.value;
  const place = name?.kind === "scalar" ? name : { start: map.start, end: map.start };
  const zone = map.entries.filter((entry) => entry.key.text === "zone");
  return {
    name: name?.kind === "scalar" ? name.text : `scenario ${index + 1}`,
    request: laidOver(laidOver(defaults, zone), mapEntries(map, "request", problems)),
    expect: mapEntries(map, "expect", problems),
    whole: { start: map.start, end: map.end },
    skip: readSkip(map, problems),
    focus: readFocus(map, problems),
    start: place.start,
    end: place.end,
  };
}

function scenarioOfRow(base: Scenario, row: readonly YamlEntry[], index: number): Scenario {
  if (row.length === 0) return base;
  const request = rowPart(row, "request.");
  const values = request.map((entry) => (entry.value.kind === "scalar" ? entry.value.text : "none"));
  return {
    ...base,
    name: nameOfRow(base.name, values.length > 0 ? values : [String(index + 1)]),
    request: laidOver(base.request, request),
    expect: laidOver(base.expect, rowPart(row, "expect.")),
  };
}

/** In the brackets of the name's language. */
function nameOfRow(name: string, values: readonly string[]): string {
  return /[\u3041-\u9fff]$/.test(name) ? `${name}（${values.join("、")}）` : `${name} (${values.join(", ")})`;
}

/** Whether it asks and expects something; one that is skipped may be half written. */
function isWhole(scenario: Scenario): boolean {
  return scenario.skip !== undefined || (scenario.request.length > 0 && scenario.expect.length > 0);
}

function reportHalf(scenario: Scenario, problems: Problem[]): void {
  if (scenario.request.length === 0) problems.push(problemAt(scenario, messages.missingKey("request"), "request"));
  else problems.push(problemAt(scenario, messages.expectsNothing(), "expect"));
}

function readSkip(map: YamlMap, problems: Problem[]): string | undefined {
  const entry = entryOf(map, "skip");
  if (!entry) return undefined;
  const reason = entry.value.kind === "scalar" ? entry.value.text.trim() : "";
  if (reason === "false" || reason === "no") return undefined;
  if (reason === "" || reason === "true" || reason === "yes") {
    problems.push(problemAt(entry.key, messages.skipWithoutReason(), "skip"));
  }
  return reason;
}

function readFocus(map: YamlMap, problems: Problem[]): Span | undefined {
  const entry = entryOf(map, "focus");
  const value = entry?.value;
  const truth = value?.kind === "scalar" ? truthOf(value.text) : undefined;
  if (value && truth === undefined) {
    problems.push(problemAt(value, messages.notYesOrNo(value.kind === "scalar" ? value.text : ""), "focus"));
  }
  return entry && truth === true ? { start: entry.key.start, end: entry.value.end } : undefined;
}

/** The rows of a matrix, each with one value for every key. */
function matrixRows(matrix: YamlEntry, problems: Problem[]): readonly (readonly YamlEntry[])[] {
  if (matrix.value.kind !== "map") {
    problems.push(problemAt(matrix.key, messages.notAMapping("matrix"), "matrix"));
    return [];
  }
  const columns = matrix.value.entries.flatMap((entry) => matrixColumn(entry, problems));
  const length = columns[0]?.items.length ?? 0;
  if (length === 0) problems.push(problemAt(matrix.key, messages.emptyMatrix(), "matrix"));
  for (const { key, items } of columns) {
    if (items.length !== length)
      problems.push(
        problemAt(key, messages.rowsDiffer(key.text, items.length, columns[0]?.key.text ?? "", length), key.text),
      );
  }
  const rows = Math.min(...columns.map((column) => column.items.length), length);
  return Array.from({ length: rows }, (_, row) =>
    columns.flatMap(({ key, items }) => {
      const value = items[row];
      return value ? [{ key, value }] : [];
    }),
  );
}

function matrixColumn(
  { key, value }: YamlEntry,
  problems: Problem[],
): readonly { readonly key: YamlEntry["key"]; readonly items: readonly YamlNode[] }[] {
  if (!/^(request|expect)\./.test(key.text)) {
    problems.push(problemAt(key, messages.unknownKey(key.text, `request.${key.text}`, []), key.text));
    return [];
  }
  if (value.kind === "list") return [{ key, items: value.items }];
  problems.push(problemAt(value, messages.notAList(key.text), key.text));
  return [];
}

/** The entries of a row that begin with a prefix, without it; their spans stay those of the whole key. */
function rowPart(row: readonly YamlEntry[], prefix: string): readonly YamlEntry[] {
  return row
    .filter((entry) => entry.key.text.startsWith(prefix))
    .map((entry) => ({ key: { ...entry.key, text: entry.key.text.slice(prefix.length) }, value: entry.value }));
}

function laidOver(below: readonly YamlEntry[], above: readonly YamlEntry[]): readonly YamlEntry[] {
  const stated = new Set(above.map((entry) => entry.key.text));
  return [...below.filter((entry) => !stated.has(entry.key.text)), ...above];
}

function mapEntries(map: YamlMap, key: string, problems: Problem[]): readonly YamlEntry[] {
  const entry = entryOf(map, key);
  if (!entry || entry.value.kind === "nothing") return [];
  if (entry.value.kind === "map") return entry.value.entries;
  problems.push(problemAt(entry.value, messages.notAMapping(key), key));
  return [];
}

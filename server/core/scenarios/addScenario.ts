/** Writes one more scenario into a scenario file, or the first one into a new file. */
import type { Edit } from "../text/edit.ts";
import { entryOf, readYaml, type YamlMap, type YamlNode } from "./yaml.ts";

/** A scenario to be written: a request by its keys, what is expected of it, and a line of comment above that. */
export interface NewScenario {
  readonly name: string;
  readonly request: Readonly<Record<string, string>>;
  readonly expect: Readonly<Record<string, string>>;
  readonly comment: string;
}

/** The edit that adds a scenario at the end of a file; undefined where the file is laid out so that nothing can be added simply. */
export function addScenario(text: string, scenario: NewScenario): Edit | undefined {
  if (text.trim() === "") return { start: 0, end: text.length, newText: `scenarios:\n${written(scenario, "  ", [])}` };
  const { documents, problems } = readYaml(text);
  const [document] = documents;
  if (problems.length > 0 || documents.length !== 1 || document?.kind !== "map") return undefined;
  const list = entryOf(document, "scenarios")?.value;
  const last = list?.kind === "list" ? list.items.at(-1) : undefined;
  const indent = last && indentOf(text, last);
  if (!last || indent === undefined) return undefined;
  const at = endOfLine(text, last);
  const lines = written(scenario, indent, defaultsOf(document));
  return { start: at, end: at, newText: `${text.slice(0, at).endsWith("\n") ? "" : "\n"}\n${lines}` };
}

/** Keys that every scenario of the file has, unless it takes them back. */
function defaultsOf(document: YamlMap): readonly string[] {
  const defaults = entryOf(document, "defaults")?.value;
  return defaults?.kind === "map" ? defaults.entries.map(({ key }) => key.text) : [];
}

/** The space before the dash of a list's item; undefined where the list is written in brackets. */
function indentOf(text: string, item: YamlNode): string | undefined {
  const line = text.slice(text.lastIndexOf("\n", item.start - 1) + 1, item.start);
  return /^([ ]*)-[ ]+$/.exec(line)?.[1];
}

/** Behind the last line that has something of a node, with its line break. */
function endOfLine(text: string, { end }: YamlNode): number {
  const content = text.slice(0, end).trimEnd().length;
  const next = text.indexOf("\n", content);
  return next < 0 ? text.length : next + 1;
}

function written({ name, request, expect, comment }: NewScenario, indent: string, defaults: readonly string[]): string {
  const taken = defaults.filter((key) => !Object.hasOwn(request, key) && key !== "zone" && key !== "at");
  const asked = [...Object.entries(request), ...taken.map((key) => [key, "none"] as const)];
  return [
    `${indent}- name: ${scalar(name)}`,
    `${indent}  request: ${mapping(asked)}`,
    `${indent}  # ${comment}`,
    `${indent}  expect: ${mapping(Object.entries(expect))}`,
    "",
  ].join("\n");
}

function mapping(entries: readonly (readonly [string, string])[]): string {
  return `{ ${entries.map(([key, value]) => `${scalar(key)}: ${scalar(value)}`).join(", ")} }`;
}

/** As it is, where YAML reads just that. */
function scalar(value: string): string {
  return plain.test(value) && !/:\s|\s#|:$/.test(value) ? value : JSON.stringify(value);
}

const plain = /^[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_ %:.+・-]*[\p{L}\p{M}\p{N}_%+])?$/u;

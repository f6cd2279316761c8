import { messages } from "./messages.ts";
import { type Problem, problemAt } from "./problem.ts";
import { readYaml, type YamlNode, type YamlText } from "./yaml.ts";

/** Reads YAML, JSON, or JSON lines (an object a line, as programs export them); a line that is broken costs only itself. */
export function readYamlOrLines(text: string): YamlText {
  const lines = jsonLinesOf(text);
  if (lines.length < 2) return readYaml(text);
  const documents: YamlNode[] = [];
  const problems: Problem[] = [];
  for (const { text: line, start } of lines) {
    const read = readYaml(line);
    const other = read.documents.find(({ kind }) => kind !== "map");
    if (!other) documents.push(...read.documents.map((node) => moved(node, start)));
    const broken = read.problems[0] ?? other;
    if (broken) problems.push(problemAt(movedSpan(broken, start), messages.brokenLine()));
  }
  return { documents, problems };
}

interface Line {
  readonly text: string;
  readonly start: number;
}

/** The lines that are not empty, where the first or two of them are an object each and nothing parts documents: no YAML looks so. */
function jsonLinesOf(text: string): readonly Line[] {
  if (/^(?:---|\.\.\.)/m.test(text)) return [];
  if (!/^\s*\{.*\}[^\S\n]*(?:\n|$)/.test(text) && !twoObjects.test(text)) return [];
  const lines: Line[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    if (line.trim() !== "") lines.push({ text: line.replace(/\r$/, ""), start });
    start += line.length + 1;
  }
  return lines;
}

const twoObjects = /^\{.*\}[^\S\n]*$[\s\S]*^\{.*\}[^\S\n]*$/m;

function moved(node: YamlNode, by: number): YamlNode {
  switch (node.kind) {
    case "scalar":
    case "nothing":
      return movedSpan(node, by);
    case "list":
      return { ...movedSpan(node, by), items: node.items.map((item) => moved(item, by)) };
    case "map":
      return {
        ...movedSpan(node, by),
        entries: node.entries.map(({ key, value }) => ({ key: movedSpan(key, by), value: moved(value, by) })),
      };
  }
}

function movedSpan<T extends { readonly start: number; readonly end: number }>(what: T, by: number): T {
  return { ...what, start: what.start + by, end: what.end + by };
}

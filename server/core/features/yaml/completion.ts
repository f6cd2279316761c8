import type { Locale } from "../../checks/message.ts";
import { type YamlSpot, yamlCursorAt } from "../../scenarios/yamlSpot.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import type { Completion, Completions } from "../completion/completion.ts";
import { shapeAt } from "./place.ts";
import type { YamlKey } from "./shapes.ts";
import { valuesTaken, type YamlValue } from "./values.ts";

/** What may be written at an offset of a scenario or settings file: keys that are not there yet, and values of the model's. */
export function yamlCompletionsAt(snapshot: Snapshot, path: string, offset: number, locale: Locale): Completions {
  const text = snapshot.text(path) ?? "";
  const spot = yamlCursorAt(text, offset);
  const place = spot && shapeAt(snapshot, path, spot);
  if (!spot || !place) return { replaced: { start: offset, end: offset }, list: [] };
  const { shape, kind } = place;
  const replaced = { start: spot.start, end: spot.end };
  if (shape.kind === "map" && spot.role !== "value") {
    const present = presentKeys(spot);
    const keys = shape.keys.filter(({ key }) => !present.has(key));
    return { replaced, list: keys.map((key, index) => keyCompletion(key, spot, index, locale)) };
  }
  const taking = shape.kind === "list" ? shape.item : shape;
  if (taking.kind !== "value") return { replaced, list: [] };
  const isSingle = shape.kind === "value" || typeof spot.path.at(-1) === "number";
  const values = valuesTaken(taking.takes, snapshot.completionModel, snapshot.today, kind);
  return { replaced, list: isSingle ? values.map((value, index) => valueCompletion(value, spot, index)) : [] };
}

/** The keys of the innermost mapping, without the one that is being written. */
function presentKeys({ role, around }: YamlSpot): ReadonlySet<string> {
  const entries = role === "key" ? (around.at(-1)?.entries ?? []) : [];
  return new Set(entries.map(({ key }) => key.text));
}

function keyCompletion(
  { key, doc, detail, shape }: YamlKey,
  spot: YamlSpot,
  index: number,
  locale: Locale,
): Completion {
  const written = inYaml(key, spot);
  const colon = spot.hasColon || spot.isQuoted ? "" : shape.kind === "map" ? ":" : ": ";
  return {
    label: key,
    kind: "property",
    newText: written + colon,
    isSnippet: false,
    detail,
    doc: doc?.[locale],
    rank: index,
  };
}

function valueCompletion({ text, kind, detail, doc }: YamlValue, spot: YamlSpot, index: number): Completion {
  return { label: text, kind, newText: inYaml(text, spot), isSnippet: false, detail, doc, rank: index };
}

/** A text as YAML takes it: in quotes where it would otherwise mean something else. */
function inYaml(text: string, { isQuoted }: YamlSpot): string {
  if (isQuoted) return text.replace(/["\\]/g, "\\$&");
  const isPlain =
    /^[^\s\-?:,[\]{}#&*!|>'"%@`~][^:#,[\]{}\n]*$/.test(text.replaceAll(/:(?=\S)/g, "")) && text.trim() === text;
  return isPlain && text !== "null" ? text : JSON.stringify(text);
}

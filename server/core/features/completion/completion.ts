import { words } from "../../../../grammar/tokens.ts";
import type { Locale } from "../../checks/message.ts";
import { spaceWords } from "../../checks/words.ts";
import type { Space } from "../../model/model.ts";
import type { Span } from "../../syntax/tree.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { nameInFile } from "../rename.ts";
import { spotAt } from "../spot.ts";
import { completionKindOf, dateFieldsOf, namesSought, type PossibleName } from "./names.ts";
import { type CompletionPlace, completionPlaceAt } from "./place.ts";
import { type Snippet, snippetDates, wholeBlocks } from "./snippets.ts";
import { literalsAt, unitsAt } from "./values.ts";
import { wordsAt } from "./words.ts";
import { writtenNamesAt } from "./written.ts";
import { zonesAt } from "./zones.ts";

/** What a completion stands for. */
export type CompletionKind =
  | "calendar"
  | "channel"
  | "team"
  | "person"
  | "attribute"
  | "request"
  | "field"
  | "value"
  | "agreement"
  | "clause"
  | "exception"
  | "customer"
  | "record"
  | "step"
  | "word"
  | "property"
  | "snippet"
  | "unit"
  | "constant";

/** Something that may be written at the cursor. */
export interface Completion {
  readonly label: string;
  readonly kind: CompletionKind;
  readonly newText: string;
  /** Whether `newText` has the places of a snippet, such as `${1:name}`. */
  readonly isSnippet: boolean;
  /** A few words such as a title: editors show them on one line, and break what is longer within words. */
  readonly detail: string | undefined;
  /** Markdown: sentences, and what a snippet writes. */
  readonly doc: string | undefined;
  /** Lower comes first. */
  readonly rank: number;
}

/** What may be written at the cursor, in the order in which to offer it, and the absolute offsets that it replaces. */
export interface Completions {
  readonly replaced: Span;
  readonly list: readonly Completion[];
}

/** What may be written at an offset; empty inside texts and comments. */
export function completionsAt(snapshot: Snapshot, path: string, offset: number, locale: Locale): Completions {
  const spot = spotAt(snapshot, path, offset);
  const place = spot && completionPlaceAt(spot);
  if (!spot || !place) return { replaced: { start: offset, end: offset }, list: [] };
  const candidates = [
    ...nameCompletions(place, locale),
    ...writtenCompletions(place, locale),
    ...literalsAt(place),
    ...unitsAt(place),
    ...zonesAt(place),
    ...wordCompletions(place, locale),
    ...headCompletions(place, locale),
    ...snippetCompletions(place, locale),
  ];
  const list = [...firstOfEach(candidates)].sort((a, b) => a.rank - b.rank);
  return { replaced: { start: spot.base + place.start, end: offset }, list };
}

function nameCompletions(place: CompletionPlace, locale: Locale): readonly Completion[] {
  const { sought, spot } = place;
  if (/^\s*owe\b.*\bbefore\s+$/.test(place.lineBefore))
    return dateFieldsOf(spot.snapshot.completionModel).map((each) => nameCompletion(each, locale));
  if (!sought) return [];
  const names = namesSought(sought.model, sought)
    .filter(({ name, space }) => !outOfPlace(place, name, space))
    .map((name) => nameCompletion(name, locale));
  if (!sought.spaces.includes("field")) return names;
  const words = isRowOrChecks(place) ? [] : builtIns.map((word) => wordCompletion(word, 15, locale));
  return [...names, ...words];
}

/** In a list of fields that are checked, `customer` and the like say nothing. */
function isRowOrChecks({ lineBefore }: CompletionPlace): boolean {
  return /^\s*step\b.*\bchecks\b/.test(lineBefore);
}

/** A step goes back to one before it; nothing is covered twice. */
function outOfPlace({ lineBefore, sought, spot, start }: CompletionPlace, name: string, space: Space): boolean {
  if (space === "record") return lineBefore.split(/[\s,]+/).includes(name);
  if (space !== "step" || !sought || !/\bback\s+to\s+$/.test(lineBefore)) return false;
  const own = [...spot.item.text.slice(0, start).matchAll(/^\s*step\s+`?([^\s`]+)/gm)].at(-1)?.[1] ?? "";
  const steps = namesSought(sought.model, sought).map((step) => step.name);
  return steps.includes(own) && steps.indexOf(name) >= steps.indexOf(own);
}

function writtenCompletions(place: CompletionPlace, locale: Locale): readonly Completion[] {
  return writtenNamesAt(place).map(({ name, what }) => ({
    label: name,
    kind: "value",
    newText: nameInFile(name),
    isSnippet: false,
    detail: what[locale],
    doc: undefined,
    rank: 10,
  }));
}

const builtIns = ["customer", "asker", "channel"];

function nameCompletion({ name, space, detail, doc }: PossibleName, locale: Locale): Completion {
  const kind = completionKindOf(space);
  const about = detail ?? spaceWords[space][locale];
  return { label: name, kind, newText: nameInFile(name), isSnippet: false, detail: about, doc, rank: 10 };
}

function wordCompletions(place: CompletionPlace, locale: Locale): readonly Completion[] {
  return wordsAt(place).map((text) => wordCompletion(text, 20, locale));
}

function headCompletions(place: CompletionPlace, locale: Locale): readonly Completion[] {
  return place.expected
    .filter(({ kind, text }) => kind === "head" && (repeatable.has(text) || !place.headsPresent.has(text)))
    .map(({ text }) => ({
      ...wordCompletion(text, place.headsPresent.has(text) ? 32 : 30, locale),
      kind: "property",
      newText: `${text} `,
    }));
}

/** Lines that a body can have several of, and declarations. */
const repeatable: ReadonlySet<string> = new Set(
  "open closed reach deputy away via escalate step table case may ask never handle commit guarantee owe records due".split(
    " ",
  ),
);

function wordCompletion(word: string, rank: number, locale: Locale): Completion {
  const help = words.find((row) => row.word === word)?.help?.[locale];
  return { label: word, kind: "word", newText: word, isSnippet: false, detail: undefined, doc: help, rank };
}

function snippetCompletions({ expected, isLineStart, spot }: CompletionPlace, locale: Locale): readonly Completion[] {
  if (!isLineStart) return [];
  const heads = new Set(expected.filter(({ kind }) => kind === "head").map(({ text }) => text));
  return wholeBlocks
    .filter(({ head }) => heads.has(head))
    .map((snippet) => snippetCompletion(snippet, spot.snapshot, locale));
}

function snippetCompletion({ head, form, text, doc }: Snippet, snapshot: Snapshot, locale: Locale): Completion {
  const newText = text(snippetDates(snapshot.today));
  const shown = newText.replace(/\$\{\d+:([^}]*)\}|\$0/g, (_, example: string | undefined) => example ?? "");
  return {
    label: form === undefined ? `${head} …` : `${head} … ${form}`,
    kind: "snippet",
    newText,
    isSnippet: true,
    detail: undefined,
    doc: `${doc[locale]}\n\n${fence(shown)}`,
    rank: 40,
  };
}

function fence(text: string): string {
  return `\`\`\`sla\n${text}\n\`\`\``;
}

function firstOfEach(completions: readonly Completion[]): readonly Completion[] {
  const seen = new Set<string>();
  return completions.filter(({ label }) => !seen.has(label) && seen.add(label));
}

import { headWords, reservedWords } from "../../../grammar/tokens.ts";
import { phrase } from "../checks/message.ts";
import type { Reference } from "../model/model.ts";
import { declarationOf, renamedTogether } from "../model/references.ts";
import { qualified } from "../model/symbol.ts";
import type { Edit } from "../text/edit.ts";
import type { Localized } from "../text/localized.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { placesOf } from "./references.ts";
import { referenceAt, type Spot, spotAt } from "./spot.ts";
import { spaceOf } from "./symbolNames.ts";

/** Why a name cannot be changed, or not to that. */
export interface Refusal {
  readonly refusal: Localized;
}

/** The name that would be renamed; absolute offsets, backticks included, and the name without them. */
export interface Renamable {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** What a rename changes, by file. */
export interface Renaming {
  readonly edits: ReadonlyMap<string, readonly Edit[]>;
}

/** Whether the name at the offset can be renamed. */
export function renamableAt(snapshot: Snapshot, path: string, offset: number): Renamable | Refusal {
  const spot = spotAt(snapshot, path, offset);
  const reference = spot && referenceAt(spot);
  if (!spot || !reference) return refuse(nothingHere);
  if (reference.symbol === undefined) return refuse(unknownName(reference.written));
  const { start, end } = reference.place.span;
  return { start: spot.base + start, end: spot.base + end, name: reference.written };
}

/** The edits that give the name at the offset another name everywhere; backticks are added where it needs them. */
export function renameAt(snapshot: Snapshot, path: string, offset: number, newName: string): Renaming | Refusal {
  const spot = spotAt(snapshot, path, offset);
  const reference = spot && referenceAt(spot);
  if (!spot || !reference) return refuse(nothingHere);
  if (reference.symbol === undefined) return refuse(unknownName(reference.written));
  const name = readName(newName);
  if ("refusal" in name) return name;
  if (name.text === reference.written) return { edits: new Map() };
  const symbols = renamedTogether(snapshot.model, reference.symbol);
  const taken = symbols.map((symbol) => takenBy(spot, reference, symbol, name.text)).find((refusal) => refusal);
  return taken ?? { edits: editsFor(snapshot, symbols, nameInFile(name.text)) };
}

/** A name as it has to be written: in backticks unless it is a plain word without a meaning of its own. */
export function nameInFile(name: string): string {
  const isPlain =
    /^[\p{ID_Start}_][\p{ID_Continue}・]*$/u.test(name) && !reservedWords.has(name) && !headWords.has(name);
  return isPlain ? name : `\`${name}\``;
}

function readName(typed: string): { readonly text: string } | Refusal {
  const trimmed = typed.trim().normalize("NFKC");
  const quoted = /^`([^`\r\n]+)`$/.exec(trimmed)?.[1];
  const text = quoted ?? trimmed;
  if (text === "" || /[`\r\n]/.test(text)) return refuse(notAName);
  if (quoted === undefined && reservedWords.has(text)) return refuse(reserved(text));
  return { text };
}

function takenBy(spot: Spot, { written }: Reference, symbol: string, name: string): Refusal | undefined {
  const container = symbol.slice(0, symbol.length - qualified(written).length);
  const spaces = isParty(symbol) ? ["team:", "person:"] : [container];
  const isTaken = spaces.some((space) => declarationOf(spot.snapshot.model, space + qualified(name)).length > 0);
  return isTaken ? refuse(alreadyDeclared(name)) : undefined;
}

function isParty(symbol: string): boolean {
  return spaceOf(symbol) === "team" || spaceOf(symbol) === "person";
}

function editsFor(
  snapshot: Snapshot,
  symbols: readonly string[],
  newText: string,
): ReadonlyMap<string, readonly Edit[]> {
  const edits = new Map<string, Map<number, Edit>>();
  for (const { path, start, end } of symbols.flatMap((symbol) => placesOf(snapshot, symbol))) {
    const inFile = edits.get(path) ?? new Map<number, Edit>();
    edits.set(path, inFile.set(start, { start, end, newText }));
  }
  return new Map([...edits].map(([path, inFile]) => [path, [...inFile.values()]]));
}

function refuse(refusal: Localized): Refusal {
  return { refusal };
}

const nothingHere = phrase(
  "There is no name here to rename. Put the cursor on a name.",
  "ここには変更できる名前がありません。名前の上にカーソルを置いてください。",
  {},
);

const notAName = phrase(
  "A name needs at least one character, and can hold neither backticks nor line breaks. Write another one.",
  "名前は一文字以上で、バッククォートや改行は使えません。別の名前にしてください。",
  {},
);

function unknownName(name: string): Localized {
  return phrase(
    "'{name}' is not declared, so its other places cannot be found. Declare it first.",
    "「{name}」は宣言されていないので、他の場所が分かりません。先に宣言してください。",
    { name },
  );
}

function reserved(name: string): Localized {
  return phrase(
    "'{name}' is a word of the language, so lines would be read differently. Choose another name, or write it in backticks.",
    "「{name}」は言語の語なので、行の読み方が変わってしまいます。別の名前にするか、バッククォートで囲んでください。",
    { name },
  );
}

function alreadyDeclared(name: string): Localized {
  return phrase(
    "'{name}' is already declared, so the two could not be told apart. Choose another name.",
    "「{name}」は既に宣言されており、区別できなくなります。別の名前にしてください。",
    { name },
  );
}

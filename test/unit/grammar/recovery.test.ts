/**
 * How much of a file survives an edit that breaks it: the samples are edited at random, and every property, clause and
 * declaration that the edit did not touch must still be there, in the same place of the tree.
 */
import assert from "node:assert/strict";
import { lex } from "../../../grammar/lexer.ts";
import { parse } from "../../../server/core/syntax/parse.ts";
import { childrenOf } from "../../../server/core/syntax/path.ts";
import type { Node, SyntaxFile } from "../../../server/core/syntax/tree.ts";
import { random } from "../../harness/random.ts";
import { sampleTexts } from "../../harness/samples.ts";

const edits = 2_000;
const allowed = 0.015; // language.md, "Parsing that survives typing": 1.37 % was reached there

describe("recovery", () => {
  it(`loses at most 1.5 % of the items that ${edits} edits did not touch`, () => {
    const seed = Number(process.env.TORIKIME_SEED ?? 20260822);
    const next = random(seed);
    const texts = sampleTexts();
    let untouched = 0;
    let lost = 0;
    for (let count = 0; count < edits; count++) {
      const text = next.pick(texts);
      const edit = next.pick(editors)(text, next);
      const result = compare(text, edit);
      untouched += result.untouched;
      lost += result.lost;
    }
    console.log(`      seed ${seed}: ${lost} of ${untouched} lost, ${((100 * lost) / untouched).toFixed(2)} %`);
    assert.ok(untouched > 50_000, "the edits must leave enough to lose");
    assert.ok(lost / untouched <= allowed, `${((100 * lost) / untouched).toFixed(2)} % lost`);
  });

  it("notices a loss: an edit that comments out a body loses what is in it", () => {
    const text = "team A {\n  lead Abe\n}\nteam B {\n  lead Ito\n}\n";
    const at = text.indexOf("team B");
    // By hand: `// ` before `team B {` leaves `lead Ito` at the top level, which is one lost property of the items untouched
    // (team A with its lead, and B's lead; team B itself is touched).
    assert.deepEqual(compare(text, { start: at, end: at, newText: "// " }), { untouched: 3, lost: 1 });
  });
});

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

type Random = ReturnType<typeof random>;

const editors: ((text: string, next: Random) => Edit)[] = [
  (text, next) => remove(tokenOf(text, next)),
  (text, next) => remove(charOf(text, next)),
  (text, next) =>
    insert(
      tokenOf(text, next).end,
      " " + next.pick(["{", "}", "(", ")", ":", ",", "when", "by", "x", "9:00", "10%", '"', "because"]),
    ),
  (text, next) => insert(charOf(text, next).start, next.pick([...'abcXYZ019{}()"`.,:|-<>=%\n 　（「'])),
  (text, next) => remove(lineOf(text, next)),
  (text, next) => remove({ start: tokenOf(text, next).start, end: Number.NaN }, text),
  (text, next) =>
    insert(
      lineOf(text, next).start,
      "  " +
        next.pick(["resp", "handle", "case x", "when", "x is", "may wh", "exception e to", "team", "open", "by "]) +
        "\n",
    ),
  (text, next) => ({ ...tokenOf(text, next), newText: next.pick(["respnd", "Abe", "12", "when", "of", "every"]) }),
];

function tokenOf(text: string, next: Random): { start: number; end: number } {
  const { startOffset, endOffset } = next.pick(lex(text).tokens);
  return { start: startOffset, end: endOffset + 1 };
}

function charOf(text: string, next: Random): { start: number; end: number } {
  const start = next.below(text.length);
  return { start, end: start + 1 };
}

function lineOf(text: string, next: Random): { start: number; end: number } {
  const at = next.below(text.length);
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const newline = text.indexOf("\n", start);
  return { start, end: newline < 0 ? text.length : newline + 1 };
}

/** Without an end: to the end of the line, as of a line half typed. */
function remove({ start, end }: { start: number; end: number }, text?: string): Edit {
  const newline = text?.indexOf("\n", start) ?? -1;
  const to = text === undefined ? end : newline < 0 ? text.length : newline;
  return { start, end: to, newText: "" };
}

function insert(at: number, newText: string): Edit {
  return { start: at, end: at, newText };
}

function compare(text: string, edit: Edit): { untouched: number; lost: number } {
  const after = text.slice(0, edit.start) + edit.newText + text.slice(edit.end);
  const shift = edit.newText.length - (edit.end - edit.start);
  const kept = new Set(itemsOf(parse(after)).map(({ key }) => key));
  const moved = (offset: number) => (offset >= edit.end && offset > edit.start ? offset + shift : offset);
  let untouched = 0;
  let lost = 0;
  for (const { path } of itemsOf(parse(text))) {
    const own = path.at(-1);
    if (!own || touches(own, edit)) continue;
    untouched++;
    // A container that the edit is inside of has another end afterwards, and one whose head was edited another start.
    const key = path.map((node) => keyOf(node, node === own ? moved : undefined)).join(" ");
    if (!kept.has(key)) lost++;
  }
  return { untouched, lost };
}

function touches(node: Span, { start, end }: Edit): boolean {
  return start <= node.end && end >= node.start;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

interface ItemInFile {
  readonly path: readonly (Span & { kind: string })[];
  readonly key: string;
}

/** Every declaration, clause, property, field and row with the kinds around it, at absolute offsets. */
function itemsOf(file: SyntaxFile): ItemInFile[] {
  const found: ItemInFile[] = [];
  file.items.forEach((item, index) => {
    const offset = file.offsets[index] ?? 0;
    const visit = (node: Node, path: ItemInFile["path"]) => {
      if (node.kind === "unknown line") return;
      const isItem = "headEnd" in node || node.kind === "field" || node.kind === "table row";
      const own = isItem ? [...path, { kind: node.kind, start: offset + node.start, end: offset + node.end }] : path;
      if (isItem) {
        const last = own.at(-1);
        found.push({ path: own, key: own.map((one) => keyOf(one, one === last ? (at) => at : undefined)).join(" ") });
      }
      for (const child of childrenOf(node)) visit(child, own);
    };
    for (const declaration of item.declarations) visit(declaration, []);
  });
  return found;
}

function keyOf({ kind, start, end }: Span & { kind: string }, place?: (offset: number) => number): string {
  return place ? `${kind}@${place(start)}-${place(end)}` : kind;
}

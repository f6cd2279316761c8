/**
 * Formatting loses and changes nothing: samples with random slips, line breaks, comments and damage in them say the same
 * before and after, word by word and comment by comment, and formatting them again changes nothing.
 */
import assert from "node:assert/strict";
import { lex, type Token } from "../../../grammar/lexer.ts";
import { formatFile, formatRange, formatText } from "../../../server/core/format/format.ts";
import { parse } from "../../../server/core/syntax/parse.ts";
import { applyEdits } from "../../../server/core/text/edit.ts";
import { random } from "../../harness/random.ts";
import { sampleTexts } from "../../harness/samples.ts";
import { rarer } from "./rarer.ts";

type Random = ReturnType<typeof random>;

const seed = Number(process.env.TORIKIME_SEED ?? 20260822);
const rounds = 300;
const texts = [...sampleTexts(), rarer];

describe(`formatting keeps everything (seed ${seed})`, () => {
  it("of the samples, which are in their layout but for empty lines and gaps before comments", () => {
    const squeezed = (text: string) => text.replaceAll(/ +(?=\/\/)/g, " ").replaceAll(/\n\n+/g, "\n");
    for (const text of texts) {
      assert.equal(squeezed(formatText(text)), squeezed(text));
      sameAfter(text, formatText(text), "sample");
    }
  });

  it(`of ${rounds} texts that were laid out badly`, () => {
    const next = random(seed);
    let changed = 0;
    for (let round = 0; round < rounds; round++) {
      let text = next.pick(texts);
      for (let count = 1 + next.below(20); count > 0; count--) text = next.pick(disarrangements)(text, next);
      const formatted = formatText(text);
      if (formatted !== text) changed++;
      sameAfter(text, formatted, `round ${round}`);
    }
    assert.ok(changed > rounds / 2, "too few texts were changed at all");
  });

  it(`of ${rounds} texts that are broken`, () => {
    const next = random(seed + 1);
    for (let round = 0; round < rounds; round++) {
      let text = next.pick(texts);
      for (let count = next.below(6); count > 0; count--) text = next.pick(disarrangements)(text, next);
      for (let count = 1 + next.below(4); count > 0; count--) text = next.pick(damages)(text, next);
      sameAfter(text, formatText(text), `round ${round}`);
      for (const item of parse(text).items) {
        if (item.problems.length > 0) assert.ok(formatText(text).includes(item.text), `round ${round}: ${item.text}`);
      }
    }
  });

  it(`of ${rounds} ranges, and what is left to format stays the same`, () => {
    const next = random(seed + 2);
    for (let round = 0; round < rounds; round++) {
      let text = next.pick(texts);
      for (let count = 1 + next.below(20); count > 0; count--) text = next.pick(disarrangements)(text, next);
      const start = next.below(text.length + 1);
      const end = Math.min(text.length, start + next.below(400));
      const file = parse(text);
      const partly = applyEdits(text, formatRange(file, start, end));
      assert.deepEqual(said(partly), said(text), `round ${round}: ${start}..${end}\n${text}`);
      const edits = formatFile(file);
      assert.ok(formatRange(file, start, end).every((edit) => edits.some((one) => sameEdit(one, edit))));
    }
  });
});

function sameEdit(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function sameAfter(text: string, formatted: string, about: string): void {
  assert.deepEqual(said(formatted), said(text), `${about}:\n${text}`);
  assert.equal(formatText(formatted), formatted, `${about}, formatted again:\n${text}`);
  assert.deepEqual(declared(formatted), declared(text), `${about}:\n${text}`);
}

/** Every word and sign as it is understood, and every comment, in order; the commas between fields are layout. */
function said(text: string): string[] {
  const { tokens, comments } = lex(text);
  const words = tokens
    .filter((_, index) => !isFieldComma(tokens, index))
    .map((token) => [token.startOffset, wordOf(token)] as const);
  const remarks = comments.map(
    ({ start, end }) => [start, text.slice(start, end).trimEnd().replace(/^#/, "//")] as const,
  );
  const places = [...words, ...remarks];
  return places.sort(([one], [other]) => one - other).map(([, written]) => written);
}

function wordOf({ tokenType, image }: Token): string {
  return `${tokenType.name === "LineName" ? "Name" : tokenType.name} ${image}`;
}

/** A comma in the braces of a request. */
function isFieldComma(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.tokenType.name !== ",") return false;
  let brace = at;
  while (brace >= 0 && !"{}".includes(tokens[brace]?.tokenType.name ?? "{")) brace--;
  return tokens[brace - 2]?.tokenType.name === "line request";
}

/** The declarations without their places. Nor their docs: an indented `///` becomes a declaration's doc at the margin. */
function declared(text: string): unknown {
  const declarations = parse(text).items.flatMap((item) => item.declarations);
  const places = new Set(["start", "end", "headEnd", "bodyStart", "doc"]);
  return JSON.parse(JSON.stringify(declarations, (key, value: unknown) => (places.has(key) ? undefined : value)));
}

/** Changes of layout: most leave the meaning, some break it, and either must survive. */
const disarrangements: readonly ((text: string, next: Random) => string)[] = [
  (text, next) => atGap(text, next, () => next.pick(["", " ", "   ", "\t", "\u3000"])),
  (text, next) => atGap(text, next, (gap) => gap + "\n" + " ".repeat(next.below(8))),
  (text, next) => atGap(text, next, (gap) => (/[,{}]$/.test(gap) ? gap : gap.replace(/\n\s*/, " "))),
  (text, next) => atGap(text, next, (gap) => gap.replace("\n", "\n\n\n")),
  (text, next) => atGap(text, next, () => " "),
  (text, next) => atGap(text, next, (gap) => ` // remark ${next.below(100)}${next.pick(["", "  "])}\n${gap}`),
  (text, next) => atGap(text, next, (gap) => `${gap.includes("\n") ? gap : gap + "\n"}// remark\n`),
  (text, next) =>
    atGap(text, next, (gap) => gap.replace("\n", next.pick([" ;\n", " // 備考\n", "。\n", " # 注\n", "\r\n", "\r"]))),
  (text, next) => atSome(text, next, /\b0(?=\d:\d\d)/g, () => ""),
  (text, next) => atSome(text, next, /\d{4}-\d\d-\d\d/g, (date) => date.replaceAll("-", "/")),
  (text, next) => atSome(text, next, /[0-9%(),:|{}]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  (text, next) => atSome(text, next, /"[^"\n]*"/g, (quoted) => `「${quoted.slice(1, -1)}」`),
  (text, next) =>
    atSome(text, next, / (and|or|is) /g, (word) => ({ " and ": "&&", " or ": " || ", " is ": "=" })[word] ?? word),
];

const damages: readonly ((text: string, next: Random) => string)[] = [
  (text, next) => atToken(text, next, () => ""),
  (text, next) =>
    atToken(text, next, (token) => token + " " + next.pick(["{", "}", "(", ":", ",", "when", "x", '"', "§", "`"])),
  (text, next) => atToken(text, next, () => next.pick(["by", "within", "Abe", "12", "team", "-", "..", "is", "{"])),
  (text, next) => atToken(text, next, (token) => token.slice(0, next.below(token.length))),
  (text, next) => {
    const at = next.below(text.length);
    return text.slice(0, at) + text.slice(at + 1);
  },
  (text, next) => {
    const lines = text.split("\n");
    lines.splice(
      next.below(lines.length),
      next.below(3),
      next.pick(lines),
      next.pick(["by ", "  case", "team", "}", "when x", "\u0000"]),
    );
    return lines.join("\n");
  },
];

function atGap(text: string, next: Random, change: (gap: string) => string): string {
  const { tokens } = lex(text);
  if (tokens.length === 0) return text;
  const start = next.pick(tokens).endOffset + 1;
  const end = start + (/^\s*/.exec(text.slice(start))?.[0].length ?? 0);
  return text.slice(0, start) + change(text.slice(start, end)) + text.slice(end);
}

function atToken(text: string, next: Random, change: (token: string) => string): string {
  const { tokens } = lex(text);
  if (tokens.length === 0) return text;
  const { startOffset, endOffset } = next.pick(tokens);
  return text.slice(0, startOffset) + change(text.slice(startOffset, endOffset + 1)) + text.slice(endOffset + 1);
}

function atSome(text: string, next: Random, pattern: RegExp, change: (found: string) => string): string {
  return text.replaceAll(pattern, (found) => (next.below(20) === 0 ? change(found) : found));
}

import { expectedAt } from "../../../../grammar/analysed.ts";
import { expectedSigns, expectedWords } from "../../../../grammar/expected.ts";
import { slipMessages, syntaxMessages } from "../../../../grammar/messages.ts";
import type { Place } from "../../model/model.ts";
import { unitWord } from "../../model/typeWords.ts";
import type { Span, SyntaxProblem } from "../../syntax/tree.ts";
import type { Localized } from "../../text/localized.ts";
import { nearest } from "../../text/nearest.ts";
import { defineCheck, type Fix } from "../define.ts";
import { page } from "../docs.ts";
import { replaceFix } from "../fixes.ts";
import { fillHoles, type Hole, phrase } from "../message.ts";
import { isWeekday, withWeekdays, wordsMeant } from "../otherWords.ts";

/** Text that the grammar has no place for. */
export const syntaxError = defineCheck({
  code: "SLA001",
  name: "syntax-error",
  severity: "error",
  messages: { en: "{problem}{expected}", ja: "{problem}{expected}" },
  docs: () =>
    page(
      {
        en:
          "Something stands where it cannot be read. The rest of the line, or of the body where a brace is missing, does not " +
          "count until it is mended; other declarations are not touched. The message names the words that may stand there.",
        ja:
          "読み取れない場所に何かが書かれています。直すまでは、その行の残り、または（波括弧が足りないときは）本体の残りが無効になります。ほかの宣言には影響しません。" +
          "そこに書ける語は、メッセージに示します。",
      },
      {
        bad: `
team Logistics {
  led   Ueda
  ^^^
  hours office
}
`,
        fixed: `
team Logistics {
  lead  Ueda
  hours office
}
`,
      },
    ),
  scope: "syntax",
  run({ item, at }, report) {
    item.problems.forEach((problem, index) => {
      if (isToldByNext(item.text, problem, item.problems[index + 1])) return;
      const expected = index < mostExplained ? expectedFor(item.text, problem) : undefined;
      const told = colonTold(item.text, problem, expected, at) ??
        otherWordTold(item.text, problem, expected, at) ??
        orderTold(item.text, problem, expected, at) ?? {
          holes: { problem: problemText(problem), expected: expectedText(expected) },
          fixes: fixesOf(item.text, problem, expected, at),
        };
      report(at(problem), told.holes, { fixes: told.fixes });
    });
    for (const slip of item.slips) {
      if (slip.name !== "nesting" && slip.name !== "stray") continue;
      report(at(slip), { problem: filled(slipMessages[slip.name], { written: slip.written }), expected: "" });
    }
  },
});

/** A number without a unit, where what stands in its place cannot be read either: that is one mistake. */
function isToldByNext(text: string, { problem, end }: SyntaxProblem, next: SyntaxProblem | undefined): boolean {
  if (problem !== "missing unit" || next?.problem !== "unexpected" || next.start - end > mostBetween) return false;
  return /^[ \t\u3000]*$/.test(text.slice(end, next.start));
}

/** A part of the line that stands too late, such as `within …` after `when …`, with the place where it may stand. */
function orderTold(
  text: string,
  { problem, start, end, holes: { found } }: SyntaxProblem,
  expected: ExpectedHere | undefined,
  at: (span: Span) => Place,
): { readonly holes: { readonly problem: Localized; readonly expected: Hole }; readonly fixes: Fix[] } | undefined {
  if (problem !== "unexpected" || found === undefined || !partBeginnings.has(found)) return undefined;
  if (expected === undefined || text.length > longestReordered) return undefined;
  const lineStart = text.lastIndexOf("\n", start) + 1;
  const earlier = [...text.slice(lineStart, start).matchAll(/(?<=\S)\s+(?=\S)/g)].map(({ index }) => lineStart + index);
  const better = earlier.slice(-mostPlaces).findLast((place) => mayStand(text, place, found));
  if (better === undefined) return undefined;
  const part = text.slice(start, end);
  const passed = text.slice(better, start).trim();
  const [first = ""] = passed.split(/\s/);
  const told = phrase(
    "'{part}' stands too late on its line, so it is not read. Write it before '{first}'.",
    "「{part}」は行の中の位置が後ろすぎるため読まれません。「{first}」より前に書いてください。",
    { part, first },
  );
  const fix = replaceFix(fixTitle(`${part} ${passed}`), at({ start: better, end }), ` ${part} ${passed}`);
  return { holes: { problem: told, expected: "" }, fixes: [fix] };
}

function mayStand(text: string, place: number, word: string): boolean {
  return expectedWords(expectedAt(text, place + 1)).words.includes(word);
}

const partBeginnings: ReadonlySet<string> = new Set(
  "by within when via at on from to of after during daily weekly monthly".split(" "),
);
/** Each place is asked of the whole item, so neither may be many. */
const longestReordered = 10_000;
const mostPlaces = 8;

/** A word of everyday language, or of another notation, with the word that is meant. */
function otherWordTold(
  text: string,
  problem: SyntaxProblem,
  expected: ExpectedHere | undefined,
  at: (span: Span) => Place,
): { readonly holes: { readonly problem: Localized; readonly expected: Hole }; readonly fixes: Fix[] } | undefined {
  const written = problem.holes.word ?? problem.holes.found;
  const meant = written === undefined ? [] : wordsMeant(written, expected?.words ?? []);
  if (written === undefined || meant.length === 0) return undefined;
  const [en, ja] = [meant.map((each) => `'${each}'`).join(" or "), meant.map((each) => `「${each}」`).join("か")];
  return {
    holes: { problem: problemText(problem), expected: { en: ` Did you mean ${en}?`, ja: `${ja}のことですか。` } },
    fixes: meant.map((each) => wordFix(text, problem, written.length, each, at)),
  };
}

/** Written in the place of the word: alone after a number, in the singular after a one, and a weekday with the others beside it. */
function wordFix(
  text: string,
  { start, end }: SyntaxProblem,
  length: number,
  meant: string,
  at: (span: Span) => Place,
): Fix {
  const before = text.slice(Math.max(0, start - mostBetween), start);
  const inNumber = /(?:^|[^\d.])1\s*$/.test(before) ? meant.replace(/s$/, "") : meant;
  const rest = text.slice(start + length, end);
  const newText = (/\d$/.test(before) ? " " : "") + inNumber + (isWeekday(meant) ? withWeekdays(rest) : rest);
  return replaceFix(fixTitle(newText), at({ start, end }), newText);
}

/** A property word that a colon makes a name, as people write it who know YAML. */
function colonTold(
  text: string,
  { start, holes: { word } }: SyntaxProblem,
  expected: ExpectedHere | undefined,
  at: (span: Span) => Place,
): { readonly holes: { readonly problem: Localized; readonly expected: Hole }; readonly fixes: Fix[] } | undefined {
  if (word === undefined || !expected?.words.includes(word)) return undefined;
  const after = start + word.length;
  const colon = /^\s*[:：]/.exec(text.slice(after, after + mostBetween))?.[0];
  if (colon === undefined) return undefined;
  const problem = phrase(
    "With a ':' after it '{word}' is a name, so this line has no effect. Write it without the ':'.",
    "「{word}」は、後に「:」があると名前として読まれるため、この行は無効です。「:」を除いてください。",
    { word },
  );
  const fixes = [replaceFix(fixTitle(""), at({ start: after, end: after + colon.length }), "")];
  return { holes: { problem, expected: "" }, fixes };
}

const mostBetween = 20;

function problemText({ problem, holes }: SyntaxProblem): Localized {
  return filled(syntaxMessages[problem], holes);
}

function filled(message: Localized, holes: Readonly<Record<string, string>>): Localized {
  return { en: fillHoles(message.en, holes, "en"), ja: fillHoles(message.ja, holes, "ja") };
}

/** For these, what may stand there helps; the others say already what to do. */
const asksForMore: ReadonlySet<SyntaxProblem["problem"]> = new Set(["unexpected", "unknown line"]);

/** Finding out what may stand at a place takes as long as reading the item, so a text full of mistakes gets it for some. */
const mostExplained = 10;

interface ExpectedHere {
  readonly words: readonly string[];
  /** What is no word: kinds of values, signs, a name. */
  readonly others: readonly Localized[];
}

function expectedFor(text: string, { problem, start }: SyntaxProblem): ExpectedHere | undefined {
  if (!asksForMore.has(problem)) return undefined;
  const expected = expectedAt(text, start);
  const { words, name } = expectedWords(expected);
  const signs = expectedSigns(expected).map((sign) => literals.get(sign) ?? { en: `'${sign}'`, ja: `'${sign}'` });
  return { words, others: name ? [...signs, aName] : signs };
}

const aName = { en: "a name", ja: "名前" };

/** What people call the tokens that have no spelling of their own. */
const literals: ReadonlyMap<string, Localized> = new Map([
  ["Date", { en: "a date (2026-08-22)", ja: "日付（2026-08-22）" }],
  ["MonthDay", { en: "a day of the year (12-29)", ja: "月日（12-29）" }],
  ["Time", { en: "a time (09:00)", ja: "時刻（09:00）" }],
  ["Text", { en: 'a text in quotes ("…")', ja: '引用符で囲んだ文（"…"）' }],
  ["Number", { en: "a number", ja: "数" }],
  ["Percent", { en: "a percentage (10%)", ja: "割合（10%）" }],
  ["Zone", { en: "a time zone (Asia/Tokyo)", ja: "タイムゾーン（Asia/Tokyo）" }],
  ["Comparison", { en: "'<', '<=', '>', '>='", ja: "'<', '<=', '>', '>='" }],
]);

function expectedText(expected: ExpectedHere | undefined): Hole {
  if (!expected) return "";
  const { words, others } = expected;
  const choices = words.slice(0, mostWords).map((word) => `'${word}'`);
  if (words.length > mostWords) choices.push("…");
  const [en, ja] = (["en", "ja"] as const).map((locale) => [...choices, ...others.map((other) => other[locale])]);
  if (!en || !ja || en.length === 0) return "";
  return phrase(" Here may stand: {what}.", "ここに書けるもの：{what}。", {
    what: { en: en.join(", "), ja: ja.join("、") },
  });
}

/** The repair that the parser knows, else the word that was most likely meant. */
function fixesOf(
  text: string,
  problem: SyntaxProblem,
  expected: ExpectedHere | undefined,
  at: (span: Span) => Place,
): Fix[] {
  const { fix, holes } = problem;
  if (fix) return [replaceFix(fixTitle(fix.newText), at(fix), fix.newText)];
  const written = holes.word ?? holes.found;
  const unit = written === undefined ? undefined : unitAfterNumber(text, problem.start, written, at);
  if (unit) return [unit];
  const meant = written === undefined ? undefined : nearest(written, expected?.words ?? []);
  if (written === undefined || meant === undefined) return [];
  const word = at({ start: problem.start, end: problem.start + written.length });
  return [replaceFix(fixTitle(meant), word, meant)];
}

/** A unit or a currency in other words, as in `1000円`. */
function unitAfterNumber(text: string, start: number, written: string, at: (span: Span) => Place): Fix | undefined {
  const before = /\d(\s*)$/.exec(text.slice(Math.max(0, start - mostBetween), start));
  const unit = before && unitWord(written);
  if (!unit) return undefined;
  const space = before[1] === "" ? " " : "";
  return replaceFix(fixTitle(unit), at({ start, end: start + written.length }), space + unit);
}

const mostWords = 8;

function fixTitle(newText: string): Localized {
  const shown = newText.trim();
  return shown === "" ? { en: "Remove it", ja: "削除する" } : phrase("Write '{shown}'", "「{shown}」と書く", { shown });
}

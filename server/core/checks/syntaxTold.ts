/** What is said of text that cannot be read, and how it may be mended: the word, the part or the whole line that was most likely meant. */
import { expectedAt } from "../../../grammar/analysed.ts";
import { expectedSigns, expectedWords } from "../../../grammar/expected.ts";
import { syntaxMessages } from "../../../grammar/messages.ts";
import { writtenAmount } from "../model/constantText.ts";
import { unitWord } from "../model/typeWords.ts";
import type { Span, SyntaxProblem } from "../syntax/tree.ts";
import type { Localized } from "../text/localized.ts";
import type { Unit } from "../time/spec.ts";
import { isReadable, lineAfter, lineMeant, type Unread } from "./lineMeant.ts";
import { fillHoles, type Hole, phrase } from "./message.ts";
import { isWeekday, withWeekdays, wordNearTo, wordsMeant } from "./otherWords.ts";

/** A stretch of an item's text, and what to write in its place; `shown` is the line that matters, where that is only one of those. */
export interface Repair extends Span {
  readonly newText: string;
  readonly shown?: string;
}

/** The two holes of the message, and the repairs, the likeliest first. */
export interface SyntaxTold {
  readonly problem: Localized;
  readonly expected: Hole;
  readonly repairs: readonly Repair[];
}

/** Tells a problem of an item in plain words; `explained` says what may stand there and looks for repairs, which takes as long as reading the item. */
export function syntaxTold(item: Unread, problem: SyntaxProblem, explained: boolean): SyntaxTold {
  const { text } = item;
  if (problem.problem === "missing unit")
    return { problem: problemText(problem), expected: "", repairs: withUnits(text, problem) };
  if (!explained || !asksForMore.has(problem.problem)) {
    const meant = explained && problem.problem === "missing test" ? lineTold(item, problem, []) : undefined;
    return meant ?? { problem: problemText(problem), expected: "", repairs: problem.fix ? [problem.fix] : [] };
  }
  const expected = expectedFor(text, problem);
  const told =
    zoneTold(text, problem) ??
    colonTold(text, problem, expected) ??
    otherWordTold(text, problem, expected) ??
    orderTold(text, problem, expected) ??
    plainlyTold(text, problem, expected);
  const meant = lineTold(item, problem, expected.words);
  const [likeliest, ...others] = told.repairs;
  if (!meant || !likeliest || !isReadable(item, likeliest)) return meant ?? told;
  return others.length > 0 || lineAfter(text, likeliest) === meant.line ? told : meant;
}

/** For these, what may stand there helps; the others say already what to do. */
const asksForMore: ReadonlySet<SyntaxProblem["problem"]> = new Set(["unexpected", "unknown line"]);

/** A number with each unit that it may have, or with those of its clock. */
function withUnits(text: string, { start, end }: SyntaxProblem): readonly Repair[] {
  const [, digits, clock = ""] = /^([\d_.]+)\s*([a-z]*)$/.exec(text.slice(start, end).normalize("NFKC").trim()) ?? [];
  if (digits === undefined) return [];
  const units = usualUnits.filter((unit) => unit.startsWith(clock));
  return units.map((unit) => ({ start, end, newText: writtenAmount(digits, unit) }));
}

/** In the order in which agreements mostly mean them; minutes are written where they are meant. */
const usualUnits: readonly Unit[] = ["business hours", "business days", "clock hours", "calendar days"];

interface ExpectedHere {
  readonly words: readonly string[];
  /** What is no word: kinds of values, signs, a name. */
  readonly others: readonly Localized[];
}

function expectedFor(text: string, { start }: SyntaxProblem): ExpectedHere {
  const expected = expectedAt(text, start);
  const { words, name } = expectedWords(expected);
  const signs = expectedSigns(expected).map((sign) => literals.get(sign) ?? { en: `'${sign}'`, ja: `「${sign}」` });
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
  ["Comparison", { en: "'<', '<=', '>', '>='", ja: "「<」、「<=」、「>」、「>=」" }],
]);

/** The whole line in the language's words, where more than one thing in it is said otherwise. */
function lineTold(
  item: Unread,
  problem: SyntaxProblem,
  heads: readonly string[],
): (SyntaxTold & { readonly line: string }) | undefined {
  const meant = lineMeant(item, problem.start, heads);
  if (meant === undefined) return undefined;
  const { start, end, line } = meant;
  const expected = phrase(" Did you mean '{line}'?", "「{line}」のことですか。", { line });
  return { problem: problemText(problem), expected, repairs: [{ start, end, newText: line }], line };
}

/** A time zone on a line of its own in a calendar, whose first line has it. */
function zoneTold(text: string, problem: SyntaxProblem): SyntaxTold | undefined {
  const { word } = problem.holes;
  if (word === undefined || !/^(?:zone|time_?zone|tz|タイムゾーン)$/i.test(word)) return undefined;
  const [, head = ""] = /^[^{]*?(calendar\s+[^\s{]+)\s*\{/.exec(text) ?? [];
  const [line = ""] = /^[^\r\n]*/.exec(text.slice(problem.start, problem.start + longestZoneLine + 1)) ?? [];
  const [zone] = /[A-Za-z_]+\/[A-Za-z_/+-]+/.exec(line) ?? [];
  if (head === "" || zone === undefined || line.length > longestZoneLine) return undefined;
  const start = text.indexOf(head) + head.length;
  const between = text.slice(start, problem.start).trimEnd();
  const shown = `${head} in ${zone}`;
  return {
    problem: problemText(problem),
    expected: phrase(" Did you mean '{line}'?", "「{line}」のことですか。", { line: shown }),
    repairs: [{ start, end: problem.start + line.length, newText: ` in ${zone}${between}`, shown }],
  };
}

const longestZoneLine = 200;

/** A property word that a colon makes a name, as people write it who know YAML. */
function colonTold(
  text: string,
  { start, holes: { word } }: SyntaxProblem,
  { words }: ExpectedHere,
): SyntaxTold | undefined {
  if (word === undefined || !words.includes(word)) return undefined;
  const after = start + word.length;
  const colon = /^\s*[:：]/.exec(text.slice(after, after + mostBetween))?.[0];
  if (colon === undefined) return undefined;
  const problem = phrase(
    "With a ':' after it '{word}' is a name, so this line has no effect. Write it without the ':'.",
    "「{word}」は、後に「:」があると名前として読まれるため、この行は無効です。「:」を除いてください。",
    { word },
  );
  return { problem, expected: "", repairs: [{ start: after, end: after + colon.length, newText: "" }] };
}

const mostBetween = 20;

/** A word of everyday language, or of another notation, with the word that is meant. */
function otherWordTold(text: string, problem: SyntaxProblem, { words }: ExpectedHere): SyntaxTold | undefined {
  const written = problem.holes.word ?? problem.holes.found;
  const meant = written === undefined ? [] : wordsMeant(written, words);
  if (written === undefined || meant.length === 0) return undefined;
  const [en, ja] = [meant.map((each) => `'${each}'`).join(" or "), meant.map((each) => `「${each}」`).join("か")];
  return {
    problem: problemText(problem),
    expected: { en: ` Did you mean ${en}?`, ja: `${ja}のことですか。` },
    repairs: meant.map((each) => wordRepair(text, problem, written.length, each)),
  };
}

/** Written in the place of the word: alone after a number, in the singular after a one, and a weekday with the others beside it. */
function wordRepair(text: string, { start, end }: SyntaxProblem, length: number, meant: string): Repair {
  const before = text.slice(Math.max(0, start - mostBetween), start);
  const inNumber = /(?:^|[^\d.])1\s*$/.test(before) ? meant.replace(/s$/, "") : meant;
  const rest = text.slice(start + length, end);
  const newText = (/\d$/.test(before) ? " " : "") + inNumber + (isWeekday(meant) ? withWeekdays(rest) : rest);
  return { start, end, newText };
}

/** A part of the line that stands too late, such as `within …` after `when …`, with the place where it may stand. */
function orderTold(
  text: string,
  { problem, start, end, holes: { found } }: SyntaxProblem,
  { words }: ExpectedHere,
): SyntaxTold | undefined {
  if (problem !== "unexpected" || found === undefined || !partBeginnings.has(found) || words.includes(found))
    return undefined;
  if (text.length > longestReordered) return undefined;
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
  return { problem: told, expected: "", repairs: [{ start: better, end, newText: ` ${part} ${passed}` }] };
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

/** With what may stand there, and the repair that the parser knows, else the word that was most likely meant. */
function plainlyTold(text: string, problem: SyntaxProblem, expected: ExpectedHere): SyntaxTold {
  const { fix, holes, start } = problem;
  const told = { problem: problemText(problem), expected: expectedText(expected) };
  if (fix) return { ...told, repairs: [fix] };
  const written = holes.word ?? holes.found;
  if (written === undefined) return { ...told, repairs: [] };
  const newText = unitAfterNumber(text, start, written) ?? wordNearTo(written, expected.words);
  return { ...told, repairs: newText === undefined ? [] : [{ start, end: start + written.length, newText }] };
}

/** A unit or a currency in other words, as in `1000円`. */
function unitAfterNumber(text: string, start: number, written: string): string | undefined {
  const before = /\d(\s*)$/.exec(text.slice(Math.max(0, start - mostBetween), start));
  const unit = before && unitWord(written);
  return unit ? (before[1] === "" ? " " : "") + unit : undefined;
}

function problemText({ problem, holes }: SyntaxProblem): Localized {
  const { en, ja } = syntaxMessages[problem];
  return { en: fillHoles(en, holes, "en"), ja: fillHoles(ja, holes, "ja") };
}

function expectedText({ words, others }: ExpectedHere): Hole {
  const shown = words.slice(0, mostWords).map((word) => ({ en: `'${word}'`, ja: `「${word}」` }));
  const more = words.length > mostWords ? [{ en: "…", ja: "…" }] : [];
  const choices = [...shown, ...more, ...others];
  if (choices.length === 0) return "";
  const [en, ja] = [choices.map((each) => each.en), choices.map((each) => each.ja)];
  return phrase(" Here may stand: {what}.", "ここに書けるもの：{what}。", {
    what: { en: en.join(", "), ja: ja.join("、") },
  });
}

const mostWords = 8;

/**
 * The language's words and signs: one row each, with what it is, its TextMate scope and a line of help. Lexer, parser,
 * highlighting, completion and hover all read this table.
 */
import { createToken, type TokenType } from "chevrotain";

/**
 * head: begins a line and is never a name there (unless `:` or `is` follows). reserved: never a name. word: means
 * something in its place and is free as a name elsewhere. A row may be head and word, or head and reserved.
 */
export type WordRole = "head" | "reserved" | "word";

/** One word: `scope` is its TextMate scope at the start of a line, `help` a sentence for hover and completion. */
export interface WordRow {
  readonly word: string;
  readonly roles: readonly WordRole[];
  readonly scope: string;
  readonly help: { readonly en: string; readonly ja: string } | undefined;
}

const declaration = "keyword.declaration.sla";
const property = "keyword.other.property.sla";
const clause = "keyword.control.clause.sla";
const verdict = "keyword.control.verdict.sla";
const connective = "keyword.operator.word.sla";
const unit = "keyword.other.unit.sla";
const type = "support.type.sla";
const constant = "constant.language.sla";

function row(word: string, roles: string, scope: string, en?: string, ja?: string): WordRow {
  const help = en !== undefined && ja !== undefined ? { en, ja } : undefined;
  return { word, roles: roles.split(" ") as WordRole[], scope, help };
}

/** Every word that means something, in the order of language.md: declarations, properties, connectives, units, types. */
export const words: readonly WordRow[] = [
  row("calendar", "head word", declaration, "Opening hours in one time zone.", "一つのタイムゾーンでの営業時間。"),
  row("channel", "head", declaration, "Ways in which a request can arrive.", "依頼の連絡手段。メール、電話など。"),
  row(
    "team",
    "head",
    declaration,
    "A team: its people, hours, addresses and duty roster.",
    "チーム。人、営業時間、連絡先、当番表。",
  ),
  row(
    "attribute",
    "head",
    declaration,
    "Something known about every customer, such as a tier.",
    "顧客ごとに分かっている属性。例えばランク。",
  ),
  row(
    "request",
    "head",
    declaration,
    "A kind of request, with the fields that it carries.",
    "依頼の種類と、その項目。",
  ),
  row("agreement", "head", declaration, "What two or more teams have agreed.", "二つ以上のチームの取り決め。"),
  row("exception", "head", declaration, "A rule bent openly, for a limited time.", "公に、期限付きで曲げた規則。"),
  row(
    "customer",
    "head word",
    declaration,
    "A customer: owner, backup, attributes and dates.",
    "顧客。担当、副担当、属性、日付。",
  ),
  row("handover", "head", declaration, "A customer passes from one person to another.", "顧客の引き継ぎ。"),
  row("impossible", "head", declaration, "A combination that never occurs.", "起こり得ない組み合わせ。"),
  row("prove", "head", declaration, "Something that must hold for every request.", "すべての依頼で成り立つべきこと。"),

  row("open", "head word", property, "Hours in which the calendar is open.", "開いている時間。"),
  row("closed", "head word", property, "Days or hours in which the calendar is closed.", "休みの日、または時間。"),
  row("rest", "head", property, "The weekly rest day of labour law, for surcharges.", "法定休日。割増の計算に使う。"),
  row("title", "head", property, "The name that people read.", "表示名。"),
  row("lead", "head word", property, "The person who leads the team and decides for it.", "チームのリーダー。"),
  row("members", "head", property, "The people of the team besides its lead.", "リーダー以外のメンバー。"),
  row("hours", "head word", property, "The calendar on which work is counted.", "業務時間を数えるカレンダー。"),
  row("reach", "head", property, "An address of the team on a channel.", "連絡手段ごとのチームの連絡先。"),
  row("duty", "head", property, "Whose turn it is, in rotation from a date.", "当番表。起点の日から順番に回る。"),
  row("deputy", "head", property, "Who stands in for whom.", "代理人。"),
  row("away", "head", property, "Dates on which a person is absent.", "不在の期間。"),
  row("effective", "head", property, "The dates in which it is in force, both included.", "有効期間。両端を含む。"),
  row("review", "head", property, "How often, and by whom, it is looked at again.", "見直しの頻度と担当者。"),
  row(
    "handle",
    "head",
    clause,
    "Who handles which requests, how and how fast.",
    "誰がどの依頼を、どう、どれだけ早く扱うか。",
  ),
  row(
    "commit",
    "head",
    clause,
    "What a team may promise, must ask about, or must never promise.",
    "約束してよいこと、確認すべきこと、約束してはならないこと。",
  ),
  row("guarantee", "head", clause, "What customers have been promised.", "顧客への保証。"),
  row("owe", "head", clause, "What one team owes another.", "チーム間の義務。"),
  row("case", "head", clause, "What differs for some of the clause's requests.", "一部の依頼だけ変わるところ。"),
  row(
    "table",
    "head",
    clause,
    "Targets by the values of fields; every row is a case.",
    "項目の値ごとの目標。各行が一つの場合。",
  ),
  row("by", "head reserved", property, "Who does it.", "担当。"),
  row("via", "head reserved", property, "The channels on which it is taken.", "受け付ける連絡手段。"),
  row(
    "cutoff",
    "head",
    property,
    "From this time on, a request counts as received on the next business day.",
    "この時刻以降は翌営業日の受付とする。",
  ),
  row("respond", "head word", property, "By when somebody answers.", "最初の回答の期限。"),
  row("resolve", "head word", property, "By when it is done.", "解決の期限。"),
  row("escalate", "head", property, "Who is told when it takes too long.", "時間がかかりすぎた時の連絡先。"),
  row("say", "head", property, "The sentence to say to the one who asks.", "依頼者に伝える文。"),
  row("decline", "head", property, "A deliberate no, with its reason.", "理由のある断り。"),
  row("surcharge", "head", property, "What it costs extra.", "割増料金。"),
  row("step", "head", property, "One step of work that passes between teams.", "チーム間を渡る作業の一段階。"),
  row("may", "head word", verdict, "May be promised at once.", "その場で約束してよい。"),
  row("ask", "head word", verdict, "May be promised once somebody has said yes.", "確認してから約束する。"),
  row("never", "head word", verdict, "Must not be promised.", "約束してはならない。"),
  row("owner", "head word", property, "The person who answers for it.", "責任を持つ人。"),
  row("approved", "head", property, "Who approved it, and when.", "承認者と承認日。"),
  row("reason", "head", property, "Why the rule is bent.", "例外の理由。"),
  row("renews", "head", property, "The exception that this one continues.", "更新する元の例外。"),
  row("backup", "head", property, "Who stands in for the customer's owner.", "副担当。"),
  row("records", "head", property, "Where what is known about the customer is kept.", "顧客の記録の場所。"),
  row("due", "head", property, "A date that matters, with what it needs beforehand.", "大事な日付と、その準備。"),
  row("covers", "head", property, "What the handover covers.", "引き継ぎの範囲。"),

  row("when", "reserved", connective, "Only if this holds.", "この条件の時だけ。"),
  row("and", "reserved", connective),
  row("or", "reserved", connective),
  row("not", "reserved", connective),
  row("is", "reserved", connective),
  row("because", "reserved", connective, "The reason, for people.", "人のための理由。"),
  row("to", "reserved", connective),
  row("of", "reserved", connective),
  row("on", "reserved", connective),
  row("at", "reserved", connective),
  row("in", "reserved", connective),
  row("from", "reserved", connective),
  row("for", "reserved", connective),
  row("with", "reserved", connective),
  row("within", "reserved", connective),
  row("after", "reserved", connective),
  row("before", "reserved", connective),
  row("during", "reserved", connective, "While this calendar is open.", "このカレンダーが開いている間。"),
  row("outside", "reserved", connective, "While this calendar is closed.", "このカレンダーが閉じている間。"),
  row("every", "reserved", connective),
  row("else", "reserved", connective),
  row("between", "reserved", connective),
  row("one", "reserved", connective),

  row(
    "holidays",
    "word",
    constant,
    "The public holidays of a country, substitutes included.",
    "国の祝日。振替休日を含む。",
  ),
  row("all", "word", constant, "Everyone of a team.", "チーム全員。"),
  row("next", "word", connective, "The first such time from then on.", "それ以降で最初のその時刻。"),
  row("premium", "word", constant, "The premiums of a country's labour law.", "その国の労働法の割増率。"),
  row("daily", "word", constant, "The turn changes every day.", "日替わり。"),
  row("weekly", "word", constant, "The turn changes every week.", "週替わり。"),
  row("monthly", "word", constant, "The turn changes every month.", "月替わり。"),
  row("needs", "word", property, "Documents that must be there.", "必要な書類。"),
  row("checks", "word", property, "Fields that are checked.", "確認する項目。"),
  row("twice", "word", constant, "Checked by two people.", "二人で確認する。"),
  row("back", "word", connective, "Returned to an earlier step, to be mended.", "前の手順に差し戻して直してもらう。"),
  row(
    "silent",
    "word",
    verdict,
    "No line says whether it may be promised.",
    "約束してよいかどうか、どこにも書かれていない。",
  ),
  row("handled", "word", verdict, "A clause says who does it.", "担当を定めた条項がある。"),
  row("business", "word", unit, "Counted while the calendar is open.", "カレンダーが開いている時間だけ数える。"),
  row("clock", "word", unit, "Counted day and night.", "昼夜を問わず数える。"),
  row("minute", "word", unit),
  row("minutes", "word", unit),
  row("hour", "word", unit),
  row("day", "word", unit),
  row("days", "word", unit),
  row("month", "word", unit),
  row("months", "word", unit),
  row("percent", "word", type, "A percentage such as 12.5%.", "百分率。例えば 12.5%。"),
  row("number", "word", type, "An exact decimal.", "正確な十進数。"),
  row("date", "word", type, "A date such as 2026-08-22.", "日付。例えば 2026-08-22。"),
  row("time", "word", type, "A time of day such as 09:00.", "時刻。例えば 09:00。"),
  row("text", "word", type, "Any text.", "文字列。"),
  ...["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].map((day) => row(day, "word", constant)),
];

/** A category: any name at all; used where a list or a condition is open, so that it may go on in the next line. */
export const AnyName = token("AnyName");
/** A category: a name that may stand on the line of its property, contextual words included. */
export const Name = token("Name", [AnyName]);
/** A name that begins a line, so that no property of the line before takes it for its own. */
export const LineName = token("LineName", [AnyName]);

/** `"…"`, with quotes of any kind. */
export const TextToken = token("Text");
/** `12.5`, `1_000_000`. */
export const NumberToken = token("Number");
/** `12.5%`. */
export const PercentToken = token("Percent");
/** `2026-08-22`. */
export const DateToken = token("Date");
/** `12-29`. */
export const MonthDayToken = token("MonthDay");
/** `09:00`. */
export const TimeToken = token("Time");
/** `Asia/Tokyo`. */
export const ZoneToken = token("Zone");
/** Opens a body. */
export const LeftBrace = token("{");
/** Closes a body. */
export const RightBrace = token("}");
/** Opens a part of a condition. */
export const LeftParenthesis = token("(");
/** Closes a part of a condition. */
export const RightParenthesis = token(")");
/** Before the kinds of a clause, and before a type. */
export const Colon = token(":");
/** Between the members of a list. */
export const Comma = token(",");
/** Between the names of a clause: `product_support.incidents`. */
export const Dot = token(".");
/** Between two days, both included. */
export const Range = token("..");
/** Between the values of an enumeration. */
export const Bar = token("|");
/** Between two times, the second excluded. */
export const Dash = token("-");
/** Between the values and the targets of a table. */
export const Arrow = token("->");

// Words of one sort, of which a place takes any: one token to ask for is faster than a choice of many.
/** A category: `business`, `clock`, `calendar`. */
export const ClockWord = token("ClockWord");
/** A category: `minute`, `minutes`, `hour` and so on. */
export const UnitWord = token("UnitWord");
/** A category: `Mon` to `Sun`. */
export const WeekdayWord = token("WeekdayWord");
/** A category: `daily`, `weekly`, `monthly`. */
export const TurnWord = token("TurnWord");
/** A category: the types of fields that are one word. */
export const TypeWord = token("TypeWord");
/** A category: `month`, `months`. */
export const MonthWord = token("MonthWord");
/** A category: `respond` or `resolve` at the start of a line. */
export const TargetHead = token("TargetHead");
/** A category: `may`, `ask` or `never` at the start of a line. */
export const VerdictHead = token("VerdictHead");
/** A category: `<`, `<=`, `>`, `>=`. */
export const Comparison = token("Comparison");

/** `<`. */
export const Less = token("<", [Comparison]);
/** `<=`. */
export const LessOrEqual = token("<=", [Comparison]);
/** `>`. */
export const Greater = token(">", [Comparison]);
/** `>=`. */
export const GreaterOrEqual = token(">=", [Comparison]);

const sorts: readonly (readonly [TokenType, words: string])[] = [
  [ClockWord, "business clock calendar"],
  [UnitWord, "minute minutes hour hours day days"],
  [WeekdayWord, "Mon Tue Wed Thu Fri Sat Sun"],
  [TurnWord, "daily weekly monthly"],
  [TypeWord, "percent number date time text"],
  [MonthWord, "month months"],
];
const sortsOfHeads: typeof sorts = [
  [TargetHead, "respond resolve"],
  [VerdictHead, "may ask never"],
];

const heads = new Map<string, TokenType>();
const inLine = new Map<string, TokenType>();
for (const { word, roles } of words) {
  if (roles.includes("head")) heads.set(word, token("line " + word, sortsOf(word, sortsOfHeads)));
  if (roles.includes("reserved")) inLine.set(word, token("word " + word));
  else if (roles.includes("word")) inLine.set(word, token("word " + word, [Name, ...sortsOf(word, sorts)]));
}

/** A word or a name as it is spelled, found by it in one step: `text` is the same string object for all that are spelled so. */
export interface Spelling {
  readonly text: string;
  /** Its token type where it begins a line, undefined where it means nothing there. */
  readonly head: TokenType | undefined;
  /** Its token type as a reserved or contextual word inside a line, undefined for a plain name. */
  readonly word: TokenType | undefined;
}

/**
 * The spelling of a text. Trees and models hold most names many times over: shared, each is kept once, hashed once, and
 * compared without a look at its letters.
 */
export function spellingOf(text: string): Spelling {
  const known = spellingsOfWords.get(text) ?? spellingsOfNames.get(text);
  if (known) return known;
  const spelling = { text, head: undefined, word: undefined };
  spellingsOfNames.set(text, spelling);
  return spelling;
}

/** Begins anew with names, each of which is a window into the text that it stood in, and would keep all of that. */
export function forgetNames(): void {
  if (spellingsOfNames.size > 0) spellingsOfNames.clear();
}

const spellingsOfWords: ReadonlyMap<string, Spelling> = new Map(
  [...heads.keys(), ...inLine.keys()].map((text) => [text, { text, head: heads.get(text), word: inLine.get(text) }]),
);
const spellingsOfNames = new Map<string, Spelling>();

/** The head token type of a word of the table; throws at start-up for a word that is not a head. */
export function head(word: string): TokenType {
  return existing(heads, word);
}

/** The in-line token type of a word of the table; throws at start-up for a word that is none. */
export function word(text: string): TokenType {
  return existing(inLine, text);
}

/** The words that begin a declaration; at column 0 they begin an item. */
export const declarationWords: ReadonlySet<string> = new Set(
  words.filter((one) => one.scope === declaration && one.roles.includes("head")).map((one) => one.word),
);

/** Words that can never be names without backticks. */
export const reservedWords: ReadonlySet<string> = new Set(
  words.filter((one) => one.roles.includes("reserved")).map((one) => one.word),
);

/** Words that cannot begin a line as names, unless `:` or `is` follows. */
export const headWords: ReadonlySet<string> = new Set(heads.keys());

/** All token types, for the parser. */
export const vocabulary: readonly TokenType[] = [
  AnyName,
  Name,
  LineName,
  TextToken,
  NumberToken,
  PercentToken,
  DateToken,
  MonthDayToken,
  TimeToken,
  ZoneToken,
  LeftBrace,
  RightBrace,
  LeftParenthesis,
  RightParenthesis,
  Colon,
  Comma,
  Dot,
  Range,
  Bar,
  Dash,
  Arrow,
  Less,
  LessOrEqual,
  Greater,
  GreaterOrEqual,
  ClockWord,
  UnitWord,
  WeekdayWord,
  TurnWord,
  TypeWord,
  MonthWord,
  TargetHead,
  VerdictHead,
  Comparison,
  ...heads.values(),
  ...inLine.values(),
];

// Chevrotain numbers a token type, and tells its categories of it, when it is made, and with it all that it belongs to.
// One type that belongs to all has that done once and not for each, which was a tenth of the time of a start; of all types,
// chevrotain finds categories that come last soonest.
createToken({ name: "AnyToken", categories: [...vocabulary].reverse() });

function token(name: string, categories: TokenType[] = []): TokenType {
  return { name, CATEGORIES: categories };
}

function sortsOf(word: string, all: typeof sorts): TokenType[] {
  return all.filter(([, members]) => members.split(" ").includes(word)).map(([sort]) => sort);
}

function existing(table: ReadonlyMap<string, TokenType>, text: string): TokenType {
  const found = table.get(text);
  if (!found) throw new Error(`grammar/tokens.ts has no row for ${text}`);
  return found;
}

/** The words that a sort of words stands for; undefined for a token that is no sort. */
export function wordsOfSort(type: TokenType): readonly string[] | undefined {
  return [...sorts, ...sortsOfHeads].find(([sort]) => sort === type)?.[1].split(" ");
}

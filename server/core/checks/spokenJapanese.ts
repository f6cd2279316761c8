/** What people say in Japanese. */
import { headWords } from "../../../grammar/tokens.ts";
import { date, day, hours, inUnits, listed, name, names, padded, type Turn, turn, weekday } from "./turns.ts";

const from = "\\s*(?:から|より|〜|～|-|―)\\s*";

/** In order, so that a later one finds what an earlier one left. */
export const japaneseTurns = (): readonly Turn[] => [
  // Days and hours, as in `open 月曜から金曜 9時から18時半`.
  turn("([月火水木金土日])曜(?:日)?", (_, kanji = "") => weekdays[kanji] ?? ""),
  turn(
    "(?<=[^\\d年月日])([月火水木金土日])(?=[〜～・\\-]|から)|(?<=[〜～・]|から)([月火水木金土日])(?=\\s)",
    (_, one, other) => weekdays[one ?? other ?? ""] ?? "",
  ),
  turn(`(${weekday})(?:${from}|\\.\\.)(${weekday})`, (_, first, last) => `${first}..${last}`),
  turn(`(${weekday})[・と]\\s*(?=${weekday})`, (_, one) => `${one}, `),
  turn("^(open|closed|rest)\\s+平日", (_, head) => `${head} Mon..Fri`),
  turn("^(open|closed|rest)\\s+(?:土日|週末)(?=\\s|$)", (_, head) => `${head} Sat, Sun`),
  turn("^(open|closed|rest)\\s+(?:毎日|年中無休)", (_, head) => `${head} Mon..Sun`),
  turn("^(open|closed|rest)\\s+(?:日本の)?(?:国民の)?祝(?:祭)?日", (_, head) => `${head} holidays of Japan`),
  turn("(午前|午後)\\s*(\\d{1,2})(?=時|:)", (_, half, hour) =>
    String((Number(hour) % 12) + (half === "午後" ? 12 : 0)),
  ),
  turn(
    "(\\d{1,2})時(?:(半)|(\\d{1,2})分)?(?!間)",
    (_, hour, half, minute) => `${hour}:${half ? "30" : (minute ?? "00").padStart(2, "0")}`,
  ),
  turn(`(\\d{1,2}:\\d{2})${from}(\\d{1,2}:\\d{2})(?!\\s*[ap]\\.?m)(?:まで)?`, (_, first, last) => hours(first, last)),
  turn(`(?<=^open.*?[\\s,、])(\\d{1,2})${from}(\\d{1,2})(?:まで)?(?![\\d:.-]|\\s+\\d)`, (_, first, last) =>
    hours(`${first}:00`, `${last}:00`),
  ),
  // Dates, as in `2026年12月21日から2027年1月3日まで`.
  turn(
    `((?:\\d{4}年)?\\d{1,2}月)(\\d{1,2})日${from}(\\d{1,2})日`,
    (_, month, first, last) => `${month}${first}日から${month}${last}日`,
  ),
  turn("(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})日", (_, year, month = "", each = "") => dateOf(year, month, each)),
  turn(`(${day})(?:${from}|\\.\\.)(${day})(?:まで)?`, (_, first, last) => `${first}..${last}`),
  turn(`^(effective)\\s+(${date})(?:から|以降|より)$`, (_, head, first) => `${head} ${first}..`),
  turn(`^closed\\s+([^\\s\\d"]+)\\s+(${day}\\.\\.${day})$`, (_, reason, days) => `closed ${days} because "${reason}"`),
  // Lines of teams.
  turn(`^(${name})\\s*[:：]?\\s*("\\d+")$`, (line, channel = "", address) =>
    headWords.has(channel) ? line : `reach via ${channel} at ${address}`,
  ),
  turn(
    `^duty\\s+(${names})\\s+(日替わり|毎日|週替わり|毎週|月替わり|毎月)\\s*(?:で)?\\s*(${date})(?:\\.\\.|から|より|開始)?$`,
    (_, who, turnOf = "", first) =>
      `duty ${listed(who)} ${turnsOf[turnOf.charAt(0) === "毎" ? turnOf.charAt(1) : turnOf.charAt(0)] ?? turnOf} from ${first}`,
  ),
  turn("^deputy\\s+([^\\s,のが]+)(?:が|は)([^\\s,の]+)の代理$", (_, who, whom) => `deputy ${who} for ${whom}`),
  turn(
    `^deputy\\s+([^\\s,の]+)の(?:代理)?(?:は|が)?\\s*(?!代理$)([^\\s,]+)$`,
    (_, whom, who) => `deputy ${who} for ${whom}`,
  ),
  // Lines of clauses.
  turn("^via\\s.*", (via) => via.replace(/\s*(?:または|もしくは|あるいは|、|・)\s*|(?<=\S)\s+(?:か|と|や)\s+/g, ", ")),
  turn("^(respond|resolve)\\s+(?:within\\s*)?(?=\\d)", (_, head) => `${head} within `),
  turn(
    "(?<![\\d.])(\\d[\\d.]*)\\s*(営業時間|営業日|時間|日|分)(?:間)?(?:以内|まで|内)?(?:に)?",
    (_, amount, unit = "") => inUnits(amount, units[unit] ?? unit),
  ),
  turn("^cutoff\\s+(\\d{1,2}:\\d{2})(?:まで)?$", (_, time) => `cutoff ${padded(time)}`),
  // An `ask` or a `never` without the word would outdo the lines beside it.
  turn("^(may)(.*?)\\s+(?:それ以外|その他|その他の場合|上記以外)(?:は|の場合)?$", (_, head, rest) => `${head}${rest}`),
  // Conditions, as in `金額が10万円以下の場合`.
  turn(
    "^(may|never|ask\\s[^>]*?|case\\s[^>]*?)\\s+(?:when\\s+)?([^\\s\\d]+?)(?:が|は|\\s)\\s*(\\d[^\\s]*?)(以下|以上|未満|超|を超える|より大きい|より小さい)(?:の?場合|なら|の?時|の?とき)?$",
    (_, before, what, value, how = "") => `${before} when ${what} ${comparisons[how] ?? "is"} ${value}`,
  ),
  turn(
    `^(may|never|ask\\s.*?|case\\s.*?)\\s+when\\s+${isValue}(?:${inThatCase})?$`,
    (_, before, what, value, not) => `${before} when ${what} ${isAnyOf(value, not !== undefined)}`,
  ),
  turn(
    `^(may|never|ask\\s.*?|case\\s.*?)\\s+${isValue}${inThatCase}$`,
    (_, before, what, value, not) => `${before} when ${what} ${isAnyOf(value, not !== undefined)}`,
  ),
];

const isValue = "([^\\s\\d]+?)(?:が|は)\\s*([^\\s\\d]+?)(以外|では?ない)?";
const inThatCase = "(?:の?場合|なら|の?時|の?とき)";

const weekdays: Readonly<Record<string, string>> = {
  月: "Mon",
  火: "Tue",
  水: "Wed",
  木: "Thu",
  金: "Fri",
  土: "Sat",
  日: "Sun",
};
const turnsOf: Readonly<Record<string, string>> = { 日: "daily", 週: "weekly", 月: "monthly" };
const units: Readonly<Record<string, string>> = {
  営業時間: "business hours",
  営業日: "business days",
  時間: "hours",
  日: "days",
  分: "minutes",
};
const comparisons: Readonly<Record<string, string>> = {
  以下: "<=",
  以上: ">=",
  未満: "<",
  より小さい: "<",
  超: ">",
  を超える: ">",
  より大きい: ">",
};

/** `is gold`, `is not one of gold, silver`. */
function isAnyOf(value = "", isNot: boolean): string {
  const values = value.split(
    /または|もしくは|あるいは|、|(?<=[\p{Script=Han}\p{Script=Katakana}])か(?=[\p{Script=Han}\p{Script=Katakana}])/u,
  );
  return `is ${isNot ? "not " : ""}${values.length > 1 ? "one of " : ""}${values.join(", ")}`;
}

function dateOf(year: string | undefined, month: string, each: string): string {
  const monthDay = `${month.padStart(2, "0")}-${each.padStart(2, "0")}`;
  return year === undefined ? monthDay : `${year}-${monthDay}`;
}

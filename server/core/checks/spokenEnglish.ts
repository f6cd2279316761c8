/** What people say in English, or in the notation of other tools. */
import { headWords } from "../../../grammar/tokens.ts";
import { date, day, hours, inUnits, listed, name, names, padded, type Turn, turn, weekday } from "./turns.ts";

/** In order, so that a later one finds what an earlier one left. */
export const englishTurns = (): readonly Turn[] => [
  // Days and hours, as in `open Mondays to Fridays from 9am to 6pm`.
  turn("\\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\\b", (_, day) => weekdayOf(day)),
  turn("(?<=^(?:open|closed|rest)\\s.*)\\b(Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)\\b", (_, day) => weekdayOf(day)),
  turn(
    "^(open|closed|rest)\\s+(?:on\\s+)?(?:weekdays?|working days|business days)\\b",
    (_, head) => `${head} Mon..Fri`,
  ),
  turn("^(open|closed|rest)\\s+(?:on\\s+)?weekends?\\b", (_, head) => `${head} Sat, Sun`),
  turn("^(open|closed|rest)\\s+(?:daily|every ?day|always)\\b", (_, head) => `${head} Mon..Sun`),
  turn("^(open)\\s+24/7$|^(open) Mon\\.\\.Sun$", () => "open Mon..Sun 00:00-24:00"),
  // From one date alone is from then on, which is not that day; from one to another is read below.
  turn(`^(open|closed|rest)\\s+(?:on|at|every|from(?!\\s+(?:${day}|.*\\b${month}.*)$))\\s+`, (_, head) => `${head} `),
  turn(`\\b(${clock})${upTo}(${clock})(?!\\s*[ap]\\.?m)`, (_, from, to) => hours(from, to)),
  turn("\\b(\\d{1,2})(?::(\\d{2}))?\\s*([ap])\\.?m\\b\\.?", (_, hour, minute = "00", half) =>
    hourOf(hour, minute, half),
  ),
  turn(`\\b(${clock})${upTo}(${clock})`, (_, from, to) => `${padded(from)}-${padded(to)}`),
  turn(`(?<=^open.*?[\\s,])(?:from\\s+)?(\\d{1,2})${upTo}(\\d{1,2})(?![\\d:.-]|\\s+\\d)`, (_, from, to) =>
    hours(`${from}:00`, `${to}:00`),
  ),
  turn("(?<![\\d:.])(\\d:\\d{2})(?!\\d)", (_, time) => padded(time)),
  turn(`^(open.*?)\\s+(?:from|at|between)\\s+(?=\\d)`, (_, before) => `${before} `),
  turn(`(${weekday})${upTo}(${weekday})`, (_, from, to) => `${from}..${to}`),
  turn(`(${weekday})\\s+and\\s+(${weekday})`, (_, one, other) => `${one}, ${other}`),
  turn(
    '\\b(?:on\\s+)?(?:all\\s+)?(?:(?:public|national|bank)\\s+)*holidays?\\s+(?:of\\s+|in\\s+|for\\s+)?(?:the\\s+)?(?!of\\b|because\\b)(?=\\p{L}|")',
    () => "holidays of ",
  ),
  // Dates, as in `from December 21, 2026 until January 3, 2027`.
  turn(
    `\\b${month}\\s+(\\d{1,2})\\s*(?:-|–|to)\\s*(\\d{1,2})(?![\\d:])`,
    (_, name, first, last) => `${dateOf(name, first, undefined)}..${dateOf(name, last, undefined)}`,
  ),
  turn(`\\b${month}\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?\\b`, (_, name, day, year) =>
    dateOf(name, day, year),
  ),
  turn(`\\b(\\d{1,2})(?:st|nd|rd|th|\\.)?\\s+(?:of\\s+)?${month}(?:,?\\s+(\\d{4}))?\\b`, (_, day, name, year) =>
    dateOf(name, day, year),
  ),
  turn(`\\bbetween\\s+(${day})\\s+and\\s+(${day})`, (_, from, to) => `${from}..${to}`),
  turn(`(?:\\b(?:from|between)\\s+)?(${day})${upTo}(${day})`, (_, from, to) => `${from}..${to}`),
  turn(`^(effective)\\s+(?:from|since|as of|on)\\s+(${date})$`, (_, head, from) => `${head} ${from}..`),
  turn(`^(away\\s+${name})\\s+(?:from|since|as of)\\s+(${date})$`, (_, head, from) => `${head} ${from}..`),
  turn(`^(effective|away\\s+${name})\\s+(?:from|on|during)\\s+`, (_, head) => `${head} `),
  // Lines of calendars and teams.
  turn(
    `^(calendar\\s+${name})\\s+(?:in\\s+|(?:with\\s+)?(?:time ?zone|zone|tz)\\s*[:=]?\\s*)([\\p{L}_]+/[\\p{L}_/]+)`,
    (_, head, zone) => `${head} in ${zone}`,
  ),
  turn(
    `^reach\\s+(?:(?:via|by|on|through)\\s+)?(${name})\\s*(?:at|:|=|is)?\\s*("\\d+")`,
    (_, channel, address) => `reach via ${channel} at ${address}`,
  ),
  turn(
    `^duty\\s*:?\\s*(daily|weekly|monthly),?\\s+(?:from|since|starting)\\s+(?:on\\s+)?(${date})\\s*[:,]?\\s*(${names})$`,
    (_, turnOf, from, who) => `duty ${listed(who)} ${turnOf} from ${from}`,
  ),
  turn(
    `^duty\\s*:?\\s*(${names}),?\\s+(?:(?:rotating|changing|turning)\\s+)?(daily|weekly|monthly),?\\s+(?:from|since|starting|beginning)\\s+(?:on\\s+)?(${date})$`,
    (_, who, turnOf, from) => `duty ${listed(who)} ${turnOf} from ${from}`,
  ),
  turn(`^deputy\\s+(?:of|for)\\s+(${name})\\s*(?:is|:|=)\\s*(${name})$`, (_, whom, who) => `deputy ${who} for ${whom}`),
  turn(`^deputy\\s+(${name})\\s+of\\s+(${name})$`, (_, who, whom) => `deputy ${who} for ${whom}`),
  turn("^(?:members|duty)\\s.*", (line) => line.replace(/\s+and\s+/g, ", ")),
  // Lines of clauses.
  turn("^via\\s.*", (via) => via.replace(/\s+(?:or|and|\/)\s+/g, ", ")),
  turn(
    "^(respond|resolve)\\s*:?\\s*(?:(?:in|by|under|within|at most|max(?:imum)?|no later than)\\s+)*(?=\\d)",
    (_, head) => `${head} within `,
  ),
  turn(
    "(?<![\\d.])(\\d[\\d.]*)\\s*(h|hrs?|mins?|d|(?<=^(?:respond|resolve|escalate)\\s.*)m)\\b",
    (_, amount, unit = "") => inUnits(amount, units[unit.charAt(0)] ?? unit),
  ),
  turn("(\\d)\\s+(?:working|office|opening)\\s+(?=(?:minute|hour|day)s?\\b)", (_, digit) => `${digit} business `),
  turn("(\\d)\\s+(?:real|wall[- ]clock|elapsed)\\s+(?=(?:minute|hour)s?\\b)", (_, digit) => `${digit} clock `),
  turn("^cut[-_ ]?off\\s*(?:time\\s*)?(?:at|is|:|=)?\\s*(?=\\d)", () => "cutoff "),
  turn(
    `^escalate\\s+to\\s+(.+?)\\s+(?:${ifIdle}\\s+)?after\\s+(\\d.*)$`,
    (_, who, after) => `escalate after ${after} to ${who}`,
  ),
  turn("^(?:must|has to|have to|should)\\s+ask\\b", () => "ask"),
  turn("^may\\s+(?:promise|say yes|agree|commit)\\b", () => "may"),
  turn("^(?:must\\s+|may\\s+)?never\\s+(?:promise|say yes|agree|commit)\\b", () => "never"),
  // Any other line that holds is stricter than such a `may`; without its last word an `ask` or a `never` would outdo those beside it.
  turn("^(may)\\b(.*?)\\s+(?:otherwise|else|in all other cases)$", (_, head, rest) => `${head}${rest}`),
  turn("^(may|ask|never)\\b(.*?)\\s+always$", (_, head, rest) => `${head}${rest}`),
  // Conditions.
  turn("\\b(?:if|where|only if|only when)\\b", () => "when"),
  turn(
    `(${name})\\s+is\\s+between\\s+(\\d\\S*)\\s+and\\s+(\\d\\S*)`,
    (_, field, least, most) => `${field} >= ${least} and ${field} <= ${most}`,
  ),
  turn("\\s+(?:is\\s+)?(?:greater|more)\\s+than\\s+or\\s+equal\\s+to\\s+", () => " >= "),
  turn("\\s+(?:is\\s+)?(?:less|lower)\\s+than\\s+or\\s+equal\\s+to\\s+", () => " <= "),
  turn("\\s+(?:is\\s+)?(?:at\\s+least|(?:no|not)\\s+(?:less|lower|fewer)\\s+than)\\s+", () => " >= "),
  turn("\\s+(?:is\\s+)?(?:at\\s+most|up\\s+to|(?:no|not)\\s+(?:more|higher|greater)\\s+than)\\s+", () => " <= "),
  turn(
    "\\s+(?:is\\s+)?(?:greater|more|higher|larger|longer)\\s+than\\s+|\\s+(?:is\\s+)?(?:over|above|exceeds)\\s+(?=\\d)",
    () => " > ",
  ),
  turn(
    "\\s+(?:is\\s+)?(?:less|lower|smaller|fewer|shorter)\\s+than\\s+|\\s+(?:is\\s+)?(?:under|below)\\s+(?=\\d)",
    () => " < ",
  ),
  turn("\\s+(?:equals|is\\s+equal\\s+to)\\s+", () => " is "),
  // What is known of a customer, as in `tier gold`.
  turn(`^(${name})\\s*[:=]?\\s+(${name})$`, (line, attribute = "", value) =>
    headWords.has(attribute) ? line : `${attribute} is ${value}`,
  ),
  // Fields.
  turn(
    `^(${name}\\s*:)\\s*(?:enum|one of|choice)\\s*[([{]?\\s*(${names})\\s*[)\\]}]?$`,
    (_, field, values = "") => `${field} ${values.replace(/\s*,\s*/g, " | ")}`,
  ),
];

const upTo = "\\s*(?:to|until|till|through|–|—|〜|～|-)\\s*";
const clock = "\\d{1,2}:\\d{2}";
/** What an escalation waits for in any case; any other condition would be lost. */
const ifIdle =
  "(?:if\\s+(?:nobody|no ?one)\\s+(?:answers|responds|replies|reacts)|if\\s+(?:there\\s+is\\s+)?no\\s+(?:answer|response|reply)|if\\s+(?:unanswered|not\\s+answered))";
const months = "January February March April May June July August September October November December".split(" ");
const month = `(${months.map((each) => `${each}|${each.slice(0, 3)}`).join("|")})\\.?`;
const units: Readonly<Record<string, string>> = { h: "hours", m: "minutes", d: "days" };

function weekdayOf(day = ""): string {
  return day.charAt(0).toUpperCase() + day.slice(1, 3).toLowerCase();
}

function hourOf(hour = "", minute: string, half = ""): string {
  const past = Number(hour) % 12;
  return `${String(half.toLowerCase() === "p" ? past + 12 : past).padStart(2, "0")}:${minute}`;
}

function dateOf(name = "", day = "", year: string | undefined): string {
  const ofYear = months.findIndex((each) => each.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase()) + 1;
  const monthDay = `${String(ofYear).padStart(2, "0")}-${day.padStart(2, "0")}`;
  return year === undefined ? monthDay : `${year}-${monthDay}`;
}

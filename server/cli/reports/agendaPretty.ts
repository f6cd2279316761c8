import { fillHoles, type Locale } from "../../core/checks/message.ts";
import {
  absentInWords,
  matterInWords,
  timeInWords,
  uncountedInWords,
  wholeDay,
} from "../../core/features/agendaWords.ts";
import { displayWidth, padTo } from "../../core/format/width.ts";
import type { AgendaDays, AttendedEntry } from "../../core/questions/agenda.ts";
import type { Snapshot } from "../../core/workspace/snapshot.ts";
import { paint } from "../colour.ts";
import { placeText, shownPlace } from "../places.ts";
import { wrapped } from "../wrapped.ts";
import type { Listed } from "./agendaReport.ts";
import type { Showing } from "./decisionPretty.ts";

const words = {
  nothing: { en: "Nothing from {first} to {last}.", ja: "{first} から {last} まで予定はありません。" },
} as const;

/** The agenda for a person: the days, and under each by when, who, and what. */
export function prettyAgenda(
  listed: readonly Listed[],
  { first, last }: AgendaDays,
  showing: Omit<Showing, "whole">,
): string {
  const { terminal, locale } = showing;
  if (listed.length === 0)
    return `${fillHoles(words.nothing[locale], { first: wholeDay(first, locale), last: wholeDay(last, locale) }, locale)}\n`;
  const columns = columnsOf(listed, locale);
  return listed
    .flatMap(({ snapshot, entry }, index) => {
      const isNewDay = listed[index - 1]?.entry.day !== entry.day;
      const head = isNewDay ? [...(index === 0 ? [] : [""]), paint(terminal, "bold", wholeDay(entry.day, locale))] : [];
      return [...head, ...entryLines(snapshot, entry, columns, showing)];
    })
    .map((line) => `${line}\n`)
    .join("");
}

/** The widths of "by when" and "who", gaps included; 0 where no entry has one. */
interface Columns {
  readonly time: number;
  readonly who: number;
}

function columnsOf(listed: readonly Listed[], locale: Locale): Columns {
  const widest = (texts: readonly string[]) => {
    const width = Math.max(...texts.map(displayWidth));
    return width === 0 ? 0 : width + gap;
  };
  return {
    time: widest(listed.map(({ entry }) => timeInWords(entry, locale) ?? "")),
    who: widest(listed.map(({ entry }) => entry.who.join(", "))),
  };
}

/** An entry in columns; where they leave little room for what it says, that stands below by when and who. */
function entryLines(
  snapshot: Snapshot,
  entry: AttendedEntry,
  columns: Columns,
  { terminal, locale }: Omit<Showing, "whole">,
): readonly string[] {
  const besides = indent + columns.time + columns.who;
  const isBeside = terminal.columns - besides >= leastText;
  const left = isBeside ? besides : 2 * indent;
  const inColumn = (text: string) => wrapped(text, terminal.columns - left).filter((line) => line !== "");
  const text = inColumn(matterInWords(entry, locale));
  const [time, who] = [timeInWords(entry, locale) ?? "", entry.who.join(", ")];
  const cells = `${" ".repeat(indent)}${padTo(time, columns.time)}${padTo(who, columns.who)}`;
  const [first = "", ...more] = text;
  const above = [time, who].filter((cell) => cell !== "").join(" ".repeat(gap));
  const shown = isBeside
    ? [cells + first, ...indented(more, left)]
    : [...indented(wrapped(above, terminal.columns - indent), indent), ...indented(text, left)];
  const warnings = [absentInWords(entry, locale), uncountedInWords(entry, locale)]
    .flatMap((warning) => inColumn(warning ?? ""))
    .map((line) => paint(terminal, "yellow", line));
  return [...shown, ...indented(warnings, left), ...placeLine(snapshot, entry, left, terminal)];
}

/** Where an entry is written, which is one word and goes to the left where it would not fit. */
function placeLine(
  snapshot: Snapshot,
  entry: AttendedEntry,
  left: number,
  terminal: Showing["terminal"],
): readonly string[] {
  const isWritten = entry.matter.kind !== "away" || !entry.matter.isSupposed;
  const place = isWritten ? shownPlace(snapshot, entry.place) : undefined;
  if (!place) return [];
  const text = placeText(place);
  const fitting = Math.max(2 * indent, Math.min(left, terminal.columns - displayWidth(text)));
  return indented([paint(terminal, "dim", text)], fitting);
}

function indented(lines: readonly string[], by: number): readonly string[] {
  return lines.map((line) => " ".repeat(by) + line);
}

const indent = 2;
const gap = 2;

/** With less room, sentences beside by when and who are broken at every third word. */
const leastText = 36;

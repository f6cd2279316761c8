import { fillHoles } from "../../core/checks/message.ts";
import {
  absentInWords,
  matterInWords,
  timeInWords,
  uncountedInWords,
  wholeDay,
} from "../../core/features/agendaWords.ts";
import { displayWidth, padTo } from "../../core/format/width.ts";
import type { AgendaDays } from "../../core/questions/agenda.ts";
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
  { terminal, locale }: Omit<Showing, "whole">,
): string {
  if (listed.length === 0)
    return `${fillHoles(words.nothing[locale], { first: wholeDay(first, locale), last: wholeDay(last, locale) }, locale)}\n`;
  const times = Math.max(...listed.map(({ entry }) => displayWidth(timeInWords(entry, locale) ?? "")));
  const people = Math.max(...listed.map(({ entry }) => displayWidth(entry.who.join(", "))));
  const columns = [times, people].filter((width) => width > 0).map((width) => width + gap);
  const left = columns.reduce((sum, width) => sum + width, indent);
  return listed
    .flatMap(({ snapshot, entry }, index) => {
      const isNewDay = listed[index - 1]?.entry.day !== entry.day;
      const head = isNewDay ? [...(index === 0 ? [] : [""]), paint(terminal, "bold", wholeDay(entry.day, locale))] : [];
      const isWritten = entry.matter.kind !== "away" || !entry.matter.isSupposed;
      const place = isWritten ? shownPlace(snapshot, entry.place) : undefined;
      const cells = [...(times > 0 ? [timeInWords(entry, locale) ?? ""] : []), entry.who.join(", ")];
      const before = cells.map((cell, column) => padTo(cell, columns[column] ?? 0)).join("");
      const [text = "", ...more] = wrapped(matterInWords(entry, locale), terminal.columns - left);
      const shown = [`${" ".repeat(indent)}${before}${text}`, ...more.map((line) => " ".repeat(left) + line)];
      const warnings = [absentInWords(entry, locale), uncountedInWords(entry, locale)];
      const missing = warnings.flatMap((warning) =>
        wrapped(warning ?? "", terminal.columns - left)
          .filter((line) => line !== "")
          .map((line) => " ".repeat(left) + paint(terminal, "yellow", line)),
      );
      const where = place ? [" ".repeat(left) + paint(terminal, "dim", placeText(place))] : [];
      return [...head, ...shown, ...missing, ...where];
    })
    .map((line) => `${line}\n`)
    .join("");
}

const indent = 2;
const gap = 2;

/* Random calendars as text. */
import type { Chance } from "../chance.ts";
import { textOfDay, textOfMinute, weekdayNames } from "../dates.ts";
import type { Setting } from "../place.ts";
import { worldDays } from "../world.ts";

/** Some calendars in any order, each made of its own hours and perhaps of those of others. */
export function calendarTexts(chance: Chance, setting: Setting, names: readonly string[]): readonly string[] {
  const texts = names.map((name, index) => {
    const lines = [
      ...calendarLines(chance, setting, names.slice(0, index)),
      ...chance
        .subset(weekdayNames)
        .slice(0, chance.pick([0, 0, 1, 2]))
        .map((day) => `  rest ${day}`),
    ];
    return [`calendar ${name} in ${chance.pick(setting.zones)} {`, ...lines, "}"].join("\n");
  });
  return chance.shuffled(texts);
}

function calendarLines(chance: Chance, setting: Setting, others: readonly string[]): readonly string[] {
  const usual = chance.oneIn(3) ? [] : [chance.pick(usualHours)];
  const lines = chance.some(usual.length === 0 ? 1 : 0, 4, () => {
    const days = randomDays(chance, setting, others);
    const effect = chance.oneIn(2) ? "open" : "closed";
    return `  ${effect} ${days}${timesOf(chance)}`;
  });
  const all = [...usual.map((line) => `  open ${line}`), ...lines];
  return all.some((line) => line.startsWith("  open")) ? withoutContradiction(all) : [...all, "  open Mon..Sun"];
}

const usualHours = [
  "Mon..Fri 09:00-12:00, 13:00-18:00",
  "Mon..Fri 09:00-17:00",
  "Mon..Sun 08:00-20:00",
  "Mon..Sun",
  "Mon..Fri 22:00-06:00",
  "Tue, Thu, Sat 10:00-19:30",
  "Sun..Wed 12:00-24:00",
];

/** A line of an exception: mostly a dated one. */
export function exceptionLine(chance: Chance, setting: Setting, names: readonly string[]): string {
  const days = chance.oneIn(3) ? randomDays(chance, setting, names) : dates(chance, setting);
  return `  ${chance.oneIn(4) ? "closed" : "open"} ${days}${timesOf(chance)}`;
}

/** A date in the first weeks, perhaps some days with it. */
export function dates(chance: Chance, { startDay }: Setting, within = worldDays): string {
  const first = startDay + chance.below(within);
  return chance.oneIn(2) ? textOfDay(first) : `${textOfDay(first)}..${textOfDay(first + 1 + chance.below(3))}`;
}

/** Weekdays, perhaps wrapping. */
export function weekdays(chance: Chance): string {
  if (chance.oneIn(2)) return chance.subset(weekdayNames).join(", ");
  return `${chance.pick(weekdayNames)}..${chance.pick(weekdayNames)}`;
}

/** Days of any year, perhaps wrapping. */
export function monthDays(chance: Chance, { startDay }: Setting): string {
  const first = startDay + chance.below(worldDays);
  const last = first + chance.below(chance.oneIn(6) ? 300 : 6);
  return `${textOfDay(first).slice(5)}..${textOfDay(last).slice(5)}`;
}

function randomDays(chance: Chance, setting: Setting, others: readonly string[]): string {
  switch (chance.below(others.length > 0 ? 9 : 7)) {
    case 0:
    case 1:
      return dates(chance, setting);
    case 2:
      return monthDays(chance, setting);
    case 3:
      return chance.oneIn(2) ? "holidays of Japan" : 'holidays of "DE-BY"';
    case 7:
    case 8:
      return `during ${chance.subset(others).slice(0, 2).join(", ")}`;
    default:
      return weekdays(chance);
  }
}

function timesOf(chance: Chance): string {
  return chance.oneIn(4) ? "" : " " + chance.some(1, 2, () => timeRange(chance)).join(", ");
}

function timeRange(chance: Chance): string {
  if (chance.oneIn(2)) return chance.pick(usualTimes);
  // Half past, around the hours at which clocks change, and anything else.
  const time = () => (chance.oneIn(3) ? 60 + 30 * chance.below(5) : chance.below(1440));
  const [from, to] = [time(), time()];
  return `${textOfMinute(from)}-${textOfMinute(from === to ? from + 1 : to)}`;
}

const usualTimes = ["09:00-12:00", "12:00-18:00", "22:00-06:00", "00:00-24:00", "20:00-24:00", "00:00-05:00"];

/** A dated `closed` without times and a dated `open` on the same date are an error, so such closures go. */
function withoutContradiction(lines: readonly string[]): readonly string[] {
  const opened = lines.some((line) => /^ {2}open +\d{4}/.test(line));
  return opened ? lines.filter((line) => !/^ {2}closed +[\d.-]+$/.test(line)) : lines;
}

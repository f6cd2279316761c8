import { buildCalendar, type Calendar, type OverlayScope, overlaid } from "../../../server/core/time/calendar.ts";
import { parseDate, parseMinute } from "../../../server/core/time/date.ts";
import { deadlineOf } from "../../../server/core/time/deadline.ts";
import { japaneseHolidays } from "../../../server/core/time/holidays.japan.ts";
import type {
  CalendarLine,
  CalendarSpec,
  Holidays,
  Instant,
  Interval,
  LineDays,
  MonthDay,
  TimeRange,
  Unit,
} from "../../../server/core/time/spec.ts";
import { formatInstant, toInstant, utc, zoneOf } from "../../../server/core/time/zone.ts";

const weekdayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** A spec of lines written as in the language ("open Mon..Fri 09:00-12:00", "closed holidays of Japan", "rest Sun"); `during N` means the N-th of `others`. */
export function specOf(zone: string, lines: readonly string[], others: readonly CalendarSpec[] = []): CalendarSpec {
  const rest = lines.find((line) => line.startsWith("rest "))?.slice(5);
  const rows = lines.filter((line) => !line.startsWith("rest ")).map((line) => lineOf(line, others));
  return { name: "written", zone, lines: rows, rest: rest === undefined ? 0 : maskOf(rest) };
}

/** A calendar of written lines. */
export function calendarOf(zone: string, ...lines: readonly string[]): Calendar {
  return buildCalendar(specOf(zone, lines), japaneseHolidays);
}

/** A calendar of written lines with holidays of one's own: the dates given, whatever the region. */
export function calendarWithHolidays(zone: string, dates: readonly string[], ...lines: readonly string[]): Calendar {
  const days = dates.map(dayOfText);
  const holidays: Holidays = () => days;
  return buildCalendar(specOf(zone, lines), holidays);
}

/** A calendar with written lines laid over it. */
export function laidOver(calendar: Calendar, lines: readonly string[], scope?: OverlayScope): Calendar {
  return overlaid(
    calendar,
    lines.map((line) => lineOf(line, [])),
    scope,
  );
}

/** One written line. */
export function lineOf(text: string, others: readonly CalendarSpec[]): CalendarLine {
  const [effect, ...words] = text.split(" ").filter((word) => word !== "");
  const time = words.findIndex((word) => /^\d\d:\d\d-/.test(word));
  const days = words.slice(0, time < 0 ? words.length : time).join(" ");
  const times = time < 0 ? [] : words.slice(time).join("").split(",").map(rangeOf);
  return { effect: effect === "closed" ? "closed" : "open", days: daysOf(days, others), times };
}

/** The instant that a zone's clock shows as "2026-08-24T09:00"; a text ending in "Z" is in UTC. */
export function at(calendar: Calendar, text: string): Instant {
  const [date = "", time = ""] = text.replace("Z", "").split("T");
  return toInstant(text.endsWith("Z") ? utc : calendar.zone, dayOfText(date), minuteOf(time));
}

/** An instant as a calendar's clock shows it, or "none". */
export function shown(calendar: Calendar, instant: Instant | undefined): string {
  return instant === undefined ? "none" : formatInstant(calendar.zone, instant);
}

/** An instant in UTC, as "2026-03-29T01:00Z", or "none". */
export function shownInUtc(instant: Instant | undefined): string {
  return instant === undefined ? "none" : formatInstant(utc, instant) + "Z";
}

/** Intervals in UTC: "2026-03-29T01:00Z/2026-03-29T02:00Z, …". */
export function intervalsInUtc(intervals: readonly Interval[]): string {
  return intervals.map(({ open, close }) => shownInUtc(open) + "/" + shownInUtc(close)).join(", ");
}

/** A deadline as a line of text: "2026-09-24T12:00, breached after 2026-09-24T13:00". */
export function deadlineText(
  calendar: Calendar,
  target: string,
  received: string,
  more: { readonly cutoff?: string; readonly waiting?: readonly (readonly [string, string])[] } = {},
): string {
  const { deadline, breachedAfter } = deadlineOf(
    calendar,
    targetOf(target),
    at(calendar, received),
    more.cutoff === undefined ? undefined : minuteOf(more.cutoff),
    more.waiting?.map(([open, close]) => ({ open: at(calendar, open), close: at(calendar, close) })),
  );
  return shown(calendar, deadline) + ", breached after " + shown(calendar, breachedAfter);
}

/** The day of a text that is a date. */
export function dayOfText(text: string): number {
  const day = parseDate(text);
  if (day === undefined) throw new Error("no date: " + text);
  return day;
}

/** Every unit that a target may have. */
export const units: readonly Unit[] = [
  "business minutes",
  "business hours",
  "business days",
  "clock minutes",
  "clock hours",
  "calendar days",
];

function targetOf(text: string): { amount: number; unit: Unit; before: number | undefined } {
  const [amount = "", kind = "", unit = "", , before] = text.split(" ");
  const found = units.find((each) => each.startsWith(kind + " " + unit));
  if (!found) throw new Error("no unit: " + text);
  return { amount: Number(amount), unit: found, before: before === undefined ? undefined : minuteOf(before) };
}

function daysOf(text: string, others: readonly CalendarSpec[]): LineDays {
  const [first = "", last = first] = text.split("..");
  if (text.startsWith("holidays of ")) return { kind: "holidays", region: text.slice(12) };
  if (text.startsWith("during ")) return { kind: "during", calendars: chosen(text.slice(7), others) };
  if (/^\d{4}-/.test(text)) return { kind: "dates", first: dayOfText(first), last: dayOfText(last) };
  if (/^\d\d-/.test(text)) return { kind: "monthdays", first: monthDayOf(first), last: monthDayOf(last) };
  return { kind: "weekdays", mask: maskOf(text) };
}

function chosen(text: string, others: readonly CalendarSpec[]): readonly CalendarSpec[] {
  return text.split(",").flatMap((index) => others[Number(index)] ?? []);
}

function monthDayOf(text: string): MonthDay {
  const [month, day] = text.split("-");
  return { month: Number(month), day: Number(day) };
}

function maskOf(text: string): number {
  return text.split(",").reduce((mask, part) => mask | maskOfRange(part.trim()), 0);
}

function maskOfRange(text: string): number {
  const [first = "", last = first] = text.split("..");
  let mask = 0;
  for (let day = weekdayNames.indexOf(first); ; day = (day + 1) % 7) {
    mask |= 1 << day;
    if (weekdayNames[day] === last) return mask;
  }
}

function rangeOf(text: string): TimeRange {
  const [from = "", to = ""] = text.split("-");
  return { from: minuteOf(from), to: minuteOf(to) };
}

function minuteOf(text: string): number {
  const minute = parseMinute(text);
  if (minute === undefined) throw new Error("no time: " + text);
  return minute;
}

/** The zone of a name that exists. */
export function zone(name: string): NonNullable<ReturnType<typeof zoneOf>> {
  const found = zoneOf(name);
  if (!found) throw new Error("no zone: " + name);
  return found;
}

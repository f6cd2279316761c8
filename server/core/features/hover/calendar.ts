import { inList, type Locale } from "../../checks/message.ts";
import type { Calendar, CalendarRule } from "../../model/model.ts";
import { calendarSpecOf } from "../../model/zones.ts";
import { buildCalendar, intervalsBetween, nextOpening, type Calendar as OpenTimes } from "../../time/calendar.ts";
import { formatDate, formatMinute, partsOf, weekdayOf } from "../../time/date.ts";
import type { Day, Instant, Interval, MonthDay } from "../../time/spec.ts";
import { localDay, toInstant, toLocal } from "../../time/zone.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { say, wording } from "../say.ts";
import { dateText, dayAndTime } from "../telling.ts";
import { dayInWords } from "../words.ts";

const texts = {
  opensIn: wording("opening hours in {zone}", "{zone} での営業時間"),
  thisWeek: wording("The week of {date}:", "{date}の週："),
  dayLine: wording("- {date}: {words}", "- {date}：{words}"),
  notedDay: wording("- {date}: {words} ({notes})", "- {date}：{words}（{notes}）"),
  closed: wording("closed", "休み"),
  holiday: wording("holiday of {region}", "{region} の祝日"),
  openNow: wording("Open now.", "現在は営業中。"),
  closedUntil: wording("Closed now; opens {time}.", "現在は休み。次は {time} から。"),
  neverOpens: wording("It does not open within ten years.", "今後十年、開くことがない。"),
};

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** What a calendar means in the week of an instant, or of the day that the settings fix: each day's open times, holidays named by their region; markdown lines. */
export function calendarCard(snapshot: Snapshot, calendar: Calendar, now: Instant, locale: Locale): readonly string[] {
  const spec = calendarSpecOf(snapshot.model, calendar.name);
  if (!spec) return [`**${calendar.name}**`];
  const times = buildCalendar(spec, snapshot.holidays);
  const fixedDay = snapshot.settings.settings.today;
  const today = fixedDay ?? localDay(times.zone, now);
  const monday = today - weekdayOf(today);
  return [
    `**${calendar.name}** — ${say(texts.opensIn, locale, { zone: calendar.zone })}`,
    ...(fixedDay === undefined ? ["", stateNow(times, now, locale)] : []),
    "",
    say(texts.thisWeek, locale, { date: dayInWords(monday, locale) }),
    "",
    ...[0, 1, 2, 3, 4, 5, 6].map((index) => dayLine(snapshot, calendar, times, monday + index, locale)),
  ];
}

function stateNow(times: OpenTimes, now: Instant, locale: Locale): string {
  const opening = nextOpening(times, now);
  if (opening === undefined) return say(texts.neverOpens, locale, {});
  if (opening === now) return say(texts.openNow, locale, {});
  const local = toLocal(times.zone, opening);
  const time = dayAndTime(dateText(local.day, locale, Number.NaN), formatMinute(local.minute), locale);
  return say(texts.closedUntil, locale, { time });
}

function dayLine(snapshot: Snapshot, calendar: Calendar, times: OpenTimes, day: Day, locale: Locale): string {
  const intervals = intervalsBetween(times, toInstant(times.zone, day, 0), toInstant(times.zone, day + 1, 0));
  const open = inList(
    intervals.map((interval) => clockRange(times, interval)),
    locale,
  );
  const notes = notesOn(snapshot, calendar, day, locale);
  const words = open || say(texts.closed, locale, {});
  const weekday = weekdays[weekdayOf(day)] ?? "";
  const date = locale === "ja" ? dateText(day, locale, partsOf(day).year) : `${weekday} ${formatDate(day).slice(5)}`;
  return say(notes === "" ? texts.dayLine : texts.notedDay, locale, { date, words, notes });
}

function clockRange(times: OpenTimes, { open, close }: Interval): string {
  const from = toLocal(times.zone, open);
  const to = toLocal(times.zone, close);
  const minute = to.day > from.day && to.minute === 0 ? 1440 : to.minute;
  return `${formatMinute(from.minute)}–${formatMinute(minute)}`;
}

function notesOn(snapshot: Snapshot, calendar: Calendar, day: Day, locale: Locale): string {
  return inList(
    calendar.rules.flatMap((rule) => noteOn(snapshot, rule, day, locale) ?? []),
    locale,
  );
}

function noteOn(snapshot: Snapshot, rule: CalendarRule, day: Day, locale: Locale): string | undefined {
  const { days, because, effect } = rule;
  switch (days.kind) {
    case "holidays": {
      const isHoliday = snapshot.holidays(days.region, partsOf(day).year)?.includes(day) ?? false;
      if (!isHoliday || effect === "open") return undefined;
      return because ?? say(texts.holiday, locale, { region: days.region });
    }
    case "dates":
      return days.first <= day && day <= days.last ? because : undefined;
    case "monthdays":
      return isBetween(partsOf(day), days.first, days.last) ? because : undefined;
    case "weekdays":
    case "during":
      return undefined;
  }
}

function isBetween(date: MonthDay, first: MonthDay, last: MonthDay): boolean {
  const [at, from, to] = [date, first, last].map(({ month, day }) => month * 100 + day);
  if (at === undefined || from === undefined || to === undefined) return false;
  return from <= to ? from <= at && at <= to : from <= at || at <= to;
}

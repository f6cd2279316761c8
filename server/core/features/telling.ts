import { fillHoles, inList, type Locale } from "../checks/message.ts";
import type { Decision } from "../engine/decision.ts";
import type { Agreed } from "../questions/asked.ts";
import { formatDate, formatMinute, partsOf, weekdayOf } from "../time/date.ts";
import type { Day, Instant } from "../time/spec.ts";
import { localDay, offsetOfRepeated, toLocal, utc, type Zone, zoneOf } from "../time/zone.ts";
import { say, wording } from "./say.ts";

/** A decision with what it takes to put it into words: whose names, in which language, on which clock. */
export interface Telling extends Agreed {
  readonly decision: Decision;
  readonly locale: Locale;
  /** The decision's own. */
  readonly zone: Zone;
  /** The year of the request, which Japanese dates leave out. */
  readonly year: number;
}

const texts = {
  titled: wording("{name} ({title})", "{name}（{title}）"),
  or: wording("{most} or {last}", "{most} または {last}"),
  and: wording("{most} and {last}", "{most} と {last}"),
  clockSetBack: wording("{time} (after the clock is set back)", "{time}（時計を戻した後）"),
};

const weekdays: Readonly<Record<Locale, readonly string[]>> = {
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
  ja: ["月", "火", "水", "木", "金", "土", "日"],
};

/** The telling of a decision in one language. */
export function tellingOf({ engine, model, supposed }: Agreed, decision: Decision, locale: Locale): Telling {
  const zone = zoneOf(decision.zone) ?? utc;
  return { engine, model, supposed, decision, locale, zone, year: partsOf(localDay(zone, decision.request.at)).year };
}

/**
 * A moment from which something is so: "Mon 2026-08-24 14:00", "8月24日（月）14:00" (with the year when it is not the request's).
 * An hour that the clock shows twice says when it is the second.
 */
export function momentText({ zone, locale, year }: Telling, at: Instant): string {
  const { day, minute } = toLocal(zone, at);
  const time = dayAndTime(dateText(day, locale, year), formatMinute(minute), locale);
  return offsetOfRepeated(zone, at) === "" ? time : say(texts.clockSetBack, locale, { time });
}

/** A moment with its year, also in Japanese. */
export function datedMomentText(telling: Telling, at: Instant): string {
  return momentText({ ...telling, year: Number.NaN }, at);
}

/** A moment at which something ends: midnight is 24:00 of the day before it. */
export function endText(telling: Telling, at: Instant): string {
  const { zone, locale, year } = telling;
  const { day, minute, millisecond } = toLocal(zone, at);
  return minute === 0 && millisecond === 0
    ? dayAndTime(dateText(day - 1, locale, year), "24:00", locale)
    : momentText(telling, at);
}

/** The end of what began at `from`, as `endText` has it; on the same day its time alone. */
export function endTextAfter(telling: Telling, from: Instant, to: Instant): string {
  const { zone } = telling;
  const { day, minute, millisecond } = toLocal(zone, to);
  const isMidnight = minute === 0 && millisecond === 0;
  const isSameDay = localDay(zone, from) === (isMidnight ? day - 1 : day);
  if (!isSameDay || [from, to].some((at) => offsetOfRepeated(zone, at) !== "")) return endText(telling, to);
  return isMidnight ? "24:00" : formatMinute(minute);
}

/** A day with its weekday and a time of it; in Japanese the bracket of the weekday stands between them. */
export function dayAndTime(day: string, time: string, locale: Locale): string {
  return locale === "ja" ? day + time : `${day} ${time}`;
}

/** A day as "Mon 2026-08-24" or "8月24日（月）". */
export function dayText({ locale, year }: Telling, day: Day): string {
  return dateText(day, locale, year);
}

/** "Thu" or "木"; 0 = Monday. */
export function weekdayText(weekday: number, locale: Locale): string {
  return weekdays[locale][weekday] ?? "";
}

/** A team or customer with the title that people know it by: "Support (システム部)", "Support（システム部）". */
export function titledName({ model, locale }: Pick<Telling, "model" | "locale">, name: string): string {
  const { teams, customers } = model;
  const { title } = teams.get(name) ?? customers.get(name) ?? {};
  if (title === undefined || title === name) return name;
  return title.includes(name) ? title : say(texts.titled, locale, { name, title });
}

/** "email, portal or phone". */
export function orList({ locale }: Telling, items: readonly string[]): string {
  return listed(texts.or[locale], items, locale);
}

/** "Abe, Kudo and Ito". */
export function andList({ locale }: Telling, items: readonly string[]): string {
  return listed(texts.and[locale], items, locale);
}

function listed(pair: string, items: readonly string[], locale: Locale): string {
  const last = items.at(-1) ?? "";
  if (items.length < 2) return last;
  return fillHoles(pair, { most: inList(items.slice(0, -1), locale), last }, locale);
}

/** A day with its weekday; in Japanese without the year where that is `requestYear`. */
export function dateText(day: Day, locale: Locale, requestYear: number): string {
  const weekday = weekdays[locale][weekdayOf(day)] ?? "";
  if (locale === "en") return `${weekday} ${formatDate(day)}`;
  const { year, month, day: dayOfMonth } = partsOf(day);
  return `${year === requestYear ? "" : `${year}年`}${month}月${dayOfMonth}日（${weekday}）`;
}

import ical, { ICalCalendarMethod, ICalEventBusyStatus, ICalEventTransparency } from "ical-generator";
import { inBrackets, inList, labelled } from "../../core/checks/message.ts";
import { absentInWords, matterInWords, timeInWords, uncountedInWords } from "../../core/features/agendaWords.ts";
import { dayMilliseconds } from "../../core/time/date.ts";
import type { Day } from "../../core/time/spec.ts";
import { placeText, shownPlace } from "../places.ts";
import type { Terminal } from "../terminal.ts";
import type { Listed } from "./agendaReport.ts";
import { agendaUids } from "./agendaUid.ts";
import type { Showing } from "./decisionPretty.ts";

const words = { name: { en: "Agreements", ja: "取り決め" } } as const;

/**
 * The agenda as iCalendar (RFC 5545): days as days, times in UTC, which every calendar shows on its own clock; none of it
 * keeps anybody busy. The zone in which a time is meant stands in the description.
 */
export function icalAgenda(
  listed: readonly Listed[],
  { terminal, locale }: Pick<Showing, "locale"> & { readonly terminal: Pick<Terminal, "now"> },
): string {
  const calendar = ical({
    name: words.name[locale],
    prodId: { company: "torikime", product: "agenda", language: locale.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  });
  const uids = agendaUids(listed);
  for (const each of listed) {
    const { snapshot, entry } = each;
    const { at, matter, who, zone } = entry;
    const place = shownPlace(snapshot, entry.place);
    const time = timeInWords(entry, locale);
    const text = matterInWords({ ...entry, day: firstDay(entry) }, locale);
    const summary = who.length === 0 ? text : labelled(inList(who, locale), text, locale);
    const details = [
      absentInWords(entry, locale),
      uncountedInWords(entry, locale),
      time === undefined ? undefined : inBrackets(time, zone, locale),
      matter.kind === "away" && matter.isSupposed ? undefined : place && placeText(place),
    ];
    calendar.createEvent({
      id: uids.get(each) ?? null,
      stamp: new Date(terminal.now),
      summary,
      description: details.filter((part) => part !== undefined).join("\n"),
      transparency: ICalEventTransparency.TRANSPARENT,
      busystatus: ICalEventBusyStatus.FREE,
      categories: [{ name: matter.kind }],
      ...(at === undefined
        ? { start: midnight(firstDay(entry)), end: midnight(lastDay(entry) + 1), allDay: true }
        : { start: new Date(at) }),
    });
  }
  return `${calendar.toString()}\r\n`;
}

/** An absence is the same event as long as it lasts, from whichever day the agenda begins. */
function firstDay({ day, matter }: Listed["entry"]): Day {
  return matter.kind === "away" ? matter.since : day;
}

/** An absence lasts; one without an end is shown on its first day. */
function lastDay({ day, matter }: Listed["entry"]): Day {
  return matter.kind === "away" ? (matter.until ?? day) : day;
}

function midnight(day: Day): Date {
  return new Date(day * dayMilliseconds);
}

import { forceOf, inForce } from "../engine/force.ts";
import type { Agreement } from "../model/model.ts";
import type { Obligation, Rhythm } from "../model/work.ts";
import { zoneOfAgreement } from "../model/zones.ts";
import { businessDayClose, type Calendar, isBusinessDay } from "../time/calendar.ts";
import { businessDayBefore } from "../time/counting.ts";
import { formatDate, weekdayOf } from "../time/date.ts";
import type { Day, Instant } from "../time/spec.ts";
import { toInstant, utc, type Zone, zoneOf } from "../time/zone.ts";
import type { AgendaDays, AgendaEntry } from "./agenda.ts";
import type { Agreed } from "./asked.ts";

/** What is owed on weekdays, in the calendar of the team that owes it; what is owed with a request has no date beforehand. */
export function owedEntries(agreed: Agreed, days: AgendaDays): readonly AgendaEntry[] {
  return [...agreed.model.agreements.values()].flatMap((agreement) =>
    agreement.obligations.flatMap((obligation) => {
      const { rhythm } = obligation;
      return rhythm.kind === "every" ? owedOnWeekdays(agreed, agreement, obligation, rhythm, days) : [];
    }),
  );
}

function owedOnWeekdays(
  agreed: Agreed,
  agreement: Agreement,
  obligation: Obligation,
  { weekdays, before }: Rhythm & { readonly kind: "every" },
  { first, last }: AgendaDays,
): readonly AgendaEntry[] {
  const { from, to, what, id, place } = obligation;
  const calendar = agreed.engine.resources.staff.teams.get(from)?.calendar;
  const zone = calendar?.zone ?? zoneOf(zoneOfAgreement(agreed.model, agreement) ?? "") ?? utc;
  const force = forceOf(agreement.effective?.value);
  // What falls on a closed day moves back, so days after the last may come to lie before it.
  const named = Array.from({ length: last - first + 1 + mostMoved }, (_, index) => first + index);
  const owed = named.filter((day) => ((weekdays >> weekdayOf(day)) & 1) === 1 && inForce(force, day));
  const taken = new Set<Day>();
  return owed.flatMap((day) => {
    const moved = calendar ? openDay(calendar, day) : day;
    // Several closed days in a row move back to one day, on which it is owed once.
    if (moved === undefined || taken.has(moved)) return [];
    taken.add(moved);
    const at = timeOn(calendar, zone, moved, before);
    const matter = { kind: "owed" as const, from, to, what };
    return {
      matter,
      about: id,
      who: [from],
      day: moved,
      at,
      zone: zone.id,
      key: `owed ${id} ${from} ${to} ${formatDate(day)}`,
      place,
    };
  });
}

// More closed days in a row than any holidays have.
const mostMoved = 31;

/** The date itself, or the business day before it where it is closed. */
function openDay(calendar: Calendar, day: Day): Day | undefined {
  return isBusinessDay(calendar, day) ? day : businessDayBefore(calendar, day, 1);
}

/** Before the stated time of the day, else by its close. */
function timeOn(calendar: Calendar | undefined, zone: Zone, day: Day, before: number | undefined): Instant | undefined {
  if (before !== undefined) return toInstant(zone, day, before);
  return calendar && businessDayClose(calendar, day);
}

import type { CalendarRule, CommitClause, HandleClause, HandleLines, Model } from "../model/model.ts";
import { zoneOfAgreement, zonesOfParties } from "../model/zones.ts";
import type { Instant, Minute } from "../time/spec.ts";
import { localDay, toInstant, utc, type Zone, zoneOf } from "../time/zone.ts";

/** The times of day at which something may change on a zone's clock, midnight among them. */
interface Clock {
  readonly zone: Zone;
  readonly minutes: readonly Minute[];
}

/**
 * The instants after `from`, up to and including `to`, at which an answer may change, in order: midnights, for dates and turns
 * on duty, and all times of day that a calendar, an exception, a cut-off or the law on night work names, in every zone.
 */
export function instantsBetween({ model }: { readonly model: Model }, from: Instant, to: Instant): readonly Instant[] {
  const found = new Set<Instant>();
  // What is no date has no marks; days beyond these could not be counted on.
  if (!(Math.abs(from) <= farthest && Math.abs(to) <= farthest)) return [];
  for (const { zone, minutes } of clocksOf(model)) {
    const last = localDay(zone, to);
    for (let day = localDay(zone, from); day <= last; day += 1)
      for (const minute of minutes) {
        const at = toInstant(zone, day, minute);
        if (at > from && at <= to) found.add(at);
      }
  }
  return [...found].sort((one, other) => one - other);
}

/** The last instant that a date of the language's host can name (ECMA-262, 21.4.1.1). */
const farthest = 8.64e15;

function clocksOf(model: Model): readonly Clock[] {
  const known = clocks.get(model) ?? newClocks(model);
  clocks.set(model, known);
  return known;
}

const clocks = new WeakMap<Model, readonly Clock[]>();

/** Every time of day on every clock: few of either are in use, and one too many costs one question more. */
function newClocks(model: Model): readonly Clock[] {
  const exceptions = [...model.exceptions.values()];
  const rules = [
    ...[...model.calendars.values()].flatMap((calendar) => calendar.rules),
    ...exceptions.flatMap((exception) => exception.open),
  ];
  const lines = [...[...model.clauses.values()].flatMap(linesIn), ...exceptions.map((exception) => exception.lines)];
  const cutoffs = lines.flatMap(({ cutoff }) => cutoff?.value ?? []);
  const night = lines.some(({ surcharge }) => surcharge?.value.rate.kind === "premium") ? nightWork : [];
  const minutes = new Set([0, ...rules.flatMap(timesIn), ...cutoffs, ...night]);
  return [...zonesOf(model)].map((zone) => ({ zone, minutes: [...minutes] }));
}

// Article 37 of Japan's Labour Standards Act: from ten in the evening until five in the morning.
const nightWork: readonly Minute[] = [5 * 60, 22 * 60];

function linesIn(clause: HandleClause | CommitClause): readonly HandleLines[] {
  return clause.kind === "handle" ? [clause.lines] : [];
}

function timesIn({ times }: CalendarRule): readonly Minute[] {
  return times.flatMap(({ from, to }) => [from % dayMinutes, to % dayMinutes]);
}

const dayMinutes = 1440;

function zonesOf(model: Model): ReadonlySet<Zone> {
  const agreements = [...model.agreements.values()];
  // Where no zone is known, dates are read in UTC.
  const isDated = agreements.every(
    (agreement) => zoneOfAgreement(model, agreement) ?? zonesOfParties(model, agreement)[0],
  );
  const names = [
    ...[...model.calendars.values()].map((calendar) => calendar.zone),
    ...agreements.flatMap((agreement) => agreement.zone ?? zonesOfParties(model, agreement)),
  ];
  const zones = names.flatMap((name) => zoneOf(name) ?? []);
  return new Set(isDated ? zones : [...zones, utc]);
}

/** Who is the only one left to do something, from today on. */
import type { Who } from "../../model/model.ts";
import type { Day } from "../../time/spec.ts";
import { isAway, type Staff, successionOf, type Whose } from "../staff/succession.ts";
import type { DatedArrivals } from "./starts.ts";

/** What is known of people who are alone; each is worked out once. */
export interface Alone {
  /** Whether anybody is, on any day. */
  readonly isEver: (who: Who, whose: Whose) => boolean;
  /** Those who are on days on which something starts, each with these days. */
  readonly amongStarts: (who: Who, whose: Whose, arrivals: DatedArrivals) => ReadonlyMap<string, readonly Day[]>;
  readonly isAway: (person: string, day: Day) => boolean;
}

/** People who are alone from a day on; `changes` are the days after it on which somebody else may be there than before, in order. */
export function aloneFrom(staff: Staff, today: Day, changes: readonly Day[]): Alone {
  const ever = new Map<string, boolean>();
  const among = new WeakMap<DatedArrivals, Map<string, ReadonlyMap<string, readonly Day[]>>>();
  return {
    isAway: (person, day) => isAway(staff, person, day),
    isEver: (who, whose) => {
      const key = keyOf(who, whose);
      const known = ever.get(key) ?? [today, ...changes].some((day) => onlyOn(staff, who, whose, day) !== undefined);
      ever.set(key, known);
      return known;
    },
    amongStarts: (who, whose, arrivals) => {
      const byWho = among.get(arrivals) ?? new Map<string, ReadonlyMap<string, readonly Day[]>>();
      among.set(arrivals, byWho);
      const key = keyOf(who, whose);
      const known = byWho.get(key) ?? findAmong(staff, who, whose, { today, changes, arrivals });
      byWho.set(key, known);
      return known;
    },
  };
}

function keyOf(who: Who, { asker, customer }: Whose): string {
  const team = "team" in who ? who.team : undefined;
  const [person, of] = who.kind === "person" ? [who.person, who.of] : [];
  return JSON.stringify([who.kind, team, person, of, asker, customer?.name]);
}

interface Dated {
  readonly today: Day;
  readonly changes: readonly Day[];
  readonly arrivals: DatedArrivals;
}

function findAmong(
  staff: Staff,
  who: Who,
  whose: Whose,
  { today, changes, arrivals }: Dated,
): ReadonlyMap<string, readonly Day[]> {
  const alone = new Map<string, Day[]>();
  let [since, next] = [today, 0];
  let only = onlyOn(staff, who, whose, since);
  for (const { day } of arrivals) {
    if ((changes[next] ?? Number.POSITIVE_INFINITY) <= day) {
      while ((changes[next] ?? Number.POSITIVE_INFINITY) <= day) next += 1;
      since = changes[next - 1] ?? day;
      only = onlyOn(staff, who, whose, since);
    }
    if (only === undefined) continue;
    const known = alone.get(only);
    if (known) known.push(day);
    else alone.set(only, [day]);
  }
  return alone;
}

/** The one person who is left on a day, if it is one. */
function onlyOn(staff: Staff, who: Who, whose: Whose, day: Day): string | undefined {
  const { people } = successionOf(staff, who, whose, day);
  const present = new Set(people.filter((person) => !isAway(staff, person, day)));
  const [only] = present;
  return present.size === 1 ? only : undefined;
}

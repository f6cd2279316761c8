import { always, type Force } from "../engine/force.ts";
import { type Ownership, ownerOn } from "../engine/owner.ts";
import type { StaffCustomer } from "../engine/staff.ts";
import { dayMilliseconds } from "../time/date.ts";
import { utc } from "../time/zone.ts";
import type { Agreed } from "./asked.ts";

/** Days in a row on which a customer is one person's. */
export interface Tenure {
  readonly customer: string;
  readonly owner: string | undefined;
  readonly force: Force;
}

/** Whose a customer is, from the first of all days to the last: as the engine reads its handovers, on each day between two dates of theirs. */
export function tenuresOf({ engine }: Agreed, customer: string): readonly Tenure[] {
  const staffed = engine.resources.staff.customers.get(customer);
  if (!staffed) return [];
  const starts = startsOf(staffed);
  const tenures: Tenure[] = [];
  starts.forEach((first, index) => {
    const last = (starts[index + 1] ?? always.last + 1) - 1;
    const owner = ownershipOn(staffed, index === 0 ? last : first).person?.name;
    const before = tenures.at(-1);
    if (before && before.owner === owner)
      tenures[tenures.length - 1] = { ...before, force: { first: before.force.first, last } };
    else tenures.push({ customer, owner, force: { first, last } });
  });
  return tenures;
}

/** The days on which a person owns any customer, as few stretches as there are, in order. */
export function daysOwning(agreed: Agreed, person: string): readonly Force[] {
  const owned = [...agreed.model.customers.keys()]
    .flatMap((customer) => tenuresOf(agreed, customer))
    .filter(({ owner }) => owner === person)
    .map(({ force }) => force)
    .sort((one, other) => one.first - other.first);
  const joined: Force[] = [];
  for (const force of owned) {
    const before = joined.at(-1);
    if (before && force.first <= before.last + 1)
      joined[joined.length - 1] = { first: before.first, last: Math.max(before.last, force.last) };
    else joined.push(force);
  }
  return joined;
}

/** The first days of the stretches between the dates of the handovers. */
function startsOf({ handovers = [] }: StaffCustomer): readonly number[] {
  const changes = handovers.flatMap(({ force }) => [force.first, force.last + 1]);
  const starts = new Set([always.first, ...changes.filter((day) => day <= always.last)]);
  return [...starts].sort((one, other) => one - other);
}

/** In UTC every day begins at a multiple of its length, however far away it is. */
function ownershipOn(customer: StaffCustomer, day: number): Ownership {
  return ownerOn(customer, utc, day * dayMilliseconds);
}

import type { Instant } from "../time/spec.ts";
import { localDay, type Zone } from "../time/zone.ts";
import type { HandoverOnRoute } from "./decision.ts";
import { inForce, writtenDay } from "./force.ts";
import type { StaffCustomer, StaffHandover, StaffPerson } from "./staff.ts";

/** Who owns a customer at a time, who stands in for them before anyone else, and the handover that is under way. */
export interface Ownership {
  readonly person: StaffPerson | undefined;
  readonly standIns: readonly StaffPerson[] | undefined;
  readonly handover: HandoverOnRoute | undefined;
}

/**
 * The owner of a customer on the date of an instant in a zone. Before its first day a handover has no effect; while it lasts both
 * people are on the route, the owner first and the other in their stead; after its end the customer has passed over. Of several
 * at once that which ends first passes it over first.
 */
export function ownerOn({ owner, backup, handovers }: StaffCustomer, zone: Zone, at: Instant): Ownership {
  const behind = backup === undefined ? undefined : [backup];
  if (handovers === undefined) return { person: owner, standIns: behind, handover: undefined };
  const day = localDay(zone, at);
  let person = owner;
  for (const each of handovers) if (day > each.force.last && concerns(each, person)) person = each.to;
  const current = handovers.find((each) => inForce(each.force, day) && concerns(each, person));
  if (current === undefined) return { person, standIns: behind, handover: undefined };
  const first = person ?? current.from;
  const other = first === current.from ? current.to : current.from;
  return { person: first, standIns: [other, ...(behind ?? [])], handover: onRoute(current, first, other) };
}

/** A handover between others than the owner has no effect. */
function concerns({ from, to }: StaffHandover, owner: StaffPerson | undefined): boolean {
  return owner === undefined || owner === from || owner === to;
}

function onRoute({ name, force, place }: StaffHandover, first: StaffPerson, other: StaffPerson): HandoverOnRoute {
  return { name, people: [first.name, other.name], last: writtenDay(force.last), place };
}

import type { Constant } from "../model/model.ts";
import type { Day } from "../time/spec.ts";
import { localDay, type Zone } from "../time/zone.ts";
import type { Request } from "./decision.ts";
import type { StaffCustomer, StaffTeam } from "./staff.ts";

/** One request while it is decided, with what many conditions ask about worked out once. */
export interface Situation {
  readonly request: Request;
  /** The number of the request's kind. */
  readonly kind: number;
  /** Fields that the kind declares. */
  readonly declared: ReadonlySet<string>;
  /** The declared customer; undefined for none and for one that nobody declared. */
  readonly customer: StaffCustomer | undefined;
  /** The team that asks, or the teams of the person who asks; undefined when nobody is named. */
  readonly askers: readonly StaffTeam[] | undefined;
  /** The zone that `day` was last read in. */
  zone: Zone;
  day: Day;
}

/** The date of the request in a zone; clauses of one zone share the reading. */
export function dayIn(situation: Situation, zone: Zone): Day {
  if (situation.zone === zone) return situation.day;
  situation.zone = zone;
  situation.day = localDay(zone, situation.request.at);
  return situation.day;
}

/** The value that the request gives for a field, if any; names such as "constructor" find nothing inherited. */
export function fieldValue(request: Request, name: string): Constant | undefined {
  const value = request.fields[name];
  return value !== undefined && typeof value.kind === "string" ? value : undefined;
}

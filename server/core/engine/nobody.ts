import type { Request, UnstaffedBecause } from "./decision.ts";
import type { Doer } from "./doer.ts";

/** Why nobody is left, given who is written and whom that is for a request. */
export function nobodyBecause(written: Doer, doer: Doer, { customer }: Request): UnstaffedBecause {
  if (isUnresolved(doer)) {
    if (written.kind === "owner of customer") return customer === undefined ? "no customer" : "no owner";
    return written.kind === "lead of asker" ? "no asker" : "nobody named";
  }
  return doer.kind === "lead" && doer.team.lead === undefined ? "no lead" : "all away";
}

/** Whether it is not known who that would be, and so on whose calendar. */
export function isUnresolved({ team, person }: Doer): boolean {
  return team === undefined && person === undefined;
}

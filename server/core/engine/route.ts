import { isOpen } from "../time/calendar.ts";
import type { Decision } from "./decision.ts";
import type { Terms } from "./plan.ts";
import type { Situation } from "./situation.ts";
import type { StaffTeam } from "./staff.ts";

/** Where the request has to go instead, or that it may stay where it is. */
export interface Route {
  readonly channels: readonly string[];
  readonly because: Decision["redirectBecause"];
}

const stays: Route = { channels: [], because: undefined };

/**
 * The redirect of language.md M4: for a person addressed by name, or a channel that is not listed or not open now; by the
 * same channel if it is listed and open, else by all listed that are open, else by all listed.
 */
export function routeOf(terms: Terms, situation: Situation, team: StaffTeam | undefined): Route {
  const { channel, at } = situation.request;
  const fault = channel === undefined ? undefined : channelFault(terms, channel, at);
  if (!situation.toPerson && fault === undefined) return stays;
  const because = situation.toPerson ? "addressed to a person" : fault;
  if (channel !== undefined && fault === undefined) return { channels: [channel], because };
  return { channels: openChannels(terms, team, at), because };
}

/** A clause without `via` takes every channel. */
function channelFault(
  terms: Terms,
  channel: string,
  at: number,
): "channel not listed" | "channel not open now" | undefined {
  if (terms.doors.length === 0) return undefined;
  let fault: "channel not listed" | "channel not open now" = "channel not listed";
  for (const door of terms.doors) {
    if (door.channel !== channel) continue;
    if (door.during === undefined || isOpen(door.during, at)) return undefined;
    fault = "channel not open now";
  }
  return fault;
}

function openChannels(terms: Terms, team: StaffTeam | undefined, at: number): readonly string[] {
  const open = terms.doors.filter((door) => door.during === undefined || isOpen(door.during, at));
  return open.length > 0 ? channelsOf(open) : listedChannels(terms, team);
}

/** All channels that the clause lists; without `via`, those by which its team can be reached. */
export function listedChannels(terms: Terms, team: StaffTeam | undefined): readonly string[] {
  return terms.doors.length > 0 ? channelsOf(terms.doors) : [...(team?.addresses.keys() ?? [])];
}

function channelsOf(doors: Terms["doors"]): readonly string[] {
  return [...new Set(doors.map((door) => door.channel))];
}

/** On which days the clock of a request starts, for all times at which it may arrive. */

import type { Exception, Model, Team } from "../../model/model.ts";
import { calendarLines } from "../../model/zones.ts";
import { type Calendar, overlaid } from "../../time/calendar.ts";
import type { InstantSet } from "../../time/sets.ts";
import type { Day, Instant } from "../../time/spec.ts";
import { localDay, toInstant, type Zone } from "../../time/zone.ts";
import { type Box, wordAt } from "../space/box.ts";
import { tenOClock } from "../space/moments.ts";
import type { Ground, Space } from "../space/space.ts";
import { teamOfPerson, type Whose } from "../staff/succession.ts";
import { arrivalsIn, type Curve, type Piece, through } from "../time/curve.ts";
import { timesIn } from "../time/kept.ts";
import { openingRule, receipt } from "../time/timeRules.ts";
import { datesOf } from "../written/rules.ts";
import type { Post } from "./posts.ts";

/** What people are looked for in. */
export interface People {
  readonly model: Model;
  readonly ground: Ground;
  readonly today: Day;
}

/** Days on which a clock starts, in order, each with an arrival that starts it, at ten o'clock where that does. */
export type DatedArrivals = readonly { readonly day: Day; readonly at: Instant }[];

/** Finds the starts of a post from today on, for the times of a region. */
export function startsOf(space: Space, people: People): (post: Post, region: Box, whose: Whose) => DatedArrivals {
  const known: Known = new Map();
  // An exception that is edited has the same name, but is another object.
  const byOpening = new WeakMap<Exception, Known>();
  return (post, region, whose) => {
    const { calendar, zone } = clockOf(post, whose, people, space);
    const { start, scope } = post;
    const opening = start?.opening;
    const own: Known = opening ? (byOpening.get(opening) ?? new Map()) : known;
    if (opening) byOpening.set(opening, own);
    const isAtOnce = start === undefined || start.onReceipt || calendar === undefined;
    const key = [calendar?.name, zone.id, scope.zone.id, isAtOnce, start?.cutoff, ...timeWords(space, region)].join(
      " ",
    );
    const found = own.get(key);
    if (found) return found;
    const arrivals = arrivalsIn(timesFrom(space, region, people.today));
    const received = calendar && start ? through(arrivals, receipt(calendar, start.cutoff)) : arrivals;
    const dated = datesIn(isAtOnce ? received : through(received, openingRule(calendar)), zone);
    own.set(key, dated);
    return dated;
  };
}

type Known = Map<string, DatedArrivals>;

interface Clock {
  readonly calendar: Calendar | undefined;
  readonly zone: Zone;
}

/** The calendar is the clause's `hours`, else the team's, with an exception's openings laid over it (language.md M4). */
function clockOf({ who, start, asker, scope }: Post, { customer }: Whose, people: People, space: Space): Clock {
  const { model, ground } = people;
  const team = teamOf(who, asker, customer?.owner?.value, people);
  const ofTeam = team?.hours && ground.calendarNamed(team.hours.value);
  const base = (start?.hours === undefined ? undefined : ground.calendarNamed(start.hours)) ?? ofTeam;
  const opening = start?.opening;
  const dates = opening && datesOf(opening);
  const effective = dates?.last === undefined ? undefined : { first: dates.first, last: dates.last };
  const calendar =
    opening && base ? overlaid(base, calendarLines(model, opening.open), { effective, zone: scope.zone.id }) : base;
  return { calendar, zone: ofTeam?.zone ?? calendar?.zone ?? space.zone };
}

function teamOf(
  who: Post["who"],
  asker: string | undefined,
  owner: string | undefined,
  { model }: People,
): Team | undefined {
  switch (who.kind) {
    case "team":
    case "lead of":
    case "all of":
      return model.teams.get(who.team);
    case "lead of asker":
      return model.teams.get(asker ?? "");
    case "person":
      return model.teams.get(who.of ?? teamOfPerson(model, who.person) ?? "");
    case "owner of customer":
      return owner === undefined ? undefined : model.teams.get(teamOfPerson(model, owner) ?? "");
    default:
      return who satisfies never;
  }
}

/** The times of a region from a day on. */
function timesFrom(space: Space, region: Box, today: Day): InstantSet {
  const from = toInstant(space.zone, today, 0);
  return timesIn({ space }, region).flatMap((open, index, all) => {
    const close = all[index + 1] ?? open;
    return index % 2 === 0 && close > from ? [Math.max(open, from), close] : [];
  });
}

/** What tells the times of regions apart. */
function timeWords({ shape, byKey }: Space, region: Box): readonly number[] {
  const dimension = byKey.get("time") ?? -1;
  return [...region.slice(wordAt(shape, dimension), wordAt(shape, dimension + 1))];
}

function datesIn(starts: Curve, zone: Zone): DatedArrivals {
  const dated = new Map<Day, Instant>();
  for (const piece of starts) {
    if (!Number.isFinite(piece.value)) continue;
    const last = localDay(zone, lastValue(piece));
    for (let day = localDay(zone, piece.value); day <= last; day += 1) {
      const known = dated.get(day);
      const at = arrivalOn(piece, zone, day);
      if (known === undefined || at.isTen) dated.set(day, at.arrival);
    }
  }
  return [...dated].map(([day, at]) => ({ day, at })).sort((one, other) => one.day - other.day);
}

function lastValue({ from, to, value, moves }: Piece): Instant {
  return moves ? value + to - from : value;
}

/** An arrival of a piece whose clock starts on a day: at ten if it can, else the first. */
function arrivalOn({ from, to, value, moves }: Piece, zone: Zone, day: Day) {
  if (!moves) return { arrival: from, isTen: false };
  const ten = from + toInstant(zone, day, tenOClock) - value;
  if (ten >= from && ten <= to) return { arrival: ten, isTen: true };
  return { arrival: Math.max(from, from + toInstant(zone, day, 0) - value), isTen: false };
}

/** What falls between something that ends and what follows: requests that an agreement handled on its last day, and customers whose handover is over. */

import type { Agreement, Customer, Place, Who } from "../../model/model.ts";
import type { Handover } from "../../model/work.ts";
import { dayMilliseconds } from "../../time/date.ts";
import type { Day, Instant } from "../../time/spec.ts";
import { toInstant } from "../../time/zone.ts";
import { type Findings, ordinaryRequests } from "../clauses/handling.ts";
import { keptEach, newSeries, recalledEach } from "../known.ts";
import { concatenated } from "../lists.ts";
import { type Box, sharedBoxes } from "../space/box.ts";
import { type Budget, cover } from "../space/cover.ts";
import { tenOClock } from "../space/moments.ts";
import { boxOfAskers } from "../space/space.ts";
import { isAway, successionOf } from "../staff/succession.ts";
import { boxAround, timesIn } from "../time/kept.ts";
import type { Group } from "../written/group.ts";
import type { Part } from "../written/part.ts";
import type { AgreementScope } from "../written/rules.ts";
import { clausePosts, neededBy } from "./posts.ts";
import type { People } from "./starts.ts";

/** Requests of one asker that are unhandled from the day after an agreement's end. */
export interface Sunset {
  readonly agreement: Agreement;
  readonly asker: string;
  /** The last day on which they are handled. */
  readonly last: Day;
  /** The agreement that handles the kind again, and from when on; undefined: none does. */
  readonly next: { readonly agreement: Agreement; readonly first: Day } | undefined;
  /** What the agreement handles on its last day. */
  readonly regions: readonly Box[];
  /** Such requests on the last day, and a time a day later at which they are unhandled. */
  readonly box: Box;
  readonly after: Instant;
}

/** The agreements that end today or later, where none between the same asker and anybody handles the kind on the next day. */
export function sunsetsIn(group: Group, today: Day, budget: Budget): Findings<Sunset> {
  const ending = concatenated(keptEach(endings, group.impossible, group.parts, endingsOf), (each) => each);
  const after = daysAfter(group);
  const left = ending.filter(({ asker, last }) => last >= today && !after(asker, last).isHandled);
  const ended = recalledEach(endedSeries, group.impossible, left, budget, (each) => endedOf(group, each, budget));
  const found = left.flatMap(({ part, asker, last }, index): readonly Sunset[] => {
    const own = ended[index];
    const { agreement } = part.scope;
    return own ? [{ agreement, asker, last, next: after(asker, last).next, ...own }] : [];
  });
  return { found, isDecided: budget.left >= 0 };
}

/** The end of what an agreement handles for one asker. */
interface Ending {
  readonly part: Part;
  readonly asker: string;
  readonly last: Day;
}

function endingsOf(part: Part): readonly Ending[] {
  const { agreement, askers } = part.scope;
  const last = agreement.effective?.value.last;
  if (last === undefined || part.handles.rules.length === 0) return [];
  return askers.map((asker) => ({ part, asker, last }));
}

const endings = newSeries<Part, readonly Ending[]>();

/** What an asker's agreements that handle something come to on the day after another. */
function daysAfter({ parts }: Group): (asker: string, last: Day) => After {
  const handling = parts.filter(({ handles }) => handles.rules.length > 0).map(({ scope }) => scope);
  const byAsker = new Map<string, Map<Day, After>>();
  return (asker, last) => {
    const known = byAsker.get(asker)?.get(last);
    if (known) return known;
    const own = handling.filter(({ agreement }) => agreement.parties.includes(asker));
    const after = afterDay(own, last);
    byAsker.set(asker, (byAsker.get(asker) ?? new Map<Day, After>()).set(last, after));
    return after;
  };
}

function isInForce({ effective }: Agreement, day: Day): boolean {
  const { first, last } = effective?.value ?? {};
  return (first === undefined || first <= day) && (last === undefined || day <= last);
}

/** Whether any of some agreements is in force on the day after another, else which is the next. */
interface After extends Pick<Sunset, "next"> {
  readonly isHandled: boolean;
}

function afterDay(scopes: readonly AgreementScope[], last: Day): After {
  let next: Sunset["next"];
  for (const { agreement } of scopes) {
    if (isInForce(agreement, last + 1)) return { isHandled: true, next: undefined };
    const first = agreement.effective?.value.first ?? last;
    if (first > last && (!next || first < next.first)) next = { agreement, first };
  }
  return { isHandled: false, next };
}

type Ended = Pick<Sunset, "regions" | "box" | "after">;

const endedSeries = newSeries<Ending, Ended | undefined>();

/** What the agreement's clauses handle of an asker's requests on its last day; undefined where that is nothing. */
function endedOf(group: Group, { part, asker, last }: Ending, budget: Budget): Ended | undefined {
  const { space, impossible } = group;
  const { scope, handles } = part;
  const asked = boxOfAskers(space, ({ name }) => name === asker);
  const own = handles.rules.flatMap(({ boxes }) => boxes);
  const handled = sharedBoxes(space.shape, own, sharedBoxes(space.shape, ordinaryRequests(group, scope), [asked]));
  const regions = handled.flatMap((region) => {
    const at = instantOn(group, scope, region, last);
    const box = at === undefined ? undefined : boxAround(group, region, at);
    const isPossible = box && cover(space.shape, box, impossible, budget).kind === "counter-example";
    return isPossible && at !== undefined ? [{ region, box, after: at + dayMilliseconds }] : [];
  });
  const [first] = regions;
  return first && { regions: regions.map(({ region }) => region), box: first.box, after: first.after };
}

/** A time of a region on a day: ten o'clock, else the first there is. */
function instantOn(group: Group, { zone }: AgreementScope, region: Box, day: Day): Instant | undefined {
  const [from, to, ten] = [toInstant(zone, day, 0), toInstant(zone, day + 1, 0), toInstant(zone, day, tenOClock)];
  const times = timesIn(group, region);
  let first: Instant | undefined;
  for (let index = 0; index < times.length; index += 2) {
    const [open, close] = [times[index] ?? to, times[index + 1] ?? to];
    if (open <= ten && ten < close) return ten;
    if (open < to && close > from) first ??= Math.max(open, from);
  }
  return first;
}

// handovers -----------------------------------------------------------------------------------------------------------

/** A handover after whose end nobody is left for what goes to the owner of the customer. */
export interface HandoverSunset {
  readonly handover: Handover;
  readonly customer: Customer;
  readonly last: Day;
  /** Where it is said that the owner does something. */
  readonly place: Place;
}

/** The handovers that end today or later, on whose last day somebody is there, and on the next nobody. */
export function handoverSunsetsIn(group: Group, { model, today }: People): readonly HandoverSunset[] {
  if (model.handovers.size === 0) return [];
  const isOwners = (who: Who) => who.kind === "owner of customer";
  const rules = group.handles.filter((rule) => neededBy(rule).some(isOwners));
  const post = rules.flatMap((rule) => clausePosts(group, rule)).find(({ who }) => isOwners(who));
  if (!post) return [];
  return [...model.handovers.values()].flatMap((handover): readonly HandoverSunset[] => {
    const customer = model.customers.get(handover.customer);
    const last = handover.effective?.value.last;
    if (!customer || last === undefined || last < today) return [];
    const isSomebodyThere = (day: Day) => {
      const { people } = successionOf(model, post.who, { asker: undefined, customer }, day);
      return people.some((person) => !isAway(model, person, day));
    };
    return isSomebodyThere(last) && !isSomebodyThere(last + 1) ? [{ handover, customer, last, place: post.place }] : [];
  });
}

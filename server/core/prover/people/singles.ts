/** People without whom nobody is left to do something (a hitting set of one): who, for which requests, and on which days. */
import type { Model, Place, Who } from "../../model/model.ts";
import type { Day, Instant } from "../../time/spec.ts";
import type { Findings } from "../clauses/handling.ts";
import type { StandingLines, StandingPart } from "../clauses/verdictLines.ts";
import { newSeries, recalledEach, type Series } from "../known.ts";
import { concatenated } from "../lists.ts";
import { around, type Box, meets, outside } from "../space/box.ts";
import { type Budget, regions } from "../space/cover.ts";
import type { Days } from "../space/moments.ts";
import type { Space } from "../space/space.ts";
import { ofCustomer } from "../space/witness.ts";
import { changesBetween } from "../staff/staffing.ts";
import type { Whose } from "../staff/succession.ts";
import type { Group } from "../written/group.ts";
import { mostRegions } from "../written/outside.ts";
import type { PartOf } from "../written/part.ts";
import type { HandleRule } from "../written/rules.ts";
import { type Alone, aloneFrom } from "./alone.ts";
import { approverPosts, clausePosts, neededBy, type Post } from "./posts.ts";
import { type DatedArrivals, type People, startsOf } from "./starts.ts";

/** A person whose absence leaves nobody. */
export interface SinglePerson extends Pick<Post, "task" | "step" | "domain"> {
  readonly person: string;
  /** The name of the one whose clause it is. */
  readonly agreement: string;
  readonly place: Place;
  /** The customer whose owner it is about. */
  readonly customer: string | undefined;
  readonly regions: readonly Box[];
  /** Undefined: on all days from today on. */
  readonly days: readonly Days[] | undefined;
  /** On all days but those on which the person is away, when others are asked for want of them. */
  readonly isAlways: boolean;
  /** A request that arrives then reaches nobody if the person is away; undefined: any of the region's. */
  readonly arrival: Instant | undefined;
}

/** For each post those who are alone in it on some day from today on. */
export function singlesIn(group: Group, lines: StandingLines, people: People, budget: Budget): Findings<SinglePerson> {
  const looking = { group, people, ...calendaredFor(group, people), budget };
  const { handling, asking } = singlesBy.get(people) ?? { handling: newSeries(), asking: newSeries() };
  singlesBy.set(people, { handling, asking });
  const clauses = group.parts.map(({ handles }) => handles);
  const handled = recalledEach(handling, group.impossible, clauses, budget, ({ rules }) =>
    rules.flatMap((rule) => handledAlone(looking, rule)),
  );
  const promises = lines.parts.map((part) => part.lines);
  const asked = recalledEach(asking, group.impossible, promises, budget, (own) =>
    own.flat().flatMap((line) => approverPosts(group, line).flatMap((post) => singlesOf(looking, post))),
  );
  return { found: concatenated([...handled, ...asked], (each) => each), isDecided: budget.left >= 0 };
}

/** By people, and then by the clauses, or the lines, of an agreement. */
const singlesBy = new WeakMap<People, SinglesOfPeople>();

interface SinglesOfPeople {
  readonly handling: Series<PartOf<HandleRule>, readonly SinglePerson[]>;
  readonly asking: Series<StandingPart["lines"], readonly SinglePerson[]>;
}

interface Looking extends Calendared {
  readonly group: Group;
  readonly people: People;
  readonly budget: Budget;
}

/** Mostly somebody else is there on every day, and then it does not matter for what and when somebody is needed. */
function handledAlone(looking: Looking, rule: HandleRule): readonly SinglePerson[] {
  const { model } = looking.people;
  const isAlone = (who: Who) => casesOf(who, undefined, model).some((whose) => looking.alone.isEver(who, whose));
  if (!neededBy(rule).some(isAlone)) return [];
  return clausePosts(looking.group, rule).flatMap((post) => singlesOf(looking, post));
}

function singlesOf(looking: Looking, post: Post): readonly SinglePerson[] {
  const { group, people, starts, alone, budget } = looking;
  const cases = casesOf(post.who, post.asker, people.model).filter((whose) => alone.isEver(post.who, whose));
  if (cases.length === 0) return [];
  return post.boxes.flatMap((box) => {
    const options = { impossible: group.impossible, order: group.space.order, atMost: mostRegions };
    const own = regions(group.space.shape, box, post.hidden, options, budget).found;
    return own.flatMap((region) =>
      cases.flatMap((whose) => {
        const part = whose.customer ? ofCustomer(group.space, region, whose.customer) : region;
        const occurring = part && occurringIn(group, part);
        return part && occurring ? aloneIn(post, part, whose, alone, starts(post, occurring, whose)) : [];
      }),
    );
  });
}

/** The smallest box around those requests of a region that do occur, so that nobody is alone on days on which nobody asks. */
function occurringIn({ space: { shape }, impossible }: Group, region: Box): Box | undefined {
  const walls = impossible.filter((box) => meets(shape, region, box));
  if (walls.length === 0) return region;
  const parts = outside(shape, [region], walls);
  return parts.length > 0 ? around(shape, parts) : undefined;
}

/** When something starts, and who is alone. */
interface Calendared {
  readonly starts: ReturnType<typeof startsOf>;
  readonly alone: Alone;
}

function calendaredFor({ space }: Group, people: People): Calendared {
  const bySpace = calendaredBy.get(people) ?? new WeakMap<Space, Calendared>();
  calendaredBy.set(people, bySpace);
  const known = bySpace.get(space);
  if (known) return known;
  const { model, today } = people;
  const changes = changesBetween(model, today, Math.max(today, space.horizon.last + 1));
  const calendared = { starts: startsOf(space, people), alone: aloneFrom(model, today, changes) };
  bySpace.set(space, calendared);
  return calendared;
}

const calendaredBy = new WeakMap<People, WeakMap<Space, Calendared>>();

/** What goes to the owner of a customer is looked at for each customer. */
function casesOf(who: Who, asker: string | undefined, { customers }: Model): readonly Whose[] {
  if (who.kind !== "owner of customer") return [{ asker, customer: undefined }];
  return [...customers.values()].map((customer) => ({ asker, customer }));
}

function aloneIn(
  { task, step, domain, who, place, scope, start }: Post,
  region: Box,
  whose: Whose,
  alone: Alone,
  arrivals: DatedArrivals,
): readonly SinglePerson[] {
  const customer = whose.customer?.name;
  return [...alone.amongStarts(who, whose, arrivals)].flatMap(([person, days]): readonly SinglePerson[] => {
    const agreement = scope.agreement.name;
    const single = { task, step, domain, person, agreement, place, customer, regions: [region] };
    if (days.length === arrivals.length)
      return [{ ...single, days: undefined, isAlways: true, arrival: arrivals[0]?.at }];
    // On which days a step is done depends on the steps before it.
    if (!start) return [];
    const first = arrivals.find(({ day }) => day === days[0]);
    const isAlways = areAllOrAway(person, days, alone, arrivals);
    return [{ ...single, days: runsOf(days, arrivals), isAlways, arrival: first?.at }];
  });
}

function areAllOrAway(person: string, days: readonly Day[], { isAway }: Alone, arrivals: DatedArrivals): boolean {
  const own = new Set(days);
  return arrivals.every(({ day }) => own.has(day) || isAway(person, day));
}

/** Days as ranges; those between which nothing starts go together. */
function runsOf(days: readonly Day[], all: DatedArrivals): readonly Days[] {
  const picked = new Set(days);
  const runs: { first: Day; last: Day }[] = [];
  let current: { first: Day; last: Day } | undefined;
  for (const { day } of all) {
    if (!picked.has(day)) current = undefined;
    else if (current) current.last = day;
    else {
      current = { first: day, last: day };
      runs.push(current);
    }
  }
  return runs;
}

/** People without whom nobody is left to do something (a hitting set of one): who, for which requests, and on which days. */
import type { Customer, Model, Place } from "../model/model.ts";
import type { Day, Instant } from "../time/spec.ts";
import type { Box } from "./box.ts";
import { type Budget, regions } from "./cover.ts";
import type { Group } from "./group.ts";
import type { Findings } from "./handling.ts";
import { type Known, recalled } from "./known.ts";
import type { Days } from "./moments.ts";
import { mostRegions } from "./outside.ts";
import { type Post, postListsOf } from "./posts.ts";
import type { Space } from "./space.ts";
import { ableTo, type Staff, type Whose } from "./standing.ts";
import { type DatedArrivals, type People, startsOf } from "./starts.ts";
import type { Standing } from "./verdictLines.ts";
import { ofCustomer } from "./witness.ts";

/** A person whose absence leaves nobody. */
export interface SinglePerson extends Pick<Post, "task" | "step" | "domain"> {
  readonly person: string;
  readonly place: Place;
  /** The customer whose owner it is about. */
  readonly customer: string | undefined;
  readonly regions: readonly Box[];
  /** Undefined: on all days from today on. */
  readonly days: readonly Days[] | undefined;
  /** A request that arrives then reaches nobody if the person is away; undefined: any of the region's. */
  readonly arrival: Instant | undefined;
}

/** For each post those who are alone in it on some day from today on. */
export function singlesIn(
  group: Group,
  lines: readonly Standing[],
  people: People,
  budget: Budget,
): Findings<SinglePerson> {
  const calendared = calendaredFor(group, people);
  const memory = singlesBy.get(people) ?? new WeakMap<object, Known<readonly SinglePerson[]>>();
  singlesBy.set(people, memory);
  const found = postListsOf(group, lines).flatMap((posts) =>
    recalled(memory, posts, budget, () => posts.flatMap((post) => singlesOf(post, group, people, calendared, budget))),
  );
  return { found, isDecided: budget.left >= 0 };
}

/** By people and posts, which are the same list while the clauses are that make it. */
const singlesBy = new WeakMap<People, WeakMap<object, Known<readonly SinglePerson[]>>>();

function singlesOf(
  post: Post,
  group: Group,
  { model, staff, today }: People,
  { starts, changes }: Calendared,
  budget: Budget,
): readonly SinglePerson[] {
  const days = [today, ...changes];
  return post.boxes.flatMap((box) => {
    const options = { impossible: group.impossible, order: group.space.order, atMost: mostRegions };
    const own = regions(group.space.shape, box, post.hidden, options, budget).found;
    return own.flatMap((region) =>
      casesOf(post, region, group, model).flatMap(({ region: part, customer }) => {
        const whose: Whose = { asker: post.asker, customer };
        // Mostly somebody else is there on every day, and then it does not matter on which something starts.
        if (days.every((day) => onlyOn(staff, post.who, whose, day) === undefined)) return [];
        return aloneIn(post, part, whose, { staff, changes, today, arrivals: starts(post, part, whose) });
      }),
    );
  });
}

/** When something starts, and days on which somebody else may be there than on the day before. */
interface Calendared {
  readonly starts: ReturnType<typeof startsOf>;
  readonly changes: readonly Day[];
}

function calendaredFor({ space }: Group, people: People): Calendared {
  const bySpace = calendaredBy.get(people) ?? new WeakMap<Space, Calendared>();
  calendaredBy.set(people, bySpace);
  const { staff, today } = people;
  const known = bySpace.get(space) ?? {
    starts: startsOf(space, people),
    changes: staff.changesBetween(today, Math.max(today, space.horizon.last + 1)),
  };
  bySpace.set(space, known);
  return known;
}

const calendaredBy = new WeakMap<People, WeakMap<Space, Calendared>>();

interface Case {
  readonly region: Box;
  readonly customer: Customer | undefined;
}

/** What goes to the owner of a customer is looked at for each customer that has one. */
function casesOf({ who }: Post, region: Box, { space }: Group, { customers }: Model): readonly Case[] {
  if (who.kind !== "owner of customer") return [{ region, customer: undefined }];
  return [...customers.values()].flatMap((customer) => {
    const part = ofCustomer(space, region, customer);
    return part ? [{ region: part, customer }] : [];
  });
}

interface Present {
  readonly staff: Staff;
  /** Days on which somebody else may be there than on the day before. */
  readonly changes: readonly Day[];
  readonly today: Day;
  readonly arrivals: DatedArrivals;
}

function aloneIn(
  { task, step, domain, who, place, start }: Post,
  region: Box,
  whose: Whose,
  { staff, changes, today, arrivals }: Present,
): readonly SinglePerson[] {
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
  const customer = whose.customer?.name;
  return [...alone].flatMap(([person, days]): readonly SinglePerson[] => {
    const single = { task, step, domain, person, place, customer, regions: [region] };
    if (days.length === arrivals.length) return [{ ...single, days: undefined, arrival: arrivals[0]?.at }];
    // On which days a step is done depends on the steps before it.
    if (!start) return [];
    const first = arrivals.find(({ day }) => day === days[0]);
    return [{ ...single, days: runsOf(days, arrivals), arrival: first?.at }];
  });
}

/** The one person who is left on a day, if it is one. */
function onlyOn(staff: Staff, who: Post["who"], whose: Whose, day: Day): string | undefined {
  const able = ableTo(staff, who, whose, day);
  const present = able ? [...able].filter((person) => !staff.isAway(person, day)) : [];
  return present.length === 1 ? present[0] : undefined;
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

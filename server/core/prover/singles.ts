/** People without whom nobody is left to do something (a hitting set of one): who, for which requests, and on which days. */
import { plainText } from "../model/meaning.ts";
import type { Model, Place } from "../model/model.ts";
import type { Day, Instant } from "../time/spec.ts";
import type { Box } from "./box.ts";
import { type Budget, regions } from "./cover.ts";
import type { Group } from "./group.ts";
import type { Findings } from "./handling.ts";
import { newSeries, recalledEach, type Series } from "./known.ts";
import { concatenated } from "./lists.ts";
import type { Days } from "./moments.ts";
import { mostRegions } from "./outside.ts";
import { askingPosts, handlingPosts, type Post } from "./posts.ts";
import type { Space } from "./space.ts";
import { ableTo, type Staff, type Whose } from "./standing.ts";
import { type DatedArrivals, type People, startsOf } from "./starts.ts";
import type { StandingLines } from "./verdictLines.ts";
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
export function singlesIn(group: Group, lines: StandingLines, people: People, budget: Budget): Findings<SinglePerson> {
  const calendared = calendaredFor(group, people);
  const series = singlesBy.get(people) ?? newSeries<readonly Post[], readonly SinglePerson[]>();
  singlesBy.set(people, series);
  const lists = [...handlingPosts(group), ...askingPosts(group, lines)];
  const found = recalledEach(series, group.impossible, lists, budget, (posts) =>
    posts.flatMap((post) => singlesOf(post, group, people, calendared, budget)),
  );
  return { found: concatenated(found, (each) => each), isDecided: budget.left >= 0 };
}

/** By people and posts, which are the same list while the clauses are that make it. */
const singlesBy = new WeakMap<People, Series<readonly Post[], readonly SinglePerson[]>>();

function singlesOf(
  post: Post,
  group: Group,
  { model, staff, today }: People,
  { starts, changes, isAlone }: Calendared,
  budget: Budget,
): readonly SinglePerson[] {
  // Mostly somebody else is there on every day, and then it does not matter on which something starts.
  const cases = casesOf(post, model).filter((whose) => isAlone(post.who, whose));
  if (cases.length === 0) return [];
  return post.boxes.flatMap((box) => {
    const options = { impossible: group.impossible, order: group.space.order, atMost: mostRegions };
    const own = regions(group.space.shape, box, post.hidden, options, budget).found;
    return own.flatMap((region) =>
      cases.flatMap((whose) => {
        const part = whose.customer ? ofCustomer(group.space, region, whose.customer) : region;
        if (!part) return [];
        return aloneIn(post, part, whose, { staff, changes, today, arrivals: starts(post, part, whose) });
      }),
    );
  });
}

/** When something starts, and days on which somebody else may be there than on the day before. */
interface Calendared {
  readonly starts: ReturnType<typeof startsOf>;
  readonly changes: readonly Day[];
  /** Whether somebody is the only one on some day. */
  readonly isAlone: (who: Post["who"], whose: Whose) => boolean;
}

function calendaredFor({ space }: Group, people: People): Calendared {
  const bySpace = calendaredBy.get(people) ?? new WeakMap<Space, Calendared>();
  calendaredBy.set(people, bySpace);
  const { staff, today } = people;
  const known = bySpace.get(space);
  if (known) return known;
  const changes = staff.changesBetween(today, Math.max(today, space.horizon.last + 1));
  const calendared = { starts: startsOf(space, people), changes, isAlone: aloneOn(staff, [today, ...changes]) };
  bySpace.set(space, calendared);
  return calendared;
}

function aloneOn(staff: Staff, days: readonly Day[]): Calendared["isAlone"] {
  const known = new Map<string, boolean>();
  return (who, whose) => {
    const key = plainText([who, whose.asker, whose.customer?.name]);
    const isAlone = known.get(key) ?? days.some((day) => onlyOn(staff, who, whose, day) !== undefined);
    known.set(key, isAlone);
    return isAlone;
  };
}

const calendaredBy = new WeakMap<People, WeakMap<Space, Calendared>>();

/** What goes to the owner of a customer is looked at for each customer. */
function casesOf({ who, asker }: Post, { customers }: Model): readonly Whose[] {
  if (who.kind !== "owner of customer") return [{ asker, customer: undefined }];
  return [...customers.values()].map((customer) => ({ asker, customer }));
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

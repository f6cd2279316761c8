/** What changes in decisions though no clause was edited: calendars, hours, rosters, leads, deputies, absences, owners. */
import { plainText } from "../model/meaning.ts";
import { type DifferenceClass, differenceClasses } from "./changes.ts";
import type { Comparison, Difference, PeopleChange, RequestsTold, TimesChange, ToldChange } from "./difference.ts";
import { changedHours } from "./hours.ts";
import { changedPeople } from "./people.ts";
import type { Pair } from "./revision.ts";
import { type Counted, type Shown, shownTo } from "./shown.ts";
import type { Seen } from "./timing.ts";
import { type User, usersIn } from "./users.ts";

/** Each change of the company once, with all clauses whose decisions show it; what none shows changes no decision. */
export function companyDifferences(pair: Pair): Comparison {
  if (isSameCompany(pair)) return { differences: [], undecided: [] };
  const users = usersIn(pair);
  const hours = changedHours(pair).map(({ change, concerns, timesToAsk, isUsed }) => {
    const shown = shownIn(users.filter(concerns), users, pair, { timesToAsk, isUsed, customer: undefined });
    return toldOnce(shown, (found) => classesOfTimes(change, found).map((each) => ({ ...change, class: each })));
  });
  const people = changedPeople(pair, users).map(({ change, concerns, timesToAsk, isUsed }) => {
    const { customer } = change;
    const shown = shownIn(users.filter(concerns), users, pair, { timesToAsk, isUsed, customer });
    return toldOnce(shown, () => classesOfPeople(change).map((each) => ({ ...change, class: each })));
  });
  const found = [...hours, ...people];
  return {
    differences: found.flatMap(({ differences }) => differences),
    undecided: found.flatMap(({ undecided }) => undecided),
  };
}

function isSameCompany({ before: { model: old }, after: { model: now }, calendars }: Pair): boolean {
  const isSame = <Value>(one: ReadonlyMap<string, Value>, other: ReadonlyMap<string, Value>) =>
    one.size === other.size && [...one].every(([name, value]) => other.get(name) === value);
  const areSamePeople = isSame(old.teams, now.teams) && isSame(old.customers, now.customers);
  return calendars.changed.size === 0 && areSamePeople && isSame(old.handovers, now.handovers);
}

// showing -------------------------------------------------------------------------------------------------------------

interface ShownIn {
  readonly shown: readonly Shown[];
  /** Kinds of request of clauses that were not asked any more, or not about all of their requests. */
  readonly unasked: readonly string[];
}

const mostUsers = 100;

function shownIn(concerned: readonly User[], users: readonly User[], pair: Pair, counted: Counted): ShownIn {
  const asked = concerned.slice(0, mostUsers).map((user) => ({ user, ...shownTo(user, users, pair, counted) }));
  const undecided = asked.filter(({ isDecided }) => !isDecided).map(({ user }) => user);
  return {
    shown: asked.flatMap(({ shown }) => shown),
    unasked: [...undecided, ...concerned.slice(mostUsers)].map(({ kind }) => kind),
  };
}

function toldOnce(
  { shown, unasked }: ShownIn,
  changesFor: (shown: readonly Shown[]) => readonly (TimesChange | PeopleChange)[],
): Comparison {
  if (shown.length === 0) return { differences: [], undecided: unasked };
  const told = changesFor(shown);
  const classes = differenceClasses.filter((each) => told.some((change) => change.class === each));
  const changes: readonly ToldChange[] = told.slice(0, 1);
  const difference: Difference = {
    classes,
    requests: joined(shown.map(({ requests }) => requests)),
    changes,
    examples: examplesOf(shown, classes),
    parties: [...new Set(shown.flatMap(({ parties }) => parties))],
    force: undefined,
  };
  return { differences: [difference], undecided: unasked };
}

/** One for each direction that times moved in, else one that shows any difference. */
function examplesOf(shown: readonly Shown[], classes: readonly DifferenceClass[]): Difference["examples"] {
  const timed = classes.flatMap((each) => (each === "earlier" || each === "later" ? exampleOf(shown, each) : []));
  return timed.length > 0 ? timed : exampleOf(shown, "differing");
}

function exampleOf(shown: readonly Shown[], wanted: keyof Seen): Difference["examples"] {
  for (const { seen, exampleAt } of shown) {
    const at = seen[wanted];
    if (at !== undefined) return [exampleAt(at)];
  }
  return [];
}

/** All requests of a kind where one of its clauses is for all; else one entry for those with the same exceptions, which are none to the others. */
function joined(requests: readonly RequestsTold[]): readonly RequestsTold[] {
  const isAll = ({ anyOf, except }: RequestsTold) => except.length === 0 && anyOf.some(({ en }) => en === "");
  const whole = new Map(requests.filter(isAll).map((each) => [each.kind, each]));
  const byExceptions = new Map<string, RequestsTold>();
  for (const each of requests) {
    const told = whole.get(each.kind) ?? each;
    const key = plainText([told.kind, told.except]);
    const known = byExceptions.get(key);
    byExceptions.set(key, known ? bothOf(known, told) : told);
  }
  return [...byExceptions.values()];
}

function bothOf(one: RequestsTold, other: RequestsTold): RequestsTold {
  const more = other.anyOf.filter(({ en }) => !one.anyOf.some((each) => each.en === en));
  return { ...one, anyOf: [...one.anyOf, ...more] };
}

// classes -------------------------------------------------------------------------------------------------------------

/** An hour less makes some answers later, and the end of a day that is counted earlier. */
function classesOfTimes({ effect }: Omit<TimesChange, "class">, shown: readonly Shown[]): readonly DifferenceClass[] {
  if (effect === "rest" || effect === "no rest") return ["cost"];
  const classes = (["later", "earlier"] as const).filter((each) => shown.some(({ seen }) => seen[each] !== undefined));
  if (classes.length > 0) return classes;
  return shown.some(({ isOtherChannel }) => isOtherChannel) ? ["other-channel"] : ["other"];
}

function classesOfPeople({ part, runs }: Omit<PeopleChange, "class">): readonly DifferenceClass[] {
  if (part !== "handles") return ["other"];
  const classes = runs.map(({ before, after }): DifferenceClass => {
    if (after.length === 0) return "lost-cover";
    return before.length === 0 ? "won-cover" : "other-handler";
  });
  return differenceClasses.filter((each) => classes.includes(each));
}

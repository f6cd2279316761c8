/* Who does it, who stands in, whom a rung reaches (language.md M4). */
import type { HandoverDeclaration, Who } from "../../server/core/syntax/tree.ts";
import type { Asked } from "./asked.ts";
import { type Company, deputyOf, isAway, leadOf, peopleOf, teamDay, teamsNamed, teamsOf, turnsOf } from "./company.ts";
import type { Situation } from "./condition.ts";
import { dayOfLiteral, inDates } from "./days.ts";
import { Beyond, type Clock, dayAt, isBeyond } from "./world.ts";

/** A written "who", resolved for a request. */
export interface Doer {
  readonly kind: "team" | "all" | "person" | "lead" | "owner" | "nobody";
  readonly team: string | undefined;
  readonly person: string | undefined;
  /** Who comes before anyone else in the person's place. */
  readonly standIns: readonly string[];
  /** The handover that is under way. */
  readonly handover: string | undefined;
}

/** Who does it at a moment: a person, the team as a whole, or nobody. */
export interface Answering {
  readonly kind: "person" | "team" | "nobody";
  readonly person?: string | undefined;
  readonly because?: string;
  readonly insteadOf?: string | undefined;
}

/** Resolves a "who"; `lead of asker` is the lead of the team that asks, of several the one that makes the asker a party. */
export function doerOf(
  company: Company,
  asked: Asked,
  who: Who | undefined,
  day: number,
  parties: readonly string[],
): Doer {
  const nobody: Doer = { kind: "nobody", team: undefined, person: undefined, standIns: [], handover: undefined };
  switch (who?.kind) {
    case undefined:
      return nobody;
    case "named":
      if (company.book.teams.has(who.name.text)) return { ...nobody, kind: "team", team: who.name.text };
      return {
        ...nobody,
        kind: "person",
        person: who.name.text,
        team: who.of?.text ?? teamsOf(company, who.name.text)[0],
      };
    case "all of":
      return { ...nobody, kind: "all", team: who.team?.text };
    case "lead of": {
      const askers = teamsNamed(company, asked.asker);
      const asking = askers.find((each) => parties.includes(each)) ?? askers[0];
      const team = who.team?.text === "asker" ? asking : who.team?.text;
      return { ...nobody, kind: "lead", team, person: team === undefined ? undefined : leadOf(company, team) };
    }
    case "owner of customer": {
      const { person, standIns, handover } = ownership(company, asked.customer, day);
      return person === undefined
        ? nobody
        : { kind: "owner", team: teamsOf(company, person)[0], person, standIns, handover };
    }
  }
}

/** Who does it at a moment; the owner of a customer is the one where a clock starts, as the hours of who owns it before tell. */
export function doerAtStart(
  { company, asked, clock }: Pick<Situation, "company" | "asked" | "clock">,
  who: Who | undefined,
  minute: number,
  parties: readonly string[],
  startOf: (doer: Doer) => number,
): Doer {
  const doer = doerOf(company, asked, who, dayAt(clock, minute), parties);
  if (who?.kind !== "owner of customer" || asked.customer === undefined) return doer;
  const start = startOf(doer);
  if (isBeyond(company.world, start)) throw new Beyond("it is not known whose customer it is then");
  return doerOf(company, asked, who, dayAt(clock, start), parties);
}

/** Who owns a customer on a date: after a handover's end the other one; while it lasts both are on the route, the owner first. */
function ownership({ book }: Company, name: string | undefined, day: number): Omit<Doer, "kind" | "team"> {
  const customer = name === undefined ? undefined : book.customers.get(name);
  let person = customer?.properties.find((line) => line.kind === "owner")?.person?.text;
  const backup = customer?.properties.find((line) => line.kind === "backup")?.person?.text;
  const standIns = backup === undefined ? [] : [backup];
  const all = [...book.handovers.values()]
    .filter((each) => each.customer?.text === customer?.name?.text)
    .sort(endsBefore);
  const datesOf = ({ properties }: HandoverDeclaration) => properties.find((line) => line.kind === "effective")?.dates;
  const concerns = ({ from, to }: HandoverDeclaration) =>
    person === undefined || person === from?.text || person === to?.text;
  for (const each of all) {
    const dates = datesOf(each);
    const isOver = dates?.last !== undefined && inDates({ ...dates, last: undefined }, day) && !inDates(dates, day);
    if (isOver && concerns(each)) person = each.to?.text;
  }
  const current = all.find((each) => {
    const dates = datesOf(each);
    return dates !== undefined && inDates(dates, day) && concerns(each);
  });
  if (!current?.from || !current.to) return { person, standIns, handover: undefined };
  const first = person ?? current.from.text;
  const other = first === current.from.text ? current.to.text : current.from.text;
  return { person: first, standIns: [other, ...standIns], handover: current.name?.text };
}

/** After its end a customer is the other one's: so the one that ends first passes it over first. */
function endsBefore(one: HandoverDeclaration, other: HandoverDeclaration): number {
  const days = ({ properties }: HandoverDeclaration) => {
    const dates = properties.find((line) => line.kind === "effective")?.dates;
    return [dates?.last ? dayOfLiteral(dates.last) : 1e9, dates ? dayOfLiteral(dates.first) : 0] as const;
  };
  const [[last, first], [otherLast, otherFirst]] = [days(one), days(other)];
  return last - otherLast || first - otherFirst || ((one.name?.text ?? "") < (other.name?.text ?? "") ? -1 : 1);
}

/** Who answers at a minute; a team without hours has another clock. */
export function answering(company: Company, doer: Doer, minute: number, other: Clock): Answering {
  const day = teamDay(company, doer.team, minute, other);
  switch (doer.kind) {
    case "nobody":
      return { kind: "nobody" };
    case "all":
      return wholeTeam(company, doer.team, day);
    case "team": {
      const turns = turnsOf(company, doer.team ?? "", day);
      const first = turns?.[0];
      if (first === undefined) return wholeTeam(company, doer.team, day);
      return inPlaceOf(company, first, "on duty", [], doer.team, day);
    }
    case "lead":
      return doer.person === undefined
        ? { kind: "nobody" }
        : inPlaceOf(company, doer.person, "lead", [], undefined, day);
    case "person":
    case "owner":
      return inPlaceOf(company, doer.person ?? "", "named", doer.standIns, doer.team, day);
  }
}

function wholeTeam(company: Company, team: string | undefined, day: number): Answering {
  const people = peopleOf(company, team ?? "");
  const anyone = people.length === 0 || people.some((person) => !isAway(company, person, day));
  return { kind: anyone ? "team" : "nobody" };
}

/** The person, else who stands in before anyone else, else the deputy, else the next in turn, else the lead, else nobody. */
function inPlaceOf(
  company: Company,
  person: string,
  because: string,
  standIns: readonly string[],
  team: string | undefined,
  day: number,
): Answering {
  const here = (name: string | undefined) => name !== undefined && !isAway(company, name, day);
  if (here(person)) return { kind: "person", person, because };
  const instead = (name: string | undefined, why: string): Answering => ({
    kind: "person",
    person: name,
    because: why,
    insteadOf: person,
  });
  const deputy = standIns.find(here) ?? deputyOf(company, person, day);
  if (deputy !== undefined) return instead(deputy, "deputy");
  const next = team === undefined ? undefined : turnsOf(company, team, day)?.find(here);
  if (next !== undefined) return instead(next, "next in turn");
  const lead = team === undefined ? undefined : leadOf(company, team);
  return here(lead) ? instead(lead, "lead") : { kind: "nobody" };
}

/** The people that a rung reaches at a minute. */
export function reached(company: Company, doer: Doer, minute: number, other: Clock): readonly string[] {
  const there = answering(company, doer, minute, other);
  if (there.person !== undefined) return [there.person];
  if (there.kind === "nobody") return [];
  return peopleOf(company, doer.team ?? "").filter(
    (person) => !isAway(company, person, teamDay(company, doer.team, minute, other)),
  );
}

/** A "who" as it is written. */
export function whoText(who: Who | undefined): string {
  switch (who?.kind) {
    case undefined:
      return "";
    case "named":
      return who.of ? `${who.name.text} of ${who.of.text}` : who.name.text;
    case "lead of":
      return `lead of ${who.team?.text}`;
    case "all of":
      return `all of ${who.team?.text}`;
    case "owner of customer":
      return "owner of customer";
  }
}

import type { Name, Span, Who as WhoNode } from "../syntax/tree.ts";
import type { Known, KnownKind, Segment } from "./declared.ts";
import { ask, askAll, type Linking, missing, placeOf, uses } from "./linking.ts";
import type { Sought, Space, Who } from "./model.ts";
import type { Names } from "./names.ts";
import type { Construct } from "./problem.ts";

/** The calendar's name when it is known; else reports it. */
export function calendarNamed(linking: Linking, name: Name): string | undefined {
  return knownName(linking, name, "calendars", calendar);
}

/** The channel's name when it is known; else reports it. */
export function channelNamed(linking: Linking, name: Name): string | undefined {
  return knownName(linking, name, "channels", channel);
}

/** The customer's name when it is known; else reports it. */
export function customerNamed(linking: Linking, name: Name): string | undefined {
  return knownName(linking, name, "customers", customer);
}

/** The exception's name when it is known; else reports it. */
export function exceptionNamed(linking: Linking, name: Name): string | undefined {
  return knownName(linking, name, "exceptions", exception);
}

/** The team's name when it is known; else reports it. */
export function teamNamed(linking: Linking, name: Name): string | undefined {
  return knownName(linking, name, "teams", team);
}

/** The person's name when some team has the person; else reports it. */
export function personNamed(linking: Linking, name: Name): string | undefined {
  ask(linking, "teams");
  return noted(linking, name, person, linking.names.people.get(name.text));
}

/** The name of a team or a person; else reports it. */
export function partyNamed(linking: Linking, name: Name): string | undefined {
  ask(linking, "teams");
  const { teams, people } = linking.names;
  return noted(linking, name, party, teams.get(name.text) ?? people.get(name.text));
}

/** The request kind when it is known; else reports it. */
export function kindNamed(linking: Linking, name: Name): KnownKind | undefined {
  ask(linking, "kinds");
  const known = linking.names.kinds.get(name.text);
  noted(linking, name, request, known);
  return known;
}

/** Who is meant; undefined, and reported, where a name is missing or unknown. */
export function whoOf(linking: Linking, who: WhoNode | undefined, line: Span, construct: Construct): Who | undefined {
  switch (who?.kind) {
    case undefined:
      return missing(linking, line, construct, "who");
    case "owner of customer":
      return { kind: "owner of customer" };
    case "lead of":
    case "all of":
      return whoOfTeam(linking, who.kind, who.team, who);
    case "named":
      return who.of ? personOfTeam(linking, who.name, who.of) : teamOrPerson(linking, who.name);
  }
}

/** Reports a name that is found in none of the spaces where it was sought; says so if it names something else. */
export function reportUnknown(
  linking: Linking,
  name: Name,
  spaces: readonly Space[],
  within: readonly string[],
): undefined {
  askAll(linking);
  const place = placeOf(linking, name);
  const found = within.length > 0 ? undefined : spaceWith(linking.names, name.text);
  linking.problems.push(
    found === undefined
      ? { kind: "unknown name", place, name: name.text, spaces, within }
      : { kind: "wrong kind of name", place, name: name.text, found, spaces },
  );
}

function whoOfTeam(linking: Linking, kind: "lead of" | "all of", name: Name | undefined, node: Span): Who | undefined {
  if (!name) return missing(linking, node, "who", "team");
  if (kind === "lead of" && name.text === "asker") return { kind: "lead of asker" };
  const found = teamNamed(linking, name);
  return found === undefined ? undefined : { kind, team: found };
}

function personOfTeam(linking: Linking, name: Name, of: Name): Who | undefined {
  const found = personNamed(linking, name);
  const teamOf = teamNamed(linking, of);
  if (found === undefined || teamOf === undefined) return undefined;
  if (!linking.names.teams.get(teamOf)?.people.has(found))
    linking.problems.push({ kind: "not in team", place: placeOf(linking, name), person: found, team: teamOf });
  return { kind: "person", person: found, of: teamOf };
}

function teamOrPerson(linking: Linking, name: Name): Who | undefined {
  const found = partyNamed(linking, name);
  if (found === undefined) return undefined;
  return linking.names.teams.has(found)
    ? { kind: "team", team: found }
    : { kind: "person", person: found, of: undefined };
}

function knownName(
  linking: Linking,
  name: Name,
  segment: Exclude<Segment, "clauses">,
  sought: Sought,
): string | undefined {
  ask(linking, segment);
  return noted(linking, name, sought, linking.names[segment].get(name.text));
}

function noted(linking: Linking, name: Name, sought: Sought, known: Known | undefined): string | undefined {
  uses(linking, name, sought, known?.symbol);
  if (known) return name.text;
  reportUnknown(linking, name, sought.spaces, []);
  return undefined;
}

function spaceWith(names: Names, name: string): Space | undefined {
  if (names.teams.has(name)) return "team";
  if (names.people.has(name)) return "person";
  return tables.find(([segment]) => names[segment].has(name))?.[1];
}

const tables: readonly (readonly [Segment, Space])[] = [
  ["calendars", "calendar"],
  ["channels", "channel"],
  ["kinds", "request"],
  ["attributes", "attribute"],
  ["customers", "customer"],
  ["agreements", "agreement"],
  ["exceptions", "exception"],
];

const calendar: Sought = { spaces: ["calendar"], role: "use" };
const channel: Sought = { spaces: ["channel"], role: "use" };
const customer: Sought = { spaces: ["customer"], role: "use" };
const exception: Sought = { spaces: ["exception"], role: "use" };
const team: Sought = { spaces: ["team"], role: "use" };
const person: Sought = { spaces: ["person"], role: "use" };
const party: Sought = { spaces: ["team", "person"], role: "use" };
const request: Sought = { spaces: ["request"], role: "use" };

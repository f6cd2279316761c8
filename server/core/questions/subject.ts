import type { Model, Who } from "../model/model.ts";

/** Whose responsibilities are asked for. */
export interface Subject {
  readonly kind: "person" | "team";
  readonly name: string;
  /** The teams that the person is in; the team itself. */
  readonly teams: readonly string[];
  /** Of these, those that the person leads; the team itself. */
  readonly leads: readonly string[];
}

/** The person or team of a name, as declared; a team comes first. */
export function subjectNamed({ teams, people }: Model, name: string): Subject | undefined {
  if (teams.has(name)) return { kind: "team", name, teams: [name], leads: [name] };
  const person = people.get(name);
  if (!person) return undefined;
  const leads = person.teams.filter((team) => teams.get(team)?.lead?.value === name);
  return { kind: "person", name, teams: person.teams, leads };
}

/** Why something is somebody's: by name, through a team that they are in or lead, or through customers that they own. */
export type Capacity =
  | { readonly kind: "self" }
  | { readonly kind: "member" | "lead"; readonly team: string }
  | { readonly kind: "owner of customers" };

/** In which capacity a `who` means the subject; undefined where it means somebody else. A person may own customers on some days only. */
export function capacityOf(subject: Subject, who: Who, asker: readonly string[]): Capacity | undefined {
  switch (who.kind) {
    case "team":
    case "all of":
      return subject.teams.includes(who.team) ? throughTeam(subject, who.team) : undefined;
    case "lead of":
      return subject.leads.includes(who.team) ? { kind: "lead", team: who.team } : undefined;
    case "lead of asker": {
      const led = asker.find((team) => subject.leads.includes(team));
      return led === undefined ? undefined : { kind: "lead", team: led };
    }
    case "person":
      return who.person === subject.name ? { kind: "self" } : undefined;
    case "owner of customer":
      return subject.kind === "person" ? { kind: "owner of customers" } : undefined;
    default:
      return who satisfies never;
  }
}

/** A team by itself, a person as one of it. */
export function throughTeam(subject: Subject, team: string): Capacity {
  return subject.name === team ? { kind: "self" } : { kind: "member", team };
}

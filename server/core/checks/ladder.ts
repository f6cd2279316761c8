import type { Model, Place, Who } from "../model/model.ts";
import type { Target } from "../time/spec.ts";
import type { Layer } from "./layers.ts";
import { peopleOf, personBehind } from "./people.ts";

/** One who has the request at some time: the handler, then each rung. */
export interface LadderDoer {
  readonly who: Who;
  /** The same for two that are surely the same person or the same team. */
  readonly key: string;
  readonly place: Place;
  /** Stated in this very clause or case, not kept from below. */
  readonly isNew: boolean;
}

/** Who has the request, in the order in which the rungs are reached. */
export function doersOf(model: Model, { clause, lines }: Layer): readonly LadderDoer[] {
  const rungs = [...(lines.escalate?.value ?? [])].sort(
    (a, b) => roughMinutes(a.value.after) - roughMinutes(b.value.after),
  );
  if (!lines.by || rungs.length === 0) return [];
  const isNew = clause.lines.by !== undefined || clause.lines.escalate !== undefined;
  const doers = [
    { who: lines.by.value, place: lines.by.place },
    ...rungs.map(({ value, place }) => ({ who: value.to, place })),
  ];
  return doers.map((each) => ({ ...each, key: keyOf(model, each.who), isNew }));
}

function keyOf(model: Model, who: Who): string {
  const person = personBehind(model, who) ?? onlyMember(model, who);
  if (person !== undefined) return "person " + person;
  return who.kind === "team" || who.kind === "all of" ? "team " + who.team : who.kind;
}

function onlyMember(model: Model, who: Who): string | undefined {
  const team = who.kind === "team" || who.kind === "all of" ? model.teams.get(who.team) : undefined;
  const people = team ? peopleOf(team) : [];
  return people.length === 1 ? people[0] : undefined;
}

/** Enough to order rungs of one unit; business days are taken as eight hours. */
function roughMinutes({ amount, unit }: Target): number {
  switch (unit) {
    case "business minutes":
    case "clock minutes":
      return amount;
    case "business hours":
    case "clock hours":
      return amount * 60;
    case "business days":
      return amount * 480;
    case "calendar days":
      return amount * 1440;
  }
}

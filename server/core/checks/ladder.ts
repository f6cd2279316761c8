import type { Place, Who } from "../model/model.ts";
import type { Target } from "../time/spec.ts";
import type { Company } from "./company.ts";
import type { Layer } from "./layers.ts";
import { onlyMember, personBehind } from "./people.ts";

/** One who has the request at some time: the handler, then each rung. */
export interface LadderDoer {
  readonly who: Who;
  /** The same for two that are surely the same person or the same team. */
  readonly key: string;
  readonly place: Place;
}

/** Who has the request, in the order in which the rungs are reached; nobody where the clause only keeps what is below it. */
export function doersOf(company: Company, { clause, lines }: Layer): readonly LadderDoer[] {
  const rungs = lines.escalate?.value ?? [];
  const isNew = clause.lines.by !== undefined || clause.lines.escalate !== undefined;
  if (!isNew || !lines.by || rungs.length === 0) return [];
  const inOrder = [...rungs].sort((a, b) => roughMinutes(a.value.after) - roughMinutes(b.value.after));
  const doers = [{ who: lines.by.value, place: lines.by.place }];
  for (const { value, place } of inOrder) doers.push({ who: value.to, place });
  return doers.map(({ who, place }) => ({ who, place, key: keyOf(company, who) }));
}

/** Rungs of a layer that reach whoever has the request by name, on all days, without looking at the dates. */
export function rungsBack(company: Company, layer: Layer): readonly Place[] {
  const doers = doersOf(company, layer);
  return doers.flatMap(({ key, place }, index) =>
    doers.slice(0, index).some((each) => each.key === key) ? [place] : [],
  );
}

function keyOf(company: Company, who: Who): string {
  const person = personBehind(company, who) ?? onlyMember(company, who);
  if (person !== undefined) return "person " + person;
  return who.kind === "team" || who.kind === "all of" ? "team " + who.team : who.kind;
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

/** What is proved of handle clauses together: every request has one. */
import type { HandleClause } from "../model/model.ts";
import { type Box, fullBox, sharedBoxes } from "./box.ts";
import { type Budget, regions } from "./cover.ts";
import type { Group } from "./group.ts";
import type { AgreementScope } from "./rules.ts";
import { boxInForce, boxOfAskers } from "./space.ts";

/** How many regions of one finding are told. */
export const mostRegions = 12;

/** What was found of one claim; `isDecided` is false where the budget did not suffice to look everywhere. */
export interface Findings<Found> {
  readonly found: readonly Found[];
  readonly isDecided: boolean;
}

/** Requests of a kind that fall between the clauses of an agreement. */
export interface Gap {
  readonly scope: AgreementScope;
  /** The first clause of the agreement on the kind. */
  readonly clause: HandleClause;
  readonly regions: readonly Box[];
}

/** The requests that nobody handles, though an agreement of the asker's handles others of their kind. */
export function gapsIn(group: Group, budget: Budget): Findings<Gap> {
  const { space, handles, impossible } = group;
  const walls = handles.flatMap(({ boxes }) => boxes);
  const found: Gap[] = [];
  let isDecided = true;
  for (const scope of group.scopes.values()) {
    const first = handles.find((rule) => rule.scope === scope);
    if (!first) continue;
    const options = { impossible, order: space.order, atMost: mostRegions };
    for (const domain of ordinaryRequests(group, scope)) {
      const gaps = regions(space.shape, domain, walls, options, budget);
      if (gaps.found.length > 0) found.push({ scope, clause: first.clause, regions: gaps.found });
      else if (!gaps.complete) isDecided = false;
    }
  }
  return { found, isDecided };
}

/** Requests of the kind by a party that asks for it, at times when the agreement is in force. */
export function ordinaryRequests({ space }: Group, { agreement, zone, askers }: AgreementScope): readonly Box[] {
  const range = agreement.effective?.value;
  const inForce = range ? boxInForce(space, range, zone) : fullBox(space.shape);
  const asked = boxOfAskers(
    space,
    ({ name, teams }) => name !== undefined && teams.length === 1 && askers.includes(name),
  );
  return sharedBoxes(space.shape, [inForce], [asked]);
}

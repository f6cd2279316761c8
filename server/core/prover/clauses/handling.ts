/** What is proved of handle clauses together: every request has one. */
import type { HandleClause } from "../../model/model.ts";
import { keptEach, newSeries } from "../known.ts";
import { type Box, fullBox, sharedBoxes } from "../space/box.ts";
import type { Budget, Regions } from "../space/cover.ts";
import { boxInForce, boxOfAskers, type Space } from "../space/space.ts";
import type { Group } from "../written/group.ts";
import { keptBoxKey, regionsOutside } from "../written/outside.ts";
import type { PartOf } from "../written/part.ts";
import type { AgreementScope, HandleRule } from "../written/rules.ts";

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
  const parts = group.parts.map(({ handles }) => handles);
  const clauses = keptEach(covered, group.impossible, parts, ({ rules }) => rules.map(({ boxes }) => boxes));
  const found: Gap[] = [];
  let isDecided = true;
  const known = new Map<string, Regions>();
  for (const { scope, handles } of group.parts) {
    const clause = handles.rules[0]?.clause;
    for (const domain of clause ? ordinaryRequests(group, scope) : none) {
      const key = keptBoxKey(domain);
      const gaps = known.get(key) ?? regionsOutside(group, "handles", domain, clauses, budget);
      known.set(key, gaps);
      if (clause && gaps.found.length > 0) found.push({ scope, clause, regions: gaps.found });
      else if (!gaps.complete) isDecided = false;
    }
  }
  return { found, isDecided };
}

const none: readonly never[] = [];

/** What the clauses of a part cover. */
const covered = newSeries<PartOf<HandleRule>, readonly (readonly Box[])[]>();

/** Requests of the kind by a party that asks for it, at times when the agreement is in force. */
export function ordinaryRequests({ space }: Group, scope: AgreementScope): readonly Box[] {
  const kept = ordinary.get(scope);
  if (kept?.space === space) return kept.boxes;
  const { agreement, zone, askers } = scope;
  const range = agreement.effective?.value;
  const inForce = range ? boxInForce(space, range, zone) : fullBox(space.shape);
  const asked = boxOfAskers(
    space,
    ({ name, teams }) => name !== undefined && teams.length === 1 && askers.includes(name),
  );
  const boxes = sharedBoxes(space.shape, [inForce], [asked]);
  ordinary.set(scope, { space, boxes });
  return boxes;
}

const ordinary = new WeakMap<AgreementScope, { readonly space: Space; readonly boxes: readonly Box[] }>();

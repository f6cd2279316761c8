/** A request of a kind that no clause is about: nobody handles any such request, and any of them shows it. */
import type { Agreement, Model, RequestKind } from "../model/model.ts";
import type { Zone } from "../time/zone.ts";
import { groundOf, type ProverContext } from "./prove.ts";
import { fullBox } from "./space/box.ts";
import { boxesWhere } from "./space/condition.ts";
import { spaceOf } from "./space/space.ts";
import { type Witness, witnessIn } from "./space/witness.ts";
import { scopesOf } from "./written/scopes.ts";
import { sourceOf, zoneWithoutAgreements } from "./written/source.ts";
import { exceptionsIn, writtenOf } from "./written/written.ts";

/** A request with the zone in which its time is told; worked out when it is asked for, undefined where facts leave none. */
export interface UnmentionedRequest {
  readonly zone: Zone;
  readonly witness: () => Witness | undefined;
}

/** A request of such a kind while an agreement is in force, from one of its parties. */
export function unmentionedRequest(kind: RequestKind, model: Model, context: ProverContext): UnmentionedRequest {
  const written = writtenOf(kind, [], []);
  const scopes = scopesOf(written, model, agreementsNow(model, context));
  const [zone = zoneWithoutAgreements(model)] = [...scopes.values()].map((scope) => scope.zone);
  const witness = (): Witness | undefined => {
    const reading = { scopes, exceptionsOf: exceptionsIn(model), today: context.today };
    const space = spaceOf(sourceOf(written, model, reading), groundOf(model, context.holidays));
    const facts = model.facts.map(({ when }) => boxesWhere(space, when, zone));
    // A fact that could not be read may leave out the very request.
    if (facts.includes(undefined)) return undefined;
    const impossible = [...space.impossible, ...facts.flatMap((boxes) => boxes ?? [])];
    return witnessIn({ space, kind, impossible }, [fullBox(space.shape)], model.customers, { left: context.steps });
  };
  return { zone, witness };
}

/** One agreement is enough to ask in: one that is in force, if any is. */
function agreementsNow({ agreements }: Model, { today }: ProverContext): readonly Agreement[] {
  const all = [...agreements.values()];
  const inForce = all.find(({ effective }) => {
    const range = effective?.value;
    return !range || (range.first <= today && today <= (range.last ?? today));
  });
  const chosen = inForce ?? all[0];
  return chosen ? [chosen] : [];
}

/** What customers are promised: guarantees, and lines that let somebody promise a time. */
import type { Agreement, Model } from "../../model/model.ts";
import type { Guarantee } from "../../model/work.ts";
import type { Target } from "../../time/spec.ts";
import { ordinaryRequests } from "../clauses/handling.ts";
import { type Box, boxWhere, fullBox, shared, sharedBoxes } from "../space/box.ts";
import { boxesWhere } from "../space/condition.ts";
import type { Budget } from "../space/cover.ts";
import { boxInForce } from "../space/space.ts";
import { conditionsOf, type Group } from "../written/group.ts";
import type { AgreementScope } from "../written/rules.ts";
import type { InAgreement } from "../written/written.ts";
import { type Kept, keptOf, type Promised } from "./kept.ts";
import { type Counting, closedIn, type Working } from "./working.ts";

/** A guarantee's target, held against the clauses. */
export interface GuaranteeResult {
  readonly agreement: Agreement;
  readonly guarantee: Guarantee;
  readonly what: Promised["what"];
  readonly domain: readonly Box[];
  readonly kept: Kept;
}

/** What is known of every target that is guaranteed for the kind. */
export function guaranteeResults(
  group: Group,
  guarantees: readonly InAgreement<Guarantee>[],
  working: Working,
  budget: () => Budget,
): readonly GuaranteeResult[] {
  return (group.isDecidable ? guarantees : []).flatMap(({ agreement, clause: guarantee }) => {
    const scope = group.scopes.get(agreement);
    const domain = scope && requestsOf(group, guarantee, scope, working.model.customers);
    if (!domain) return [];
    const calendarFor = (target: Target) => (counting: Counting) => {
      const stated = guarantee.hours && working.ground.calendarNamed(guarantee.hours.value);
      if (stated) return stated;
      if (!target.unit.startsWith("business")) return closedIn(working, scope.zone);
      return counting.hasHours ? counting.calendar : undefined;
    };
    return (["respond", "resolve"] as const).flatMap((what): readonly GuaranteeResult[] => {
      const target = guarantee[what]?.value;
      if (!target) return [];
      const promised: Promised = { what, target, calendarFor: calendarFor(target), domain };
      return [{ agreement, guarantee, what, domain, kept: keptOf(group, promised, working, budget()) }];
    });
  });
}

/** The requests that a guarantee is about, by those who ask for the kind; undefined where its condition takes too many boxes. */
function requestsOf(
  group: Group,
  guarantee: Guarantee,
  { agreement, zone }: AgreementScope,
  customers: Model["customers"],
): readonly Box[] | undefined {
  const { space, handles } = group;
  const handling = new Set(handles.map(({ scope }) => scope));
  const range = agreement.effective?.value;
  const inForce = range ? boxInForce(space, range, zone) : fullBox(space.shape);
  const asked = [...handling].flatMap((scope) => ordinaryRequests(group, scope));
  let domain: readonly Box[] | undefined = sharedBoxes(space.shape, sharedBoxes(space.shape, asked, [inForce]), [
    boxOfCustomers(group, customers),
  ]);
  for (const when of conditionsOf(guarantee)) {
    const own = boxesWhere(space, when, zone);
    domain = own && domain && sharedBoxes(space.shape, domain, own);
  }
  return domain;
}

/** Requests of customers: each has a value of an attribute, unless one is declared that has none. */
function boxOfCustomers({ space }: Group, customers: Model["customers"]): Box {
  let box = fullBox(space.shape);
  for (const [index, { subject, cells }] of space.dimensions.entries()) {
    if (subject.kind !== "attribute") continue;
    const isLacking = [...customers.values()].some(({ attributes }) => !attributes.has(subject.name));
    const own = boxWhere(space.shape, index, (each) => isLacking || cells[each]?.kind !== "absent");
    box = shared(space.shape, box, own) ?? box;
  }
  return box;
}

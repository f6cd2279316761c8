/** The one question behind all proofs: is there a cell outside all of some boxes? */

import { lazily } from "../../text/lazily.ts";
import { type Box, isInside, meets, type Shape } from "./box.ts";
import { searched } from "./search.ts";
import { packedBoxes, widened } from "./widen.ts";

/** Steps that may still be taken, one for each look at a box; it is shared by all searches of one proof, and counted down. */
export interface Budget {
  left: number;
}

/** What is known of a claim: never silently that it holds. */
export type Covering =
  | { readonly kind: "proved" }
  | { readonly kind: "counter-example"; readonly box: Box }
  | { readonly kind: "not decided" };

/** Regions outside all of some boxes; `complete` is false where the budget or the number asked for did not suffice for all. */
export interface Regions {
  readonly found: readonly Box[];
  readonly complete: boolean;
}

/** Whether boxes cover a domain; the counter-example is a part of the domain outside all of them. */
export function cover(shape: Shape, domain: Box, boxes: readonly Box[], budget: Budget): Covering {
  // Mostly nothing is in the way.
  if (boxes.length === 0) return budget.left < 0 ? { kind: "not decided" } : { kind: "counter-example", box: domain };
  let found: Box | undefined;
  const stopped = searched(shape, domain, boxes, budget, (box) => {
    found = box;
    return undefined;
  });
  if (found) return { kind: "counter-example", box: found };
  return { kind: stopped ? "not decided" : "proved" };
}

/** `cover` for a domain of several boxes. */
export function coverAll(shape: Shape, domains: readonly Box[], boxes: readonly Box[], budget: Budget): Covering {
  let undecided = false;
  for (const domain of domains) {
    const covering = cover(shape, domain, boxes, budget);
    if (covering.kind === "counter-example") return covering;
    if (covering.kind === "not decided") undecided = true;
  }
  return { kind: undecided ? "not decided" : "proved" };
}

/** What `regions` takes beside the domain and the boxes. */
export interface RegionOptions {
  /** Boxes of what cannot occur: no region lies in them alone, but one may be told more simply by reaching into them. */
  readonly impossible: readonly Box[];
  /** The dimensions in the order of widening, the least telling first. */
  readonly order: readonly number[];
  readonly atMost: number;
}

/** The parts of a domain outside all boxes, each as large as it can be; they may overlap. */
export function regions(
  shape: Shape,
  domain: Box,
  boxes: readonly Box[],
  { impossible, order, atMost }: RegionOptions,
  budget: Budget,
): Regions {
  if (boxes.length === 0 && impossible.length === 0)
    return budget.left < 0 ? { found: [], complete: false } : { found: [domain], complete: atMost > 1 };
  const found: Box[] = [];
  const near = lazily(() =>
    packedBoxes(
      shape,
      boxes.filter((each) => meets(shape, domain, each)),
    ),
  );
  const stopped = searched(
    shape,
    domain,
    impossible.length === 0 ? boxes : [...boxes, ...impossible],
    budget,
    (box) => {
      const wide = widened(shape, box, domain, near(), order);
      found.push(wide);
      return found.length >= atMost ? undefined : wide;
    },
  );
  return { found, complete: !stopped };
}

/** Of boxes that cover a domain, some that do and of which none can be left out; the boxes of one owner go together. */
export function coveringSet<Owner>(
  shape: Shape,
  domains: readonly Box[],
  owned: readonly { readonly owner: Owner; readonly boxes: readonly Box[] }[],
  always: readonly Box[],
  budget: Budget,
): readonly Owner[] {
  let needed = owned.filter(({ boxes }) => boxes.some((box) => domains.some((domain) => meets(shape, domain, box))));
  const whole = needed.find(({ boxes }) => domains.every((domain) => boxes.some((box) => isInside(domain, box))));
  if (whole) return [whole.owner];
  for (const each of [...needed].reverse()) {
    const others = needed.filter((other) => other !== each);
    const rest = [...others.flatMap(({ boxes }) => boxes), ...always];
    if (coverAll(shape, domains, rest, budget).kind === "proved") needed = others;
  }
  return needed.map(({ owner }) => owner);
}

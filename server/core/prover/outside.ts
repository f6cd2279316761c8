/** What lies outside all clauses of a kind: searched for once, and brought up to date where clauses change. */
import { type Box, boxKey, sharedBoxes } from "./box.ts";
import type { Content } from "./content.ts";
import { type Budget, coverAll, type Regions, regions } from "./cover.ts";
import type { Group } from "./group.ts";
import { sameElements } from "./known.ts";
import { boxesMeet } from "./near.ts";

/** A clause's content and the requests that it covers. */
export interface Covered {
  readonly content: Content;
  readonly boxes: readonly Box[];
}

/** How many regions of one finding are told. */
export const mostRegions = 12;

interface Kept {
  /** The clauses that reach into the domain. */
  readonly near: readonly Covered[];
  readonly regions: Regions;
  readonly steps: number;
}

/** By what is impossible, which is a list of its own in every space, and then by domain and what it is held against. */
const memory = new WeakMap<readonly Box[], Map<string, Kept>>();

/** The parts of a domain that no clause of some covers; `sort` tells domains apart that are held against other clauses. */
export function regionsOutside(
  group: Group,
  sort: "handles" | "commits",
  domain: Box,
  clauses: readonly Covered[],
  budget: Budget,
): Regions {
  const kept = memory.get(group.impossible) ?? new Map<string, Kept>();
  memory.set(group.impossible, kept);
  const near = clauses.filter(({ boxes }) => boxesMeet(group.space.shape, [domain], boxes));
  const key = `${sort} ${boxKey(domain)}`;
  const before = kept.get(key);
  if (before && before.steps <= budget.left && isStillTrue(group, domain, before, near, budget)) {
    budget.left -= before.steps;
    kept.set(key, { ...before, near });
    return before.regions;
  }
  const left = budget.left;
  const options = { impossible: group.impossible, order: group.space.order, atMost: mostRegions };
  const walls = near.flatMap(({ boxes }) => boxes);
  const found = regions(group.space.shape, domain, walls, options, budget);
  if (budget.left >= 0) kept.set(key, { near, regions: found, steps: left - budget.left });
  return found;
}

/** The same clauses; or nothing was outside, and what clauses that are gone covered is covered by others. */
function isStillTrue(
  { space, impossible }: Group,
  domain: Box,
  before: Kept,
  near: readonly Covered[],
  budget: Budget,
): boolean {
  const contents = new Set(near.map(({ content }) => content));
  if (
    sameElements(
      before.near.map(({ content }) => content),
      [...contents],
    )
  )
    return true;
  if (before.regions.found.length > 0 || !before.regions.complete) return false;
  const gone = before.near.filter(({ content }) => !contents.has(content)).flatMap(({ boxes }) => boxes);
  const lost = sharedBoxes(space.shape, [domain], gone);
  const own: Budget = { left: budget.left };
  const walls = near.flatMap(({ boxes }) => boxes);
  return coverAll(space.shape, lost, [...walls, ...impossible], own).kind === "proved";
}

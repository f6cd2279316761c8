/** What lies outside all clauses of a kind: searched for once, and brought up to date where clauses change. */

import { sameElements } from "../lists.ts";
import { type Box, boxKey, sharedBoxes } from "../space/box.ts";
import { type Budget, coverAll, type Regions, regions } from "../space/cover.ts";
import type { Group } from "./group.ts";
import { boxesMeet } from "./near.ts";

/** How many regions of one finding are told. */
export const mostRegions = 12;

/** The requests that a clause covers. */
type Covered = readonly Box[];

interface Kept {
  readonly parts: readonly (readonly Covered[])[];
  /** The clauses of each that reach into the domain. */
  readonly near: readonly (readonly Covered[])[];
  readonly regions: Regions;
  readonly steps: number;
}

/** By what is impossible, which is a list of its own in every space, and then by domain and what it is held against. */
const memory = new WeakMap<readonly Box[], Map<string, Kept>>();

/** The parts of a domain that no clause of some parts covers; `sort` tells domains apart that are held against other clauses. */
export function regionsOutside(
  group: Group,
  sort: "handles" | "commits",
  domain: Box,
  parts: readonly (readonly Covered[])[],
  budget: Budget,
): Regions {
  const kept = memory.get(group.impossible) ?? new Map<string, Kept>();
  memory.set(group.impossible, kept);
  const key = `${sort} ${keptBoxKey(domain)}`;
  const before = kept.get(key);
  const near = parts.map((part, number) => {
    return (before?.parts[number] === part ? before.near[number] : undefined) ?? reaching(group, domain, part);
  });
  if (before && before.steps <= budget.left && isStillTrue(group, domain, before, near, budget)) {
    budget.left -= before.steps;
    kept.set(key, { ...before, parts, near });
    return before.regions;
  }
  const left = budget.left;
  const options = { impossible: group.impossible, order: group.space.order, atMost: mostRegions };
  const found = regions(group.space.shape, domain, near.flat(2), options, budget);
  if (budget.left >= 0) kept.set(key, { parts, near, regions: found, steps: left - budget.left });
  return found;
}

/** Those of a part that reach into a domain. */
function reaching({ space }: Group, domain: Box, part: readonly Covered[]): readonly Covered[] {
  const domains = [domain];
  return part.filter((boxes) => boxesMeet(space.shape, domains, boxes));
}

/** What clauses cover is the same; or nothing was outside, and what those that are gone covered is covered by others. */
function isStillTrue(
  { space, impossible }: Group,
  domain: Box,
  before: Kept,
  near: readonly (readonly Covered[])[],
  budget: Budget,
): boolean {
  if (sameCover(before.near, near)) return true;
  if (before.regions.found.length > 0 || !before.regions.complete) return false;
  const left = new Set(near.flat());
  const gone = before.near.flat().filter((boxes) => !left.has(boxes));
  const lost = sharedBoxes(space.shape, [domain], gone.flat());
  const own: Budget = { left: budget.left };
  return coverAll(space.shape, lost, [...near.flat(2), ...impossible], own).kind === "proved";
}

function sameCover(ones: Kept["near"], others: Kept["near"]): boolean {
  if (ones.length !== others.length) return sameClauses(ones.flat(), others.flat());
  return ones.every((part, index) => sameClauses(part, others[index] ?? none));
}

function sameClauses(ones: readonly Covered[], others: readonly Covered[]): boolean {
  return ones === others || (ones.length === others.length && ones.every((each, at) => sameBoxes(each, others[at])));
}

function sameBoxes(ones: Covered, others: Covered | undefined): boolean {
  if (ones === others) return true;
  if (ones.length !== others?.length) return false;
  return ones.every((box, index) => sameElements(box, others[index] ?? none));
}

const none: readonly never[] = [];

/** `boxKey` of a box that nobody changes, worked out once. */
export function keptBoxKey(box: Box): string {
  const known = keys.get(box) ?? boxKey(box);
  keys.set(box, known);
  return known;
}

const keys = new WeakMap<Box, string>();

/** What a clause says of each of its requests once everything that is laid over it is in place (language.md M3). */
import { linesLaidOver } from "../../model/laidOver.ts";
import type { HandleLines } from "../../model/model.ts";
import type { Step } from "../../model/work.ts";
import { type Box, outside, sharedBoxes, simplified } from "../space/box.ts";
import { boxesWhere } from "../space/condition.ts";
import type { Budget } from "../space/cover.ts";
import type { Group } from "../written/group.ts";
import { statedIn } from "../written/layers.ts";
import { type HandleRule, isAbove, type Overlay, type Stating } from "../written/rules.ts";

/** Requests of which a clause says the same. */
export interface Terms {
  readonly rule: HandleRule;
  /** What is laid over the clause, lowest first. */
  readonly overlays: readonly Overlay<Stating>[];
  readonly lines: HandleLines;
  /** The steps that are not skipped; undefined where the clause has none. */
  readonly steps: readonly Step[] | undefined;
  readonly boxes: readonly Box[];
  /** Whether two overlays, neither above the other, state something differently. */
  readonly isContested: boolean;
}

/** What a clause says of some requests, region by region; undefined where that takes too many boxes. */
export function termsIn(
  group: Group,
  rule: HandleRule,
  domain: readonly Box[],
  budget: Budget,
): readonly Terms[] | undefined {
  const { shape } = group.space;
  let parts: readonly Part[] = [{ held: [], boxes: possible(group, sharedBoxes(shape, rule.boxes, domain)) }];
  for (const overlay of rule.overlays)
    if (statesTimes(overlay.says)) {
      const next = parts.flatMap((part) => split(group, part, overlay.boxes, [...part.held, overlay]));
      parts = next;
      budget.left -= next.reduce((sum, { boxes }) => sum + boxes.length, 0);
      if (budget.left < 0) return undefined;
    }
  const terms: Terms[] = [];
  for (const part of parts) {
    const own = stepwise(group, rule, part);
    if (!own) return undefined;
    terms.push(...own);
  }
  return terms;
}

interface Part {
  readonly held: readonly Overlay<Stating>[];
  readonly boxes: readonly Box[];
}

/** Requests that occur. */
function possible({ space, impossible }: Group, boxes: readonly Box[]): readonly Box[] {
  return outside(space.shape, fewer(space.shape, boxes), impossible);
}

function fewer(shape: Group["space"]["shape"], boxes: readonly Box[]): readonly Box[] {
  return boxes.length < 2 || boxes.length > 64 ? boxes : simplified(shape, boxes);
}

/** The part inside some boxes, with more that is held there, and the part outside; one that is empty is left out. */
function split({ space: { shape } }: Group, part: Part, walls: readonly Box[], held: Part["held"]): readonly Part[] {
  const inner = fewer(shape, sharedBoxes(shape, part.boxes, walls));
  if (inner.length === 0) return [part];
  const outer = outside(shape, part.boxes, walls);
  const inside = { held, boxes: inner };
  return outer.length === 0 ? [inside] : [{ held: part.held, boxes: outer }, inside];
}

/** Whether it bears on who does something by when; sentences and surcharges do not. */
function statesTimes(says: Stating): boolean {
  return [...statedIn(says).keys()].some((property) => property !== "say" && property !== "surcharge");
}

/** The terms of a part, told apart by which steps are skipped. */
function stepwise(group: Group, rule: HandleRule, { held, boxes }: Part): readonly Terms[] | undefined {
  const { space } = group;
  const lines = held.reduce((below, overlay) => linesLaidOver(below, overlay.says.lines), rule.says.lines);
  const isContested = held.some((one) => held.some((other) => differ(one, other)));
  const all = lines.steps?.value;
  let parts: readonly { readonly steps: readonly Step[]; readonly boxes: readonly Box[] }[] = [{ steps: [], boxes }];
  for (const step of all ?? []) {
    const done = step.when && boxesWhere(space, step.when, rule.scope.zone);
    if (step.when && !done) return undefined;
    parts = parts.flatMap((part) => {
      if (!done) return [{ steps: [...part.steps, step], boxes: part.boxes }];
      const [inner, outer] = [sharedBoxes(space.shape, part.boxes, done), outside(space.shape, part.boxes, done)];
      return [
        ...(inner.length > 0 ? [{ steps: [...part.steps, step], boxes: inner }] : []),
        ...(outer.length > 0 ? [{ steps: part.steps, boxes: outer }] : []),
      ];
    });
  }
  return parts
    .filter((part) => part.boxes.length > 0)
    .map((part) => ({ rule, overlays: held, lines, steps: all && part.steps, boxes: part.boxes, isContested }));
}

function differ(one: Overlay<Stating>, other: Overlay<Stating>): boolean {
  if (one === other || isAbove(one, other) || isAbove(other, one)) return false;
  const stated = statedIn(other.says);
  return [...statedIn(one.says)].some(([property, value]) => {
    const opposite = stated.get(property);
    return opposite !== undefined && opposite !== value;
  });
}

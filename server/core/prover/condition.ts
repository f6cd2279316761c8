import type { Condition } from "../model/model.ts";
import type { Zone } from "../time/zone.ts";
import { type Box, fullBox, sharedBoxes, simplified } from "./box.ts";
import { boxOf, type Space } from "./space.ts";

/** A condition has at most so many boxes; one of more is not decided. */
const mostBoxes = 64;

/** The requests that fulfil a condition, whose dates are read in a zone; undefined where that takes too many boxes. */
export function boxesWhere(space: Space, when: Condition | undefined, zone: Zone): readonly Box[] | undefined {
  return when ? boxesOf(space, when, zone, true) : [fullBox(space.shape)];
}

/** The requests of which a condition holds, or of which it does not. */
function boxesOf(space: Space, condition: Condition, zone: Zone, wanted: boolean): readonly Box[] | undefined {
  switch (condition.kind) {
    case "not":
      return boxesOf(space, condition.part, zone, !wanted);
    case "and":
    case "or": {
      const parts = condition.parts.map((part) => boxesOf(space, part, zone, wanted));
      return (condition.kind === "and") === wanted ? allOf(space, parts) : anyOf(space, parts);
    }
    case "is":
    case "compare":
    case "during":
    case "on": {
      const box = boxOf(space, condition, zone, wanted);
      if (box === "none") return [];
      const known = box === "all" ? fullBox(space.shape) : box;
      return sharedBoxes(space.shape, [known], [known]);
    }
    case "broken":
      return wanted ? [] : [fullBox(space.shape)];
    default:
      return condition satisfies never;
  }
}

type Parts = readonly (readonly Box[] | undefined)[];

function allOf(space: Space, parts: Parts): readonly Box[] | undefined {
  let boxes: readonly Box[] | undefined = [fullBox(space.shape)];
  for (const part of parts)
    boxes =
      boxes && part && boxes.length * part.length <= mostBoxes * mostBoxes
        ? few(space, sharedBoxes(space.shape, boxes, part))
        : undefined;
  return boxes;
}

function anyOf(space: Space, parts: Parts): readonly Box[] | undefined {
  const boxes: Box[] = [];
  for (const part of parts) {
    if (!part) return undefined;
    boxes.push(...part);
  }
  return few(space, boxes);
}

function few(space: Space, boxes: readonly Box[]): readonly Box[] | undefined {
  if (boxes.length < 2) return boxes;
  if (boxes.length > mostBoxes * 4) return undefined;
  const simple = simplified(space.shape, boxes);
  return simple.length > mostBoxes ? undefined : simple;
}

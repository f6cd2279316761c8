/** How much of a clause its exceptions decide: a rule that is bent for most of its requests is another rule. */
import type { Exception } from "../../model/model.ts";
import { keptEach, newSeries } from "../known.ts";
import { concatenated } from "../lists.ts";
import { type Box, cellsIn, outside } from "../space/box.ts";
import type { Cell } from "../space/cells.ts";
import type { Budget } from "../space/cover.ts";
import type { Ground, Space } from "../space/space.ts";
import type { Group } from "../written/group.ts";
import type { PartOf } from "../written/part.ts";
import type { CommitRule, HandleRule, Overlay } from "../written/rules.ts";
import type { Findings } from "./handling.ts";

/** A clause and the share of its requests, from 0 to 1, that its exceptions decide. */
export interface Creep {
  readonly clause: (HandleRule | CommitRule)["clause"];
  readonly exceptions: readonly Exception[];
  readonly share: number;
  /** What the exceptions decide. */
  readonly regions: readonly Box[];
}

/** The share for every clause to which there are exceptions in force at some time; each takes a step for each part that is measured. */
export function creepsIn(group: Group, ground: Ground, budget: Budget): Findings<Creep> {
  const { space, impossible } = group;
  const parts = [...group.parts.map(({ handles }) => handles), ...group.parts.map(({ commits }) => commits)];
  const bent = keptEach(bentOf, impossible, parts, bentIn);
  const found = concatenated(bent, (each) => each).flatMap((rule): readonly Creep[] => {
    const bending = decidedIn(space, rule).filter(({ boxes }) => boxes.length > 0);
    const exceptions = bending.map(({ exception }) => exception);
    if (exceptions.length === 0 || budget.left < 0) return [];
    const walls = bending.flatMap(({ boxes }) => boxes);
    const whole = beyond(space, apart(space, rule.boxes), impossible, budget);
    const rest = beyond(space, whole, walls, budget);
    if (budget.left < 0) return [];
    const all = sizeOf(space, ground, whole);
    const share = all > 0 ? 1 - sizeOf(space, ground, rest) / all : 0;
    return [{ clause: rule.clause, exceptions, share, regions: walls }];
  });
  return { found, isDecided: budget.left >= 0 };
}

/** Clauses to which there are exceptions. */
function bentIn({ rules }: PartOf<HandleRule | CommitRule>): readonly (HandleRule | CommitRule)[] {
  return rules.filter(({ overlays }) => overlays.some(({ exception }) => exception));
}

const bentOf = newSeries<PartOf<HandleRule | CommitRule>, readonly (HandleRule | CommitRule)[]>();

interface Decided {
  readonly exception: Exception;
  readonly boxes: readonly Box[];
}

/** What each exception decides: where a line of its own holds, and where nobody declines, which cannot be taken back (language.md M3). */
function decidedIn({ shape }: Space, { says, boxes, overlays }: HandleRule | CommitRule): readonly Decided[] {
  const all: readonly Pick<Overlay<HandleRule["says"] | CommitRule["says"]>, "says" | "boxes">[] = [
    { says, boxes },
    ...overlays,
  ];
  const declined = all.flatMap((each) => ("lines" in each.says && each.says.lines.decline ? each.boxes : []));
  return overlays.flatMap(({ exception, says: own, boxes: around }): readonly Decided[] => {
    if (!exception) return [];
    if (!("lines" in own)) return [{ exception, boxes: own.flatMap((line) => line.boxes) }];
    return [{ exception, boxes: own.lines.decline ? around : outside(shape, around, declined) }];
  });
}

/** What is outside of walls; each part that is left by a wall is a step. */
function beyond({ shape }: Space, boxes: readonly Box[], walls: readonly Box[], budget: Budget): readonly Box[] {
  let left = boxes;
  for (const wall of walls) {
    if (budget.left < 0) return [];
    left = outside(shape, left, [wall]);
    budget.left -= left.length;
  }
  return left;
}

/** The same requests as boxes of which no two meet. */
function apart({ shape }: Space, boxes: readonly Box[]): readonly Box[] {
  return boxes.flatMap((box, index) => outside(shape, [box], boxes.slice(0, index)));
}

/** Times count by how long they are, other customers as many as are declared, and every other value alike. */
function sizeOf(space: Space, ground: Ground, boxes: readonly Box[]): number {
  const weights = space.dimensions.map(({ subject, cells }) => {
    const others = subject.kind === "customer" ? Math.max(1, ground.customers.size - cells.length + 1) : 1;
    return cells.map((cell) => weightOf(cell, others));
  });
  const sizes = boxes.map((box) =>
    weights.reduce((product, own, dimension) => {
      return product * cellsIn(space.shape, box, dimension).reduce((sum, cell) => sum + (own[cell] ?? 0), 0);
    }, 1),
  );
  return sizes.reduce((sum, each) => sum + each, 0);
}

function weightOf(cell: Cell, others: number): number {
  if (cell.kind === "moments") return cell.intervals.reduce((sum, { open, close }) => sum + close - open, 0);
  return cell.kind === "name" && cell.name === undefined ? others : 1;
}

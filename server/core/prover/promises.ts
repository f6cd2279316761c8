/** What is proved of commit clauses: which verdict every request gets, and where there is none (language.md M3). */

import { meaningOfTarget, plainText } from "../model/meaning.ts";
import type { Verdict } from "../model/model.ts";
import { type Box, fullBox, sharedBoxes } from "./box.ts";
import { type Budget, coverAll, coveringSet, regions } from "./cover.ts";
import type { Group } from "./group.ts";
import { type Findings, mostRegions } from "./handling.ts";
import { conditionsAround, type Redundant, type Unreachable } from "./overlays.ts";
import { type CommitRule, isAbove, type Line, type Overlay } from "./rules.ts";
import { boxInForce, boxOfAskers } from "./space.ts";

/** A verdict line where it counts: in its boxes, but for those of lines that are laid over it. */
interface Counted {
  readonly line: Line;
  readonly rule: CommitRule;
  readonly overlay: Overlay<readonly Line[]> | undefined;
  readonly above: readonly Line[];
  readonly strictness: number;
}

const strictness = { may: 0, ask: 1, never: 2 };

/** Every verdict line on the kind. */
function countedLines({ commits }: Group): readonly Counted[] {
  return commits.flatMap((rule) => [
    ...rule.says.map((line) => counted(line, rule, undefined)),
    ...rule.overlays.flatMap((overlay) => overlay.says.map((line) => counted(line, rule, overlay))),
  ]);
}

function counted(line: Line, rule: CommitRule, overlay: Counted["overlay"]): Counted {
  const above = rule.overlays.filter((other) => overlay === undefined || isAbove(other, overlay));
  return {
    line,
    rule,
    overlay,
    above: above.flatMap(({ says }) => says),
    strictness: strictness[line.verdict.verdict],
  };
}

/** Where a line counts, as boxes; undefined where that was not decided. */
function countedBoxes({ space }: Group, { line, above }: Counted, budget: Budget): readonly Box[] | undefined {
  if (above.length === 0) return line.boxes;
  return without(
    space.shape,
    line.boxes,
    above.flatMap(({ boxes }) => boxes),
    space.order,
    budget,
  );
}

function without(
  shape: Group["space"]["shape"],
  domains: readonly Box[],
  walls: readonly Box[],
  order: readonly number[],
  budget: Budget,
): readonly Box[] | undefined {
  const options = { impossible: [], order, atMost: 1000 };
  const parts = domains.map((domain) => regions(shape, domain, walls, options, budget));
  return parts.every(({ complete }) => complete) ? parts.flatMap(({ found }) => found) : undefined;
}

/** A verdict line with where it counts, and where it decides: there no stricter one counts. */
export interface Standing extends Counted {
  readonly boxes: readonly Box[];
  readonly decides: readonly Box[];
}

/** Every verdict line with the requests for which it counts and decides; undefined where that was not decided. */
export function standingLines(group: Group, budget: Budget): readonly Standing[] | undefined {
  const counting: (Counted & { readonly boxes: readonly Box[] })[] = [];
  for (const each of countedLines(group)) {
    const boxes = countedBoxes(group, each, budget);
    if (!boxes) return undefined;
    counting.push({ ...each, boxes });
  }
  const standing: Standing[] = [];
  for (const each of counting) {
    const stricter = counting.filter((other) => other.strictness > each.strictness).flatMap(({ boxes }) => boxes);
    const { shape, order } = group.space;
    const decides = without(shape, each.boxes, [...stricter, ...group.impossible], order, budget);
    if (!decides) return undefined;
    standing.push({ ...each, decides });
  }
  return standing;
}

// lines that decide nothing -------------------------------------------------------------------------------------------

/** Verdict lines that hold nowhere, or only where a stricter one does or another is laid over them. */
export function unreachableLines(group: Group, lines: readonly Standing[], budget: Budget): Findings<Unreachable> {
  const found: Unreachable[] = [];
  let isDecided = true;
  for (const each of lines) {
    const result = reachOf(group, lines, each, budget);
    if (result === "not decided") isDecided = false;
    else if (result !== "reached") found.push(result);
  }
  return { found, isDecided };
}

function reachOf(
  group: Group,
  lines: readonly Standing[],
  { line, above, rule, overlay, strictness: own }: Standing,
  budget: Budget,
): Unreachable | "reached" | "not decided" {
  const { impossible } = group;
  const { shape } = group.space;
  const { id, place } = line.verdict;
  // Told of the clause or the overlay as a whole.
  if ((overlay ?? rule).boxes.length === 0) return "reached";
  const possible = coverAll(shape, line.boxes, impossible, budget);
  if (possible.kind === "not decided") return "not decided";
  const around = conditionsAround(rule.clause.when, line.verdict.when, overlay);
  const conditions = [...around, ...(overlay?.when ? [overlay.when] : [])];
  const told = { id, place, kinds: rule.clause.kinds, conditions };
  if (possible.kind === "proved") return { ...told, because: "outside", by: [] };
  const stricter = lines.filter((other) => other.strictness > own);
  const owned = [
    ...above.map((owner) => ({ owner: owner.verdict, boxes: owner.boxes })),
    ...stricter.map((owner) => ({ owner: owner.line.verdict, boxes: owner.boxes })),
  ];
  const walls = [...owned.flatMap(({ boxes }) => boxes), ...impossible];
  const covering = coverAll(shape, line.boxes, walls, budget);
  if (covering.kind !== "proved") return covering.kind === "not decided" ? "not decided" : "reached";
  const by = coveringSet(shape, line.boxes, owned, impossible, budget);
  return { ...told, because: "overridden", by: by.map((verdict) => ({ id: verdict.id, place: verdict.place })) };
}

/** Verdict lines of a clause itself that hold only where others say the same; all of them together can be left out. */
export function redundantLines(group: Group, lines: readonly Standing[], budget: Budget): Findings<Redundant> {
  const found: Redundant[] = [];
  const removed = new Set<Standing>();
  let isDecided = true;
  for (const each of [...lines].reverse()) {
    if (each.overlay || each.boxes.length === 0) continue;
    const same = lines.filter(
      (other) =>
        other !== each && !removed.has(other) && meaningOf(other.line.verdict) === meaningOf(each.line.verdict),
    );
    if (same.length === 0) continue;
    const walls = [...same.flatMap(({ boxes }) => boxes), ...group.impossible];
    const covering = coverAll(group.space.shape, each.boxes, walls, budget);
    if (covering.kind === "not decided") isDecided = false;
    if (covering.kind !== "proved") continue;
    removed.add(each);
    found.push({ id: each.line.verdict.id, place: each.line.verdict.place, kinds: each.rule.clause.kinds });
  }
  return { found: found.reverse(), isDecided };
}

function meaningOf(line: Verdict): string {
  const known = meanings.get(line);
  if (known !== undefined) return known;
  const { verdict, who, within, because } = line;
  const meaning = plainText([verdict, who, within && meaningOfTarget(within), because]);
  meanings.set(line, meaning);
  return meaning;
}

const meanings = new WeakMap<Verdict, string>();

// silence -------------------------------------------------------------------------------------------------------------

/** Requests on which the commit clauses of a party say nothing. */
export interface Silence {
  readonly rule: CommitRule;
  readonly regions: readonly Box[];
}

/** For each agreement and party the requests of the kind on which no line of the party's speaks. */
export function silencesIn(group: Group, budget: Budget): Findings<Silence> {
  const found: Silence[] = [];
  let isDecided = true;
  const { space, impossible, commits } = group;
  const walls = commits.flatMap((rule) =>
    [rule.says, ...rule.overlays.map(({ says }) => says)].flat().flatMap(({ boxes }) => boxes),
  );
  for (const [index, rule] of commits.entries()) {
    const isFirst =
      commits.findIndex((other) => other.scope === rule.scope && other.clause.by === rule.clause.by) === index;
    if (!isFirst) continue;
    for (const domain of requestsOf(group, rule)) {
      const options = { impossible, order: space.order, atMost: mostRegions };
      const silent = regions(space.shape, domain, walls, options, budget);
      if (silent.found.length > 0) found.push({ rule, regions: silent.found });
      else if (!silent.complete) isDecided = false;
    }
  }
  return { found, isDecided };
}

/** Requests of the party, at times when the agreement is in force. */
export function requestsOf({ space }: Group, { scope, clause }: CommitRule): readonly Box[] {
  const range = scope.agreement.effective?.value;
  const inForce = range ? boxInForce(space, range, scope.zone) : fullBox(space.shape);
  const asked = boxOfAskers(space, ({ name }) => name === clause.by);
  return sharedBoxes(space.shape, [inForce], [asked]);
}

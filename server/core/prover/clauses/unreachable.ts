/** What is proved of clauses, cases and exceptions about handling: that each decides something. */
import type { Condition, Place } from "../../model/model.ts";
import { type Known, newSeries, recalled, recalledEach } from "../known.ts";
import { concatenated } from "../lists.ts";
import { type Budget, coverAll, coveringSet } from "../space/cover.ts";
import type { Group } from "../written/group.ts";
import { statedIn } from "../written/layers.ts";
import type { PartOf } from "../written/part.ts";
import { datesOf, type HandleRule, isAbove, type Overlay, type Stating } from "../written/rules.ts";
import type { Findings } from "./handling.ts";

/** Something that decides no request. */
export interface Unreachable {
  readonly id: string;
  readonly place: Place;
  /** Its own condition never holds; it never holds where its base does; or others decide all of it. */
  readonly because: "never" | "outside" | "overridden";
  /** For `overridden`: those that decide it, of which none can be left out. */
  readonly by: readonly { readonly id: string; readonly place: Place }[];
  /** The kinds of request of its clause: it decides nothing if it does not for each of them. */
  readonly kinds: readonly string[];
  /** Its own condition and those around it. */
  readonly conditions: readonly Condition[];
}

/** Handle clauses, their cases and exceptions that decide nowhere. */
export function unreachableIn(group: Group, budget: Budget): Findings<Unreachable> {
  const parts = group.parts.map(({ handles }) => handles);
  const all = recalledEach(seriesOfParts, group.impossible, parts, budget, (handles) =>
    unreachableOfPart(group, handles, budget),
  );
  return { found: concatenated(all, ({ found }) => found), isDecided: all.every(({ isDecided }) => isDecided) };
}

function unreachableOfPart(
  group: Group,
  { rules, contents }: PartOf<HandleRule>,
  budget: Budget,
): Findings<Unreachable> {
  const found: Unreachable[] = [];
  let isDecided = true;
  for (const [index, rule] of rules.entries()) {
    const look = () => unreachableOf(group, rule, budget);
    const own = recalled(memory, contents[index] ?? rule, budget, look);
    for (const each of own.found) found.push(toldOf(rule, each));
    isDecided &&= own.isDecided;
  }
  return { found, isDecided };
}

/** What of a clause decides nothing and what takes its place, by the numbers of overlays; undefined: the clause itself. */
interface Unreached extends Pick<Unreachable, "because"> {
  readonly overlay: number | undefined;
  readonly by: readonly number[];
}

/** By what clauses are, for one may stand for another that is like it. */
const memory = new WeakMap<object, Known<Findings<Unreached>>>();
const seriesOfParts = newSeries<PartOf<HandleRule>, Findings<Unreachable>>();

function toldOf({ clause, overlays }: HandleRule, { overlay, because, by }: Unreached): Unreachable {
  const { id, place, when } = (overlay === undefined ? undefined : overlays[overlay]) ?? clause;
  const inside = overlay === undefined ? undefined : overlays[overlay]?.inside;
  const owners = by.flatMap((each) => overlays[each] ?? []);
  return {
    id,
    place,
    because,
    by: owners.map((each) => ({ id: each.id, place: each.place })),
    kinds: clause.kinds,
    conditions: conditionsAround(clause.when, when, inside),
  };
}

function unreachableOf(group: Group, rule: HandleRule, budget: Budget): Findings<Unreached> {
  const found: Unreached[] = [];
  let isDecided = true;
  const empty = new Set<unknown>();
  const look = (overlay: number | undefined, whole: HandleRule | Overlay<Stating>, above: Reaching["above"]) => {
    const { says, own, boxes } = whole;
    const result = reachOf(group, { says, own, boxes, above }, budget);
    if (result === "not decided") isDecided = false;
    else if (result !== "reached") {
      const by = result.by.map((each) => rule.overlays.indexOf(each));
      found.push({ overlay, because: result.because, by });
      if (result.because !== "overridden") empty.add(whole);
    }
  };
  look(undefined, rule, rule.overlays);
  for (const [index, overlay] of rule.overlays.entries()) {
    const isMute = overlay.exception ? !datesOf(overlay.exception) : empty.has(overlay.inside ?? rule);
    if (isMute) empty.add(overlay);
    else
      look(
        index,
        overlay,
        rule.overlays.filter((other) => isAbove(other, overlay)),
      );
  }
  return { found, isDecided };
}

interface Reaching extends Pick<Overlay<Stating>, "says" | "own" | "boxes"> {
  readonly above: readonly Overlay<Stating>[];
}

interface Why extends Pick<Unreachable, "because"> {
  readonly by: readonly Overlay<Stating>[];
}

function reachOf(
  { space, impossible }: Group,
  { says, own, boxes, above }: Reaching,
  budget: Budget,
): Why | "reached" | "not decided" {
  const possible = coverAll(space.shape, boxes, impossible, budget);
  if (possible.kind === "not decided") return "not decided";
  if (possible.kind === "proved") {
    const isNever = coverAll(space.shape, own, impossible, budget).kind === "proved";
    return { because: isNever ? "never" : "outside", by: [] };
  }
  const stated = [...statedIn(says).keys()];
  if (stated.length === 0) return "reached";
  const by = new Set<Overlay<Stating>>();
  for (const property of stated) {
    const owners = above.filter((other) => statedIn(other.says).has(property));
    if (owners.length === 0) return "reached";
    const owned = owners.map((owner) => ({ owner, boxes: owner.boxes }));
    const walls = [...owned.flatMap((each) => each.boxes), ...impossible];
    const covering = coverAll(space.shape, boxes, walls, budget);
    if (covering.kind === "not decided") return "not decided";
    if (covering.kind === "counter-example") return "reached";
    for (const owner of coveringSet(space.shape, boxes, owned, impossible, budget)) by.add(owner);
  }
  return { because: "overridden", by: [...by] };
}

/** The condition of a clause or an overlay and of all that it lies in. */
export function conditionsAround(
  clause: Condition | undefined,
  own: Condition | undefined,
  inside: Overlay<unknown> | undefined,
): readonly Condition[] {
  const around: Condition[] = [];
  for (let each = inside; each !== undefined; each = each.inside) if (each.when) around.push(each.when);
  return [...new Set([clause, own, ...around].flatMap((when) => when ?? []))];
}

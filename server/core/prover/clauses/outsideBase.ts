/** What is proved of exceptions: that each bends what it is about. */
import type { Exception } from "../../model/model.ts";
import { type Known, newSeries, recalled, recalledEach } from "../known.ts";
import { concatenated } from "../lists.ts";
import { atomsIn, subjectKey } from "../space/atoms.ts";
import { type Box, fullBox, type Shape, sharedBoxes, wordAt } from "../space/box.ts";
import { type Budget, regions } from "../space/cover.ts";
import { boxInForce } from "../space/space.ts";
import type { Group } from "../written/group.ts";
import { mostRegions } from "../written/outside.ts";
import type { PartOf } from "../written/part.ts";
import { type AgreementScope, type CommitRule, datesOf, type HandleRule } from "../written/rules.ts";
import type { Findings } from "./handling.ts";

/** An exception whose condition reaches beyond what it bends, in what the condition asks about, on the exception's own dates. */
export interface OutsideBase {
  readonly exception: Exception;
  readonly regions: readonly Box[];
}

/** Exceptions, to handle or commit clauses, of which a part never meets the clause or case that they bend. */
export function outsideBaseIn(group: Group, budget: Budget): Findings<OutsideBase> {
  const clauses = [...group.parts.map(({ handles }) => handles), ...group.parts.map(({ commits }) => commits)];
  const all = recalledEach(seriesOfParts, group.impossible, clauses, budget, (own) =>
    outsideInPart(group, own, budget),
  );
  return { found: concatenated(all, ({ found }) => found), isDecided: all.every(({ isDecided }) => isDecided) };
}

function outsideInPart(
  group: Group,
  { rules, contents }: PartOf<HandleRule | CommitRule>,
  budget: Budget,
): Findings<OutsideBase> {
  const found: OutsideBase[] = [];
  let isDecided = true;
  for (const [index, rule] of rules.entries()) {
    if (rule.overlays.length === 0) continue;
    const own = recalled(memory, contents[index] ?? rule, budget, () => outsideOf(group, rule, budget));
    for (const { overlay, regions } of own.found) {
      const exception = rule.overlays[overlay]?.exception;
      if (exception) found.push({ exception, regions });
    }
    isDecided &&= own.isDecided;
  }
  return { found, isDecided };
}

/** What of a clause's overlay, by its number, lies outside of its base. */
interface Outside {
  readonly overlay: number;
  readonly regions: readonly Box[];
}

/** By what clauses are, for one may stand for another that is like it. */
const memory = new WeakMap<object, Known<Findings<Outside>>>();
const seriesOfParts = newSeries<PartOf<HandleRule | CommitRule>, Findings<OutsideBase>>();

function outsideOf(group: Group, rule: HandleRule | CommitRule, budget: Budget): Findings<Outside> {
  const found: Outside[] = [];
  let isDecided = true;
  for (const [overlay, { exception, when, inside, own, boxes }] of rule.overlays.entries()) {
    if (!exception || !when || boxes.length === 0) continue;
    const bases = inside?.boxes ?? rule.boxes;
    const meant = meantBy(group, rule.scope, exception, own);
    const outside = beyond(group, meant, bases, subjectsOf(group, when), budget);
    if (outside.found.length > 0) found.push({ overlay, regions: outside.found });
    else if (!outside.complete) isDecided = false;
  }
  return { found, isDecided };
}

/** What an exception is written for: its own condition, on its own dates, while the agreement is in force. */
function meantBy({ space }: Group, scope: AgreementScope, exception: Exception, own: readonly Box[]): readonly Box[] {
  const ranges = [datesOf(exception), scope.agreement.effective?.value];
  return ranges.reduce<readonly Box[]>(
    (boxes, range) => (range ? sharedBoxes(space.shape, boxes, [boxInForce(space, range, scope.zone)]) : boxes),
    own,
  );
}

function subjectsOf({ space }: Group, when: NonNullable<Exception["when"]>): ReadonlySet<number> {
  return new Set(atomsIn(when).flatMap((atom) => space.byKey.get(subjectKey(atom.subject)) ?? []));
}

function beyond(
  { space, impossible }: Group,
  domains: readonly Box[],
  bases: readonly Box[],
  asked: ReadonlySet<number>,
  budget: Budget,
) {
  const walls = bases.map((box) => onlyIn(space.shape, box, asked));
  const options = { impossible, order: space.order, atMost: mostRegions };
  const all = domains.map((domain) => regions(space.shape, domain, walls, options, budget));
  return { found: all.flatMap(({ found }) => found), complete: all.every(({ complete }) => complete) };
}

/** A box with every cell in the dimensions that nobody asks about. */
function onlyIn(shape: Shape, box: Box, asked: ReadonlySet<number>): Box {
  const wide = fullBox(shape);
  for (const dimension of asked)
    for (let word = wordAt(shape, dimension); word < wordAt(shape, dimension + 1); word += 1)
      wide[word] = box[word] ?? 0;
  return wide;
}

/** The verdict lines of commit clauses: where each counts, and where it decides (language.md M3). */

import { lazily } from "../../text/lazily.ts";
import { type Known, newSeries, recalled, recalledEach } from "../known.ts";
import { concatenated } from "../lists.ts";
import type { Box } from "../space/box.ts";
import { type Budget, regions } from "../space/cover.ts";
import type { Space } from "../space/space.ts";
import type { Content } from "../written/content.ts";
import { eachNear, type Group, nearCommits } from "../written/group.ts";
import type { NearInPart, Nearness } from "../written/near.ts";
import type { PartOf } from "../written/part.ts";
import { type CommitRule, isAbove, type Line, type Overlay } from "../written/rules.ts";

/** A verdict line where it counts: in its boxes, but for those of lines that are laid over it. */
interface Counted {
  readonly line: Line;
  readonly rule: CommitRule;
  readonly overlay: Overlay<readonly Line[]> | undefined;
  readonly above: readonly Line[];
  readonly strictness: number;
}

const strictness = { may: 0, ask: 1, never: 2 };

/** A verdict line with where it counts, and where it decides: there no stricter one counts. */
export interface Standing extends Counted {
  readonly boxes: readonly Box[];
  readonly decides: readonly Box[];
}

/** Every verdict line on a kind, and which of them are those of clauses that meet. */
export interface StandingLines {
  readonly all: readonly Standing[];
  /** Agreement by agreement. */
  readonly parts: readonly StandingPart[];
  readonly of: (clause: Content) => readonly Standing[];
  /** For each clause those that it shares requests with, itself included; undefined where they are too many. */
  readonly near: Nearness | undefined;
}

/** The clauses of an agreement, and the lines of each by its number. */
export interface StandingPart {
  readonly contents: readonly Content[];
  readonly lines: readonly (readonly Standing[])[];
}

/** A clause with its lines, and those that it shares requests with, itself included; these are undefined where they are too many. */
export interface StandingClause {
  readonly content: Content;
  readonly lines: readonly Standing[];
  readonly near: readonly Content[] | undefined;
}

/** The clauses of the agreement of a number. */
export function standingClauses({ parts, near }: StandingLines, number: number): readonly StandingClause[] {
  const { contents = none, lines = none } = parts[number] ?? {};
  return contents.map((content, index) => ({
    content,
    lines: lines[index] ?? none,
    near: near?.lists[number]?.[index],
  }));
}

/** The clauses of all agreements, in their order. */
export function clausesOf({ parts }: StandingLines): readonly Content[] {
  return parts.flatMap(({ contents }) => contents);
}

/** Every verdict line with the requests for which it counts and decides; undefined where that was not decided. */
export function standingLines(group: Group, budget: Budget): StandingLines | undefined {
  return recalled(standingMemoryOfGroup, group, budget, () => findStandingLines(group, budget));
}

const standingMemoryOfGroup = new WeakMap<object, Known<StandingLines | undefined>>();

function findStandingLines(group: Group, budget: Budget): StandingLines | undefined {
  const near = nearCommits(group);
  const parts = group.parts.map(({ commits }) => commits);
  const counted = recalledEach(countedSeries, group.impossible, parts, budget, (commits) =>
    countingIn(group, commits, budget),
  );
  if (counted.includes(undefined)) return undefined;
  const counting = lazily(() => byContent(parts, counted));
  const standing = eachNear(standingSeries, group, near, budget, (number) =>
    standingIn(
      group,
      { contents: parts[number]?.contents ?? none, lines: counted[number] ?? none, near: near?.lists[number] },
      counting,
      budget,
    ),
  );
  if (standing.includes(undefined)) return undefined;
  const all = concatenated(standing, (own) => own ?? none).flat();
  const of = lazily(() => byContent(parts, standing));
  return {
    all,
    parts: parts.map(({ contents }, number) => ({ contents, lines: standing[number] ?? none })),
    of: (clause) => of().get(clause) ?? none,
    near,
  };
}

const none: readonly never[] = [];

/** By a part's commit clauses, and by what is near them, a list that stays the same while they do. */
const countedSeries = newSeries<PartOf<CommitRule>, readonly (readonly Counting[])[] | undefined>();
const standingSeries = newSeries<NearInPart, readonly (readonly Standing[])[] | undefined>();

/** The lines of each clause of a part where they count; undefined where that was not decided. */
function countingIn(
  group: Group,
  { rules, contents }: PartOf<CommitRule>,
  budget: Budget,
): readonly (readonly Counting[])[] | undefined {
  const found: (readonly Counting[])[] = [];
  for (const [index, rule] of rules.entries()) {
    const find = () => countedBoxes(group, rule, budget);
    const boxes = recalled(countedMemory, contents[index] ?? rule, budget, find);
    if (!boxes) return undefined;
    found.push(countedLines(rule).map((line, number) => ({ ...line, boxes: boxes[number] ?? none })));
  }
  return found;
}

type ByContent<Lines> = ReadonlyMap<Content, readonly Lines[]>;

function byContent<Lines>(
  parts: readonly PartOf<CommitRule>[],
  lines: readonly (readonly (readonly Lines[])[] | undefined)[],
): ByContent<Lines> {
  const found = new Map<Content, readonly Lines[]>();
  for (const [number, { contents }] of parts.entries())
    for (const [index, content] of contents.entries()) found.set(content, lines[number]?.[index] ?? none);
  return found;
}

/** The clauses of an agreement, by their numbers the lines of each, and those that it shares requests with. */
interface CountingPart {
  readonly contents: readonly Content[];
  readonly lines: readonly (readonly Counting[])[];
  readonly near: NearInPart | undefined;
}

/** The lines of each clause with where they decide; undefined where that was not decided. */
function standingIn(
  group: Group,
  part: CountingPart,
  counting: () => ByContent<Counting>,
  budget: Budget,
): readonly (readonly Standing[])[] | undefined {
  const found: (readonly Standing[])[] = [];
  for (const index of part.contents.keys()) {
    const [own, lines] = [part.near?.[index], part.lines[index] ?? none];
    const find = () => {
      const others = [...(own ?? counting().keys())].flatMap((each) => counting().get(each) ?? none);
      return decidedBoxes(group, lines, others, budget);
    };
    const boxes = own ? recalled(decidedMemory, own, budget, find) : find();
    if (!boxes) return undefined;
    found.push(lines.map((line, number) => ({ ...line, decides: boxes[number] ?? none })));
  }
  return found;
}

interface Counting extends Counted {
  readonly boxes: readonly Box[];
}

/** The boxes of each line of a clause. */
type BoxesByLine = readonly (readonly Box[])[];

/** By what clauses are, for one may stand for another that is like it. */
const countedMemory = new WeakMap<object, Known<BoxesByLine | undefined>>();
/** By the clauses that are near, a list that stays the same while they do. */
const decidedMemory = new WeakMap<object, Known<BoxesByLine | undefined>>();

/** Where each line of a clause counts; undefined where that was not decided. */
function countedBoxes({ space }: Group, rule: CommitRule, budget: Budget): BoxesByLine | undefined {
  const found: (readonly Box[])[] = [];
  for (const { line, above } of countedLines(rule)) {
    const walls = above.flatMap(({ boxes }) => boxes);
    const boxes = walls.length === 0 ? line.boxes : without(space, line.boxes, walls, budget);
    if (!boxes) return undefined;
    found.push(boxes);
  }
  return found;
}

/** Where each line of a clause decides; undefined where that was not decided. */
function decidedBoxes(
  { space, impossible }: Group,
  lines: readonly Counting[],
  near: readonly Counting[],
  budget: Budget,
): BoxesByLine | undefined {
  const found: (readonly Box[])[] = [];
  for (const each of lines) {
    const stricter = near.filter((other) => other.strictness > each.strictness).flatMap(({ boxes }) => boxes);
    const boxes = without(space, each.boxes, [...stricter, ...impossible], budget);
    if (!boxes) return undefined;
    found.push(boxes);
  }
  return found;
}

function without(
  { shape, order }: Space,
  domains: readonly Box[],
  walls: readonly Box[],
  budget: Budget,
): readonly Box[] | undefined {
  const options = { impossible: [], order, atMost: 1000 };
  const parts = domains.map((domain) => regions(shape, domain, walls, options, budget));
  return parts.every(({ complete }) => complete) ? parts.flatMap(({ found }) => found) : undefined;
}

/** The verdict lines of a clause, and of what is laid over it. */
function countedLines(rule: CommitRule): readonly Counted[] {
  const known = linesBy.get(rule);
  if (known) return known;
  const lines = [
    ...rule.says.map((line) => counted(line, rule, undefined)),
    ...rule.overlays.flatMap((overlay) => overlay.says.map((line) => counted(line, rule, overlay))),
  ];
  linesBy.set(rule, lines);
  return lines;
}

const linesBy = new WeakMap<CommitRule, readonly Counted[]>();

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

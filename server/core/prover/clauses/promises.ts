/** What is proved of commit clauses: that each line decides something, and that no request is left without a verdict (language.md M3). */
import type { Verdict } from "../../model/model.ts";
import { type Known, keptEach, newSeries, recalled } from "../known.ts";
import { concatenated } from "../lists.ts";
import { type Box, fullBox, sharedBoxes } from "../space/box.ts";
import { type Budget, coverAll, coveringSet, type Regions } from "../space/cover.ts";
import { boxInForce, boxOfAskers } from "../space/space.ts";
import { type Content, meaningOfVerdict } from "../written/content.ts";
import { eachNear, type Group } from "../written/group.ts";
import type { NearInPart } from "../written/near.ts";
import { keptBoxKey, regionsOutside } from "../written/outside.ts";
import type { PartOf } from "../written/part.ts";
import type { CommitRule } from "../written/rules.ts";
import type { Findings } from "./handling.ts";
import type { Redundant } from "./redundant.ts";
import { conditionsAround, type Unreachable } from "./unreachable.ts";
import { clausesOf, type Standing, type StandingLines, standingClauses } from "./verdictLines.ts";

// lines that decide nothing -------------------------------------------------------------------------------------------

/** Verdict lines that hold nowhere, or only where a stricter one does or another is laid over them. */
export function unreachableLines(group: Group, lines: StandingLines, budget: Budget): Findings<Unreachable> {
  const all = eachNear(unreachedSeries, group, lines.near, budget, (number) =>
    unreachedInPart(group, lines, number, budget),
  );
  const found: Unreachable[] = [];
  for (let number = 0; number < all.length; number += 1)
    for (const { clause, line, because, by } of all[number]?.found ?? none) {
      const standing = lines.parts[number]?.lines[clause]?.[line];
      const verdicts = by.flatMap(([owner, each]) => lines.of(owner)[each]?.line.verdict ?? []);
      if (standing) found.push(toldOf(standing, because, verdicts));
    }
  return { found, isDecided: all.every(({ isDecided }) => isDecided) };
}

const none: readonly never[] = [];

/** A line that decides nothing, with the number of its clause in its part. */
interface UnreachedInPart extends Unreached {
  readonly clause: number;
}

function unreachedInPart(
  group: Group,
  lines: StandingLines,
  number: number,
  budget: Budget,
): Findings<UnreachedInPart> {
  const found: UnreachedInPart[] = [];
  let isDecided = true;
  for (const [clause, { lines: own, near }] of standingClauses(lines, number).entries()) {
    const find = () => unreachedIn(group, own, ownedLines(lines, near ?? clausesOf(lines)), budget);
    const result = near ? recalled(unreachedMemory, near, budget, find) : find();
    for (const each of result.found) found.push({ ...each, clause });
    isDecided &&= result.isDecided;
  }
  return { found, isDecided };
}

/** A line by its number in its clause. */
type Owner = readonly [content: Content, line: number];

interface Unreached extends Pick<Unreachable, "because"> {
  readonly line: number;
  readonly by: readonly Owner[];
}

/** By the clauses that are near, a list that stays the same while they do. */
const unreachedMemory = new WeakMap<object, Known<Findings<Unreached>>>();
const unreachedSeries = newSeries<NearInPart, Findings<UnreachedInPart>>();

function toldOf(
  { line, rule, overlay }: Standing,
  because: Unreachable["because"],
  by: readonly Verdict[],
): Unreachable {
  const { id, place } = line.verdict;
  const around = conditionsAround(rule.clause.when, line.verdict.when, overlay);
  const conditions = [...around, ...(overlay?.when ? [overlay.when] : [])];
  const owners = by.map((verdict) => ({ id: verdict.id, place: verdict.place }));
  return { id, place, because, by: owners, kinds: rule.clause.kinds, conditions };
}

interface OwnedLine {
  readonly owner: Owner;
  readonly each: Standing;
}

function ownedLines(lines: StandingLines, clauses: readonly Content[]): readonly OwnedLine[] {
  return clauses.flatMap((content) => lines.of(content).map((each, number) => ({ owner: [content, number], each })));
}

function unreachedIn(
  group: Group,
  own: readonly Standing[],
  others: readonly OwnedLine[],
  budget: Budget,
): Findings<Unreached> {
  const found: Unreached[] = [];
  let isDecided = true;
  for (const [line, each] of own.entries()) {
    const result = reachOf(group, others, each, budget);
    if (result === "not decided") isDecided = false;
    else if (result !== "reached") found.push({ line, ...result });
  }
  return { found, isDecided };
}

function reachOf(
  { space, impossible }: Group,
  others: readonly OwnedLine[],
  { line, above, rule, overlay, strictness: own }: Standing,
  budget: Budget,
): Omit<Unreached, "line"> | "reached" | "not decided" {
  const { shape } = space;
  // Told of the clause or the overlay as a whole.
  if ((overlay ?? rule).boxes.length === 0) return "reached";
  const possible = coverAll(shape, line.boxes, impossible, budget);
  if (possible.kind === "not decided") return "not decided";
  if (possible.kind === "proved") return { because: "outside", by: [] };
  const laid = new Set(above);
  const owned = [
    ...others.filter(({ each }) => laid.has(each.line)).map(({ owner, each }) => ({ owner, boxes: each.line.boxes })),
    ...others.filter(({ each }) => each.strictness > own).map(({ owner, each }) => ({ owner, boxes: each.boxes })),
  ];
  const walls = [...owned.flatMap(({ boxes }) => boxes), ...impossible];
  const covering = coverAll(shape, line.boxes, walls, budget);
  if (covering.kind !== "proved") return covering.kind === "not decided" ? "not decided" : "reached";
  return { because: "overridden", by: coveringSet(shape, line.boxes, owned, impossible, budget) };
}

/** Verdict lines of a clause itself that hold only where others say the same; all of them together can be left out. */
export function redundantLines(group: Group, lines: StandingLines, budget: Budget): Findings<Redundant> {
  const found: Redundant[] = [];
  const removed = new Map<Content, readonly Standing[]>();
  let isDecided = true;
  const leftOf = (content: Content) => {
    const gone = removed.get(content) ?? none;
    return lines.of(content).filter((each) => !gone.includes(each));
  };
  const clauses = lines.parts.flatMap((_, number) => standingClauses(lines, number));
  for (const { content, lines: own, near } of clauses.reverse()) {
    const find = () => repeatedIn(group, own, (near ?? clausesOf(lines)).flatMap(leftOf), budget);
    // What is left out already of others changes from time to time, and is seldom anything.
    const isKept = near?.every((each) => !removed.has(each));
    const result = near && isKept ? recalled(repeatedMemory, near, budget, find) : find();
    const repeated = result.found.flatMap((number) => own[number] ?? []);
    if (repeated.length > 0) removed.set(content, repeated);
    for (const { line, rule } of repeated)
      found.push({ id: line.verdict.id, place: line.verdict.place, kinds: rule.clause.kinds });
    isDecided &&= result.isDecided;
  }
  return { found: found.reverse(), isDecided };
}

/** By the clauses that are near of which no line is left out. */
const repeatedMemory = new WeakMap<object, Known<Findings<number>>>();

/** The numbers of a clause's lines that can be left out while the others stay, the last first. */
function repeatedIn(
  { space, impossible }: Group,
  own: readonly Standing[],
  others: readonly Standing[],
  budget: Budget,
): Findings<number> {
  const found: number[] = [];
  let isDecided = true;
  const left = new Set<Standing>(others);
  for (const [number, each] of [...own.entries()].reverse()) {
    if (each.overlay || each.boxes.length === 0) continue;
    const meaning = meaningOfVerdict(each.line.verdict);
    const same = [...left].filter((other) => other !== each && meaningOfVerdict(other.line.verdict) === meaning);
    if (same.length === 0) continue;
    const walls = [...same.flatMap(({ boxes }) => boxes), ...impossible];
    const covering = coverAll(space.shape, each.boxes, walls, budget);
    if (covering.kind === "not decided") isDecided = false;
    if (covering.kind !== "proved") continue;
    left.delete(each);
    found.push(number);
  }
  return { found, isDecided };
}

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
  const parts = group.parts.map(({ commits }) => commits);
  const clauses = keptEach(spoken, group.impossible, parts, ({ rules }) => rules.map(spokenOf));
  const firsts = keptEach(firstOfParties, group.impossible, parts, ({ rules }) => firstOfEachParty(rules));
  const known = new Map<string, Regions>();
  for (const rule of concatenated(firsts, (each) => each))
    for (const domain of requestsOf(group, rule)) {
      const key = keptBoxKey(domain);
      const silent = known.get(key) ?? regionsOutside(group, "commits", domain, clauses, budget);
      known.set(key, silent);
      if (silent.found.length > 0) found.push({ rule, regions: silent.found });
      else if (!silent.complete) isDecided = false;
    }
  return { found, isDecided };
}

function firstOfEachParty(rules: readonly CommitRule[]): readonly CommitRule[] {
  const firsts = new Map<string, CommitRule>();
  for (const rule of rules) if (!firsts.has(rule.clause.by)) firsts.set(rule.clause.by, rule);
  return [...firsts.values()];
}

const spoken = newSeries<PartOf<CommitRule>, readonly (readonly Box[])[]>();
const firstOfParties = newSeries<PartOf<CommitRule>, readonly CommitRule[]>();

/** Where any line of a clause, or of what is laid over it, holds. */
function spokenOf({ says, overlays }: CommitRule): readonly Box[] {
  return [says, ...overlays.map((overlay) => overlay.says)].flat().flatMap(({ boxes }) => boxes);
}

/** Requests of the party, at times when the agreement is in force. */
export function requestsOf({ space }: Pick<Group, "space">, rule: CommitRule): readonly Box[] {
  const known = requestsBy.get(rule);
  if (known) return known;
  const { scope, clause } = rule;
  const range = scope.agreement.effective?.value;
  const inForce = range ? boxInForce(space, range, scope.zone) : fullBox(space.shape);
  const asked = boxOfAskers(space, ({ name }) => name === clause.by);
  const requests = sharedBoxes(space.shape, [inForce], [asked]);
  requestsBy.set(rule, requests);
  return requests;
}

/** A rule belongs to a space. */
const requestsBy = new WeakMap<CommitRule, readonly Box[]>();

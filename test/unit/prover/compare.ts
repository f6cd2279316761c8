/** The prover's answers about random models, against those of a visit to every point. */
import assert from "node:assert/strict";
import { compile } from "../../../server/core/engine/compile.ts";
import { decide } from "../../../server/core/engine/decide.ts";
import type { Decision } from "../../../server/core/engine/decision.ts";
import { link } from "../../../server/core/model/link.ts";
import { causesOf } from "../../../server/core/prover/clauses/causes.ts";
import { standingLines } from "../../../server/core/prover/clauses/verdictLines.ts";
import { yesAndNoIn } from "../../../server/core/prover/promiseConflicts.ts";
import { type KindProof, proofsOf } from "../../../server/core/prover/prove.ts";
import type { Box } from "../../../server/core/prover/space/box.ts";
import { witnessIn } from "../../../server/core/prover/space/witness.ts";
import { parse } from "../../../server/core/syntax/parse.ts";
import { japaneseHolidays } from "../../../server/core/time/holidays.japan.ts";
import { firstOfApril } from "../../harness/models.ts";
import { type Point, teamsOf } from "./conditions.ts";
import { companyText, isInForce, type RandomModel, type RandomOverlay, randomModel } from "./generate.ts";
import { cellsAt } from "./place.ts";
import { isIn } from "./twin.ts";
import {
  askersIn,
  contradictsItself,
  countedAt,
  deadIn,
  differAt,
  isHandledAsClaimed,
  isLaxer,
  isRedundant,
  lineHolds,
  linesIn,
  reachesBeyond,
  repeatedClauses,
  repeatedLines,
  strictest,
} from "./visit.ts";

const today = firstOfApril;
const tiers = ["standard", "silver", "gold"];
const company = { path: "company.sla", syntax: parse(companyText) };
const imagined = {
  path: "imagined.sla",
  syntax: parse(tiers.map((tier) => `customer Imagined_${tier} {\n  tier is ${tier}\n}`).join("\n")),
};

/** Holds the proofs about the random model of a number against the visit of every point, and replays every witness. */
export function compareModel(number: number): void {
  const random = randomModel(number);
  const files = [company, { path: "agreements.sla", syntax: parse(random.text) }];
  const model = link(files);
  const problems = model.items.flatMap((each) => [...each.item.problems, ...each.problems]);
  assert.equal(problems.length, 0, random.text);
  const plain = once(() => compile(model, japaneseHolidays));
  const withImagined = once(() => compile(link([...files, imagined]), japaneseHolidays));
  for (const proof of proofsOf(model, { today, holidays: japaneseHolidays, steps: 100_000 })) {
    const { kind } = proof.group;
    const told = (text: string) => `${text} of ${kind.name} in the model of ${number}:\n${random.text}`;
    const replay = (...boxes: readonly Box[]): Decision => {
      const witness = witnessIn(proof.group, boxes, model.customers, { left: 100_000 });
      assert.ok(witness, told("a region without a witness"));
      const { customer } = witness;
      const tier = customer.kind === "imagined" ? customer.attributes.tier : undefined;
      const name =
        customer.kind === "declared" ? customer.name : tier?.kind === "name" ? `Imagined_${tier.name}` : undefined;
      const engine = customer.kind === "imagined" ? withImagined() : plain();
      return decide(engine, { ...witness, customer: name, to: undefined });
    };
    const all = random.pointsOf(kind.name);
    const comparing = {
      proof,
      random: modelOf(random, kind.name),
      all,
      points: all.filter(random.isPossible),
      told,
      replay,
    };
    compareHandling(comparing);
    compareExceptions(comparing);
    comparePromises(comparing);
    compareClaims(comparing);
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** What of a model is about one kind. */
function modelOf(random: RandomModel, kind: string): RandomModel {
  const ofKind = ({ kinds }: { readonly kinds: readonly string[] }) => kinds.includes(kind);
  const claims = random.claims.filter((claim) => claim.kind === kind);
  return { ...random, handles: random.handles.filter(ofKind), commits: random.commits.filter(ofKind), claims };
}

interface Comparing {
  readonly proof: KindProof;
  readonly random: RandomModel;
  /** Those that cannot occur included. */
  readonly all: readonly Point[];
  readonly points: readonly Point[];
  readonly told: (text: string) => string;
  readonly replay: (...boxes: readonly Box[]) => Decision;
}

// handling --------------------------------------------------------------------------------------------------------------

function compareHandling({ proof, random, points, told, replay }: Comparing): void {
  const { handles } = random;
  const applying = (point: Point) => handles.filter((handle) => handle.holds(point));
  const asking = askingIn(random, proof);

  const isGap = (point: Point) => isOneTeam(point) && asking(point).length > 0 && applying(point).length === 0;
  const regions = proof.gaps.found.flatMap((gap) => gap.regions);
  assert.equal(regions.length > 0, points.some(isGap), told("gap"));
  assert.ok(proof.gaps.isDecided);
  for (const region of regions) assert.equal(replay(region).outcome, "unhandled", told("gap replayed"));
  compareRegions({ proof, points, told }, { regions, isComplete: regions.length < 12 }, isGap);

  const isConflict = (point: Point) =>
    handles.some((one) => contradictsItself(one, point)) ||
    applying(point).some((one) =>
      applying(point).some(
        (other) =>
          other !== one &&
          differAt(one, other, point) &&
          [one, other].every((each) => asking(point).includes(each.agreement.name)),
      ),
    );
  assert.equal(proof.conflicts.found.length > 0, points.some(isConflict), told("conflict"));
  for (const region of proof.conflicts.found.flatMap((conflict) => conflict.regions))
    assert.notDeepEqual(replay(region).conflictsWith, [], told("conflict replayed"));
  const causes = causesOf(proof.conflicts.found).flatMap(({ pairs }) => pairs.flatMap((pair) => pair.regions));
  compareRegions({ proof, points, told }, { regions: causes, isComplete: true }, isConflict);

  const dead = handles.flatMap((handle) => deadIn(handle, points));
  const own = new Set(handles.flatMap(({ id, overlays }) => [id, ...overlays.map((each) => each.id)]));
  const unreachable = proof.unreachable.found.filter(({ id }) => own.has(id)).map(({ id }) => id);
  assert.deepEqual(unreachable.sort(), dead.sort(), told("unreachable"));
  for (const { because, by } of proof.unreachable.found) assert.equal(by.length > 0, because === "overridden");
  compareRedundant({ proof, random, points, told });
}

/** People of two teams are not asked about apart. */
function isOneTeam(point: Point): boolean {
  return teamsOf(point).length === 1;
}

/** The agreements in force of which somebody asks for the kind who is ordinarily asked about it. */
function askingIn(random: RandomModel, { group }: KindProof): (point: Point) => readonly string[] {
  const agreements = new Set(random.handles.map(({ agreement }) => agreement));
  const askers = [...agreements].map((agreement) => ({ agreement, of: askersIn(random, agreement, group.kind.name) }));
  return (point) =>
    askers.flatMap(({ agreement, of }) =>
      isInForce(agreement, point) && teamsOf(point).some((team) => of.includes(team)) ? [agreement.name] : [],
    );
}

/** Regions have exactly the points that they are told of, looked at in some of them; of gaps and silence at most twelve are told. */
function compareRegions(
  { proof, points, told }: Pick<Comparing, "proof" | "points" | "told">,
  { regions, isComplete }: { readonly regions: readonly Box[]; readonly isComplete: boolean },
  isWanted: (point: Point) => boolean,
): void {
  const { space } = proof.group;
  const step = Math.ceil(points.length / 25);
  for (let index = 0; index < points.length; index += step) {
    const point = points[index];
    if (!point) continue;
    const cells = cellsAt(space, point);
    const isFound = regions.some((region) => isIn(space.shape, cells, region));
    if (isFound || isComplete) assert.equal(isFound, isWanted(point), told(JSON.stringify(point)));
  }
}

function compareRedundant({
  proof,
  random,
  points,
  told,
}: Pick<Comparing, "proof" | "random" | "points" | "told">): void {
  const redundant = new Set(proof.redundant.found.map(({ id }) => id));
  const possible = new Set(random.handles.filter(({ holds }) => points.some(holds)).map(({ id }) => id));
  const found = [...redundant].filter((id) => possible.has(id));
  assert.deepEqual(found.sort(), [...repeatedClauses(random.handles, points)].sort(), told("repeated clauses"));
  for (const handle of random.handles)
    for (const overlay of handle.overlays) {
      if (!points.some((point) => handle.holds(point) && overlay.holds(point))) continue;
      if (redundant.has(overlay.id)) {
        const others = handle.overlays.filter((other) => !redundant.has(other.id) || other === overlay);
        const without = { ...handle, overlays: others };
        assert.ok(isRedundant(without, overlay, points), told(`${overlay.id} makes a difference`));
      } else if (
        !handle.overlays.some((other) => redundant.has(other.id) || other.inside === overlay) &&
        !redundant.has(handle.id)
      )
        assert.ok(!isRedundant(handle, overlay, points), told(`${overlay.id} makes no difference`));
    }
}

function compareExceptions({ proof, random, all, told, replay }: Comparing): void {
  const found = new Map(proof.outsideBase.found.map(({ exception, regions }) => [exception.name, regions]));
  for (const clause of [...random.handles, ...random.commits])
    for (const overlay of clause.overlays.filter(({ isException }) => isException)) {
      const isWritten = overlay.own.text !== "" && all.some((point) => clause.holds(point) && overlay.holds(point));
      const isBeyond = isWritten && reachesBeyond(clause, overlay, all, random.isPossible);
      assert.equal(found.has(overlay.id), isBeyond, told(`${overlay.id} beyond its base`));
      for (const region of found.get(overlay.id) ?? [])
        assert.ok(!isDecidedBy(replay(region), overlay), told(`${overlay.id} beyond its base replayed`));
    }
}

function isDecidedBy({ overlays, commitment }: Decision, { id }: RandomOverlay): boolean {
  return overlays.includes(id) || commitment?.decidedBy === id;
}

// promises --------------------------------------------------------------------------------------------------------------

function comparePromises({ proof, random, points, told, replay }: Comparing): void {
  const lines = linesIn(random.commits);
  const counted = new Map(points.map((point) => [point, countedAt(lines, point)]));
  const verdicts = new Map([...counted].map(([point, some]) => [point, strictest(some)]));
  const verdictAt = (point: Point) => verdicts.get(point) ?? "silent";
  const isParty = (point: Point) =>
    random.commits.some(({ party, agreement }) => party === point.asker && isInForce(agreement, point));
  const isSilent = (point: Point) => isParty(point) && verdictAt(point) === "silent";
  const regions = proof.silences.found.flatMap((silence) => silence.regions);
  assert.equal(regions.length > 0, points.some(isSilent), told("silence"));
  for (const region of regions) assert.equal(replay(region).commitment?.verdict, "silent", told("silence replayed"));
  compareRegions({ proof, points, told }, { regions, isComplete: regions.length < 12 }, isSilent);

  const deciding = new Set(
    [...counted].flatMap(([point, some]) => some.filter(({ line }) => line.verdict === verdictAt(point))),
  );
  const held = lines.filter((each) => points.some((point) => lineHolds(each, point)));
  const dead = held.filter((each) => !deciding.has(each)).map(({ line }) => line.id);
  const overridden = proof.unreachable.found.filter(({ because }) => because === "overridden").map(({ id }) => id);
  const ofLines = overridden.filter((id) => /\.(?:may|ask|never)$/.test(id));
  assert.deepEqual(ofLines.sort(), dead.sort(), told("unreachable lines"));

  const counting = new Set([...counted.values()].flat().map(({ line }) => line.id));
  const redundant = proof.redundant.found.map(({ id }) => id).filter((id) => counting.has(id));
  const repeated = repeatedLines(lines, [...counted.values()]).map(({ line }) => line.id);
  assert.deepEqual(redundant.sort(), repeated.sort(), told("repeated lines"));
  if (lines.length === 0) return;
  compareSlackening({ proof, points, told, replay }, verdictAt);
  compareYesAndNo({ proof, random, points, told, replay });
}

/** One party's `may` and its `never`, of different clauses, that both count. */
function compareYesAndNo({
  proof,
  random,
  points,
  told,
  replay,
}: Pick<Comparing, "proof" | "random" | "points" | "told" | "replay">): void {
  const lines = linesIn(random.commits);
  const isYesAndNo = (point: Point) => {
    const counted = countedAt(lines, point).filter(({ clause }) => clause.party === point.asker);
    const [yes, no] = ["may", "never"].map((verdict) => counted.filter(({ line }) => line.verdict === verdict));
    return yes?.some((one) => no?.some((other) => one.clause !== other.clause)) === true;
  };
  const standing = standingLines(proof.group, { left: 100_000 });
  assert.ok(standing);
  const { found, isDecided } = yesAndNoIn(proof.group, standing, { left: 100_000 });
  assert.ok(isDecided);
  const regions = causesOf(found).flatMap(({ pairs }) => pairs.flatMap((pair) => pair.regions));
  assert.equal(regions.length > 0, points.some(isYesAndNo), told("yes and no"));
  for (const region of regions) assert.equal(replay(region).commitment?.verdict, "never", told("yes and no replayed"));
  compareRegions({ proof, points, told }, { regions, isComplete: true }, isYesAndNo);
}

const numeric = { rate: "one way", cost: "one way", size: "both ways", lead: "both ways" } as const;

function compareSlackening(
  { proof, points, told, replay }: Pick<Comparing, "proof" | "points" | "told" | "replay">,
  verdictAt: (point: Point) => string,
): void {
  const found = new Map(proof.slackenings.found.map((each) => [each.field, each]));
  for (const field of Object.keys(numeric) as (keyof typeof numeric)[]) {
    const groups = alikeBut(field, points);
    const grows = (isMeant: (less: string, more: string) => boolean) =>
      groups.some((alike) =>
        alike.some((one) =>
          alike.some((other) => one[field] < other[field] && isMeant(verdictAt(one), verdictAt(other))),
        ),
      );
    const isLaxening = grows((less, more) => isLaxer(more, less));
    const isStrictening = grows((less, more) => isLaxer(less, more));
    const isTold = isLaxening && (numeric[field] === "one way" || isStrictening);
    assert.equal(found.has(field), isTold, told(`slackening ${field}`));
  }
  for (const { before, after, stricter, laxer } of proof.slackenings.found) {
    assert.equal(replay(before).commitment?.verdict, stricter.line.verdict.verdict, told("slackening replayed"));
    assert.equal(replay(after).commitment?.verdict, laxer.line.verdict.verdict, told("slackening replayed"));
  }
}

/** Points of somebody who is named that are the same but for one field, where that differs at all. */
function alikeBut(field: keyof typeof numeric, points: readonly Point[]): readonly (readonly Point[])[] {
  if (points.every((point) => point[field] === points[0]?.[field])) return [];
  const groups = new Map<string, Point[]>();
  for (const point of points) {
    if (point.asker === undefined) continue;
    const key = Object.values({ ...point, [field]: 0 }).join("|");
    const known = groups.get(key);
    if (known) known.push(point);
    else groups.set(key, [point]);
  }
  return [...groups.values()];
}

// claims ----------------------------------------------------------------------------------------------------------------

function compareClaims({ proof, random, points, told, replay }: Comparing): void {
  const lines = linesIn(random.commits);
  const asking = askingIn(random, proof);
  for (const claim of random.claims) {
    const applying = (point: Point) => random.handles.filter((handle) => handle.holds(point));
    const isPromise = claim.claim !== "handled";
    const isAbout = (point: Point) =>
      claim.own.holds(point) &&
      (isPromise
        ? random.commits.some(({ party, agreement }) => party === point.asker && isInForce(agreement, point))
        : isOneTeam(point) && asking(point).length > 0);
    const isTrue = (point: Point) =>
      isPromise
        ? (strictest(countedAt(lines, point)) === claim.claim) !== claim.negated
        : isHandledAsClaimed(claim, applying(point), point);
    const isProved = points.every((point) => !isAbout(point) || isTrue(point));
    const known = proof.proofs.find((each) => each.proof.name === claim.name);
    assert.equal(known?.result.kind, isProved ? "proved" : "counter-example", told(claim.name));
    if (known?.result.kind !== "counter-example") continue;
    const decision = replay(known.result.box);
    if (isPromise) assert.equal(decision.commitment?.verdict === claim.claim, claim.negated, told("claim replayed"));
    // Of several clauses that apply the decision is one's.
    else if (claim.by === undefined && decision.conflictsWith.length === 0)
      assert.equal(["unhandled", "declined"].includes(decision.outcome), !claim.negated, told("claim replayed"));
  }
}

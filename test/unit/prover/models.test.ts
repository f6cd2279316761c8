import assert from "node:assert/strict";
import { compile } from "../../../server/core/engine/compile.ts";
import { decide } from "../../../server/core/engine/decide.ts";
import type { Decision } from "../../../server/core/engine/decision.ts";
import { link } from "../../../server/core/model/link.ts";
import type { Box } from "../../../server/core/prover/box.ts";
import { causesOf } from "../../../server/core/prover/causes.ts";
import { type KindProof, proofsOf } from "../../../server/core/prover/prove.ts";
import { witnessIn } from "../../../server/core/prover/witness.ts";
import { parse } from "../../../server/core/syntax/parse.ts";
import { japaneseHolidays } from "../../../server/core/time/holidays.japan.ts";
import {
  type Point,
  type RandomHandle,
  type RandomLine,
  type RandomModel,
  type RandomOverlay,
  randomModel,
} from "./generate.ts";
import { cellsAt } from "./points.ts";
import { isIn } from "./twin.ts";

const seed = Number(process.env.SEED ?? 20260401);
const rounds = 5000;
const today = 20544; // 2026-04-01 is 20,544 days after 1970-01-01

describe("proofs of random models", () => {
  it(`agree with the visit of every point in ${rounds} models, and every witness is replayed (SEED=${seed})`, () => {
    for (let round = 0; round < rounds; round += 1) compareOnce(seed + round);
  }).timeout(600_000);
});

const tiers = ["standard", "silver", "gold"];
const imagined = {
  path: "b.sla",
  syntax: parse(tiers.map((tier) => `customer Imagined_${tier} {\n  tier is ${tier}\n}`).join("\n")),
};

function compareOnce(number: number): void {
  const random = randomModel(number);
  const files = [{ path: "a.sla", syntax: parse(random.text) }];
  const model = link(files);
  const problems = model.items.flatMap((each) => [...each.item.problems, ...each.problems]);
  assert.equal(problems.length, 0, random.text);
  const [proof] = proofsOf(model, { today, holidays: japaneseHolidays, steps: 100_000 });
  assert.ok(proof);
  const plain = once(() => compile(model, japaneseHolidays));
  const withImagined = once(() => compile(link([...files, imagined]), japaneseHolidays));
  const replay = (walls: readonly Box[], ...boxes: readonly Box[]): Decision => {
    const impossible = [...proof.group.impossible, ...walls];
    const witness = witnessIn(proof.group.space, proof.group.kind, boxes, impossible, model.customers, {
      left: 100_000,
    });
    assert.ok(witness, told("a region without a witness"));
    const { customer } = witness;
    const tier = customer.kind === "imagined" ? customer.attributes.tier : undefined;
    const name =
      customer.kind === "declared" ? customer.name : tier?.kind === "name" ? `Imagined_${tier.name}` : undefined;
    const engine = customer.kind === "imagined" ? withImagined() : plain();
    return decide(engine, { ...witness, customer: name, to: undefined });
  };
  const told = (text: string) => `${text} in the model of ${number}:\n${random.text}`;
  const points = random.points.filter((point) => !random.isImpossible(point));
  compareHandling({ proof, random, points, told, replay });
  comparePromises({ proof, random, points, told, replay });
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

interface Comparing {
  readonly proof: KindProof;
  readonly random: RandomModel;
  readonly points: readonly Point[];
  readonly told: (text: string) => string;
  readonly replay: (walls: readonly Box[], ...boxes: readonly Box[]) => Decision;
}

function compareHandling({ proof, random, points, told, replay }: Comparing): void {
  const { handles } = random;
  const applying = (point: Point) => handles.filter((handle) => handle.holds(point));
  const asking = new Set(handles.flatMap(({ askers }) => askers));
  const gap = points.some(
    (point) => point.asker !== undefined && asking.has(point.asker) && applying(point).length === 0,
  );
  assert.equal(proof.gaps.found.length > 0, gap, told("gap"));
  assert.ok(proof.gaps.isDecided);
  for (const { regions } of proof.gaps.found)
    for (const region of regions) assert.equal(replay([], region).outcome, "unhandled", told("gap replayed"));

  const conflicting = points.filter((point) => isConflict(applying(point), point, asking));
  assert.equal(proof.conflicts.found.length > 0, conflicting.length > 0, told("conflict"));
  const regions = proof.conflicts.found.flatMap((conflict) => conflict.regions);
  for (const region of regions) assert.notDeepEqual(replay([], region).conflictsWith, [], told("conflict replayed"));
  const causes = causesOf(proof.conflicts.found).flatMap(({ pairs }) => pairs.flatMap((pair) => pair.regions));
  const { space } = proof.group;
  for (const point of conflicting) {
    const cells = cellsAt(space, point);
    assert.ok(
      causes.some((region) => isIn(space.shape, cells, region)),
      told(`conflict at ${JSON.stringify(point)}`),
    );
  }

  const dead = handles.flatMap((handle) => deadIn(handle, points));
  const unreachable = proof.unreachable.found.filter(({ id }) => !/\.(?:may|ask|never)$/.test(id)).map(({ id }) => id);
  const ofHandles = unreachable.filter((id) => !/commit|special/.test(id) && !isOfCommit(random, id));
  assert.deepEqual(ofHandles.sort(), dead.sort(), told("unreachable"));
  for (const { because, by } of proof.unreachable.found) assert.equal(by.length > 0, because === "overridden");

  const redundant = new Set(proof.redundant.found.map(({ id }) => id));
  for (const handle of handles)
    for (const overlay of handle.overlays) {
      if (!points.some((point) => holdsIn(handle, overlay, point))) continue;
      if (redundant.has(overlay.id)) {
        const others = handle.overlays.filter((other) => !redundant.has(other.id) || other === overlay);
        assert.ok(
          isRedundant({ ...handle, overlays: others }, overlay, points),
          told(`${overlay.id} makes a difference`),
        );
      } else if (
        !handle.overlays.some((other) => redundant.has(other.id) || other.inside === overlay) &&
        !redundant.has(handle.id)
      )
        assert.ok(!isRedundant(handle, overlay, points), told(`${overlay.id} makes no difference`));
    }
}

function isOfCommit(random: RandomModel, id: string): boolean {
  return random.commits.flat().some((line) => line.id.startsWith(`${id}.`));
}

function holdsIn(handle: RandomHandle, overlay: RandomOverlay, point: Point): boolean {
  return handle.holds(point) && overlay.holds(point);
}

/** Exceptions stand above cases; what lies in something stands above it. */
function isAbove(one: RandomOverlay, other: RandomOverlay): boolean {
  if (one.isException !== other.isException) return one.isException;
  const wanted = other.isException ? other.inside : other;
  if (one.depth <= other.depth) return false;
  for (let around = one.inside; ; around = around.inside) {
    if (around === wanted) return true;
    if (around === undefined) return false;
  }
}

/** The values that a clause gives a property at a point: several where overlays conflict. */
function valuesAt(handle: RandomHandle, property: string, point: Point): ReadonlySet<string | undefined> {
  const held = handle.overlays.filter((overlay) => overlay.holds(point) && overlay.states.has(property));
  const topmost = held.filter((one) => !held.some((other) => isAbove(other, one)));
  if (topmost.length === 0) return new Set([handle.states.get(property)]);
  return new Set(topmost.map((overlay) => overlay.states.get(property)));
}

const properties = ["respond", "say"];

function isConflict(applying: readonly RandomHandle[], point: Point, asking: ReadonlySet<string>): boolean {
  const inside = applying.some((handle) => properties.some((each) => valuesAt(handle, each, point).size > 1));
  const meanings = applying.map((handle) =>
    properties.map((each) => [...valuesAt(handle, each, point)].join("|")).join("/"),
  );
  const isAsked = point.asker !== undefined && asking.has(point.asker);
  return inside || (isAsked && new Set(meanings).size > 1);
}

/** Overlays that decide nothing: what lies in a case that never holds is not told of again, but for exceptions. */
function deadIn(handle: RandomHandle, points: readonly Point[]): readonly string[] {
  const isEmpty = !points.some((point) => handle.holds(point));
  const dead = handle.overlays.filter((overlay) => {
    const { inside } = overlay;
    const isInEmpty = inside ? !points.some((point) => holdsIn(handle, inside, point)) : isEmpty;
    if (isInEmpty && !overlay.isException) return false;
    return [...overlay.states.keys()].every((property) =>
      points.every(
        (point) =>
          !holdsIn(handle, overlay, point) ||
          handle.overlays.some((other) => other.holds(point) && other.states.has(property) && isAbove(other, overlay)),
      ),
    );
  });
  // Every clause says who handles it, which no overlay here restates.
  return [...(isEmpty ? [handle.id] : []), ...dead.map(({ id }) => id)];
}

/** Whether without an overlay a clause gives every point the values that the overlay gives it where it is on top. */
function isRedundant(handle: RandomHandle, overlay: RandomOverlay, points: readonly Point[]): boolean {
  const without = { ...handle, overlays: handle.overlays.filter((other) => other !== overlay) };
  return [...overlay.states].every(([property, value]) =>
    points.every((point) => {
      if (!holdsIn(handle, overlay, point)) return true;
      if (handle.overlays.some((other) => other.holds(point) && other.states.has(property) && isAbove(other, overlay)))
        return true;
      return [...valuesAt(without, property, point)].every((other) => other === value);
    }),
  );
}

// promises ------------------------------------------------------------------------------------------------------------

function comparePromises({ proof, random, points, told, replay }: Comparing): void {
  const asked = points.filter(({ asker }) => asker === "Sales");
  const verdictAt = (point: Point) => strictest(countedAt(random, point));
  const { commits } = random;
  const silence = commits.length > 0 && asked.some((point) => verdictAt(point) === "silent");
  assert.equal(proof.silences.found.length > 0, silence, told("silence"));
  for (const { regions } of proof.silences.found)
    for (const region of regions)
      assert.equal(replay([], region).commitment?.verdict, "silent", told("silence replayed"));

  const dead = commits
    .flat()
    .filter((line) => points.some(line.holds) && !points.some((point) => decides(random, line, point)));
  const unreachable = proof.unreachable.found.filter(({ because }) => because === "overridden").map(({ id }) => id);
  const ofLines = unreachable.filter((id) => /\.(?:may|ask|never)$/.test(id));
  assert.deepEqual(ofLines.sort(), dead.map(({ id }) => id).sort(), told("unreachable lines"));

  const slackening = asked.some((one) =>
    asked.some(
      (other) => isSameButRate(one, other) && one.rate < other.rate && isLaxer(verdictAt(other), verdictAt(one)),
    ),
  );
  assert.equal(proof.slackenings.found.length > 0, slackening, told("slackening"));
  for (const { before, after, stricter, laxer } of proof.slackenings.found) {
    assert.equal(replay([], before).commitment?.verdict, stricter.line.verdict.verdict, told("slackening replayed"));
    assert.equal(replay([], after).commitment?.verdict, laxer.line.verdict.verdict, told("slackening replayed"));
  }

  if (commits.length === 0) return;
  const { claim } = random;
  const isTrue = (point: Point) => (verdictAt(point) === claim.verdict) !== claim.negated;
  const [known] = proof.proofs;
  const isProved = asked.every((point) => !claim.holds(point) || isTrue(point));
  assert.equal(known?.result.kind, isProved ? "proved" : "counter-example", told("claim"));
  if (known?.result.kind === "counter-example") {
    const verdict = replay([], known.result.box).commitment?.verdict;
    assert.equal(verdict === claim.verdict, claim.negated, told("claim replayed"));
  }
}

function countedAt(random: RandomModel, point: Point): readonly RandomLine[] {
  return random.commits.flatMap((lines) => {
    const held = lines.filter((line) => line.holds(point));
    const first = (["exception", "case", "clause"] as const).find((sort) =>
      held.some(({ overlay }) => overlay === sort),
    );
    return held.filter(({ overlay }) => overlay === first);
  });
}

const order = ["silent", "may", "ask", "never"];

function strictest(lines: readonly RandomLine[]): string {
  return order[Math.max(0, ...lines.map(({ verdict }) => order.indexOf(verdict)))] ?? "silent";
}

function decides(random: RandomModel, line: RandomLine, point: Point): boolean {
  const counted = countedAt(random, point);
  return counted.includes(line) && strictest(counted) === line.verdict;
}

function isLaxer(one: string, other: string): boolean {
  return one !== "silent" && order.indexOf(one) < order.indexOf(other);
}

function isSameButRate(one: Point, other: Point): boolean {
  return one.severity === other.severity && one.customer === other.customer && one.hour === other.hour;
}

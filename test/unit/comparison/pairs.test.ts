import assert from "node:assert/strict";
import type { ChangedRegion, Compared } from "../../../server/core/comparison/clauses.ts";
import { comparedClauses } from "../../../server/core/comparison/compare.ts";
import { pairOf, type Revision } from "../../../server/core/comparison/revision.ts";
import { differenceIn } from "../../../server/core/comparison/telling.ts";
import { compile, type Engine } from "../../../server/core/engine/compile.ts";
import { decide } from "../../../server/core/engine/decide.ts";
import type { Decision, Request } from "../../../server/core/engine/decision.ts";
import { link } from "../../../server/core/model/link.ts";
import type { Constant } from "../../../server/core/model/model.ts";
import { hasCell } from "../../../server/core/prover/space/box.ts";
import { isCellOf } from "../../../server/core/prover/space/cells.ts";
import type { Space } from "../../../server/core/prover/space/space.ts";
import { parse } from "../../../server/core/syntax/parse.ts";
import { japaneseHolidays } from "../../../server/core/time/holidays.japan.ts";
import { firstOfApril } from "../../harness/models.ts";
import { edited, reworded } from "./edits.ts";
import { firstMidnight, type Point, preamble, type RandomModel, randomModel } from "./generate.ts";

const seed = Number(process.env.SEED ?? 20261122);
const rounds = Number(process.env.ROUNDS ?? 5000);
const today = firstOfApril;
const steps = 1_000_000;

describe("differences of random revisions", () => {
  it(`are those of every point in ${rounds} pairs, with their classes, and each is shown by its example (SEED=${seed})`, () => {
    let changed = 0;
    for (let round = 0, number = seed; round < rounds; number += 1) {
      // Every point is visited, so that most models have to be small.
      const random = randomModel(number);
      if (random.points.length > (number % 20 === 0 ? 10_000 : 400)) continue;
      if (compareOnce(number, random)) changed += 1;
      round += 1;
    }
    console.log(`      ${changed} of ${rounds} pairs decide something otherwise`);
    assert.ok(changed > rounds / 4);
  }).timeout(900_000);

  it("are none where only names, order, comments and white space differ", () => {
    for (let round = 0; round < 500; round += 1) {
      const { text } = randomModel(seed + round);
      const found = comparedClauses(pairOf(revision(text), revision(reworded(text))), steps);
      assert.deepEqual(
        found.flatMap(({ changed }) => changed.found.map(({ changes }) => changes.map(({ property }) => property))),
        [],
        `${seed + round}:\n${text}\n=>\n${reworded(text)}`,
      );
    }
  }).timeout(60_000);
});

const ops = "team Ops {\n  lead Ota\n  hours office\n}\n";

interface Files {
  readonly text: string;
  readonly rest: ReturnType<typeof parse>;
}

// What all models begin with, and the customers that only the engine is told of, are read once.
const company = parse(ops + preamble);

function filesOf(text: string): Files {
  assert.ok(text.startsWith(preamble));
  return { text, rest: parse(text.slice(preamble.length)) };
}

function revision(text: string): Revision {
  return revisionOf(filesOf(text));
}

function revisionOf({ text, rest }: Files): Revision {
  const model = link([
    { path: "a.sla", syntax: company },
    { path: "b.sla", syntax: rest },
  ]);
  const unread = model.items.flatMap(({ item }) => item.problems);
  assert.equal(unread.length, 0, text);
  return { model, holidays: japaneseHolidays, today };
}

const tiers = ["standard", "silver", "gold"];
const imagined = parse(tiers.map((tier) => `customer Imagined_${tier} {\n  tier is ${tier}\n}`).join("\n"));

function engineOf({ rest }: Files): Engine {
  const files = [company, rest, imagined].map((syntax, index) => ({ path: `${index}.sla`, syntax }));
  return compile(link(files), japaneseHolidays);
}

function compareOnce(number: number, { text, points, isImpossible }: RandomModel): boolean {
  const other = edited(text, number);
  const told = (message: string) => `${message} in the pair of ${number}:\n${text}\n=>\n${other}`;
  const [old, now] = [filesOf(text), filesOf(other)];
  const found = comparedClauses(pairOf(revisionOf(old), revisionOf(now)), steps);
  for (const { changed } of found) assert.ok(changed.isDecided, told("not decided"));
  const [before, after] = [engineOf(old), engineOf(now)];
  const cellsOfEach = found.map(({ compared }) => cellsByValue(compared));
  let isChanged = false;
  for (const point of points) {
    if (isImpossible(point) && text.includes(factOf(other))) continue;
    const request = requestOf(point);
    const expected = differencesOf(decide(before, request), decide(after, request));
    const known = found.flatMap(({ compared, changed }, index) => {
      const cells = cellsOfEach[index]?.(point, request) ?? [];
      return changed.found.filter((region) => isInRegion(compared, region, cells)).flatMap(({ changes }) => changes);
    });
    const actual = [...new Set(known.map((change) => `${change.property} ${change.class}`))].sort();
    // A message for every point would take longer than the points.
    if (actual.join() !== expected.join()) assert.deepEqual(actual, expected, told(JSON.stringify(point)));
    if (expected.length > 0) isChanged = true;
  }
  for (const { compared, changed } of found)
    for (const region of changed.found) {
      const difference = differenceIn(compared, region);
      assert.ok(difference, told("a region that no request shows"));
      for (const { before: ours, after: theirs } of difference.examples) {
        const full = [ours.decision, theirs.decision].map(({ request }) => {
          const { tier } = ours.engine.resources.staff.customers.get(request.customer ?? "")?.attributes.size
            ? { tier: ours.engine.resources.staff.customers.get(request.customer ?? "")?.attributes.get("tier") }
            : { tier: undefined };
          const name = request.customer === "…" && tier?.kind === "name" ? `Imagined_${tier.name}` : request.customer;
          return { ...request, customer: name };
        });
        const [one, two] = full;
        assert.ok(one && two);
        const replayed = differencesOf(decide(before, one), decide(after, two));
        const wanted = region.changes.map((change) => `${change.property} ${change.class}`).sort();
        assert.deepEqual(
          wanted.filter((each) => !replayed.includes(each)),
          [],
          told(`replayed ${JSON.stringify(difference.requests)}`),
        );
      }
    }
  return isChanged;
}

function factOf(text: string): string {
  return /^impossible .*$/m.exec(text)?.[0] ?? "\0";
}

function requestOf({ severity, rate, customer, hour, asker }: Point): Request {
  const fields: Record<string, Constant> = {
    severity: { kind: "name", name: severity },
    rate: { kind: "decimal", value: { unscaled: BigInt(rate), scale: 0 } },
  };
  const at = firstMidnight + hour * 3_600_000;
  return { kind: "incident", at, fields, channel: undefined, customer, asker, to: undefined };
}

/** The differences that decisions show, by hand: in the words of `Change`. */
function differencesOf(before: Decision, after: Decision): readonly string[] {
  const found: string[] = [];
  const isHandled = ({ outcome }: Decision) => outcome !== "unhandled" && outcome !== "question";
  if (isHandled(before) !== isHandled(after)) found.push(`outcome ${isHandled(after) ? "won-cover" : "lost-cover"}`);
  if (isHandled(before) && isHandled(after)) {
    const [old, now] = [before.respond?.target.amount ?? 0, after.respond?.target.amount ?? 0];
    if (old !== now) found.push(`respond ${now < old ? "earlier" : "later"}`);
    if (before.say !== after.say) found.push("say other");
    if (before.team !== after.team) found.push("by other-handler");
    if (before.conflictsWith.length > 0 !== after.conflictsWith.length > 0) found.push("conflict other");
  }
  const order = ["may", "ask", "silent", "never"];
  const [old, now] = [before, after].map(({ commitment }) => order.indexOf(commitment?.verdict ?? "silent"));
  if (old !== undefined && now !== undefined && old !== now) found.push(`promise ${now < old ? "looser" : "tighter"}`);
  return found.sort();
}

function isInRegion(
  { focus: { space } }: Compared,
  { boxes }: ChangedRegion,
  cells: readonly (readonly number[])[],
): boolean {
  return boxes.some((box) =>
    cells.every((own, dimension) => own.some((cell) => hasCell(space.shape, box, dimension, cell))),
  );
}

/** The cells of a point, dimension by dimension; those of a value that came before are remembered. */
function cellsByValue({
  focus: { space },
}: Compared): (point: Point, request: Request) => readonly (readonly number[])[] {
  const known = space.dimensions.map(() => new Map<unknown, readonly number[]>());
  return (point, request) =>
    known.map((cells, dimension) => {
      const value = valueIn(space, dimension, point);
      const found = cells.get(value) ?? cellsOf(space, dimension, point, request);
      cells.set(value, found);
      return found;
    });
}

function valueIn(space: Space, dimension: number, point: Point): unknown {
  const { subject } = space.dimensions[dimension] ?? {};
  switch (subject?.kind) {
    case "field":
      return subject.name === "rate" ? point.rate : point.severity;
    case "attribute":
      return point.tier;
    case "customer":
      return point.customer;
    case "asker":
      return point.asker;
    default:
      return point.hour;
  }
}

/** The cell of a dimension that a point lies in. */
function cellsOf(space: Space, dimension: number, point: Point, { at, fields }: Request): readonly number[] {
  const { subject, cells } = space.dimensions[dimension] ?? {};
  const named = (cells ?? []).map((cell) => ("name" in cell ? cell.name : undefined));
  return (cells ?? []).flatMap((cell, number) => {
    switch (subject?.kind) {
      case "field":
        return isCellOf(cell, fields[subject.name], cells ?? []) ? [number] : [];
      case "attribute":
        return isCellOf(cell, point.tier === undefined ? undefined : { kind: "name", name: point.tier }, cells ?? [])
          ? [number]
          : [];
      case "customer":
        return named[number] === (named.includes(point.customer) ? point.customer : undefined) ? [number] : [];
      case "asker":
        return named[number] === point.asker ? [number] : [];
      case "time":
        return cell.kind === "moments" && cell.intervals.some(({ open, close }) => at >= open && at < close)
          ? [number]
          : [];
      default:
        return [];
    }
  });
}

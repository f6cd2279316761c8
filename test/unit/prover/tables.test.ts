import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { compile } from "../../../server/core/engine/compile.ts";
import { decide } from "../../../server/core/engine/decide.ts";
import { parseDecimal } from "../../../server/core/model/decimal.ts";
import type { Constant } from "../../../server/core/model/model.ts";
import { proofsOf } from "../../../server/core/prover/prove.ts";
import { type Box, hasCell } from "../../../server/core/prover/space/box.ts";
import { isCellOf } from "../../../server/core/prover/space/cells.ts";
import type { Space } from "../../../server/core/prover/space/space.ts";
import { witnessIn } from "../../../server/core/prover/space/witness.ts";
import { japaneseHolidays } from "../../../server/core/time/holidays.japan.ts";
import { firstOfApril, flawlessModelOf } from "../../harness/models.ts";
import { type Column, holdsOf, type Policy, pointsOf, type Table, textOf, type Values } from "./table.ts";

// Published decision tables, each with its source and with the gaps and overlaps that are known of it.
const folder = path.resolve("test/unit/prover/tables");
const tables = fs
  .readdirSync(folder)
  .map((file): Table => JSON.parse(fs.readFileSync(path.join(folder, file), "utf8")));

describe("published decision tables", () => {
  it("are ten or more", () => assert.ok(tables.length >= 10));

  for (const table of tables)
    describe(table.name, () => {
      const points = pointsOf(table);
      const { gaps, overlaps, dead, repeated } = table.known;
      const isGap = (values: Values) => !table.rows.some(({ when }) => holdsOf(table, when, values));

      it("has the gaps and overlaps that are known of it, point by point", () => {
        for (const values of points) {
          assert.equal(
            gaps.some((gap) => holdsOf(table, gap, values)),
            isGap(values),
            `${values}`,
          );
          assert.deepEqual(overlapsAt(table, values), rowsAt(table, values), `${values}`);
        }
      });

      it("has exactly these gaps for the prover, and each has a request that nobody handles", () => {
        const { proof, replay } = proofOf(table, "rows");
        const regions = proof.gaps.found.flatMap((gap) => gap.regions);
        for (const values of points)
          assert.equal(
            regions.some((region) => isIn(proof.group.space, table, region, values)),
            isGap(values),
            `${values}`,
          );
        for (const region of regions) assert.equal(replay(region).outcome, "unhandled");
        const filled = proofOf(table, "rows", gaps).proof.gaps;
        assert.deepEqual([filled.found, filled.isDecided], [[], true]);
      });

      it("has exactly these overlaps", () => {
        const { proof, replay } = proofOf(table, "rows");
        assert.deepEqual(pairsIn(proof), inOrder(overlaps.map(({ rows }) => rows)));
        for (const region of proof.conflicts.found.flatMap(({ regions }) => regions))
          assert.equal(replay(region).conflictsWith.length > 0, true);
        const at = overlaps.map((overlap) => overlap.at);
        const apart = proofOf(table, "rows", at).proof.conflicts;
        assert.deepEqual([apart.found, apart.isDecided], [[], true]);
      });

      it("has no conflict where overlapping rows say the same, and can do without the repeated ones", () => {
        const { proof } = proofOf(table, "outputs");
        const differing = overlaps.filter(({ rows: [one, other] }) => outputOf(table, one) !== outputOf(table, other));
        assert.deepEqual(pairsIn(proof), inOrder(differing.map(({ rows }) => rows)));
        assert.deepEqual(
          proof.redundant.found.map(({ id }) => rowOf(id)),
          repeated,
        );
      });

      it("has no conflict and these dead rows where the first that holds decides", () => {
        const { proof } = proofOf(table, "first");
        assert.deepEqual(pairsIn(proof), []);
        assert.deepEqual(
          proof.unreachable.found.map(({ id }) => rowOf(id)),
          dead,
        );
      });
    });
});

function proofOf(table: Table, policy: Policy, impossible: readonly (readonly string[])[] = []) {
  const text = textOf(table, policy, impossible);
  const model = flawlessModelOf(text);
  const [proof] = proofsOf(model, { today: firstOfApril, holidays: japaneseHolidays, steps: 100_000 });
  assert.ok(proof);
  const replay = (region: Box) => {
    const witness = witnessIn(proof.group, [region], model.customers, { left: 100_000 });
    assert.ok(witness, "a region without a request");
    return decide(compile(model, japaneseHolidays), { ...witness, customer: undefined, to: undefined });
  };
  return { proof, replay };
}

type Proof = ReturnType<typeof proofOf>["proof"];

function pairsIn({ conflicts }: Proof): readonly (readonly [number, number])[] {
  return conflicts.found.map(({ earlier, later }) => [rowOf(earlier.id), rowOf(later.id)]);
}

/** Overlaps by the later row, each once. */
function inOrder(pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const sorted = [...pairs].sort(([one, later], [other, last]) => later - last || one - other);
  return sorted.filter((pair, index) => String(pair) !== String(sorted[index - 1]));
}

function rowOf(id: string): number {
  return Number(id.replace("table.row", ""));
}

function outputOf({ rows }: Table, row: number): string | undefined {
  return rows[row - 1]?.then;
}

/** Pairs of rows that both hold, by the rows, and by what is known. */
function rowsAt(table: Table, values: Values): readonly string[] {
  const held = table.rows.flatMap(({ when }, index) => (holdsOf(table, when, values) ? [index + 1] : []));
  return held.flatMap((one) => held.filter((other) => other > one).map((other) => `${one}, ${other}`));
}

function overlapsAt(table: Table, values: Values): readonly string[] {
  const held = table.known.overlaps.filter(({ at }) => holdsOf(table, at, values));
  return held.map(({ rows }) => rows.join(", ")).sort();
}

/** Whether a region has the values in all dimensions that are fields. */
function isIn(space: Space, table: Table, region: Box, values: Values): boolean {
  return Object.entries(table.columns).every(([name, column], index) => {
    const dimension = space.byKey.get(`field ${name}`);
    const cells = dimension === undefined ? undefined : space.dimensions[dimension]?.cells;
    if (dimension === undefined || !cells) return true;
    const number = cells.findIndex((cell) => isCellOf(cell, constantOf(column, values[index] ?? ""), cells));
    return hasCell(space.shape, region, dimension, number);
  });
}

function constantOf(column: Column, value: number | string): Constant {
  if (column === "date") return { kind: "day", day: Number(value) };
  if (column === "text") return { kind: "text", text: String(value) };
  const decimal = typeof column === "string" ? parseDecimal(String(value)) : undefined;
  return decimal ? { kind: "decimal", value: decimal } : { kind: "name", name: String(value) };
}

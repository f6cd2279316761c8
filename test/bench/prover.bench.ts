import type { Model } from "../../server/core/model/model.ts";
import { clauseProofOf } from "../../server/core/prover/clauseProofs.ts";
import { proofsOf } from "../../server/core/prover/prove.ts";
import { type Box, boxWhere, fullBox, shapeOf, shared } from "../../server/core/prover/space/box.ts";
import { regions } from "../../server/core/prover/space/cover.ts";
import { timeProofsOf } from "../../server/core/prover/timeProofs.ts";
import { japaneseHolidays } from "../../server/core/time/holidays.japan.ts";
import { Snapshot } from "../../server/core/workspace/snapshot.ts";
import { beginWithLargeYoungGeneration, beginWithPlainCode, goOnWithInlining } from "../../server/lsp/heap.node.ts";
import { random } from "../harness/random.ts";
import { editedClause, fileAt, filesOf, newClauses, overlappingClauses } from "./clauses.ts";
import { timed } from "./timed.ts";

const context = { today: 20544, holidays: japaneseHolidays, steps: 2_000_000 };
const strokes = 1000;
/** So many edits, the machine that runs them has compiled little of what they need. */
const first = 20;

/** What proofs cost: 1,000 clauses on one kind in 12 dimensions from nothing and after each of many edits, and 6,000 random boxes within a budget. */
export async function run(): Promise<{ name: string; value: number; unit: string; budget: number }[]> {
  beginWithLargeYoungGeneration(); // as the language server does
  beginWithPlainCode();
  const clauses = newClauses(1000);
  let snapshot = Snapshot.of(filesOf(clauses), context);
  const { model } = snapshot;
  goOnWithInlining();
  const cold = timed(() => proved(model));
  const chance = random(1);
  const edited: number[] = [];
  for (let stroke = 0; stroke < strokes; stroke += 1) {
    const at = chance.below(clauses.length);
    const clause = clauses[at];
    if (clause) clauses[at] = editedClause(clause, chance);
    snapshot = snapshot.with(...fileAt(clauses, at));
    const edit = snapshot.model;
    edited.push(timed(() => proved(edit)));
    await nextTurn();
  }
  const firstEdited = edited.slice(0, first).sort((one, other) => one - other);
  edited.sort((one, other) => one - other);
  const { shape, boxes } = randomBoxes();
  const options = { impossible: [], order: shape.cells.map((_, dimension) => dimension), atMost: 12 };
  const limited = timed(() => regions(shape, fullBox(shape), boxes, options, { left: 20_000 }));
  const many = overlappingClauses(6000);
  const crowd = Snapshot.of(filesOf(many), context).model;
  const crowded = timed(() => proofsOf(crowd, { ...context, steps: 20_000 }));
  return [
    { name: "1,000 clauses, 12 dimensions: all properties cold", value: cold, unit: "ms", budget: 150 },
    { name: "1,000 clauses: proved again after an edit, p50", value: edited[strokes / 2] ?? 0, unit: "ms", budget: 5 },
    {
      name: "1,000 clauses: proved again after an edit, p95",
      value: edited[strokes * 0.95] ?? 0,
      unit: "ms",
      budget: 5,
    },
    { name: "1,000 clauses: the first 20 edits, p50", value: firstEdited[first / 2] ?? 0, unit: "ms", budget: 50 },
    { name: "6,000 random boxes: 20,000 steps at most", value: limited, unit: "ms", budget: 20 },
    { name: "6,000 random clauses: 20,000 steps a property", value: crowded, unit: "ms", budget: 1500 },
  ];
}

/** All that is proved of a model: what every request is answered, people and terms, and time that passes. */
function proved(model: Model): void {
  for (const proof of proofsOf(model, context)) clauseProofOf(proof, model, context);
  timeProofsOf(model, context);
}

function randomBoxes() {
  const { below } = random(20260401);
  const shape = shapeOf(Array.from({ length: 12 }, () => 4));
  const boxes = Array.from({ length: 6000 }, () => {
    let box: Box = fullBox(shape);
    for (let dimension = 0; dimension < 12; dimension += 1) {
      if (below(2) === 0) continue;
      const without = below(4);
      box =
        shared(
          shape,
          box,
          boxWhere(shape, dimension, (cell) => cell !== without),
        ) ?? box;
    }
    return box;
  });
  return { shape, boxes };
}

/** A server gets each edit as a message of its own, and between two V8 may tidy its young generation, as it does here. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

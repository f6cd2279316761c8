import { link } from "../../server/core/model/link.ts";
import type { Model } from "../../server/core/model/model.ts";
import { type Box, boxWhere, fullBox, shapeOf, shared } from "../../server/core/prover/box.ts";
import { regions } from "../../server/core/prover/cover.ts";
import { proofsOf } from "../../server/core/prover/prove.ts";
import { parse } from "../../server/core/syntax/parse.ts";
import { japaneseHolidays } from "../../server/core/time/holidays.japan.ts";
import { random } from "../harness/random.ts";

const context = { today: 20544, holidays: japaneseHolidays, steps: 2_000_000 };

/** What proofs cost: 1,000 clauses on one kind in 12 dimensions from nothing, after an edit, and 6,000 random boxes within a budget. */
export async function run(): Promise<{ name: string; value: number; unit: string; budget: number }[]> {
  const files = agreements();
  const model = linked(files);
  const cold = timed(() => proofsOf(model, context));
  const edited = Array.from({ length: 5 }, (_, index) => {
    const next = linked(
      files.map((file, at) => (at === index ? { ...file, text: file.text.replace("2 clock", "5 clock") } : file)),
    );
    return timed(() => proofsOf(next, context));
  });
  edited.sort((one, other) => one - other);
  const { shape, boxes } = randomBoxes();
  const options = { impossible: [], order: shape.cells.map((_, dimension) => dimension), atMost: 12 };
  const limited = timed(() => regions(shape, fullBox(shape), boxes, options, { left: 20_000 }));
  return [
    { name: "1,000 clauses, 12 dimensions: all properties cold", value: cold, unit: "ms", budget: 150 },
    { name: "1,000 clauses, 12 dimensions: after an edit", value: edited.at(-1) ?? 0, unit: "ms", budget: 5 },
    { name: "6,000 random boxes: 20,000 steps at most", value: limited, unit: "ms", budget: 20 },
  ];
}

interface Written {
  readonly path: string;
  readonly text: string;
  readonly syntax: ReturnType<typeof parse>;
}

function linked(files: readonly Written[]): Model {
  return link(
    files.map(({ path, text, syntax }) => ({ path, syntax: text.includes("5 clock") ? parse(text) : syntax })),
  );
}

const values = ["a", "b", "c", "d"];

/** A hundred files of ten clauses each, all for one kind: five fields tell the clauses apart, the others their cases. */
function agreements(): readonly Written[] {
  const fields = Array.from({ length: 10 }, (_, index) => `f${index}: ${values.join(" | ")}`);
  const head = `team Sales {\n  lead Sato\n}\nteam Support {\n  lead Ito\n}\nrequest big { ${fields.join(", ")} }\n`;
  const { below, pick } = random(20260401);
  const clauses = Array.from({ length: 1000 }, (_, index) => {
    const own = Array.from({ length: 5 }, (_, digit) => `f${digit} is ${values[(index >> (2 * digit)) & 3] ?? "a"}`);
    const inner = [5 + below(2), 7 + below(3)].map((field) => `f${field} is ${pick(values)}`);
    return `  handle clause${index}: big when ${own.join(" and ")} {\n    by Support\n    respond within 2 clock hours\n    case special when ${inner.join(" and ")} {\n      respond within 1 clock hour\n    }\n  }\n`;
  });
  return Array.from({ length: 100 }, (_, index) => {
    const own = clauses.slice(index * 10, index * 10 + 10).join("");
    const agreement = `agreement part${index} between Sales and Support in Asia/Tokyo {\n  effective 2026-04-01..2027-03-31\n${own}}\n`;
    const text = (index === 0 ? head : "") + agreement;
    return { path: `part${index}.sla`, text, syntax: parse(text) };
  });
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

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

import { compareRevisions } from "../../server/core/comparison/compare.ts";
import { link } from "../../server/core/model/link.ts";
import type { Model } from "../../server/core/model/model.ts";
import { parse } from "../../server/core/syntax/parse.ts";
import { japaneseHolidays } from "../../server/core/time/holidays.japan.ts";
import { random } from "../harness/random.ts";
import { timed } from "./timed.ts";

const steps = 2_000_000;

/** What a comparison of two revisions costs beyond linking: one clause of 1,000 edited, one agreement written anew, and nothing changed. */
export async function run(): Promise<{ name: string; value: number; unit: string; budget: number }[]> {
  const files = agreements();
  const before = link(files.map(({ path, syntax }) => ({ path, syntax })));
  // Once for the compiler of the machine that runs it, as in an editor or after the first pair.
  for (const index of [90, 91, 92]) compareRevisions(revision(before), revision(editedAt(files, index, before)), steps);
  const one = [5, 17, 33, 48, 61].map((index) => {
    const after = editedAt(files, index, before);
    return timed(() => compareRevisions(revision(before), revision(after), steps));
  });
  const apart = link(files.map(({ path, text }) => ({ path, syntax: parse(text) })));
  const nothing = timed(() => compareRevisions(revision(before), revision(apart), steps));
  one.sort((left, right) => left - right);
  return [
    { name: "1,000 clauses: what an edit of one changes", value: one[2] ?? 0, unit: "ms", budget: 5 },
    { name: "1,000 clauses: nothing changes, all read anew", value: nothing, unit: "ms", budget: 150 },
  ];
}

function revision(model: Model) {
  return { model, holidays: japaneseHolidays, today: 20544 };
}

interface Written {
  readonly path: string;
  readonly text: string;
  readonly syntax: ReturnType<typeof parse>;
}

function editedAt(files: readonly Written[], index: number, before: Model): Model {
  const next = files.map(({ path, text, syntax }, at) => {
    return { path, syntax: at === index ? parse(text.replace("2 clock", "5 clock"), syntax) : syntax };
  });
  return link(next, before);
}

const values = ["a", "b", "c", "d"];

/** A hundred files of ten clauses each, all for one kind in 12 dimensions: five fields tell the clauses apart, the others their cases. */
function agreements(): readonly Written[] {
  const fields = Array.from({ length: 10 }, (_, index) => `f${index}: ${values.join(" | ")}`);
  const head = `team Sales {\n  lead Sato\n}\nteam Support {\n  lead Ito\n}\nrequest big { ${fields.join(", ")} }\n`;
  const { below, pick } = random(20261122);
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

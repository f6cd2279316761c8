import * as fs from "node:fs";
import { compareRevisions } from "../../../server/core/comparison/compare.ts";
import { answerOf } from "../../../server/core/features/answer/answer.ts";
import { changeInWords } from "../../../server/core/features/difference/words.ts";
import { random } from "../../harness/random.ts";
import { revision } from "./revisions.ts";

const seed = Number(process.env.SEED ?? 20261122);
const rounds = 60;

describe("a comparison", () => {
  it(`comes to an end, and can be told, however damaged the text of a sample is (SEED=${seed})`, () => {
    const samples = texts();
    for (let round = 0; round < rounds; round += 1) {
      const chance = random(seed + round);
      const text = chance.pick(samples);
      const { differences } = compareRevisions(revision(text), revision(damaged(text, chance)), 500_000);
      for (const { changes, examples } of differences) {
        for (const change of changes) changeInWords(change, "ja");
        for (const { before, after } of examples)
          for (const each of [before, after]) answerOf(each, each.decision, "en");
      }
    }
  }).timeout(60_000);
});

/** The agreements of each sample as one text. */
function texts(): readonly string[] {
  const folders = fs.readdirSync("samples", { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.flatMap(({ name }) => {
    const files = fs.readdirSync(`samples/${name}`).filter((file) => file.endsWith(".sla"));
    return files.length === 0
      ? []
      : [files.map((file) => fs.readFileSync(`samples/${name}/${file}`, "utf8")).join("\n")];
  });
}

const words = ["{", "}", "when", "not", "10%", "within", "never", "by", "2026-08-22", "..", "closed", "Sat", "\n"];

/** Some lines taken away, words put in, and numbers raised. */
function damaged(text: string, { below, pick }: ReturnType<typeof random>): string {
  const lines = text.split("\n");
  for (let count = 1 + below(4); count > 0; count -= 1) {
    const at = below(lines.length);
    const line = lines[at] ?? "";
    const middle = below(line.length + 1);
    const form = below(3);
    if (form === 0) lines.splice(at, 1 + below(5));
    else if (form === 1) lines[at] = `${line.slice(0, middle)} ${pick(words)} ${line.slice(middle)}`;
    else lines[at] = line.replace(/\d+/g, (digits) => String(Number(digits) + 1));
  }
  return lines.join("\n");
}

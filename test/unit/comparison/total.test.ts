import * as fs from "node:fs";
import { compareRevisions } from "../../../server/core/comparison/compare.ts";
import { decide } from "../../../server/core/engine/decide.ts";
import { answerOf } from "../../../server/core/features/answer/answer.ts";
import { type DifferencePage, differencePage } from "../../../server/core/features/difference/page.ts";
import { comparingTyping } from "../../../server/core/features/difference/typed.ts";
import { changeInWords } from "../../../server/core/features/difference/words.ts";
import { readRequestRecord } from "../../../server/core/scenarios/requests.ts";
import { asCommitted } from "../../../server/core/workspace/committed.ts";
import type { Snapshot } from "../../../server/core/workspace/snapshot.ts";
import { workspaceOf } from "../../../server/core/workspace/workspace.ts";
import { oneHoliday, testDay } from "../../harness/features.ts";
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

  it(`makes a page in both languages, whose requests can be read, however a sample is damaged (SEED=${seed})`, () => {
    const samples = texts();
    for (let round = 0; round < rounds; round += 1) {
      const chance = random(seed + round);
      const text = chance.pick(samples);
      const other = damaged(text, chance);
      for (const { after, pages } of [pagesOf(text, other), pagesOf(other, text)])
        for (const { simulated } of pages.flatMap(examplesOf)) {
          const { located } = readRequestRecord(simulated ?? {}, after.model);
          if (located) decide(after.engine, located.request);
        }
    }
  }).timeout(120_000);
});

function pagesOf(old: string, now: string): { after: Snapshot; pages: readonly DifferencePage[] } {
  const surroundings = { today: testDay, holidays: oneHoliday };
  const typed = workspaceOf(new Map([["a.sla", now]]), [""], surroundings);
  const before = asCommitted(typed, { texts: new Map([["a.sla", old]]), unversioned: new Set() });
  const comparing = comparingTyping(before, typed, []);
  let next = comparing.next();
  while (!next.done) next = comparing.next();
  const since = { compared: next.value, commit: "1a2b3c4", unversioned: [] };
  const [after] = typed.models.values();
  if (!after) throw new Error("there is no model");
  return { after, pages: [differencePage(since, "en"), differencePage(since, "ja")] };
}

function examplesOf({ parties }: DifferencePage) {
  const differences = parties.flatMap(({ classes }) => classes.flatMap((each) => each.differences));
  return differences.flatMap(({ examples }) => examples);
}

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

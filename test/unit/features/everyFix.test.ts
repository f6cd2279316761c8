import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { allChecks } from "../../../server/core/checks/all.ts";
import { messageOf } from "../../../server/core/checks/catalogue.ts";
import type { Finding, Fix } from "../../../server/core/checks/define.ts";
import { exampleCompany, withoutMarks } from "../../../server/core/checks/docs.ts";
import { fixEdits } from "../../../server/core/features/quickFixes.ts";
import { scenarioFixesOf } from "../../../server/core/features/scenarioFixes.ts";
import { formatText } from "../../../server/core/format/format.ts";
import { runScenarios } from "../../../server/core/scenarios/run.ts";
import { applyEdits, type Edit } from "../../../server/core/text/edit.ts";
import { dayOf } from "../../../server/core/time/date.ts";
import { libraryHolidays } from "../../../server/core/time/holidays.libraries.ts";
import { Snapshot } from "../../../server/core/workspace/snapshot.ts";

type Files = ReadonlyMap<string, string>;

/** Monday 2026-08-24, as in the documentation of the checks. */
const surroundings = { today: dayOf(2026, 8, 24), holidays: libraryHolidays };

// Each sample with a fault, and the bad example of each check: every fix of everything that is found there is made.
describe("every fix", () => {
  for (const [name, files] of [...faults(), ...badExamples()])
    it(`repairs what is found in ${name}, and leaves nothing worse`, () => {
      const before = proven(files);
      for (const finding of before.provenFindings.all) {
        for (const fix of finding.fixes) holds(before, files, finding, fix);
        keeps(before, finding);
      }
    });

  it("is offered for every property that is proved, in one of the samples with a fault", () => {
    const fixable = [...faults()].flatMap(([, files]) =>
      proven(files).provenFindings.all.filter(({ fixes }) => fixes.length > 0),
    );
    const names = new Set(fixable.map(({ check }) => check.name));
    const properties = allChecks.filter(({ property, scope }) => property && scope === "proof");
    const without = properties.map(({ name }) => name).filter((name) => !names.has(name));
    assert.deepEqual(without, withoutFaultyFix);
  });
});

/** In a team of one there is nobody to name; a promise that is not kept has a bad example and no sample. */
const withoutFaultyFix = ["single-person", "promise-not-kept"];

function holds(before: Snapshot, files: Files, finding: Finding, fix: Fix): void {
  const edits = fixEdits(before, fix);
  const after = new Map([...files].map(([file, text]) => [file, applyEdits(text, edits.get(file) ?? [])]));
  const told = `'${fix.title.en}' of ${finding.check.name}`;
  assert.match(fix.title.ja, /[\u3040-\u9fff]/, told);
  for (const file of edits.keys()) {
    const [was, is] = [files.get(file) ?? "", after.get(file) ?? ""];
    if (file.endsWith(".sla") && formatText(was) === was) assert.equal(formatText(is), is, `${told} is laid out`);
  }
  const [found, left] = [before.provenFindings.all, proven(after).provenFindings.all];
  const { name } = finding.check;
  assert.ok(ofCheck(left, name).length < ofCheck(found, name).length, `${told} repairs nothing:\n${textsOf(after)}`);
  for (const each of allChecks) {
    const [now, then] = [ofCheck(left, each.name).filter(isSerious), ofCheck(found, each.name).filter(isSerious)];
    const more = now.length > then.length && each.name !== approval;
    assert.ok(!more, `${told} leaves ${now.map((other) => messageOf(other, "en")).join("; ")}\n${textsOf(after)}`);
  }
}

/** What is made an exception waits for approval, as its fix says. */
const approval = "exception-without-approval";

/** Every request that shows a finding can be kept as a scenario, which runs, and passes while the answer stays. */
function keeps(snapshot: Snapshot, finding: Finding): void {
  const fixes = scenarioFixesOf(snapshot, finding, "en");
  assert.equal(fixes.length, finding.examples.length, `${finding.check.name} has a request for each example`);
  const before = snapshot.provenFindings.all.filter(isSerious).length;
  for (const { path: file, edit, customer } of fixes) {
    const added = customer ? changed(snapshot, customer.path, customer.edit) : snapshot;
    const kept = changed(added, file, edit);
    const scenarios = kept.scenarios(file) ?? assert.fail();
    const statuses = runScenarios(kept.engine, kept.model, scenarios).map(({ status }) => status);
    assert.deepEqual(statuses.slice(-1), ["passed"], kept.text(file));
    assert.ok(kept.provenFindings.all.filter(isSerious).length <= before, customer?.edit.newText);
  }
}

function changed(snapshot: Snapshot, file: string, edit: Edit): Snapshot {
  return snapshot.with(file, applyEdits(snapshot.text(file) ?? "", [edit]));
}

function proven(files: Files): Snapshot {
  const snapshot = Snapshot.of(files, surroundings);
  for (const _ of snapshot.proving());
  return snapshot;
}

function faults(): readonly (readonly [string, Files])[] {
  const root = path.resolve("samples/faults");
  const folders = fs.readdirSync(root, { withFileTypes: true }).filter((each) => each.isDirectory());
  return folders.map(({ name }) => {
    const names = fs.readdirSync(path.join(root, name));
    return [name, new Map(names.map((file) => [file, fs.readFileSync(path.join(root, name, file), "utf8")]))];
  });
}

function badExamples(): readonly (readonly [string, Files])[] {
  return allChecks.map((check) => {
    const text = `${withoutMarks(check.docs().examples.bad)}\n`;
    const files = [
      ["company.sla", exampleCompany],
      ["example.sla", text],
    ] as const;
    return [`the bad example of ${check.name}`, new Map(files)];
  });
}

function ofCheck(findings: readonly Finding[], name: string): readonly Finding[] {
  return findings.filter(({ check }) => check.name === name);
}

function isSerious({ severity }: Finding): boolean {
  return severity === "error" || severity === "warning";
}

function textsOf(files: Files): string {
  return [...files.values()].join("\n");
}

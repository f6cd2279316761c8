import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { allChecks } from "../../../server/core/checks/all.ts";
import { messageOf } from "../../../server/core/checks/catalogue.ts";
import type { Example, Finding } from "../../../server/core/checks/define.ts";
import { exampleCompany, withoutMarks } from "../../../server/core/checks/docs.ts";
import { decide } from "../../../server/core/engine/decide.ts";
import { exampleCustomer } from "../../../server/core/features/exampleCustomer.ts";
import { exampleRequest } from "../../../server/core/features/exampleRequest.ts";
import { readRequestRecord } from "../../../server/core/scenarios/requests.ts";
import { applyEdits } from "../../../server/core/text/edit.ts";
import { dayOf, formatDate } from "../../../server/core/time/date.ts";
import { libraryHolidays } from "../../../server/core/time/holidays.libraries.ts";
import type { Day } from "../../../server/core/time/spec.ts";
import { Snapshot } from "../../../server/core/workspace/snapshot.ts";
import { firstOfApril } from "../../harness/models.ts";
import { companyText, randomModel } from "../prover/generate.ts";
import { timedText } from "./randomTimes.ts";
import { isShown, type Shown, shows } from "./shown.ts";

type Files = ReadonlyMap<string, string>;

/** What was found, by check. */
type Counts = ReadonlyMap<string, number>;

const seed = Number(process.env.SEED ?? 20260824);
const rounds = Number(process.env.ROUNDS ?? 150);

/** Monday 2026-08-24, as in the documentation of the checks. */
const monday = dayOf(2026, 8, 24);

/** Checks of what is proved whose findings are about what decides nothing, so that no one request shows it; the last tells what was not decided. */
const withoutExample = ["unreachable-clause", "redundant-clause", "hours-never-meet", "not-decided"];

// analysis.md: every counter-example can be opened in the simulator. There its answer has to show what is found.
describe("the answer to a request that shows a finding", () => {
  it("shows it in the bad example of each check, and of each check that has requests there is an entry", () => {
    const found = allChecks.map((check) => {
      const text = `${withoutMarks(check.docs().examples.bad)}\n`;
      return replayed(
        new Map([
          ["company.sla", exampleCompany],
          ["example.sla", text],
        ]),
        monday,
        check.name,
      );
    });
    const names = found.flatMap((counts) => [...counts.keys()]);
    assert.deepEqual([...new Set(names)].sort(), Object.keys(shows).sort());
    const proving = allChecks.filter(({ scope, undecidedOf }) => scope === "proof" && undecidedOf === undefined);
    const without = proving.map(({ name }) => name).filter((name) => !Object.hasOwn(shows, name));
    assert.deepEqual(without.sort(), [...withoutExample].sort());
  });

  for (const [name, files] of sampleFolders())
    it(`shows it in samples/${name}`, () => {
      replayed(files, monday, name);
    });

  it(`shows it in ${rounds} random models of conditions (SEED=${seed})`, () => {
    const found = totalOf(
      Array.from({ length: rounds }, (_, round) => {
        const files = new Map([
          ["company.sla", companyText],
          ["agreements.sla", randomModel(seed + round).text],
        ]);
        return replayed(files, firstOfApril, `the model of ${seed + round}`);
      }),
    );
    assert.ok((found.get("conflicting-clauses") ?? 0) > rounds / 20, JSON.stringify([...found]));
  }).timeout(300_000);

  it(`shows it in ${rounds} random models of times and people (SEED=${seed})`, () => {
    const found = totalOf(
      Array.from({ length: rounds }, (_, round) => {
        const files = new Map([["agreements.sla", timedText(seed + round)]]);
        return replayed(files, firstOfApril, `the model of ${seed + round}`);
      }),
    );
    const timely = ["cover-hole", "escalation-to-nobody", "guarantee-not-kept", "single-person-at-times"];
    for (const name of timely) assert.ok((found.get(name) ?? 0) > 0, JSON.stringify([...found]));
  }).timeout(300_000);
});

/** Asks for the example of everything that is found, as the command line and the editor would, and holds the answers against the table. */
function replayed(files: Files, today: Day, told: string): Counts {
  const snapshot = Snapshot.of(files, { today, holidays: libraryHolidays });
  for (const _ of snapshot.proving());
  const counts = new Map<string, number>();
  for (const finding of snapshot.provenFindings.all) {
    if (finding.examples.length === 0) continue;
    const { name } = finding.check;
    counts.set(name, (counts.get(name) ?? 0) + 1);
    const says = `${told} (today ${formatDate(snapshot.today)}): ${name}: ${messageOf(finding, "en")}`;
    // A kind of which facts leave no request is in no clause all the same.
    if (name === "unmentioned-kind" && snapshot.model.facts.length > 0 && !finding.examples[0]?.witness()) continue;
    const shown = shownBy(snapshot, finding, says);
    assert.ok(isShown(shown), `${says}\n${textOf(shown)}\n${[...files.values()].join("\n")}`);
  }
  return counts;
}

function shownBy(snapshot: Snapshot, finding: Finding, told: string): Shown {
  const asked = finding.examples.map((example) => askedFor(snapshot, example, told));
  const [first] = asked;
  const zone = finding.examples[0]?.zone;
  assert.ok(first && zone);
  const { model, engine } = first.within;
  return { finding, model, engine, zone, decision: first.decision, decisions: asked.map(({ decision }) => decision) };
}

/** The decision on a request as it is printed; of a customer that is not declared with that customer. */
function askedFor(snapshot: Snapshot, example: Example, told: string) {
  const [path = ""] = snapshot.agreementPaths();
  const customer = exampleCustomer(snapshot, example, path);
  const within = customer
    ? snapshot.with(customer.path, applyEdits(snapshot.text(customer.path) ?? "", [customer.edit]))
    : snapshot;
  const record = exampleRequest(within, example, customer?.name);
  assert.ok(record, `${told}: no request`);
  const { located, problems } = readRequestRecord(record, within.model);
  assert.ok(located, `${told}: ${JSON.stringify(problems)}`);
  return { within, decision: decide(within.engine, located.request) };
}

function textOf({ decisions }: Shown): string {
  return decisions
    .map((each) =>
      JSON.stringify(
        each,
        (key, value: unknown) => (key === "place" ? undefined : typeof value === "bigint" ? String(value) : value),
        1,
      ),
    )
    .join("\n");
}

function totalOf(all: readonly Counts[]): Counts {
  const total = new Map<string, number>();
  for (const counts of all) for (const [name, count] of counts) total.set(name, (total.get(name) ?? 0) + count);
  return total;
}

/** Every folder of samples with agreements in it, with all its files. */
function sampleFolders(): readonly (readonly [string, Files])[] {
  const root = path.resolve("samples");
  const all = fs.readdirSync(root, { recursive: true }).map(String);
  const folders = [...new Set(all.filter((file) => file.endsWith(".sla")).map(path.dirname))].sort();
  return folders.map((folder) => {
    const names = all.filter((file) => path.dirname(file) === folder && /\.(?:sla|yaml)$/.test(file));
    return [
      folder,
      new Map(names.map((file) => [path.basename(file), fs.readFileSync(path.join(root, file), "utf8")])),
    ];
  });
}

import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { link } from "../../../server/core/model/link.ts";
import { runScenarios } from "../../../server/core/scenarios/run.ts";
import { readScenarios } from "../../../server/core/scenarios/scenarios.ts";
import { readSettings } from "../../../server/core/scenarios/settings.ts";
import { parse } from "../../../server/core/syntax/parse.ts";
import { torikime } from "../../harness/terminal.ts";
import { engineOf } from "./desk.ts";

const samples = path.resolve("samples");
// The first draft is full of mistakes on purpose, and the folders in faults have one each.
const finished = ["product-support", "wrong-door", "weekend", "back-office", "handover", "equals"];

describe("the samples", () => {
  it("are all tested here", () => {
    const folders = fs.readdirSync(samples, { withFileTypes: true }).filter((each) => each.isDirectory());
    assert.deepEqual(folders.map(({ name }) => name).sort(), [...finished, "faults", "first-draft"].sort());
  });

  it("have a scenario for every clause, case, row, exception, verdict, rung and step", async () => {
    const { code, out } = await torikime(samples, ["test", "--coverage-threshold", "100"]);
    assert.equal(code, 0, out);
  });

  for (const folder of finished)
    it(`have nothing in ${folder} that a check warns of`, async () => {
      const { code, out } = await torikime(path.join(samples, folder), ["check", "--fail-on", "warning"]);
      assert.equal(code, 0, out);
    });
});

for (const folder of finished) {
  describe(`samples/${folder}`, () => {
    const files = fs.readdirSync(path.join(samples, folder));
    const read = (file: string): string => fs.readFileSync(path.join(samples, folder, file), "utf8");
    const sources = files
      .filter((file) => file.endsWith(".sla"))
      .map((file) => ({ path: file, syntax: parse(read(file)) }));
    const model = link(sources);
    const engine = engineOf(model);

    it("has settings without problems", () => assert.deepEqual(readSettings(read("torikime.yaml")).problems, []));

    for (const file of files.filter((each) => each.endsWith(".scenarios.yaml"))) {
      const scenarios = readScenarios(read(file));
      it(`${file} is understood`, () => assert.deepEqual(scenarios.problems, []));

      for (const result of runScenarios(engine, model, scenarios)) {
        it(`${file}: ${result.scenario.name}`, () => {
          if (result.status === "failed") assert.deepEqual(result.failures, []);
          if (result.status === "broken") assert.deepEqual(result.problems, []);
          if (result.status === "skipped") assert.notEqual(result.reason.en, "");
        });
      }
    }
  });
}

describe("the acceptance table", () => {
  it("has all fifteen rows, none of them skipped", () => {
    const { scenarios } = readScenarios(
      fs.readFileSync(path.join(samples, "product-support/acceptance.scenarios.yaml"), "utf8"),
    );
    const rows = new Set(
      scenarios.filter((scenario) => scenario.skip === undefined).map((scenario) => parseInt(scenario.name, 10)),
    );
    assert.deepEqual([...rows], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
  });
});

import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { link } from "../../../server/core/model/link.ts";
import { runScenarios } from "../../../server/core/scenarios/run.ts";
import { readScenarios } from "../../../server/core/scenarios/scenarios.ts";
import { readSettings } from "../../../server/core/scenarios/settings.ts";
import { parse } from "../../../server/core/syntax/parse.ts";
import { engineOf } from "./desk.ts";

const samples = path.resolve("samples");

for (const folder of ["product-support", "wrong-door", "weekend", "back-office", "handover", "equals"]) {
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

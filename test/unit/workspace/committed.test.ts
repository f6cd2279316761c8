import * as assert from "node:assert/strict";
import { asCommitted, changedPaths } from "../../../server/core/workspace/committed.ts";
import { pairedModels } from "../../../server/core/workspace/pairs.ts";
import { workspaceOf } from "../../../server/core/workspace/workspace.ts";
import { oneHoliday, testDay } from "../../harness/features.ts";

const surroundings = { today: testDay, holidays: oneHoliday };
const now = { "a.sla": "team A {}\n", "b.sla": "team B {}\n", "a.scenarios.yaml": "scenarios: []\n" };

function texts(files: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(files));
}

function typed(files: Readonly<Record<string, string>> = now, folders: readonly string[] = [""]) {
  return workspaceOf(texts(files), folders, surroundings);
}

describe("the workspace as it was committed", () => {
  const none: ReadonlySet<string> = new Set();

  it("is the same where no agreement and no setting differs", () => {
    const after = typed();
    const before = asCommitted(after, {
      texts: texts({ "a.sla": now["a.sla"], "b.sla": now["b.sla"] }),
      unversioned: none,
    });
    assert.equal(before, after);
    assert.deepEqual(changedPaths(before, after), []);
  });

  it("has what was changed, added and removed since, and shares the rest", () => {
    const after = typed();
    const before = asCommitted(after, {
      texts: texts({ "a.sla": "team Old {}\n", "c.sla": "team C {}\n" }),
      unversioned: none,
    });
    assert.deepEqual(changedPaths(before, after), ["a.sla", "b.sla", "c.sla"]);
    assert.equal(before.texts.get("a.scenarios.yaml"), now["a.scenarios.yaml"]);
    const [pair] = pairedModels(before, after);
    assert.deepEqual([...(pair?.before.model.teams.keys() ?? [])], ["Old", "C"]);
    assert.deepEqual([...(pair?.after.model.teams.keys() ?? [])], ["A", "B"]);
  });

  it("takes files of no repository as they are", () => {
    const after = typed();
    const before = asCommitted(after, { texts: texts({ "a.sla": now["a.sla"] }), unversioned: new Set(["b.sla"]) });
    assert.deepEqual(changedPaths(before, after), []);
  });

  it("has its own settings: what they choose, and where a model ends", () => {
    const chosen = { ...now, "torikime.yaml": "files: [a.sla]\n" };
    const after = typed(chosen);
    const before = asCommitted(after, {
      texts: texts({ ...now, "torikime.yaml": "files: [b.sla]\n" }),
      unversioned: none,
    });
    const [pair] = pairedModels(before, after);
    assert.deepEqual([pair?.before.agreementPaths(), pair?.after.agreementPaths()], [["b.sla"], ["a.sla"]]);
  });

  it("is paired model by model, also with one that is gone", () => {
    const after = typed({ "one/a.sla": "team A {}\n", "two/b.sla": "team B {}\n", "two/torikime.yaml": "" });
    const old = texts({ "one/a.sla": "team A {}\n", "three/c.sla": "team C {}\n", "three/torikime.yaml": "" });
    const pairs = pairedModels(asCommitted(after, { texts: old, unversioned: none }), after);
    assert.deepEqual(
      pairs.map((pair) => [[...pair.before.model.teams.keys()], [...pair.after.model.teams.keys()]]),
      [
        [["A"], ["A"]],
        [["C"], []],
        [[], ["B"]],
      ],
    );
  });
});

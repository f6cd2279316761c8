import assert from "node:assert/strict";
import { matchesAny } from "../../../server/core/workspace/patterns.ts";
import {
  modelOf,
  type Workspace,
  withoutText,
  withText,
  workspaceOf,
} from "../../../server/core/workspace/workspace.ts";
import { oneHoliday, testDay } from "../../harness/features.ts";

const surroundings = { today: testDay, holidays: oneHoliday };

function opened(texts: Readonly<Record<string, string>>): Workspace {
  return workspaceOf(new Map(Object.entries(texts)), [""], surroundings);
}

/** The files of the model that a path belongs to. */
function filesBeside(workspace: Workspace, path: string): readonly string[] {
  return modelOf(workspace, path)?.agreementPaths() ?? [];
}

describe("a workspace", () => {
  const texts = {
    "torikime.yaml": 'files: ["teams/*.sla"]\n',
    "teams/a.sla": "channel a\n",
    "old/b.sla": "channel b\n",
  };

  it("reads only the files that its settings name", () => {
    assert.deepEqual(filesBeside(opened(texts), "teams/a.sla"), ["teams/a.sla"]);
  });

  it("follows the settings as they are typed, and as they go", () => {
    const wider = withText(opened(texts), "torikime.yaml", 'files: ["**/*.sla"]\n');
    assert.deepEqual(filesBeside(wider, "teams/a.sla"), ["old/b.sla", "teams/a.sla"]);
    const none = withoutText(opened(texts), "torikime.yaml");
    assert.deepEqual(filesBeside(none, "teams/a.sla"), ["old/b.sla", "teams/a.sla"]);
  });

  it("leaves a file that is not named out while it is typed in, too", () => {
    const typed = withText(opened(texts), "old/b.sla", "channel c\n");
    assert.deepEqual(filesBeside(typed, "teams/a.sla"), ["teams/a.sla"]);
    assert.equal(typed.texts.get("old/b.sla"), "channel c\n");
  });

  it("keeps what it knows where other settings change", () => {
    const before = opened(texts);
    const after = withText(before, "torikime.yaml", 'files: ["teams/*.sla"]\nlocale: ja\n');
    assert.equal(
      modelOf(after, "teams/a.sla")?.syntax("teams/a.sla"),
      modelOf(before, "teams/a.sla")?.syntax("teams/a.sla"),
    );
  });
});

describe("patterns of files", () => {
  // By the rule: * and ? stop at a slash, ** does not, **/ may be nothing.
  const rows: [pattern: string, path: string, matches: boolean][] = [
    ["*.sla", "a.sla", true],
    ["*.sla", "x/a.sla", false],
    ["**/*.sla", "a.sla", true],
    ["**/*.sla", "x/y/a.sla", true],
    ["teams/**", "teams/x/a.sla", true],
    ["teams/?.sla", "teams/ab.sla", false],
    ["./a.sla", "a.sla", true],
    ["a+b.sla", "a+b.sla", true],
    ["a.sla", "axsla", false],
  ];
  for (const [pattern, path, matches] of rows) {
    it(`${pattern} ${matches ? "matches" : "does not match"} ${path}`, () =>
      assert.equal(matchesAny(path, [pattern]), matches));
  }
});

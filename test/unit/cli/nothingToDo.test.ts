/** A command that finds nothing of what it looks for says so, and never ends as if all were well. */
import assert from "node:assert/strict";
import { folderOf, torikime } from "../../harness/terminal.ts";

const desk = "team Desk {\n  lead Ito\n}\nrequest call\n";
const scenarios = "scenarios: []\n";

const onAgreements: readonly (readonly string[])[] = [
  ["check"],
  ["check", "--format", "json"],
  ["check", "--format", "github"],
  ["check", "--format", "sarif"],
  ["prove"],
  ["prove", "--format", "markdown"],
  ["fmt"],
  ["fmt", "--check"],
  ["who", "Ito"],
  ["agenda", "--until", "2026-12-31"],
  ["simulate", "--kind", "call"],
];

describe("nothing to look at", () => {
  for (const words of onAgreements)
    it(`torikime ${words.join(" ")}, in a folder without .sla files`, async () => {
      const folder = folderOf({ "notes.txt": "none", "sub/other.yaml": "a: 1\n" });
      const { code, out, errors } = await torikime(folder, words);
      assert.deepEqual([code, out], [2, ""]);
      assert.equal(
        errors,
        "torikime: There are no .sla files here, so nothing was looked at. Name a folder that has some.\n",
      );
      const japanese = await torikime(folder, [...words, "--locale", "ja"]);
      assert.equal(
        japanese.errors,
        "torikime: ここには .sla ファイルがないため、何も調べていません。.sla ファイルのあるフォルダーを指定してください。\n",
      );
    });

  it("the folder that has none is named, also beside one that has some", async () => {
    const { code, errors } = await torikime(folderOf({ "full/a.sla": desk, "empty/a.txt": "" }), [
      "check",
      "full",
      "empty",
    ]);
    assert.equal(code, 2);
    assert.match(errors, /^torikime: There are no \.sla files in 'empty', so nothing was looked at\./);
  });

  it("settings alone are no agreements", async () => {
    assert.equal((await torikime(folderOf({ "torikime.yaml": "locale: en\n" }), ["check"])).code, 2);
    // Settings that are named themselves are checked.
    const folder = folderOf({ "torikime.yaml": "locael: en\n", "a.sla": desk });
    assert.equal((await torikime(folder, ["check", "torikime.yaml"])).code, 1);
  });

  it("a file of another kind is told to be one", async () => {
    const folder = folderOf({ "README.md": "# Desk\n", "a.scenarios.yaml": scenarios, "a.sla": desk });
    for (const [command, file] of [
      ["check", "README.md"],
      ["check", "a.scenarios.yaml"],
      ["fmt", "a.scenarios.yaml"],
    ] as const) {
      const { code, errors } = await torikime(folder, [command, file]);
      assert.equal(code, 2);
      assert.equal(
        errors,
        `torikime: '${file}' is not a .sla file, so nothing of it was looked at. Name such a file, or a folder that has some.\n`,
      );
    }
    const japanese = await torikime(folder, ["test", "a.sla", "--locale", "ja"]);
    assert.match(japanese.errors, /「a\.sla」は \*\.scenarios\.yaml ファイルではないため/);
  });

  it("agreements are asked by any file of theirs", async () => {
    const folder = folderOf({ "torikime.yaml": "", "a.sla": desk, "tests/a.scenarios.yaml": scenarios });
    assert.equal((await torikime(folder, ["who", "Ito", "tests"])).code, 0);
  });

  it("what the settings leave out is told to be left out", async () => {
    const folder = folderOf({ "torikime.yaml": "files: ['live/**']\n", "live/a.sla": desk, "old.sla": "channel x\n" });
    assert.equal((await torikime(folder, ["check"])).code, 0);
    const { code, errors } = await torikime(folder, ["check", "old.sla"]);
    assert.equal(code, 2);
    assert.match(errors, /^torikime: The 'files' of torikime\.yaml leave out old\.sla, so nothing was looked at\./);
  });

  it("test says so of scenarios", async () => {
    const { code, out, errors } = await torikime(folderOf({ "a.sla": desk }), ["test"]);
    assert.deepEqual([code, out], [2, ""]);
    assert.match(errors, /^torikime: There are no \*\.scenarios\.yaml files here/);
  });

  it("diff says so where neither side has agreements, and compares where one has", async () => {
    const folder = folderOf({ "old/a.txt": "", "new/a.txt": "", "full/a.sla": desk });
    const { code, out, errors } = await torikime(folder, ["diff", "old", "new"]);
    assert.deepEqual([code, out], [2, ""]);
    assert.match(errors, /^torikime: There are no \.sla files in either of them, so nothing was compared\./);
    assert.equal((await torikime(folder, ["diff", "old", "full"])).code, 0);
  });

  it("prove tells in every form for people that no agreement is written in the files", async () => {
    const folder = folderOf({ "a.sla": desk });
    const said = "There is nothing to prove: no agreement is written in these files.\n";
    for (const format of ["pretty", "markdown"]) {
      const { code, out } = await torikime(folder, ["prove", "--format", format]);
      assert.deepEqual([code, out], [0, said]);
    }
  });
});

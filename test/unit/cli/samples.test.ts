import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { torikime } from "../../harness/terminal.ts";

const samples = path.resolve("samples");
const folders = fs.readdirSync(samples).filter((name) => {
  const folder = path.join(samples, name);
  return fs.statSync(folder).isDirectory() && fs.readdirSync(folder).some((file) => file.endsWith(".scenarios.yaml"));
});

describe("the samples' scenarios", () => {
  for (const folder of folders) {
    it(`pass in ${folder}, and come to all that its agreements say`, async () => {
      const { code, out } = await torikime(path.join(samples, folder), ["test", "--coverage-threshold", "100"]);
      assert.equal(code, 0, out);
      assert.match(out, /^Coverage: 100%/m);
    });
  }

  it("are sixty or more", async () => {
    const { out } = await torikime(samples, ["test", "--format", "json", ...folders]);
    const { counts } = JSON.parse(out);
    assert.ok(counts.passed >= 60, JSON.stringify(counts));
  });
});

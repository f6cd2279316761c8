import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { torikime } from "../../harness/terminal.ts";

const faults = path.resolve("samples/faults");
const folders = fs
  .readdirSync(faults, { withFileTypes: true })
  .filter((each) => each.isDirectory())
  .map(({ name }) => name);

// Every folder has one fault, and the name of the check that finds it.
describe("the samples with a fault", () => {
  for (const folder of folders)
    it(`${folder} is found, and nothing else`, async () => {
      const { out } = await torikime(faults, ["check", folder, "--format", "json"]);
      const findings: readonly { readonly name: string; readonly message: string }[] = JSON.parse(out).findings;
      assert.deepEqual(
        findings.map(({ name }) => name),
        [folder],
        findings.map(({ message }) => message).join("\n"),
      );
    });

  it("say at their top what is wrong, and are listed", () => {
    const list = fs.readFileSync(path.join(faults, "README.md"), "utf8");
    assert.deepEqual([...list.matchAll(/^\| \[([\w-]+)\]/gm)].map(([, name]) => name).sort(), [...folders].sort());
    for (const folder of folders) {
      const [file] = fs.readdirSync(path.join(faults, folder)).filter((name) => name.endsWith(".sla"));
      const text = fs.readFileSync(path.join(faults, folder, file ?? ""), "utf8");
      assert.match(text, /^(?:\/\/ .{20,}\n){2,}/, folder);
    }
  });

  it("are laid out as the formatter does", async () => {
    const { code, out } = await torikime(faults, ["fmt", "--check", "."]);
    assert.equal(code, 0, out);
  });
});

/** The example on the pages of scenario files holds of the sample that it is about. */
import assert from "node:assert/strict";
import * as fs from "node:fs";
import { folderOf, torikime } from "../../harness/terminal.ts";

const sample = "samples/product-support";

describe("the pages of scenario files", () => {
  for (const page of ["docs/scenarios.md", "docs/scenarios.ja.md"])
    it(`show expectations that hold (${page})`, async () => {
      const [, expectations = ""] = /^```yaml\n(expect:.*?)^```$/ms.exec(fs.readFileSync(page, "utf8")) ?? [];
      assert.match(expectations, /lost:/);
      // A Saturday after the week in which the exception for Acme was in force (2026-08-22..2026-08-23).
      const request = "{ kind: incident, severity: normal, customer: Acme, channel: email, at: 2026-08-29T10:15 }";
      const scenario = [`- name: the page's`, `  request: ${request}`, ...expectations.trimEnd().split("\n")];
      const text = ["scenarios:", ...scenario.map((line, index) => (index < 2 ? "  " : "    ") + line)].join("\n");
      const folder = folderOf({ ...agreements(), "page.scenarios.yaml": text });
      const { code, out, errors } = await torikime(folder, ["test"]);
      assert.equal(code, 0, text + out + errors);
    });
});

function agreements(): Readonly<Record<string, string>> {
  const files = fs.readdirSync(sample).filter((name) => name.endsWith(".sla"));
  return Object.fromEntries(files.map((name) => [name, fs.readFileSync(`${sample}/${name}`, "utf8")]));
}

/** The two READMEs show what the samples really answer, and the same commands and settings. */
import assert from "node:assert/strict";
import * as fs from "node:fs";
import { torikime } from "../../harness/terminal.ts";

const readmes = { en: fs.readFileSync("README.md", "utf8"), ja: fs.readFileSync("README.ja.md", "utf8") };

describe("the README", () => {
  for (const locale of ["en", "ja"] as const)
    it(`shows what the samples answer when Acme rings on a Saturday (${locale})`, async () => {
      const asked = ["--kind", "incident", "--set", "severity=normal", "--customer", "Acme", "--asker", "Sales"];
      const words = ["simulate", "samples/product-support", ...asked, "--channel", "phone", "--at", "2026-08-22T10:15"];
      const { out } = await torikime(".", [...words, "--locale", locale], { columns: 140 });
      const answered = new Set(out.split("\n").map(plain));
      const shown =
        blocksOf(readmes[locale])[1]
          ?.lines.map(plain)
          .filter((line) => line !== "") ?? [];
      assert.ok(shown.length > 6, shown.join("\n"));
      assert.deepEqual(
        shown.filter((line) => !answered.has(line)),
        [],
      );
    });

  it("shows the same agreement, commands and settings in Japanese, but for the comments", () => {
    const english = new Set(blocksOf(readmes.en).map(withoutComments));
    const others = blocksOf(readmes.ja).filter((_, index) => index !== 1);
    assert.ok(others.length > 6, `${others.length} blocks`);
    for (const block of others) assert.ok(english.has(withoutComments(block)), block.lines.join("\n"));
  });
});

interface Block {
  readonly lines: readonly string[];
}

function blocksOf(readme: string): readonly Block[] {
  return [...readme.matchAll(/^```\w*\n(.*?)^```$/gms)].map(([, text = ""]) => ({ lines: text.trimEnd().split("\n") }));
}

function withoutComments({ lines }: Block): string {
  return lines.map((line) => line.replace(/\s+# .*$/, "")).join("\n");
}

/** Columns are as wide as what stands in them, and a README leaves rows out. */
function plain(line: string): string {
  return line.trim().replace(/\s{2,}/g, "  ");
}

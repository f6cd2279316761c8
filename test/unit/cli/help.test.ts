import assert from "node:assert/strict";
import { helpOn } from "../../../server/cli/help.ts";
import { commands } from "../../../server/cli/usage.ts";
import { displayWidth } from "../../../server/core/format/width.ts";

describe("torikime COMMAND --help", () => {
  for (const locale of ["en", "ja"] as const)
    it(`keeps within the width, and has every option with what follows it (${locale})`, () => {
      for (const command of commands)
        for (const columns of [80, 40]) {
          const shown = helpOn(command, locale, columns);
          // A word that is wider than the line stays whole.
          for (const line of shown.split("\n")) assert.ok(displayWidth(line) <= columns || !/\S\s+\S/.test(line), line);
          for (const { name } of command.options) assert.match(shown, new RegExp(`--${name}(?: |$)`, "m"));
        }
    });

  it("keeps within the width before a command is named", () => {
    for (const locale of ["en", "ja"] as const)
      for (const columns of [80, 120]) {
        const shown = helpOn(undefined, locale, columns);
        for (const line of shown.split("\n")) assert.ok(displayWidth(line) <= columns, line);
        for (const { name } of commands) assert.match(shown, new RegExp(`^  ${name} `, "m"));
      }
  });

  it("says in Japanese, too, what stands for a value", () => {
    for (const command of commands) {
      const spelled = helpOn(command, "ja", 200).replace(/ {2,}\S.*$/gm, (line) => line.split(/(?<=\S) {2,}/)[0] ?? "");
      assert.doesNotMatch(spelled.split("終了コード")[0] ?? "", /(?<![A-Z])[A-Z]{4,}/, command.name);
    }
    assert.match(helpOn(commands[0], "ja", 80), /^使い方：torikime check \[オプション…\] \[パス…\]$/m);
  });
});

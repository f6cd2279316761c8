import { expectedAt, expectedWords } from "../../../../grammar/expected.ts";
import { slipMessages, syntaxMessages } from "../../../../grammar/messages.ts";
import type { SyntaxProblem } from "../../syntax/tree.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { replaceFix } from "../fixes.ts";
import { fillHoles, type Hole, type Localized, phrase } from "../message.ts";

/** Text that the grammar has no place for. */
export const syntaxError = defineCheck({
  code: "SLA001",
  name: "syntax-error",
  severity: "error",
  messages: { en: "{problem}{expected}", ja: "{problem}{expected}" },
  docs: page(
    "Something stands where it cannot be read. The rest of the line, or of the body where a brace is missing, does not " +
      "count until it is mended; other declarations are not touched. The message names the words that may stand there.",
    {
      bad: `
team Logistics {
  lead Ueda
  hours office always
               ^^^^^^
}
`,
      good: `
team Logistics {
  lead  Ueda
  hours office
}
`,
    },
  ),
  scope: "item",
  run({ item, at }, report) {
    for (const problem of item.problems) {
      const fixes = problem.fix
        ? [replaceFix(fixTitle(problem.fix.newText), at(problem.fix), problem.fix.newText)]
        : [];
      report(at(problem), { problem: problemText(problem), expected: expectedText(item.text, problem) }, { fixes });
    }
    for (const slip of item.slips) {
      if (slip.name !== "nesting" && slip.name !== "stray") continue;
      report(at(slip), { problem: filled(slipMessages[slip.name], { written: slip.written }), expected: "" });
    }
  },
});

function problemText({ problem, holes }: SyntaxProblem): Localized {
  return filled(syntaxMessages[problem], holes);
}

function filled(message: Localized, holes: Readonly<Record<string, string>>): Localized {
  return { en: fillHoles(message.en, holes, "en"), ja: fillHoles(message.ja, holes, "ja") };
}

/** For these, what may stand there helps; the others say already what to do. */
const asksForMore: ReadonlySet<SyntaxProblem["problem"]> = new Set(["unexpected", "unknown line"]);

function expectedText(text: string, { problem, start }: SyntaxProblem): Hole {
  if (!asksForMore.has(problem)) return "";
  const { words, name } = expectedWords(expectedAt(text, start));
  const choices = words.slice(0, mostWords).map((word) => `'${word}'`);
  if (choices.length === 0 && !name) return "";
  const more = words.length > mostWords ? ", …" : "";
  return phrase(" Here may stand: {words}{name}.", "ここに書けるもの: {words}{name}。", {
    words: choices.join(", ") + more,
    name: name ? (choices.length > 0 ? { en: " or a name", ja: "、または名前" } : { en: "a name", ja: "名前" }) : "",
  });
}

const mostWords = 8;

function fixTitle(newText: string): Localized {
  const shown = newText.trim();
  return shown === "" ? { en: "Remove it", ja: "削除する" } : phrase("Write '{shown}'", "「{shown}」と書く", { shown });
}

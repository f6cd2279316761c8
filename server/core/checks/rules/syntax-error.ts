import { slipMessages } from "../../../../grammar/messages.ts";
import type { Slip } from "../../../../grammar/slips.ts";
import type { SyntaxProblem } from "../../syntax/tree.ts";
import type { Localized } from "../../text/localized.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { replaceFix } from "../fixes.ts";
import { fillHoles, phrase } from "../message.ts";
import { syntaxTold } from "../syntaxTold.ts";

/** Text that the grammar has no place for. */
export const syntaxError = defineCheck({
  code: "SLA001",
  name: "syntax-error",
  severity: "error",
  messages: { en: "{problem}{expected}", ja: "{problem}{expected}" },
  docs: () =>
    page(
      {
        en:
          "Something stands where it cannot be read. The rest of the line, or of the body where a brace is missing, does not " +
          "count until it is mended; other declarations are not touched. The message names the words that may stand there, or, " +
          "where the line says in other words what the language can say, the line in its words.",
        ja:
          "読み取れない場所に何かが書かれています。直すまでは、その行の残り、または（波括弧が足りないときは）本体の残りが無効になります。ほかの宣言には影響しません。" +
          "そこに書ける語か、別の言い方で書かれた行であれば、この言語での書き方を、メッセージに示します。",
      },
      {
        bad: `
team Logistics {
  led   Ueda
  ^^^
  hours office
}
`,
        fixed: `
team Logistics {
  lead  Ueda
  hours office
}
`,
      },
    ),
  scope: "syntax",
  run({ item, at }, report) {
    const most = Math.max(fewestExplained, Math.floor(mostReadAgain / item.text.length));
    item.problems.forEach((problem, index) => {
      if (isToldByNext(item.text, problem, item.problems[index + 1])) return;
      const { repairs, ...holes } = syntaxTold(item, problem, index < most);
      report(at(problem), holes, {
        fixes: repairs.map((each) => replaceFix(fixTitle(each.shown ?? each.newText), at(each), each.newText)),
      });
    });
    for (const slip of item.slips) {
      if (slip.name !== "nesting" && slip.name !== "stray") continue;
      report(at(slip), { problem: slipText(slip), expected: "" });
    }
  },
});

/** To explain a problem takes as long as reading its item, so a text full of mistakes gets it for some: until so many characters have been read again. */
const mostReadAgain = 50_000;
const fewestExplained = 10;

/** A number without a unit, where what stands in its place cannot be read either: that is one mistake. */
function isToldByNext(text: string, { problem, end }: SyntaxProblem, next: SyntaxProblem | undefined): boolean {
  if (problem !== "missing unit" || next?.problem !== "unexpected" || next.start - end > mostBetween) return false;
  return /^[ \t\u3000]*$/.test(text.slice(end, next.start));
}

const mostBetween = 20;

function slipText({ name, written }: Slip): Localized {
  const { en, ja } = slipMessages[name];
  return { en: fillHoles(en, { written }, "en"), ja: fillHoles(ja, { written }, "ja") };
}

function fixTitle(newText: string): Localized {
  const shown = newText.trim();
  return shown === "" ? { en: "Remove it", ja: "削除する" } : phrase("Write '{shown}'", "「{shown}」と書く", { shown });
}

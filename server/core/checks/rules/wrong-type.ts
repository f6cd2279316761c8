import { defineCheck, type Fix } from "../define.ts";
import { page } from "../docs.ts";
import { replaceFix } from "../fixes.ts";
import type { ProblemOf } from "../item.ts";
import { phrase } from "../message.ts";
import { typeInWords } from "../words.ts";

/** A constant that cannot be a value of what it is compared with. */
export const wrongType = defineCheck({
  code: "SLA110",
  name: "wrong-type",
  severity: "error",
  messages: {
    en: "'{subject}' is {type}, and {text} is none, so this can never hold. Write {type}.",
    ja: "「{subject}」は {type}で、{text} はそうではないため、成り立つことがありません。{type}を書いてください。",
  },
  docs: () =>
    page(
      {
        en:
          "A condition compares a field with something that the field can never be: a percentage with a name, a list of values with a number. " +
          "The type is the one that the field or attribute is declared with.",
        ja: "割合と名前、値の一覧と数値のように、項目がとり得ないものと比べています。型は、項目や属性の宣言で決まります。",
      },
      {
        bad: `
request rebate { rate: percent }
agreement rebates between Sales and Support {
  commit small_rebates: rebate by Sales {
    may when rate <= 5
                     ^
    never when rate > 5%
  }
}
`,
        fixed: `
request rebate { rate: percent }
agreement rebates between Sales and Support {
  commit small_rebates: rebate by Sales {
    may when rate <= 5%
    never when rate > 5%
  }
}
`,
      },
    ),
  scope: "names",
  run({ problems }, report) {
    for (const problem of problems("wrong type")) {
      const { place, subject, type, text } = problem;
      report(place, { subject, text, type: typeInWords(type) }, { fixes: fixesOf(problem) });
    }
  },
});

/** A bare number may have lost its sign, a percentage may have one too many. */
function fixesOf({ place, type, text }: ProblemOf<"wrong type">): readonly Fix[] {
  const number = /^\d[\d_]*(?:\.\d+)?(?=%?$)/.exec(text)?.[0];
  const meant = number === undefined ? undefined : asType(number, type);
  return meant === undefined ? [] : [replaceFix(phrase("Write {meant}", "{meant} と書く", { meant }), place, meant)];
}

function asType(number: string, type: ProblemOf<"wrong type">["type"]): string | undefined {
  return type.kind === "percent" ? number + "%" : type.kind === "number" ? number : undefined;
}

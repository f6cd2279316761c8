import type { Place } from "../../model/model.ts";
import type { Part } from "../../model/problem.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import type { ProblemOf } from "../item.ts";
import { constructExamples, partWords } from "../words.ts";

/** A construct without a part that it needs. */
export const missingPart = defineCheck({
  code: "SLA106",
  name: "missing-part",
  severity: "error",
  messages: {
    en: "This lacks {part}, so it cannot be used. Write it for example like this: {example}",
    ja: "{part}がないため、使われません。例えば次のように書きます：{example}",
  },
  docs: () =>
    page(
      {
        en:
          "A line or a declaration lacks something that it cannot do without. It is read, so that the lines around it keep their meaning, " +
          "but it has no effect until it is complete.",
        ja: "行や宣言に、欠かせない部分がありません。前後の行の意味が変わらないよう読み取りはしますが、補われるまで効力を持ちません。",
      },
      {
        bad: `
team Logistics {
  lead   Ueda
  reach  via phone
  ^^^^^
}
`,
        good: `
team Logistics {
  lead   Ueda
  reach  via phone at "+81-3-5555-0200"
}
`,
      },
    ),
  scope: "names",
  run({ problems }, report) {
    for (const { place, construct, part } of problems("missing part")) {
      if (isEndOfException(construct, part) || isInvented(place)) continue;
      report(place, { part: partWords[part], example: examplesOfParts[part] ?? constructExamples[construct] });
    }
  },
});

/** What only some lines of a construct have, as it is written. */
const examplesOfParts: Partial<Readonly<Record<Part, string>>> = {
  currency: "5_000 JPY",
  region: "closed holidays of Japan",
};

/** A declaration that the parser made up around lines without one, which is a syntax error already. */
function isInvented({ span }: Place): boolean {
  return span.start === span.end;
}

/** Told by exception-without-end. */
function isEndOfException(
  construct: ProblemOf<"missing part">["construct"],
  part: ProblemOf<"missing part">["part"],
): boolean {
  return construct === "exception" && (part === "end" || part === "last date");
}

import { writtenAmount } from "../../model/constantText.ts";
import { defineCheck, type Fix } from "../define.ts";
import { page } from "../docs.ts";
import { replaceFix } from "../fixes.ts";
import type { ProblemOf } from "../item.ts";
import { phrase } from "../message.ts";

/** A duration or an amount in another unit than the field's. */
export const wrongUnit = defineCheck({
  code: "SLA111",
  name: "wrong-unit",
  severity: "error",
  messages: {
    en: "'{subject}' is counted in {unit}, so it cannot be compared with {text}. Write the limit in {unit}.",
    ja: "「{subject}」は {unit} で数えるため、{text} とは比べられません。{unit} で書いてください。",
  },
  docs: () =>
    page(
      {
        en:
          "A condition that compares a field with another unit than its own, such as `business days` with `calendar days`. How " +
          "many business hours a business day has depends on the day, and how many yen a euro is depends on it too, so there is " +
          "no comparison between units, and none is guessed. Write the limit in the field's own unit.",
        ja:
          "`business days` の項目を `calendar days` と比べるなど、項目を別の単位と比べている条件です。" +
          "一営業日が何営業時間かも、一ユーロが何円かも、日によって異なります。そのため、単位の異なるものどうしは比べず、推測もしません。" +
          "項目の単位で書いてください。",
      },
      {
        bad: `
request loan { length: business days }
agreement loans between Sales and Support {
  commit short_loans: loan by Sales {
    may when length <= 5 calendar days
                       ^^^^^^^^^^^^^^^
    never when length > 5 business days
  }
}
`,
        fixed: `
request loan { length: business days }
agreement loans between Sales and Support {
  commit short_loans: loan by Sales {
    may when length <= 5 business days
    never when length > 5 business days
  }
}
`,
      },
    ),
  scope: "names",
  run({ problems }, report) {
    for (const problem of problems("wrong unit")) {
      const { place, subject, text } = problem;
      report(place, { subject, text, unit: unitOf(problem) }, { fixes: fixesOf(problem) });
    }
  },
});

function unitOf({ type }: ProblemOf<"wrong unit">): string {
  return type.kind === "duration" ? type.unit : type.kind === "money" ? type.currency : type.kind;
}

function fixesOf(problem: ProblemOf<"wrong unit">): readonly Fix[] {
  const number = /^\d[\d_]*(?:\.\d+)?/.exec(problem.text)?.[0];
  if (number === undefined) return [];
  const meant = writtenAmount(number, unitOf(problem));
  return [replaceFix(phrase("Write {meant}", "{meant} と書く", { meant }), problem.place, meant)];
}

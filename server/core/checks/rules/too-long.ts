import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";

/** A time in which no deadline is looked for. */
export const tooLong = defineCheck({
  code: "SLA204",
  name: "too-long",
  severity: "error",
  messages: {
    en: "{digits} {unit} are more than ten years, in which nobody will keep a promise and no deadline is looked for. Write a shorter time.",
    ja: "{digits} {unit} は 10 年を超えるため、期限を計算しません。もっと短い期間を書いてください。",
  },
  docs: () =>
    page(
      {
        en:
          "A target of more than ten years. Deadlines are looked for in the ten years after a request, and a longer target is a " +
          "slip, such as a digit too many. Write a shorter time.",
        ja:
          "10 年を超える期限です。期限は、依頼から 10 年の間で計算します。それより長い期限は、桁が一つ多いなどの書き誤りです。" +
          "もっと短い期間を書いてください。",
      },
      {
        bad: `
request outage
agreement support between Sales and Support {
  handle outages: outage {
    by      Support
    via     email
    resolve within 30000 business days
                   ^^^^^
  }
}
`,
        good: `
request outage
agreement support between Sales and Support {
  handle outages: outage {
    by      Support
    via     email
    resolve within 3 business days
  }
}
`,
      },
    ),
  scope: "names",
  run({ problems }, report) {
    for (const { place, digits, unit } of problems("too long")) report(place, { digits, unit });
  },
});

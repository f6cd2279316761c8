import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";

/** A list of values with one value only. */
export const singleValue = defineCheck({
  code: "SLA109",
  name: "single-value",
  severity: "error",
  messages: {
    en: "'{field}' can only be {value}, so no condition can tell two requests apart by it. Add another value; a yes or no is 'yes | no'.",
    ja: "「{field}」は{value}にしかならないため、条件で区別できません。値を加えてください。はい・いいえは「yes | no」と書きます。",
  },
  docs: () =>
    page(
      {
        en:
          "A field or an attribute with a list of values has two values or more. With one value it says nothing. What is either so or not is " +
          "written `yes | no`.",
        ja: "値の一覧を持つ項目や属性には、二つ以上の値が要ります。一つだけでは何も表しません。そうであるかどうかだけを表すときは、`yes | no` と書きます。",
      },
      {
        bad: `
attribute contract of customer: standard
                                ^^^^^^^^
`,
        good: `
attribute contract of customer: standard | none_yet
request upgrade
agreement upgrades between Sales and Support {
  commit free_upgrades: upgrade by Sales {
    may when contract is standard
    never when contract is not standard
  }
}
`,
      },
    ),
  scope: "names",
  run({ problems }, report) {
    for (const { place, field, value } of problems("single value"))
      report(place, {
        field,
        value: value === undefined ? { en: "one thing", ja: "一つの値" } : { en: `'${value}'`, ja: `「${value}」` },
      });
  },
});

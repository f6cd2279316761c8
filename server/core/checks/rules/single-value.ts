import type { Place } from "../../model/model.ts";
import type { Localized } from "../../text/localized.ts";
import { defineCheck, type Fix } from "../define.ts";
import { page } from "../docs.ts";
import { replaceFix } from "../fixes.ts";
import { phrase } from "../message.ts";

/** A list of values with one value only. */
export const singleValue = defineCheck({
  code: "SLA109",
  name: "single-value",
  severity: "error",
  messages: {
    en: "'{field}' can only be {value}, so no condition can tell two requests apart by it. {todo}",
    ja: "「{field}」は{value}にしかならないため、条件で区別できません。{todo}",
  },
  docs: () =>
    page(
      {
        en:
          "A field or an attribute whose list of values has only one. It says nothing, since no condition can tell two requests " +
          "apart by it. Add another value. What is either so or not is written `yes | no`.",
        ja:
          "値の一覧に、値が一つしかない項目や属性です。条件で依頼を区別できないため、何も表しません。値を加えてください。" +
          "そうであるかどうかだけを表すときは、`yes | no` と書きます。",
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
    for (const { place, field, value, readings } of problems("single value")) {
      const written =
        value === undefined ? { en: "one thing", ja: "一つの値" } : { en: `'${value}'`, ja: `「${value}」` };
      const list = listFrom(place);
      const fixes = [...(list ? [list] : []), ...readings.map((meant) => replaceFix(writing(meant), place, meant))];
      report(place, { field, value: written, todo: todoFor(readings) }, { fixes });
    }
  },
});

/** A type that was meant leaves no value to add. */
function todoFor(readings: readonly string[]): Localized {
  if (readings.includes("JPY"))
    return {
      en: "An amount has a currency as its type, such as 'JPY', and is written in full: 30_000 JPY.",
      ja: "金額の型は「JPY」のような通貨で、数は省略せずに書きます（30_000 JPY）。",
    };
  if (readings.length > 0) return { en: "A yes or no is 'yes | no'.", ja: "はい・いいえは「yes | no」と書きます。" };
  return {
    en: "Add another value, or write a type such as 'percent', 'JPY' or 'business days'; a yes or no is 'yes | no'.",
    ja: "値を加えるか、「percent」「JPY」「business days」のような型を書いてください。はい・いいえは「yes | no」と書きます。",
  };
}

function writing(meant: string): Localized {
  return phrase("Write {meant}", "{meant} と書く", { meant });
}

/** Values with commas between them, as in `severity: high, low`, are read as one value and more fields. */
function listFrom({ item, span }: Place): Fix | undefined {
  const [others] =
    /^(?:\s*[,、]\s*[\p{L}_][\p{L}\p{N}_]*)+(?=[ \t]*(?:\r?\n|\/\/|$))/u.exec(item.text.slice(span.end)) ?? [];
  if (others === undefined) return undefined;
  const whole = { item, span: { start: span.start, end: span.end + others.length } };
  const list = item.text.slice(span.start, whole.span.end).replace(/\s*[,、]\s*/g, " | ");
  return replaceFix(writing(list), whole, list);
}

import type { Locale } from "../../core/checks/message.ts";
import type { Explanation } from "./explanation.ts";
import { settingsCode } from "./findings.ts";

/** What the code of settings that cannot be understood means, which is no check; `summary` is said of it in lists. */
export function settingsExplanation(locale: Locale): Explanation & { readonly summary: string } {
  const { what, why, bad, good } = texts[locale];
  const example = (name: string) => `checks: { ${name}: off }`;
  return {
    code: settingsCode,
    name: "settings",
    severity: "error",
    summary: what,
    text: locale === "ja" ? what + why : `${what} ${why}`,
    sections: [
      { heading: bad, code: `${example("single-handlr")}\n          ^^^^^^^^^^^^^` },
      { heading: good, code: example("single-person") },
    ],
  };
}

const texts = {
  en: {
    what: "Something in `torikime.yaml` that cannot be understood, such as a key or the name of a check that does not exist.",
    why:
      "It is as if it were not written, so the settings that one reads are not those that count. This is no check of agreements, " +
      "and cannot be turned off.",
    bad: "Bad",
    good: "Good",
  },
  ja: {
    what: "`torikime.yaml` に、存在しないキーや検査の名前など、読み取れないものがあります。",
    why: "書かれていないものとして扱うため、書いてある設定と実際の設定が食い違います。取り決めの検査ではないので、無効にはできません。",
    bad: "悪い例",
    good: "良い例",
  },
} as const;

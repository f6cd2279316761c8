import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { spacesInWords, spaceWords } from "../words.ts";

/** The name of one kind of thing where another kind is needed. */
export const wrongKindOfName = defineCheck({
  code: "SLA104",
  name: "wrong-kind-of-name",
  severity: "error",
  messages: {
    en: "'{name}' is {found}, but {wanted} is needed here, so this has no effect. Write the name of {wanted}.",
    ja: "「{name}」は{found}ですが、ここには{wanted}が要るため、効力を持ちません。{wanted}の名前を書いてください。",
  },
  docs: () =>
    page(
      {
        en:
          "The name is declared, but as something else: a team after `hours`, where a calendar is needed, or a channel after `by`, where a " +
          "team or a person is.",
        ja: "宣言はされているものの、種類の異なる名前です。カレンダーを書くべき `hours` の後にチームを書いたり、チームか人を書くべき `by` の後に連絡手段を書いたりした場合です。",
      },
      {
        bad: `
team Logistics {
  lead  Ueda
  hours Sales
        ^^^^^
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
  scope: "names",
  run({ problems }, report) {
    for (const { name, place, found, spaces } of problems("wrong kind of name"))
      report(place, { name, found: spaceWords[found], wanted: spacesInWords(spaces) });
  },
});

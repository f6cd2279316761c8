import type { Localized } from "../../text/localized.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { replaceFix } from "../fixes.ts";
import type { ProblemOf } from "../item.ts";
import { guessFor } from "../meant.ts";
import { inList, phrase } from "../message.ts";
import { isExceptionOwner } from "../owner.ts";
import { spacesInWords } from "../words.ts";

/** A name that nothing declares. */
export const unknownName = defineCheck({
  code: "SLA101",
  name: "unknown-name",
  severity: "error",
  messages: {
    en: "'{name}' is not declared as {what}, so what is written about it has no effect. {advice}",
    ja: "「{name}」という{what}は宣言されていないため、この記述は効力を持ちません。{advice}",
  },
  docs: () =>
    page(
      {
        en:
          "A name that no declaration introduces. Calendars, channels, teams, attributes, request kinds, customers and agreements are " +
          "declared by their own words, fields and values with their request kind or attribute, and people by being the lead or a " +
          "member of a team. Where a declared name is spelled alike, the fix puts it in.",
        ja:
          "どこにも宣言のない名前です。カレンダー、連絡手段、チーム、属性、依頼の種類、顧客、取り決めはそれぞれの語で宣言し、項目と値は依頼の種類か属性と一緒に宣言します。" +
          "人は、チームのリーダーかメンバーになることで宣言されます。よく似た名前が宣言されていれば、修正候補で置き換えられます。",
      },
      {
        bad: `
team Logistics {
  lead  Ueda
  hours offise
        ^^^^^^
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
  scope: "names",
  run(view, report) {
    for (const problem of view.problems("unknown name")) {
      if (isExceptionOwner(view.item, problem.place)) continue;
      const { name, place, spaces } = problem;
      const { meant, written, candidates } = guessFor(view.model, problem);
      const fixes =
        meant === undefined
          ? []
          : [replaceFix(phrase("Write '{meant}'", "「{meant}」と書く", { meant }), place, written)];
      report(
        place,
        { name, what: spacesInWords(spaces), advice: adviceOf(problem, meant, candidates) },
        { fixes, unlessUnread: name },
      );
    }
  },
});

/** More names than these help nobody. */
const mostShown = 8;

function adviceOf(
  problem: ProblemOf<"unknown name">,
  meant: string | undefined,
  candidates: readonly string[],
): Localized {
  if (meant !== undefined) return phrase("Did you mean '{meant}'?", "「{meant}」のことですか。", { meant });
  const known = [...candidates.slice(0, mostShown), ...(candidates.length > mostShown ? ["…"] : [])];
  if (known.length > 0 && problem.within.length > 0)
    return phrase("Known here: {known}.", "ここで使える名前：{known}。", {
      known: { en: inList(known, "en"), ja: inList(known, "ja") },
    });
  return { en: "Declare it, or correct the name.", ja: "宣言を加えるか、名前を直してください。" };
}

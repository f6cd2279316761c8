import type { Model } from "../../model/model.ts";
import type { Localized } from "../../text/localized.ts";
import { defineCheck, type Fix } from "../define.ts";
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
      const told = turnOf(problem) ?? guessTold(view.model, problem);
      report(
        place,
        { name, what: spacesInWords(spaces), advice: told.advice },
        { fixes: told.fixes, unlessUnread: name },
      );
    }
  },
});

interface Told {
  readonly advice: Localized;
  readonly fixes: readonly Fix[];
}

/** `duty of Support` is who handles what Support does. */
function turnOf({ name, place: { item, span } }: ProblemOf<"unknown name">): Told | undefined {
  const [of, team] =
    name === "duty" ? (/^\s+of\s+(?=(`[^`]+`|[\p{L}_][\p{L}\p{N}_]*))/u.exec(item.text.slice(span.end)) ?? []) : [];
  if (of === undefined || team === undefined) return undefined;
  const fix = replaceFix(writing(team), { item, span: { start: span.start, end: span.end + of.length } }, "");
  const advice = phrase(
    "Whoever is on duty does what is the team's to do: write '{team}'.",
    "チームの仕事は当番の人が行います。「{team}」と書いてください。",
    { team },
  );
  return { advice, fixes: [fix] };
}

function guessTold(model: Model, problem: ProblemOf<"unknown name">): Told {
  const { meant, written, candidates } = guessFor(model, problem);
  const fixes = meant === undefined ? [] : [replaceFix(writing(meant), problem.place, written)];
  return { advice: adviceOf(problem, meant, candidates), fixes };
}

function writing(meant: string): Localized {
  return phrase("Write '{meant}'", "「{meant}」と書く", { meant });
}

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

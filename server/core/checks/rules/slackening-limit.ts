import type { Verdict } from "../../model/model.ts";
import { lookedAtOfPromises } from "../../prover/claims.ts";
import { ifRight } from "../attempts.ts";
import { type Attempt, defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { phrase } from "../message.ts";
import { textAt } from "../places.ts";
import { everything, exampleIn, proofsFor, regionsTold } from "../proofs.ts";

/** A limit beyond which a promise becomes easier instead of harder. */
export const slackeningLimit = defineCheck({
  code: "SLA705",
  name: "slackening-limit",
  severity: "warning",
  messages: {
    en: "For more '{field}' this line gives a laxer answer ('{laxer}') than another does for less ('{stricter}'): compare {less} with {more}. Whoever asks for more gets it more easily; turn the limits round, or close what lies between.",
    ja: "「{field}」が大きい方がこの行で緩い答え（{laxer}）になり、小さい方は「{stricter}」です。比較：{less} と {more}。多く求める方が通りやすくなります。上限を見直してください。",
  },
  docs: () =>
    page(
      {
        en:
          "A promise that gets laxer as a percentage or an amount grows. That is nearly always a slip, and people find out that " +
          "they have to ask for more. Turn the limits round, or close what lies between. It is looked for over all values, not " +
          "only neighbours, so a stretch without an answer hides nothing. Of numbers and durations either direction may be meant: " +
          "they are told only where the answers go both ways.",
        ja:
          "割合や金額が大きくなるほど緩くなる約束です。ほとんどが書き誤りで、多く求めたほうが通ると人に知られてしまいます。" +
          "上限を入れ替えるか、間を埋めてください。隣り合う範囲だけでなくすべての値を比べるため、間に答えのない範囲があっても見逃しません。" +
          "数値と期間は、どちらの向きもあり得るので、両方の向きが混在するときだけ指摘します。",
      },
      {
        bad: `
request rebate { rate: percent }
agreement rebates between Sales and Support {
  commit rebates: rebate by Sales {
    ask lead of Sales within 1 business day when rate <= 10%
    may when rate > 10% and rate <= 12%
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    never when rate > 12% because "margin floor"
  }
}
`,
        fixed: `
request rebate { rate: percent }
agreement rebates between Sales and Support {
  commit rebates: rebate by Sales {
    may when rate <= 10%
    ask lead of Sales within 1 business day when rate > 10% and rate <= 12%
    never when rate > 12% because "margin floor"
  }
}
`,
      },
    ),
  property: {
    proved: () => nothingSlackens,
    broken: () => ({ en: "some promise gets laxer as an amount grows", ja: "大きくなるほど緩くなる約束があります" }),
    undecided: {
      en: "whether some promise gets laxer as an amount grows",
      ja: "大きくなるほど緩くなる約束があるか",
    },
    covered: (model, context) =>
      proofsFor(model, context).flatMap((known) => lookedAtOfPromises(known, known.slackenings)),
  },
  scope: "proof",
  run(model, report, context) {
    for (const { group, slackenings } of proofsFor(model, context))
      for (const { field, stricter, laxer, before, after } of slackenings.found) {
        const [strict, lax] = [stricter.line.verdict, laxer.line.verdict];
        const less = regionsTold(group, model, [before], everything(group)).example;
        const more = regionsTold(group, model, [after], everything(group)).example;
        const related = [{ place: strict.place, note: { en: "the stricter line", ja: "厳しい方の行" } }];
        const examples = [
          { ...exampleIn(group, model, [before]), note: { en: "less", ja: "小さい方" } },
          { ...exampleIn(group, model, [after]), note: { en: "more", ja: "大きい方" } },
        ];
        const holes = { field, laxer: lax.verdict, stricter: strict.verdict, less, more };
        report(lax.place, holes, { related, examples, attempts: () => attemptsFor(strict, lax) });
      }
  },
});

/** The two lines change places, or the stricter answer is given for more as well. */
function attemptsFor(strict: Verdict, lax: Verdict): readonly Attempt[] {
  const [one, other] = [partsOf(strict), partsOf(lax)];
  if (!one || !other || strict.place.item !== lax.place.item) return [];
  const lines = [`${other.head} when ${one.when}`, `${one.head} when ${other.when}`] as const;
  const [first, second] = lines;
  const round = phrase("Turn them round: '{first}', '{second}'", "答えを入れ替える（{first}、{second}）", {
    first,
    second,
  });
  const stricter = phrase("Be as strict for more: '{second}'", "大きい方も同じ厳しさにする（{second}）", { second });
  const edits = [
    { place: strict.place, newText: first + other.because },
    { place: lax.place, newText: second + one.because },
  ];
  return [ifRight({ title: round, edits: () => edits }), ifRight({ title: stricter, edits: () => edits.slice(1) })];
}

/** A verdict line with a condition in its parts. */
function partsOf({ place, when }: Verdict) {
  if (!when) return undefined;
  const { item, span } = place;
  const head = item.text.slice(span.start, when.place.span.start).replace(/\s+when\s*$/, "");
  return { head, when: textAt(when.place), because: item.text.slice(when.place.span.end, span.end) };
}

const nothingSlackens = {
  en: "no promise gets laxer as an amount grows",
  ja: "大きくなるほど緩くなる約束はありません",
};

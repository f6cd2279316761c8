import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { doersOf } from "../ladder.ts";
import { cyclesCovered } from "../ladders.ts";
import { layersOf } from "../layers.ts";
import { whoInWords } from "../people.ts";

/** An escalation back to someone who had the request before. */
export const escalationCycle = defineCheck({
  code: "SLA406",
  name: "escalation-cycle",
  severity: "warning",
  messages: {
    en: "The ladder leads back to '{who}', who has had the request before ({ladder}), so it goes round instead of up. Name somebody else.",
    ja: "このはしごは既に依頼を持っていた「{who}」に戻ります（{ladder}）。上がらずに回るだけなので、別の人を書いてください。",
  },
  docs: () =>
    page(
      {
        en:
          "A rung that leads back to somebody who has had the request before. The ladder goes round instead of up: who has " +
          "already failed to answer is asked again, and the request stays where it was. Let each rung reach somebody new.",
        ja:
          "前に依頼を持っていた人へ戻る、エスカレーションの段階です。" +
          "既に応えられなかった人に戻るため、はしごは上がらずに同じところを回るだけで、依頼は元の場所から動きません。段階ごとに新しい人へ上げてください。",
      },
      {
        bad: `
request parcel
agreement parcels between Sales and Support {
  handle lost_parcels: parcel {
    by       Support
    via      email
    respond  within 8 business hours
    escalate after 2 business hours to lead of Support
    escalate after 4 business hours to lead of Sales
    escalate after 6 business hours to Ito
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  }
}
`,
        good: `
request parcel
agreement parcels between Sales and Support {
  handle lost_parcels: parcel {
    by       Support
    via      email
    respond  within 8 business hours
    escalate after 2 business hours to lead of Support
    escalate after 4 business hours to lead of Sales
  }
}
`,
      },
    ),
  property: {
    proved: () => ({
      en: "no escalation leads back to who has had the request",
      ja: "元の担当に戻るエスカレーションはありません",
    }),
    broken: () => ({ en: "an escalation goes round", ja: "元の担当に戻るエスカレーションがあります" }),
    undecided: { en: "whether an escalation leads back", ja: "元の担当に戻るエスカレーションがあるか" },
    covered: cyclesCovered,
    alsoBy: ["escalation-cycle-at-times"],
  },
  scope: "agreement",
  run({ agreements, company }, report) {
    for (const agreement of agreements)
      for (const layer of layersOf(agreement)) {
        const doers = doersOf(company, layer);
        doers.forEach(({ key, who, place }, index) => {
          const isBack = doers.slice(0, Math.max(0, index - 1)).some((each) => each.key === key);
          if (!isBack || key === doers[index - 1]?.key) return;
          report(place, { who: whoInWords(who), ladder: doers.map((each) => whoInWords(each.who)).join(" → ") });
        });
      }
  },
});

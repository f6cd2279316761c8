import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { doersOf } from "../ladder.ts";
import { layersOf } from "../layers.ts";
import { whoInWords } from "../people.ts";

/** An escalation to whoever has the request already. */
export const escalationToTheSame = defineCheck({
  code: "SLA405",
  name: "escalation-to-the-same",
  severity: "warning",
  messages: {
    en: "'{who}' has the request already when this rung is reached, so the escalation changes nothing. Escalate to somebody who can do more.",
    ja: "この段階では既に「{who}」が依頼を持っているため、エスカレーションしても何も変わりません。別の人へ上げてください。",
  },
  docs: () =>
    page(
      {
        en:
          "A rung to the one who handles the request, or to the one of the rung before. A request that takes too long should go " +
          "to someone with more time or more say; here the same person has it already, so nothing changes. Escalate to somebody " +
          "else.",
        ja:
          "今の担当者や、一つ前の段階と同じ人へのエスカレーションです。" +
          "時間がかかりすぎた依頼は、余裕や権限のより大きい人へ上げるものですが、既に同じ人が持っているため、何も変わりません。別の人へ上げてください。",
      },
      {
        bad: `
request parcel
agreement parcels between Sales and Support {
  handle lost_parcels: parcel {
    by       Support
    via      email
    respond  within 4 business hours
    escalate after 2 business hours to lead of Support
    escalate after 3 business hours to Ito
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
    respond  within 4 business hours
    escalate after 2 business hours to lead of Support
    escalate after 3 business hours to lead of Sales
  }
}
`,
      },
    ),
  scope: "agreement",
  run({ agreements, company }, report) {
    for (const agreement of agreements)
      for (const layer of layersOf(agreement)) {
        const doers = doersOf(company, layer);
        doers.forEach(({ key, who, place }, index) => {
          if (index > 0 && key === doers[index - 1]?.key) report(place, { who: whoInWords(who) });
        });
      }
  },
});

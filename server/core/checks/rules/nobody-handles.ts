import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";

/** A handle clause that says neither who handles its requests nor that nobody does. */
export const nobodyHandles = defineCheck({
  code: "SLA410",
  name: "nobody-handles",
  severity: "error",
  messages: {
    en: "'{name}' does not say who handles its requests, so they reach nobody. Write 'by TEAM', or 'decline because \"…\"' if that is meant.",
    ja: '「{name}」には誰が対応するかが書かれていないため、依頼は誰にも届きません。「by チーム」か、断るなら「decline because "…"」と書いてください。',
  },
  docs: () =>
    page(
      {
        en:
          "A `handle` clause that says neither who does the work, in itself or in its cases, nor that it declines. It accepts " +
          "requests and loses them. Write `by` and a team, or `decline because` and the reason.",
        ja:
          "誰が対応するかが条項にも case にも書かれておらず、断ってもいない `handle` の条項です。依頼を受け付けたまま失ってしまいます。" +
          "`by` とチームを書くか、`decline because` と理由を書いてください。",
      },
      {
        bad: `
request parcel
agreement parcels between Sales and Support {
  handle lost_parcels: parcel {
         ^^^^^^^^^^^^
    via email
  }
}
`,
        good: `
request parcel
agreement parcels between Sales and Support {
  handle lost_parcels: parcel {
    decline because "parcels are the carrier's business: call the carrier"
  }
}
`,
      },
    ),
  scope: "agreement",
  run({ agreements }, report) {
    for (const agreement of agreements)
      for (const { name, place, lines, cases } of agreement.handles) {
        const isStated = lines.by || lines.decline || lines.steps || lines.broken.length > 0;
        const isInCases = cases.length > 0 && cases.every((each) => each.lines.by || each.lines.decline);
        if (!isStated && !isInCases) report(place, { name });
      }
  },
});

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
          "A `handle` clause says who does the work (`by`), in itself or in its cases, or declines it with a reason. A clause with neither accepts " +
          "requests and loses them.",
        ja: "`handle` の条項では、誰が対応するか（`by`）を条項か case に書くか、理由を添えて断ります。どちらもない条項は、依頼を受け付けたまま失ってしまいます。",
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

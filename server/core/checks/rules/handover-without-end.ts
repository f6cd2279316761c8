import { formatDate } from "../../time/date.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { addLineFix, replaceFix } from "../fixes.ts";
import { handoversIn } from "../handovers.ts";
import { phrase } from "../message.ts";
import { afterHead } from "../places.ts";
import { daysInWords } from "../words.ts";

/** A handover of which nobody can tell when the customer has passed over. */
export const handoverWithoutEnd = defineCheck({
  code: "SLA601",
  name: "handover-without-end",
  severity: "warning",
  messages: {
    en: "'{name}' does not say from when until when it lasts, so {customer} never passes to {to}. Write 'effective FIRST..LAST'.",
    ja: "「{name}」には期間がないため、{customer} はいつまでも {to} に引き継がれません。「effective 開始日..終了日」と書いてください。",
  },
  docs: () =>
    page(
      {
        en:
          "A handover that does not say when it ends. " +
          "While a handover lasts both people are on the route, and after its last day the customer has passed over. Without dates it has no " +
          "effect, and without an end the one who leaves stays the one who is asked.",
        ja:
          "いつ終わるかが書かれていない引き継ぎです。" +
          "引き継ぎの期間中は二人とも対応し、最終日を過ぎると顧客は後任に移ります。日付がなければ効力を持たず、終わりがなければ、去る人に依頼が届き続けます。",
      },
      {
        bad: `
customer Sakura {
  owner  Tanaka
  backup Sato
}
handover sakura_2026 of Sakura from Tanaka to Mori {
  effective 2026-08-20..
            ^^^^^^^^^^^^
}
`,
        fixed: `
customer Sakura {
  owner  Tanaka
  backup Sato
}
handover sakura_2026 of Sakura from Tanaka to Mori {
  effective 2026-08-20..2026-09-02
}
`,
      },
    ),
  scope: "item",
  run({ linked }, report, { today, limits: { shortestHandover } }) {
    for (const handover of handoversIn(linked)) {
      const { name, customer, to, effective, broken, place, whole } = handover;
      if (broken.includes("effective") || effective?.value.last !== undefined) continue;
      const first = effective?.value.first ?? today;
      const meant = `${formatDate(first)}..${formatDate(first + shortestHandover - 1)}`;
      const title = phrase("Let it last {limit}: {meant}", "期間を {limit}間にする：{meant}", {
        limit: daysInWords(shortestHandover),
        meant,
      });
      const dates = effective && afterHead(effective.place);
      const fix = dates ? replaceFix(title, dates, meant) : addLineFix(title, whole, `effective ${meant}`);
      report(dates ?? place, { name, customer, to }, { fixes: [fix] });
    }
  },
});

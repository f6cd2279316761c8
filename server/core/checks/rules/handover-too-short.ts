import { formatDate } from "../../time/date.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { replaceFix } from "../fixes.ts";
import { handoversIn } from "../handovers.ts";
import { phrase } from "../message.ts";
import { afterHead } from "../places.ts";
import { daysInWords } from "../words.ts";

/** A handover that leaves too little time to learn what only one person knows. */
export const handoverTooShort = defineCheck({
  code: "SLA602",
  name: "handover-too-short",
  severity: "warning",
  messages: {
    en: "This handover lasts {days}, shorter than the limit of {limit}: {to} will be asked what only {from} knows. Begin it earlier, or let it last longer.",
    ja: "この引き継ぎは {days}間で、下限の {limit} 日に足りません。{from} しか知らないことを {to} が尋ねられます。早く始めるか、長くしてください。",
  },
  docs: () =>
    page(
      {
        en:
          "A handover that lasts fewer days than the limit. " +
          "Somebody who inherits an account needs the time to meet the people, read the papers and see one deadline pass while the other is still " +
          "there. The limit is 14 days, or `shortest handover` under `limits` in `torikime.yaml`; both ends count.",
        ja:
          "下限より短い引き継ぎです。" +
          "顧客を引き継ぐ人には、前任者がいるうちに関係者に会い、書類を読み、期限を一度一緒に経験するだけの時間が要ります。下限は 14 日、または `torikime.yaml` の " +
          "`limits` にある `shortest handover` で、開始日と終了日の両方を数えます。",
      },
      {
        bad: `
customer Sakura {
  owner  Tanaka
  backup Sato
}
handover sakura_2026 of Sakura from Tanaka to Mori {
  effective 2026-09-01..2026-09-04
            ^^^^^^^^^^^^^^^^^^^^^^
}
`,
        fixed: `
customer Sakura {
  owner  Tanaka
  backup Sato
}
handover sakura_2026 of Sakura from Tanaka to Mori {
  effective 2026-09-01..2026-09-14
}
`,
      },
    ),
  scope: "item",
  run({ linked }, report, { limits: { shortestHandover } }) {
    for (const { from, to, effective } of handoversIn(linked)) {
      if (effective?.value.last === undefined) continue;
      const { first, last } = effective.value;
      const days = last - first + 1;
      if (days < 1 || days >= shortestHandover) continue;
      const place = afterHead(effective.place);
      const meant = `${formatDate(first)}..${formatDate(first + shortestHandover - 1)}`;
      const title = phrase("Let it last {limit}: {meant}", "期間を {limit}間にする：{meant}", {
        limit: daysInWords(shortestHandover),
        meant,
      });
      const holes = { days: daysInWords(days), limit: String(shortestHandover), from, to };
      report(place, holes, { fixes: [replaceFix(title, place, meant)] });
    }
  },
});

import type { Handover } from "../../model/work.ts";
import { defineCheck, type Fix } from "../define.ts";
import { page } from "../docs.ts";
import { addLineFix, replaceFix, writtenName } from "../fixes.ts";
import { phrase } from "../message.ts";
import { bodyOf } from "../places.ts";

/** A handover that leaves out some of what is known about the customer. */
export const handoverIncomplete = defineCheck({
  code: "SLA605",
  name: "handover-incomplete",
  severity: "warning",
  messages: {
    en: "'{name}' does not cover {records} of {customer}, so {to} will not know of it when {from} is gone. Add it to 'covers'.",
    ja: "「{name}」には {customer} の {records} が含まれていないため、{from} がいなくなると {to} には分かりません。「covers」に加えてください。",
  },
  docs: () =>
    page(
      {
        en:
          "A record of the customer that its handover leaves out. What is covered the two go through together; what is left out " +
          "is found by accident, or by the customer. Add it to the `covers` line.",
        ja:
          "引き継ぎの対象から漏れている、顧客の記録です。" +
          "対象に挙げた記録は二人で一緒に確認しますが、漏れた記録は、偶然か、顧客からの指摘で見つかることになります。" +
          "`covers` の行に加えてください。",
      },
      {
        bad: `
customer Sakura {
  owner   Tanaka
  backup  Sato
  records contracts at "crm://sakura/contracts", bids at "cabinet 4"
}
handover sakura_2026 of Sakura from Tanaka to Mori {
         ^^^^^^^^^^^
  effective 2026-08-01..2026-09-30
  covers    contracts
}
`,
        fixed: `
customer Sakura {
  owner   Tanaka
  backup  Sato
  records contracts at "crm://sakura/contracts", bids at "cabinet 4"
}
handover sakura_2026 of Sakura from Tanaka to Mori {
  effective 2026-08-01..2026-09-30
  covers    contracts, bids
}
`,
      },
    ),
  scope: "model",
  run({ handovers, customers }, report) {
    for (const handover of handovers.values()) {
      const { name, customer, from, to, covers, place } = handover;
      const covered = new Set(covers.map(({ value }) => value));
      const left = (customers.get(customer)?.records ?? []).filter((record) => !covered.has(record.name));
      if (left.length === 0) continue;
      const names = left.map((record) => record.name);
      const holes = { name, customer, from, to, records: { en: names.join(", "), ja: names.join("、") } };
      const related = left.map((record) => ({ place: record.place, note: { en: "left out", ja: "含まれていません" } }));
      report(place, holes, { related, fixes: fixesOf(handover, names) });
    }
  },
});

function fixesOf({ covers, place }: Handover, names: readonly string[]): readonly Fix[] {
  const written = names.map(writtenName).join(", ");
  const title = phrase("Cover {names} too", "{names} も含める", { names: written });
  const last = covers.at(-1);
  if (last) {
    const { item, span } = last.place;
    return [replaceFix(title, { item, span: { start: span.end, end: span.end } }, `, ${written}`)];
  }
  const body = bodyOf(place);
  return body ? [addLineFix(title, body, `covers ${written}`)] : [];
}

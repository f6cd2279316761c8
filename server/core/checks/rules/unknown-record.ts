import { nearest } from "../../text/nearest.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { replaceFix, writtenName } from "../fixes.ts";
import { phrase } from "../message.ts";

/** A handover that covers something of which nobody wrote down where it is. */
export const unknownRecord = defineCheck({
  code: "SLA604",
  name: "unknown-record",
  severity: "error",
  messages: {
    en: "'{record}' is not among the records of {customer}, so {to} cannot know where to look. Write it into a 'records' line of {customer}, or correct the name.",
    ja: "「{record}」は {customer} の記録にないため、{to} はどこを見ればよいか分かりません。{customer} の「records」の行に書くか、名前を直してください。",
  },
  docs: () =>
    page(
      {
        en:
          "A handover that covers something which is not among the records of its customer. Records say what is known and where " +
          "it is, so the successor cannot know where to look; what is in none of them is in one head only. Write it into a " +
          "`records` line of the customer, or correct the name.",
        ja:
          "引き継ぎの対象のうち、顧客の記録にないものです。記録は、何が分かっていて、それがどこにあるかを示します。" +
          "記録にないことは一人の頭の中にしかなく、後任はどこを見ればよいか分かりません。顧客の `records` の行に書くか、名前を直してください。",
      },
      {
        bad: `
customer Sakura {
  owner   Tanaka
  backup  Sato
  records contracts at "crm://sakura/contracts"
}
handover sakura_2026 of Sakura from Tanaka to Mori {
  effective 2026-08-01..2026-09-30
  covers    contract
            ^^^^^^^^
}
`,
        fixed: `
customer Sakura {
  owner   Tanaka
  backup  Sato
  records contracts at "crm://sakura/contracts"
}
handover sakura_2026 of Sakura from Tanaka to Mori {
  effective 2026-08-01..2026-09-30
  covers    contracts
}
`,
      },
    ),
  scope: "model",
  run({ handovers, customers }, report) {
    for (const { customer, to, covers } of handovers.values()) {
      const records = customers.get(customer)?.records.map(({ name }) => name);
      if (!records) continue;
      for (const { value: record, place } of covers) {
        if (records.includes(record)) continue;
        const others = covers.map(({ value }) => value);
        const meant = nearest(
          record,
          records.filter((each) => !others.includes(each)),
        );
        const title = meant === undefined ? undefined : phrase("Write '{meant}'", "「{meant}」と書く", { meant });
        const fixes = title && meant !== undefined ? [replaceFix(title, place, writtenName(meant))] : [];
        report(place, { record, customer, to }, { fixes });
      }
    }
  },
});

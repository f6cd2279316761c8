import type { Model } from "../../model/model.ts";
import type { Handover } from "../../model/work.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { replaceFix, writtenName } from "../fixes.ts";
import { phrase } from "../message.ts";

/** A handover of a customer that belongs to neither of the two. */
export const handoverFromAnother = defineCheck({
  code: "SLA612",
  name: "handover-from-another",
  severity: "warning",
  messages: {
    en: "{customer} belongs to {owner}, so a handover from {from} to {to} has no effect: requests go on to {owner}. Correct the owner or the handover.",
    ja: "{customer} の担当者は {owner} なので、{from} から {to} への引き継ぎは効力を持たず、依頼は {owner} に届き続けます。担当者か引き継ぎを直してください。",
  },
  docs: () =>
    page(
      {
        en:
          "A handover between two people of whom neither is the `owner` of the customer, nor the one to whom an earlier handover " +
          "passed it. It has no effect: requests go on to the owner. Either it is about another customer, or the owner was " +
          "changed without anybody noticing. Correct the owner or the handover.",
        ja:
          "二人のどちらも、顧客の `owner` でも、先の引き継ぎで引き継いだ人でもない引き継ぎです。効力を持たず、依頼は担当者に届き続けます。" +
          "別の顧客の引き継ぎだったか、誰も気づかないうちに担当者が変わっています。担当者か引き継ぎを直してください。",
      },
      {
        bad: `
customer Sakura {
  owner  Sato
  backup Abe
}
handover sakura_2026 of Sakura from Tanaka to Mori {
                                    ^^^^^^
  effective 2026-08-01..2026-09-30
}
`,
        fixed: `
customer Sakura {
  owner  Sato
  backup Abe
}
handover sakura_2026 of Sakura from Sato to Mori {
  effective 2026-08-01..2026-09-30
}
`,
      },
    ),
  scope: "model",
  run(model, report) {
    for (const handover of model.handovers.values()) {
      const { customer, from, to } = handover;
      // One to oneself has a check of its own.
      if (from === to) continue;
      const owner = model.customers.get(customer)?.owner;
      if (!owner || owner.value === from || owner.value === to || passedBefore(model, handover)) continue;
      const { item, span } = handover.place;
      const written = item.declarations.find((each) => each.kind === "handover" && each.name?.start === span.start);
      const name = written?.kind === "handover" ? written.from : undefined;
      const place = name ? { item, span: { start: name.start, end: name.end } } : handover.place;
      const title = phrase("Let {owner} hand it over", "{owner} からの引き継ぎにする", { owner: owner.value });
      const fixes = name ? [replaceFix(title, place, writtenName(owner.value))] : [];
      const related = [{ place: owner.place, note: { en: "the owner", ja: "担当者" } }];
      report(place, { customer, owner: owner.value, from, to }, { fixes, related });
    }
  },
});

/** Whether another handover passed the customer to the one who hands it over here. */
function passedBefore({ handovers }: Model, { customer, from, place }: Handover): boolean {
  return [...handovers.values()].some(
    (other) => other.place !== place && other.customer === customer && other.to === from,
  );
}

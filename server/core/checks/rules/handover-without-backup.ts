import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { backupAttempts } from "../ownerFixes.ts";

/** A handover of a customer for whom nobody stands in once it has passed over. */
export const handoverWithoutBackup = defineCheck({
  code: "SLA606",
  name: "handover-without-backup",
  severity: "warning",
  messages: {
    en: "{customer} has no backup beside {to}, so once {from} is gone {to} alone knows it again. Give {customer} a 'backup PERSON'.",
    ja: "{customer} には {to} のほかに副担当がいないため、{from} がいなくなると、また {to} 一人しか分かりません。{customer} に「backup 人」を書いてください。",
  },
  docs: () =>
    page(
      {
        en:
          "A handover of a customer that has no backup but the successor. A handover is needed because one person alone knew a " +
          "customer; the next one will be needed for the same reason. Name a `backup` who is somebody else.",
        ja:
          "後任のほかに副担当のいない顧客の引き継ぎです。引き継ぎが必要になるのは、一人しか顧客のことを知らなかったからです。" +
          "このままでは、次も同じ理由で引き継ぎが必要になります。後任以外の人を `backup` に書いてください。",
      },
      {
        bad: `
customer Sakura {
  owner  Tanaka
  backup Mori
}
handover sakura_2026 of Sakura from Tanaka to Mori {
         ^^^^^^^^^^^
  effective 2026-08-01..2026-09-30
}
`,
        fixed: `
customer Sakura {
  owner  Tanaka
  backup Sato
}
handover sakura_2026 of Sakura from Tanaka to Mori {
  effective 2026-08-01..2026-09-30
}
`,
      },
    ),
  scope: "model",
  run(model, report) {
    const { handovers, customers } = model;
    for (const { customer, from, to, place } of handovers.values()) {
      const known = customers.get(customer);
      if (!known || known.broken.includes("backup") || from === to) continue;
      const { backup } = known;
      if (backup && backup.value !== to) continue;
      const related = backup ? [{ place: backup.place, note: { en: "the same person", ja: "同じ人です" } }] : [];
      report(place, { customer, from, to }, { related, attempts: () => backupAttempts(model, known, to, from) });
    }
  },
});

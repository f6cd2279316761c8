import type { Customer } from "../../model/model.ts";
import { companyOf } from "../company.ts";
import { ownersNeeded } from "../customers.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { backupAttempts } from "../ownerFixes.ts";

/** A customer whose requests wait while one person is away. */
export const customerWithoutBackup = defineCheck({
  code: "SLA609",
  name: "customer-without-backup",
  severity: "warning",
  messages: {
    en: "Only {owner} knows {customer}: nobody stands in, and requests go to 'owner of customer'. Write 'backup PERSON', somebody else than the owner.",
    ja: "{customer} のことは {owner} しか知りません。代わりの人がいないまま、依頼は「owner of customer」に届きます。「backup 人」に担当者以外の人を書いてください。",
  },
  docs: () =>
    page(
      {
        en:
          "A customer without a backup, where clauses go to the owner of the customer. Only the owner knows the customer, so an " +
          "illness is a customer lost. Write a `backup` line, with somebody who answers while the owner is away; a deputy of the " +
          "owner will do, too.",
        ja:
          "条項が顧客の担当者に向かうのに、副担当のいない顧客です。顧客のことを知るのは担当者だけなので、病欠ひとつで顧客を失いかねません。" +
          "担当者の不在中に応える人を `backup` の行に書いてください。担当者の代理でもかまいません。",
      },
      {
        bad: `
customer Sakura {
         ^^^^^^
  owner  Tanaka
}
request question
agreement questions between Sales and Support {
  handle all_questions: question {
    by  owner of customer
    via email
  }
}
`,
        good: `
customer Sakura {
  owner  Tanaka
  backup Mori
}
`,
        fix: `
customer Sakura {
  owner  Tanaka
  backup Mori
}
request question
agreement questions between Sales and Support {
  handle all_questions: question {
    by  owner of customer
    via email
  }
}
`,
      },
    ),
  scope: "model",
  run(model, report) {
    const needed = ownersNeeded(model);
    if (!needed) return;
    const company = companyOf(model);
    const related = [{ place: needed, note: { en: "needed here", ja: "ここで必要です" } }];
    for (const customer of model.customers.values()) {
      const { name, owner, broken, place } = customer;
      if (!owner || broken.includes("backup") || hasBackup(customer)) continue;
      if (company.deputiesOf(owner.value).length > 0) continue;
      const attempts = () => backupAttempts(model, customer, owner.value);
      report(place, { customer: name, owner: owner.value }, { related, attempts });
    }
  },
});

function hasBackup({ owner, backup }: Customer): boolean {
  return backup !== undefined && backup.value !== owner?.value;
}

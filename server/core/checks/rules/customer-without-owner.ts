import { ownersNeeded } from "../customers.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { ownerAttempts } from "../ownerFixes.ts";

/** A customer whose requests go to an owner that it does not have. */
export const customerWithoutOwner = defineCheck({
  code: "SLA608",
  name: "customer-without-owner",
  severity: "warning",
  messages: {
    en: "{customer} has no owner, and requests go to 'owner of customer', so those of {customer} reach nobody. Write 'owner PERSON'.",
    ja: "{customer} には担当者がいません。依頼は「owner of customer」に届くため、{customer} の依頼は誰にも届きません。「owner 人」と書いてください。",
  },
  docs: () =>
    page(
      {
        en:
          "A customer without an owner, where a clause or a step is done by `owner of customer`. Requests of that customer reach " +
          "nobody. Write an `owner` line. Where no clause asks for the owner, a customer may do without.",
        ja:
          "条項や手順の担当が `owner of customer` なのに、担当者のいない顧客です。その顧客の依頼は、誰にも届きません。" +
          "`owner` の行を書いてください。担当者を必要とする条項がなければ、顧客に担当者がいなくてもかまいません。",
      },
      {
        bad: `
customer Sakura {
         ^^^^^^
  tier   is silver
}
request question
agreement questions between Sales and Support {
  handle all_questions: question {
    by  owner of customer
    via email
  }
}
customer Momiji {
  owner  Tanaka
  backup Mori
}
`,
        good: `
customer Sakura {
  tier   is silver
  owner  Tanaka
  backup Mori
}
`,
        fix: `
customer Sakura {
  tier   is silver
  owner Tanaka
  backup Mori
}
request question
agreement questions between Sales and Support {
  handle all_questions: question {
    by  owner of customer
    via email
  }
}
customer Momiji {
  owner  Tanaka
  backup Mori
}
`,
      },
    ),
  scope: "model",
  run(model, report) {
    const needed = ownersNeeded(model);
    if (!needed) return;
    const related = [{ place: needed, note: { en: "needed here", ja: "ここで必要です" } }];
    for (const customer of model.customers.values()) {
      const { name, owner, broken, place } = customer;
      if (owner || broken.includes("owner")) continue;
      report(place, { customer: name }, { related, attempts: () => ownerAttempts(model, customer) });
    }
  },
});

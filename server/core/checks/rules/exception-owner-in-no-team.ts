import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { replaceFix, writtenName } from "../fixes.ts";
import { guessFor } from "../meant.ts";
import { phrase } from "../message.ts";
import { isExceptionOwner } from "../owner.ts";

/** An exception whose owner is in no team. */
export const exceptionOwnerInNoTeam = defineCheck({
  code: "SLA310",
  name: "exception-owner-in-no-team",
  severity: "warning",
  messages: {
    en: "'{name}' is in no team (any more), so nobody answers for this exception. Hand it to someone who is there, or let it end.",
    ja: "「{name}」はどのチームにもいない（いなくなった）ため、この例外に責任を持つ人がいません。引き継ぐか、終わらせてください。",
  },
  docs: () =>
    page(
      {
        en:
          "An exception whose owner is in no team, or in none any more. An exception outlives its owner when someone leaves; then " +
          "nobody explains it and nobody ends it. Hand it to someone who is the lead or a member of a team, or let it end.",
        ja:
          "責任者がどのチームにもいない、またはいなくなった例外です。責任者が去っても例外は残り、事情を説明する人も、終わらせる人もいなくなります。" +
          "どこかのチームのリーダーかメンバーに引き継ぐか、例外を終わらせてください。",
      },
      {
        bad: `
exception acme_rush to product_support.incidents when customer is Acme {
  effective 2026-08-24..2026-09-04
  respond   within 2 business hours
  owner     Yamada
            ^^^^^^
  approved  by Ito on 2026-08-18
  reason    "the customer moves its systems that week"
}
`,
        good: `
exception acme_rush to product_support.incidents when customer is Acme {
  effective 2026-08-24..2026-09-04
  respond   within 2 business hours
  owner     Mori
  approved  by Ito on 2026-08-18
  reason    "the customer moves its systems that week"
}
`,
      },
    ),
  scope: "names",
  run({ item, model, problems }, report) {
    for (const problem of problems("unknown name")) {
      const { name, place } = problem;
      if (!isExceptionOwner(item, place)) continue;
      const { meant } = guessFor(model, problem);
      const fixes =
        meant === undefined
          ? []
          : [replaceFix(phrase("Write '{meant}'", "「{meant}」と書く", { meant }), place, writtenName(meant))];
      report(place, { name }, { fixes });
    }
  },
});

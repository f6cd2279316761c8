import type { Agreement } from "../../model/model.ts";
import type { Name } from "../../syntax/tree.ts";
import type { Company } from "../company.ts";
import { type AgreementsView, defineCheck, type Fix } from "../define.ts";
import { page } from "../docs.ts";
import { phrase } from "../message.ts";
import { listed } from "../people.ts";

/** An agreement between teams of several time zones that does not say whose dates it means. */
export const missingZone = defineCheck({
  code: "SLA215",
  name: "missing-zone",
  severity: "error",
  messages: {
    en: "The parties work in {zones}, so its dates begin at different times for them and nobody can tell when it is in force. Add 'in' and one of the zones.",
    ja: "当事者のタイムゾーンが {zones} に分かれており、日付の始まりが異なるため、いつ有効か決まりません。「in」でどれか一つを書いてください。",
  },
  docs: () =>
    page(
      {
        en:
          "An agreement whose parties work in different time zones, and that does not say in which of them its dates are read. " +
          "Each date begins at different times for them, so nobody can tell when the agreement is in force. Write `between A and " +
          "B in ZONE`; each fix is one of the parties' zones.",
        ja:
          "当事者のタイムゾーンが分かれているのに、日付をどのタイムゾーンで読むかが書かれていない取り決めです。" +
          "同じ日付でも始まりが当事者によって異なるため、いつ有効か決まりません。`between A and B in ZONE` の形で書いてください。" +
          "修正候補は、それぞれの当事者のタイムゾーンです。",
      },
      {
        bad: `
calendar hamburg in Europe/Berlin {
  open Mon..Fri 09:00-17:00
}
team Hamburg {
  lead    Krause
  members Petersen
  hours   hamburg
}
agreement overseas between Sales and Hamburg {
          ^^^^^^^^
  effective 2026-04-01..2027-03-31
}
`,
        good: `
calendar hamburg in Europe/Berlin {
  open Mon..Fri 09:00-17:00
}
team Hamburg {
  lead    Krause
  members Petersen
  hours   hamburg
}
agreement overseas between Sales and Hamburg in Europe/Berlin {
  effective 2026-04-01..2027-03-31
}
`,
        fix: `
calendar hamburg in Europe/Berlin {
  open Mon..Fri 09:00-17:00
}
team Hamburg {
  lead    Krause
  members Petersen
  hours   hamburg
}
agreement overseas between Sales and Hamburg in Asia/Tokyo {
  effective 2026-04-01..2027-03-31
}
`,
      },
    ),
  scope: "agreement",
  run(view, report) {
    for (const agreement of view.agreements) {
      const zones = agreement.zone === undefined ? zonesOfParties(view.company, agreement) : [];
      if (zones.length < 2) continue;
      const fixes = fixesOf(view, agreement, zones);
      report(agreement.place, { zones: listed(zones) }, { fixes });
    }
  },
});

/** As `zonesOfParties` of the model, asked of the company. */
function zonesOfParties(company: Company, { parties }: Agreement): readonly string[] {
  const zones = parties.flatMap((party) => {
    const hours = company.team(party)?.hours?.value;
    return hours === undefined ? [] : (company.calendar(hours)?.zone ?? []);
  });
  return [...new Set(zones)];
}

function fixesOf({ item, at }: AgreementsView, agreement: Agreement, zones: readonly string[]): readonly Fix[] {
  const last = item.declarations.flatMap((each): readonly Name[] =>
    each.kind === "agreement" && each.name?.start === agreement.place.span.start ? each.parties.slice(-1) : [],
  )[0];
  if (!last) return [];
  const end = at({ start: last.end, end: last.end });
  return zones.map((zone) => ({
    title: phrase("Read its dates in {zone}", "日付を {zone} で読む", { zone }),
    edits: () => [{ place: end, newText: ` in ${zone}` }],
  }));
}

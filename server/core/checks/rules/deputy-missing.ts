import type { Agreement, Model, Place, Team, Who } from "../../model/model.ts";
import { companyOf } from "../company.ts";
import { defineCheck, type Fix } from "../define.ts";
import { page } from "../docs.ts";
import { addLineFix, writtenName } from "../fixes.ts";
import { layersOf, promisesOf } from "../layers.ts";
import { phrase } from "../message.ts";
import { bodyOf } from "../places.ts";

/** A lead whom clauses ask or escalate to, and who has no deputy. */
export const deputyMissing = defineCheck({
  code: "SLA402",
  name: "deputy-missing",
  severity: "warning",
  messages: {
    en: "{lead} decides as the lead of {team} and has no deputy, so nothing is decided while {lead} is away. Add 'deputy PERSON for {lead}'.",
    ja: "{lead} は {team} のリーダーとして判断しますが代理がいないため、不在の間は何も決まりません。「deputy 人 for {lead}」を加えてください。",
  },
  docs: () =>
    page(
      {
        en:
          "A lead who is asked or escalated to, and has no deputy. While the lead is away, a question waits and an escalation " +
          "ends nowhere. Name somebody who stands in, with a `deputy` line in the team.",
        ja:
          "承認を求められたり、エスカレーションの届いたりするのに、代理のいないリーダーです。" +
          "リーダーの不在中は、確認は待たされ、エスカレーションはそこで途切れます。チームの `deputy` の行に、代わりの人を書いてください。",
      },
      {
        bad: `
team Logistics {
  lead    Ueda
          ^^^^
  members Noda
  hours   office
}
request parcel
agreement parcels between Sales and Logistics {
  commit free_parcels: parcel by Sales {
    ask lead of Logistics within 1 business day
  }
}
`,
        fixed: `
team Logistics {
  lead    Ueda
  members Noda
  hours   office
  deputy  Noda for Ueda
}
request parcel
agreement parcels between Sales and Logistics {
  commit free_parcels: parcel by Sales {
    ask lead of Logistics within 1 business day
  }
}
`,
      },
    ),
  scope: "model",
  run(model, report) {
    const company = companyOf(model);
    for (const [name, place] of leadsNeeded(model)) {
      const team = model.teams.get(name);
      const lead = team?.lead;
      if (!lead || company.deputiesOf(lead.value).length > 0) continue;
      const related = [{ place, note: { en: "needed here", ja: "ここで必要です" } }];
      report(lead.place, { lead: lead.value, team: name }, { related, fixes: fixesOf(team, lead.value) });
    }
  },
});

/** Each member of the team could stand in. */
function fixesOf({ members, place }: Team, lead: string): readonly Fix[] {
  const body = bodyOf(place);
  if (!body) return [];
  return members
    .filter(({ value }) => value !== lead)
    .map(({ value: person }) => {
      const line = `deputy ${writtenName(person)} for ${writtenName(lead)}`;
      return addLineFix(phrase("Let {person} stand in", "{person} を代理にする", { person }), body, line);
    });
}

/** The teams whose lead is asked or escalated to, with the first such place. */
function leadsNeeded(model: Model): ReadonlyMap<string, Place> {
  const needed = new Map<string, Place>();
  for (const agreement of model.agreements.values())
    for (const [team, place] of leadsIn(agreement)) if (!needed.has(team)) needed.set(team, place);
  return needed;
}

function leadsIn(agreement: Agreement): ReadonlyMap<string, Place> {
  const known = leadsByAgreement.get(agreement);
  if (known) return known;
  const leads = new Map<string, Place>();
  const add = (who: Who | undefined, asker: string | undefined, place: Place) => {
    const team = who?.kind === "lead of" ? who.team : who?.kind === "lead of asker" ? asker : undefined;
    if (team !== undefined && !leads.has(team)) leads.set(team, place);
  };
  for (const { clause } of layersOf(agreement))
    for (const { value, place } of clause.lines.escalate?.value ?? []) add(value.to, undefined, place);
  for (const { verdicts, by } of promisesOf(agreement)) for (const { who, place } of verdicts) add(who, by, place);
  leadsByAgreement.set(agreement, leads);
  return leads;
}

/** An agreement that means the same is the same object, so at a keystroke one is read anew. */
const leadsByAgreement = new WeakMap<Agreement, ReadonlyMap<string, Place>>();

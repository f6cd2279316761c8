import type { HandleLines, Place, Verdict, Who } from "../../model/model.ts";
import type { Target } from "../../time/spec.ts";
import type { Company } from "../company.ts";
import { type AgreementsView, defineCheck, type Report } from "../define.ts";
import { page } from "../docs.ts";
import { type Layer, layersOf } from "../layers.ts";
import { teamsBehind, whoInWords } from "../people.ts";

/** Business time that no calendar counts. */
export const missingHours = defineCheck({
  code: "SLA216",
  name: "missing-hours",
  severity: "error",
  messages: {
    en: "This counts {unit}, but {who} has no hours, so it would never end. Give the team 'hours CALENDAR', or the clause.",
    ja: "{unit} で数えますが、{who} には営業時間がないため、期限が来ません。チームか条項に「hours カレンダー」を書いてください。",
  },
  docs: page(
    "Business minutes, hours and days are counted on a calendar: that of the clause's `hours`, else that of the team that does it; for `ask`, " +
      "that of the one who is asked. Without one there is no deadline.",
    {
      bad: `
team Logistics {
  lead    Ueda
  members Noda
  reach   via email at "logistics@example.co.jp"
}
request parcel
agreement parcels between Sales and Logistics {
  handle lost_parcels: parcel {
    by      Logistics
    via     email
    respond within 4 business hours
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  }
}
`,
      good: `
team Logistics {
  lead    Ueda
  members Noda
  hours   office
  reach   via email at "logistics@example.co.jp"
}
request parcel
agreement parcels between Sales and Logistics {
  handle lost_parcels: parcel {
    by      Logistics
    via     email
    respond within 4 business hours
  }
}
`,
    },
  ),
  scope: "agreement",
  run(view, report) {
    for (const agreement of view.agreements) {
      for (const layer of layersOf(agreement)) inLayer(view, layer, report);
      for (const { verdicts, cases } of agreement.commits)
        for (const verdict of [...verdicts, ...cases.flatMap((each) => each.verdicts)])
          inVerdict(view, verdict, report);
    }
  },
});

function inLayer({ company }: AgreementsView, { clause, lines }: Layer, report: Report<"unit" | "who">): void {
  const who = lines.by?.value;
  if (!who || lines.hours || lines.broken.includes("hours") || hasHours(company, who)) return;
  for (const { target, place } of targetsIn(clause.lines))
    if (isBusiness(target)) report(place, { unit: target.unit, who: whoInWords(who) });
}

function inVerdict({ company }: AgreementsView, { who, within, place }: Verdict, report: Report<"unit" | "who">): void {
  if (who && within && isBusiness(within) && !hasHours(company, who))
    report(place, { unit: within.unit, who: whoInWords(who) });
}

function targetsIn({ respond, resolve, escalate }: HandleLines): readonly { target: Target; place: Place }[] {
  const stated = [respond, resolve].flatMap((each) => (each ? [{ target: each.value, place: each.place }] : []));
  return [...stated, ...(escalate?.value ?? []).map(({ value, place }) => ({ target: value.after, place }))];
}

function isBusiness({ unit }: Target): boolean {
  return unit.startsWith("business");
}

/** A team with hours, or one that only the request knows. */
function hasHours(company: Company, who: Who): boolean {
  const teams = teamsBehind(company, who);
  return teams.length === 0 || teams.some((team) => team.hours !== undefined || team.broken.includes("hours"));
}

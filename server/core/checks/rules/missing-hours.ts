import type { HandleLines, Place, Verdict, Who } from "../../model/model.ts";
import type { Step } from "../../model/work.ts";
import type { Localized } from "../../text/localized.ts";
import type { Target } from "../../time/spec.ts";
import type { Company } from "../company.ts";
import { type AgreementsView, defineCheck, type Report } from "../define.ts";
import { page } from "../docs.ts";
import { type Layer, layersOf, linesUnder, promisesOf } from "../layers.ts";
import { teamsBehind, whoInWords } from "../people.ts";

/** Business time that no calendar counts. */
export const missingHours = defineCheck({
  code: "SLA216",
  name: "missing-hours",
  severity: "error",
  messages: {
    en: "This counts {unit}, but {who} has no hours, so it would never end. {advice}",
    ja: "{unit}で数えますが、{who} には営業時間がないため、期限が来ません。{advice}",
  },
  docs: () =>
    page(
      {
        en:
          "Business minutes, hours or days for which there is no calendar to count them on. Such a time would never end. It is " +
          "counted on the clause's `hours`, else on those of the team that does the work; for `ask`, on those of the one who is " +
          "asked; for a step, on those of its own team, whatever the clause says. Give the team `hours`.",
        ja:
          "数えるためのカレンダーがない、営業時間や営業日です。そのような期限は、いつまでも来ません。" +
          "条項に `hours` があればそのカレンダー、なければ担当チームのカレンダーで数えます。" +
          "`ask` では確認を受ける人の、手順ではその手順を担うチームのカレンダーで、条項の `hours` は関係しません。" +
          "チームに `hours` を書いてください。",
      },
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
      for (const { verdicts } of promisesOf(agreement))
        for (const verdict of verdicts) if (verdict.who && verdict.within) inVerdict(view, verdict, report);
    }
    for (const each of view.exceptions)
      if (each.lines.steps)
        inSteps(view.company, each.lines.steps.value, linesUnder(view.company, each).steps?.value ?? [], report);
  },
});

type Tell = Report<"unit" | "who" | "advice">;

function inLayer({ company }: AgreementsView, { clause, lines }: Layer, report: Tell): void {
  if (clause.lines.steps) inSteps(company, clause.lines.steps.value, lines.steps?.value ?? [], report);
  const who = lines.by?.value;
  if (!who || lines.hours || lines.broken.includes("hours") || hasHours(company, who)) return;
  for (const { target, place } of targetsIn(clause.lines)) {
    const unit = businessUnit(target);
    if (unit) report(place, { unit, who: whoInWords(who), advice: teamOrClause });
  }
}

/** A step counts on the calendar of its own team; one that is mended, on that of whoever mends it. */
function inSteps(company: Company, said: readonly Step[], all: readonly Step[], report: Tell): void {
  for (const { timing, who, back, place } of said) {
    const unit = timing.kind === "at next" ? openTimes : businessUnit(timing.target);
    if (unit && !hasHours(company, who)) report(place, { unit, who: whoInWords(who), advice: teamAlone });
    const mending = back?.within && businessUnit(back.within);
    const mender = mending && all.find(({ name }) => name === back.to)?.who;
    if (mender && !hasHours(company, mender))
      report(place, { unit: mending, who: whoInWords(mender), advice: teamAlone });
  }
}

function inVerdict({ company }: AgreementsView, { who, within, place }: Verdict, report: Tell): void {
  const unit = within && businessUnit(within);
  if (who && unit && !hasHours(company, who)) report(place, { unit, who: whoInWords(who), advice: teamAlone });
}

function targetsIn({ respond, resolve, escalate }: HandleLines): readonly { target: Target; place: Place }[] {
  const stated = [respond, resolve].flatMap((each) => (each ? [{ target: each.value, place: each.place }] : []));
  return [...stated, ...(escalate?.value ?? []).map(({ value, place }) => ({ target: value.after, place }))];
}

/** The unit in words, where a calendar counts it. */
function businessUnit({ unit }: Target): Localized | undefined {
  return unit.startsWith("business") ? { en: unit, ja: unit + " " } : undefined;
}

const openTimes: Localized = { en: "the hours of the team", ja: "チームの営業時間" };
const teamAlone: Localized = {
  en: "Give the team 'hours CALENDAR'.",
  ja: "チームに「hours カレンダー」を書いてください。",
};
const teamOrClause: Localized = {
  en: "Give the team 'hours CALENDAR', or the clause.",
  ja: "チームか条項に「hours カレンダー」を書いてください。",
};

/** A team with hours, or one that only the request knows. */
function hasHours(company: Company, who: Who): boolean {
  const teams = teamsBehind(company, who);
  return teams.length === 0 || teams.some((team) => team.hours !== undefined || team.broken.includes("hours"));
}

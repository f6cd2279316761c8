import type { Place, Who } from "../../model/model.ts";
import type { Company } from "../company.ts";
import { defineCheck, type Fix, type Report } from "../define.ts";
import { page } from "../docs.ts";
import { layersOf, promisesOf } from "../layers.ts";
import { phrase } from "../message.ts";
import { listed, teamsBehind } from "../people.ts";
import { textAt } from "../places.ts";

/** A person of several teams with different hours. */
export const ambiguousHours = defineCheck({
  code: "SLA409",
  name: "ambiguous-hours",
  severity: "error",
  messages: {
    en: "{person} is in {teams}, which have different hours, so nobody can tell by when this is due. Write '{person} of' and one of the teams.",
    ja: "{person} は営業時間の異なる {teams} に属しているため、期限が決まりません。「{person} of チーム」と書いてください。",
  },
  docs: () =>
    page(
      {
        en:
          "A person of several teams with different hours, who handles a clause or is asked before something is promised. Time is " +
          "counted on the hours of the person's team, so nobody can tell by when this is due. Write `PERSON of TEAM`. A clause " +
          "with its own `hours` is not affected.",
        ja:
          "依頼を担当したり、約束の前に確認を受けたりする人で、営業時間の異なる複数のチームに属している人です。" +
          "期限はその人のチームの営業時間で数えるため、いつまでなのか決まりません。`PERSON of TEAM` の形で書いてください。" +
          "条項に `hours` があれば、この問題は起きません。",
      },
      {
        bad: `
calendar early in Asia/Tokyo {
  open Mon..Fri 06:00-14:00
}
team Logistics {
  lead    Abe
  members Noda
  hours   early
  reach   via email at "logistics@example.co.jp"
  deputy  Noda for Abe
}
request parcel
agreement parcels between Sales and Support, Logistics {
  handle lost_parcels: parcel {
    by      Abe
    ^^^^^^^^^^^
    via     email
    respond within 4 business hours
  }
}
`,
        fixed: `
calendar early in Asia/Tokyo {
  open Mon..Fri 06:00-14:00
}
team Logistics {
  lead    Abe
  members Noda
  hours   early
  reach   via email at "logistics@example.co.jp"
  deputy  Noda for Abe
}
request parcel
agreement parcels between Sales and Support, Logistics {
  handle lost_parcels: parcel {
    by      Abe of Support
    via     email
    respond within 4 business hours
  }
}
`,
      },
    ),
  scope: "agreement",
  // Those whose hours count: the handlers of clauses without hours of their own, and the ones who are asked.
  run({ agreements, company }, report) {
    for (const agreement of agreements) {
      for (const { clause, lines } of layersOf(agreement))
        if (clause.lines.by && !lines.hours) ofDoer(company, clause.lines.by.value, clause.lines.by.place, report);
      for (const { verdicts } of promisesOf(agreement))
        for (const { who, place } of verdicts) if (who) ofDoer(company, who, place, report);
    }
  },
});

function ofDoer(company: Company, who: Who, place: Place, report: Report<"person" | "teams">): void {
  if (who.kind !== "person" || who.of !== undefined) return;
  const teams = teamsBehind(company, who);
  const hours = new Set(teams.flatMap((team) => team.hours?.value ?? []));
  if (hours.size < 2) return;
  const names = teams.map((team) => team.name);
  const fixes = names.map((team) => ofTeam(place, who.person, team));
  report(place, { person: who.person, teams: listed(names) }, { fixes });
}

function ofTeam(place: Place, person: string, team: string): Fix {
  const { item, span } = place;
  const at = span.start + textAt(place).indexOf(person) + person.length;
  return {
    title: phrase("Count on the hours of {team}", "{team} の営業時間で数える", { team }),
    edits: () => [{ place: { item, span: { start: at, end: at } }, newText: ` of ${team}` }],
  };
}

import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";

/** `PERSON of TEAM` where the person is not in the team. */
export const notInTeam = defineCheck({
  code: "SLA408",
  name: "not-in-team",
  severity: "error",
  messages: {
    en: "{person} is neither the lead nor a member of {team}, so the hours of {team} do not count. Correct one of the two, or add {person} to the team.",
    ja: "{person} は {team} のリーダーでもメンバーでもないため、{team} の時間では数えられません。どちらかを直すか、チームに加えてください。",
  },
  docs: () =>
    page(
      {
        en:
          "Somebody who is written as `PERSON of TEAM` and is not in that team. That says whose hours count for a person of " +
          "several teams, and the hours of this team do not. Correct one of the two, or add the person to the team.",
        ja:
          "`PERSON of TEAM` と書かれているのに、そのチームに属していない人です。" +
          "複数のチームに属する人をどのチームの営業時間で数えるかを示す書き方なので、属していないチームの時間では数えられません。" +
          "人かチームを直すか、その人をチームに加えてください。",
      },
      {
        bad: `
request parcel
agreement parcels between Sales and Support {
  handle lost_parcels: parcel {
    by  Mori of Support
        ^^^^
    via email
  }
}
`,
        good: `
request parcel
agreement parcels between Sales and Support {
  handle lost_parcels: parcel {
    by  Ito of Support
    via email
  }
}
`,
      },
    ),
  scope: "names",
  run({ problems }, report) {
    for (const { place, person, team } of problems("not in team")) report(place, { person, team });
  },
});

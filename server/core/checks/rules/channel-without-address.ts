import type { HandleLines } from "../../model/model.ts";
import type { Company } from "../company.ts";
import { defineCheck, type Report } from "../define.ts";
import { page } from "../docs.ts";
import { layersOf } from "../layers.ts";
import { teamsBehind } from "../people.ts";

/** A channel of a clause by which its team cannot be reached. */
export const channelWithoutAddress = defineCheck({
  code: "SLA407",
  name: "channel-without-address",
  severity: "warning",
  messages: {
    en: "{team} has no address for '{channel}', so nobody who is sent there knows where to write. Add 'reach via {channel} at \"…\"' to {team}.",
    ja: '{team} には「{channel}」の宛先がないため、案内されても連絡先が分かりません。{team} に「reach via {channel} at "…"」を加えてください。',
  },
  docs: () =>
    page(
      {
        en:
          "A channel in `via` for which the team that handles the clause has no `reach` line. A request that comes by the wrong " +
          "channel is sent to the right one with the team's address there; without an address nobody knows where to write. Add " +
          "the line to the team.",
        ja:
          "条項の `via` にあるのに、担当チームに `reach` の行がない連絡手段です。" +
          "違う連絡手段で来た依頼は、正しい連絡手段と、そこでのチームの宛先へ案内されます。宛先がなければ、案内された人は連絡のしようがありません。" +
          "チームに宛先の行を加えてください。",
      },
      {
        bad: `
team Logistics {
  lead    Ueda
  members Noda
  hours   office
  reach   via email at "logistics@example.co.jp"
}
request parcel
agreement parcels between Sales and Logistics {
  handle lost_parcels: parcel {
    by  Logistics
    via email, phone
    ^^^^^^^^^^^^^^^^
  }
}
`,
        good: `
team Logistics {
  lead    Ueda
  members Noda
  hours   office
  reach   via email at "logistics@example.co.jp"
  reach   via phone at "+81-3-5555-0200"
}
request parcel
agreement parcels between Sales and Logistics {
  handle lost_parcels: parcel {
    by  Logistics
    via email, phone
  }
}
`,
      },
    ),
  scope: "agreement",
  run({ agreements, exceptions, company }, report) {
    for (const agreement of agreements)
      for (const { clause, lines } of layersOf(agreement))
        if (clause.lines.by || clause.lines.via) inLines(company, lines.by, lines.via, report);
    for (const { base, lines } of exceptions) inLines(company, lines.by ?? handlerOf(company, base), lines.via, report);
  },
});

function inLines(
  company: Company,
  by: HandleLines["by"],
  via: HandleLines["via"],
  report: Report<"team" | "channel">,
): void {
  const [team] = by && via ? teamsBehind(company, by.value) : [];
  if (!team) return;
  for (const { value, place } of via?.value ?? [])
    for (const channel of value.channels)
      if (!team.reach.some((each) => each.value.channel === channel))
        report(place, { team: team.name, channel }, { unlessUnread: channel });
}

/** Who handles the clause, or the case, that an exception bends. */
function handlerOf(company: Company, base: string): HandleLines["by"] {
  const clause = company.clause(base);
  if (clause?.kind !== "handle") return undefined;
  const outer = base.lastIndexOf(".");
  return clause.lines.by ?? (outer < 0 ? undefined : handlerOf(company, base.slice(0, outer)));
}

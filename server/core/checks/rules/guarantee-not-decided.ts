import type { HandleClause, Model } from "../../model/model.ts";
import type { Unheld } from "../../prover/time/kept.ts";
import type { Localized } from "../../text/localized.ts";
import { lineAfter } from "../amountFixes.ts";
import { ifRight } from "../attempts.ts";
import { type Attempt, defineCheck, type Fix } from "../define.ts";
import { page } from "../docs.ts";
import { addLineFix, writtenName } from "../fixes.ts";
import { guaranteedTargets } from "../guarantees.ts";
import { phrase } from "../message.ts";
import { textAt } from "../places.ts";

/** A guarantee of which nobody can say whether it is kept. */
export const guaranteeNotDecided = defineCheck({
  code: "SLA712",
  name: "guarantee-not-decided",
  severity: "info",
  undecidedOf: "guarantee-not-kept",
  messages: {
    en: "Whether '{name}' is kept is not decided for {kind}: {reason}",
    ja: "「{name}」が {kind} について守られるかは判定できません。{reason}",
  },
  docs: () =>
    page(
      {
        en:
          "A guarantee of which it could not be told whether the clauses keep it. Where these say no time, or whose hours count " +
          "depends on the single request, nothing is proved, and nothing is assumed. The message says which it is, and what would " +
          "decide it.",
        ja:
          "守られるかどうかを判定できなかった保証です。" +
          "条項に期限がないときや、誰の営業時間で数えるかが依頼ごとに違うときは、何も証明できず、何も仮定しません。" +
          "どれに当たり、どうすれば判定できるかは、メッセージに示します。",
      },
      {
        bad: `
request parcel
agreement parcels between Sales and Support {
  effective 2026-04-01..2027-03-31
  handle lost_parcels: parcel {
    by  Support
    via email
  }
  guarantee found: parcel to customers {
    resolve within 14 calendar days
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  }
}
`,
        fixed: `
request parcel
agreement parcels between Sales and Support {
  effective 2026-04-01..2027-03-31
  handle lost_parcels: parcel {
    by      Support
    via     email
    resolve within 14 calendar days
  }
  guarantee found: parcel to customers {
    resolve within 14 calendar days
  }
}
`,
      },
    ),
  scope: "proof",
  run(model, report, context) {
    for (const { guarantee, stated, results } of guaranteedTargets(model, context))
      for (const { group, kept } of results) {
        const [first] = kept.worst ? [] : kept.undecided;
        if (!first) continue;
        const holes = { name: guarantee.name, kind: group.kind.name, reason: reasonOf(first) };
        report(stated.place, holes, { attempts: () => attemptsFor(model, first, textAt(stated.place)) });
      }
  },
});

/** The clause says the time that is promised, or whose hours count. */
function attemptsFor(model: Model, { because, clause: id = "" }: Unheld, promise: string): readonly Attempt[] {
  const clause = model.clauses.get(id);
  if (clause?.kind !== "handle") return [];
  switch (because) {
    case "no target":
      return [ifRight(withLine(clause, promise))];
    case "no hours":
    case "hours differ":
      return hoursOfParties(model, clause).map((hours) => ifRight(withLine(clause, `hours ${writtenName(hours)}`)));
    case "unhandled":
    case "declined":
    case "conflict":
    case "too many steps":
      return [];
    default:
      return because satisfies never;
  }
}

function withLine({ id, lines, whole }: HandleClause, line: string): Fix {
  const title = phrase("Add '{line}' to '{clause}'", "「{clause}」に「{line}」を加える", { line, clause: id });
  const above = lines.via?.value.at(-1)?.place ?? lines.by?.place;
  return above ? { title, edits: () => [lineAfter(above, [line])] } : addLineFix(title, whole, line);
}

function hoursOfParties({ agreements, teams }: Model, { agreement }: HandleClause): readonly string[] {
  const parties = agreements.get(agreement)?.parties ?? [];
  return [...new Set(parties.flatMap((party) => teams.get(party)?.hours?.value ?? []))];
}

function reasonOf({ because, clause = "" }: Unheld): Localized {
  switch (because) {
    case "unhandled":
      return {
        en: "not every such request has a handler. Add the clause that handles it.",
        ja: "担当のない依頼があります。扱う条項を加えてください。",
      };
    case "no target":
      return phrase(
        "'{clause}' says no time to compare with. Give it a target, or steps.",
        "「{clause}」に比べられる期限がありません。期限か手順を書いてください。",
        { clause },
      );
    case "no hours":
      return phrase(
        "there are no hours to count on beside '{clause}'. Write 'hours CALENDAR'.",
        "「{clause}」には数えるための営業時間がありません。「hours カレンダー」を書いてください。",
        { clause },
      );
    case "hours differ":
      return phrase(
        "whose hours count in '{clause}' depends on the customer or on who asks. Give the clause 'hours CALENDAR'.",
        "「{clause}」では、誰の営業時間で数えるかが顧客や依頼者によって違います。条項に「hours カレンダー」を書いてください。",
        { clause },
      );
    case "declined":
      return phrase(
        "'{clause}' declines some of these requests. Leave them out of the guarantee.",
        "「{clause}」が断る依頼があります。保証から除いてください。",
        { clause },
      );
    case "conflict":
      return phrase(
        "'{clause}' and another clause contradict each other there. Settle that first.",
        "「{clause}」と別の条項が食い違っています。先にそれを直してください。",
        { clause },
      );
    case "too many steps":
      return phrase("'{clause}' has too many cases to go through.", "「{clause}」は場合分けが多すぎます。", { clause });
    default:
      return because satisfies never;
  }
}

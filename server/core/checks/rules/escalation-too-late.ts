import type { Localized } from "../../text/localized.ts";
import type { Instant } from "../../time/spec.ts";
import type { Zone } from "../../time/zone.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { byPlace, regionOf, timesCovered } from "../ladders.ts";
import { whoInWords } from "../people.ts";
import { dueInWords, exampleAt, instantInWords } from "../proofs.ts";
import { earlierAttempts } from "../rungFixes.ts";
import { targetInWords } from "../words.ts";

/** An escalation that comes when there is nothing left to be saved. */
export const escalationTooLate = defineCheck({
  code: "SLA714",
  name: "escalation-too-late",
  severity: "warning",
  messages: {
    en: "'{who}' hears of it when it is too late{region}: {example} {escalated}, and '{target}' is over at {due}. Escalate earlier, or give more time.",
    ja: "「{who}」に届くのが遅すぎます{region}。{example} {escalated}、「{target}」の期限は {due} です。もっと早く上げるか、期限を延ばしてください。",
  },
  docs: () =>
    page(
      {
        en:
          "A ladder that reaches somebody with authority only when the target is over. " +
          "A ladder is there to save a target, so the first rung to somebody with authority, a lead, has to fire before that is over: before `resolve`, or " +
          "before `respond` where nothing else is stated. One that fires after `respond` and before `resolve` comes too late for the answer and " +
          "in time for the work, so it is not found. Rungs to others count where no lead is on the ladder. Looked at is every minute at " +
          "which a request can come, in every case and under every exception.",
        ja:
          "権限のある人に届くのが期限の後になるエスカレーションです。" +
          "エスカレーションは期限を守るためのものです。そのため、権限のある人（リーダー）への最初の段階は、`resolve` の期限より前に（`resolve` がなければ `respond` の期限より前に）来なければ" +
          "なりません。`respond` と `resolve` の間に来るものは、回答には遅くても解決には間に合うため、指摘しません。リーダーへの段階がないときは、ほかの段階で判断します。すべての場合分けと例外について、依頼が来得るすべての分を調べます。",
      },
      {
        bad: `
request parcel { urgency: today | normal }
agreement parcels between Sales and Support {
  handle lost_parcels: parcel {
    by       Support
    via      email
    resolve  within 2 business days
    escalate after 6 business hours to lead of Support
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

    case today: parcel when urgency is today {
      resolve within 4 business hours
    }
  }
}
`,
        fixed: `
request parcel { urgency: today | normal }
agreement parcels between Sales and Support {
  handle lost_parcels: parcel {
    by       Support
    via      email
    resolve  within 2 business days
    escalate after 6 business hours to lead of Support

    case today: parcel when urgency is today {
      resolve  within 4 business hours
      escalate after 2 business hours to lead of Support
    }
  }
}
`,
      },
    ),
  property: {
    proved: () => ({
      en: "every escalation reaches somebody with authority before resolve is over, or respond where nothing is to be resolved",
      ja: "エスカレーションはすべて、resolve の期限（なければ respond の期限）より前に、権限のある人へ届きます",
    }),
    broken: () => ({ en: "an escalation comes when it is too late", ja: "遅すぎるエスカレーションがあります" }),
    undecided: { en: "whether every escalation comes in time", ja: "エスカレーションがすべて間に合うか" },
    covered: timesCovered,
  },
  scope: "proof",
  run(model, report, context) {
    const late = byPlace(
      model,
      context,
      (ladders) => ladders.late,
      ({ rung }) => rung.place,
    );
    for (const [place, { group, found }] of late) {
      const [worst] = [...found].sort((one, other) => other.end - other.due - (one.end - one.due));
      if (!worst) continue;
      const { zone } = group.space;
      const boxes = found.flatMap(({ box, arrival }) => (arrival === worst.arrival ? [box] : []));
      const { example, words } = exampleAt(group, model, boxes, worst.arrival);
      const who = whoInWords(worst.rung.value.to);
      const due = dueInWords(zone, worst.due);
      const related = [{ place: worst.target.place, note: { en: "the target", ja: "期限" } }];
      const holes = {
        who,
        region: regionOf(group, model, found),
        example: words,
        escalated: escalatedInWords(zone, worst.end),
        due,
        target: targetInWords(worst.what, worst.target.value),
      };
      report(place, holes, { examples: [example], related, attempts: () => earlierAttempts(worst) });
    }
  },
});

/** When a rung fires; never, where the hours that it counts on never come. */
function escalatedInWords(zone: Zone, at: Instant): Localized {
  if (at === Number.POSITIVE_INFINITY)
    return {
      en: "is never escalated, as the hours that count for it never come",
      ja: "は、数える営業時間が来ないためエスカレーションされず",
    };
  const { en, ja } = instantInWords(zone, at);
  return { en: `is escalated at ${en}`, ja: `のエスカレーションは ${ja} で` };
}

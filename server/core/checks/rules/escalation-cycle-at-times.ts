import type { Model, Place } from "../../model/model.ts";
import type { BackRung } from "../../prover/time/back.ts";
import type { Localized } from "../../text/localized.ts";
import { companyOf } from "../company.ts";
import { rangesInWords } from "../datesInWords.ts";
import { type Attempt, defineCheck } from "../define.ts";
import { otherDeputyAttempts } from "../deputyFixes.ts";
import { page } from "../docs.ts";
import { rungsBack } from "../ladder.ts";
import { byPlace, regionOf } from "../ladders.ts";
import { layersOf } from "../layers.ts";
import { phrase } from "../message.ts";
import { whoInWords } from "../people.ts";
import { exampleAt, instantInWords } from "../proofs.ts";
import { elsewhereAttempts } from "../rungFixes.ts";

/** An escalation that on some days reaches the person who has the request already. */
export const escalationCycleAtTimes = defineCheck({
  code: "SLA717",
  name: "escalation-cycle-at-times",
  severity: "info",
  messages: {
    en: "On {days} this rung leads back to '{person}', who {since}{region}. For example, {example} is escalated at {at}, and nobody new hears of it. Name somebody else, or another deputy.",
    ja: "{days} に起こるこの段階は、{since}「{person}」に戻ります{region}。例：{example} のエスカレーションは {at} ですが、新しい人には届きません。別の人か、別の代理を書いてください。",
  },
  docs: () =>
    page(
      {
        en:
          "A rung that on some days reaches the person who has the request already, because of the clause or of an earlier rung. " +
          "The deputy may be on duty in the week in which the lead is away, or a turn may come round to somebody on the ladder; " +
          "then nobody new is told. Name somebody else in that rung, or another deputy. Every time from today on at which a rung " +
          "can fire is held against who has the request by then: turns, absences and deputies. A team that answers as a whole is " +
          "no person. What leads back on all days is `escalation-to-the-same` or `escalation-cycle`.",
        ja:
          "条項や前の段階によって既に依頼を持っている人に、日によってはまた届いてしまうエスカレーションです。" +
          "リーダーの不在の週にその代理が当番だったり、段階に書かれた人に当番が回ってきたりすると、新しい人には誰にも知らされません。" +
          "その段階の相手か、代理を別の人にしてください。" +
          "今日以降に段階が起こり得るすべての時刻について、その時までに誰が依頼を持っているかを、当番、不在、代理から調べます。" +
          "全員で応えるチームは一人とは数えません。" +
          "いつも戻る場合は `escalation-to-the-same` か `escalation-cycle` が指摘します。",
      },
      {
        bad: `
team Workshop {
  lead    Ueda
  members Noda, Hara, Oka
  hours   office
  reach   via email at "workshop@example.co.jp"
  duty    Noda, Hara weekly from 2026-04-06
  deputy  Noda for Ueda
  away    Ueda 2026-09-07..2026-09-11
}
request repair
agreement repairs between Sales and Workshop {
  handle repairs: repair {
    by       Workshop
    via      email
    respond  within 4 business hours
    escalate after 2 business hours to lead of Workshop
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  }
}
`,
        fixed: `
team Workshop {
  lead    Ueda
  members Noda, Hara, Oka
  hours   office
  reach   via email at "workshop@example.co.jp"
  duty    Noda, Hara weekly from 2026-04-06
  deputy  Oka for Ueda
  away    Ueda 2026-09-07..2026-09-11
}
request repair
agreement repairs between Sales and Workshop {
  handle repairs: repair {
    by       Workshop
    via      email
    respond  within 4 business hours
    escalate after 2 business hours to lead of Workshop
  }
}
`,
      },
    ),
  scope: "proof",
  run(model, report, context) {
    const back = byPlace(
      model,
      context,
      (ladders) => ladders.back,
      ({ rung }) => rung.place,
    );
    const told = toldWithoutDates(model);
    for (const [place, { group, found }] of back) {
      const [first] = [...found].sort((one, other) => one.at - other.at || one.arrival - other.arrival);
      if (!first || told.has(place)) continue;
      const alike = found.filter(({ person, since }) => person === first.person && since === first.since);
      const boxes = alike.flatMap(({ box, arrival }) => (arrival === first.arrival ? [box] : []));
      const { example, words } = exampleAt(group, model, boxes, first.arrival);
      const holes = {
        days: rangesInWords(first.dates),
        person: first.person,
        since: sinceOf(first),
        region: regionOf(group, model, alike),
        example: words,
        at: instantInWords(group.space.zone, first.at),
      };
      const related = first.since
        ? [{ place: first.since.place, note: { en: "the rung before", ja: "前の段階" } }]
        : [];
      report(place, holes, { examples: [example], related, attempts: () => attemptsFor(model, first) });
    }
  },
});

/** Another deputy, or somebody else. */
function attemptsFor(model: Model, { person, rung, terms }: BackRung): readonly Attempt[] {
  return [...otherDeputyAttempts(model, person), ...elsewhereAttempts(model, rung, terms)];
}

/** Rungs of which checks of the text alone tell. */
function toldWithoutDates(model: Model): ReadonlySet<Place> {
  const company = companyOf(model);
  const layers = [...model.agreements.values()].flatMap(layersOf);
  return new Set(layers.flatMap((layer) => rungsBack(company, layer)));
}

function sinceOf({ since }: BackRung): Localized {
  if (!since) return { en: "handles the request already", ja: "既に依頼を担当している" };
  return phrase("has had it since the rung to '{who}'", "「{who}」への段階で既に依頼を受けている", {
    who: whoInWords(since.value.to),
  });
}

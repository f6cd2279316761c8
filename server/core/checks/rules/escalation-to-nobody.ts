import type { Model } from "../../model/model.ts";
import type { UntakenRung } from "../../prover/time/ladders.ts";
import type { Localized } from "../../text/localized.ts";
import { companyOf } from "../company.ts";
import { rangeInWords } from "../datesInWords.ts";
import { type Attempt, defineCheck } from "../define.ts";
import { standInAttempts } from "../deputyFixes.ts";
import { page } from "../docs.ts";
import { byPlace, regionOf, takersCovered } from "../ladders.ts";
import { phrase } from "../message.ts";
import { personBehind, whoInWords } from "../people.ts";
import { exampleAt, instantInWords } from "../proofs.ts";
import { elsewhereAttempts } from "../rungFixes.ts";

/** An escalation that fires when nobody is there to take it. */
export const escalationToNobody = defineCheck({
  code: "SLA715",
  name: "escalation-to-nobody",
  severity: "warning",
  messages: {
    en: "This rung reaches nobody{region}: {why}. For example, {example} is escalated at {at}. Name somebody who is there then, or a deputy.",
    ja: "この段階は誰にも届かないことがあります{region}。{why}。例：{example} のエスカレーションは {at} です。その時にいる人か代理を書いてください。",
  },
  docs: () =>
    page(
      {
        en:
          "A rung that can fire when nobody is there whom it would reach. " +
          "A rung fires whatever the hours of the one it names. From today on, every time at which it can fire is held against who is there then: " +
          "turns on duty, absences, deputies, and the hours of the team. The one whose hours just end is still there.",
        ja:
          "届くはずの相手がいない時に上がることのあるエスカレーションです。" +
          "エスカレーションの段階は、相手の営業時間に関係なく起こります。今日以降に起こり得るすべての時刻について、その時に誰がいるかを調べます。当番、不在、代理、チームの営業時間を見ます。" +
          "営業時間が終わるちょうどその時刻は、まだいるものとします。",
      },
      {
        bad: `
team Workshop {
  lead    Ueda
  members Noda, Hara
  hours   office
  reach   via email at "workshop@example.co.jp"
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
  members Noda, Hara
  hours   office
  reach   via email at "workshop@example.co.jp"
  away    Ueda 2026-09-07..2026-09-11
  deputy  Noda for Ueda
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
  property: {
    proved: () => ({
      en: "every escalation reaches somebody who is there",
      ja: "エスカレーションはすべて、その時にいる人に届きます",
    }),
    broken: () => ({ en: "an escalation reaches nobody", ja: "誰にも届かないエスカレーションがあります" }),
    undecided: { en: "whether every escalation reaches somebody", ja: "エスカレーションがすべて誰かに届くか" },
    covered: takersCovered,
  },
  scope: "proof",
  run(model, report, context) {
    const untaken = byPlace(
      model,
      context,
      (ladders) => ladders.untaken,
      ({ rung }) => rung.place,
    );
    for (const [place, { group, found }] of untaken) {
      const [first] = [...found].sort(
        (one, other) => one.because.localeCompare(other.because) || one.arrival - other.arrival,
      );
      if (!first) continue;
      const alike = found.filter(({ because }) => because === first.because);
      const boxes = alike.flatMap(({ box, arrival }) => (arrival === first.arrival ? [box] : []));
      const { example, words } = exampleAt(group, model, boxes, first.arrival);
      const at = instantInWords(group.space.zone, first.at);
      const holes = { region: regionOf(group, model, alike), why: whyOf(first), example: words, at };
      report(place, holes, { examples: [example], attempts: () => attemptsFor(model, first) });
    }
  },
});

/** Somebody stands in, or somebody else is named. */
function attemptsFor(model: Model, { because, rung, terms }: UntakenRung): readonly Attempt[] {
  const person = because === "nobody" ? personBehind(companyOf(model), rung.value.to) : undefined;
  const standIns = person === undefined ? [] : standInAttempts(model, person);
  return [...standIns, ...elsewhereAttempts(model, rung, terms)];
}

function whyOf({ because, dates, rung }: UntakenRung): Localized {
  const who = whoInWords(rung.value.to);
  if (because === "off hours")
    return phrase("it can fire outside the hours of '{who}'", "「{who}」の営業時間の外に起こり得ます", { who });
  if (!dates || dates.last - dates.first > 366)
    return phrase("nobody can be '{who}'", "「{who}」に当たる人がいません", { who });
  return phrase(
    "'{who}' is away without anybody in their place, {dates}",
    "「{who}」が不在で、代わる人もいません（{dates}）",
    {
      who,
      dates: rangeInWords(dates),
    },
  );
}

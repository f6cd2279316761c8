import type { Model } from "../../model/model.ts";
import { type Attempt, defineCheck } from "../define.ts";
import { standInAttempts, whomReplaces } from "../deputyFixes.ts";
import { page } from "../docs.ts";
import { singlesTold } from "../singles.ts";

/** Somebody without whom nobody is left on some days, since others are away then. */
export const singlePersonAtTimes = defineCheck({
  code: "SLA721",
  name: "single-person-at-times",
  severity: "info",
  messages: {
    en: "On {days} only {person} can {task}, since others are away; if {person} is away as well, nobody is left. For example: {example}. Move an absence, or name another deputy.",
    ja: "{days} は、ほかの人が不在のため、{task}のは {person} だけです。{person} も不在になると、誰もいません。例：{example}。不在の日をずらすか、代理を増やしてください。",
  },
  docs: () =>
    page(
      {
        en:
          "Days from today on on which one person alone is left to handle requests or to be asked before something is promised, " +
          "because others are away or have handed over. If that person is away as well, nobody is left. Move an absence, or name " +
          "another deputy. What one person is alone in all the time is `single-person`. Of a step it is not told on which days " +
          "one person is left: when it is done depends on the steps before it.",
        ja:
          "今日以降で、ほかの人の不在や引き継ぎのため、依頼を担当できる人や約束の前に確認できる人が一人だけになる日です。その人も休めば、誰もいません。" +
          "不在の日程を変えるか、別の代理を決めてください。いつも一人だけの場合は `single-person` が指摘します。" +
          "手順については、いつ行うかが前の手順によるため、どの日に一人だけになるかまでは指摘しません。",
      },
      {
        bad: `
team Couriers {
  lead    Ueda
  members Noda
  hours   office
  reach   via email at "couriers@example.co.jp"
  away    Noda 2026-09-07..2026-09-11
}
request parcel
agreement parcels between Sales and Couriers {
  handle lost_parcels: parcel {
    by  Couriers
    ^^^^^^^^^^^^
    via email
  }
}
`,
        good: `
team Couriers {
  lead    Ueda
  members Noda, Oka
  hours   office
  reach   via email at "couriers@example.co.jp"
  away    Noda 2026-09-07..2026-09-11
}
request parcel
agreement parcels between Sales and Couriers {
  handle lost_parcels: parcel {
    by  Couriers
    via email
  }
}
`,
      },
    ),
  scope: "proof",
  run(model, report, context) {
    for (const { place, related, examples, ...holes } of singlesTold(model, context, "at times"))
      report(place, holes, { related, examples, attempts: () => attemptsFor(model, holes.person) });
  },
});

/** Whoever is alone is so in their own stead, or in that of somebody who is away. */
function attemptsFor(model: Model, person: string): readonly Attempt[] {
  return [person, ...whomReplaces(model, person)].flatMap((each) => standInAttempts(model, each));
}

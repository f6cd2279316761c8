import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { singlesCovered, singlesTold } from "../singles.ts";

/** Somebody without whom nobody is left to do something. */
export const singlePerson = defineCheck({
  code: "SLA401",
  name: "single-person",
  severity: "warning",
  messages: {
    en: "Only {person} can {task}, so on a day on which {person} is away nobody is left; for example: {example}. Name a deputy, or let a team of two or more do it.",
    ja: "{task}のは {person} だけなので、不在の日には誰もいません。例：{example}。代理を決めるか、二人以上のチームの担当にしてください。",
  },
  docs: () =>
    page(
      {
        en:
          "One person alone who can handle requests, do a step of them, or be asked before something is promised. That stops when " +
          "the person is on holiday or leaves: it neither scales nor lasts. Name a deputy, or let a team of two or more do it. " +
          "Everybody who would stand in counts: whose turn it is, deputies, the others in turn, and the lead.",
        ja:
          "一人だけが依頼を担当でき、手順を行え、または約束の前に確認できる状態です。その人が休んだり辞めたりすると止まり、仕事が増えれば回らず、長続きもしません。" +
          "代理を決めるか、二人以上のチームの担当にしてください。当番の人、代理、次の当番、リーダーなど、代わりに応じる人はすべて数えます。",
      },
      {
        bad: `
team Couriers {
  lead  Ueda
  hours office
  reach via email at "couriers@example.co.jp"
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
  members Noda
  hours   office
  reach   via email at "couriers@example.co.jp"
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
  property: {
    // On which days a step is done depends on the steps before it.
    proved: () => ({
      en: "nobody is alone in handling or being asked on any day, nor always in a step",
      ja: "対応や確認を一人だけに頼る日はなく、いつも一人だけに頼る手順もありません",
    }),
    broken: () => ({ en: "somebody is alone in something", ja: "一人だけに頼っている仕事があります" }),
    undecided: { en: "whether somebody is alone in something", ja: "一人だけに頼っている仕事がないか" },
    covered: singlesCovered,
    alsoBy: ["single-person-at-times", "deputy-missing", "customer-without-backup"],
  },
  scope: "proof",
  run(model, report, context) {
    for (const { place, person, task, example, related, examples } of singlesTold(model, context, "always"))
      report(place, { person, task, example }, { related, examples });
  },
});

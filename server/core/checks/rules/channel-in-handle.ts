import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";

/** A handle clause whose condition asks for the channel. */
export const channelInHandle = defineCheck({
  code: "SLA117",
  name: "channel-in-handle",
  severity: "error",
  messages: {
    en: "Who handles a request cannot depend on its channel, because a request by the wrong channel is sent to the right one. List channels with 'via'.",
    ja: "違う連絡手段で来た依頼は正しい連絡手段へ案内されるため、担当を連絡手段で決めることはできません。連絡手段は「via」の行に書いてください。",
  },
  docs: () =>
    page(
      {
        en:
          "A condition on the channel in a `handle` clause. What a request is about decides who handles it, and a request by a " +
          "channel that the clause does not list is redirected; with such a condition, sent again by another channel, it would be " +
          "another request. List the channels with `via`. In `commit` clauses, `impossible` and `prove` the channel may be asked.",
        ja:
          "`handle` の条項にある、連絡手段についての条件です。" +
          "担当は依頼の内容で決まり、条項に挙げられていない連絡手段で来た依頼は、正しい連絡手段へ案内されます。" +
          "連絡手段を条件にすると、同じ依頼を別の手段で送り直したときに、別の依頼になってしまいます。連絡手段は `via` の行に書いてください。" +
          "`commit` の条項と `impossible`、`prove` では、連絡手段を条件に使えます。",
      },
      {
        bad: `
request outage
agreement support between Sales and Support {
  handle outages: outage when channel is phone {
                              ^^^^^^^
    by  Support
    via phone
  }
}
`,
        good: `
request outage
agreement support between Sales and Support {
  handle outages: outage {
    by  Support
    via phone
  }
}
`,
      },
    ),
  scope: "names",
  run({ problems }, report) {
    for (const { place } of problems("channel in handle")) report(place, {});
  },
});

import type { Named } from "../../model/model.ts";
import { unusedOf } from "../../model/references.ts";
import { symbolOf } from "../../model/symbol.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";

/** A calendar or an attribute that nothing uses. */
export const unusedDeclaration = defineCheck({
  code: "SLA501",
  name: "unused-declaration",
  severity: "hint",
  tag: "unnecessary",
  messages: {
    en: "Nothing uses '{name}', so it changes no decision. Use it, or delete it so that nobody wonders what it is for.",
    ja: "「{name}」はどこでも使われていないため、判断には影響しません。使うか、紛らわしくないように削除してください。",
  },
  docs: () =>
    page(
      {
        en:
          "A calendar or an attribute that no team, customer, clause or condition names. It does no harm, but people look for " +
          "what it is about. Use it, or delete it. Channels are not reported: a request can come by one that no clause lists, and " +
          "is redirected. As long as there is no agreement at all, nothing is reported.",
        ja:
          "どのチーム、顧客、条項、条件にも出てこないカレンダーや属性です。害はありませんが、読む人は何のためのものかを探してしまいます。" +
          "使うか、削除してください。連絡手段は対象外です。どの条項にも挙げられていない連絡手段で依頼が来れば、正しい連絡手段へ案内されるからです。" +
          "取り決めが一つもないうちは指摘しません。",
      },
      {
        bad: `
attribute region of customer: east | west
          ^^^^^^
`,
        good: `
attribute region of customer: east | west
request visit
agreement visits between Sales and Support {
  commit free_visits: visit by Sales {
    may when region is east
    never when region is not east
  }
}
`,
      },
    ),
  scope: "model",
  run(model, report) {
    if (model.agreements.size === 0) return;
    const declared = new Map<string, Named>();
    for (const each of model.calendars.values()) declared.set(symbolOf("calendar", each.name), each);
    for (const each of model.attributes.values()) declared.set(symbolOf("attribute", each.name), each);
    const unused = unusedOf(model, declared.keys());
    for (const [symbol, { name, place }] of declared)
      if (unused.has(symbol)) report(place, { name }, { unlessUnread: name });
  },
});

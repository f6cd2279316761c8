import type { Named } from "../../model/model.ts";
import { usedSymbols } from "../../model/references.ts";
import { symbolOf } from "../../model/symbol.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";

/** A calendar, channel or attribute that nothing uses. */
export const unusedDeclaration = defineCheck({
  code: "SLA501",
  name: "unused-declaration",
  severity: "hint",
  tag: "unnecessary",
  messages: {
    en: "Nothing uses '{name}', so it changes no decision. Use it, or delete it so that nobody wonders what it is for.",
    ja: "「{name}」はどこでも使われていないため、判断には影響しません。使うか、紛らわしくないように削除してください。",
  },
  docs: page(
    "A calendar, a channel or an attribute that no team, customer, clause or condition names. It does no harm, but people look for what it is " +
      "about. As long as there is no agreement at all, nothing is reported.",
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
  }
}
`,
    },
  ),
  scope: "model",
  run(model, report) {
    if (model.agreements.size === 0) return;
    const used = usedSymbols(model);
    const tables = { calendar: model.calendars, channel: model.channels, attribute: model.attributes };
    for (const space of ["calendar", "channel", "attribute"] as const)
      for (const { name, place } of tables[space].values() satisfies Iterable<Named>)
        if (!used.has(symbolOf(space, name))) report(place, { name });
  },
});

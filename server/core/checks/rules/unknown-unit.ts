import { writtenAmount } from "../../model/constantText.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { replaceFix } from "../fixes.ts";
import { anyOf, phrase } from "../message.ts";
import { textAt } from "../places.ts";

/** A pair of words that is no unit of time. */
export const unknownUnit = defineCheck({
  code: "SLA202",
  name: "unknown-unit",
  severity: "error",
  messages: {
    en: "There are no {written}, so this time cannot be counted. Write {readings}.",
    ja: "{written} という単位はないため、数えられません。{readings}を書いてください。",
  },
  docs: () =>
    page(
      {
        en:
          "A unit that does not exist, such as `clock days` or `calendar hours`. A clock does not show days, and a calendar no " +
          "hours, so the time cannot be counted. Minutes and hours are `business` or `clock`, days are `business` or `calendar`.",
        ja:
          "`clock days` や `calendar hours` など、存在しない単位です。時計に日はなく、暦に時間はないため、数えられません。" +
          "分と時間は `business` か `clock`、日は `business` か `calendar` で数えます。",
      },
      {
        bad: `
request outage
agreement support between Sales and Support {
  handle outages: outage {
    by      Support
    via     email
    resolve within 3 clock days
                   ^^^^^^^^^^^^
  }
}
`,
        fixed: `
request outage
agreement support between Sales and Support {
  handle outages: outage {
    by      Support
    via     email
    resolve within 3 business days
  }
}
`,
      },
    ),
  scope: "names",
  run({ problems }, report) {
    for (const { place, clock, unit, readings } of problems("unknown unit")) {
      const amount = /^[\d_.]+/.exec(textAt(place))?.[0];
      const fixes = readings.map((reading) => {
        const meant = amount === undefined ? reading : writtenAmount(amount, reading);
        return replaceFix(phrase("Write {meant}", "{meant} と書く", { meant }), place, meant);
      });
      report(place, { written: `${clock} ${unit}`, readings: anyOf(readings) }, { fixes });
    }
  },
});

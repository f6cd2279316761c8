import type { Declaration, Name } from "../../syntax/tree.ts";
import type { Localized } from "../../text/localized.ts";
import { nearest } from "../../text/nearest.ts";
import { zoneOf } from "../../time/zone.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { replaceFix } from "../fixes.ts";
import { didYouMean } from "../meant.ts";
import { phrase } from "../message.ts";

/** A time zone that does not exist. */
export const unknownZone = defineCheck({
  code: "SLA213",
  name: "unknown-zone",
  severity: "error",
  messages: {
    en: "'{zone}' is no time zone, so times here would be read in UTC. {advice}",
    ja: "「{zone}」というタイムゾーンはないため、時刻は UTC として読まれます。{advice}",
  },
  docs: () =>
    page(
      {
        en:
          "A time zone that is not in the IANA database. Times would be read in `UTC` instead. Abbreviations such as JST and " +
          "offsets such as +09:00 are not names of zones: they do not say when clocks change. Write a name such as `Asia/Tokyo` " +
          "or `Europe/Berlin`.",
        ja:
          "IANA データベースにないタイムゾーンです。このままでは、時刻は `UTC` として読まれます。" +
          "JST のような略称や +09:00 のような時差はタイムゾーンの名前ではなく、時計がいつ切り替わるかを示しません。" +
          "`Asia/Tokyo` や `Europe/Berlin` のような名前を書いてください。",
      },
      {
        bad: `
calendar warehouse in Tokyo {
                      ^^^^^
  open Mon..Fri 09:00-18:00
}
team Logistics {
  lead  Ueda
  hours warehouse
}
`,
        fixed: `
calendar warehouse in Asia/Tokyo {
  open Mon..Fri 09:00-18:00
}
team Logistics {
  lead  Ueda
  hours warehouse
}
`,
      },
    ),
  scope: "item",
  run({ item, at }, report) {
    for (const declaration of item.declarations) {
      const name = zoneIn(declaration);
      if (!name || zoneOf(name.text)) continue;
      const meant = zoneMeant(name.text);
      const fixes =
        meant === undefined ? [] : [replaceFix(phrase("Write {meant}", "{meant} と書く", { meant }), at(name), meant)];
      report(at(name), { zone: name.text, advice: meant === undefined ? writeOne : didYouMean(meant) }, { fixes });
    }
  },
});

const writeOne: Localized = {
  en: "Write a name such as Asia/Tokyo or UTC.",
  ja: "Asia/Tokyo や UTC のような名前を書いてください。",
};

function zoneIn(declaration: Declaration): Name | undefined {
  return declaration.kind === "calendar" || declaration.kind === "agreement" ? declaration.zone : undefined;
}

/** By its city alone, or spelled alike. */
function zoneMeant(written: string): string | undefined {
  const zones = Intl.supportedValuesOf("timeZone");
  const city = written.toLowerCase().replaceAll(" ", "_");
  return (
    abbreviations[written.toUpperCase()] ??
    zones.find((zone) => zone.toLowerCase().endsWith("/" + city)) ??
    nearest(written, zones)
  );
}

const abbreviations: Readonly<Record<string, string>> = { JST: "Asia/Tokyo", GMT: "UTC", Z: "UTC" };

import { isJapan } from "../../time/holidays.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { layersOf } from "../layers.ts";

/** A premium by the labour law of a country that is not known. */
export const unknownPremium = defineCheck({
  code: "SLA217",
  name: "unknown-premium",
  severity: "error",
  messages: {
    en: "The premiums of {region} are not known, so no surcharge would be worked out. Write 'premium of Japan', or the percentage or amount itself.",
    ja: "{region} の割増賃金の決まりは登録されていないため、割増を計算できません。「premium of Japan」か、割合や金額を書いてください。",
  },
  docs: () =>
    page(
      {
        en:
          "A premium of a country other than Japan. Its law is not known here, so no surcharge would be worked out. Write the " +
          "percentage or the amount itself. `premium of Japan` works out the premiums of Japan's labour law for overtime, nights " +
          "and weekly rest days.",
        ja:
          "日本以外の国の割増です。その国の法律は登録されていないため、割増を計算できません。割合か金額を書いてください。" +
          "`premium of Japan` は、日本の労働法による時間外・深夜・法定休日の割増を計算します。",
      },
      {
        bad: `
request parcel
agreement parcels between Sales and Support {
  handle lost_parcels: parcel {
    by        Support
    via       email
    surcharge premium of Atlantis
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  }
}
`,
        good: `
request parcel
agreement parcels between Sales and Support {
  handle lost_parcels: parcel {
    by        Support
    via       email
    surcharge premium of Japan
  }
}
`,
      },
    ),
  scope: "agreement",
  run({ agreements, exceptions }, report) {
    const lines = [
      ...agreements.flatMap((each) => layersOf(each).map(({ clause }) => clause.lines)),
      ...exceptions.map((each) => each.lines),
    ];
    for (const { surcharge } of lines)
      if (surcharge?.value.rate.kind === "premium" && !isJapan(surcharge.value.rate.region))
        report(surcharge.place, { region: surcharge.value.rate.region });
  },
});

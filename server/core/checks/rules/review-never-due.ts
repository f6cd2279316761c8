import type { Agreement } from "../../model/model.ts";
import type { Localized } from "../../text/localized.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";

/** A review for which no date can be told. */
export const reviewNeverDue = defineCheck({
  code: "SLA316",
  name: "review-never-due",
  severity: "warning",
  messages: {
    en: "This review never comes on the agenda: {why}, so {by} will not be reminded and the agreement grows old. {advice}",
    ja: "{why}、この見直しは予定に現れません。{by} に知らされないまま、取り決めが古くなります。{advice}",
  },
  docs: () =>
    page(
      {
        en:
          "A review that never comes on the agenda. Reviews are counted in months from the first day of `effective`; without that " +
          "day, or with no month between two of them, there is no date, and nobody is reminded. Write the first day, or how many " +
          "months lie between two reviews.",
        ja:
          "予定に現れることのない見直しです。見直しは、`effective` の初日から月単位で数えます。" +
          "初日が書かれていないか、次の見直しまでに一か月も空かなければ、日付が決まらず、誰にも通知されません。" +
          "初日か、何か月ごとに見直すかを書いてください。",
      },
      {
        bad: `
request parcel
agreement parcels between Sales and Support {
  review every 6 months by Ito
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  handle parcels: parcel {
    by  Support
    via email
  }
}
`,
        good: `
request parcel
agreement parcels between Sales and Support {
  effective 2026-04-01..2027-03-31
  review    every 6 months by Ito
  handle parcels: parcel {
    by  Support
    via email
  }
}
`,
      },
    ),
  scope: "agreement",
  run({ agreements }, report) {
    for (const agreement of agreements) {
      const { review } = agreement;
      const reason = review && reasonOf(agreement, review.value.months);
      if (review && reason) report(review.place, { by: review.value.by, ...reason });
    }
  },
});

interface Reason {
  readonly why: Localized;
  readonly advice: Localized;
}

function reasonOf({ effective, broken }: Agreement, months: number): Reason | undefined {
  if (months < 1) return noMonths;
  return effective || broken.includes("effective") ? undefined : noFirstDay;
}

const noMonths: Reason = {
  why: { en: "every 0 months is no date", ja: "0 か月ごとでは日付が決まらないため" },
  advice: { en: "Write how many months lie between two reviews.", ja: "何か月ごとに見直すかを書いてください。" },
};

const noFirstDay: Reason = {
  why: {
    en: "it is counted from the agreement's first day, and there is none",
    ja: "取り決めの開始日から数えますが、開始日がないため",
  },
  advice: {
    en: "Write 'effective 2026-04-01..' with its first day.",
    ja: "「effective 2026-04-01..」のように開始日を書いてください。",
  },
};

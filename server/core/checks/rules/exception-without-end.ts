import type { Exception } from "../../model/model.ts";
import { formatDate } from "../../time/date.ts";
import { type CheckContext, defineCheck, type Fix } from "../define.ts";
import { page } from "../docs.ts";
import { addLineFix, replaceFix } from "../fixes.ts";
import { phrase } from "../message.ts";
import { afterHead } from "../places.ts";
import { daysInWords } from "../words.ts";

/** An exception that does not say when it ends. */
export const exceptionWithoutEnd = defineCheck({
  code: "SLA303",
  name: "exception-without-end",
  severity: "error",
  messages: {
    en: "This exception has no end, so it has no effect: a rule bent for good is another rule. Write when it ends: 'effective FIRST..LAST'.",
    ja: "この例外には終わりがないため、効力を持ちません。いつまでも続く例外は別の規則です。「effective 開始日..終了日」と書いてください。",
  },
  docs: () =>
    page(
      {
        en:
          "An exception that does not say when it ends. A rule may be bent for the business, but openly and for a limited time, " +
          "so this one has no effect. Write `effective` with a first and a last day. What is to stay belongs into the clause.",
        ja:
          "いつ終わるかが書かれていない例外です。業務のために規則を曲げることはあっても、公然と、期間を限って行います。" +
          "そのため、この例外は効力を持ちません。`effective` に開始日と終了日を書いてください。続けるべき内容は、条項のほうに書きます。",
      },
      {
        bad: `
exception acme_rush to product_support.incidents when customer is Acme {
  effective 2026-08-22..
            ^^^^^^^^^^^^
  respond   within 2 business hours
  owner     Mori
  approved  by Ito on 2026-08-18
  reason    "the customer moves its systems that week"
}
`,
        fixed: `
exception acme_rush to product_support.incidents when customer is Acme {
  effective 2026-08-22..2026-09-04
  respond   within 2 business hours
  owner     Mori
  approved  by Ito on 2026-08-18
  reason    "the customer moves its systems that week"
}
`,
      },
    ),
  scope: "agreement",
  run(view, report, context) {
    for (const exception of view.exceptions) {
      const { effective, broken, place } = exception;
      if (broken.includes("effective") || effective?.value.last !== undefined) continue;
      report(effective ? afterHead(effective.place) : place, {}, { fixes: fixesOf(exception, context) });
    }
  },
});

/** The longest that the settings allow: from the dates that it opens on, else from its approval on, if that is still to come. */
function fixesOf({ effective, whole, open, approved }: Exception, { today, limits }: CheckContext): readonly Fix[] {
  const opened = open.flatMap(({ days }) => (days.kind === "dates" ? [days.first] : []));
  const own = opened.length > 0 ? Math.min(...opened) : Math.max(today, approved?.value.on ?? today);
  const first = effective?.value.first ?? own;
  const dates = `${formatDate(first)}..${formatDate(first + limits.longestException - 1)}`;
  const title = phrase("Let it last {days}: {dates}", "期間を {days}間にする：{dates}", {
    days: daysInWords(limits.longestException),
    dates,
  });
  if (!effective) return [addLineFix(title, whole, `effective ${dates}`)];
  return [replaceFix(title, afterHead(effective.place), dates)];
}

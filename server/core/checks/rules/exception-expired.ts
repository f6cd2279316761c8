import { formatDate } from "../../time/date.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { afterHead } from "../places.ts";

/** An exception that is over. */
export const exceptionExpired = defineCheck({
  code: "SLA308",
  name: "exception-expired",
  severity: "info",
  messages: {
    en: "'{name}' ended on {last} and has no effect any more. It may stay as a record of what was agreed; otherwise delete it.",
    ja: "「{name}」は {last} に終わり、もう効力を持ちません。経緯の記録として残すか、要らなければ削除してください。",
  },
  docs: () =>
    page(
      {
        en:
          "An exception that is over. After its end it has no effect at all. It may stay as a record: a favour that someone once " +
          "did is then visible as what it was, an exception that is over and not a rule. Otherwise delete it.",
        ja:
          "既に終わった例外です。終了日を過ぎた例外は、一切の効力を失います。" +
          "記録として残しておけば、かつての好意も、規則ではなく、終わった例外だったと分かります。要らなければ削除してください。",
      },
      {
        bad: `
exception acme_rush to product_support.incidents when customer is Acme {
  effective 2026-08-10..2026-08-21
            ^^^^^^^^^^^^^^^^^^^^^^
  respond   within 2 business hours
  owner     Mori
  approved  by Ito on 2026-08-07
  reason    "the customer moves its systems that week"
}
`,
        good: `
exception acme_rush to product_support.incidents when customer is Acme {
  effective 2026-08-24..2026-09-04
  respond   within 2 business hours
  owner     Mori
  approved  by Ito on 2026-08-18
  reason    "the customer moves its systems that week"
}
`,
      },
    ),
  scope: "agreement",
  run({ exceptions }, report, { today }) {
    for (const { name, effective } of exceptions) {
      const last = effective?.value.last;
      if (effective && last !== undefined && last < today)
        report(afterHead(effective.place), { name, last: formatDate(last) });
    }
  },
});

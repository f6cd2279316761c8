import type { HandleLines } from "../../model/model.ts";
import { exactProduct, millisecondsOf } from "../../time/duration.ts";
import type { Target } from "../../time/spec.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { layersOf, linesUnder } from "../layers.ts";
import { afterHead, textAt } from "../places.ts";

/** A request that has to be resolved before anybody need have responded. */
export const resolveBeforeRespond = defineCheck({
  code: "SLA412",
  name: "resolve-before-respond",
  severity: "warning",
  messages: {
    en: "It has to be resolved '{resolve}', earlier than the answer, '{respond}': one of the two is a slip, and the shorter one is promised. Correct it.",
    ja: "解決の期限「{resolve}」が、回答の期限「{respond}」より先です。どちらかが書き誤りで、短いほうを約束したことになります。直してください。",
  },
  docs: () =>
    page(
      {
        en:
          "A clause whose `resolve` ends earlier than its `respond`. An answer comes before the solution, so the `respond` line " +
          "promises nothing, and most likely two amounts were exchanged. Correct one of the two. Targets are compared where both " +
          "count the same: hours with minutes, or days with days.",
        ja:
          "`resolve` の期限が `respond` より早い条項です。" +
          "回答は解決より先に来るので、`respond` の行は何も約束していないことになり、二つの値を取り違えた可能性が高いと言えます。" +
          "どちらかを直してください。期限は、時間と分、日と日のように、数え方が同じものどうしで比べます。",
      },
      {
        bad: `
request parcel
agreement parcels between Sales and Support {
  handle lost_parcels: parcel {
    by      Support
    via     email
    respond within 4 business hours
    resolve within 90 business minutes
            ^^^^^^^^^^^^^^^^^^^^^^^^^^
  }
}
`,
        good: `
request parcel
agreement parcels between Sales and Support {
  handle lost_parcels: parcel {
    by      Support
    via     email
    respond within 90 business minutes
    resolve within 4 business hours
  }
}
`,
      },
    ),
  scope: "agreement",
  run({ agreements, exceptions, company }, report) {
    const tell = (said: HandleLines, lines: HandleLines) => {
      const { respond, resolve } = lines;
      if (!respond || !resolve || (!said.respond && !said.resolve) || !isEarlier(resolve.value, respond.value)) return;
      const [place, other] = said.resolve ? [resolve.place, respond.place] : [respond.place, resolve.place];
      const related = [{ place: other, note: { en: "the other target", ja: "もう一方の期限" } }];
      const holes = { resolve: textAt(afterHead(resolve.place)), respond: textAt(afterHead(respond.place)) };
      report(afterHead(place), holes, { related });
    };
    for (const agreement of agreements) for (const { clause, lines } of layersOf(agreement)) tell(clause.lines, lines);
    for (const exception of exceptions) tell(exception.lines, linesUnder(company, exception));
  },
});

/** Whether it is sure that one target ends before another, whatever the calendar and the time of receipt. */
function isEarlier(one: Target, other: Target): boolean {
  const [each, otherEach] = [millisecondsOf(one.unit), millisecondsOf(other.unit)];
  if (each !== undefined && otherEach !== undefined)
    return clockOf(one) === clockOf(other) && exactProduct(one.amount, each) < exactProduct(other.amount, otherEach);
  if (one.unit !== other.unit) return false;
  if (one.amount !== other.amount) return one.amount < other.amount;
  return one.before !== undefined && other.before !== undefined && one.before < other.before;
}

/** `business`, `clock` or `calendar`. */
function clockOf({ unit }: Target): string | undefined {
  return unit.split(" ")[0];
}

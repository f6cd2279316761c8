import { contradictionsTold } from "../contradictions.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";

/** Two cases of a clause that say different things about the same request. */
export const conflictingCases = defineCheck({
  code: "SLA505",
  name: "conflicting-cases",
  severity: "error",
  messages: {
    en: "This case contradicts {others} in '{property}' for {requests}, and nothing says which counts, so the one that is due first is taken, else the first by name; for example: {example}. Nest one in the other, or narrow a condition.",
    ja: "この case と{others}は、どちらも {requests} を決めますが、「{property}」が異なります。どちらが優先かの定めがないため、期限の早い方（同じなら名前順で先の方）を採ります。例：{example}。一方をもう一方の中に入れるか、条件を狭めてください。",
  },
  docs: () =>
    page(
      {
        en:
          "Two cases that hold for the same request and state the same property differently. Neither stands above the other " +
          "unless one is nested in the other, so nothing says which counts. Nest one in the other, or narrow a condition. All " +
          "requests are looked at; a case that contradicts several others is told once.",
        ja:
          "同じ依頼に当てはまり、同じ設定を違う内容で述べている二つの case です。" +
          "入れ子でない限りどちらが上ということはなく、どちらが優先かの定めがありません。一方をもう一方の中に入れるか、条件を狭めてください。" +
          "すべての依頼について調べ、複数の case と食い違うものは一度にまとめて示します。",
      },
      {
        bad: `
request outage { severity: normal | urgent }
agreement support between Sales and Support {
  handle outages: outage {
    by      Support
    via     email
    respond within 8 business hours
    case urgent when severity is urgent {
      respond within 1 business hour
    }
    case gold when tier is gold {
         ^^^^
      respond within 2 business hours
    }
  }
}
`,
        good: `
request outage { severity: normal | urgent }
agreement support between Sales and Support {
  handle outages: outage {
    by      Support
    via     email
    respond within 8 business hours
    case gold when tier is gold {
      respond within 2 business hours
      case gold_urgent when severity is urgent {
        respond within 1 business hour
      }
    }
  }
}
`,
      },
    ),
  scope: "proof",
  run(model, report, context) {
    const note = { en: "the other case", ja: "もう一方の case" };
    for (const { place, holes, related, fixes, examples } of contradictionsTold(model, context, "cases", note))
      report(place, holes, { related, fixes, examples });
  },
});

import type { Model } from "../../model/model.ts";
import type { Guarantee } from "../../model/work.ts";
import { inOneSpace } from "../amountFixes.ts";
import { ifRight } from "../attempts.ts";
import { type Attempt, defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { addLineFix } from "../fixes.ts";
import { phrase } from "../message.ts";
import { textAt } from "../places.ts";

/** A guarantee that promises nothing that could be kept. */
export const guaranteeWithoutTarget = defineCheck({
  code: "SLA611",
  name: "guarantee-without-target",
  severity: "error",
  messages: {
    en: "'{name}' guarantees nothing: it has no time by which something happens. Add 'respond within …' or 'resolve within …'.",
    ja: "「{name}」には期限がなく、何も保証していません。「respond within …」または「resolve within …」を加えてください。",
  },
  docs: () =>
    page(
      {
        en:
          "A guarantee that states no time: neither `respond` nor `resolve`. It is what the customer's contract says, so that the " +
          "clauses can be held against it; without a time it guarantees nothing. Write by when somebody answers, or by when it is " +
          "solved.",
        ja:
          "`respond` も `resolve` もなく、期限のない保証です。" +
          "保証は顧客との契約の内容で、条項がそれを守れるかどうかを期限に照らして確かめます。期限がなければ、何も保証していません。" +
          "いつまでに回答するか、いつまでに解決するかを書いてください。",
      },
      {
        bad: `
agreement contracts between Sales and Support {
  guarantee first_answer: incident to customers {
            ^^^^^^^^^^^^
  }
}
`,
        fixed: `
agreement contracts between Sales and Support {
  guarantee first_answer: incident to customers {
    respond within 4 business hours
  }
}
`,
      },
    ),
  scope: "model",
  run(model, report) {
    for (const { guarantees } of model.agreements.values())
      for (const guarantee of guarantees) {
        const { name, place, respond, resolve, broken } = guarantee;
        if (!respond && !resolve && broken.length === 0)
          report(place, { name }, { attempts: () => asClausesSay(model, guarantee) });
      }
  },
});

/** Guarantees what the clauses say that handle the requests. */
function asClausesSay({ agreements }: Model, { kinds, whole }: Guarantee): readonly Attempt[] {
  const clauses = [...agreements.values()].flatMap(({ handles }) => handles);
  const own = clauses.filter((clause) => clause.kinds.some((kind) => kinds.includes(kind)));
  return own.flatMap(({ id, lines: { respond, resolve } }) =>
    [respond, resolve].flatMap((stated) => {
      const line = stated && inOneSpace(textAt(stated.place));
      if (line === undefined || line.includes("->")) return [];
      const title = phrase("Guarantee '{line}', as '{clause}' says", "「{clause}」のとおり「{line}」を保証する", {
        line,
        clause: id,
      });
      return [ifRight(addLineFix(title, whole, line))];
    }),
  );
}

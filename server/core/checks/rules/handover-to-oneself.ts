import type { Model } from "../../model/model.ts";
import type { Handover } from "../../model/work.ts";
import { ifRight } from "../attempts.ts";
import { type Attempt, defineCheck } from "../define.ts";
import { colleaguesOf } from "../deputyFixes.ts";
import { page } from "../docs.ts";
import { replaceFix, writtenName } from "../fixes.ts";
import { phrase } from "../message.ts";

/** A handover from a person to the same person. */
export const handoverToOneself = defineCheck({
  code: "SLA603",
  name: "handover-to-oneself",
  severity: "error",
  messages: {
    en: "'{name}' passes {customer} from {person} to {person}, so nothing changes hands. Name the one who takes over after 'to'.",
    ja: "「{name}」では {customer} が {person} から同じ {person} に渡るため、何も引き継がれません。「to」の後に引き継ぐ人を書いてください。",
  },
  docs: () =>
    page(
      {
        en:
          "A handover from a person to the same person. Nothing is passed on, although it looks as if somebody took over. Write " +
          "who takes the customer over.",
        ja: "同じ人から同じ人への引き継ぎです。誰かが引き継いだように見えますが、何も引き継がれていません。顧客を引き継ぐ人を書いてください。",
      },
      {
        bad: `
customer Sakura {
  owner  Tanaka
  backup Sato
}
handover sakura_2026 of Sakura from Tanaka to Tanaka {
         ^^^^^^^^^^^
  effective 2026-08-01..2026-09-30
}
`,
        fixed: `
customer Sakura {
  owner  Tanaka
  backup Sato
}
handover sakura_2026 of Sakura from Tanaka to Mori {
  effective 2026-08-01..2026-09-30
}
`,
      },
    ),
  scope: "model",
  run(model, report) {
    for (const handover of model.handovers.values()) {
      const { name, customer, from, to, place } = handover;
      if (from === to) report(place, { name, customer, person: from }, { attempts: () => successors(model, handover) });
    }
  },
});

/** A handover to each colleague. */
function successors(model: Model, { from, place: { item, span } }: Handover): readonly Attempt[] {
  const written = item.declarations.find((each) => each.kind === "handover" && each.name?.start === span.start);
  const name = written?.kind === "handover" ? written.to : undefined;
  if (!name) return [];
  const place = { item, span: { start: name.start, end: name.end } };
  return colleaguesOf(model, from).map((person) => {
    const title = phrase("Hand it over to '{person}'", "「{person}」に引き継ぐ", { person });
    return ifRight(replaceFix(title, place, writtenName(person)));
  });
}

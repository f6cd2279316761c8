import type { Localized } from "../../text/localized.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";

/** Something that is read and resolved, but that nothing uses yet. */
export const notYetEvaluated = defineCheck({
  code: "SLA503",
  name: "not-yet-evaluated",
  severity: "info",
  messages: {
    en: "{what} are read and their names checked, but nothing is proved by them yet. What is written here may be false without anyone being told.",
    ja: "{what}は読み取って名前を確かめますが、まだ証明には使われません。ここに書いたことが成り立たなくても、指摘されません。",
  },
  docs: page(
    "Facts (`impossible`) and proofs (`prove`) are part of the language. This version reads them and " +
      "checks their names and types; whether they are true of the agreements is not worked out yet, so that no answer pretends it.",
    {
      bad: `
request form { copies: number }
agreement forms between Sales and Support {
  handle forms: form {
    by  Support
    via email
  }
}
impossible when copies > 1000
^^^^^^^^^^
`,
      good: `
request form { copies: number }
agreement forms between Sales and Support {
  handle forms: form {
    by  Support
    via email
  }
}
`,
    },
  ),
  scope: "item",
  run({ item, at }, report) {
    for (const declaration of item.declarations)
      if (declaration.kind === "impossible" || declaration.kind === "prove")
        report(at(declaration.head), { what: words[declaration.kind] });
  },
});

const words = {
  impossible: { en: "Facts", ja: "前提（impossible）" },
  prove: { en: "Proofs", ja: "証明" },
} as const satisfies Readonly<Record<string, Localized>>;

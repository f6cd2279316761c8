import type { AgreementProperty, Declaration, HandleCase, HandleClause, Span } from "../../syntax/tree.ts";
import type { Localized } from "../../text/localized.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";

/** Something that is read and resolved, but that decisions do not use yet. */
export const notYetEvaluated = defineCheck({
  code: "SLA503",
  name: "not-yet-evaluated",
  severity: "info",
  messages: {
    en: "{what} are read and their names checked, but decisions do not use them yet. Nobody is reminded or held to this by Torikime.",
    ja: "{what}は読み取って名前を確かめますが、まだ判断には使われません。Torikime が催促したり守らせたりすることはありません。",
  },
  docs: page(
    "Steps, guarantees, duties, handovers, due dates, facts (`impossible`) and proofs are part of the language. This version reads them and " +
      "checks their names and types; what they mean is not worked out yet, so that no answer pretends it.",
    {
      bad: `
agreement forms between Sales and Support {
  owe monthly_report: Support to Sales "a report" every Mon
  ^^^
}
`,
      good: `
request form
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
    const found = (span: Span, what: Localized) => report(at(span), { what });
    for (const declaration of item.declarations) inDeclaration(declaration, found);
  },
});

type Found = (span: Span, what: Localized) => void;

const words = {
  handover: { en: "Handovers", ja: "引き継ぎ" },
  impossible: { en: "Facts", ja: "前提（impossible）" },
  prove: { en: "Proofs", ja: "証明" },
  due: { en: "Due dates", ja: "期日" },
  guarantee: { en: "Guarantees", ja: "保証" },
  owe: { en: "Duties", ja: "義務" },
  step: { en: "Steps", ja: "手順" },
} as const satisfies Readonly<Record<string, Localized>>;

function inDeclaration(declaration: Declaration, found: Found): void {
  switch (declaration.kind) {
    case "handover":
    case "impossible":
    case "prove":
      found(declaration.head, words[declaration.kind]);
      break;
    case "agreement":
      for (const line of declaration.properties) inAgreement(line, found);
      break;
    case "exception":
      for (const line of declaration.properties) if (line.kind === "step") found(line.head, words.step);
      break;
    case "customer":
      for (const line of declaration.properties) if (line.kind === "due") found(line.head, words.due);
      break;
    case "calendar":
    case "channel":
    case "team":
    case "attribute":
    case "request":
      break;
  }
}

function inAgreement(line: AgreementProperty, found: Found): void {
  if (line.kind === "handle") inHandle(line, found);
  else if (line.kind === "guarantee" || line.kind === "owe") found(line.head, words[line.kind]);
}

function inHandle({ properties }: HandleClause | HandleCase, found: Found): void {
  for (const line of properties) {
    if (line.kind === "step") found(line.head, words.step);
    else if (line.kind === "handle case") inHandle(line, found);
  }
}

import type { AgreementProperty, Declaration, HandleCase, HandleClause, Span } from "../../syntax/tree.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import type { Localized } from "../message.ts";

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
    for (const { span, what } of item.declarations.flatMap(inDeclaration)) report(at(span), { what });
  },
});

interface Found {
  readonly span: Span;
  readonly what: Localized;
}

function inDeclaration(declaration: Declaration): readonly Found[] {
  switch (declaration.kind) {
    case "handover":
      return [{ span: declaration.head, what: { en: "Handovers", ja: "引き継ぎ" } }];
    case "impossible":
      return [{ span: declaration.head, what: { en: "Facts", ja: "前提（impossible）" } }];
    case "prove":
      return [{ span: declaration.head, what: { en: "Proofs", ja: "証明" } }];
    case "agreement":
      return declaration.properties.flatMap(inAgreement);
    case "exception":
      return declaration.properties.flatMap(inHandle);
    case "customer":
      return declaration.properties.flatMap((line) =>
        line.kind === "due" ? [{ span: line.head, what: { en: "Due dates", ja: "期日" } }] : [],
      );
    case "calendar":
    case "channel":
    case "team":
    case "attribute":
    case "request":
      return [];
  }
}

function inAgreement(line: AgreementProperty): readonly Found[] {
  switch (line.kind) {
    case "handle":
      return line.properties.flatMap(inHandle);
    case "guarantee":
      return [{ span: line.head, what: { en: "Guarantees", ja: "保証" } }];
    case "owe":
      return [{ span: line.head, what: { en: "Duties", ja: "義務" } }];
    case "title":
    case "effective":
    case "review":
    case "commit":
    case "unknown line":
      return [];
  }
}

function inHandle(
  line: HandleClause["properties"][number] | { readonly kind: string; readonly head: Span },
): readonly Found[] {
  if (line.kind === "step") return [{ span: line.head, what: { en: "Steps", ja: "手順" } }];
  return isCase(line) ? line.properties.flatMap(inHandle) : [];
}

function isCase(line: { readonly kind: string }): line is HandleCase {
  return line.kind === "handle case";
}

import { allChecks } from "./all.ts";
import type { Check, Finding, Severity } from "./define.ts";
import { exampleCompany, fenced } from "./docs.ts";
import { fillHoles, type Locale } from "./message.ts";

/** The sentence or sentences of a finding in one language. */
export function messageOf(finding: Finding, locale: Locale): string {
  return fillHoles(finding.check.messages[locale], finding.holes, locale);
}

/** The check of a code such as `SLA102`, or of a name such as `duplicate-name`; letter case does not matter. */
export function checkNamed(codeOrName: string): Check | undefined {
  const wanted = codeOrName.trim().toLowerCase();
  return allChecks.find(({ code, name }) => code.toLowerCase() === wanted || name === wanted);
}

/** One check as Markdown: its heading at level 2, its severity, what it says in both languages, and its documentation. */
export function explain(check: Check): string {
  const { code, name, severity, messages, docs } = check;
  const said = saysNothingOfItself(messages.en) ? [] : [`> ${messages.en}`, `> ${messages.ja}`];
  return [`## ${code} ${name}`, `*${severity}*`, ...said, docs.trim()].join("\n\n") + "\n";
}

/** One check for readers of Japanese: what it says, and what to do, in Japanese; the reasons behind it are written in English. */
export function explainInJapanese(check: Check): string {
  const { code, name, severity, messages, docs } = check;
  const said = saysNothingOfItself(messages.ja) ? [] : [messages.ja];
  const headed = docs
    .trim()
    .replace(/^### (Bad|Good|Fix)$/gm, (_, kind: keyof typeof examples) => `### ${examples[kind]}`);
  return (
    [`## ${code} ${name}`, `*${severities[severity]}*`, ...said, "### 詳しい説明（英語）", headed].join("\n\n") + "\n"
  );
}

const examples = { Bad: "悪い例", Good: "良い例", Fix: "直し方" } as const;
const severities: Readonly<Record<Severity, string>> = {
  error: "エラー",
  warning: "警告",
  info: "情報",
  hint: "ヒント",
};

/** What a check finds, in a sentence for people who have no finding of it before them. */
export function summaryOf({ docs }: Check): string {
  const [paragraph = ""] = docs.trim().split(/\n\s*\n/);
  return (/^.*?\.(?=\s|$)/s.exec(paragraph)?.[0] ?? paragraph).replace(/\s+/g, " ");
}

/** All checks as one Markdown page: a table of contents, then each of them. */
export function catalogue(): string {
  const rows = allChecks.map((check) => {
    const { code, name, severity } = check;
    return `| [${code}](#${anchor(code, name)}) | ${name} | ${severity} | ${summaryOf(check).replaceAll("|", "\\|")} |`;
  });
  return [
    "# Checks",
    introduction,
    ["| Code | Name | Severity | What it finds |", "| --- | --- | --- | --- |", ...rows].join("\n"),
    "## The company of the examples",
    fenced(exampleCompany),
    ...allChecks.map(explain),
  ].join("\n\n");
}

const introduction = [
  "The severity is the one that a check has unless `checks` in `torikime.yaml` gives it another; `off` leaves it out.",
  "`^^^` marks what is found. Every example is tested as of Monday 2026-08-24, beside the company below.",
].join(" ");

function anchor(code: string, name: string): string {
  return `${code.toLowerCase()}-${name}`;
}

/** Whether a message is nothing but holes, filled with other sentences for each case. */
function saysNothingOfItself(message: string): boolean {
  return /^(?:\{\w+\})+$/.test(message);
}

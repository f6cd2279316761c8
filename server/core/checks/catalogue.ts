import type { Localized } from "../text/localized.ts";
import { allChecks } from "./all.ts";
import type { Check, Finding, Severity } from "./define.ts";
import { type Documentation, exampleCompany, fenced, markdownOf } from "./docs.ts";
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

/** One check as Markdown: its heading at level 2, its severity, what it says, and its documentation. */
export function explain(check: Check, locale: Locale): string {
  const { code, name, severity, messages } = check;
  const said = spokenIn[locale].map((each) => messages[each]).filter((message) => !saysNothingOfItself(message));
  const quoted = said.map((message) => `> ${message}`);
  return (
    [`## ${code} ${name}`, `*${severities[locale][severity]}*`, ...quoted, markdownOf(docsOf(check), locale)].join(
      "\n\n",
    ) + "\n"
  );
}

/** What a check says of itself, and that its fixes can be made all at once where they can. */
export function docsOf({ docs, fixing }: Check): Documentation {
  const written = docs();
  if (fixing === undefined) return written;
  const { en, ja } = written.text;
  return { ...written, text: { en: `${en} ${harmlessNote.en}`, ja: ja + harmlessNote.ja } };
}

const harmlessNote: Localized = {
  en: "The fix changes no meaning: `torikime check --fix` makes all such fixes, and so does `source.fixAll` in an editor.",
  ja: "修正しても意味は変わりません。`torikime check --fix` か、エディターの `source.fixAll` ですべて直せます。",
};

/** Whose messages a page shows: on the English one those who search for what they were told in Japanese find it, too. */
const spokenIn: Readonly<Record<Locale, readonly Locale[]>> = { en: ["en", "ja"], ja: ["ja"] };

const severities: Readonly<Record<Locale, Readonly<Record<Severity, string>>>> = {
  en: { error: "error", warning: "warning", info: "info", hint: "hint" },
  ja: { error: "エラー", warning: "警告", info: "情報", hint: "ヒント" },
};

/** What a check finds, in a sentence for people who have no finding of it before them. */
export function summaryOf({ docs }: Check, locale: Locale): string {
  const text = docs().text[locale];
  return firstSentence[locale].exec(text)?.[0] ?? text;
}

const firstSentence: Readonly<Record<Locale, RegExp>> = { en: /^.*?\.(?=\s|$)/s, ja: /^.*?。/s };

/** All checks as one Markdown page: a table of contents, then each of them. */
export function catalogue(locale: Locale): string {
  const { title, introduction, columns, company } = pageTexts[locale];
  const rows = allChecks.map((check) => {
    const { code, name, severity } = check;
    const found = summaryOf(check, locale).replaceAll("|", "\\|");
    return `| [${code}](#${anchor(code, name)}) | ${name} | ${severities[locale][severity]} | ${found} |`;
  });
  return [
    `# ${title}`,
    ...introduction,
    [`| ${columns.join(" | ")} |`, "| --- | --- | --- | --- |", ...rows].join("\n"),
    `## ${company}`,
    fenced(exampleCompany),
    ...allChecks.map((check) => explain(check, locale)),
  ].join("\n\n");
}

interface PageTexts {
  readonly title: string;
  readonly introduction: readonly string[];
  readonly columns: readonly string[];
  readonly company: string;
}

const pageTexts: Readonly<Record<Locale, PageTexts>> = {
  en: {
    title: "Checks",
    introduction: [
      "[日本語](checks.ja.md)",
      "The severity is the one that a check has unless `checks` in `torikime.yaml` gives it another; `off` leaves it out. " +
        "`^^^` marks what is found. Every example is tested as of Monday 2026-08-24, beside the company below.",
    ],
    columns: ["Code", "Name", "Severity", "What it finds"],
    company: "The company of the examples",
  },
  ja: {
    title: "検査の一覧",
    introduction: [
      "[English](checks.md)",
      "重大度は、`torikime.yaml` の `checks` で変えなければ、ここに示すとおりです。`off` にすると検査しません。`^^^` は指摘する箇所を示します。" +
        "例はすべて、2026-08-24（月）の時点で、下の会社の定義と合わせて確かめています。",
    ],
    columns: ["コード", "名前", "重大度", "指摘する内容"],
    company: "例に使う会社の定義",
  },
};

function anchor(code: string, name: string): string {
  return `${code.toLowerCase()}-${name}`;
}

/** Whether a message is nothing but holes, filled with other sentences for each case. */
function saysNothingOfItself(message: string): boolean {
  return /^(?:\{\w+\})+$/.test(message);
}

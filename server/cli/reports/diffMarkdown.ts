import { inBrackets, inList, type Locale, labelled } from "../../core/checks/message.ts";
import type { Difference } from "../../core/comparison/difference.ts";
import { agendaHeading, agendaInWords } from "../../core/features/difference/agenda.ts";
import { type ExampleInWords, exampleInWords } from "../../core/features/difference/example.ts";
import { classesInWords, countsInWords, requestsInWords } from "../../core/features/difference/heading.ts";
import { limitsInWords, nothingFound } from "../../core/features/difference/limits.ts";
import { changeInWords } from "../../core/features/difference/words.ts";
import { type DiffReport, namesIn } from "./diffReport.ts";

const words = {
  title: { en: "What changes in decisions", ja: "判断の違い" },
  example: { en: "For example", ja: "例" },
  before: { en: "before", ja: "変更前" },
  after: { en: "after", ja: "変更後" },
} as const;

/** What changes in decisions, as Markdown for a comment on a pull request. */
export function markdownDiff(report: DiffReport, locale: Locale): string {
  const differences = report.compared.flatMap((each) => each.differences);
  const [before, after] = namesIn(report, locale).map(escaped);
  const blocks = [
    `### ${labelled(words.title[locale], `${before} → ${after}`, locale)}`,
    differences.length === 0 ? capitalised(nothingFound(report)[locale]) : `**${countsInWords(differences, locale)}**`,
    ...differences.map((each) => differenceBlock(each, locale)),
    ...agendaBlocks(report, locale),
    ...limitsInWords(report, locale).map((text) => `> ${escaped(text)}`),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function differenceBlock(difference: Difference, locale: Locale): string {
  const { changes, examples, parties } = difference;
  const heading = inList(classesInWords(difference, locale), locale);
  const requests = escaped(requestsInWords(difference, locale));
  return [
    `- ${labelled(`**${heading}**`, inBrackets(requests, inList(parties.map(escaped), locale), locale), locale)}`,
    ...changes
      .flatMap((change) => changeInWords(change, locale))
      .map(({ label, before, after, when }) => {
        const values = `${escaped(before)} → **${escaped(after)}**`;
        const told = when === undefined ? values : labelled(values, escaped(when), locale);
        return `  - ${labelled(escaped(label), told, locale)}`;
      }),
    ...examples.map((example) => exampleLine(exampleInWords(difference, example, locale), locale)),
  ].join("\n");
}

/** What is on the agenda otherwise, below all differences in decisions. */
function agendaBlocks(report: DiffReport, locale: Locale): readonly string[] {
  const changes = agendaInWords(report, locale);
  if (changes.length === 0) return [];
  const lines = changes.map(({ label, before, after }) => {
    return `- ${labelled(escaped(label), `${escaped(before)} → **${escaped(after)}**`, locale)}`;
  });
  return [`**${agendaHeading(locale)}**`, lines.join("\n")];
}

function exampleLine({ request, before, after }: ExampleInWords, locale: Locale): string {
  return [
    `  - ${labelled(words.example[locale], escaped(request), locale)}`,
    `    - ${labelled(words.before[locale], escaped(before), locale)}`,
    `    - ${labelled(words.after[locale], escaped(after), locale)}`,
  ].join("\n");
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Names and sentences are the authors'; none of their signs may lay out the page. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~]/g, "\\$&")
    .replace(/@/g, "@\u200b")
    .replace(/\s+/g, " ");
}

import { inBrackets, inList, type Locale } from "../../core/checks/message.ts";
import type { Difference } from "../../core/comparison/difference.ts";
import { type ExampleInWords, exampleInWords } from "../../core/features/differenceExample.ts";
import { changeInWords } from "../../core/features/differenceWords.ts";
import { undecidedText } from "./diffPretty.ts";
import { classesInWords, countsInWords, type DiffReport, namesIn, requestsInWords } from "./diffReport.ts";

const words = {
  title: { en: "What changes in decisions", ja: "判断の違い" },
  nothing: { en: "No decision changes.", ja: "判断の違いはありません。" },
  example: { en: "For example", ja: "例" },
  before: { en: "before", ja: "変更前" },
  after: { en: "after", ja: "変更後" },
} as const;

/** What changes in decisions, as Markdown for a comment on a pull request. */
export function markdownDiff(report: DiffReport, locale: Locale): string {
  const differences = report.compared.flatMap((each) => each.differences);
  const undecided = [...new Set(report.compared.flatMap((each) => each.undecided))];
  const [before, after] = namesIn(report, locale).map(escaped);
  const blocks = [
    `### ${words.title[locale]}: ${before} → ${after}`,
    differences.length === 0 ? words.nothing[locale] : `**${countsInWords(differences, locale)}**`,
    ...differences.map((each) => differenceBlock(each, locale)),
    ...(undecided.length === 0 ? [] : [`> ${escaped(undecidedText(undecided, locale))}`]),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function differenceBlock(difference: Difference, locale: Locale): string {
  const { changes, examples, parties } = difference;
  const heading = inList(classesInWords(difference, locale), locale);
  const requests = escaped(requestsInWords(difference, locale));
  return [
    `- **${heading}**: ${inBrackets(requests, inList(parties.map(escaped), locale), locale)}`,
    ...changes
      .flatMap((change) => changeInWords(change, locale))
      .map(({ label, before, after, when }) => {
        const days = when === undefined ? "" : `: ${escaped(when)}`;
        return `  - ${escaped(label)}: ${escaped(before)} → **${escaped(after)}**${days}`;
      }),
    ...examples.map((example) => exampleLine(exampleInWords(difference, example, locale), locale)),
  ].join("\n");
}

function exampleLine({ request, before, after }: ExampleInWords, locale: Locale): string {
  return [
    `  - ${words.example[locale]}: ${escaped(request)}`,
    `    - ${words.before[locale]}: ${escaped(before)}`,
    `    - ${words.after[locale]}: ${escaped(after)}`,
  ].join("\n");
}

/** Names and sentences are the authors'; none of their signs may lay out the page. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~]/g, "\\$&")
    .replace(/@/g, "@\u200b")
    .replace(/\s+/g, " ");
}

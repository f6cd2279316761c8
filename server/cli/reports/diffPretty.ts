import { inBrackets, inList, type Locale, labelled } from "../../core/checks/message.ts";
import type { Difference } from "../../core/comparison/difference.ts";
import { agendaHeading, agendaInWords, agendaLine } from "../../core/features/difference/agenda.ts";
import { type ExampleInWords, exampleInWords } from "../../core/features/difference/example.ts";
import { countsInWords, mainClasses, requestsInWords, toneOfClass } from "../../core/features/difference/heading.ts";
import { limitsInWords, nothingFound } from "../../core/features/difference/limits.ts";
import { changeInWords, differenceClassInWords } from "../../core/features/difference/words.ts";
import { displayWidth, padTo } from "../../core/format/width.ts";
import { paint } from "../colour.ts";
import type { Terminal } from "../terminal.ts";
import { wrapped } from "../wrapped.ts";
import { type DiffReport, namesIn } from "./diffReport.ts";

interface Showing {
  readonly terminal: Pick<Terminal, "colours" | "columns">;
  readonly locale: Locale;
}

const styles = { bad: "red", warn: "yellow", good: "green" } as const;

const words = {
  example: { en: "For example", ja: "例" },
  before: { en: "before", ja: "変更前" },
  after: { en: "after", ja: "変更後" },
} as const;

/** What changes in decisions, for a person: a line of counts, then each difference with what was and is, and an example. */
export function prettyDiff(report: DiffReport, showing: Showing): string {
  const { terminal, locale } = showing;
  const differences = report.compared.flatMap((each) => each.differences);
  const lines = [
    ...wrapped(titleOf(report, differences, locale), terminal.columns).map((line) => paint(terminal, "bold", line)),
    ...differences.flatMap((each) => ["", ...differenceLines(each, showing)]),
    ...agendaLines(report, showing),
    ...limitsInWords(report, locale).flatMap((text) => ["", ...wrapped(text, terminal.columns)]),
  ];
  return `${lines.join("\n")}\n`;
}

/** What is on the agenda otherwise, below all differences in decisions. */
function agendaLines(report: DiffReport, { terminal, locale }: Showing): readonly string[] {
  const changes = agendaInWords(report, locale);
  if (changes.length === 0) return [];
  const lines = changes.flatMap((change) =>
    wrapped(agendaLine(change, locale), terminal.columns - 4).map(
      (line, index) => `${index === 0 ? "  " : "    "}${line}`,
    ),
  );
  return ["", paint(terminal, "bold", agendaHeading(locale)), ...lines];
}

function titleOf(report: DiffReport, differences: readonly Difference[], locale: Locale): string {
  const [before, after] = namesIn(report, locale);
  const counts = countsInWords(differences, locale);
  const between = `${before} → ${after}`;
  if (differences.length === 0) return labelled(between, nothingFound(report)[locale], locale);
  return locale === "ja"
    ? labelled(between, `判断の違い ${differences.length} 件（${counts}）`, locale)
    : labelled(
        between,
        `${differences.length} ${differences.length === 1 ? "difference" : "differences"} in decisions (${counts})`,
        locale,
      );
}

function differenceLines(difference: Difference, showing: Showing): readonly string[] {
  const { terminal, locale } = showing;
  const { changes, examples } = difference;
  const rows = changes.flatMap((change) => changeInWords(change, locale));
  const width = Math.max(...rows.map(({ label }) => displayWidth(label))) + 2;
  return [
    ...headingLines(difference, showing),
    ...rows.flatMap(({ label, before, after, when }) =>
      wrapped(
        when === undefined ? `${before} → ${after}` : labelled(`${before} → ${after}`, when, locale),
        terminal.columns - width - 2,
      ).map((line, index) => `  ${padTo(index === 0 ? label : "", width)}${line}`),
    ),
    ...examples.flatMap((example) => exampleLines(exampleInWords(difference, example, locale), showing)),
  ];
}

/** The classes, each in its colour, and for which requests. */
function headingLines(difference: Difference, { terminal, locale }: Showing): readonly string[] {
  const { classes, parties } = difference;
  const told = mainClasses(classes).map((each) => ({ each, text: differenceClassInWords(each, locale) }));
  const plain = inList(
    told.map(({ text }) => text),
    locale,
  );
  const painted = inList(
    told.map(({ each, text }) => paint(terminal, styles[toneOfClass(each)], text)),
    locale,
  );
  const requests = requestsInWords(difference, locale);
  const whole = labelled(plain, inBrackets(requests, inList(parties, locale), locale), locale);
  return wrapped(whole, terminal.columns - 2).map((line, index) => {
    if (index > 0) return `  ${paint(terminal, "bold", line)}`;
    if (!line.startsWith(plain)) return paint(terminal, "bold", line);
    return painted + paint(terminal, "bold", line.slice(plain.length));
  });
}

function exampleLines({ request, before, after }: ExampleInWords, { terminal, locale }: Showing): readonly string[] {
  const labels = [words.before[locale], words.after[locale]] as const;
  const width = Math.max(...labels.map(displayWidth)) + 2;
  const told = (label: string, text: string) =>
    wrapped(text, terminal.columns - width - 4).map(
      (line, index) => `    ${paint(terminal, "dim", padTo(index === 0 ? label : "", width))}${line}`,
    );
  return [
    ...wrapped(labelled(words.example[locale], request, locale), terminal.columns - 4).map(
      (line, index) => (index === 0 ? "  " : "    ") + paint(terminal, "dim", line),
    ),
    ...told(labels[0], before),
    ...told(labels[1], after),
  ];
}

import { allChecks } from "../../core/checks/all.ts";
import { docsOf, messageOf, summaryOf } from "../../core/checks/catalogue.ts";
import type { Check, Severity } from "../../core/checks/define.ts";
import { sectionsOf } from "../../core/checks/docs.ts";
import { exampleFinding } from "../../core/checks/exampleFinding.ts";
import { type Locale, labelled } from "../../core/checks/message.ts";
import { displayWidth, padTo } from "../../core/format/width.ts";
import type { Holidays } from "../../core/time/spec.ts";
import { paint } from "../colour.ts";
import type { Terminal } from "../terminal.ts";
import { wrapped } from "../wrapped.ts";
import { settingsExplanation } from "./settingsExplanation.ts";
import { severityStyles, severityWords } from "./severities.ts";

/** What a code means, before it is laid out. */
export interface Explanation {
  readonly code: string;
  readonly name: string;
  readonly severity: Severity;
  /** What is found and why that matters. */
  readonly text: string;
  readonly sections: readonly Part[];
}

/** A part of an explanation under a heading of its own. */
interface Part {
  readonly heading: string;
  readonly code?: string;
  readonly sentence?: string;
}

type Screen = Pick<Terminal, "columns" | "colours">;

/** The page of a code for a terminal: paragraphs in lines of its width, examples indented. */
export function prettyExplanation(explanation: Explanation, screen: Screen, locale: Locale): string {
  const { code, name, severity, text, sections } = explanation;
  const title = [code, name].map((word) => paint(screen, "bold", word)).join(" ");
  const parts = sections.map((part) => [paint(screen, "bold", part.heading), ...partLines(part, screen)].join("\n"));
  const level = paint(screen, severityStyles[severity], severityWords[severity][locale]);
  return [`${title}  ${level}`, paragraph(text, screen, ""), ...parts].join("\n\n") + "\n";
}

/** What a check is about, with what it says of its own bad example. */
export function explanationOf(check: Check, holidays: Holidays, locale: Locale): Explanation {
  const { code, name, severity } = check;
  const docs = docsOf(check);
  const [bad, ...others] = sectionsOf(docs, locale).map(({ heading, content }) => ({ heading, ...content }));
  const finding = exampleFinding(check, holidays);
  const said = finding && labelled(severityWords[severity][locale], messageOf(finding, locale), locale);
  const shown = bad && (said === undefined ? bad : { ...bad, sentence: said });
  return { code, name, severity, text: docs.text[locale], sections: [...(shown ? [shown] : []), ...others] };
}

/** Every code with its severity and name, and in a sentence what is found. */
export function prettyCodes(screen: Screen, locale: Locale): string {
  const settings = settingsExplanation(locale);
  const rows = [settings, ...allChecks].map(({ code, name, severity }) => ({ code, name, severity }));
  const summaries = [settings.summary, ...allChecks.map((check) => summaryOf(check, locale))];
  const width = Math.max(...rows.map(({ severity }) => displayWidth(severityWords[severity][locale]))) + 2;
  return rows
    .map(({ code, name, severity }, index) => {
      const level = paint(screen, severityStyles[severity], padTo(severityWords[severity][locale], width));
      const head = `${paint(screen, "bold", code)}  ${level}${paint(screen, "bold", name)}`;
      return `${head}\n${paragraph(summaries[index] ?? "", screen, " ".repeat(summaryIndent))}\n`;
    })
    .join("");
}

/** Below the severity, where a line has room beside it. */
const summaryIndent = 8;

function partLines({ code, sentence }: Part, screen: Screen): readonly string[] {
  const blocks = [
    ...(code === undefined ? [] : [codeLines(code, screen)]),
    ...(sentence === undefined ? [] : [paragraph(sentence, screen, indent)]),
  ];
  return [blocks.join("\n\n")];
}

const indent = "  ";

function codeLines(code: string, screen: Screen): string {
  return code
    .split("\n")
    .map((line) =>
      line === ""
        ? ""
        : indent +
          line.replace(/^( *)(\^[\^ ]*)$/, (_, space: string, marks: string) => space + paint(screen, "red", marks)),
    )
    .join("\n");
}

/** Words of the language stand out where there are colours. */
function paragraph(text: string, screen: Screen, before: string): string {
  return wrapped(text, screen.columns - before.length)
    .map((line) => before + line.replace(/`[^`]+`/g, (word) => paint(screen, "cyan", word)))
    .join("\n");
}

import { phrase } from "../../core/checks/message.ts";
import { type DifferenceClass, differenceClasses } from "../../core/comparison/changes.ts";
import { compareRevisions, ordinarySteps } from "../../core/comparison/compare.ts";
import { nearest } from "../../core/text/nearest.ts";
import { type Arguments, localeOption, oneOf } from "../arguments.ts";
import type { DiffReport } from "../reports/diffReport.ts";
import { readRevisions } from "../revisions.ts";
import { chosenLocale, type ExitCode, exitCodes, type Terminal } from "../terminal.ts";
import { complainOfErrors, sentenceOf } from "../trouble.ts";
import { UsageError } from "../usageError.ts";

/** `torikime diff`: what changes in decisions between two revisions; exit code 1 where a change is of a class to fail on, or where not everything is known, as when a text has errors. */
export async function diffCommand(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const format = oneOf(given, "format", ["pretty", "json", "markdown"]) ?? "pretty";
  const failing = failingClasses(given);
  const localeAsked = localeOption(given);
  const revisions = readRevisions(given.operands, terminal);
  const locale = chosenLocale(localeAsked, revisions.pairs[0]?.after.settings.settings.locale, terminal);
  for (const trouble of revisions.troubles) terminal.complain(`${sentenceOf(trouble)[locale]}\n`);
  const [old, now] = [revisions.pairs.map(({ before }) => before), revisions.pairs.map(({ after }) => after)];
  const erroneousInOld = complainOfErrors(old, terminal, locale, revisions.fileNames.before);
  const erroneousInNew = complainOfErrors(now, terminal, locale, revisions.fileNames.after);
  const compared = revisions.pairs.map((pair) => ({
    ...pair,
    ...compareRevisions(pair.before, pair.after, ordinarySteps),
  }));
  const erroneous = [...erroneousInOld, ...erroneousInNew];
  const unread = [...new Set([...revisions.troubles.map(({ path }) => path), ...erroneous])];
  const report: DiffReport = { revisions, compared, unread, readAs: "absent" };
  terminal.write(await written(format, report, { terminal, locale }));
  if (revisions.troubles.length > 0) return exitCodes.unusable;
  const isFailing = compared.some(
    ({ differences, undecided }) =>
      undecided.length > 0 || differences.some(({ classes }) => classes.some((each) => failing.includes(each))),
  );
  return failing.length > 0 && (isFailing || erroneous.length > 0) ? exitCodes.found : exitCodes.clean;
}

async function written(
  format: "pretty" | "json" | "markdown",
  report: DiffReport,
  showing: { readonly terminal: Terminal; readonly locale: "en" | "ja" },
): Promise<string> {
  switch (format) {
    case "pretty":
      return (await import("../reports/diffPretty.ts")).prettyDiff(report, showing);
    case "json":
      return (await import("../reports/diffJson.ts")).jsonDiff(report, showing.locale);
    case "markdown":
      return (await import("../reports/diffMarkdown.ts")).markdownDiff(report, showing.locale);
    default:
      return format satisfies never;
  }
}

/** The classes after `--fail-on`, between commas; `any` is all of them. */
function failingClasses({ options }: Arguments): readonly DifferenceClass[] {
  const words = (options.get("fail-on") ?? "")
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
  return words.flatMap((word): readonly DifferenceClass[] => {
    if (word === "any") return differenceClasses;
    const found = differenceClasses.find((each) => each === word);
    if (found) return [found];
    throw unknownClass(word);
  });
}

function unknownClass(written: string): UsageError {
  const guess = nearest(written, differenceClasses);
  const meant = guess ? { en: ` Did you mean '${guess}'?`, ja: `「${guess}」のことですか。` } : "";
  return new UsageError(
    phrase(
      "--fail-on knows no '{written}'.{meant} It is any, or some of {words} with commas between.",
      "--fail-on に「{written}」は使えません。{meant}any、または {words} のいくつかをコンマで区切って指定します。",
      { written, meant, words: { en: differenceClasses.join(", "), ja: differenceClasses.join("、") } },
    ),
  );
}

import { allChecks } from "../../core/checks/all.ts";
import { checkNamed, explain, explainInJapanese } from "../../core/checks/catalogue.ts";
import { phrase } from "../../core/checks/message.ts";
import { nearest } from "../../core/text/nearest.ts";
import { type Arguments, localeOption } from "../arguments.ts";
import { paint } from "../colour.ts";
import { chosenLocale, type ExitCode, exitCodes, type Terminal } from "../terminal.ts";
import { UsageError } from "../usageError.ts";

/** `torikime explain CODE`: a check's documentation; without a code, the list of all. */
export async function explainCommand(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [wanted] = given.operands;
  if (wanted === undefined) {
    for (const { code, name, severity } of allChecks) terminal.write(`${code}  ${severity.padEnd(7)}  ${name}\n`);
    return exitCodes.clean;
  }
  const check = checkNamed(wanted);
  if (!check) throw unknownCode(wanted);
  const locale = chosenLocale(localeOption(given), undefined, terminal);
  terminal.write(inColour(locale === "ja" ? explainInJapanese(check) : explain(check), terminal));
  return exitCodes.clean;
}

/** On a screen headings are bold and marks red; elsewhere it stays the Markdown that it is. */
function inColour(markdown: string, terminal: Terminal): string {
  if (!terminal.colours) return markdown;
  return markdown
    .replace(/^#+ (.*)$/gm, (_, heading: string) => paint(terminal, "bold", heading))
    .replace(/^(\s*)(\^+.*)$/gm, (_, space: string, marks: string) => space + paint(terminal, "red", marks));
}

function unknownCode(wanted: string): UsageError {
  const names = allChecks.flatMap(({ code, name }) => [code, name]);
  const guess = nearest(wanted.toUpperCase(), names) ?? nearest(wanted, names);
  const meant = guess ? { en: ` Did you mean ${guess}?`, ja: `${guess} のことですか。` } : "";
  return new UsageError(
    phrase(
      "There is no code '{wanted}'.{meant} 'torikime explain' lists them all.",
      "「{wanted}」というコードはありません。{meant}'torikime explain' で一覧を表示します。",
      { wanted, meant },
    ),
  );
}

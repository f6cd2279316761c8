import { allChecks } from "../../core/checks/all.ts";
import { checkNamed, explain } from "../../core/checks/catalogue.ts";
import { type Locale, phrase } from "../../core/checks/message.ts";
import { nearest } from "../../core/text/nearest.ts";
import { type Arguments, localeOption } from "../arguments.ts";
import { paint } from "../colour.ts";
import { settingsCode } from "../reports/findings.ts";
import { chosenLocale, type ExitCode, exitCodes, type Terminal } from "../terminal.ts";
import { UsageError } from "../usageError.ts";

/** `torikime explain CODE`: a check's documentation; without a code, the list of all. */
export async function explainCommand(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [wanted] = given.operands;
  if (wanted === undefined) {
    for (const { code, name, severity } of [settings, ...allChecks])
      terminal.write(`${code}  ${severity.padEnd(7)}  ${name}\n`);
    return exitCodes.clean;
  }
  const locale = chosenLocale(localeOption(given), undefined, terminal);
  if (isSettingsCode(wanted)) {
    terminal.write(inColour(settingsPage(locale), terminal));
    return exitCodes.clean;
  }
  const check = checkNamed(wanted);
  if (!check) throw unknownCode(wanted);
  terminal.write(inColour(explain(check, locale), terminal));
  return exitCodes.clean;
}

function isSettingsCode(wanted: string): boolean {
  return [settingsCode.toLowerCase(), settings.name].includes(wanted.trim().toLowerCase());
}

const settings = { code: settingsCode, name: "settings", severity: "error" } as const;

/** A page as `explain` makes them of checks. */
function settingsPage(locale: Locale): string {
  const { severity, what, headings } = settingsTexts[locale];
  const example = (name: string) => "```yaml\nchecks: { " + name + ": off }\n";
  const bad = `${headings[0]}\n\n${example("single-handlr")}          ^^^^^^^^^^^^^\n\`\`\``;
  const good = `${headings[1]}\n\n${example("single-person")}\`\`\``;
  return [`## ${settingsCode} ${settings.name}`, `*${severity}*`, what, bad, good].join("\n\n") + "\n";
}

const settingsTexts = {
  en: {
    severity: "error",
    what:
      "Something in `torikime.yaml` that cannot be understood, such as a key or the name of a check that does not exist. It is as if " +
      "it were not written, so the settings that one reads are not those that count. This is no check of agreements, and cannot be turned off.",
    headings: ["### Bad", "### Good"],
  },
  ja: {
    severity: "エラー",
    what:
      "`torikime.yaml` に、存在しないキーや検査の名前など、読み取れないものがあります。書かれていないものとして扱うため、" +
      "書いてある設定と実際の設定が食い違います。取り決めの検査ではないので、無効にはできません。",
    headings: ["### 悪い例", "### 良い例"],
  },
} as const;

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

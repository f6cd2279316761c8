import { allChecks } from "../../core/checks/all.ts";
import { checkNamed } from "../../core/checks/catalogue.ts";
import { type Locale, phrase } from "../../core/checks/message.ts";
import { nearest } from "../../core/text/nearest.ts";
import { type Arguments, localeOption } from "../arguments.ts";
import { lazyHolidays } from "../project.ts";
import { type Explanation, explanationOf, prettyCodes, prettyExplanation } from "../reports/explanation.ts";
import { settingsExplanation } from "../reports/settingsExplanation.ts";
import { chosenLocale, type ExitCode, exitCodes, type Terminal } from "../terminal.ts";
import { UsageError } from "../usageError.ts";

/** `torikime explain CODE`: what a code means; without a code, the list of all. */
export async function explainCommand(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [wanted] = given.operands;
  const locale = chosenLocale(localeOption(given), undefined, terminal);
  terminal.write(
    wanted === undefined
      ? prettyCodes(terminal, locale)
      : prettyExplanation(explanationNamed(wanted, locale), terminal, locale),
  );
  return exitCodes.clean;
}

function explanationNamed(wanted: string, locale: Locale): Explanation {
  const settings = settingsExplanation(locale);
  if ([settings.code.toLowerCase(), settings.name].includes(wanted.trim().toLowerCase())) return settings;
  const check = checkNamed(wanted);
  if (!check) throw unknownCode(wanted);
  return explanationOf(check, lazyHolidays(), locale);
}

function unknownCode(wanted: string): UsageError {
  const names = allChecks.flatMap(({ code, name }) => [code, name]);
  const guess = nearest(wanted.toUpperCase(), names) ?? nearest(wanted, names);
  const meant = guess ? { en: ` Did you mean ${guess}?`, ja: `${guess} のことですか。` } : "";
  return new UsageError(
    phrase(
      "There is no code '{wanted}'.{meant} 'torikime explain' lists them all.",
      "「{wanted}」というコードはありません。{meant}「torikime explain」で一覧を表示します。",
      { wanted, meant },
    ),
  );
}

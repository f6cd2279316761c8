/* Random agreements and exceptions as text. */
import type { Chance } from "../chance.ts";
import { textOfDay } from "../dates.ts";
import type { Setting } from "../place.ts";
import { exceptionLine } from "./calendars.ts";
import { type ClauseText, vocabulary, whenText } from "./clauses.ts";
import { commitText, verdictLines } from "./commits.ts";
import { declineLine, handleLines, handleText, someSteps } from "./handles.ts";
import { type KindText, names } from "./models.ts";

/** An agreement's text, and the clauses and cases in it that an exception may bend. */
export interface AgreementText {
  readonly text: string;
  readonly clauses: readonly ClauseText[];
}

/** An agreement of some clauses. */
export function agreementText(
  chance: Chance,
  setting: Setting,
  kinds: readonly KindText[],
  index: number,
): AgreementText {
  const name = `a${index}`;
  const parties = chance.pick([
    "Sales and Support",
    "Support and Sales",
    "Sales and Support, Night",
    "Desk, Night and Sales",
  ]);
  const found: ClauseText[] = [];
  const handles = chance.some(1, 3, (each) => handleText(chance, setting, kinds, `${name}.h${each}`, found));
  const commits = chance.some(0, 3, (each) => commitText(chance, setting, kinds, `${name}.c${each}`, found));
  // Where all hours are in one zone, it need not be written.
  const zone = setting.zones.length === 1 && chance.oneIn(2) ? "" : ` in ${chance.pick(setting.zones)}`;
  const text = [
    `agreement ${name} between ${parties}${zone} {`,
    ...(chance.oneIn(3) ? [`  effective ${period(chance, setting)}`] : []),
    ...handles.flat(),
    ...commits.flat(),
    ...idleLines(chance),
    "}",
  ].join("\n");
  return { text, clauses: found };
}

/** What decides nothing. */
function idleLines(chance: Chance): readonly string[] {
  return [
    "  guarantee g: order to customers {\n    respond within 1 business hour\n    hours night\n  }",
    '  owe f: Sales to Support "a form" with every order',
    "  review every 3 months by Ito",
  ].filter(() => chance.oneIn(4));
}

/** Some exceptions to some of the clauses. */
export function exceptionTexts(chance: Chance, setting: Setting, clauses: readonly ClauseText[]): readonly string[] {
  return chance.some(0, 3, (index) => {
    const { id, sort, kinds, steps } = chance.pick(clauses);
    const words = vocabulary(setting, kinds, sort === "commit");
    const verdictLine = sort === "commit" && chance.oneIn(3) ? chance.pick([".never", ".ask", ".may"]) : "";
    const first = setting.startDay + chance.below(18);
    const says =
      sort === "commit"
        ? verdictLines(chance, words, 2)
        : [
            ...(chance.oneIn(3) ? chance.some(1, 2, () => exceptionLine(chance, setting, names.calendars)) : []),
            ...(chance.oneIn(10) ? [declineLine(chance, "  ")] : handleLines(chance, "  ", 3)),
            ...(chance.oneIn(8) ? someSteps(chance, words, steps, "  ").lines : []),
          ];
    return [
      `exception e${index} to ${id}${verdictLine}${whenText(chance, words, 2)} {`,
      `  effective ${textOfDay(first)}..${chance.oneIn(8) ? "" : textOfDay(first + chance.below(14))}`,
      ...(chance.oneIn(6) ? [] : [`  approved by Ito on ${textOfDay(setting.startDay - 3)}`]),
      ...says,
      "}",
    ].join("\n");
  });
}

/** Dates of which most weeks of a world are within. */
function period(chance: Chance, { startDay }: Setting): string {
  const first = startDay + chance.below(8);
  const last = chance.oneIn(3) ? "" : textOfDay(first + 5 + chance.below(20));
  return `${textOfDay(first)}..${last}`;
}

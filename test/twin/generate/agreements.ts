/* Random agreements and exceptions as text. */
import type { Chance } from "../chance.ts";
import { textOfDay } from "../dates.ts";
import type { Setting } from "../place.ts";
import { datedLine } from "./calendars.ts";
import { conditionText, type Vocabulary } from "./conditions.ts";
import { type KindText, names } from "./models.ts";

/** An agreement's text, and the clauses and cases in it that an exception may bend. */
export interface AgreementText {
  readonly text: string;
  readonly clauses: readonly ClauseText[];
}

/** A clause or a case: its id, sort and kinds. */
export interface ClauseText {
  readonly id: string;
  readonly sort: "handle" | "commit";
  readonly kinds: readonly KindText[];
}

/** An agreement of some clauses. */
export function agreementText(
  chance: Chance,
  setting: Setting,
  kinds: readonly KindText[],
  index: number,
): AgreementText {
  const name = `a${index}`;
  const parties = chance.oneIn(4)
    ? "Sales and Support, Night"
    : chance.pick(["Sales and Support", "Support and Sales"]);
  const found: ClauseText[] = [];
  const handles = chance.some(1, 3, (each) => handleText(chance, setting, kinds, `${name}.h${each}`, found));
  const commits = chance.some(0, 2, (each) => commitText(chance, setting, kinds, `${name}.c${each}`, found));
  const text = [
    `agreement ${name} between ${parties} in ${chance.pick(setting.zones)} {`,
    ...(chance.oneIn(3) ? [`  effective ${period(chance, setting)}`] : []),
    ...handles.flat(),
    ...commits.flat(),
    "}",
  ].join("\n");
  return { text, clauses: found };
}

/** Some exceptions to some of the clauses. */
export function exceptionTexts(chance: Chance, setting: Setting, clauses: readonly ClauseText[]): readonly string[] {
  return chance.some(0, 3, (index) => {
    const { id, sort, kinds } = chance.pick(clauses);
    const words = vocabulary(setting, kinds, sort === "commit");
    const verdictLine = sort === "commit" && chance.oneIn(4) ? ".never" : "";
    const first = setting.startDay + chance.below(18);
    const open = chance.oneIn(3) ? [datedLine(chance, setting, chance.oneIn(4) ? "closed" : "open")] : [];
    return [
      `exception e${index} to ${id}${verdictLine}${whenText(chance, words, 2)} {`,
      `  effective ${textOfDay(first)}..${chance.oneIn(8) ? "" : textOfDay(first + chance.below(14))}`,
      ...(chance.oneIn(6) ? [] : [`  approved by Ito on ${textOfDay(setting.startDay - 3)}`]),
      ...(sort === "commit" ? verdictLines(chance, words, 2) : [...open, ...handleLines(chance, "  ", 3)]),
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

function handleText(
  chance: Chance,
  setting: Setting,
  all: readonly KindText[],
  id: string,
  found: ClauseText[],
): readonly string[] {
  const kinds = chance.oneIn(2) ? all.slice(0, 2) : [chance.pick(all.slice(0, 2))];
  const words = vocabulary(setting, kinds, false);
  found.push({ id, sort: "handle", kinds });
  const steps = chance.oneIn(4) ? stepTexts(chance, words, "    ") : [];
  return [
    `  handle ${lastOf(id)}: ${kinds.map(({ name }) => name).join(", ")}${whenText(chance, words, 2)} {`,
    ...(chance.oneIn(12) ? ['    decline because "no"'] : byLines(chance, steps.length > 0)),
    ...steps,
    ...handleLines(chance, "    ", 2),
    ...chance.some(0, 3, (each) => caseText(chance, words, `${id}.k${each}`, kinds, found, 2)).flat(),
    ...(chance.oneIn(4) ? tableText(chance, kinds) : []),
    "  }",
  ];
}

function caseText(
  chance: Chance,
  words: Vocabulary,
  id: string,
  kinds: readonly KindText[],
  found: ClauseText[],
  depth: number,
): readonly string[] {
  found.push({ id, sort: "handle", kinds });
  const indent = " ".repeat(8 - 2 * depth);
  const inner = depth > 1 && chance.oneIn(3) ? caseText(chance, words, `${id}.n`, kinds, found, depth - 1) : [];
  return [
    `${indent}case ${lastOf(id)}${whenText(chance, words, 8)} {`,
    ...handleLines(chance, indent + "  ", 4),
    ...(chance.oneIn(10) ? stepTexts(chance, words, indent + "  ").slice(0, 2) : []),
    ...inner,
    `${indent}}`,
  ];
}

/** Without a `by` line whoever has the first step that is done handles it. */
function byLines(chance: Chance, hasSteps: boolean): readonly string[] {
  return hasSteps && chance.oneIn(3) ? [] : [`    by ${byText(chance)}`];
}

function stepTexts(chance: Chance, words: Vocabulary, indent: string): readonly string[] {
  return ["draft", "verify", "approve", "place"].slice(0, 2 + chance.below(3)).map((name, index, all) => {
    const timing = chance.oneIn(4)
      ? `at next ${chance.oneIn(3) ? chance.pick(["Mon ", "Thu "]) : ""}${chance.pick(["15:00", "10:00", "17:00", "18:00"])}`
      : `within ${durationText(chance)}`;
    const when = index > 0 && chance.oneIn(3) ? ` when ${conditionText(chance, words, 1)}` : "";
    const back = chance.oneIn(3)
      ? ` else back to ${chance.pick(all.slice(0, index + 1))} within ${durationText(chance)}`
      : "";
    return `${indent}step ${name} by ${byText(chance)} ${timing}${when}${back}`;
  });
}

function tableText(chance: Chance, kinds: readonly KindText[]): readonly string[] {
  const [first] = kinds;
  const second =
    kinds.length === 1 ? first?.fields.find(({ name }) => name === "severity" || name === "size") : undefined;
  const heads = chance.subset(["respond", "resolve"]);
  const values =
    second === undefined ? [""] : second.name === "severity" ? [", urgent", ", normal"] : [", large", ", any"];
  const rows = chance.subset(["gold", "silver", "standard"]).map((tier) => tier + chance.pick(values));
  return [
    `    table tier${second ? `, ${second.name}` : ""} -> ${heads.join(", ")}`,
    ...rows.map((row) => `      ${row} -> ${heads.map(() => durationText(chance)).join(", ")}`),
  ];
}

function handleLines(chance: Chance, indent: string, rarity: number): readonly string[] {
  const line = (times: number, text: () => string) => (chance.oneIn(times) ? [indent + text()] : []);
  return [
    ...line(rarity * 3, () => `by ${byText(chance)}`).slice(rarity < 3 ? 1 : 0),
    ...line(rarity, () => `via ${chance.subset(names.channels).join(", ")}`),
    ...line(rarity * 2, () => `via ${chance.pick(names.channels)} during ${chance.pick(names.calendars)}`),
    ...line(rarity + 1, () => `hours ${chance.pick(names.calendars)}`),
    ...line(rarity * 3, () => `cutoff ${chance.pick(["15:00", "09:30", "12:00", "23:15"])}`),
    ...line(rarity, () => `respond within ${targetText(chance)}`),
    ...line(rarity, () => `resolve within ${targetText(chance)}`),
    ...line(rarity + 1, () => `escalate after ${durationText(chance)} to ${whoText(chance)}`),
    ...line(rarity * 2, () => `escalate after ${durationText(chance)} to ${whoText(chance)}`),
    ...line(rarity + 1, () => `say "${chance.pick(["Use {channel}.", "Thank you.", "{channel} へどうぞ。"])}"`),
    ...line(rarity * 4, () => `surcharge ${chance.pick(["35%", "12.5%", "30_000 JPY"])} because "late"`),
  ];
}

function commitText(
  chance: Chance,
  setting: Setting,
  all: readonly KindText[],
  id: string,
  found: ClauseText[],
): readonly string[] {
  const kinds = [chance.pick(all)];
  const words = vocabulary(setting, kinds, true);
  found.push({ id, sort: "commit", kinds });
  const cases = chance.some(0, 2, (each) => commitCaseText(chance, words, `${id}.k${each}`, kinds, found, 2));
  return [
    `  commit ${lastOf(id)}: ${kinds.map(({ name }) => name).join(", ")} by ${chance.pick(["Sales", "Sales", "Support"])}${whenText(chance, words, 3)} {`,
    ...verdictLines(chance, words, 4),
    ...cases.flat(),
    "  }",
  ];
}

function commitCaseText(
  chance: Chance,
  words: Vocabulary,
  id: string,
  kinds: readonly KindText[],
  found: ClauseText[],
  depth: number,
): readonly string[] {
  found.push({ id, sort: "commit", kinds });
  const indent = " ".repeat(8 - 2 * depth);
  const inner = depth > 1 && chance.oneIn(3) ? commitCaseText(chance, words, `${id}.n`, kinds, found, depth - 1) : [];
  return [
    `${indent}case ${lastOf(id)}${whenText(chance, words, 8)} {`,
    ...verdictLines(chance, words, 10 - 2 * depth),
    ...inner,
    `${indent}}`,
  ];
}

function verdictLines(chance: Chance, words: Vocabulary, indent: number): readonly string[] {
  const because = () => (chance.oneIn(2) ? ` because "${chance.pick(["margin", "law"])}"` : "");
  return chance.some(1, 3, () => {
    const verdict = chance.pick([
      "may",
      "never",
      `ask ${whoText(chance)} within ${durationText(chance)}`,
      `ask ${whoText(chance)} within ${durationText(chance)}`,
    ]);
    return " ".repeat(indent) + verdict + whenText(chance, words, 7) + because();
  });
}

/** A condition, so many times in ten. */
function whenText(chance: Chance, words: Vocabulary, inTen: number): string {
  return chance.below(10) < inTen ? ` when ${conditionText(chance, words)}` : "";
}

function byText(chance: Chance): string {
  return chance.pick([
    "Support",
    "Support",
    "Night",
    "Desk",
    "Kudo",
    "Abe of Support",
    "Abe of Night",
    "lead of Support",
    "all of Night",
    "owner of customer",
  ]);
}

function whoText(chance: Chance): string {
  return chance.pick([
    "Support",
    "lead of Sales",
    "lead of Support",
    "lead of asker",
    "all of Night",
    "Tanaka",
    "Night",
    "Abe of Night",
    "owner of customer",
  ]);
}

function targetText(chance: Chance): string {
  if (chance.oneIn(5))
    return `${1 + chance.below(3)} ${chance.pick(["business", "calendar"])} days before ${chance.pick(["12:00", "10:30"])}`;
  return durationText(chance);
}

function durationText(chance: Chance): string {
  return chance
    .pick([
      "30 business minutes",
      "1 business hour",
      "2 business hours",
      "4.5 business hours",
      "11 business hours",
      "1 business day",
      "3 business days",
      "45 clock minutes",
      "2 clock hours",
      "30 clock hours",
      "2 calendar days",
    ])
    .replace(/^1 (\w+ \w+)s$/, "1 $1");
}

/** The words for conditions of a clause: fields that all of its kinds have. */
function vocabulary(setting: Setting, kinds: readonly KindText[], promising: boolean): Vocabulary {
  const [first, ...others] = kinds;
  const fields = first?.fields.filter((field) => others.every((other) => other.fields.includes(field))) ?? [];
  return {
    setting,
    fields,
    calendars: names.calendars,
    customers: names.customers,
    teams: names.teams.slice(0, 3),
    channels: promising ? names.channels : [],
  };
}

function lastOf(id: string): string {
  return id.split(".").at(-1) ?? id;
}

/* Random handle clauses as text, with cases, steps and target tables. */
import type { Chance } from "../chance.ts";
import type { Setting } from "../place.ts";
import { type ClauseText, isOf, lastOf, someOf, vocabulary, whenText } from "./clauses.ts";
import { conditionText, type Vocabulary } from "./conditions.ts";
import { type KindText, names } from "./models.ts";
import { byText, durationText, targetText, whoText } from "./words.ts";

/** A clause about one kind or two; what an exception may bend in it goes to `found`. */
export function handleText(
  chance: Chance,
  setting: Setting,
  all: readonly KindText[],
  id: string,
  found: ClauseText[],
): readonly string[] {
  const kinds = chance.oneIn(2) ? all.slice(0, 2) : [chance.pick(all.slice(0, 2))];
  const words = vocabulary(setting, kinds, false);
  const named = chance.oneIn(4) ? stepNames.slice(0, 2 + chance.below(3)) : [];
  const steps = stepTexts(chance, words, named, "    ");
  const clause: ClauseText = { id, sort: "handle", kinds, steps: named };
  found.push(clause);
  return [
    `  handle ${lastOf(id)}${isOf(kinds)}${whenText(chance, words, 2)} {`,
    ...(chance.oneIn(12) ? [declineLine(chance, "    ")] : byLines(chance, steps.length > 0)),
    ...steps,
    ...handleLines(chance, "    ", 2),
    ...chance.some(0, 3, (each) => caseText(chance, setting, { ...clause, id: `${id}.k${each}` }, found, 2)).flat(),
    ...(chance.oneIn(4) ? tableText(chance, words, kinds, "    ") : []),
    "  }",
  ];
}

function caseText(
  chance: Chance,
  setting: Setting,
  around: ClauseText,
  found: ClauseText[],
  depth: number,
): readonly string[] {
  const kinds = someOf(chance, around.kinds);
  const words = vocabulary(setting, kinds, false);
  const steps = chance.oneIn(8) ? someSteps(chance, words, around.steps, " ".repeat(10 - 2 * depth)) : noSteps;
  const own: ClauseText = { ...around, kinds, steps: [...new Set([...around.steps, ...steps.names])] };
  found.push(own);
  const indent = " ".repeat(8 - 2 * depth);
  const inner =
    depth > 0 && chance.oneIn(3) ? caseText(chance, setting, { ...own, id: `${own.id}.n` }, found, depth - 1) : [];
  return [
    `${indent}case ${lastOf(own.id)}${kinds.length < around.kinds.length ? isOf(kinds) : ""}${whenText(chance, words, 8)} {`,
    ...(chance.oneIn(15) ? [declineLine(chance, indent + "  ")] : handleLines(chance, indent + "  ", 4)),
    ...steps.lines,
    ...inner,
    ...(chance.oneIn(10) ? tableText(chance, words, kinds, indent + "  ") : []),
    `${indent}}`,
  ];
}

/** A deliberate no. */
export function declineLine(chance: Chance, indent: string): string {
  return `${indent}decline because "${chance.pick(["no", "not us"])}"`;
}

/** Without a `by` line whoever has the first step that is done handles it. */
function byLines(chance: Chance, hasSteps: boolean): readonly string[] {
  return hasSteps && chance.oneIn(3) ? [] : [`    by ${byText(chance)}`];
}

const stepNames = ["draft", "verify", "approve", "place"];

function stepTexts(chance: Chance, words: Vocabulary, names: readonly string[], indent: string): readonly string[] {
  return names.map((name, index) => {
    const when = index > 0 && chance.oneIn(3) ? ` when ${conditionText(chance, words, 1)}` : "";
    return `${indent}step ${stepText(chance, name, when, names.slice(0, index + 1))}`;
  });
}

/** Steps of an overlay, with their names. */
export interface SomeSteps {
  readonly names: readonly string[];
  readonly lines: readonly string[];
}

const noSteps: SomeSteps = { names: [], lines: [] };

/** Steps of an overlay, each alone: one that the clause has, or one that comes after all of it. */
export function someSteps(chance: Chance, words: Vocabulary, below: readonly string[], indent: string): SomeSteps {
  const names = chance.subset([...stepNames, "check"]);
  const lines = names.map((name) => {
    const when = chance.oneIn(3) ? ` when ${conditionText(chance, words, 1)}` : "";
    return `${indent}step ${stepText(chance, name, when, [...below, ...names])}`;
  });
  return { names, lines };
}

function stepText(chance: Chance, name: string, when: string, before: readonly string[]): string {
  const timing = chance.oneIn(4)
    ? `at next ${chance.oneIn(3) ? chance.pick(["Mon ", "Thu ", "Sat "]) : ""}${chance.pick(nextTimes)}`
    : `within ${durationText(chance)}`;
  const needs = chance.oneIn(6) ? " needs form" : "";
  const checks = chance.oneIn(6) ? ` checks ${chance.pick(["form", "form, seal twice"])}` : "";
  const back = chance.oneIn(3) ? ` else back to ${chance.pick(before)} within ${durationText(chance)}` : "";
  return `${name} by ${byText(chance)} ${timing}${when}${needs}${checks}${back}`;
}

const nextTimes = ["15:00", "10:00", "17:00", "18:00", "00:00", "24:00", "02:30", "06:00"];

function tableText(chance: Chance, words: Vocabulary, kinds: readonly KindText[], indent: string): readonly string[] {
  const [first] = kinds;
  const own = kinds.length === 1 ? (first?.fields ?? []) : [];
  const fields = chance.subset([tierColumn, customerColumn, ...own.flatMap(columnOf)]).slice(0, 3);
  const heads = chance.subset(["respond", "resolve"]);
  const rows = chance.some(1, 3, () =>
    fields.map(({ values }) => (chance.oneIn(5) ? "any" : chance.pick(values))).join(", "),
  );
  void words;
  return [
    `${indent}table ${fields.map(({ name }) => name).join(", ")} -> ${heads.join(", ")}`,
    ...[...new Set(rows)].map((row) => `${indent}  ${row} -> ${heads.map(() => durationText(chance)).join(", ")}`),
  ];
}

interface Column {
  readonly name: string;
  readonly values: readonly string[];
}

const tierColumn: Column = { name: "tier", values: ["gold", "silver", "standard"] };
const customerColumn: Column = { name: "customer", values: ["Acme", "Bolt"] };

function columnOf({ name }: KindText["fields"][number]): readonly Column[] {
  switch (name) {
    case "severity":
      return [{ name, values: ["low", "normal", "urgent"] }];
    case "size":
      return [{ name, values: ["small", "large"] }];
    case "rate":
      return [{ name, values: ["5%", "12.5%"] }];
    case "note":
      return [{ name, values: ['"hot"', '"cold"'] }];
    default:
      return [];
  }
}

/** Lines of a clause, a case or an exception; the rarer, the fewer. */
export function handleLines(chance: Chance, indent: string, rarity: number): readonly string[] {
  const line = (times: number, text: () => string) => (chance.oneIn(times) ? [indent + text()] : []);
  return [
    ...line(rarity * 3, () => `by ${byText(chance)}`).slice(rarity < 3 ? 1 : 0),
    ...line(rarity, () => `via ${chance.subset(names.channels).join(", ")}`),
    ...line(rarity * 2, () => `via ${chance.subset(names.channels).join(", ")} during ${chance.pick(names.calendars)}`),
    ...line(rarity * 3, () => `via ${chance.pick(names.channels)} during ${chance.pick(names.calendars)}`),
    ...line(rarity + 1, () => `hours ${chance.pick(names.calendars)}`),
    ...line(rarity * 3, () => `cutoff ${chance.pick(cutoffs)}`),
    ...line(rarity, () => `respond within ${targetText(chance)}`),
    ...line(rarity, () => `resolve within ${targetText(chance)}`),
    ...line(rarity + 1, () => `escalate after ${durationText(chance)} to ${whoText(chance)}`),
    ...line(rarity * 2, () => `escalate after ${durationText(chance)} to ${whoText(chance)}`),
    ...line(rarity * 3, () => `escalate after ${durationText(chance)} to ${whoText(chance)}`),
    ...line(rarity + 1, () => `say "${chance.pick(sentences)}"`),
    ...line(rarity * 4, () => `surcharge ${chance.pick(rates)} because "late"`),
  ];
}

const cutoffs = ["15:00", "09:30", "12:00", "23:15", "00:00", "24:00", "03:00", "22:00", "06:00"];
const rates = ["35%", "12.5%", "30_000 JPY", "premium of Japan", "premium of Japan", "premium of Germany"];
const sentences = [
  "Use {channel}.",
  "Thank you.",
  "{channel} へどうぞ。",
  "{channel}, or {channel}: it is read by all ($1).",
  "お急ぎの方は {channel} まで。",
];

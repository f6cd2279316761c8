/* Random models as text: a company, and what its teams agreed on. */
import type { Chance } from "../chance.ts";
import { textOfDay } from "../dates.ts";
import type { Setting } from "../place.ts";
import { worldDays } from "../world.ts";
import { agreementText, exceptionTexts } from "./agreements.ts";
import { calendarTexts, dates } from "./calendars.ts";
import { type FieldText, fields } from "./conditions.ts";

/** The names that every random model has. */
export const names = {
  calendars: ["office", "desk", "night"],
  channels: ["email", "portal", "phone", "窓口"],
  teams: ["Sales", "Support", "Night", "Desk", "Ghost"],
  customers: ["Acme", "Bolt", "Solo"],
  people: ["Sato", "Mori", "Tanaka", "Ito", "Abe", "Kudo", "Oda", "Ueno", "Kato"],
} as const;

const staff: Readonly<Record<string, readonly string[]>> = {
  Sales: ["Sato", "Mori", "Tanaka"],
  Support: ["Ito", "Abe", "Kudo"],
  Night: ["Oda", "Ueno", "Abe"],
  Desk: ["Kato", "Oda"],
};

/** A kind of request with its fields. */
export interface KindText {
  readonly name: string;
  readonly fields: readonly FieldText[];
}

/** A model's text, and what may be asked of it. */
export interface ModelText {
  readonly setting: Setting;
  readonly text: string;
  readonly kinds: readonly KindText[];
}

/** A model of some weeks. */
export function modelText(chance: Chance, setting: Setting): ModelText {
  const kinds = ["incident", "order", "discount"].map((name) => ({
    name,
    fields: fields.filter(() => chance.oneIn(4)),
  }));
  const agreements = chance.some(1, 2, (index) => agreementText(chance, setting, kinds, index));
  const declarations = [
    ...calendarTexts(chance, setting, names.calendars),
    `channel ${names.channels.join(", ")}`,
    ...names.teams.map((team) => teamText(chance, setting, team)),
    "attribute tier of customer: standard | silver | gold",
    "attribute size_of_customer of customer: number",
    "attribute since of customer: date",
    "attribute share of customer: percent",
    "attribute credit of customer: JPY",
    ...names.customers.map((customer) => customerText(chance, setting, customer)),
    ...handoverTexts(chance, setting),
    ...kinds.map(kindText),
    ...agreements.map(({ text: agreement }) => agreement),
    ...exceptionTexts(
      chance,
      setting,
      agreements.flatMap(({ clauses }) => clauses),
    ),
    ...idleTexts(chance),
  ];
  // Order never matters.
  return { setting, text: chance.shuffled(declarations).join("\n"), kinds };
}

/** What decides nothing. */
function idleTexts(chance: Chance): readonly string[] {
  return [
    ...(chance.oneIn(3) ? ["impossible when tier is gold and channel is not email"] : []),
    ...(chance.oneIn(3) ? ["prove p: order is handled by Support when tier is silver"] : []),
    ...(chance.oneIn(3) ? ["prove q: discount is never"] : []),
  ];
}

function teamText(chance: Chance, setting: Setting, team: string): string {
  if (team === "Ghost") return ghostText(chance);
  const [lead = "", ...members] = staff[team] ?? [];
  const all = [lead, ...members];
  const from = textOfDay(setting.startDay - 40 + chance.below(60));
  const lines = [
    `  lead    ${lead}`,
    ...(members.length > 0 ? [`  members ${members.join(", ")}`] : []),
    `  hours   ${chance.pick(names.calendars)}`,
    ...names.channels
      .filter(() => chance.oneIn(2))
      .flatMap((each) => chance.some(1, chance.oneIn(4) ? 2 : 1, (index) => reachText(each, team, index))),
    ...(chance.oneIn(2)
      ? [`  duty    ${chance.subset(all).join(", ")} ${chance.pick(["daily", "weekly", "monthly"])} from ${from}`]
      : []),
    ...(all.length > 1 && chance.oneIn(2) ? chance.some(1, 2, () => deputyText(chance, all)) : []),
    ...(chance.oneIn(8) ? [deputyText(chance, names.people)] : []),
    ...all.filter(() => chance.oneIn(3)).map((each) => `  away    ${each} ${dates(chance, setting, 24)}`),
    // Once more, perhaps at the same time.
    ...all.filter(() => chance.oneIn(8)).map((each) => `  away    ${each} ${longerDates(chance, setting)}`),
    ...(chance.oneIn(12) ? all.map((each) => `  away    ${each} ${longAbsence(setting)}`) : []),
  ];
  return [`team ${team} {`, ...lines, "}"].join("\n");
}

/** A team that lacks what teams usually have. */
function ghostText(chance: Chance): string {
  const lines = ["  lead    Mori", "  members Kato, Abe", `  hours   ${chance.pick(names.calendars)}`];
  return ["team Ghost {", ...lines.filter(() => chance.oneIn(3)), "}"].join("\n");
}

function reachText(channel: string, team: string, index: number): string {
  return `  reach   via ${channel} at "${index === 0 ? channel : "$&"}@${team}"`;
}

function longerDates(chance: Chance, setting: Setting): string {
  return `${dates(chance, setting, 24).slice(0, 10)}..${textOfDay(setting.startDay + 25)}`;
}

function longAbsence({ startDay }: Setting): string {
  return `${textOfDay(startDay)}..${textOfDay(startDay + worldDays)}`;
}

function deputyText(chance: Chance, people: readonly string[]): string {
  const of = chance.pick(people);
  return `  deputy  ${chance.pick(people.filter((each) => each !== of))} for ${of}`;
}

function customerText(chance: Chance, setting: Setting, customer: string): string {
  const lines = [
    ...(chance.oneIn(3) ? [] : [`  owner  ${chance.pick([...(staff.Sales ?? []), "Abe", "Oda"])}`]),
    ...(chance.oneIn(2) ? [] : [`  backup ${chance.pick(names.people)}`]),
    ...(chance.oneIn(2) ? [] : [`  since is ${textOfDay(setting.startDay + 6 + chance.below(4))}`]),
    ...(chance.oneIn(2) ? [] : [`  share is ${chance.pick(["12.49", "12.5", "13"])}%`]),
    ...(chance.oneIn(2) ? [] : [`  credit is ${chance.pick(["999", "1000", "1001"])} JPY`]),
    ...(chance.oneIn(4) ? [] : [`  tier is ${chance.pick(["standard", "silver", "gold"])}`]),
    ...(chance.oneIn(2) ? [] : [`  size_of_customer is ${chance.pick([99, 100, 101])}`]),
  ];
  return [`customer ${customer} {`, ...lines, "}"].join("\n");
}

/** One or two of a customer, between people of whom one may own it; the second may begin before the first one ends. */
function handoverTexts(chance: Chance, { startDay }: Setting): readonly string[] {
  return names.customers.flatMap((customer) =>
    chance.some(0, chance.oneIn(3) ? 2 : 0, (index) => {
      const [from = "", to = ""] = chance.pick([
        ["Sato", "Mori"],
        ["Mori", "Sato"],
        ["Tanaka", "Abe"],
        ["Mori", "Oda"],
      ]);
      const first = startDay + chance.below(16);
      const dates = `${textOfDay(first)}..${chance.oneIn(8) ? "" : textOfDay(first + chance.below(10))}`;
      const name = `${chance.pick(["of", "to"])}_${customer}_${index}`;
      return `handover ${name} of ${customer} from ${from} to ${to} {\n  effective ${dates}\n}`;
    }),
  );
}

function kindText({ name, fields: own }: KindText): string {
  return own.length === 0
    ? `request ${name}`
    : `request ${name} { ${own.map((each) => `${each.name}: ${each.type}`).join(", ")} }`;
}

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
  channels: ["email", "portal", "phone", "chat"],
  teams: ["Sales", "Support", "Night", "Desk", "Ghost"],
  customers: ["Acme", "Bolt", "Solo"],
  people: ["Sato", "Mori", "Tanaka", "Ito", "Abe", "Kudo", "Oda", "Ueno", "Kato"],
} as const;

const staff: Readonly<Record<string, readonly string[]>> = {
  Sales: ["Sato", "Mori", "Tanaka"],
  Support: ["Ito", "Abe", "Kudo"],
  Night: ["Oda", "Ueno", "Abe"],
  Desk: ["Kato"],
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
  const text = [
    ...calendarTexts(chance, setting, names.calendars),
    `channel ${names.channels.join(", ")}`,
    ...names.teams.map((team) => teamText(chance, setting, team)),
    "attribute tier of customer: standard | silver | gold",
    "attribute size_of_customer of customer: number",
    ...names.customers.map((customer) => customerText(chance, customer)),
    ...handoverTexts(chance, setting),
    ...kinds.map(kindText),
    ...agreements.map(({ text: agreement }) => agreement),
    ...exceptionTexts(
      chance,
      setting,
      agreements.flatMap(({ clauses }) => clauses),
    ),
  ].join("\n");
  return { setting, text, kinds };
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
      .slice(0, 2)
      .filter(() => chance.oneIn(2))
      .map((each) => `  reach   via ${each} at "${each}@${team}"`),
    ...(chance.oneIn(2)
      ? [`  duty    ${chance.subset(all).join(", ")} ${chance.pick(["daily", "weekly", "monthly"])} from ${from}`]
      : []),
    ...(all.length > 1 && chance.oneIn(2) ? [deputyText(chance, all)] : []),
    ...all.filter(() => chance.oneIn(3)).map((each) => `  away    ${each} ${dates(chance, setting, 24)}`),
    ...(chance.oneIn(12) ? all.map((each) => `  away    ${each} ${longAbsence(setting)}`) : []),
  ];
  return [`team ${team} {`, ...lines, "}"].join("\n");
}

/** A team that lacks what teams usually have. */
function ghostText(chance: Chance): string {
  const lines = ["  lead    Mori", "  members Kato, Abe", `  hours   ${chance.pick(names.calendars)}`];
  return ["team Ghost {", ...lines.filter(() => chance.oneIn(3)), "}"].join("\n");
}

function longAbsence({ startDay }: Setting): string {
  return `${textOfDay(startDay)}..${textOfDay(startDay + worldDays)}`;
}

function deputyText(chance: Chance, people: readonly string[]): string {
  const of = chance.pick(people);
  return `  deputy  ${chance.pick(people.filter((each) => each !== of))} for ${of}`;
}

function customerText(chance: Chance, customer: string): string {
  const lines = [
    ...(chance.oneIn(3) ? [] : [`  owner  ${chance.pick(staff.Sales ?? [])}`]),
    ...(chance.oneIn(2) ? [] : [`  backup ${chance.pick(staff.Support ?? [])}`]),
    ...(chance.oneIn(4) ? [] : [`  tier is ${chance.pick(["standard", "silver", "gold"])}`]),
    ...(chance.oneIn(2) ? [] : [`  size_of_customer is ${chance.pick([99, 100, 101])}`]),
  ];
  return [`customer ${customer} {`, ...lines, "}"].join("\n");
}

/** At most one of each customer, between people of whom one may own it. */
function handoverTexts(chance: Chance, { startDay }: Setting): readonly string[] {
  return names.customers
    .filter(() => chance.oneIn(4))
    .map((customer) => {
      const [from = "", to = ""] = chance.oneIn(2) ? ["Sato", "Mori"] : ["Tanaka", "Abe"];
      const first = startDay + chance.below(16);
      const dates = `${textOfDay(first)}..${textOfDay(first + chance.below(10))}`;
      return `handover of_${customer} of ${customer} from ${from} to ${to} {\n  effective ${dates}\n}`;
    });
}

function kindText({ name, fields: own }: KindText): string {
  return own.length === 0
    ? `request ${name}`
    : `request ${name} { ${own.map((each) => `${each.name}: ${each.type}`).join(", ")} }`;
}

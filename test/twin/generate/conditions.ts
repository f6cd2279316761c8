/* Random conditions as text. */
import type { Chance } from "../chance.ts";
import { textOfDay } from "../dates.ts";
import type { Setting } from "../place.ts";
import { dates, monthDays, weekdays } from "./calendars.ts";

/** What a field can be compared with. */
export interface FieldText {
  readonly name: string;
  readonly type: string;
  /** A condition on it. */
  readonly condition: (chance: Chance, setting: Setting) => string;
  /** A value for a request. */
  readonly value: (chance: Chance, setting: Setting) => string;
}

const severities = ["low", "normal", "urgent"];
const sizes = ["small", "large"];
const slots = ["09:00", "17:30", "24:00"];

/** The fields of the random kinds. */
export const fields: readonly FieldText[] = [
  enumField("severity", severities),
  enumField("size", sizes),
  numberField("rate", "percent", ["5", "10", "12.5", "20"], (constant) => constant + "%"),
  numberField("amount", "JPY", ["1000", "50000"], (constant) => `${constant} JPY`),
  numberField("items", "number", ["2", "3.25"], (constant) => constant),
  numberField("lead", "business days", ["2", "5"], (constant) => `${constant} business days`),
  numberField("call", "clock minutes", ["0", "30"], (constant) => `${constant} clock minutes`),
  {
    name: "slot",
    type: "time",
    condition: (chance) => `slot ${chance.pick(["<", "<=", ">", ">=", "is", "is not"])} ${chance.pick(slots)}`,
    value: (chance) => chance.pick(["00:00", "08:59", "09:00", "09:01", "17:30", "24:00"]),
  },
  {
    name: "start",
    type: "date",
    condition: (chance, setting) =>
      chance.pick([
        `start on ${dates(chance, setting, 20)}`,
        `start on ${weekdays(chance)}`,
        `start on ${monthDays(chance, setting)}`,
        `start is one of ${textOfDay(setting.startDay + 9)}, ${textOfDay(setting.startDay + 14)}`,
        `start ${chance.pick(["during", "outside"])} ${chance.pick(["office", "desk"])}`,
        `start ${chance.pick(["<", "<=", ">", ">=", "is", "is not"])} ${textOfDay(setting.startDay + 5 + chance.below(20))}`,
      ]),
    value: (chance, { startDay }) => textOfDay(startDay + 5 + chance.below(20)),
  },
  {
    name: "note",
    type: "text",
    condition: (chance) => chance.pick(['note is "hot"', 'note is not "cold"', 'note is one of "hot", "cold"']),
    value: (chance) => '"' + chance.pick(["hot", "cold", "else"]),
  },
];

function enumField(name: string, values: readonly string[]): FieldText {
  return {
    name,
    type: values.join(" | "),
    condition: (chance) =>
      chance.oneIn(4)
        ? `${name} is ${chance.oneIn(2) ? "not " : ""}one of ${chance.subset(values).join(", ")}`
        : `${name} is ${chance.oneIn(3) ? "not " : ""}${chance.pick(values)}`,
    value: (chance) => chance.pick(values),
  };
}

function numberField(
  name: string,
  type: string,
  constants: readonly string[],
  written: (constant: string) => string,
): FieldText {
  const operators = ["<", "<=", ">", ">=", "is", "is not"];
  const whole = type === "JPY" || type === "business days" || type === "clock minutes";
  return {
    name,
    type,
    condition: (chance) =>
      chance.oneIn(8)
        ? `${name} is ${chance.oneIn(2) ? "not " : ""}one of ${constants.map(written).join(", ")}`
        : `${name} ${chance.pick(operators)} ${written(chance.pick(constants))}`,
    value: (chance) => {
      const constant = Number(chance.pick(constants));
      return String(constant + chance.pick(whole ? [-1, 0, 1] : [-0.5, 0, 0.5]));
    },
  };
}

/** Names that conditions may use beside a kind's fields. */
export interface Vocabulary {
  readonly setting: Setting;
  readonly fields: readonly FieldText[];
  readonly calendars: readonly string[];
  readonly customers: readonly string[];
  readonly teams: readonly string[];
  /** Empty where conditions may not ask for the channel. */
  readonly channels: readonly string[];
}

/** A condition of one test or a few. */
export function conditionText(chance: Chance, vocabulary: Vocabulary, depth = 2): string {
  const part = () => conditionText(chance, vocabulary, depth - 1);
  switch (depth > 0 ? chance.below(8) : 9) {
    case 0:
      return `${part()} and ${part()}`;
    case 1:
      return `(${part()} or ${part()})`;
    case 2:
      return `not (${part()})`;
    default:
      return test(chance, vocabulary);
  }
}

function test(chance: Chance, { setting, fields: own, calendars, customers, teams, channels }: Vocabulary): string {
  const negated = chance.oneIn(3) ? "not " : "";
  const value = (from: readonly string[]) =>
    chance.oneIn(4) ? `${negated}one of ${chance.subset(from).join(", ")}` : negated + chance.pick(from);
  switch (chance.below(11)) {
    case 0:
      return `tier is ${value(["standard", "silver", "gold"])}`;
    case 1:
      return `customer is ${value(customers)}`;
    case 2:
      return `asker is ${value(teams)}`;
    case 3:
      return `${chance.pick(["during", "outside"])} ${chance.pick(calendars)}`;
    case 4:
      return `on ${chance.oneIn(3) ? dates(chance, setting, 20) : chance.oneIn(4) ? monthDays(chance, setting) : weekdays(chance)}`;
    case 5:
      if (channels.length > 0) return `channel is ${value(channels)}`;
      return `size_of_customer ${chance.pick(["<", ">=", "is", "is not"])} 100`;
    case 6:
      return chance.pick([
        `since ${chance.pick(["<", ">=", "is", "is not"])} ${textOfDay(setting.startDay + 8)}`,
        `since on ${chance.oneIn(2) ? dates(chance, setting, 20) : weekdays(chance)}`,
        `since ${chance.pick(["during", "outside"])} ${chance.pick(calendars)}`,
        `share ${chance.pick(["<", "<=", ">", ">=", "is", "is not"])} 12.5%`,
        `credit ${chance.pick(["<", "<=", ">", ">="])} 1_000 JPY`,
      ]);
    default:
      return own.length > 0 ? chance.pick(own).condition(chance, setting) : `tier is ${negated}silver`;
  }
}

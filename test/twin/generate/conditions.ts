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

/** The fields of the random kinds. */
export const fields: readonly FieldText[] = [
  enumField("severity", severities),
  enumField("size", sizes),
  numberField("rate", "percent", ["5", "10", "12.5", "20"], (constant) => constant + "%"),
  numberField("amount", "JPY", ["1000", "50000"], (constant) => `${constant} JPY`),
  numberField("items", "number", ["2", "3.25"], (constant) => constant),
  numberField("lead", "business days", ["2", "5"], (constant) => `${constant} business days`),
  {
    name: "start",
    type: "date",
    condition: (chance, setting) =>
      chance.pick([
        `start on ${dates(chance, setting, 20)}`,
        `start on ${weekdays(chance)}`,
        `start ${chance.pick(["during", "outside"])} ${chance.pick(["office", "desk"])}`,
        `start ${chance.pick(["<", ">=", "is", "is not"])} ${textOfDay(setting.startDay + 5 + chance.below(20))}`,
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
        ? `${name} is one of ${chance.subset(values).join(", ")}`
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
  const whole = type === "JPY" || type === "business days";
  return {
    name,
    type,
    condition: (chance) => `${name} ${chance.pick(operators)} ${written(chance.pick(constants))}`,
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
  switch (chance.below(10)) {
    case 0:
      return `tier is ${negated}${chance.pick(["standard", "silver", "gold"])}`;
    case 1:
      return `customer is ${negated}${chance.pick(customers)}`;
    case 2:
      return `asker is ${negated}${chance.pick(teams)}`;
    case 3:
      return `${chance.pick(["during", "outside"])} ${chance.pick(calendars)}`;
    case 4:
      return `on ${chance.oneIn(3) ? dates(chance, setting, 20) : chance.oneIn(4) ? monthDays(chance, setting) : weekdays(chance)}`;
    case 5:
      if (channels.length > 0) return `channel is ${negated}${chance.pick(channels)}`;
      return `size_of_customer ${chance.pick(["<", ">="])} 100`;
    default:
      return own.length > 0 ? chance.pick(own).condition(chance, setting) : `tier is ${negated}silver`;
  }
}

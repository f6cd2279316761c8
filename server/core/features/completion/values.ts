import { formatDate } from "../../time/date.ts";
import type { Unit } from "../../time/spec.ts";
import type { Completion, CompletionKind } from "./completion.ts";
import type { CompletionPlace } from "./place.ts";
import { literalsFit } from "./words.ts";

/** Values of the type that is needed here, as examples to fill in: durations, dates, percentages, amounts, times. */
export function literalsAt(place: CompletionPlace): readonly Completion[] {
  const { expected, sought, spot } = place;
  if (!literalsFit(place)) return [];
  const today = formatDate(spot.snapshot.today);
  if (sought?.type !== undefined) return ofType(sought.type, today);
  return expected.flatMap(({ text, rules }) => {
    if (text === "Number" && rules.includes("duration")) return durations.map((each) => value(each, "unit"));
    if (text === "Date" && !rules.includes("value")) return [value(today, "constant")];
    if (text === "MonthDay" && rules.at(-1) === "due") return [value(today.slice(5), "constant")];
    if (text === "Time" && rules.some((rule) => ofOneTime.has(rule)))
      return times.map((each) => value(each, "constant"));
    return [];
  });
}

const ofOneTime: ReadonlySet<string> = new Set(["atNext", "cutoff", "target", "rhythm"]);

const times = ["10:00", "15:00"];

/** Units after a number: whole ones, so that no duration is left without a clock; or the rest of one after its clock word. */
export function unitsAt({ expected, numberBefore, wordBefore, sought }: CompletionPlace): readonly Completion[] {
  const wantsUnit = expected.some(({ kind, text }) => kind === "word" && (text === "business" || text === "days"));
  if (!wantsUnit || numberBefore === undefined) return [];
  const fitting = units.filter((unit) => sought?.type === undefined || unit === sought.type);
  const clock = fitting.filter((unit) => unit.startsWith(`${wordBefore} `));
  const shown = clock.length > 0 ? clock.map((unit) => unit.slice(unit.indexOf(" ") + 1)) : fitting;
  return shown.map((unit, index) => ({
    ...value(numberBefore === "1" ? unit.replace(/s$/, "") : unit, "unit"),
    rank: 5 + index / 10,
  }));
}

const durations = [
  "30 business minutes",
  "4 business hours",
  "1 business day",
  "3 business days",
  "24 clock hours",
  "7 calendar days",
];

const units: readonly Unit[] = [
  "business hours",
  "business days",
  "business minutes",
  "clock hours",
  "clock minutes",
  "calendar days",
];

function ofType(type: string, today: string): readonly Completion[] {
  const unit = units.find((each) => each === type);
  if (unit) return [example(`\${1:5} ${unit}`, `5 ${unit}`)];
  if (/^[A-Z]{3}$/.test(type)) return [example(`\${1:10_000} ${type}`, `10_000 ${type}`)];
  switch (type) {
    case "percent":
      return [example("${1:10}%", "10%")];
    case "date":
      return [value(today, "constant")];
    case "time":
      return [value("09:00", "constant")];
    case "text":
      return [example('"${1:text}"', '"text"')];
    default:
      return [];
  }
}

function value(text: string, kind: CompletionKind): Completion {
  return { label: text, kind, newText: text, isSnippet: false, detail: undefined, doc: undefined, rank: 10 };
}

function example(newText: string, label: string): Completion {
  return { ...value(label, "constant"), newText, isSnippet: true };
}

/** Regions of requests as conditions that can be written into a clause. */

import { writtenAmount } from "../model/constantText.ts";
import { formatDecimal } from "../model/decimal.ts";
import type { Constant, FieldType, Model } from "../model/model.ts";
import { type Box, cellsIn } from "../prover/space/box.ts";
import type { Cell } from "../prover/space/cells.ts";
import {
  type Literal,
  literalsFor,
  readsDates,
  type ToldDates,
  type ToldTime,
  toldTimes,
} from "../prover/space/literals.ts";
import type { TimeAtom } from "../prover/space/moments.ts";
import type { Dimension } from "../prover/space/space.ts";
import type { Group } from "../prover/written/group.ts";
import { formatDate, formatMinute, formatMonthDay } from "../time/date.ts";

import { rangeInWords } from "./datesInWords.ts";
import { writtenName } from "./fixes.ts";

/** What a condition may ask about: of a clause that handles requests not the channel, of what cannot occur neither time nor asker. */
export type Asks = "handling" | "promise" | "fact";

/**
 * Some regions within a domain as one condition; undefined where it cannot be written, is about something that it may not ask
 * about there, or would be longer than anybody reads. Empty where it is all of the domain.
 */
export function writtenRegion(
  group: Group,
  model: Pick<Model, "attributes">,
  regions: readonly Box[],
  domain: Box,
  asks: Asks,
): string | undefined {
  if (regions.length > mostRegions) return undefined;
  const written = regions.map((box) => writtenBox(group, model, box, domain, asks));
  if (written.some((each) => each === undefined)) return undefined;
  return written.some((each) => each === "") ? "" : written.join(" or ");
}

const mostRegions = 3;

function writtenBox(
  { space, kind }: Group,
  { attributes }: Pick<Model, "attributes">,
  box: Box,
  domain: Box,
  asks: Asks,
): string | undefined {
  const parts: string[] = [];
  for (const [index, dimension] of space.dimensions.entries()) {
    const [picked, all] = [cellsIn(space.shape, box, index), cellsIn(space.shape, domain, index)];
    if (picked.length >= all.length) continue;
    if (!mayAsk(dimension, asks)) return undefined;
    const { subject } = dimension;
    const field = subject.kind === "field" ? kind.fields.find(({ name }) => name === subject.name) : undefined;
    const type = field?.type ?? (subject.kind === "attribute" ? attributes.get(subject.name)?.type : undefined);
    const part = writtenPart(dimension, picked, type);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  return parts.length > 1 ? parts.map(inParentheses).join(" and ") : parts.join("");
}

function inParentheses(part: string): string {
  return / or /.test(part) ? `(${part})` : part;
}

function mayAsk({ subject }: Dimension, asks: Asks): boolean {
  if (asks === "handling") return subject.kind !== "channel";
  return asks === "promise" || (subject.kind !== "time" && subject.kind !== "asker");
}

function writtenPart({ subject, cells, atoms }: Dimension, picked: readonly number[], type: FieldType | undefined) {
  const name = "name" in subject ? writtenName(subject.name) : subject.kind;
  const first = cells[picked[0] ?? -1];
  if (subject.kind === "time") return writtenTimes("", literalsFor(cells, picked, atoms));
  if (type?.kind === "date") return writtenTimes(`${name} `, literalsFor(cells, picked, atoms));
  if (first && cells.some(isOrdered)) return writtenRuns(name, cells, picked, type);
  return writtenNames(name, cells, picked, type);
}

// names and texts -----------------------------------------------------------------------------------------------------

/** Whatever no condition names is told by what it is not. */
function writtenNames(name: string, cells: readonly Cell[], picked: readonly number[], type: FieldType | undefined) {
  const isOpen = picked.some((number) => writtenCell(cells[number], type) === undefined);
  const told = isOpen ? cells.flatMap((_, number) => (picked.includes(number) ? [] : [number])) : picked;
  const values = told.map((number) => writtenCell(cells[number], type));
  if (values.length === 0 || values.some((value) => value === undefined)) return undefined;
  const is = isOpen ? "is not" : "is";
  return values.length === 1 ? `${name} ${is} ${values.join("")}` : `${name} ${is} one of ${values.join(", ")}`;
}

function writtenCell(cell: Cell | undefined, type: FieldType | undefined): string | undefined {
  switch (cell?.kind) {
    case "value":
      return constantWritten(cell.value, type);
    case "name":
      return cell.name === undefined ? undefined : writtenName(cell.name);
    case "asker":
      return cell.name === undefined || cell.teams[0] !== cell.name ? undefined : writtenName(cell.name);
    case "other":
    case "absent":
    case "between":
    case "days":
    case "moments":
    case undefined:
      return undefined;
    default:
      return cell satisfies never;
  }
}

function constantWritten(value: Constant, type: FieldType | undefined): string {
  switch (value.kind) {
    case "name":
      return writtenName(value.name);
    case "text":
      return `"${value.text.replace(/["\\]/g, "\\$&")}"`;
    case "day":
      return formatDate(value.day);
    case "time":
      return formatMinute(value.minute);
    case "decimal":
      return amountWritten(formatDecimal(value.value), type);
    default:
      return value satisfies never;
  }
}

function amountWritten(digits: string, type: FieldType | undefined): string {
  if (type?.kind === "percent") return `${digits}%`;
  if (type?.kind === "money") return `${digits.replace(/\B(?=(\d{3})+$)/g, "_")} ${type.currency}`;
  return type?.kind === "duration" ? writtenAmount(digits, type.unit) : digits;
}

// numbers -------------------------------------------------------------------------------------------------------------

function isOrdered(cell: Cell): boolean {
  return cell.kind === "between" || (cell.kind === "value" && ["decimal", "time"].includes(cell.value.kind));
}

/** Ranges of neighbours: `rate > 10% and rate <= 20% or rate is 30%`. */
function writtenRuns(name: string, cells: readonly Cell[], picked: readonly number[], type: FieldType | undefined) {
  if (picked.some((number) => !isOrdered(cells[number] ?? { kind: "absent" }))) return undefined;
  const runs: number[][] = [];
  for (const number of picked) {
    const run = runs.at(-1);
    if (run && run.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  const written = runs.map((run) => writtenRun(name, cells[run[0] ?? -1], cells[run.at(-1) ?? -1], type));
  return written.some((each) => each === "") ? undefined : written.join(" or ");
}

function writtenRun(name: string, first: Cell | undefined, last: Cell | undefined, type: FieldType | undefined) {
  const text = (value: Constant) => constantWritten(value, type);
  if (first === last && first?.kind === "value") return `${name} is ${text(first.value)}`;
  const low =
    first?.kind === "value"
      ? [`${name} >= ${text(first.value)}`]
      : first?.kind === "between" && first.low
        ? [`${name} > ${text(first.low)}`]
        : [];
  const high =
    last?.kind === "value"
      ? [`${name} <= ${text(last.value)}`]
      : last?.kind === "between" && last.high
        ? [`${name} < ${text(last.high)}`]
        : [];
  return [...low, ...high].join(" and ");
}

// times ---------------------------------------------------------------------------------------------------------------

/** All dates of a condition are read by one clock. */
function writtenTimes(subject: string, literals: readonly Literal[] | undefined): string | undefined {
  const dated = literals?.filter(({ atom }) => readsDates(atom)) ?? [];
  if (!literals || new Set(dated.map(({ atom }) => atom.zone.id)).size > 1) return undefined;
  const parts = toldTimes(literals).map((told) => writtenTold(subject, told));
  if (parts.some((part) => part === undefined)) return undefined;
  return parts.length > 1 ? parts.map((part) => inParentheses(part ?? "")).join(" and ") : parts.join("");
}

function writtenTold(subject: string, told: ToldTime): string | undefined {
  switch (told.kind) {
    case "literal":
      return writtenTime(subject, told.literal);
    case "dates":
      return writtenDates(subject, told);
    case "weekdays":
      return `${subject}on ${weekdaysWritten(told.mask)}`;
    default:
      return told satisfies never;
  }
}

function writtenDates(subject: string, { ranges, holds }: ToldDates): string {
  const each = ranges.map((range) => `${holds ? "" : "not "}${subject}on ${rangeInWords(range)}`);
  return each.join(holds ? " or " : " and ");
}

function writtenTime(subject: string, { atom: timed, holds }: Literal): string | undefined {
  if (timed.kind === "force") {
    const { first, last } = timed.range;
    return last === undefined ? undefined : `${holds ? "" : "not "}on ${rangeInWords({ first, last })}`;
  }
  const { atom } = timed;
  const not = holds ? "" : "not ";
  switch (atom.kind) {
    case "during":
      return `${subject}${holds ? "during" : "outside"} ${writtenName(atom.calendar)}`;
    case "on":
      if (atom.days.kind === "weekdays")
        return `${subject}on ${weekdaysWritten(holds ? atom.days.mask : ~atom.days.mask)}`;
      return `${not}${subject}on ${daysWritten(atom.days)}`;
    case "compare":
      return `${not}${subject}${atom.operator} ${constantWritten(atom.value, undefined)}`;
    case "is": {
      const values = atom.values.map((value) => constantWritten(value, undefined));
      return `${subject}is ${holds ? "" : "not "}${values.length > 1 ? "one of " : ""}${values.join(", ")}`;
    }
    default:
      return atom satisfies never;
  }
}

type Days = Extract<Extract<TimeAtom, { readonly kind: "atom" }>["atom"], { readonly kind: "on" }>["days"];

function daysWritten(days: Days): string {
  switch (days.kind) {
    case "weekdays":
      return weekdaysWritten(days.mask);
    case "dates":
      return rangeInWords(days);
    case "monthdays":
      return `${formatMonthDay(days.first)}..${formatMonthDay(days.last)}`;
    default:
      return days satisfies never;
  }
}

function weekdaysWritten(mask: number): string {
  return weekdays.filter((_, index) => ((mask >> index) & 1) === 1).join(", ");
}

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

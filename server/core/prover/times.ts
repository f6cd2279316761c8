/** Times in words, from the calendars, dates and weekdays that are written. */
import type { Localized } from "../text/localized.ts";
import { formatDate } from "../time/date.ts";
import { formatInstant, type Zone } from "../time/zone.ts";
import type { Atom } from "./atoms.ts";
import type { Cell } from "./cells.ts";
import { ordinaryInstant, type TimeAtom } from "./moments.ts";
import { same } from "./values.ts";

/** Some of the cells of a time, as the fewest conditions that mean just these; else by an example. */
export function timesInWords(
  cells: readonly Cell[],
  picked: readonly number[],
  atoms: readonly TimeAtom[],
  zone: Zone,
): Localized {
  const needed = literalsFor(cells, picked, atoms);
  if (!needed) return example(cells, picked, zone);
  const words = needed.map(({ atom, holds }) => atomInWords(atom, holds));
  return { en: words.map(({ en }) => en).join(", "), ja: words.map(({ ja }) => ja).join("、") };
}

/** That something holds of a time, or does not. */
export interface Literal {
  readonly atom: TimeAtom;
  readonly holds: boolean;
}

/** The fewest conditions that together mean just some of the cells of a time; undefined where none do. */
export function literalsFor(
  cells: readonly Cell[],
  picked: readonly number[],
  atoms: readonly TimeAtom[],
): readonly Literal[] | undefined {
  const wanted = new Set(picked);
  const literals = atoms.flatMap((atom, number) => [
    { atom, holds: true, numbers: numbersWhere(cells, number, true) },
    { atom, holds: false, numbers: numbersWhere(cells, number, false) },
  ]);
  const fitting = literals.filter(({ numbers }) => picked.every((each) => numbers.has(each)));
  let needed = fitting;
  const means = (some: typeof fitting) =>
    cells.every((_, each) => wanted.has(each) === some.every(({ numbers }) => numbers.has(each)));
  if (!means(fitting)) return undefined;
  for (const each of [...fitting].reverse()) {
    const fewer = needed.filter((other) => other !== each);
    if (means(fewer)) needed = fewer;
  }
  return needed;
}

function numbersWhere(cells: readonly Cell[], atom: number, holds: boolean): ReadonlySet<number> {
  return new Set(cells.flatMap((cell, each) => ("holds" in cell && cell.holds.has(atom) === holds ? [each] : [])));
}

function example(cells: readonly Cell[], picked: readonly number[], zone: Zone): Localized {
  const [first] = picked.flatMap((each) => cells[each] ?? []);
  const at = first?.kind === "moments" ? ordinaryInstant(first.intervals, zone) : undefined;
  const text =
    at === undefined ? firstDay(first) : formatInstant(zone, at).slice(0, "2026-04-01T10:00".length).replace("T", " ");
  return { en: `at times such as ${text}`, ja: `${text} などのとき` };
}

function firstDay(cell: Cell | undefined): string {
  return cell?.kind === "days" ? cell.days.slice(0, 1).map(formatDate).join("") : "";
}

function atomInWords(atom: TimeAtom, holds: boolean): Localized {
  if (atom.kind === "force") {
    const { first, last } = atom.range;
    const dates = last === undefined ? `${formatDate(first)}..` : `${formatDate(first)}..${formatDate(last)}`;
    return onDates(dates, holds);
  }
  return conditionInWords(atom.atom, holds);
}

function conditionInWords(atom: Atom, holds: boolean): Localized {
  switch (atom.kind) {
    case "during":
      return holds
        ? { en: `during ${atom.calendar}`, ja: `${atom.calendar} の時間内` }
        : { en: `outside ${atom.calendar}`, ja: `${atom.calendar} の時間外` };
    case "on": {
      const { days } = atom;
      if (days.kind === "weekdays") return onWeekdays(days.mask, holds);
      const text =
        days.kind === "dates"
          ? `${formatDate(days.first)}..${formatDate(days.last)}`
          : `${monthDay(days.first)}..${monthDay(days.last)}`;
      return onDates(text, holds);
    }
    case "is":
    case "compare": {
      const sign = atom.kind === "compare" ? atom.operator : "is";
      const value = atom.kind === "compare" ? atom.value : atom.values[0];
      const text = `${sign} ${value?.kind === "day" ? formatDate(value.day) : ""}`;
      return holds ? same(text) : { en: `not ${text}`, ja: `${text} 以外` };
    }
    default:
      return atom satisfies never;
  }
}

function monthDay({ month, day }: { readonly month: number; readonly day: number }): string {
  return `${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function onDates(dates: string, holds: boolean): Localized {
  return holds ? { en: `on ${dates}`, ja: `${dates} の間` } : { en: `not on ${dates}`, ja: `${dates} を除く` };
}

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const weekdaysInJapanese = ["月", "火", "水", "木", "金", "土", "日"];

function onWeekdays(mask: number, holds: boolean): Localized {
  const shown = holds ? mask : ~mask;
  const pick = (names: readonly string[]) => names.filter((_, index) => ((shown >> index) & 1) === 1);
  return { en: `on ${pick(weekdays).join(", ")}`, ja: `${pick(weekdaysInJapanese).join("・")}曜` };
}

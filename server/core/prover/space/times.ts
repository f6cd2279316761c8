/** Times in words, from the calendars, dates and weekdays that are written. */
import type { Localized } from "../../text/localized.ts";
import { joinedInJapanese } from "../../text/spacing.ts";
import { formatDate, formatMonthDay } from "../../time/date.ts";
import type { Day } from "../../time/spec.ts";
import { formatInstant, type Zone } from "../../time/zone.ts";
import type { Atom } from "./atoms.ts";
import type { Cell } from "./cells.ts";
import { type Literal, readsDates, type ToldTime, termsFor, toldTimes } from "./literals.ts";
import { ordinaryInstant, type TimeAtom } from "./moments.ts";
import { same } from "./values.ts";

/** Some of the cells of a time, as the fewest conditions that mean just these; else by an example. */
export function timesInWords(
  cells: readonly Cell[],
  picked: readonly number[],
  atoms: readonly TimeAtom[],
  zone: Zone,
): Localized {
  const terms = termsFor(cells, picked, atoms);
  if (!terms) return example(cells, picked, zone);
  const { all, oneOf } = terms;
  const areSeveral = new Set([zone.id, ...[...all, ...oneOf].map(({ atom }) => atom.zone.id)]).size > 1;
  const words = toldTimes(all).map((told) => toldInWords(told, areSeveral));
  const others = oneOf.map((literal) => toldInWords({ kind: "literal", literal }, areSeveral));
  const either = { en: others.map(({ en }) => en).join(" or "), ja: eitherInJapanese(others.map(({ ja }) => ja)) };
  const told = others.length === 0 ? words : [...words, either];
  return { en: told.map(({ en }) => en).join(", "), ja: told.map(({ ja }) => ja).join("、") };
}

function eitherInJapanese(texts: readonly string[]): string {
  return joinedInJapanese(...texts.flatMap((text, index) => (index === 0 ? [text] : ["か", text])));
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

/** Where dates are read by several clocks each is told with its zone, or "on A, not on A" would be about two different days. */
function toldInWords(told: ToldTime, areSeveral: boolean): Localized {
  const words = wordsOf(told);
  const { zone } = told.kind === "literal" ? told.literal.atom : told;
  const isRead = told.kind !== "literal" || readsDates(told.literal.atom);
  return areSeveral && isRead ? { en: `${words.en} in ${zone.id}`, ja: `${words.ja}（${zone.id}）` } : words;
}

function wordsOf(told: ToldTime): Localized {
  switch (told.kind) {
    case "literal":
      return atomInWords(told.literal);
    case "dates":
      return onDates(told.ranges.map(rangeText), told.holds);
    case "weekdays":
      return onWeekdays(told.mask);
    default:
      return told satisfies never;
  }
}

function rangeText({ first, last }: { readonly first: Day; readonly last: Day | undefined }): string {
  if (last === undefined) return `${formatDate(first)}..`;
  return first === last ? formatDate(first) : `${formatDate(first)}..${formatDate(last)}`;
}

function atomInWords({ atom, holds }: Literal): Localized {
  return atom.kind === "force" ? onDates([rangeText(atom.range)], holds) : conditionInWords(atom.atom, holds);
}

function conditionInWords(atom: Atom, holds: boolean): Localized {
  switch (atom.kind) {
    case "during":
      return holds
        ? { en: `during ${atom.calendar}`, ja: joinedInJapanese(atom.calendar, "の時間内") }
        : { en: `outside ${atom.calendar}`, ja: joinedInJapanese(atom.calendar, "の時間外") };
    case "on": {
      const { days } = atom;
      if (days.kind === "weekdays") return onWeekdays(holds ? days.mask : ~days.mask);
      const text =
        days.kind === "dates" ? rangeText(days) : `${formatMonthDay(days.first)}..${formatMonthDay(days.last)}`;
      return onDates([text], holds);
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

function onDates(dates: readonly string[], holds: boolean): Localized {
  const en = `on ${dates.join(" or ")}`;
  return holds ? { en, ja: `${dates.join(" か ")} の間` } : { en: `not ${en}`, ja: `${dates.join("・")} を除く` };
}

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const weekdaysInJapanese = ["月", "火", "水", "木", "金", "土", "日"];

function onWeekdays(mask: number): Localized {
  const days = weekdays.flatMap((_, index) => (((mask >> index) & 1) === 1 ? [index] : []));
  const [first = 0, last = 0] = [days[0], days.at(-1)];
  const [en, ja] = [weekdays, weekdaysInJapanese].map((names) => days.map((day) => names[day] ?? ""));
  if (days.length > 2 && last - first === days.length - 1)
    return {
      en: `on ${weekdays[first]}..${weekdays[last]}`,
      ja: `${weekdaysInJapanese[first]}〜${weekdaysInJapanese[last]}曜`,
    };
  return { en: `on ${(en ?? []).join(", ")}`, ja: `${(ja ?? []).join("・")}曜` };
}

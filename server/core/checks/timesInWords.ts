/** Times that return, or do not, in words: "Mon..Fri 09:00-09:30 from 2026-09-01 to 2027-03-31". */
import type { Localized } from "../text/localized.ts";
import { formatDate, formatMinute, weekdayOf } from "../time/date.ts";
import type { InstantSet } from "../time/sets.ts";
import type { Day, Minute } from "../time/spec.ts";
import { toInstant, toLocal, type Zone } from "../time/zone.ts";

/** Dates with the same times of day. */
interface Times {
  readonly from: Minute;
  readonly to: Minute;
  readonly days: Day[];
}

/** A set of instants on a zone's clock, as its most frequent times of day with their weekdays or dates. */
export function timesInWords(set: InstantSet, zone: Zone): Localized {
  const groups = [...timesOfDay(set, zone).values()].sort((one, other) => other.days.length - one.days.length);
  const told = groups.slice(0, mostTold).map(inWords);
  const more = groups.length > mostTold ? { en: "; and other times", ja: "など" } : { en: "", ja: "" };
  return { en: told.map(({ en }) => en).join("; ") + more.en, ja: told.map(({ ja }) => ja).join("、") + more.ja };
}

const mostTold = 2;
/** So many dates of the same times are told as weekdays. */
const fewDates = 5;

function timesOfDay(set: InstantSet, zone: Zone): ReadonlyMap<string, Times> {
  const groups = new Map<string, Times>();
  for (let index = 0; index < set.length; index += 2) {
    let at = set[index] ?? 0;
    const end = set[index + 1] ?? 0;
    while (at < end) {
      const { day, minute: from } = toLocal(zone, at);
      const midnight = toInstant(zone, day + 1, 0);
      const to = end < midnight ? toLocal(zone, end).minute : 1440;
      const known = groups.get(`${from} ${to}`) ?? { from, to, days: [] };
      if (known.days.at(-1) !== day) known.days.push(day);
      groups.set(`${from} ${to}`, known);
      at = Math.max(midnight, at + 1);
    }
  }
  return groups;
}

function inWords({ from, to, days }: Times): Localized {
  const time = from === 0 && to === 1440 ? "" : ` ${formatMinute(from)}-${formatMinute(to)}`;
  const [first = 0, last = first] = [days[0], days.at(-1)];
  const runs = runsOf(days);
  if (runs.length < fewDates) {
    const text = runs.map((run) =>
      run.first === run.last ? formatDate(run.first) : `${formatDate(run.first)}..${formatDate(run.last)}`,
    );
    return { en: text.join(", ") + time, ja: text.join("・") + time };
  }
  const weekdays = [0, 1, 2, 3, 4, 5, 6].filter((weekday) => days.some((day) => weekdayOf(day) === weekday));
  return {
    en: `${weekdayRanges(weekdays, english)}${time} from ${formatDate(first)} to ${formatDate(last)}`,
    ja: `${weekdayRanges(weekdays, japanese)}曜${time}（${formatDate(first)}〜${formatDate(last)}）`,
  };
}

function runsOf(days: readonly Day[]): readonly { readonly first: Day; readonly last: Day }[] {
  const runs: { first: Day; last: Day }[] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run?.last === day - 1) run.last = day;
    else runs.push({ first: day, last: day });
  }
  return runs;
}

interface WeekdayNames {
  readonly names: readonly string[];
  readonly range: string;
  readonly and: string;
}

const english: WeekdayNames = { names: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], range: "..", and: ", " };
const japanese: WeekdayNames = { names: ["月", "火", "水", "木", "金", "土", "日"], range: "〜", and: "・" };

function weekdayRanges(weekdays: readonly number[], { names, range, and }: WeekdayNames): string {
  return runsOf(weekdays)
    .flatMap(({ first, last }) =>
      last - first < 2
        ? [first, last].slice(0, last - first + 1).map((each) => names[each])
        : [`${names[first]}${range}${names[last]}`],
    )
    .join(and);
}

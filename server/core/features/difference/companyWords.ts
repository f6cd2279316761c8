/** What changes in the company between two revisions, in words: times of calendars, people on duty, leads, owners. */
import type { Locale } from "../../checks/message.ts";
import type { FieldChange, ForceChange, PeopleChange, PeopleRun, TimesChange } from "../../comparison/difference.ts";
import type { Span } from "../../comparison/spans.ts";
import type { DayRange } from "../../model/model.ts";
import { formatMinute } from "../../time/date.ts";
import { say, type Wording, wording } from "../say.ts";
import { weekdayText } from "../telling.ts";
import { datesInWords, declaredType, whoInWords } from "../words.ts";
import type { ChangeInWords } from "./words.ts";

const texts = {
  teamHours: wording("hours of {team}", "{team} の営業時間"),
  open: wording("open", "営業"),
  closed: wording("closed", "休み"),
  more: wording("{most} and {count} more", "{most} ほか {count} 件"),
  handles: wording("{who}", "{who}"),
  asked: wording("asked: {who}", "確認先：{who}"),
  told: wording("told: {who}", "連絡先：{who}"),
  ownerOf: wording("owner of {customer}", "{customer} の担当者"),
  inForce: wording("{agreement} in force", "{agreement} の有効期間"),
  field: wording("field {field}", "項目「{field}」"),
  workday: wording("no rest day", "法定休日でない"),
  restDay: wording("weekly rest day", "法定休日"),
  always: wording("without dates", "期間の定めなし"),
  nobody: wording("nobody", "誰もいない"),
};

/** "product_support in force: 2026-04-01..2027-03-31 → 2026-04-01..2026-12-31". */
export function forceInWords({ agreement, before, after }: ForceChange, locale: Locale): ChangeInWords {
  const dates = (range: DayRange | undefined) => (range ? datesInWords(range, locale) : say(texts.always, locale, {}));
  const label = say(texts.inForce, locale, { agreement });
  return { label, before: dates(before), after: dates(after), when: undefined };
}

/** "field size: number → percent". */
export function fieldInWords({ field, before, after }: FieldChange, locale: Locale): ChangeInWords {
  const label = say(texts.field, locale, { field });
  return { label, before: declaredType(before), after: declaredType(after), when: undefined };
}

/** "hours of Support: open Mon..Fri 17:00-18:00 → closed". */
export function timesInWords({ of, effect, spans }: TimesChange, locale: Locale, most: number): ChangeInWords {
  const label = of.kind === "team" ? say(texts.teamHours, locale, { team: of.name }) : of.name;
  const [before, after] = statesOf(effect).map((state) => say(state, locale, {}));
  return {
    label,
    before: before ?? "",
    after: after ?? "",
    when: listed(spans, (span) => spanInWords(span, locale, most), locale, most),
  };
}

function statesOf(effect: TimesChange["effect"]): readonly [Wording<string>, Wording<string>] {
  const { open, closed, workday, restDay } = texts;
  switch (effect) {
    case "opened":
      return [closed, open];
    case "closed":
      return [open, closed];
    case "rest":
      return [workday, restDay];
    case "no rest":
      return [restDay, workday];
    default:
      return effect satisfies never;
  }
}

function spanInWords({ from, to, first, last, days, weekdays }: Span, locale: Locale, most: number): string {
  const times = `${formatMinute(from)}-${formatMinute(to)}`;
  if (weekdays === undefined) {
    const dates = days.slice(0, most).map((day) => datesInWords({ first: day, last: day }, locale));
    const shown = dates.join(locale === "ja" ? "、" : ", ");
    const count = String(days.length - most);
    return `${days.length > most ? say(texts.more, locale, { most: shown, count }) : shown} ${times}`;
  }
  const range = datesInWords({ first, last }, locale);
  return locale === "ja"
    ? `${weekdaysInWords(weekdays, locale)}曜 ${times}（${range}）`
    : `${weekdaysInWords(weekdays, locale)} ${times} (${range})`;
}

/** "Mon..Fri", "Sat, Sun". */
function weekdaysInWords(mask: number, locale: Locale): string {
  const days = [0, 1, 2, 3, 4, 5, 6].filter((day) => ((mask >> day) & 1) === 1);
  const [first = 0, last = 0] = [days[0], days.at(-1)];
  const name = (day: number) => weekdayText(day, locale);
  if (days.length > 2 && last - first === days.length - 1)
    return `${name(first)}${locale === "ja" ? "〜" : ".."}${name(last)}`;
  return days.map(name).join(locale === "ja" ? "・" : ", ");
}

/** The first pairs of people, each with the days. */
export function peopleInWords(
  { who, part, customer, runs, isAlways }: PeopleChange,
  locale: Locale,
  most: number,
): readonly ChangeInWords[] {
  const named = customer === undefined ? whoInWords(who, locale) : say(texts.ownerOf, locale, { customer });
  const label =
    part === "handles"
      ? say(texts.handles, locale, { who: named })
      : say(part === "is asked" ? texts.asked : texts.told, locale, { who: named });
  const pairs = new Map<string, PeopleRun[]>();
  for (const run of runs) {
    const key = JSON.stringify([run.before, run.after]);
    pairs.set(key, [...(pairs.get(key) ?? []), run]);
  }
  return [...pairs.values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const when = isAlways ? undefined : listed(same, (run) => datesInWords(run, locale), locale, most);
    return [{ label, before: namesInWords(first.before, locale), after: namesInWords(first.after, locale), when }];
  });
}

function namesInWords(names: readonly string[], locale: Locale): string {
  return names.length === 0 ? say(texts.nobody, locale, {}) : names.join(", ");
}

function listed<Each>(all: readonly Each[], words: (each: Each) => string, locale: Locale, most: number): string {
  const shown = all
    .slice(0, most)
    .map(words)
    .join(locale === "ja" ? "、" : "; ");
  return all.length > most ? say(texts.more, locale, { most: shown, count: String(all.length - most) }) : shown;
}

import type { CalendarDeclaration, OpenLine } from "../syntax/tree.ts";
import { formatDate } from "../time/date.ts";
import type { LineDays } from "../time/spec.ts";
import { linesOf } from "./lines.ts";
import { type Linking, missing, placeOf, reportRepeated } from "./linking.ts";
import { calendarNamed } from "./lookup.ts";
import type { CalendarRule, Meaning } from "./model.ts";
import { named } from "./named.ts";
import { daysNamed, timeRanges, weekdayBit } from "./times.ts";

/** The calendar that is declared; without a zone it is read in UTC, which is reported. */
export function calendarMeaning(linking: Linking, node: CalendarDeclaration): Meaning | undefined {
  const head = named(linking, node, "calendar", undefined);
  if (!node.zone) missing(linking, node, "calendar", "zone");
  const rules = calendarRules(linking, linesOf(node.properties, "open line"));
  let rest = 0;
  for (const line of linesOf(node.properties, "rest")) {
    if (line.weekday) rest |= weekdayBit(line.weekday);
    else missing(linking, line, "rest", "weekday");
  }
  if (!head) return undefined;
  const { name, title, doc, place } = head;
  return { space: "calendar", value: { name, title, doc, place, zone: node.zone?.text ?? "UTC", rules, rest } };
}

/** The `open` and `closed` lines of a calendar or an exception that can be meant. */
export function calendarRules(linking: Linking, lines: readonly OpenLine[]): readonly CalendarRule[] {
  const rules = lines.flatMap((line) => ruleOf(linking, line) ?? []);
  reportOpenAndClosed(linking, rules);
  return rules;
}

function ruleOf(linking: Linking, line: OpenLine): CalendarRule | undefined {
  const days = lineDays(linking, line);
  const times = timeRanges(linking, line.times);
  if (!days || times.length < line.times.length) return undefined;
  return { effect: line.effect, days, times, because: line.because?.value, place: placeOf(linking, line) };
}

function lineDays(linking: Linking, line: OpenLine): CalendarRule["days"] | undefined {
  const { days } = line;
  if (!days) return missing(linking, line, "open line", "days");
  switch (days.kind) {
    case "holidays": {
      const { region } = days;
      if (!region) return missing(linking, line, "open line", "region");
      return { kind: "holidays", region: region.kind === "text" ? region.value : region.text };
    }
    case "during calendars": {
      if (days.calendars.length === 0) return missing(linking, line, "open line", "calendar");
      reportRepeated(linking, days.calendars);
      const calendars = days.calendars.flatMap((name) => calendarNamed(linking, name) ?? []);
      return calendars.length === 0 ? undefined : { kind: "during", calendars };
    }
    default:
      return daysNamed(linking, days);
  }
}

/** M2: a dated `closed` without times and a dated `open` on the same date of one calendar are an error. */
function reportOpenAndClosed(linking: Linking, rules: readonly CalendarRule[]): void {
  const opens = datedRules(rules, (rule) => rule.effect === "open");
  const closes = datedRules(rules, (rule) => rule.effect === "closed" && rule.times.length === 0);
  for (const closed of closes) {
    const open = opens.find((other) => other.days.first <= closed.days.last && closed.days.first <= other.days.last);
    if (!open) continue;
    const date = formatDate(Math.max(open.days.first, closed.days.first));
    linking.problems.push({ kind: "open and closed", place: closed.rule.place, date, other: open.rule.place });
  }
}

function datedRules(rules: readonly CalendarRule[], picks: (rule: CalendarRule) => boolean) {
  return rules.flatMap((rule): { rule: CalendarRule; days: LineDays & { kind: "dates" } }[] =>
    rule.days.kind === "dates" && picks(rule) ? [{ rule, days: rule.days }] : [],
  );
}

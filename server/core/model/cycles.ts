import { walk } from "./graph.ts";
import type { Calendar, CalendarRule, Exception } from "./model.ts";
import type { LinkProblem } from "./problem.ts";

/** Which calendars a calendar is made of, after cycles are broken and what is nested too deep is cut. */
export interface CalendarOrder {
  /** Names, each after those that it is made of. */
  readonly order: readonly string[];
  /** Whether this use of a calendar by another counts. */
  readonly counts: (from: string, to: string) => boolean;
}

/** The order in which calendars can be made of each other; what does not count is reported if asked. */
export function calendarOrder(
  calendars: ReadonlyMap<string, Calendar>,
  report: (problem: LinkProblem) => void,
): CalendarOrder {
  const graph = new Map([...calendars.values()].map((calendar) => [calendar.name, usedCalendars(calendar)]));
  const { order, cycles, closes } = walk(graph);
  for (const cycle of cycles) {
    const [from, to] = cycle.slice(-2);
    const rule = from !== undefined && to !== undefined && ruleUsing(calendars.get(from), to);
    if (rule) report({ kind: "calendar cycle", place: rule.place, calendars: cycle });
  }
  const depths = new Map<string, number>();
  const tooDeep = (name: string) => (depths.get(name) ?? 0) >= deepest;
  for (const name of order) {
    const used = (graph.get(name) ?? []).filter((target) => calendars.has(target) && !closes(name, target));
    const rule = ruleUsing(calendars.get(name), used.find(tooDeep));
    if (rule) report({ kind: "nested too deep", place: rule.place, calendar: name, limit: deepest });
    const below = used.map((target) => (tooDeep(target) ? 0 : (depths.get(target) ?? 0)));
    depths.set(name, below.reduce((most, depth) => Math.max(most, depth), 0) + 1);
  }
  return { order, counts: (from, to) => !closes(from, to) && !tooDeep(to) };
}

/** Reports calendars that are made of themselves, or nested too deep. */
export function reportCalendarCycles(calendars: ReadonlyMap<string, Calendar>, problems: LinkProblem[]): void {
  calendarOrder(calendars, (problem) => problems.push(problem));
}

/** Reports exceptions that renew each other in a circle. */
export function reportRenewalCycles(exceptions: ReadonlyMap<string, Exception>, problems: LinkProblem[]): void {
  const renewing = [...exceptions.values()].filter((exception) => exception.renews);
  const graph = new Map(renewing.map(({ name, renews }) => [name, renews ? [renews.value] : []]));
  for (const cycle of walk(graph).cycles) {
    const place = exceptions.get(cycle.at(-2) ?? "")?.renews?.place;
    if (place) problems.push({ kind: "renewal cycle", place, exceptions: cycle });
  }
}

function usedCalendars(calendar: Calendar): readonly string[] {
  return calendar.rules.flatMap((rule) => (rule.days.kind === "during" ? rule.days.calendars : []));
}

function ruleUsing(calendar: Calendar | undefined, used: string | undefined): CalendarRule | undefined {
  return calendar?.rules.find(
    ({ days }) => used !== undefined && days.kind === "during" && days.calendars.includes(used),
  );
}

/** Nobody can follow calendars of calendars any deeper, nor can a stack. */
const deepest = 50;

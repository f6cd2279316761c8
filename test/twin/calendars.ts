/* Business time held against its twin: what is open, when it opens next, how long, and deadlines. */
import { link } from "../../server/core/model/link.ts";
import { calendarSpecOf } from "../../server/core/model/zones.ts";
import {
  buildCalendar,
  businessDayClose,
  type Calendar,
  isOpen,
  nextOpening,
  openTimeBetween,
} from "../../server/core/time/calendar.ts";
import * as product from "../../server/core/time/deadline.ts";
import type { Unit } from "../../server/core/time/spec.ts";
import { bookOf, treeOf } from "./book.ts";
import type { Hours } from "./calendar.ts";
import { textOfDay } from "./dates.ts";
import { deadlineOf, nextOpen, openBetween, receiptOf, type Target, type Wait } from "./deadline.ts";
import { productHolidays } from "./holidays.ts";
import { declaredHours } from "./hours.ts";
import { instantOf, isBeyond, type World } from "./world.ts";

/** Something to ask of a calendar; minutes of the world. */
export interface TimeQuestion {
  readonly calendar: string;
  readonly received: number;
  readonly later: number;
  readonly target: Target;
  readonly cutoff: number | undefined;
  readonly waits: readonly Wait[];
}

/** Both readings of some calendars. */
export interface TimeTwins {
  readonly world: World;
  readonly hours: (name: string) => Hours | undefined;
  readonly calendar: (name: string) => Calendar | undefined;
}

/** Reads a text twice. */
export function timeTwinsOf(text: string, world: World): TimeTwins {
  const syntax = treeOf(text);
  const model = link([{ path: "random.sla", syntax }]);
  const known = new Map<string, Calendar>();
  const calendar = (name: string) => {
    const spec = calendarSpecOf(model, name);
    if (!spec) return undefined;
    const built = known.get(name) ?? buildCalendar(spec, productHolidays(world));
    known.set(name, built);
    return built;
  };
  return { world, hours: declaredHours(world, bookOf(syntax).calendars), calendar };
}

/** What the two say differently, a line each; empty when they agree. */
export function timeDifferences(twins: TimeTwins, question: TimeQuestion): readonly string[] {
  const [hours, calendar] = [twins.hours(question.calendar), twins.calendar(question.calendar)];
  if (!hours || !calendar) return hours || calendar ? ["only one of them knows the calendar"] : [];
  const { world } = twins;
  const { received, later } = question;
  const instant = (minute: number) => instantOf(world, minute);
  const found: string[] = [];
  const compare = (what: string, expected: unknown, actual: unknown) => {
    if (expected !== actual) found.push(`${what}: twin ${told(expected)}, product ${told(actual)}`);
  };
  const orFar = (minute: number) => (isBeyond(world, minute) ? "far" : instant(minute));
  const known = (at: number | undefined) =>
    at === undefined || isBeyond(world, at / 60_000 - world.start) ? "far" : at;
  compare("open", hours.open[received] === 1, isOpen(calendar, instant(received)));
  compare("next opening", orFar(nextOpen(hours, received)), known(nextOpening(calendar, instant(received))));
  const passed = openTimeBetween(calendar, instant(received), instant(later)) / 60_000;
  compare("open minutes", openBetween(hours, received, later), passed);
  const counted = receiptOf(hours, received, question.cutoff);
  compare(
    "counts as received",
    orFar(counted),
    known(product.receivedAt(calendar, instant(received), question.cutoff)),
  );
  const expected = deadlineOf(hours, question.target, counted, question.waits);
  const actual = product.deadlineOf(
    calendar,
    productTarget(question.target),
    instant(received),
    question.cutoff,
    question.waits.map(({ from, to }) => ({ open: instant(from), close: instant(to) })),
  );
  compare("deadline", orFar(expected.deadline), known(actual.deadline));
  compare("breached after", orFar(expected.breachedAfter), known(actual.breachedAfter));
  return found;
}

/** Business days that the two see differently. */
export function dayDifferences(twins: TimeTwins, name: string): readonly string[] {
  const [hours, calendar] = [twins.hours(name), twins.calendar(name)];
  if (!hours || !calendar) return [];
  const startDay = twins.world.start / 1440;
  return Array.from({ length: 36 }, (_, index) => startDay + 4 + index).flatMap((day) => {
    const close = hours.days.get(day)?.close;
    const expected = close === undefined ? undefined : instantOf(twins.world, close);
    const actual = businessDayClose(calendar, day);
    return expected === actual ? [] : [`close of ${textOfDay(day)}: twin ${told(expected)}, product ${told(actual)}`];
  });
}

function productTarget({ clock, days, amount, before }: Target) {
  const unit: Unit = clock === "calendar" ? "calendar days" : days ? "business days" : `${clock} minutes`;
  return { amount, unit, before };
}

function told(value: unknown): string {
  return typeof value === "number" && value > 1e6 ? new Date(value).toISOString() : String(value);
}

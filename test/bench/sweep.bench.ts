import { type Chain, duesOf, endsOf } from "../../server/core/prover/time/chain.ts";
import { arrivalsIn, latest } from "../../server/core/prover/time/curve.ts";
import { buildCalendar, type Calendar } from "../../server/core/time/calendar.ts";
import { dayMilliseconds, dayOf } from "../../server/core/time/date.ts";
import type { TimeRange, Unit } from "../../server/core/time/spec.ts";
import { timed } from "./timed.ts";

const year = arrivalsIn([dayOf(2026, 1, 1) * dayMilliseconds, dayOf(2027, 1, 2) * dayMilliseconds]);

/** What the worst case over every minute of a year costs: three steps on three calendars that are worked out as well, in a program that runs already. */
export async function run(): Promise<{ name: string; value: number; unit: string; budget: number }[]> {
  const times = Array.from({ length: 40 }, () => timed(worstOfYear)).slice(20);
  times.sort((one, other) => one - other);
  return [
    { name: "a year's worst case of three steps, with new calendars", value: times[10] ?? 0, unit: "ms", budget: 15 },
  ];
}

function worstOfYear(): number {
  const desk = calendar(0b11111, [
    { from: 480, to: 720 },
    { from: 780, to: 1080 },
  ]);
  const level2 = calendar(0b11111, [{ from: 540, to: 1020 }]);
  const approval = calendar(0b1111, [{ from: 540, to: 900 }]);
  const hands = [
    hand(desk, 30, "business minutes"),
    hand(level2, 2, "business hours"),
    hand(approval, 1, "business hours"),
  ];
  const chain: Chain = { calendar: desk, cutoff: undefined, targets: [], hands };
  const promise = { amount: 7, unit: "calendar days", before: undefined } as const;
  return latest(endsOf(chain, year) ?? [], duesOf(desk, promise, year))?.arrival ?? 0;
}

function calendar(mask: number, times: readonly TimeRange[]): Calendar {
  const weekly = { effect: "open", days: { kind: "weekdays", mask }, times } as const;
  const holidays = { effect: "closed", days: { kind: "holidays", region: "DE" }, times: [] } as const;
  return buildCalendar({ name: "", zone: "Europe/Berlin", lines: [weekly, holidays], rest: 0 }, () => [
    dayOf(2026, 4, 3),
    dayOf(2026, 4, 6),
  ]);
}

function hand(own: Calendar, amount: number, unit: Unit) {
  return { calendar: own, timing: { kind: "within", target: { amount, unit, before: undefined } } } as const;
}

/* Random people and durations as they are written in clauses. */
import type { Chance } from "../chance.ts";

/** Who does something. */
export function byText(chance: Chance): string {
  return chance.pick([
    "Support",
    "Support",
    "Night",
    "Desk",
    "Ghost",
    "Kudo",
    "Abe",
    "Abe of Support",
    "Abe of Night",
    "lead of Support",
    "lead of Ghost",
    "lead of asker",
    "all of Night",
    "all of Ghost",
    "owner of customer",
  ]);
}

/** Who is told or asked. */
export function whoText(chance: Chance): string {
  return chance.pick([
    "Support",
    "lead of Sales",
    "lead of Support",
    "lead of asker",
    "all of Night",
    "Tanaka",
    "Mori",
    "Night",
    "Ghost",
    "Abe of Night",
    "owner of customer",
  ]);
}

/** A duration, perhaps of days before a time of the last. */
export function targetText(chance: Chance): string {
  if (chance.oneIn(5))
    return `${chance.below(4)} ${chance.pick(["business", "calendar"])} days before ${chance.pick(befores)}`;
  return durationText(chance);
}

/** At and around the ends of days and of the hours of nights. */
const befores = ["12:00", "10:30", "00:00", "24:00", "02:30", "06:00", "22:00", "18:00"];

/** A duration by any clock, now and then of nothing. */
export function durationText(chance: Chance): string {
  return chance.pick([
    "30 business minutes",
    "1 business hour",
    "2 business hours",
    "4.5 business hours",
    "11 business hours",
    "0.5 business hours",
    "90 business minutes",
    "1 business day",
    "3 business days",
    "7 business days",
    "45 clock minutes",
    "2 clock hours",
    "30 clock hours",
    "2 calendar days",
    `0 ${chance.pick(["business minutes", "business hours", "business days", "clock hours", "calendar days"])}`,
  ]);
}

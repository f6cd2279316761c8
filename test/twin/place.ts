/* Where and when random models play: weeks with and without a clock change. */
import type { Chance } from "./chance.ts";
import { dayOfText } from "./dates.ts";
import { type World, worldFrom } from "./world.ts";

/** Weeks, and the zones of whose clocks some change in them. */
export interface Setting {
  readonly startDay: number;
  readonly world: World;
  readonly zones: readonly string[];
}

// By an hour, by half an hour, at midnight, and not at all; in zones that lie half an hour or a whole day apart; over a leap day.
const weeks: readonly (readonly [string, readonly string[]])[] = [
  ["2026-12-10", ["Asia/Tokyo", "Europe/Berlin"]],
  ["2026-01-05", ["Asia/Tokyo", "Asia/Kathmandu"]],
  ["2026-03-08", ["Europe/Berlin", "Asia/Tokyo", "Europe/London"]],
  ["2026-10-04", ["Europe/Berlin", "Europe/London", "UTC"]],
  ["2026-02-20", ["America/New_York", "America/Havana", "Asia/Tokyo"]],
  ["2026-10-18", ["America/New_York", "America/Havana", "Europe/Berlin"]],
  ["2026-03-22", ["Australia/Lord_Howe", "Asia/Tokyo"]],
  ["2026-09-20", ["Australia/Lord_Howe", "Pacific/Chatham"]],
  ["2026-03-21", ["Australia/Adelaide", "Asia/Kolkata"]],
  ["2026-10-17", ["America/St_Johns", "Asia/Kolkata"]],
  ["2026-03-06", ["Africa/Casablanca", "America/St_Johns"]],
  ["2028-02-14", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Tokyo"]],
];

const settings: readonly Setting[] = weeks.map(([start, zones]) => {
  const startDay = dayOfText(start);
  const days = (...offsets: readonly number[]) => new Set(offsets.map((offset) => startDay + offset));
  const holidays = new Map([
    ["Japan", days(7, 12, 20, 21, 33)],
    ["DE-BY", days(6, 7, 8, 15, 27)],
  ]);
  return { startDay, world: worldFrom(startDay, holidays), zones };
});

/** Some weeks, now and then with all clocks in one zone. */
export function settingOf(chance: Chance): Setting {
  const setting = chance.pick(settings);
  return chance.oneIn(5) ? { ...setting, zones: [chance.pick(setting.zones)] } : setting;
}

/* Days and decimals of the twin's own: nothing here is shared with the product. */

/** Days since 1970-01-01, by the platform's calendar. */
export function dayOf(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

/** The day of "2026-08-22". */
export function dayOfText(text: string): number {
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  return dayOf(year, month, day);
}

/** "2026-08-22" of a day. */
export function textOfDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** Month and day as one number, 1229 for 29 December. */
export function monthDayOf(day: number): number {
  const date = new Date(day * 86_400_000);
  return (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
}

/** The weekdays from Monday on, as they are written. */
export const weekdayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: number): number {
  return (new Date(day * 86_400_000).getUTCDay() + 6) % 7;
}

/** "09:00" of a minute of the day. */
export function textOfMinute(minute: number): string {
  return String(Math.floor(minute / 60)).padStart(2, "0") + ":" + String(minute % 60).padStart(2, "0");
}

const decimalPlaces = 12;

/** A decimal as a whole number of 10^-12. */
export function decimalOf(digits: string): bigint {
  const [whole = "0", fraction = ""] = digits.replaceAll("_", "").replace("-", "").split(".");
  const value = BigInt(whole + fraction.padEnd(decimalPlaces, "0"));
  return digits.startsWith("-") ? -value : value;
}

/** The shortest text of a whole number of 10^-12. */
export function textOfDecimal(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(decimalPlaces + 1, "0");
  const fraction = digits.slice(-decimalPlaces).replace(/0+$/, "");
  return (value < 0n ? "-" : "") + digits.slice(0, -decimalPlaces) + (fraction ? "." + fraction : "");
}

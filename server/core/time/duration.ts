import { minuteMilliseconds } from "./date.ts";
import type { Unit } from "./spec.ts";

const hourMilliseconds = 60 * minuteMilliseconds;

const lengths: Readonly<Record<Unit, number | undefined>> = {
  "business minutes": minuteMilliseconds,
  "clock minutes": minuteMilliseconds,
  "business hours": hourMilliseconds,
  "clock hours": hourMilliseconds,
  "business days": undefined,
  "calendar days": undefined,
};

/** Milliseconds in one of a unit of minutes or hours; undefined for days, which have no length of their own. */
export function millisecondsOf(unit: Unit): number | undefined {
  return lengths[unit];
}

/** An amount times a whole factor as if the amount were the decimal that it prints as ("1.1", not the nearest binary number), rounded up. */
export function exactProduct(amount: number, factor: number): number {
  // Quarters are exact in binary, and they are what people write.
  if (Number.isInteger(amount * 4) || !Number.isFinite(amount)) return Math.ceil(amount * factor);
  const [digits = "", exponent = ""] = String(amount).split("e");
  const [whole = "", fraction = ""] = digits.split(".");
  const scale = fraction.length - Number(exponent);
  const divisor = 10n ** BigInt(scale);
  const product = BigInt(whole + fraction) * BigInt(factor);
  return Number(product / divisor) + (product % divisor > 0n ? 1 : 0);
}

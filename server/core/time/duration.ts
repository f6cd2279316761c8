import { minuteMilliseconds } from "./date.ts";
import type { Unit } from "./spec.ts";

const hourMilliseconds = 60 * minuteMilliseconds;

/** Milliseconds in one of a unit of minutes or hours; undefined for days, which have no length of their own. */
export function millisecondsOf(unit: Unit): number | undefined {
  switch (unit) {
    case "business minutes":
    case "clock minutes":
      return minuteMilliseconds;
    case "business hours":
    case "clock hours":
      return hourMilliseconds;
    case "business days":
    case "calendar days":
      return undefined;
    default:
      return unit satisfies never;
  }
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

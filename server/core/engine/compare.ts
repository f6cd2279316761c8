import { compareDecimals, type Decimal } from "../model/decimal.ts";
import type { Constant } from "../model/model.ts";

/** Whether a value stands in `operator` to the constant; values of another type never do. */
export function comparer(operator: "<" | "<=" | ">" | ">=", constant: Constant): (value: Constant) => boolean {
  const accepts = signs[operator];
  switch (constant.kind) {
    case "decimal": {
      const compare = decimalComparer(constant.value);
      return (value) => value.kind === "decimal" && accepts(compare(value.value));
    }
    case "day":
      return (value) => value.kind === "day" && accepts(value.day - constant.day);
    case "time":
      return (value) => value.kind === "time" && accepts(value.minute - constant.minute);
    case "name":
    case "text":
      return () => false;
    default:
      return constant satisfies never;
  }
}

const signs = {
  "<": (sign: number) => sign < 0,
  "<=": (sign: number) => sign <= 0,
  ">": (sign: number) => sign > 0,
  ">=": (sign: number) => sign >= 0,
};

/** Negative, zero or positive as a value is less than, equal to or greater than the constant: exact, and without a big product where doubles are exact. */
function decimalComparer(constant: Decimal): (value: Decimal) => number {
  const whole = Number(constant.unscaled);
  return (value) => {
    const left = Number(value.unscaled) * power(constant.scale - value.scale);
    const right = whole * power(value.scale - constant.scale);
    if (Math.abs(left) <= Number.MAX_SAFE_INTEGER && Math.abs(right) <= Number.MAX_SAFE_INTEGER) return left - right;
    return compareDecimals(value, constant);
  };
}

function power(exponent: number): number {
  return exponent <= 0
    ? 1
    : exponent < powers.length
      ? (powers[exponent] ?? Number.POSITIVE_INFINITY)
      : Number.POSITIVE_INFINITY;
}

const powers: readonly number[] = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

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

/** Negative, zero or positive as a value is less than, equal to or greater than the constant, exactly. */
function decimalComparer(constant: Decimal): (value: Decimal) => number {
  const limits = scalesAtHand.map((scale) => limitAt(scale, constant));
  return ({ unscaled, scale }) => {
    const limit = limits[scale];
    if (limit === undefined) return compareDecimals({ unscaled, scale }, constant);
    if (unscaled < limit.floor) return -1;
    return unscaled > limit.floor ? 1 : limit.atFloor;
  };
}

/** Where the constant lies among the values of a scale: at a whole number of units or, then less than zero, above it. */
interface Limit {
  readonly floor: bigint;
  /** How a value at the floor compares with the constant. */
  readonly atFloor: number;
}

const scalesAtHand: readonly number[] = [0, 1, 2, 3, 4];

function limitAt(scale: number, { unscaled, scale: own }: Decimal): Limit {
  if (scale >= own) return { floor: unscaled * 10n ** BigInt(scale - own), atFloor: 0 };
  const unit = 10n ** BigInt(own - scale);
  const rest = ((unscaled % unit) + unit) % unit;
  return { floor: (unscaled - rest) / unit, atFloor: rest === 0n ? 0 : -1 };
}

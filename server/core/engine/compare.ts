import { compareDecimals, type Decimal } from "../model/decimal.ts";
import type { Constant } from "../model/model.ts";

/** Whether a value stands in `operator` to the constant; values of another type never do. */
export function comparer(operator: "<" | "<=" | ">" | ">=", constant: Constant): (value: Constant) => boolean {
  const accepted = acceptedBy[operator];
  switch (constant.kind) {
    case "decimal": {
      const limits = scalesAtHand.map((scale) => limitAt(scale, constant.value));
      return (value) => value.kind === "decimal" && accepts(accepted, compared(value.value, constant.value, limits));
    }
    case "day":
      return (value) => value.kind === "day" && accepts(accepted, value.day - constant.day);
    case "time":
      return (value) => value.kind === "time" && accepts(accepted, value.minute - constant.minute);
    case "name":
    case "text":
      return () => false;
    default:
      return constant satisfies never;
  }
}

/** What an operator says of a value that is less than, equal to or more than the constant. */
interface Accepted {
  readonly less: boolean;
  readonly equal: boolean;
  readonly more: boolean;
}

const acceptedBy: Readonly<Record<"<" | "<=" | ">" | ">=", Accepted>> = {
  "<": { less: true, equal: false, more: false },
  "<=": { less: true, equal: true, more: false },
  ">": { less: false, equal: false, more: true },
  ">=": { less: false, equal: true, more: true },
};

function accepts({ less, equal, more }: Accepted, sign: number): boolean {
  return sign < 0 ? less : sign > 0 ? more : sign === 0 && equal;
}

/** Negative, zero or positive as a value is less than, equal to or greater than the constant, exactly. */
function compared(value: Decimal, constant: Decimal, limits: readonly Limit[]): number {
  const limit = limits[value.scale];
  if (limit === undefined) return compareDecimals(value, constant);
  if (value.unscaled < limit.floor) return -1;
  return value.unscaled > limit.floor ? 1 : limit.atFloor;
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

/** Round numbers that lie in an interval: those that a person would take as an example. */
import { compareDecimals, type Decimal } from "../model/decimal.ts";

/** A round number strictly between two; undefined where there is none with so many decimals at most. */
export function betweenRound(low: Decimal, high: Decimal, grain: number | undefined): Decimal | undefined {
  for (let power = mostDigits; power >= -(grain ?? mostDigits); power -= 1)
    for (const first of [5n, 2n, 1n]) {
      const found = nextMultiple(low, first, power);
      if (compareDecimals(found, high) < 0 && (grain === undefined || found.scale <= grain)) return found;
    }
  return grain === undefined ? middle(low, high) : undefined;
}

function middle(low: Decimal, high: Decimal): Decimal {
  const scale = Math.max(low.scale, high.scale) + 1;
  const [from, to] = [low, high].map((each) => each.unscaled * 10n ** BigInt(scale - each.scale));
  return normalised(((from ?? 0n) + (to ?? 0n)) / 2n, scale);
}

/** A round number below a limit; undefined where there is none, for only plain numbers go below zero unless a limit does. */
export function belowRound(limit: Decimal, goesBelowZero: boolean): Decimal | undefined {
  const found = limit.unscaled > 0n ? betweenRound(zero, limit, undefined) : undefined;
  if (found) return found.scale > 0 ? zero : found;
  if (limit.unscaled > 0n) return zero;
  return goesBelowZero || limit.unscaled < 0n
    ? normalised(limit.unscaled - 10n ** BigInt(limit.scale), limit.scale)
    : undefined;
}

/** A round number above a limit. */
export function beyondRound(limit: Decimal): Decimal {
  const magnitude = limit.unscaled < 0n ? -limit.unscaled : limit.unscaled;
  const power = Math.max(0, magnitude.toString().length - 1 - limit.scale);
  return nextMultiple(limit, 1n, power);
}

const zero: Decimal = { unscaled: 0n, scale: 0 };
const mostDigits = 18;

/** The least multiple of `first` times ten to a power that is more than a limit. */
function nextMultiple(limit: Decimal, first: bigint, power: number): Decimal {
  const scale = Math.max(limit.scale, power < 0 ? -power : 0);
  const step = first * 10n ** BigInt(scale + power);
  const at = limit.unscaled * 10n ** BigInt(scale - limit.scale);
  const below = at >= 0n ? at / step : -((-at + step - 1n) / step);
  return normalised((below + 1n) * step, scale);
}

function normalised(unscaled: bigint, scale: number): Decimal {
  return scale > 0 && unscaled % 10n === 0n ? normalised(unscaled / 10n, scale - 1) : { unscaled, scale };
}

/** Numbers that lie in an interval: some number, and one that a person would take as an example. */
import { compareDecimals, type Decimal, normalised } from "../../model/decimal.ts";

/** A round number strictly between two; undefined where there is none with so many decimals at most. */
export function betweenRound(low: Decimal, high: Decimal, grain: number | undefined): Decimal | undefined {
  for (let power = mostDigits; power >= -(grain ?? mostDigits); power -= 1)
    for (const first of [5n, 2n, 1n]) {
      const found = nextMultiple(low, first, power);
      if (compareDecimals(found, high) < 0 && (grain === undefined || found.scale <= grain)) return found;
    }
  return grain === undefined ? someBetween(low, high) : undefined;
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

/** Some number strictly between two: their middle. */
export function someBetween(low: Decimal, high: Decimal): Decimal {
  const scale = Math.max(low.scale, high.scale) + 1;
  return normalised((at(low, scale) + at(high, scale)) / 2n, scale);
}

/** Some number above a limit. */
export function someAbove({ unscaled, scale }: Decimal): Decimal {
  return normalised(unscaled + 10n ** BigInt(scale), scale);
}

/** Some number below a limit; undefined where there is none, for only plain numbers go below zero unless a limit does. */
export function someBelow(limit: Decimal, goesBelowZero: boolean): Decimal | undefined {
  if (limit.unscaled > 0n && !goesBelowZero) return zero;
  if (limit.unscaled === 0n && !goesBelowZero) return undefined;
  return normalised(limit.unscaled - 10n ** BigInt(limit.scale), limit.scale);
}

/** Whether values with so many decimals at most have none strictly between two of them; undefined: as many as one likes. */
export function isNothingBetween(low: Decimal, high: Decimal, grain: number | undefined): boolean {
  if (grain === undefined) return false;
  const scale = Math.max(low.scale, high.scale, grain);
  const step = 10n ** BigInt(scale - grain);
  const below = at(low, scale);
  const next = (below / step + (below >= 0n || below % step === 0n ? 1n : 0n)) * step;
  return next >= at(high, scale);
}

function at({ unscaled, scale }: Decimal, finer: number): bigint {
  return unscaled * 10n ** BigInt(finer - scale);
}

const zero: Decimal = { unscaled: 0n, scale: 0 };
const mostDigits = 18;

/** The least multiple of `first` times ten to a power that is more than a limit. */
function nextMultiple(limit: Decimal, first: bigint, power: number): Decimal {
  const scale = Math.max(limit.scale, power < 0 ? -power : 0);
  const step = first * 10n ** BigInt(scale + power);
  const from = at(limit, scale);
  const below = from >= 0n ? from / step : -((-from + step - 1n) / step);
  return normalised((below + 1n) * step, scale);
}

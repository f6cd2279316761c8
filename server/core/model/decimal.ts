/** An exact decimal: `unscaled / 10^scale`. Always normalised: no trailing zero in `unscaled` while `scale` > 0. */
export interface Decimal {
  readonly unscaled: bigint;
  readonly scale: number;
}

/** Reads `[-]digits[.digits]` (underscores allowed between digits); anything else gives undefined. */
export function parseDecimal(text: string): Decimal | undefined {
  const known = knownDecimals.get(text);
  if (known) return known;
  const decimal = decimalOf(text);
  if (knownDecimals.size > mostKnown) knownDecimals.clear();
  if (decimal && text.length <= longestKnown) knownDecimals.set(text, decimal);
  return decimal;
}

/** The same few stand in most conditions: one object for each, forgotten from time to time. */
const knownDecimals = new Map<string, Decimal>();
const mostKnown = 1_000;
/** What is longer is a window into the text that it stood in, and would keep it. */
const longestKnown = 12;

function decimalOf(text: string): Decimal | undefined {
  if (/^\d{1,15}$/.test(text)) return { unscaled: BigInt(text), scale: 0 };
  const match = /^(-?)(\d[\d_]*)(?:\.(\d+))?$/.exec(text);
  if (!match) return undefined;
  const fraction = (match[3] ?? "").replace(/0+$/, "");
  const unscaled = BigInt((match[2] ?? "").replaceAll("_", "") + fraction);
  return { unscaled: match[1] ? -unscaled : unscaled, scale: fraction.length };
}

/** `unscaled / 10^scale` as a decimal; `scale` may leave zeros at its end. */
export function normalised(unscaled: bigint, scale: number): Decimal {
  return scale > 0 && unscaled % 10n === 0n ? normalised(unscaled / 10n, scale - 1) : { unscaled, scale };
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`, exactly. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  if (a.scale === b.scale) return a.unscaled < b.unscaled ? -1 : a.unscaled > b.unscaled ? 1 : 0;
  const scale = Math.max(a.scale, b.scale);
  const difference = a.unscaled * 10n ** BigInt(scale - a.scale) - b.unscaled * 10n ** BigInt(scale - b.scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The shortest plain notation, such as `12.5` or `-3`; no grouping. */
export function formatDecimal(value: Decimal): string {
  const digits = (value.unscaled < 0n ? -value.unscaled : value.unscaled).toString().padStart(value.scale + 1, "0");
  const whole = digits.slice(0, digits.length - value.scale);
  const fraction = value.scale > 0 ? "." + digits.slice(digits.length - value.scale) : "";
  return (value.unscaled < 0n ? "-" : "") + whole + fraction;
}

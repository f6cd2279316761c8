import { wordsMeant } from "../checks/otherWords.ts";
import { textOf } from "../model/valueText.ts";
import { parse } from "../syntax/parse.ts";

/**
 * A value that is written otherwise than the language does and that agreements understand, such as `30万円`, `2026年6月1日` or `9時半`,
 * and a duration such as `5営業日`, as the language writes it; undefined for names, texts and what agreements do not understand.
 */
export function asInAgreements(written: string): string | undefined {
  if (written.length > longest || /[\r\n]/.test(written)) return undefined;
  const text = withUnit(written);
  const [item, ...others] = parse(`impossible when field <= ${text}\n`).items;
  const [declaration] = item?.declarations ?? [];
  if (!item || others.length > 0 || item.problems.length > 0) return undefined;
  // What was left out, such as the sign of a currency, may have meant something.
  if (item.slips.some(({ name }) => name === "stray")) return undefined;
  const when = declaration?.kind === "impossible" ? declaration.when : undefined;
  if (when?.kind !== "compare" || !when.value) return undefined;
  return when.value.kind === "name" || when.value.kind === "text" ? undefined : textOf(when.value);
}

/** No value that people write is longer. */
const longest = 80;

/** A number with a unit in other words, where these can only mean one. */
function withUnit(written: string): string {
  const [, amount, unit] = /^([\d_.,]+)\s*(\p{L}+)$/u.exec(written) ?? [];
  const [meant, ...others] = unit === undefined ? [] : wordsMeant(unit, ["business", "clock", "calendar"]);
  return meant === undefined || others.length > 0 ? written : `${amount} ${meant}`;
}

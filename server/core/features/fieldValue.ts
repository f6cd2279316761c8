import { writtenName } from "../checks/fixes.ts";
import type { Locale } from "../checks/message.ts";
import type { ValueRange } from "../engine/decision.ts";
import { constantInUnit } from "../model/constantText.ts";
import type { Constant, Model } from "../model/model.ts";
import { say, wording } from "./say.ts";
import { moneyInGroups } from "./words.ts";

/** A field's value for reading: as a request writes it, with money in groups of three digits: "8%", "50,000 JPY", "3 business days". */
export function fieldValueInWords(model: Model, kind: string, field: string, value: Constant): string {
  return moneyInGroups(fieldValueWritten(model, kind, field, value));
}

/** A range of a field's values for reading: "10% or less", "above 10% to 20%". */
export function fieldRangeInWords(
  inWords: (value: Constant) => string,
  { from, to }: ValueRange,
  locale: Locale,
): string {
  if (from && to && from.isWithin && to.isWithin && inWords(from.value) === inWords(to.value)) return inWords(to.value);
  const lower = from && say(from.isWithin ? texts.from : texts.above, locale, { value: inWords(from.value) });
  const upper = to && say(to.isWithin ? texts.to : texts.toBelow, locale, { value: inWords(to.value) });
  if (lower === undefined && to)
    return say(to.isWithin ? texts.orLess : texts.below, locale, { value: inWords(to.value) });
  if (upper === undefined && from?.isWithin) return say(texts.orMore, locale, { value: inWords(from.value) });
  return upper === undefined ? (lower ?? "") : say(texts.both, locale, { lower: lower ?? "", upper });
}

const texts = {
  orLess: wording("{value} or less", "{value} 以下"),
  below: wording("below {value}", "{value} 未満"),
  orMore: wording("{value} or more", "{value} 以上"),
  above: wording("above {value}", "{value} 超"),
  from: wording("{value}", "{value} 以上"),
  to: wording("to {value}", "{value} 以下"),
  toBelow: wording("and below {value}", "{value} 未満"),
  both: wording("{lower} {upper}", "{lower} {upper}"),
};

/** A field's value as a request writes it, with its unit: "8%", "50000 JPY", "3 business days". */
export function fieldValueWritten(model: Model, kind: string, field: string, value: Constant): string {
  const type = model.kinds.get(kind)?.fields.find(({ name }) => name === field)?.type;
  return constantInUnit(value, type);
}

/** A customer's attribute as a file of agreements has it. */
export function attributeValueWritten({ attributes }: Model, attribute: string, value: Constant): string {
  if (value.kind === "name") return writtenName(value.name);
  if (value.kind === "text") return `"${value.text.replace(/["\\]/g, "\\$&")}"`;
  return constantInUnit(value, attributes.get(attribute)?.type);
}

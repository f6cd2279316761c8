import type { EnumType } from "../syntax/tree.ts";
import type { FieldType } from "./model.ts";

/** What a word means that stands where a type does and is none: one type, or one of several that the writer has to choose from. */
export type TypeWord =
  | { readonly kind: "type"; readonly written: string; readonly meant: string; readonly type: FieldType }
  | { readonly kind: "duration"; readonly unit: "minutes" | "hours" | "days" }
  | { readonly kind: "choice"; readonly readings: readonly string[] };

/** The meaning of a list of values that is one word for a type, such as `円` or `yen`; undefined for any other list. */
export function typeWordOf({ values }: EnumType): TypeWord | undefined {
  const [only, ...others] = values;
  if (only === undefined || others.length > 0) return undefined;
  const word = typeWords.get(only.text.toLowerCase());
  return word && (word.kind === "type" ? { ...word, written: only.text } : word);
}

/** The unit or currency that a word after a number means, as it is written, such as `JPY` for `円`; undefined where it means none, or one of several. */
export function unitWord(written: string): string | undefined {
  const word = typeWords.get(written.normalize("NFKC").toLowerCase());
  if (word?.kind !== "type") return undefined;
  return word.type.kind === "money" || word.type.kind === "duration" ? word.meant : undefined;
}

const typeWords: ReadonlyMap<string, TypeWord> = new Map([
  ...meaning("JPY", { kind: "money", currency: "JPY" }, "円", "yen", "jpy", "日本円", "¥"),
  ...meaning("USD", { kind: "money", currency: "USD" }, "ドル", "米ドル", "dollar", "dollars", "usd", "$"),
  ...meaning("EUR", { kind: "money", currency: "EUR" }, "ユーロ", "euro", "euros", "eur", "€"),
  ...meaning("percent", { kind: "percent" }, "パーセント", "割合", "percentage", "%"),
  ...meaning("number", { kind: "number" }, "数", "数値", "数字", "整数", "個", "件", "人", "int", "integer", "float"),
  ...meaning("date", { kind: "date" }, "日付", "年月日"),
  ...meaning("time", { kind: "time" }, "時刻"),
  ...meaning("text", { kind: "text" }, "文字", "文字列", "テキスト", "string"),
  ...meaning("business days", { kind: "duration", unit: "business days" }, "営業日", "営業日数"),
  ...meaning("business hours", { kind: "duration", unit: "business hours" }, "営業時間"),
  ...meaning("calendar days", { kind: "duration", unit: "calendar days" }, "暦日"),
  ...oneOf({ kind: "duration", unit: "days" }, "日", "日数"),
  ...oneOf({ kind: "duration", unit: "hours" }, "時間"),
  ...oneOf({ kind: "duration", unit: "minutes" }, "分"),
  ...oneOf({ kind: "choice", readings: ["JPY", "USD", "EUR"] }, "金額", "通貨", "money", "currency"),
  // Amounts are written in full, so these are not read as yen: 3 of 万円 are not 3 JPY.
  ...oneOf({ kind: "choice", readings: ["JPY"] }, "千円", "万円", "百万円", "億円"),
  ...oneOf({ kind: "choice", readings: ["yes | no"] }, "有無", "真偽", "boolean", "bool"),
]);

function meaning(
  meant: string,
  type: FieldType,
  ...words: readonly string[]
): readonly (readonly [string, TypeWord])[] {
  return oneOf({ kind: "type", written: meant, meant, type }, ...words);
}

function oneOf(word: TypeWord, ...words: readonly string[]): readonly (readonly [string, TypeWord])[] {
  return words.map((each) => [each, word]);
}

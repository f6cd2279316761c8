/** Values and ranges of them in words, as they are written in conditions. */
import { constantInUnit } from "../../model/constantText.ts";
import type { Constant, FieldType } from "../../model/model.ts";
import type { Localized } from "../../text/localized.ts";
import { joinedInJapanese } from "../../text/spacing.ts";
import { formatDate } from "../../time/date.ts";
import type { Cell } from "./cells.ts";

/** A text that is the same in every language. */
export function same(text: string): Localized {
  return { en: text, ja: text };
}

/** A value as it is written, money in groups of three digits. */
export function valueText(value: Constant, type: FieldType | undefined): string {
  const text = constantInUnit(value, type);
  if (value.kind === "text") return `"${text}"`;
  return type?.kind === "money" ? text.replace(/\B(?<!\.\d*)(?=(?:\d{3})+(?!\d))/g, ",") : text;
}

/** What some cells of a field or an attribute have in common: values, and ranges of neighbours. */
export function cellsInWords(
  cells: readonly Cell[],
  picked: readonly number[],
  type: FieldType | undefined,
): Localized {
  const parts: Localized[] = [];
  let run: Cell[] = [];
  for (const [index, number] of picked.entries()) {
    const cell = cells[number];
    if (cell && isOrdered(cell)) run.push(cell);
    else if (cell) parts.push(cellInWords(cell, type));
    const next = cells[number + 1];
    const goesOn = picked[index + 1] === number + 1 && next !== undefined && isOrdered(next);
    if (goesOn) continue;
    if (run.length > 0) parts.push(runInWords(run, type));
    run = [];
  }
  return eitherOf(parts);
}

/** Texts joined by "or". */
function eitherOf(parts: readonly Localized[]): Localized {
  return {
    en: parts.map(({ en }) => en).join(" or "),
    ja: joinedInJapanese(...parts.flatMap(({ ja }, index) => (index === 0 ? [ja] : ["か", ja]))),
  };
}

function isOrdered(cell: Cell): boolean {
  return (
    cell.kind === "between" || (cell.kind === "value" && (cell.value.kind === "decimal" || cell.value.kind === "time"))
  );
}

function cellInWords(cell: Cell, type: FieldType | undefined): Localized {
  switch (cell.kind) {
    case "value":
    case "between":
      return same(valueText(cell.value, type));
    case "other":
      return { en: "anything else", ja: "それ以外" };
    case "absent":
      return { en: "none", ja: "なし" };
    case "name":
    case "asker":
      return cell.name === undefined ? { en: "none or any other", ja: "なし・その他" } : same(cell.name);
    case "days":
      return same(cell.days.slice(0, 1).map(formatDate).join(""));
    case "moments":
      return same("");
    default:
      return cell satisfies never;
  }
}

/** Neighbours as a range: "above 10% up to 20%". */
function runInWords(run: readonly Cell[], type: FieldType | undefined): Localized {
  const [first, last] = [run[0], run.at(-1)];
  const text = (value: Constant) => valueText(value, type);
  if (first === last && first?.kind === "value") return same(text(first.value));
  const low =
    first?.kind === "value"
      ? lower(text(first.value), true)
      : first?.kind === "between" && first.low
        ? lower(text(first.low), false)
        : undefined;
  const high =
    last?.kind === "value"
      ? upper(text(last.value), true)
      : last?.kind === "between" && last.high
        ? upper(text(last.high), false)
        : undefined;
  const parts = [low, high].flatMap((each) => each ?? []);
  if (parts.length === 0) return { en: "anything", ja: "任意" };
  return { en: parts.map(({ en }) => en).join(" "), ja: joinedInJapanese(...parts.map(({ ja }) => ja)) };
}

function lower(value: string, isIncluded: boolean): Localized {
  return isIncluded ? { en: `from ${value}`, ja: `${value} 以上` } : { en: `above ${value}`, ja: `${value} 超` };
}

function upper(value: string, isIncluded: boolean): Localized {
  return isIncluded ? { en: `up to ${value}`, ja: `${value} 以下` } : { en: `below ${value}`, ja: `${value} 未満` };
}

import type { SurchargeDue } from "../engine/decision.ts";
import { compareDecimals, type Decimal, formatDecimal, parseDecimal } from "../model/decimal.ts";
import { asInAgreements } from "./asInAgreements.ts";

/** A surcharge as a scenario can name it: a percentage (a range where hours already worked are unknown) or an amount. */
export type Amount =
  | { readonly kind: "none" }
  | { readonly kind: "percent"; readonly least: Decimal; readonly most: Decimal }
  | { readonly kind: "money"; readonly amount: Decimal; readonly currency: string };

/** Reads `35%`, `0%..25%`, `5_000 JPY` or `none`, and what agreements understand as one of them, such as `3万円`. */
export function parseAmount(text: string): Amount | undefined {
  const plain = parsePlain(text);
  const meant = plain ? undefined : asInAgreements(text.normalize("NFKC"));
  return meant === undefined ? plain : parsePlain(meant);
}

function parsePlain(text: string): Amount | undefined {
  if (text === "none") return { kind: "none" };
  const money = /^([\d_.]{1,40})\s*([A-Z]{3})$/.exec(text);
  const amount = parseDecimal(money?.[1] ?? "");
  if (amount && money?.[2]) return { kind: "money", amount, currency: money[2] };
  const range = /^([\d.]{1,40})\s*%(?:\s*\.\.\s*([\d.]{1,40})\s*%)?$/.exec(text);
  const least = parseDecimal(range?.[1] ?? "");
  const most = parseDecimal(range?.[2] ?? range?.[1] ?? "");
  return least && most ? { kind: "percent", least, most } : undefined;
}

/** The surcharge of a decision. */
export function amountOf(due: SurchargeDue | undefined): Amount {
  switch (due?.rate.kind) {
    case undefined:
      return { kind: "none" };
    case "percent":
      return { kind: "percent", least: due.rate.percent, most: due.rate.percent };
    case "amount":
      return { kind: "money", amount: due.rate.amount, currency: due.rate.currency };
    case "premium": {
      const least = parseDecimal(String(due.percent?.least ?? ""));
      const most = parseDecimal(String(due.percent?.most ?? ""));
      return least && most ? { kind: "percent", least, most } : { kind: "none" };
    }
  }
}

/** Whether two are equal; the same range for ranges. */
export function sameAmount(a: Amount, b: Amount): boolean {
  if (a.kind === "percent" && b.kind === "percent") {
    return compareDecimals(a.least, b.least) === 0 && compareDecimals(a.most, b.most) === 0;
  }
  if (a.kind === "money" && b.kind === "money") {
    return a.currency === b.currency && compareDecimals(a.amount, b.amount) === 0;
  }
  return a.kind === b.kind;
}

/** An amount as `parseAmount` reads it. */
export function formatAmount(amount: Amount): string {
  switch (amount.kind) {
    case "none":
      return "none";
    case "money":
      return `${formatDecimal(amount.amount)} ${amount.currency}`;
    case "percent": {
      const [least, most] = [formatDecimal(amount.least), formatDecimal(amount.most)];
      return least === most ? `${least}%` : `${least}%..${most}%`;
    }
  }
}

/** Repairs that give something another time: a promise more of it, a clause less. */
import { writtenAmount } from "../model/constantText.ts";
import type { Place, Stated } from "../model/model.ts";
import type { Terms } from "../prover/time/terms.ts";
import type { Target } from "../time/spec.ts";
import { firstOf, greatestBelow, leastWithin } from "./attempts.ts";
import type { Attempt, Fix, PlacedEdit } from "./define.ts";
import { replaceFix } from "./fixes.ts";
import { phrase } from "./message.ts";
import { textAt } from "./places.ts";

const noEnd = Number.POSITIVE_INFINITY;

/** Promises the least time that can be kept. */
export function promiseMore({ place, value }: Stated<Target>): Attempt {
  return leastWithin(stepsBeyond(value), noEnd, (steps) => {
    const promise = withDuration(textAt(place), value, inSteps(value, steps));
    return replaceFix(phrase("Promise '{promise}'", "「{promise}」の約束にする", { promise }), place, promise);
  });
}

/** Gives a clause or a case the most time with which a promise is kept. */
export function lessTimeFor(clause: string, { place, value }: Stated<Target>): Attempt {
  return greatestBelow(Math.ceil(value.amount / stepOf(value)), (steps) => {
    const line = withDuration(textAt(place), value, inSteps(value, steps));
    const title = phrase("Give '{clause}' less time: '{line}'", "「{clause}」の時間を短くする（{line}）", {
      clause,
      line,
    });
    return replaceFix(title, place, line);
  });
}

/** Gives a target the least time that is enough. */
export function moreTimeFor(clause: string, { place, value }: Stated<Target>): Attempt {
  return leastWithin(stepsBeyond(value), noEnd, (steps): Fix => {
    const line = withDuration(textAt(place), value, inSteps(value, steps));
    const title = phrase("Give '{clause}' more time: '{line}'", "「{clause}」の時間を延ばす（{line}）", {
      clause,
      line,
    });
    return replaceFix(title, place, line);
  });
}

/** Lets whoever is asked answer sooner. */
export function soonerAnswer({ place, value }: Stated<Target>): Attempt {
  return firstOf(
    earlierThan(value).map((within) => {
      const line = withDuration(textAt(place), value, within);
      return replaceFix(phrase("Answer sooner: '{line}'", "もっと早く答える（{line}）", { line }), place, line);
    }),
  );
}

/** An amount of time. */
export type Duration = Pick<Target, "amount" | "unit">;

/** Times before a target, the half of it first. */
export function earlierThan({ amount, unit }: Target): readonly Duration[] {
  const finer = finerUnits[unit];
  const own = [amount / 2, amount / 4].filter((each) => each >= 1).map((each) => ({ amount: Math.floor(each), unit }));
  const isWhole = Number.isInteger(amount / 2);
  const inFiner = finer
    ? finer.amounts.map((each) => ({ amount: each * (finer.times ? amount : 1), unit: finer.unit }))
    : [];
  return isWhole ? [...own, ...inFiner] : [...inFiner, ...own];
}

interface Finer {
  readonly unit: Target["unit"];
  readonly amounts: readonly number[];
  /** Whether the amounts are for each of the coarser unit. */
  readonly times: boolean;
}

const finerUnits: Partial<Readonly<Record<Target["unit"], Finer>>> = {
  "business hours": { unit: "business minutes", amounts: [30, 15], times: true },
  "clock hours": { unit: "clock minutes", amounts: [30, 15], times: true },
  "business days": { unit: "business hours", amounts: [4, 2, 1], times: false },
  "calendar days": { unit: "clock hours", amounts: [12, 6, 3], times: true },
};

/** The id of the clause, case or exception that states a target. */
export function statingIn({ rule, overlays }: Terms, { value }: Stated<Target>): string {
  const stating = overlays.find(
    ({ says: { lines } }) => lines.respond?.value === value || lines.resolve?.value === value,
  );
  return stating?.id ?? rule.clause.id;
}

/** The text of a line, or of a row of a table, with one duration in the place of another. */
export function withDuration(line: string, from: Target, to: Duration): string {
  const text = inOneSpace(line);
  const written = writtenAmount(String(to.amount), to.unit);
  const isIt = (found: string) => amountIn(found) === from.amount && from.unit.startsWith(unitIn(found));
  const before = text.lastIndexOf("->") + 1;
  const rest = text.slice(before);
  const meant = Array.from(rest.matchAll(duration)).find(([found]) => isIt(found));
  if (!meant) return text;
  return text.slice(0, before) + rest.slice(0, meant.index) + written + rest.slice(meant.index + meant[0].length);
}

/** A line without the spaces of its layout, which comes back when the fix is made. */
export function inOneSpace(line: string): string {
  return line.replace(/(\S) {2,}/g, "$1 ");
}

const duration = /\d[\d_.]*\s+(?:business|clock|calendar)\s+\w+/g;

function amountIn(found: string): number {
  return Number((/^[\d_.]+/.exec(found)?.[0] ?? "").replaceAll("_", ""));
}

/** Without its plural. */
function unitIn(found: string): string {
  return found.split(/\s+/).slice(1).join(" ").replace(/s$/, "");
}

/** Nobody promises 237 minutes. */
function stepOf({ unit }: Target): number {
  return unit.endsWith("minutes") ? minutesTogether : 1;
}

const minutesTogether = 15;

function stepsBeyond(target: Target): number {
  return Math.floor(target.amount / stepOf(target)) + 1;
}

function inSteps(target: Target, steps: number): Duration {
  return { amount: steps * stepOf(target), unit: target.unit };
}

/** Lines of the same indent after that of a place. */
export function lineAfter({ item, span }: Place, lines: readonly string[]): PlacedEdit {
  const end = lineEnd(item.text, span.end);
  const indent = /^[ \t]*/.exec(item.text.slice(item.text.lastIndexOf("\n", span.start - 1) + 1))?.[0] ?? "";
  const newText = lines.map((line) => `\n${indent}${line}`).join("");
  return { place: { item, span: { start: end, end } }, newText };
}

/** Comments at the end of a line stay with it. */
function lineEnd(text: string, from: number): number {
  const found = /\r?\n/.exec(text.slice(from));
  return found ? from + found.index : text.length;
}

/** What people have to remember beside requests, and what of it differs: reviews, dates of customers, handovers. */
import { meaningOfTarget, plainText } from "../model/meaning.ts";
import type { Agreement, Model } from "../model/model.ts";
import type { Due, Handover } from "../model/work.ts";
import { grouped } from "../text/grouped.ts";

/** When an agreement is looked at again, and by whom. */
export type Review = NonNullable<Agreement["review"]>["value"];

/** Something that is on the agenda otherwise, or in one revision alone. */
export type AgendaChange =
  | (Changed<Review> & { readonly property: "review"; readonly agreement: string })
  | (Changed<Due> & { readonly property: "due"; readonly customer: string; readonly due: string })
  | (Changed<Handover> & {
      readonly property: "handover";
      readonly customer: string;
      readonly from: string;
      readonly to: string;
    });

interface Changed<Value> {
  readonly before: Value | undefined;
  readonly after: Value | undefined;
}

/** What is on the agenda otherwise; names of agreements and handovers, and the order of lines, make no difference. */
export function agendaChanges(before: Model, after: Model): readonly AgendaChange[] {
  return [
    ...reviewChanges(before, after),
    ...changedIn(duesIn(before), duesIn(after)).map(({ key: [customer = "", due = ""], ...changed }): AgendaChange => {
      return { property: "due", customer, due, ...changed };
    }),
    ...changedIn(handoversIn(before), handoversIn(after)).map(
      ({ key: [customer = "", from = "", to = ""], ...changed }): AgendaChange => {
        return { property: "handover", customer, from, to, ...changed };
      },
    ),
  ];
}

/** Something written, with what tells it from others, and what it means. */
interface Entry<Value> {
  readonly key: readonly string[];
  readonly meaning: string;
  readonly value: Value;
}

interface ChangedEntry<Value> extends Changed<Value> {
  readonly key: readonly string[];
}

/** What only one of two has, or both otherwise, by their keys. */
function changedIn<Value>(
  before: readonly Entry<Value>[],
  after: readonly Entry<Value>[],
): readonly ChangedEntry<Value>[] {
  const keys = new Map([...after, ...before].map(({ key }) => [plainText(key), key]));
  const [earlier, later] = [byKey(before), byKey(after)];
  return [...keys].flatMap(([text, key]) => {
    const [was, is] = [earlier.get(text) ?? [], later.get(text) ?? []];
    const [old, now] = [without(was, is), without(is, was)];
    return Array.from({ length: Math.max(old.length, now.length) }, (_, index) => {
      return { key, before: old[index]?.value, after: now[index]?.value };
    });
  });
}

function byKey<Value>(entries: readonly Entry<Value>[]): ReadonlyMap<string, readonly Entry<Value>[]> {
  return grouped(entries, ({ key }) => plainText(key));
}

/** The entries less as many others of the same meaning. */
function without<Value>(entries: readonly Entry<Value>[], others: readonly Entry<Value>[]): readonly Entry<Value>[] {
  const left = others.map(({ meaning }) => meaning);
  return entries.filter(({ meaning }) => {
    const index = left.indexOf(meaning);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

// what is written -----------------------------------------------------------------------------------------------------

function reviewChanges(before: Model, after: Model): readonly AgendaChange[] {
  const [old, now] = [reviewsIn(before, after), reviewsIn(after, before)];
  return changedIn(old, now).map(({ key: [agreement = ""], ...changed }) => {
    return { property: "review", agreement, ...changed };
  });
}

/** One of an agreement that has another name in the other revision, and the same parties and review there, goes by that name. */
function reviewsIn(model: Model, other: Model): readonly Entry<Review>[] {
  const [own, others] = [onlyIn(model, other), onlyIn(other, model)];
  const newNames = new Map(
    [...own].flatMap(([meant, agreements]) =>
      agreements.map(({ name }, index) => [name, others.get(meant)?.[index]?.name] as const),
    ),
  );
  return [...model.agreements.values()].flatMap(({ name, review }): readonly Entry<Review>[] => {
    if (!review) return [];
    // Of two names the first in order, so that both revisions choose the same.
    const [key = name] = [name, newNames.get(name) ?? name].sort();
    return [{ key: [key], meaning: plainText(review.value), value: review.value }];
  });
}

/** The agreements with a review whose names another model has not, by their parties and their review. */
function onlyIn({ agreements }: Model, other: Model): ReadonlyMap<string, readonly Agreement[]> {
  const own = [...agreements.values()].filter(({ name, review }) => review && !other.agreements.has(name));
  return grouped(own, ({ parties, review }) => plainText([[...parties].sort(), review?.value]));
}

function duesIn({ customers }: Model): readonly Entry<Due>[] {
  return [...customers.values()].flatMap(({ name, dues }) =>
    dues.map((due) => {
      const needs = due.needs.map((need) => [need.name, meaningOfTarget(need.lead)]);
      const meaning = plainText([due.on, due.by, needs.map((need) => plainText(need)).sort()]);
      return { key: [name, due.name], meaning, value: due };
    }),
  );
}

function handoversIn({ handovers }: Model): readonly Entry<Handover>[] {
  return [...handovers.values()].map((handover) => {
    const { customer, from, to, effective, covers } = handover;
    const meaning = plainText([effective?.value, covers.map(({ value }) => value).sort()]);
    return { key: [customer, from, to], meaning, value: handover };
  });
}

/** Whose a customer is on a day, handovers included. */
import type { Customer, DayRange, Model } from "../../model/model.ts";
import type { Handover } from "../../model/work.ts";
import type { Day } from "../../time/spec.ts";

/** The owner of a customer on a day, then the other of a handover that is under way, then the backup; none where nobody owns it. */
export function ownersOn(
  handovers: Model["handovers"],
  { name, owner, backup }: Customer,
  day: Day,
): readonly string[] {
  const dated = handoversOf(handovers, name);
  let person = owner?.value;
  // A handover between others than the owner has no effect.
  const concerns = ({ from, to }: DatedHandover) => person === undefined || person === from || person === to;
  for (const each of dated) if (each.last !== undefined && day > each.last && concerns(each)) person = each.to;
  const current = dated.find((each) => isWithin(each, day) && concerns(each));
  const first = person ?? current?.from;
  if (first === undefined) return [];
  const other = current && (current.from === first ? current.to : current.from);
  return [first, other, backup?.value].flatMap((each) => each ?? []);
}

/** A handover and its dates. */
export interface DatedHandover extends DayRange {
  readonly from: string;
  readonly to: string;
}

/** The handovers of a customer that have dates, in the order in which they end, then by name: their order in the files makes no difference. */
export function handoversOf(handovers: Model["handovers"], customer: string): readonly DatedHandover[] {
  const byCustomer = known.get(handovers) ?? sorted(handovers);
  known.set(handovers, byCustomer);
  return byCustomer.get(customer) ?? [];
}

const known = new WeakMap<Model["handovers"], ReadonlyMap<string, readonly DatedHandover[]>>();

function sorted(handovers: Model["handovers"]): ReadonlyMap<string, readonly DatedHandover[]> {
  const byCustomer = new Map<string, DatedHandover[]>();
  for (const { customer, from, to, effective } of [...handovers.values()].sort(byLastDay)) {
    if (!effective) continue;
    const own = byCustomer.get(customer) ?? [];
    byCustomer.set(customer, own);
    own.push({ from, to, ...effective.value });
  }
  return byCustomer;
}

function byLastDay({ effective: one, name }: Handover, { effective: other, name: otherName }: Handover): number {
  const [last, otherLast] = [one?.value.last ?? endless, other?.value.last ?? endless];
  const [first, otherFirst] = [one?.value.first ?? 0, other?.value.first ?? 0];
  return last - otherLast || first - otherFirst || (name < otherName ? -1 : 1);
}

const endless = Number.MAX_SAFE_INTEGER;

/** Whether a day is one of a range. */
export function isWithin({ first, last }: DayRange, day: Day): boolean {
  return day >= first && (last === undefined || day <= last);
}

/** What stated properties mean, as text: equal where the meaning is, wherever, in whatever order and in whatever unit it is written. */
import { exactProduct, millisecondsOf } from "../time/duration.ts";
import type { Target } from "../time/spec.ts";
import type { CalendarRule, HandleLines, Meaning, Place, Rung, Stated, Via } from "./model.ts";

/** A property of a clause that has a value of its own; steps are told by their names. */
export type StatedProperty = Exclude<keyof HandleLines, "steps" | "broken">;

/** Whether two sets of lines state a property with the same meaning; true where neither states it. */
export function meansTheSame(property: StatedProperty, one: HandleLines, other: HandleLines): boolean {
  return one[property] === other[property] || meaningOfProperty(property, one) === meaningOfProperty(property, other);
}

/** The meaning of a property; undefined where it is not stated. */
export function meaningOfProperty(property: StatedProperty, lines: HandleLines): string | undefined {
  const stated = lines[property];
  if (!stated) return undefined;
  const known = knownMeanings.get(stated);
  if (known !== undefined) return known;
  const meaning = worded(property, lines) ?? plainText(stated.value);
  knownMeanings.set(stated, meaning);
  return meaning;
}

/** Whether each step that two sets of lines both state is the same in both. */
export function stepsMeanTheSame(one: HandleLines, other: HandleLines): boolean {
  if (!one.steps || !other.steps) return true;
  const steps = new Map(one.steps.value.map((step) => [step.name, step]));
  return other.steps.value.every((step) => plainText(steps.get(step.name) ?? step) === plainText(step));
}

/** The meaning of calendar lines laid over the same hours: their order and their reasons make no difference (language.md M2). */
export function meaningOfRules(rules: readonly CalendarRule[]): string {
  return listed(
    rules.map(({ effect, days, times }) => {
      const dates = days.kind === "during" ? listed(days.calendars.map((name) => plainText(name))) : plainText(days);
      return plainText([effect, dates, listed(times.map((range) => plainText([range.from, range.to])))]);
    }),
  );
}

/** The meaning of a target: hours are so many minutes, but neither clock hours nor business hours are days. */
export function meaningOfTarget({ amount, unit, before }: Target): string {
  const each = millisecondsOf(unit);
  const [kind] = unit.split(" ");
  return each === undefined ? plainText([amount, unit, before]) : plainText([exactProduct(amount, each), kind]);
}

/** Data as text that is equal where the data is, places and reports of broken lines left out. */
export function plainText(data: unknown): string {
  return JSON.stringify(data, (key, value: unknown) => {
    if (key === "place" || key === "broken") return undefined;
    return typeof value === "bigint" ? value.toString() : value;
  });
}

/** What a declaration means, as text: equal where nothing but the places and the notation differ. */
export function meaningAsText(meaning: Meaning): string {
  return JSON.stringify(meaning, (key, value: unknown) => {
    if (key === "broken" || isPlace(value)) return undefined;
    if (value instanceof Map) return [...value];
    return typeof value === "bigint" ? value.toString() : value;
  });
}

function isPlace(value: unknown): value is Place {
  return typeof value === "object" && value !== null && "item" in value && "span" in value;
}

const knownMeanings = new WeakMap<Stated<unknown>, string>();

/** The meaning of a property that can be written in several ways. */
function worded(property: StatedProperty, { respond, resolve, via, escalate }: HandleLines): string | undefined {
  if (property === "respond") return respond && meaningOfTarget(respond.value);
  if (property === "resolve") return resolve && meaningOfTarget(resolve.value);
  if (property === "via") return via && meaningOfVia(via.value);
  if (property === "escalate") return escalate && listed(escalate.value.map(({ value }) => meaningOfRung(value)));
  return undefined;
}

function meaningOfRung({ after, to }: Rung): string {
  return plainText([meaningOfTarget(after), to]);
}

/** Each channel with its calendars; one that is listed for all hours needs none. */
function meaningOfVia(lines: readonly Stated<Via>[]): string {
  const pairs = lines.flatMap(({ value: { channels, during } }) => channels.map((channel) => ({ channel, during })));
  const always = new Set(pairs.filter(({ during }) => during === undefined).map(({ channel }) => channel));
  return listed(pairs.map(({ channel, during }) => plainText(always.has(channel) ? [channel] : [channel, during])));
}

/** A list in which neither order nor repetition means anything. */
function listed(parts: readonly string[]): string {
  return plainText([...new Set(parts)].sort());
}

import type { CalendarRule, HandleLines } from "../model/model.ts";

/** What an overlay says, by property, as texts that are equal when the meanings are. */
export type StatedProperties = ReadonlyMap<string, string>;

/** The properties that lines of a handle clause state. */
export function statedIn(lines: HandleLines): StatedProperties {
  const known = statedByLines.get(lines) ?? readStated(lines);
  statedByLines.set(lines, known);
  return known;
}

const statedByLines = new WeakMap<HandleLines, StatedProperties>();

function readStated(lines: HandleLines): StatedProperties {
  const stated = new Map<string, string>();
  const add = (name: string, value: unknown) => {
    if (value !== undefined) stated.set(name, plain(value));
  };
  add("by", lines.by?.value);
  add(
    "via",
    lines.via?.value.map((each) => each.value),
  );
  add("hours", lines.hours?.value);
  add("cutoff", lines.cutoff?.value);
  add("respond", lines.respond?.value);
  add("resolve", lines.resolve?.value);
  add(
    "escalate",
    lines.escalate?.value.map((each) => each.value),
  );
  add("say", lines.say?.value);
  add("decline", lines.decline?.value);
  add("surcharge", lines.surcharge?.value);
  return stated;
}

/** The openings that an exception states. */
export function openingsIn(rules: readonly CalendarRule[]): StatedProperties {
  return new Map(rules.length === 0 ? [] : [["open", plain(rules.map(({ place, ...rule }) => rule))]]);
}

/** The first property that both state, and differently; undefined when they agree. */
export function statedDifferently(one: StatedProperties, other: StatedProperties): string | undefined {
  for (const [name, text] of one) {
    const there = other.get(name);
    if (there !== undefined && there !== text) return name;
  }
  return undefined;
}

function plain(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => (typeof each === "bigint" ? `${each}n` : each));
}

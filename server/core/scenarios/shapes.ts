import type { Decision, SurchargeDue } from "../engine/decision.ts";
import type { Model } from "../model/model.ts";
import type { Localized } from "../text/localized.ts";
import { nearest } from "../text/nearest.ts";
import type { Instant } from "../time/spec.ts";
import { amountOf, formatAmount, parseAmount, sameAmount } from "./amount.ts";
import { isKnownDecider, sameDecider } from "./deciders.ts";
import type { ExpectReading, Judge, Judgement, NameSpace, Shape, Takes } from "./judge.ts";
import { messages } from "./messages.ts";
import { formatMoment, notAMoment, parseMoment, sameMoment } from "./moment.ts";
import { problemAt } from "./problem.ts";
import { stepNames } from "./stepNames.ts";
import { truthOf } from "./truth.ts";
import { nameIn } from "./values.ts";
import type { YamlNode, YamlScalar } from "./yaml.ts";

/** One of some words. */
export function word(words: readonly string[], find: (decision: Decision) => string | undefined): Shape {
  return single({ kind: "words", words }, (text, reading, value) => {
    if (!words.includes(text)) return report(reading, value, messages.notOneOf(text, words, nearest(text, words)));
    return ({ decision }) => judged(find(decision) ?? none, (found) => found === text);
  });
}

/** A name of the model, or `none`. */
export function name(spaces: readonly NameSpace[], find: (decision: Decision) => string | undefined): Shape {
  return single({ kind: "names", spaces }, (text, reading, value) => {
    const expected = knownName(text, spaces, reading, value);
    return expected === undefined
      ? undefined
      : ({ decision }) => judged(find(decision) ?? none, (found) => found === expected);
  });
}

/** A name of a field, or `none`. */
export function fieldName(find: (decision: Decision) => string | undefined): Shape {
  return single(
    { kind: "field" },
    (text) =>
      ({ decision }) =>
        judged(find(decision) ?? none, (found) => found === nameIn(text)),
  );
}

/** A name of a step, or `none`. */
export function stepName(find: (decision: Decision) => string | undefined): Shape {
  return single({ kind: "step" }, (text, reading, value) => {
    const expected = nameIn(text);
    const known = stepNames(reading.model);
    if (expected !== none && !known.has(expected))
      return report(reading, value, messages.unknownName("step", expected, nearest(expected, known), [...known]));
    return ({ decision }) => judged(find(decision) ?? none, (found) => found === expected);
  });
}

/** Some names of the model in any order, one of them, or `none`. */
export function names(spaces: readonly NameSpace[], find: (decision: Decision) => readonly string[]): Shape {
  return several({ kind: "names", spaces }, (items, reading) => {
    const expected = items.map((item) => knownName(item.text, spaces, reading, item));
    if (expected.includes(undefined)) return undefined;
    const wanted = new Set(expected.filter((each) => each !== none));
    return ({ decision }) => {
      const found = new Set(find(decision));
      const holds = found.size === wanted.size && [...found].every((each) => wanted.has(each));
      return { holds, found: listed([...found]) };
    };
  });
}

/** A time on the scenario's clock, `never` where one is sought and there is none, or `none`. */
export function moment(find: (decision: Decision) => Instant | "never" | undefined): Shape {
  return single({ kind: "moment" }, (text, reading, value) => {
    const expected = parseMoment(text);
    if (!expected && text !== none && text !== "never") return report(reading, value, notAMoment(text));
    return ({ decision, zone }) => {
      const found = find(decision) ?? none;
      if (typeof found === "string") return { holds: text === found, found };
      return { holds: expected !== undefined && sameMoment(expected, found, zone), found: formatMoment(found, zone) };
    };
  });
}

/** `yes` or `no`. */
export function truth(find: (decision: Decision) => boolean): Shape {
  return single({ kind: "truth" }, (text, reading, value) => {
    const expected = truthOf(text);
    if (expected === undefined) return report(reading, value, messages.notYesOrNo(text));
    return ({ decision }) => ({ holds: find(decision) === expected, found: find(decision) ? "yes" : "no" });
  });
}

/** A part of a sentence, or `none`; letter case and line breaks count for nothing. */
export function part(find: (decision: Decision) => string | undefined): Shape {
  return single({ kind: "text" }, (text) => ({ decision }) => {
    const found = find(decision);
    if (found === undefined) return { holds: text === none, found: none };
    return { holds: plain(found).includes(plain(text)), found };
  });
}

/** The id of a clause, a case or a verdict line, from its end on as far as is written, an exception's name, or `none`. */
export function decider(find: (decision: Decision) => string | undefined): Shape {
  return single({ kind: "decider" }, (text, reading, value) => {
    if (!isKnownDecider(text, reading, value)) return undefined;
    return ({ decision }) => judged(find(decision) ?? none, (found) => sameDecider(found, text));
  });
}

/** Some ids as `decider` reads them, in any order. */
export function deciders(find: (decision: Decision) => readonly string[]): Shape {
  return several({ kind: "decider" }, (items, reading) => {
    if (!items.every((item) => isKnownDecider(item.text, reading, item))) return undefined;
    const wanted = items.map((item) => item.text).filter((text) => text !== none);
    return ({ decision }) => {
      const found = find(decision);
      const holds = found.length === wanted.length && wanted.every((text) => found.some((id) => sameDecider(id, text)));
      return { holds, found: listed(found) };
    };
  });
}

/** `35%`, a range such as `0%..25%`, an amount of money, or `none`. */
export function surcharge(find: (decision: Decision) => SurchargeDue | undefined): Shape {
  return single({ kind: "surcharge" }, (text, reading, value) => {
    const expected = parseAmount(text);
    if (expected === undefined) return report(reading, value, messages.notASurcharge(text));
    return ({ decision }) => {
      const found = amountOf(find(decision));
      return { holds: sameAmount(found, expected), found: formatAmount(found) };
    };
  });
}

const none = "none";

function single(
  takes: Takes,
  read: (text: string, reading: ExpectReading, value: YamlScalar) => Judge | undefined,
): Shape {
  return {
    takes,
    list: false,
    read: (value, reading) => {
      const item = itemsOf(value);
      const [first] = item ?? [];
      if (!first || item?.length !== 1) return report(reading, value, messages.notASingleValue(reading.key));
      return read(first.text.normalize("NFKC").trim(), reading, first);
    },
  };
}

function several(
  takes: Takes,
  read: (items: readonly YamlScalar[], reading: ExpectReading) => Judge | undefined,
): Shape {
  return {
    takes,
    list: true,
    read: (value, reading) => {
      const items = itemsOf(value);
      if (!items) return report(reading, value, messages.notAList(reading.key));
      return read(
        items.map((item) => ({ ...item, text: nameIn(item.text) })),
        reading,
      );
    },
  };
}

/** The scalars of a list, of a single value, or of nothing (`none`); undefined where something else stands among them. */
function itemsOf(value: YamlNode): readonly YamlScalar[] | undefined {
  switch (value.kind) {
    case "scalar":
      return [value];
    case "nothing":
      return [{ ...value, kind: "scalar", text: none }];
    case "list":
      return value.items.every((item) => item.kind === "scalar")
        ? value.items.filter((item) => item.kind === "scalar")
        : undefined;
    case "map":
      return undefined;
  }
}

function report(reading: ExpectReading, value: YamlNode, message: Localized): undefined {
  reading.problems.push(problemAt(value, message, reading.key));
}

function judged(found: string, holds: (found: string) => boolean): Judgement {
  return { holds: holds(found), found };
}

function listed(items: readonly string[]): string {
  return items.length === 0 ? none : items.length === 1 ? (items[0] ?? none) : `[${items.join(", ")}]`;
}

function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}

function knownName(
  text: string,
  spaces: readonly NameSpace[],
  reading: ExpectReading,
  value: YamlNode,
): string | undefined {
  const expected = nameIn(text);
  if (expected === none) return none;
  const tables = spaces.map((space) => tableOf(reading.model, space));
  if (tables.some((table) => table.has(expected))) return expected;
  const known = tables.flatMap((table) => [...table.keys()]);
  return report(
    reading,
    value,
    messages.unknownName(spaces[0] ?? reading.key, expected, nearest(expected, known), known),
  );
}

function tableOf(model: Model, space: NameSpace): ReadonlyMap<string, unknown> {
  switch (space) {
    case "team":
      return model.teams;
    case "person":
      return model.people;
    case "channel":
      return model.channels;
    case "exception":
      return model.exceptions;
    case "handover":
      return model.handovers;
  }
}

import type { Model } from "../model/model.ts";
import { nearest } from "../text/nearest.ts";
import type { ExpectReading } from "./judge.ts";
import { messages } from "./messages.ts";
import { problemAt } from "./problem.ts";
import { nameIn } from "./values.ts";
import type { YamlNode } from "./yaml.ts";

/** The ids of all that can decide: clauses, cases, verdict lines, and the names of exceptions. */
export function decidersIn(model: Model): readonly string[] {
  const verdicts = [...model.clauses.values()].flatMap((clause) =>
    clause.kind === "commit" ? clause.verdicts.map((verdict) => verdict.id) : [],
  );
  return [...new Set([...model.clauses.keys(), ...model.exceptions.keys(), ...verdicts])];
}

/** Whether an id is meant: `product_support.incidents.urgent` by `urgent`, `incidents.urgent` and by its whole self. */
export function sameDecider(id: string, text: string): boolean {
  const called = nameIn(text);
  return id === called || id.endsWith("." + called);
}

/** Whether something of the model is called so, or it is `none`; else that is reported. */
export function isKnownDecider(text: string, reading: ExpectReading, at: YamlNode): boolean {
  const known = text === "none" ? ["none"] : decidersIn(reading.model);
  if (known.some((id) => sameDecider(id, text))) return true;
  const message = messages.unknownDecider(text, nearest(text, known.flatMap(endsOf)));
  reading.problems.push(problemAt(at, message, reading.key));
  return false;
}

/** An id and its ends, as it may be called: `incidents.urgent` and `urgent` beside the whole. */
function endsOf(id: string): readonly string[] {
  const parts = id.split(".");
  return parts.map((_, index) => parts.slice(index).join("."));
}

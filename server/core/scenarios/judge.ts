import type { Engine } from "../engine/compile.ts";
import type { Decision } from "../engine/decision.ts";
import type { Model } from "../model/model.ts";
import type { Span } from "../syntax/tree.ts";
import type { Zone } from "../time/zone.ts";
import type { Problem } from "./problem.ts";
import type { YamlNode } from "./yaml.ts";

/** A decision to be judged, and the clock on which times without an offset are read. */
export interface Answered {
  readonly engine: Engine;
  readonly decision: Decision;
  readonly zone: Zone;
}

/** Whether an expectation holds, and what was found, as one would write it in `expect`. */
export interface Judgement {
  readonly holds: boolean;
  readonly found: string;
}

/** An expectation as read, ready to judge decisions. */
export type Judge = (answered: Answered) => Judgement;

/** A decision that a scenario has come to; of a `promise` only what may be promised was asked. */
export interface Reached {
  readonly decision: Decision;
  readonly part: "all" | "promise";
}

/** One line of `expect`, ready to judge decisions; the span is that of its value. */
export interface Expectation extends Span {
  /** For a nested one the keys with the outer one first, as in `needs urgent: respond by`. */
  readonly key: string;
  /** As written. */
  readonly expected: string;
  readonly judge: Judge;
  /** What it looks at beside the scenario's own decision; undefined: nothing. */
  readonly beside: ((answered: Answered) => Reached | undefined) | undefined;
}

/** What a value of `expect` is read with. */
export interface ExpectReading {
  readonly model: Model;
  readonly problems: Problem[];
  readonly key: string;
}

/** The spaces of names that an expectation can name. */
export type NameSpace = "team" | "person" | "channel" | "exception" | "handover";

/** What may be written as a value of `expect`, for completion and the JSON Schema. */
export type Takes =
  | { readonly kind: "words"; readonly words: readonly string[] }
  | { readonly kind: "names"; readonly spaces: readonly NameSpace[] }
  | { readonly kind: "field" | "step" | "moment" | "truth" | "text" | "decider" | "surcharge" };

/** How the value of a key in `expect` is written, read and compared. */
export interface Shape {
  readonly takes: Takes;
  /** Whether several may be written as a list. */
  readonly list: boolean;
  /** Undefined where the value cannot be understood, which is reported. */
  readonly read: (value: YamlNode, reading: ExpectReading) => Judge | undefined;
}

import type { Engine } from "../engine/compile.ts";
import type { Decision } from "../engine/decision.ts";
import type { Model } from "../model/model.ts";
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

/** What a value of `expect` is read with. */
export interface ExpectReading {
  readonly model: Model;
  readonly problems: Problem[];
  readonly key: string;
}

/** How the value of a key in `expect` is written, read and compared. */
export interface Shape {
  /** What may be written, for the JSON Schema; undefined: free text. */
  readonly words: readonly string[] | undefined;
  readonly list: boolean;
  /** Undefined where the value cannot be understood, which is reported. */
  readonly read: (value: YamlNode, reading: ExpectReading) => Judge | undefined;
}

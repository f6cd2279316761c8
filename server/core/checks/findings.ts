/** What checks find, and what is kept of it for the next run. */
import type { LinkedItem } from "../model/model.ts";
import type { Item } from "../syntax/tree.ts";
import type { Answers } from "./company.ts";
import type { CheckContext, Finding } from "./define.ts";

/** The findings of a model; `check` takes the last ones to keep what is still true. */
export interface Findings {
  /** By file path, then by offset, then by code. */
  readonly all: readonly Finding[];
  /** The same by file; every file of the model is there. */
  readonly byPath: ReadonlyMap<string, readonly Finding[]>;
  readonly memory: Memory;
}

/** What the next run compares with and keeps. */
export interface Memory {
  readonly context: CheckContext;
  readonly companyItems: readonly LinkedItem[];
  readonly companyFindings: readonly Finding[];
  readonly items: ReadonlyMap<Item, ItemFindings>;
}

/** The findings of the checks that look at one item, in order. */
export interface ItemFindings {
  readonly linked: LinkedItem;
  /** Those that depend on the item alone. */
  readonly own: readonly Finding[];
  /** What its agreements asked of the company. */
  readonly answers: Answers | undefined;
  readonly all: readonly Finding[];
}

import type { HandleLines } from "../../model/model.ts";
import { type StatedIn, statedIn } from "../../questions/layers.ts";
import type { Telling } from "../telling.ts";

/** The property that the topmost layer of the decision states. */
export function statedFor<T>(
  { model, decision }: Telling,
  property: (lines: HandleLines) => { readonly value: T } | undefined,
): StatedIn<T> | undefined {
  return statedIn(model, decision, property);
}

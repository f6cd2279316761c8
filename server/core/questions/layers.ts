import type { Decision } from "../engine/decision.ts";
import type { HandleLines, Model } from "../model/model.ts";

/** One property of the clause as it stands for a decision, and the clause, case or exception that states it. */
export interface StatedIn<T> {
  readonly id: string;
  readonly value: T;
}

/** The property that the topmost layer of a decision states: an exception's, a case's, else the clause's own. */
export function statedIn<T>(
  { clauses, exceptions }: Model,
  decision: Pick<Decision, "clause" | "overlays">,
  property: (lines: HandleLines) => { readonly value: T } | undefined,
): StatedIn<T> | undefined {
  const ids = [...(decision.clause === undefined ? [] : [decision.clause]), ...decision.overlays];
  for (const id of ids.reverse()) {
    const layer = exceptions.get(id) ?? clauses.get(id);
    const found = layer && "lines" in layer ? property(layer.lines) : undefined;
    if (found) return { id, value: found.value };
  }
  return undefined;
}

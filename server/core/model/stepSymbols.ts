import type { CommitProperty, HandleProperty } from "../syntax/tree.ts";
import { inside } from "./symbol.ts";

/** The symbols of steps by name. */
export type StepSymbols = ReadonlyMap<string, string>;

/** No steps. */
export const noSteps: StepSymbols = new Map();

/** The steps that a clause, case or exception of that id states, with those of what it is laid over. */
export function stepSymbols(
  lines: readonly (HandleProperty | CommitProperty)[],
  id: string,
  below: StepSymbols,
): StepSymbols {
  let symbols: Map<string, string> | undefined;
  for (const line of lines) {
    if (line.kind !== "step" || !line.name || below.has(line.name.text)) continue;
    symbols ??= new Map(below);
    symbols.set(line.name.text, stepSymbol(id, line.name.text));
  }
  return symbols ?? below;
}

/** The symbol of a step that is declared in the clause, case or exception of that id. */
export function stepSymbol(id: string, name: string): string {
  return "step:" + inside(id, name);
}

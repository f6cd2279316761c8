import type { Space } from "./model.ts";

/** Names joined by dots, as clauses are pointed at; a name that itself has a dot is put in backticks. */
export function qualified(...names: readonly string[]): string {
  return names.map((name) => (name.includes(".") ? "`" + name + "`" : name)).join(".");
}

/** The key of a symbol: `space:qualified.name`, such as `field:incident.severity`. */
export function symbolOf(space: Space, ...names: readonly string[]): string {
  return space + ":" + qualified(...names);
}

/** The space that a symbol's key begins with. */
export function spaceOf(symbol: string): string {
  return symbol.slice(0, symbol.indexOf(":"));
}

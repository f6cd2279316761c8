import type { Space } from "./model.ts";

/** Names joined by dots, as clauses are pointed at; a name that itself has a dot is put in backticks. */
export function qualified(first: string, ...others: readonly string[]): string {
  let path = quoted(first);
  for (const name of others) path = inside(path, name);
  return path;
}

/** The qualified name of something in what has the qualified name `owner`. */
export function inside(owner: string, name: string): string {
  return owner + "." + quoted(name);
}

/** The key of a symbol: `space:qualified.name`, such as `field:incident.severity`. */
export function symbolOf(space: Space, first: string, ...others: readonly string[]): string {
  return space + ":" + qualified(first, ...others);
}

/** The key of a clause or a case. */
export function clauseSymbol(id: string): string {
  return "clause:" + id;
}

function quoted(name: string): string {
  return name.includes(".") ? "`" + name + "`" : name;
}

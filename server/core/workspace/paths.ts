/** What a file of a workspace is to the model, by its name; undefined: nothing. */
export type FileKind = "agreements" | "settings" | "scenarios";

/** The kind of the file at a path (with `/` between its parts). */
export function fileKind(path: string): FileKind | undefined {
  if (path.endsWith(".sla")) return "agreements";
  if (path.endsWith(".scenarios.yaml")) return "scenarios";
  return nameOf(path) === "torikime.yaml" ? "settings" : undefined;
}

/** The folder of a path with its `/`, or the empty text at the top. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

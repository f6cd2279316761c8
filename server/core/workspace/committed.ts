/** The workspace as it was at a commit, made from what it is now. */
import { fileKind } from "./paths.ts";
import { type Workspace, withoutText, withText } from "./workspace.ts";

/** What is known of the files of agreements and settings at a commit. */
export interface Committed {
  /** By path; what is not among them was not there. */
  readonly texts: ReadonlyMap<string, string>;
  /** Paths of files that belong to no repository: they are taken as they are. */
  readonly unversioned: ReadonlySet<string>;
}

/** The workspace with its agreements and settings as they were; what did not change since is shared, with all that is known of it. */
export function asCommitted(workspace: Workspace, { texts, unversioned }: Committed): Workspace {
  let found = workspace;
  for (const path of workspace.texts.keys())
    if (counts(path) && !texts.has(path) && !unversioned.has(path)) found = withoutText(found, path);
  for (const [path, text] of texts) if (counts(path)) found = withText(found, path, text);
  return found;
}

/** The paths of agreements and settings that one of two workspaces has otherwise, in order. */
export function changedPaths(before: Workspace, after: Workspace): readonly string[] {
  const all = new Set([...before.texts.keys(), ...after.texts.keys()]);
  return [...all].filter((path) => counts(path) && before.texts.get(path) !== after.texts.get(path)).sort();
}

/** Scenarios decide nothing. */
function counts(path: string): boolean {
  const kind = fileKind(path);
  return kind === "agreements" || kind === "settings";
}

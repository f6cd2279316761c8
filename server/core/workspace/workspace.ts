import { readSettings } from "../scenarios/settings.ts";
import { fileKind, folderOf } from "./paths.ts";
import { matchesAny } from "./patterns.ts";
import { Snapshot, type Surroundings } from "./snapshot.ts";

/**
 * All files that are open to the program, grouped into models: every folder with a `torikime.yaml` is a model of its own,
 * and so is what lies under a folder of the workspace but under no such file. Immutable.
 */
export interface Workspace {
  readonly texts: ReadonlyMap<string, string>;
  /** The workspace's folders as the beginnings of paths: "" or "name/". */
  readonly folders: readonly string[];
  readonly surroundings: Surroundings;
  /** By the beginning of their paths, such as "samples/desk/". */
  readonly models: ReadonlyMap<string, Snapshot>;
}

/** A workspace with these files, read from nothing. */
export function workspaceOf(
  texts: ReadonlyMap<string, string>,
  folders: readonly string[],
  surroundings: Surroundings,
): Workspace {
  const roots = rootsOf(texts, folders);
  const groups = new Map<string, Map<string, string>>();
  for (const [path, text] of texts) {
    const root = rootOf(path, roots);
    const group = groups.get(root) ?? new Map<string, string>();
    groups.set(root, group.set(path, text));
  }
  const models = new Map(
    [...groups].map(([root, files]) => [root, Snapshot.of(filesChosen(root, files), surroundings)] as const),
  );
  return { texts, folders, surroundings, models };
}

/** The workspace with one file added or changed. */
export function withText(workspace: Workspace, path: string, text: string): Workspace {
  if (workspace.texts.get(path) === text) return workspace;
  const texts = new Map(workspace.texts).set(path, text);
  const root = rootOf(path, rootsOf(texts, workspace.folders));
  if (movesRoots(path) && !sameChoice(workspace.texts.get(path), text))
    return workspaceOf(texts, workspace.folders, workspace.surroundings);
  if (!isChosen(path, root, patternsIn(texts.get(root + settingsName)))) return { ...workspace, texts };
  const model = workspace.models.get(root) ?? Snapshot.of(new Map(), workspace.surroundings);
  return { ...workspace, texts, models: new Map(workspace.models).set(root, model.with(path, text)) };
}

/** The workspace without a file. */
export function withoutText(workspace: Workspace, path: string): Workspace {
  if (!workspace.texts.has(path)) return workspace;
  const texts = new Map(workspace.texts);
  texts.delete(path);
  if (movesRoots(path)) return workspaceOf(texts, workspace.folders, workspace.surroundings);
  const root = rootOf(path, rootsOf(texts, workspace.folders));
  const model = workspace.models.get(root);
  return model ? { ...workspace, texts, models: new Map(workspace.models).set(root, model.without(path)) } : workspace;
}

/** The workspace as it looks on another day, or with other holidays. */
export function withSurroundings(workspace: Workspace, surroundings: Surroundings): Workspace {
  const models = new Map([...workspace.models].map(([root, model]) => [root, model.within(surroundings)]));
  return { ...workspace, surroundings, models };
}

/** The model that a file belongs to. */
export function modelOf(workspace: Workspace, path: string): Snapshot | undefined {
  return workspace.models.get(rootOf(path, rootsOf(workspace.texts, workspace.folders)));
}

const settingsName = "torikime.yaml";

/** The files of a root that belong to its model: all, unless its settings name some. */
function filesChosen(root: string, files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const patterns = patternsIn(files.get(root + settingsName));
  return patterns ? new Map([...files].filter(([path]) => isChosen(path, root, patterns))) : files;
}

function isChosen(path: string, root: string, patterns: readonly string[] | undefined): boolean {
  return !patterns || fileKind(path) === "settings" || matchesAny(path.slice(root.length), patterns);
}

/** The patterns that settings choose files by; the text is read only where it could name some. */
function patternsIn(settings: string | undefined): readonly string[] | undefined {
  return settings?.includes("files") ? readSettings(settings).settings.files : undefined;
}

function sameChoice(before: string | undefined, after: string): boolean {
  return before !== undefined && JSON.stringify(patternsIn(before)) === JSON.stringify(patternsIn(after));
}

function movesRoots(path: string): boolean {
  return fileKind(path) === "settings";
}

function rootsOf(texts: ReadonlyMap<string, string>, folders: readonly string[]): readonly string[] {
  const roots = new Set(folders);
  for (const path of texts.keys()) if (movesRoots(path)) roots.add(folderOf(path));
  return [...roots].sort((a, b) => b.length - a.length);
}

/** The longest root that the path is under; a file outside all of them is grouped with its neighbours. */
function rootOf(path: string, roots: readonly string[]): string {
  return roots.find((root) => path.startsWith(root)) ?? folderOf(path);
}

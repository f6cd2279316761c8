/** The two sides of a comparison: each a folder, a file or a git revision, read with its own settings. */
import * as path from "node:path";
import { phrase } from "../core/checks/message.ts";
import { pairedModels, type SnapshotPair } from "../core/workspace/pairs.ts";
import { fileKind } from "../core/workspace/paths.ts";
import { workspaceOf } from "../core/workspace/workspace.ts";
import { decode, type FileText, filesBelow, folderWith, kindOfPath, readText } from "./files.ts";
import { filesInRevision, type GitRevision, gitRevision, isInRevision, mustBeInRevision } from "./git.ts";
import { dayAt, lazyHolidays, type Trouble } from "./project.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usageError.ts";

/** Two revisions of the same agreements, model by model. */
export interface Revisions {
  readonly before: string;
  /** Undefined: the files as they are now. */
  readonly after: string | undefined;
  readonly pairs: readonly SnapshotPair[];
  /** What the files of each are called, such as `main:teams/desk.sla`. */
  readonly fileNames: { readonly before: FileName; readonly after: FileName };
  readonly troubles: readonly Trouble[];
}

type FileName = (file: string) => string;

/** Reads what two operands name; without the second, the working tree as against a revision. */
export function readRevisions(operands: readonly string[], terminal: Terminal): Revisions {
  const [old, now, ...rest] = operands;
  if (old === undefined || rest.length > 0) throw twoAreNeeded();
  const oldAlone = sourceNamed(old, terminal);
  const nowAlone = now === undefined ? asItIs(oldAlone, terminal) : sourceNamed(now, terminal);
  if (!nowAlone) throw nothingToCompare(old);
  const first = atPlaceOf(nowAlone, old, oldAlone, terminal);
  const second = now === undefined ? nowAlone : atPlaceOf(oldAlone, now, nowAlone, terminal);
  const [before, after] = [sideOf(first, second, terminal), sideOf(second, first, terminal)];
  const surroundings = { today: dayAt(terminal.now), holidays: lazyHolidays() };
  const read = ({ texts }: Side) => workspaceOf(texts, [""], surroundings);
  const pairs = pairedModels(read(before), read(after)).map(sharing);
  const troubles = [...before.troubles, ...after.troubles];
  if (pairs.length === 0 && troubles.length === 0) throw neitherHasAny();
  const fileNames = { before: before.fileName, after: after.fileName };
  return { before: old, after: now, pairs, fileNames, troubles };
}

// what operands name --------------------------------------------------------------------------------------------------

type Source =
  | { readonly kind: "disk"; readonly folder: string; readonly file: string | undefined }
  /** `folder` from the top of the repository, with `/`. */
  | {
      readonly kind: "revision";
      readonly revision: GitRevision;
      readonly folder: string;
      readonly file: string | undefined;
    };

/** A path that exists comes first; `main:` is a revision all the same. */
function sourceNamed(operand: string, terminal: Terminal): Source {
  const full = path.resolve(terminal.folder, operand);
  const kind = kindOfPath(full);
  if (kind === "folder") return { kind: "disk", folder: full, file: undefined };
  if (kind === "file") return { kind: "disk", folder: path.dirname(full), file: path.basename(full) };
  const [, name = operand, below = ""] = /^([^:]+):(.*)$/s.exec(operand) ?? [];
  const revision = gitRevision(name, terminal.folder);
  const inside = path.relative(revision.top, path.resolve(terminal.folder, below)).split(path.sep).join("/");
  mustBeInRevision(revision, inside);
  const isFile = fileKind(inside) !== undefined;
  const folder = isFile ? path.posix.dirname(inside).replace(/^\.$/, "") : inside;
  return { kind: "revision", revision, folder, file: isFile ? path.posix.basename(inside) : undefined };
}

/**
 * A revision that names no place of its own, beside a path of the working tree, is that path as it was then, as git has it:
 * all of the revision against one folder would be cover won or lost for everything else. Not where it had no such path.
 */
function atPlaceOf(other: Source, operand: string, source: Source, terminal: Terminal): Source {
  if (source.kind !== "revision" || operand.includes(":") || other.kind !== "disk") return source;
  const inside = relative(source.revision.top, path.join(other.folder, other.file ?? ""));
  if (inside.startsWith("..") || path.isAbsolute(inside) || !isInRevision(source.revision, inside)) return source;
  return sourceNamed(`${operand}:${relative(terminal.folder, path.join(source.revision.top, inside))}`, terminal);
}

/** The same place of a revision in the working tree. */
function asItIs(source: Source, terminal: Terminal): Source | undefined {
  if (source.kind === "disk") return undefined;
  const folder = path.join(source.revision.top, source.folder);
  return { kind: "disk", folder: kindOfPath(folder) === "folder" ? folder : terminal.folder, file: source.file };
}

function twoAreNeeded(): UsageError {
  return new UsageError(
    phrase(
      "Name what to compare: 'torikime diff OLD NEW', each a folder, a file or a git revision, or 'torikime diff main' for main against the files as they are.",
      "比べるものを指定してください。「torikime diff 旧 新」（それぞれフォルダー、ファイル、または git の版）、または「torikime diff main」で main と今のファイルを比べます。",
      {},
    ),
  );
}

function neitherHasAny(): UsageError {
  return new UsageError(
    phrase(
      "There are no .sla files in either of them, so nothing was compared. Name folders, files or revisions that have some.",
      "どちらにも .sla ファイルがないため、何も比べていません。.sla ファイルのあるフォルダー、ファイル、または版を指定してください。",
      {},
    ),
  );
}

function nothingToCompare(old: string): UsageError {
  return new UsageError(
    phrase(
      "'{old}' is a path here, so it has to be said what to compare it with: 'torikime diff {old} NEW'. If the git revision is meant, write '{old}:'.",
      "「{old}」はここにあるパスなので、比べる相手が要ります：「torikime diff {old} 新」。git の版のつもりなら「{old}:」と書いてください。",
      { old },
    ),
  );
}

// reading -------------------------------------------------------------------------------------------------------------

/** Texts by their paths below the folder that is compared. */
interface Side {
  readonly texts: ReadonlyMap<string, string>;
  readonly troubles: readonly Trouble[];
  readonly fileName: FileName;
}

const settingsFile = "torikime.yaml";

/** Where two files of one folder are compared, each stands for the other: the rest of the folder is common to both. */
function sideOf(source: Source, other: Source, terminal: Terminal): Side {
  const { files, root } = source.kind === "disk" ? filesOnDisk(source.folder) : filesIn(source.revision, source.folder);
  const fileName = fileNameIn(source, root, terminal);
  const isRival = (file: string) => {
    if (source.file === undefined || other.file === undefined || source.file === other.file) return false;
    return file === path.posix.join(relative(root, source.folder), other.file);
  };
  const texts = new Map<string, string>();
  const troubles: Trouble[] = [];
  for (const [file, read] of files) {
    if (isRival(file)) continue;
    if ("text" in read) texts.set(file, read.text);
    else troubles.push({ path: fileName(file), ...read });
  }
  return { texts, troubles, fileName };
}

/** How a file is named to people: on disk by its path from the current folder, in a revision as git writes it. */
function fileNameIn(source: Source, root: string, { folder }: Terminal): FileName {
  return source.kind === "disk"
    ? (file) => relative(folder, path.join(root, file)) || "."
    : (file) => `${source.revision.name}:${path.posix.join(root, file)}`;
}

interface Read {
  readonly root: string;
  /** By path below the root, with `/`. */
  readonly files: ReadonlyMap<string, FileText>;
}

function filesOnDisk(folder: string): Read {
  const root = folderWith(settingsFile, folder) ?? folder;
  const files = filesBelow(root, isOurs).map((file) => [relative(root, file), readText(file)] as const);
  return { root, files: new Map(files) };
}

/** The nearest folder at or above, within the repository, that has settings; else the folder itself. */
function filesIn(revision: GitRevision, folder: string): Read {
  const above = foldersAbove(folder);
  const settings = filesInRevision(revision, "", (name) => name === settingsFile);
  const root = above.find((each) => settings.has(path.posix.join(each, settingsFile))) ?? folder;
  const files = [...filesInRevision(revision, root, isOurs)].filter(([file]) => !isHidden(file.slice(root.length)));
  return { root, files: new Map(files.map(([file, bytes]) => [path.posix.relative(root, file), decode(bytes)])) };
}

function foldersAbove(folder: string): readonly string[] {
  return folder === "" ? [""] : [folder, ...foldersAbove(path.posix.dirname(folder).replace(/^\.$/, ""))];
}

/** Hidden folders and node_modules are passed over, as they are on disk. */
function isHidden(file: string): boolean {
  return file
    .split("/")
    .slice(0, -1)
    .some((part) => part.startsWith(".") || part === "node_modules");
}

function isOurs(name: string): boolean {
  return fileKind(name) !== undefined;
}

function relative(root: string, file: string): string {
  return path.relative(root, file).split(path.sep).join("/");
}

/** The second as a successor of the first, which shares whatever is the same. */
function sharing({ before, after }: SnapshotPair): SnapshotPair {
  // Read now, so that the successor starts from it.
  before.model.items.at(0);
  const [old, now] = [before, after].map((each) => new Set([...each.agreementPaths(), ...each.otherPaths()]));
  let next = before;
  for (const file of old ?? []) if (!now?.has(file)) next = next.without(file);
  for (const file of now ?? []) next = next.with(file, after.text(file) ?? "");
  return { before, after: next };
}

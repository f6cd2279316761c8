/** Reads files as they were in a revision, through the installed `git`. */
import { spawnSync } from "node:child_process";
import * as path from "node:path";
import { phrase } from "../core/checks/message.ts";
import { UsageError } from "./usageError.ts";

/** A repository, and one of its revisions. */
export interface GitRevision {
  /** The top folder of the working tree. */
  readonly top: string;
  readonly commit: string;
  /** As it was named. */
  readonly name: string;
}

/** The revision of a name, in the repository that a folder is in; a `UsageError` where there is no git, no repository or no such revision. */
export function gitRevision(name: string, folder: string): GitRevision {
  const top = told(git(folder, ["rev-parse", "--show-toplevel"]), () => noRepository(name));
  const found = git(folder, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`]);
  return { top: path.normalize(top), commit: told(found, () => noRevision(name)), name };
}

/** The files of a revision whose names are accepted, below a folder of it: bytes by path from the top, with `/`. */
export function filesInRevision(
  { top, commit }: GitRevision,
  folder: string,
  accepts: (name: string) => boolean,
): ReadonlyMap<string, Uint8Array> {
  // Of its own format git quotes names in other scripts, even between zeros; of the plain one it does not.
  const listed = run(top, ["ls-tree", "-r", "-z", commit, "--", folder === "" ? "." : folder]);
  const files = (listed.text ?? "").split("\0").flatMap((line) => {
    const [, id = "", file = ""] = /^\d+ blob (\S+)\t(.*)$/s.exec(line) ?? [];
    return file !== "" && accepts(path.posix.basename(file)) ? [{ id, file }] : [];
  });
  return contentsOf(top, files);
}

/** Throws a `UsageError` where a revision has no such file or folder; `inside` is a path from the top, with `/`. */
export function mustBeInRevision(revision: GitRevision, inside: string): void {
  if (!isInRevision(revision, inside)) throw notInRevision(revision.name, inside);
}

/** Whether a revision has a file or folder, by its path from the top, with `/`. */
export function isInRevision({ top, commit }: GitRevision, inside: string): boolean {
  if (inside === "") return true;
  const found = git(top, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${commit}:${inside}`]);
  return found !== undefined && found !== "";
}

/** One run for all files: each is a line with its size, then its bytes. */
function contentsOf(
  top: string,
  files: readonly { readonly id: string; readonly file: string }[],
): ReadonlyMap<string, Uint8Array> {
  const { bytes } = run(top, ["cat-file", "--batch"], files.map(({ id }) => `${id}\n`).join(""));
  const found = new Map<string, Uint8Array>();
  let at = 0;
  for (const { file } of files) {
    const end = bytes.indexOf("\n", at);
    const size = Number(bytes.subarray(at, end).toString("latin1").split(" ").at(-1));
    found.set(file, bytes.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return found;
}

// running it ----------------------------------------------------------------------------------------------------------

interface Output {
  readonly bytes: Buffer;
  /** Undefined where git said no. */
  readonly text: string | undefined;
}

const largestOutput = 2 ** 30;

function run(folder: string, words: readonly string[], input = ""): Output {
  const { stdout, status, error } = spawnSync("git", words, { cwd: folder, input, maxBuffer: largestOutput });
  if (error) throw noGit("code" in error ? String(error.code) : error.message);
  return { bytes: stdout, text: status === 0 ? stdout.toString("utf8") : undefined };
}

function git(folder: string, words: readonly string[]): string | undefined {
  return run(folder, words).text?.trimEnd();
}

function told(text: string | undefined, trouble: () => UsageError): string {
  if (text === undefined || text === "") throw trouble();
  return text;
}

function noGit(detail: string): UsageError {
  return new UsageError(
    phrase(
      "A revision can only be read with git, which could not be started ({detail}). Install git, or name two folders.",
      "過去の版を読むには git が要りますが、起動できません（{detail}）。git を入れるか、フォルダーを二つ指定してください。",
      { detail },
    ),
  );
}

function noRepository(name: string): UsageError {
  return new UsageError(
    phrase(
      "There is no file or folder '{name}' here, and no git repository in which it could be a revision. Check the spelling and the folder you are in.",
      "「{name}」というファイルやフォルダーはなく、版として探せる git リポジトリもここにはありません。綴りと、今いるフォルダーを確かめてください。",
      { name },
    ),
  );
}

function notInRevision(name: string, inside: string): UsageError {
  return new UsageError(
    phrase(
      "There is no '{inside}' in '{name}'. Check the spelling, and whether it had another name then.",
      "「{name}」に「{inside}」はありません。綴りと、当時は別の名前ではなかったかを確かめてください。",
      { name, inside },
    ),
  );
}

function noRevision(name: string): UsageError {
  return new UsageError(
    phrase(
      "'{name}' is neither a file or folder here nor a revision of this git repository. Check the spelling; a branch that was never fetched has to be fetched first.",
      "「{name}」というファイルやフォルダーも、この git リポジトリの版もありません。綴りを確かめてください。取得していないブランチは先に取得してください。",
      { name },
    ),
  );
}

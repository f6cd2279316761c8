/** What commands look for in the paths that they are given; where nothing of it is found, that is wrong use, never a quiet success. */
import { inList, phrase } from "../core/checks/message.ts";
import { type FileKind, fileKind } from "../core/workspace/paths.ts";
import { UsageError } from "./usageError.ts";

/** What a command takes: what a file may be that is named itself, and what a folder or a pattern has to hold. */
export interface Sought {
  readonly named: readonly FileKind[];
  readonly within: readonly FileKind[];
  /** How such files are told to people. */
  readonly files: ".sla" | "*.scenarios.yaml";
}

/** For findings, which settings have, too. */
export const filesToCheck: Sought = { named: ["agreements", "settings"], within: ["agreements"], files: ".sla" };

/** For commands that are about the very files that are named. */
export const agreementFiles: Sought = { named: ["agreements"], within: ["agreements"], files: ".sla" };

/** For commands that ask all agreements that belong together: any of their files stands for them. */
export const anyOfModel: Sought = {
  named: ["agreements", "settings", "scenarios"],
  within: ["agreements", "settings", "scenarios"],
  files: ".sla",
};

/** For commands that run scenarios. */
export const scenarioFiles: Sought = { named: ["scenarios"], within: ["scenarios"], files: "*.scenarios.yaml" };

/** What an operand stands for; `written` is undefined where the folder that one is in is meant. */
export interface Matched {
  readonly written: string | undefined;
  /** Absolute paths. */
  readonly files: readonly string[];
  /** True for a file that is named itself. */
  readonly isFile: boolean;
}

/** A `UsageError` unless a command finds what it looks for in what an operand stands for. */
export function mustHold({ written, files, isFile }: Matched, sought: Sought): void {
  const taken = isFile ? sought.named : sought.within;
  const kinds = new Set(files.map(fileKind));
  if (taken.some((kind) => kinds.has(kind))) return;
  // A folder that cannot be looked into is told as such.
  if (!isFile && kinds.has(undefined)) return;
  throw isFile && written !== undefined ? anotherFile(written, sought.files) : nothingWithin(written, sought.files);
}

/** A `UsageError` where no model has any of the agreement files that are named or, if none is named, where no file was read at all. */
export function mustHaveAgreements(named: readonly string[], read: ReadonlySet<string>): void {
  if (named.length === 0 ? read.size > 0 : named.some((file) => read.has(file))) return;
  throw named.length === 0 ? nothingWithin(undefined, ".sla") : leftOut(named);
}

function anotherFile(written: string, files: Sought["files"]): UsageError {
  return new UsageError(
    phrase(
      "'{written}' is not a {files} file, so nothing of it was looked at. Name such a file, or a folder that has some.",
      "「{written}」は {files} ファイルではないため、何も調べていません。{files} ファイルか、それがあるフォルダーを指定してください。",
      { written, files },
    ),
  );
}

function nothingWithin(written: string | undefined, files: Sought["files"]): UsageError {
  const where = {
    en: written === undefined ? "here" : `in '${written}'`,
    ja: written === undefined ? "ここ" : `「${written}」`,
  };
  return new UsageError(
    phrase(
      "There are no {files} files {where}, so nothing was looked at. Name a folder that has some.",
      "{where}には {files} ファイルがないため、何も調べていません。{files} ファイルのあるフォルダーを指定してください。",
      { files, where },
    ),
  );
}

/** `files` of the settings chooses what belongs to a model. */
function leftOut(named: readonly string[]): UsageError {
  const holes = { named: { en: inList(named, "en"), ja: inList(named, "ja") } };
  return new UsageError(
    phrase(
      "The 'files' of torikime.yaml leave out {named}, so nothing was looked at. Name other files, or change 'files'.",
      "torikime.yaml の files により {named} は対象外のため、何も調べていません。別のファイルを指定するか、files を改めてください。",
      holes,
    ),
  );
}

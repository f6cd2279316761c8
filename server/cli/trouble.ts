import { type Locale, phrase } from "../core/checks/message.ts";
import { errorsByFile } from "../core/features/fileErrors.ts";
import type { Localized } from "../core/text/localized.ts";
import type { Snapshot } from "../core/workspace/snapshot.ts";
import { largestFile } from "./files.ts";
import type { Project, Trouble } from "./project.ts";
import { type Reason, reasonNotRead } from "./reasons.ts";
import type { Terminal } from "./terminal.ts";

/** Says of each file that could not be read why, on standard error. */
export function complainOf({ troubles }: Project, terminal: Terminal, locale: Locale): void {
  for (const trouble of troubles) terminal.complain(`${sentenceOf(trouble)[locale]}\n`);
}

/**
 * Says of each file of some models that has errors that not all of it counts, on standard error, and gives their names. What stands
 * in a line with an error decides nothing, which is no news to trust in silence. `named` is how a file is called.
 */
export function complainOfErrors(
  snapshots: readonly Snapshot[],
  terminal: Terminal,
  locale: Locale,
  named: (file: string) => string,
): readonly string[] {
  const counts = errorsByFile(snapshots);
  for (const [file, count] of counts) terminal.complain(`${notAllCounts(named(file), count)[locale]}\n`);
  return [...counts.keys()].map(named);
}

/** A file that a folder lists and that is not there is a link. */
const linkToNothing: Reason = {
  why: { en: "is a link to a file that does not exist", ja: "リンク先のファイルがない" },
  advice: { en: "Correct the link, or remove it.", ja: "リンクを直すか、消してください。" },
};

function notAllCounts(file: string, count: number): Localized {
  return phrase(
    "{file} has errors ({count}), so not all that it says counts here. 'torikime check' tells them.",
    "{file} にはエラーが {count} 件あり、書かれていることの一部は数に入っていません。「torikime check」で確かめられます。",
    { file, count: String(count) },
  );
}

/** The part of the input that a report for programs could not take into account. */
export interface Unread {
  readonly problems: readonly object[];
  readonly troubles: readonly object[];
}

/** A file that could not be read, in a report that programs read. */
export interface ShownTrouble {
  readonly file: string;
  readonly trouble: string;
  readonly detail: string;
  readonly message: string;
}

/** The files that could not be read, for reports that programs read. */
export function shownTroubles(troubles: readonly Trouble[], locale: Locale): readonly ShownTrouble[] {
  return troubles.map((each) => ({
    file: each.path,
    trouble: each.trouble,
    detail: each.detail,
    message: sentenceOf(each)[locale],
  }));
}

/** Why a file could not be read, and what to do. */
export function sentenceOf({ path, trouble, detail }: Trouble): Localized {
  const counted = detail.replace(/^byte (\d+)$/, "先頭から $1 バイト").replace(/^(\d+) bytes$/, "$1 バイト");
  const holes = { path, detail: { en: detail, ja: counted } };
  switch (trouble) {
    case "unreadable":
      return phrase(
        "{path}: {why}, so what it says is missing from this result. {advice}",
        "{path}: {why}ため、その内容はこの結果に含まれません。{advice}",
        { path, ...(detail === "ENOENT" ? linkToNothing : reasonNotRead(detail)) },
      );
    case "not UTF-8":
      return phrase(
        "{path}: is not UTF-8 (near {detail}), so names could be misread. Save it as UTF-8.",
        "{path}: UTF-8 ではありません（{detail}付近）。名前を読み違えかねません。UTF-8 で保存してください。",
        holes,
      );
    case "too large":
      return phrase(
        "{path}: has {detail}, more than the {limit} that are read. Split it into several files.",
        "{path}: {detail} あり、上限の {limit} を超えています。複数のファイルに分けてください。",
        { ...holes, limit: { en: `${largestFile} bytes`, ja: `${largestFile} バイト` } },
      );
  }
}

import type { Localized } from "../core/text/localized.ts";
import { notAFile } from "./files.ts";

/** Why the system refuses a file, and what to do; the Japanese `why` is a clause that ため follows. */
export interface Reason {
  readonly why: Localized;
  readonly advice: Localized;
}

/** Why a file cannot be read, by the code that the system gives, such as `ENOENT`; of others the code is told. */
export function reasonNotRead(code: string): Reason {
  return readingReasons.get(code) ?? unknownReason("cannot be read", "読めない", code);
}

/** Why a file cannot be written, by the code that the system gives. */
export function reasonNotWritten(code: string): Reason {
  return writingReasons.get(code) ?? unknownReason("cannot be written", "書き込めない", code);
}

function unknownReason(en: string, ja: string, code: string): Reason {
  return {
    why: { en: `${en} (${code})`, ja: `${ja}（${code}）` },
    advice: {
      en: "Check the path, its permissions and the disk.",
      ja: "パスと権限、ディスクの状態を確かめてください。",
    },
  };
}

const isFolder: Localized = { en: "is a folder and not a file", ja: "ファイルではなくフォルダーである" };
const goesInACircle: Reason = {
  why: { en: "is a link that leads in a circle", ja: "リンクが循環している" },
  advice: { en: "Correct the link.", ja: "リンクを直してください。" },
};
const notAllowedToRead: Reason = {
  why: { en: "you are not allowed to read it", ja: "読む権限がない" },
  advice: {
    en: "Ask its owner, or change its permissions.",
    ja: "所有者に頼むか、権限を変えてください。",
  },
};
const tooManyOpen: Reason = {
  why: { en: "too many files are open at once", ja: "同時に開いているファイルが多すぎる" },
  advice: { en: "Close other programs and try again.", ja: "ほかのプログラムを閉じて、もう一度試してください。" },
};

const readingReasons: ReadonlyMap<string, Reason> = new Map([
  [
    "ENOENT",
    {
      why: { en: "there is no such file", ja: "そのファイルがない" },
      advice: {
        en: "Check the spelling and the folder you are in.",
        ja: "綴りと、今いるフォルダーを確かめてください。",
      },
    },
  ],
  [
    "ENOTDIR",
    {
      why: { en: "part of its path is a file and not a folder", ja: "パスの途中がフォルダーではなくファイルである" },
      advice: { en: "Check the spelling of the path.", ja: "パスの綴りを確かめてください。" },
    },
  ],
  ["EISDIR", { why: isFolder, advice: { en: "Name a file in it.", ja: "その中のファイルを指定してください。" } }],
  [
    notAFile,
    {
      why: { en: "is a pipe or a device and not a file", ja: "ファイルではなくパイプかデバイスである" },
      advice: {
        en: "Put the text in a file, or remove it.",
        ja: "内容をファイルに書くか、取り除いてください。",
      },
    },
  ],
  ["EACCES", notAllowedToRead],
  ["EPERM", notAllowedToRead],
  ["ELOOP", goesInACircle],
  ["EMFILE", tooManyOpen],
  ["ENFILE", tooManyOpen],
]);

const notAllowedToWrite: Reason = {
  why: { en: "you are not allowed to write it", ja: "書き込む権限がない" },
  advice: {
    en: "Name another file, or change the permissions.",
    ja: "別のファイルを指定するか、権限を変えてください。",
  },
};
const noFolder: Reason = {
  why: { en: "its folder does not exist", ja: "置き場所のフォルダーがない" },
  advice: {
    en: "Make the folder first, or check the spelling.",
    ja: "先にフォルダーを作るか、綴りを確かめてください。",
  },
};

const writingReasons: ReadonlyMap<string, Reason> = new Map([
  ["ENOENT", noFolder],
  ["ENOTDIR", noFolder],
  ["EISDIR", { why: isFolder, advice: { en: "Name a file.", ja: "ファイル名を指定してください。" } }],
  ["EACCES", notAllowedToWrite],
  ["EPERM", notAllowedToWrite],
  [
    "EROFS",
    {
      why: { en: "it is on a disk that cannot be written", ja: "書き込めないディスクにある" },
      advice: { en: "Name a file elsewhere.", ja: "別の場所を指定してください。" },
    },
  ],
  [
    "ENOSPC",
    {
      why: { en: "the disk is full", ja: "ディスクに空きがない" },
      advice: { en: "Make room, or name a file elsewhere.", ja: "空きを作るか、別の場所を指定してください。" },
    },
  ],
  ["ELOOP", goesInACircle],
]);

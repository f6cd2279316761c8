/** What a comparison of two revisions leaves out, in words. */
import { inList, type Locale, phrase } from "../../checks/message.ts";
import type { Comparison } from "../../comparison/difference.ts";
import type { Localized } from "../../text/localized.ts";
import type { SnapshotPair } from "../../workspace/pairs.ts";

/** What was found between two revisions, model by model. */
export interface ComparedModels {
  readonly compared: readonly (Comparison & SnapshotPair)[];
  /** Files that cannot be read or have errors, as they are named to people. */
  readonly unread: readonly string[];
  /** What counts instead of what cannot be read: nothing, or what could be read last. */
  readonly readAs: "absent" | "last readable";
}

/** What is written in agreements and decides nothing, so that no comparison of decisions shows how it changes. */
export type NotCompared = "duties" | "guarantees";

/** Kinds of request of which not everything is known, each once. */
export function undecidedIn({ compared }: ComparedModels): readonly string[] {
  return [...new Set(compared.flatMap((each) => each.undecided))];
}

/** Whether all that both texts say was read and compared. */
export function isComplete(report: ComparedModels): boolean {
  return report.unread.length === 0 && undecidedIn(report).length === 0;
}

/** What of this kind either text has. */
export function notComparedIn({ compared }: ComparedModels): readonly NotCompared[] {
  const agreements = compared.flatMap(({ before, after }) => [
    ...before.model.agreements.values(),
    ...after.model.agreements.values(),
  ]);
  return [
    ...(agreements.some(({ obligations }) => obligations.length > 0) ? (["duties"] as const) : []),
    ...(agreements.some(({ guarantees }) => guarantees.length > 0) ? (["guarantees"] as const) : []),
  ];
}

/** That nothing was found to change; where not all could be compared, that this is no proof. */
export function nothingFound(report: ComparedModels): Localized {
  return isComplete(report)
    ? { en: "no decision changes.", ja: "判断の違いはありません。" }
    : {
        en: "no decision changes in what could be compared.",
        ja: "比べられた範囲では、判断の違いはありません。",
      };
}

/** What was not read, not decided and not compared, a sentence or two each. */
export function limitsInWords(report: ComparedModels, locale: Locale): readonly string[] {
  return [...doubtsInWords(report, locale), ...notComparedInWords(report, locale)];
}

/** What was not read and not decided, so that there may be other differences, a sentence or two each. */
export function doubtsInWords(report: ComparedModels, locale: Locale): readonly string[] {
  const undecided = undecidedIn(report);
  return [
    ...(report.unread.length > 0 ? [unreadText(report)] : []),
    ...(undecided.length > 0 ? [undecidedText(undecided)] : []),
  ].map((each) => each[locale]);
}

/** What is left out because no decision depends on it, in a sentence. */
export function notComparedInWords(report: ComparedModels, locale: Locale): readonly string[] {
  const others = notComparedIn(report);
  return others.length > 0 ? [notComparedText(others)[locale]] : [];
}

function unreadText({ unread, readAs }: ComparedModels): Localized {
  const files = { en: inList(unread, "en"), ja: inList(unread, "ja") };
  if (readAs === "last readable")
    return phrase(
      "Not all was compared: {files} cannot be read or has errors. A declaration that cannot be read as it is typed counts as it could be read last, if ever, so there may be more differences than these, or fewer.",
      "すべては比べられていません。読めないファイル、またはエラーのあるファイル：{files}。入力の途中で読めない宣言は、最後に読めた内容があればそれで比べたため、違いはこれより多いことも少ないこともあります。",
      { files },
    );
  return phrase(
    "Not all was compared: {files} cannot be read or has errors. What could not be read was taken as not there, so there may be more differences than these, or fewer.",
    "すべては比べられていません。読めないファイル、またはエラーのあるファイル：{files}。読めない箇所はないものとして比べたため、違いはこれより多いことも少ないこともあります。",
    { files },
  );
}

function undecidedText(kinds: readonly string[]): Localized {
  return phrase(
    "Not decided: {kinds}. There may be more differences than these.",
    "判定できなかったもの：{kinds}。ほかにも違いがあるかもしれません。",
    { kinds: { en: inList(kinds, "en"), ja: inList(kinds, "ja") } },
  );
}

const words = {
  duties: { en: "duties (owe)", ja: "義務（owe）" },
  guarantees: { en: "guarantees", ja: "保証（guarantee）" },
} as const;

function notComparedText(others: readonly NotCompared[]): Localized {
  return phrase(
    "Not compared, as no decision depends on it: {others}.",
    "判断に関わらないため比べていないもの：{others}。",
    {
      others: {
        en: inList(
          others.map((each) => words[each].en),
          "en",
        ),
        ja: inList(
          others.map((each) => words[each].ja),
          "ja",
        ),
      },
    },
  );
}

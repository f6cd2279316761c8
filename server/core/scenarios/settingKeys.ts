import type { DocumentedKey } from "./scenarioKeys.ts";

/** The keys of `torikime.yaml`, for reading it, for completion and for the JSON Schema. */
export const settingKeys: readonly DocumentedKey<"files" | "locale" | "checks" | "limits" | "holidays" | "today">[] = [
  {
    key: "files",
    doc: {
      en: "The files of the model, as patterns relative to this file (`*`, `?`, `**`); else every .sla and scenario file below it.",
      ja: "モデルに含めるファイル。このファイルからの相対パターン（`*`、`?`、`**`）。省略時はこの下のすべての .sla とシナリオ。",
    },
  },
  { key: "locale", doc: { en: "The language of messages: en or ja.", ja: "メッセージの言語。en または ja。" } },
  {
    key: "checks",
    doc: {
      en: "How severe a check's findings are, by its name: error, warning, info, hint or off.",
      ja: "検査ごとの重大度。検査の名前に error、warning、info、hint、off のいずれかを書く。",
    },
  },
  {
    key: "limits",
    doc: {
      en: "How long an exception may last, how short a handover may be, how often one may be renewed.",
      ja: "例外の最長期間、引き継ぎの最短期間、更新の回数の上限。",
    },
  },
  {
    key: "holidays",
    doc: {
      en: "By country or part of one: dates that are holidays beside those known, and dates that are not.",
      ja: "国または地域ごとに、追加する休日と、休日から外す日付。",
    },
  },
  {
    key: "today",
    doc: {
      en: "The day that checks take for today, such as 2026-08-24, so that runs can be repeated.",
      ja: "検査が今日とみなす日。例えば 2026-08-24。同じ結果を再現するため。",
    },
  },
];

/** The keys of `limits`. */
export const limitKeys: readonly DocumentedKey<"longest exception" | "shortest handover" | "renewals">[] = [
  {
    key: "longest exception",
    doc: {
      en: "The most days that an exception may last, both ends counted, such as 14 days.",
      ja: "例外の最長日数（両端を含む）。例えば 14 days。",
    },
  },
  {
    key: "shortest handover",
    doc: {
      en: "The fewest days that a handover has to last, both ends counted, such as 28 days.",
      ja: "引き継ぎの最短日数（両端を含む）。例えば 28 days。",
    },
  },
  {
    key: "renewals",
    doc: { en: "How often an exception may be renewed, such as 1.", ja: "例外を更新できる回数。例えば 1。" },
  },
];

/** The keys of a country in `holidays`. */
export const holidayKeys: readonly DocumentedKey<"extra" | "removed">[] = [
  { key: "extra", doc: { en: "Dates that are holidays too.", ja: "追加する休日。" } },
  { key: "removed", doc: { en: "Dates that are no holidays after all.", ja: "休日から外す日付。" } },
];

/** How severe a finding is; `off`: it is not reported. */
export const severityWords = ["error", "warning", "info", "hint", "off"] as const;

/** The languages that Torikime speaks. */
export const localeWords = ["en", "ja"] as const;

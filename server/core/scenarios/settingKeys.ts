import type { DocumentedKey } from "./scenarioKeys.ts";

/** The keys of `torikime.yaml`, for reading it, for completion and for the JSON Schema. */
export const settingKeys: readonly DocumentedKey<"files" | "locale" | "checks" | "limits" | "holidays" | "today">[] = [
  {
    key: "files",
    doc: "The files of the model, as patterns relative to this file (`*`, `?`, `**`); else every .sla and scenario file below it.",
  },
  { key: "locale", doc: "The language of messages: en or ja." },
  { key: "checks", doc: "How severe a check's findings are, by its name: error, warning, info, hint or off." },
  { key: "limits", doc: "How long an exception may last, how short a handover may be, how often one may be renewed." },
  {
    key: "holidays",
    doc: "By country or part of one: dates that are holidays beside those known, and dates that are not.",
  },
  { key: "today", doc: "The day that checks take for today, such as 2026-08-24, so that runs can be repeated." },
];

/** The keys of `limits`. */
export const limitKeys: readonly DocumentedKey<"longest exception" | "shortest handover" | "renewals">[] = [
  { key: "longest exception", doc: "The most days that an exception may last, both ends counted, such as 14 days." },
  { key: "shortest handover", doc: "The fewest days that a handover has to last, both ends counted, such as 28 days." },
  { key: "renewals", doc: "How often an exception may be renewed, such as 1." },
];

/** The keys of a country in `holidays`. */
export const holidayKeys: readonly DocumentedKey<"extra" | "removed">[] = [
  { key: "extra", doc: "Dates that are holidays too." },
  { key: "removed", doc: "Dates that are no holidays after all." },
];

/** How severe a finding is; `off`: it is not reported. */
export const severityWords = ["error", "warning", "info", "hint", "off"] as const;

/** The languages that Torikime speaks. */
export const localeWords = ["en", "ja"] as const;

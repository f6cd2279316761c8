import type { Severity } from "../../core/checks/define.ts";
import type { Locale } from "../../core/checks/message.ts";
import type { Style } from "../colour.ts";

/** How each severity is painted. */
export const severityStyles: Readonly<Record<Severity, Style>> = {
  error: "red",
  warning: "yellow",
  info: "cyan",
  hint: "dim",
};

/** What each severity is called. */
export const severityWords: Readonly<Record<Severity, Readonly<Record<Locale, string>>>> = {
  error: { en: "error", ja: "エラー" },
  warning: { en: "warning", ja: "警告" },
  info: { en: "info", ja: "情報" },
  hint: { en: "hint", ja: "ヒント" },
};

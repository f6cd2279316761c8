import type { Locale } from "../core/checks/message.ts";

/** The language to speak: the setting `torikime.locale` where it names one, else the editor's own where it is known, else English. */
export function localeOf(setting: unknown, editorLanguage: string | undefined): Locale {
  const wanted = setting === "en" || setting === "ja" ? setting : (editorLanguage ?? "en");
  return wanted.toLowerCase().startsWith("ja") ? "ja" : "en";
}

/** The setting `torikime.locale` in what a client sends as its settings, whatever shape that has. */
export function localeSetting(settings: unknown): unknown {
  return property(property(settings, "torikime"), "locale");
}

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

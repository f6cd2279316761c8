import type { Completion } from "./completion.ts";
import type { CompletionPlace } from "./place.ts";

/** Time zones, where one may stand. */
export function zonesAt({ expected }: CompletionPlace): readonly Completion[] {
  if (!expected.some(({ kind, text }) => kind === "literal" && text === "Zone")) return [];
  return zoneNames().map((name) => ({
    label: name,
    kind: "constant",
    newText: name,
    isSnippet: false,
    detail: undefined,
    doc: undefined,
    rank: 12,
  }));
}

let names: readonly string[] | undefined;

/** Every zone that the platform knows, UTC first. */
export function zoneNames(): readonly string[] {
  names ??= ["UTC", ...Intl.supportedValuesOf("timeZone").filter((name) => name.includes("/"))];
  return names;
}

import { slipMessages } from "../../../grammar/messages.ts";
import type { SlipName } from "../../../grammar/slips.ts";
import type { Localized } from "../text/localized.ts";
import type { Report } from "./define.ts";
import { replaceFix } from "./fixes.ts";
import type { ItemView } from "./item.ts";
import { fillHoles, phrase } from "./message.ts";

/** Reports the slips of the pen of these names, each with its repair where there is one. */
export function reportSlips({ item, at }: ItemView, names: readonly SlipName[], report: Report<"slip">): void {
  for (const { name, start, end, written, newText } of item.slips) {
    if (!names.includes(name)) continue;
    const place = at({ start, end });
    const fixes = newText === undefined ? [] : [replaceFix(titleOf(newText), place, newText)];
    report(place, { slip: slipText(name, written, newText) }, { fixes });
  }
}

function slipText(name: SlipName, written: string, newText: string | undefined): Localized {
  const holes = { written, meant: newText?.trim() ?? written };
  const message = slipMessages[name];
  return { en: fillHoles(message.en, holes, "en"), ja: fillHoles(message.ja, holes, "ja") };
}

function titleOf(newText: string): Localized {
  const meant = newText.trim();
  return meant === "" ? { en: "Remove it", ja: "削除する" } : phrase("Write {meant}", "{meant} と書く", { meant });
}

import { slipMessages } from "../../../grammar/messages.ts";
import type { SlipName } from "../../../grammar/slips.ts";
import type { Place } from "../model/model.ts";
import type { Localized } from "../text/localized.ts";
import type { Fix, Report } from "./define.ts";
import type { ItemView } from "./item.ts";
import { fillHoles, phrase } from "./message.ts";

/** Reports the slips of the pen of these names, each with its repair where there is one. */
export function reportSlips({ item, at }: ItemView, names: readonly SlipName[], report: Report<"slip">): void {
  for (const { name, start, end, written, newText } of item.slips) {
    if (!names.includes(name)) continue;
    const place = at({ start, end });
    const fixes = newText === undefined ? [] : [slipFix(name, written, newText, place)];
    report(place, { slip: slipText(name, written, newText) }, { fixes });
  }
}

function slipFix(name: SlipName, written: string, newText: string, place: Place): Fix {
  const isDoubtful = name === "date" && readsOtherwiseElsewhere(written);
  return { title: titleOf(newText), edits: () => [{ place, newText: apart(newText, name, place) }], isDoubtful };
}

/** With a space where it would grow together with what stands beside it, or with what may come to stand there: `amount!=¥5` has two slips. */
function apart(newText: string, name: SlipName, { item: { text }, span }: Place): string {
  const before = joins(name, text.charAt(span.start - 1) + newText.charAt(0)) ? " " : "";
  const after = joins(name, newText.charAt(newText.length - 1) + text.charAt(span.end)) ? " " : "";
  return before + newText + after;
}

/** Whether two characters become one word, or one sign of a comment. */
function joins(name: SlipName, pair: string): boolean {
  if (name === "operator") return /^[a-z]\S$|^\S[a-z]$/.test(pair);
  if (name === "comment") return pair === "//";
  return name === "currency" && /^[\p{ID_Continue}・]{2}$/u.test(pair);
}

/** `3/4` is March to some and April to others; `12/29` and `3/3` are one day everywhere. */
function readsOtherwiseElsewhere(written: string): boolean {
  const [one = "", other = "", ...more] = written.normalize("NFKC").split("/");
  return more.length === 0 && Number(one) <= 12 && Number(other) <= 12 && Number(one) !== Number(other);
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

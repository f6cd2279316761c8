/** Repairs of times at which nobody is there: doors and promises keep the hours of those who work, or they those of the doors. */
import type { Model } from "../model/model.ts";
import { groundOf } from "../prover/prove.ts";
import type { Hole } from "../prover/time/holes.ts";
import type { Terms } from "../prover/time/terms.ts";
import { countingOf } from "../prover/time/working.ts";
import { inOneSpace, lineAfter } from "./amountFixes.ts";
import { ifRight } from "./attempts.ts";
import type { Attempt, CheckContext, Fix } from "./define.ts";
import { standInAttempts } from "./deputyFixes.ts";
import { replaceFix, writtenName } from "./fixes.ts";
import { phrase } from "./message.ts";
import { afterHead, textAt } from "./places.ts";

/** What can be done about a hole, by its cause. */
export function coverAttempts(model: Model, { cause, place, terms }: Hole, context: CheckContext): readonly Attempt[] {
  switch (cause.kind) {
    case "channel": {
      const [text, hours] = [inOneSpace(textAt(place)), hoursIn(model, terms, context)];
      const during = /\s+during\s+(\S+)$/.exec(text);
      if (hours === undefined || !during) return [];
      const line = `${text.slice(0, during.index)} during ${writtenName(hours)}`;
      const title = phrase(
        "Open '{channel}' only while somebody works: '{line}'",
        "「{channel}」を誰かがいる時間にだけ開ける（{line}）",
        { channel: cause.channel, line },
      );
      return [ifRight(replaceFix(title, place, line)), ...workDuring(terms, during[1] ?? "")];
    }
    case "guarantee": {
      const [{ hours: stated }, hours] = [cause.guarantee, hoursIn(model, terms, context)];
      if (!stated || hours === undefined) return [];
      const line = `hours ${writtenName(hours)}`;
      const title = phrase(
        "Let '{name}' run on those of the clause: '{line}'",
        "「{name}」を条項の営業時間で数える（{line}）",
        {
          name: cause.guarantee.name,
          line,
        },
      );
      return [ifRight(replaceFix(title, stated.place, line)), ...workDuring(terms, writtenName(stated.value))];
    }
    case "unstaffed":
    case "unstaffed step":
      return cause.who.kind === "person" ? standInAttempts(model, cause.who.person) : [];
    default:
      return cause satisfies never;
  }
}

/** The calendar that a clause counts on, where it has a name. */
function hoursIn(model: Model, terms: Terms, { holidays }: CheckContext): string | undefined {
  return countingOf({ model, ground: groundOf(model, holidays), holidays }, terms)?.hours;
}

/** Gives the clause other hours. */
function workDuring({ lines, rule }: Terms, calendar: string): readonly Attempt[] {
  const { clause } = rule;
  const line = `hours ${calendar}`;
  const title = phrase("Count '{clause}' on other hours: '{line}'", "「{clause}」を別の営業時間で数える（{line}）", {
    clause: clause.id,
    line,
  });
  const beside = lines.by ?? lines.via;
  if (lines.hours) return [ifRight(replaceFix(title, afterHead(lines.hours.place), calendar))];
  const fix: Fix | undefined = beside && { title, edits: () => [lineAfter(beside.place, [line])] };
  return fix ? [ifRight(fix)] : [];
}

import { localDay } from "../../time/zone.ts";
import { say, wording } from "../say.ts";
import type { Telling } from "../telling.ts";

const texts = {
  away: wording("who is away", "不在の"),
  supposedAway: wording("who is assumed to be away", "不在と仮定した"),
  supposedGone: wording("who is assumed not to be there", "いないと仮定した"),
};

/** What is told of somebody in whose place another stands: that they are away, or that this is only supposed; in Japanese it stands before the name. */
export function absenceText(telling: Telling, person: string): string {
  return supposedAbsenceText(telling, person) ?? say(texts.away, telling.locale, {});
}

/** What is told of somebody who is only supposed to be away or gone; undefined of others. */
export function supposedAbsenceText(telling: Telling, person: string): string | undefined {
  const { supposed = [], decision, zone, locale } = telling;
  const today = localDay(zone, decision.request.at);
  const kinds = supposed.flatMap((each) => {
    if (each.kind === "channel down" || each.person !== person) return [];
    // An absence that is over by then is not why somebody is missing.
    return each.kind === "away" && each.days.last !== undefined && each.days.last < today ? [] : [each.kind];
  });
  if (kinds.length === 0) return undefined;
  return say(kinds.includes("without") ? texts.supposedGone : texts.supposedAway, locale, {});
}

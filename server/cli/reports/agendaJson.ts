import type { Locale } from "../../core/checks/message.ts";
import { matterInWords } from "../../core/features/agendaWords.ts";
import { targetInWords } from "../../core/features/words.ts";
import type { AgendaDays, AgendaMatter } from "../../core/questions/agenda.ts";
import { utc, zoneOf } from "../../core/time/zone.ts";
import { isoText } from "../isoText.ts";
import { shownPlace } from "../places.ts";
import type { Listed } from "./agendaReport.ts";
import { agendaUids } from "./agendaUid.ts";
import { day, orNull } from "./jsonParts.ts";

/** The agenda as JSON by `schemas/agenda.schema.json`. */
export function jsonAgenda(
  listed: readonly Listed[],
  { first, last }: AgendaDays,
  locale: Locale,
  troubles: readonly object[],
): string {
  const uids = agendaUids(listed);
  const entries = listed.map((each) => shownEntry(each, uids.get(each) ?? "", locale));
  const written = { schema: "torikime/agenda", version: 1, first: day(first), last: day(last), entries, troubles };
  return `${JSON.stringify(written, undefined, 2)}\n`;
}

function shownEntry({ snapshot, entry }: Listed, uid: string, locale: Locale): object {
  const { matter, about, who, absent, at, zone, place } = entry;
  return {
    uid,
    kind: matter.kind,
    day: day(entry.day),
    by: at === undefined ? null : isoText(zoneOf(zone) ?? utc, at),
    zone,
    who,
    absent,
    about,
    text: matterInWords(entry, locale),
    ...shownMatter(matter),
    place: orNull(shownPlace(snapshot, place)),
  };
}

/** What only some matters have; every key is always there. */
function shownMatter(matter: AgendaMatter): object {
  const none = {
    from: null,
    to: null,
    customer: null,
    due: null,
    needs: null,
    since: null,
    last: null,
    uncounted: null,
  };
  switch (matter.kind) {
    case "owed":
      return { ...none, from: matter.from, to: matter.to };
    case "due":
      return { ...none, customer: matter.customer, due: matter.due, needs: matter.needs };
    case "need":
      return {
        ...none,
        customer: matter.customer,
        due: matter.due,
        needs: [matter.need],
        last: day(matter.dueOn),
        uncounted: matter.uncounted ? targetInWords(matter.uncounted, "en") : null,
      };
    case "handover begins":
    case "handover ends":
      return { ...none, from: matter.from, to: matter.to, customer: matter.customer };
    case "away":
      return { ...none, since: day(matter.since), last: day(matter.until) };
    case "review":
    case "exception ends":
    case "agreement ends":
      return none;
    default:
      return matter satisfies never;
  }
}

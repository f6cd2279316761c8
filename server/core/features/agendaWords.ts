import { inList, type Locale } from "../checks/message.ts";
import type { AgendaEntry, AgendaMatter, AttendedEntry } from "../questions/agenda.ts";
import { formatMinute } from "../time/date.ts";
import type { Day } from "../time/spec.ts";
import { toLocal, utc, zoneOf } from "../time/zone.ts";
import { say, wording } from "./say.ts";
import { dateText } from "./telling.ts";
import { targetInWords } from "./words.ts";

const texts = {
  owed: wording("{what}, owed to {to}", "{to} へ：{what}"),
  review: wording("review of {agreement}", "{agreement} の見直し"),
  due: wording("{due} of {customer}", "{customer} の {due}"),
  dueWith: wording("{due} of {customer}, with {needs}", "{customer} の {due}（必要：{needs}）"),
  need: wording("{need} ready for {due} of {customer} on {day}", "{customer} の {due}（{day}）に向けて {need} を用意"),
  uncounted: wording(
    "{target} before that day, so at the latest now: {who} has no hours to count them by; give the team its hours",
    "その日の {target}前なので遅くともこの日。{who} の営業時間がなく数えられません。チームに hours を書いてください",
  ),
  exceptionEnds: wording("last day of the exception {name}", "例外「{name}」の最終日"),
  agreementEnds: wording("last day of the agreement {name}", "取り決め「{name}」の最終日"),
  handoverBegins: wording(
    "{customer} passes from {from} to {to}: first day of the handover",
    "{customer} の引き継ぎ（{from} → {to}）の初日",
  ),
  handoverEnds: wording(
    "{customer} passes from {from} to {to}: last day of the handover",
    "{customer} の引き継ぎ（{from} → {to}）の最終日",
  ),
  awaySince: wording("away since {since}, until {day}", "{since} から {day} まで不在"),
  awaySinceForGood: wording("away since {since}", "{since} から不在"),
  away: wording("away until {day}", "{day} まで不在"),
  awayThatDay: wording("away that day", "この日不在"),
  awayForGood: wording("away from that day on", "この日から不在"),
  supposed: wording("{away} (assumed)", "{away}（仮定）"),
  absent: wording("{people} away that day", "{people} はこの日不在"),
  by: wording("by {time}", "{time} まで"),
};

/** What an entry of the agenda says beside whose matter it is, such as "a list of open incidents, owed to Sales". */
export function matterInWords({ matter, about, day }: AgendaEntry, locale: Locale): string {
  switch (matter.kind) {
    case "owed":
      return say(texts.owed, locale, { what: matter.what, to: matter.to });
    case "review":
      return say(texts.review, locale, { agreement: matter.agreement });
    case "due":
      return dueText(matter, locale);
    case "need": {
      const { need, due, customer, dueOn } = matter;
      return say(texts.need, locale, { need, due, customer, day: wholeDay(dueOn, locale) });
    }
    case "exception ends":
      return say(texts.exceptionEnds, locale, { name: about });
    case "agreement ends":
      return say(texts.agreementEnds, locale, { name: about });
    case "handover begins":
      return say(texts.handoverBegins, locale, matter);
    case "handover ends":
      return say(texts.handoverEnds, locale, matter);
    case "away":
      return awayText(day, matter, locale);
    default:
      return matter satisfies never;
  }
}

/** By when on its day, "by 10:00"; midnight is 24:00 of the day that it ends. */
export function timeInWords({ at, day, zone }: AgendaEntry, locale: Locale): string | undefined {
  if (at === undefined) return undefined;
  const local = toLocal(zoneOf(zone) ?? utc, at);
  const time = local.day > day ? "24:00" : formatMinute(local.minute);
  return say(texts.by, locale, { time });
}

/** Who of those whose matter it is will not be there; undefined where nobody is missing. */
export function absentInWords({ absent, who }: AttendedEntry, locale: Locale): string | undefined {
  if (absent.length === 0) return undefined;
  if (absent.length === who.length) return say(texts.awayThatDay, locale, {});
  return say(texts.absent, locale, { people: inList(absent, locale) });
}

/** That the day is not exact, why, and what to do; undefined where it is. */
export function uncountedInWords({ matter, who }: AgendaEntry, locale: Locale): string | undefined {
  if (matter.kind !== "need" || !matter.uncounted) return undefined;
  const target = targetInWords(matter.uncounted, locale);
  return say(texts.uncounted, locale, { target, who: inList(who, locale) });
}

/** A day with weekday and year. */
export function wholeDay(day: Day, locale: Locale): string {
  return dateText(day, locale, Number.NaN);
}

function dueText({ due, customer, needs }: AgendaMatter & { readonly kind: "due" }, locale: Locale): string {
  if (needs.length === 0) return say(texts.due, locale, { due, customer });
  return say(texts.dueWith, locale, { due, customer, needs: needs.join(locale === "ja" ? "、" : ", ") });
}

function awayText(day: Day, matter: AgendaMatter & { readonly kind: "away" }, locale: Locale): string {
  const away = daysAwayText(day, matter, locale);
  return matter.isSupposed ? say(texts.supposed, locale, { away }) : away;
}

/** An absence may have begun before the day on which it is told. */
function daysAwayText(day: Day, { since, until }: AgendaMatter & { readonly kind: "away" }, locale: Locale): string {
  const holes = { since: wholeDay(since, locale), day: until === undefined ? "" : wholeDay(until, locale) };
  if (since < day) return say(until === undefined ? texts.awaySinceForGood : texts.awaySince, locale, holes);
  if (until === undefined) return say(texts.awayForGood, locale, {});
  return say(until === day ? texts.awayThatDay : texts.away, locale, holes);
}

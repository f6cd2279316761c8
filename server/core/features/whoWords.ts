import { inList, type Locale, labelled } from "../checks/message.ts";
import { writtenDay } from "../engine/force.ts";
import type { Model } from "../model/model.ts";
import type { Responsibility, Role } from "../questions/responsibilities.ts";
import type { Capacity, Subject } from "../questions/subject.ts";
import type { Turn } from "../questions/turns.ts";
import type { Day } from "../time/spec.ts";
import { type AnswerRow, row } from "./answer/row.ts";
import { say, type Wording, wording } from "./say.ts";
import { titledName } from "./telling.ts";
import { datesInWords, dayInWords, targetInWords, withinInWords } from "./words.ts";

const roleWords: Readonly<Record<Role, Wording<string>>> = {
  leads: wording("Leads", "リーダー"),
  member: wording("Member", "所属"),
  away: wording("Away", "不在"),
  handles: wording("Handles", "対応"),
  step: wording("Steps", "手順"),
  told: wording("Is told", "エスカレーション先"),
  asked: wording("Is asked", "確認先"),
  promises: wording("Promises", "約束"),
  owes: wording("Owes", "提供する義務"),
  owed: wording("Is owed", "受け取るもの"),
  due: wording("Sees to", "期日"),
  reviews: wording("Reviews", "見直し"),
  "owns customer": wording("Owns customers", "担当顧客"),
  "backs up": wording("Backs up", "副担当"),
  "hands over": wording("Hands over", "引き継ぐ（渡す側）"),
  "takes over": wording("Takes over", "引き継ぐ（受ける側）"),
  "owns exception": wording("Owns exceptions", "例外の責任者"),
  approved: wording("Approved", "承認した例外"),
  deputises: wording("Stands in", "代理を務める"),
  "has deputy": wording("Deputy", "代理者"),
  party: wording("Party", "当事者"),
};

const texts = {
  duty: wording("On duty", "当番"),
  turnsUntil: wording("all until {last}", "{last} までの分"),
  noTurnUntil: wording("none until {last}", "{last} までなし"),
  laterTurns: wording("--on DATE tells about a later day", "その後は --on 日付 で確かめられます"),
  insteadOf: wording("{team}, instead of {person}", "{team}、{person} の代わり"),
  asMember: wording("with {team}", "{team} の一員として"),
  asLead: wording("as the lead of {team}", "{team} のリーダーとして"),
  asOwner: wording("as the owner of the customer", "顧客の担当者として"),
  after: wording("after {target}", "{target}後"),
  forOther: wording("for {other}", "{other} の代理"),
  owesTo: wording("to {other}", "{other} へ"),
  owedBy: wording("from {other}", "{other} から"),
  bends: wording("bends {other}", "{other} に対する例外"),
  backupOf: wording("for {other}", "主担当：{other}"),
  until: wording("until {last}", "{last} まで"),
};

/** What somebody has to do with, one row each: the role, what it is about, then kinds, capacity, times and dates. */
export function responsibilityRow(model: Model, subject: Subject, each: Responsibility, locale: Locale): AnswerRow {
  const details = [
    inList(each.what, locale),
    capacityText(model, subject, each, locale),
    ...targetText(each, locale),
    ...otherText(each, locale),
    ...datesText(each, locale),
  ];
  return row(roleWords[each.role][locale], valueOfRow(model, subject, each, locale), {
    detail: details.filter((detail) => detail !== "").join(" · "),
  });
}

/** Days on duty as a row. */
export function turnRow(
  model: Model,
  subject: Subject,
  { team, person, first, last, insteadOf }: Turn,
  locale: Locale,
): AnswerRow {
  const who = subject.kind === "team" ? person : titledName({ model, locale }, team);
  const detail = insteadOf === undefined ? who : say(texts.insteadOf, locale, { team: who, person: insteadOf });
  return row(say(texts.duty, locale, {}), datesInWords({ first, last }, locale), { detail });
}

/** Until when turns are told, as a row after them; how to ask about a later day. */
export function turnsUntilRow(turns: readonly Turn[], until: Day, locale: Locale): AnswerRow {
  const last = dayInWords(until, locale);
  const value = say(turns.length > 0 ? texts.turnsUntil : texts.noTurnUntil, locale, { last });
  return row(say(texts.duty, locale, {}), value, { detail: say(texts.laterTurns, locale, {}) });
}

function valueOfRow(
  model: Model,
  subject: Subject,
  { role, about, other, date }: Responsibility,
  locale: Locale,
): string {
  switch (role) {
    case "leads":
    case "member":
    case "away":
      return subject.kind === "team" ? (other ?? about) : titledName({ model, locale }, about);
    case "deputises":
      return say(texts.forOther, locale, { other: other ?? "" });
    case "has deputy":
      return other ?? "";
    case "due":
      return labelled(titledName({ model, locale }, other ?? ""), `${about} ${date ?? ""}`, locale);
    case "owns customer":
    case "backs up":
      return titledName({ model, locale }, about);
    case "handles":
    case "step":
    case "told":
    case "asked":
    case "promises":
    case "owes":
    case "owed":
    case "reviews":
    case "hands over":
    case "takes over":
    case "owns exception":
    case "approved":
    case "party":
      return about;
    default:
      return role satisfies never;
  }
}

function capacityText(model: Model, subject: Subject, { as, role }: Responsibility, locale: Locale): string {
  return subject.kind === "team" && as.kind !== "lead" ? "" : inCapacity(model, as, role, locale);
}

function inCapacity(model: Model, as: Capacity, role: Role, locale: Locale): string {
  switch (as.kind) {
    case "self":
      return "";
    case "member":
      return say(texts.asMember, locale, { team: titledName({ model, locale }, as.team) });
    case "lead":
      return say(texts.asLead, locale, { team: titledName({ model, locale }, as.team) });
    case "owner of customers":
      return role === "handles" ? say(texts.asOwner, locale, {}) : "";
    default:
      return as satisfies never;
  }
}

function targetText({ role, target }: Responsibility, locale: Locale): readonly string[] {
  if (!target) return [];
  if (role === "told") return [say(texts.after, locale, { target: targetInWords(target, locale) })];
  return [withinInWords(target, locale)];
}

function otherText({ role, other, about }: Responsibility, locale: Locale): readonly string[] {
  if (other === undefined) return role === "deputises" ? [about] : [];
  switch (role) {
    case "owes":
    case "hands over":
      return [say(texts.owesTo, locale, { other })];
    case "owed":
    case "takes over":
      return [say(texts.owedBy, locale, { other })];
    case "owns exception":
    case "approved":
      return [say(texts.bends, locale, { other })];
    case "backs up":
      return [say(texts.backupOf, locale, { other })];
    case "deputises":
    case "has deputy":
      return [about];
    case "leads":
    case "member":
    case "away":
    case "handles":
    case "step":
    case "told":
    case "asked":
    case "promises":
    case "reviews":
    case "owns customer":
    case "due":
    case "party":
      return [];
    default:
      return role satisfies never;
  }
}

function datesText({ force, date }: Responsibility, locale: Locale): readonly string[] {
  if (date !== undefined) return [];
  const [first, last] = [writtenDay(force.first), writtenDay(force.last)];
  if (first !== undefined) return [datesInWords({ first, last }, locale)];
  return last === undefined ? [] : [say(texts.until, locale, { last: dayInWords(last, locale) })];
}

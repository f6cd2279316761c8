import { fillHoles, inBrackets, inList, inParts } from "../../checks/message.ts";
import type { Decision, PersonBecause } from "../../engine/decision.ts";
import { isCutOff } from "../../questions/cutOff.ts";
import { say, wording } from "../say.ts";
import { andList, orList, type Telling, titledName } from "../telling.ts";
import { viaInWords, whoInWords } from "../words.ts";
import { absenceText } from "./absence.ts";
import { answerLabels } from "./labels.ts";
import { statedFor } from "./layers.ts";
import { lackingText } from "./nobody.ts";
import { type AnswerRow, row } from "./row.ts";

const texts = {
  personOf: wording("{person} of {team}", "{team} の {person}"),
  team: wording("{team}, as a team", "{team} 全体"),
  onDuty: wording("on duty at that time", "その時間の当番"),
  deputy: wording("deputy of {person}, {absent}", "{absent} {person} の代理"),
  nextInTurn: wording("next in turn, instead of {person}, {absent}", "{absent} {person} に代わる次の当番"),
  leadInstead: wording("as the lead, instead of {person}, {absent}", "{absent} {person} に代わるリーダー"),
  dutyInstead: wording("on duty, instead of {person}, {absent}", "{absent} {person} に代わる当番"),
  lead: wording("the lead", "リーダー"),
  named: wording("named in {clause}", "{clause} で指名"),
  nobody: wording("nobody", "いない"),
  allAway: wording("everyone who could do it is away", "対応できる人が全員不在"),
  nobodyNamed: wording("{clause} names nobody who could do it", "{clause} に担当できる人が書かれていない"),
  nextStep: wording("What to do", "次にすること"),
  agree: wording("take it back, and agree on who handles it", "持ち帰り、誰が引き受けるかを取り決める"),
  noClause: wording("no clause mentions {kind}", "{kind} についての条項がない"),
  noneApplies: wording(
    "{clauses} is about {kind}, but does not apply here",
    "{kind} についての {clauses} は、この依頼には当てはまらない",
  ),
  noneApply: wording(
    "{clauses} are about {kind}, but none applies here",
    "{kind} についての {clauses} は、どれもこの依頼には当てはまらない",
  ),
  anyWay: wording("any way that reaches the team", "チームに届く方法"),
  noneLeft: wording("none is left", "残っていない"),
  notListed: wording("not by {channel}, which is not agreed for this", "{channel} は取り決めの対象外"),
  notOpen: wording("not by {channel}, which is not answered at that time", "{channel} はその時間帯は受け付けていない"),
  noneOpen: wording("not answered at that time", "その時間帯は受け付けていない"),
  notOtherTeam: wording("to {team}, not to {other}", "{other} ではなく {team} 宛て"),
  notPersonal: wording("to the team, not to {person} by name", "{person} 個人宛てではなくチーム宛て"),
};

/** Who does it and how that was found, and by which channel; nothing where nobody has agreed to it. */
export function whoRows(telling: Telling): readonly AnswerRow[] {
  switch (telling.decision.outcome) {
    case "handled":
    case "redirect":
      return [whoRow(telling), ...channelRows(telling)];
    case "unstaffed":
      return [isCutOff(telling.model, telling.decision) ? cutOffRow(telling) : nobodyRow(telling)];
    case "unhandled":
      return [nextStepRow(telling)];
    case "declined":
    case "needs":
    case "question":
      return [];
    default:
      return telling.decision.outcome satisfies never;
  }
}

function whoRow(telling: Telling): AnswerRow {
  const { locale, decision } = telling;
  const team = titledName(telling, decision.team ?? "");
  const label = say(answerLabels.who, locale, {});
  if (decision.person === undefined) return row(label, say(texts.team, locale, { team }));
  const value = say(texts.personOf, locale, { person: decision.person, team });
  return row(label, value, { detail: decision.personBecause && becauseText(telling, decision.personBecause) });
}

function becauseText(telling: Telling, because: PersonBecause): string {
  const { locale, decision } = telling;
  const { insteadOf } = decision;
  const missing = { person: insteadOf ?? "", absent: absenceText(telling, insteadOf ?? "") };
  switch (because) {
    case "on duty":
      return insteadOf === undefined ? say(texts.onDuty, locale, {}) : say(texts.dutyInstead, locale, missing);
    case "deputy":
      return say(texts.deputy, locale, missing);
    case "next in turn":
      return say(texts.nextInTurn, locale, missing);
    case "lead":
      return insteadOf === undefined ? say(texts.lead, locale, {}) : say(texts.leadInstead, locale, missing);
    case "named":
      return namedText(telling);
    default:
      return because satisfies never;
  }
}

/** A name in the text speaks for itself; "the customer's owner" says why it is this person. */
function namedText(telling: Telling): string {
  const by = statedFor(telling, (lines) => lines.by);
  if (by && by.value.kind !== "person") return whoInWords(by.value, telling.locale);
  return say(texts.named, telling.locale, { clause: by?.id ?? telling.decision.clause ?? "" });
}

function nobodyRow(telling: Telling): AnswerRow {
  const { locale, decision } = telling;
  const named =
    decision.team === undefined
      ? say(texts.nobodyNamed, locale, { clause: decision.decidedBy ?? "" })
      : say(texts.allAway, locale, {});
  const detail = lackingText(telling)?.detail ?? named;
  return row(say(answerLabels.who, locale, {}), say(texts.nobody, locale, {}), { detail, tone: "bad" });
}

function cutOffRow({ locale }: Telling): AnswerRow {
  return row(say(answerLabels.channel, locale, {}), say(texts.noneLeft, locale, {}), { tone: "bad" });
}

/** Whether the agreements forget the kind or only this request of it is for different people to mend. */
function nextStepRow(telling: Telling): AnswerRow {
  const { locale, decision, model } = telling;
  const { kind } = decision.request;
  const about = [...model.agreements.values()].flatMap((agreement) =>
    agreement.handles.filter(({ kinds }) => kinds.includes(kind)).map(({ id }) => id),
  );
  const holes = { kind, clauses: andList(telling, about) };
  const text = about.length === 0 ? texts.noClause : about.length === 1 ? texts.noneApplies : texts.noneApply;
  const detail = fillHoles(text[locale], holes, locale);
  return row(say(texts.nextStep, locale, {}), say(texts.agree, locale, {}), { detail, tone: "bad" });
}

function channelRows(telling: Telling): readonly AnswerRow[] {
  const { locale, decision } = telling;
  const label = say(answerLabels.channel, locale, {});
  if (decision.redirectBecause !== undefined) {
    const channels = decision.redirect.map((channel) => withAddresses(telling, channel));
    const value = channels.length > 0 ? orList(telling, channels) : say(texts.anyWay, locale, {});
    return [row(label, value, { detail: faultText(telling, decision.redirectBecause), tone: "warn" })];
  }
  if (decision.channel !== undefined) return [row(label, withAddresses(telling, decision.channel))];
  const via = statedFor(telling, (lines) => lines.via);
  return via
    ? [
        row(
          label,
          inParts(
            via.value.map(({ value }) => viaInWords(value, locale)),
            locale,
          ),
        ),
      ]
    : [];
}

function faultText(telling: Telling, because: NonNullable<Decision["redirectBecause"]>): string {
  const { channel = "", to = "" } = telling.decision.request;
  switch (because) {
    case "addressed to a person":
      return say(texts.notPersonal, telling.locale, { person: to });
    case "addressed to another team":
      return say(texts.notOtherTeam, telling.locale, {
        team: titledName(telling, telling.decision.team ?? ""),
        other: titledName(telling, to),
      });
    case "channel not listed":
      return say(texts.notListed, telling.locale, { channel });
    case "channel not open now":
      return say(telling.decision.redirect.includes(channel) ? texts.noneOpen : texts.notOpen, telling.locale, {
        channel,
      });
    default:
      return because satisfies never;
  }
}

function withAddresses({ model, decision, locale }: Telling, channel: string): string {
  const reach = model.teams.get(decision.team ?? "")?.reach ?? [];
  const addresses = reach.filter(({ value }) => value.channel === channel).map(({ value }) => value.address);
  return addresses.length === 0 ? channel : inBrackets(channel, inList(addresses, locale), locale);
}

import type { Commitment } from "../../engine/decision.ts";
import { isCutOff } from "../../questions/cutOff.ts";
import { isLeftOutByTable } from "../../questions/leftOutByTable.ts";
import { say, wording } from "../say.ts";
import { endText, momentText, orList, type Telling, titledName } from "../telling.ts";
import { lackingText } from "./nobody.ts";
import { askedText, reachesNobody } from "./promises.ts";
import { waitingSentence, waitsWithoutEnd } from "./waiting.ts";

const texts = {
  person: wording("{team} ({person})", "{team} の {person}"),
  answers: wording("{who} answers by {time}{route}.", "{who} が {time} までに回答します。{route}"),
  solves: wording("{who} solves it by {time}{route}.", "{who} が {time} までに解決します。{route}"),
  handles: wording("{who} handles it{route}.", "{who} が対応します。{route}"),
  done: wording("{who} handles it{route}; done by {time}.", "{who} が対応し、{time} までに完了します。{route}"),
  nobodyAtStep: wording(
    " Nobody is there for the step {step}, so no end can be promised.",
    "手順 {step} を担当できる人がいないため、完了を約束できません。",
  ),
  noneAgreed: wording(
    "{who} handles it{route}, but no deadline is agreed for such a request.",
    "{who} が対応しますが、このような依頼の期限は取り決められていません。{route}",
  ),
  noDeadline: wording(
    "{who} handles it{route}, but no deadline lies within the next ten years.",
    "{who} が対応しますが、今後十年の営業時間では期限が定まりません。{route}",
  ),
  notByChannel: wording(", by {channels} and not by {channel}", "{channel} ではなく {channels} で送ってください。"),
  whenOpen: wording(", by {channels}, once that is open again", "{channels} の受付が再開してから送ってください。"),
  toTeam: wording(
    "Send it to {team}, not to {person} by name. ",
    "{person} 個人宛てではなく、{team} へ送ってください。",
  ),
  toTeamBy: wording(
    "Send it to {team} by {channels}, not to {person} by name. ",
    "{person} 個人宛てではなく、{channels} で {team} へ送ってください。",
  ),
  toThisTeam: wording("Send it to {team}, not to {person}. ", "{person} ではなく、{team} へ送ってください。"),
  toThisTeamBy: wording(
    "Send it to {team} by {channels}, not to {person}. ",
    "{person} ではなく、{channels} で {team} へ送ってください。",
  ),
  closed: wording("Closed until {time}. ", "{time} まで時間外です。"),
  closedForGood: wording("Closed, for as far ahead as the calendar is known. ", "時間外で、再開の予定がありません。"),
  declined: wording("The agreement says no to this.", "この依頼は引き受けない取り決めです。"),
  unhandled: wording("Nobody has agreed to handle this.", "この依頼を引き受ける取り決めがありません。"),
  unstaffed: wording(
    "{team} has agreed to handle this, but nobody is there to do it.",
    "{team} が引き受ける取り決めですが、対応できる人がいません。",
  ),
  cutOff: wording(
    "{team} has agreed to handle this, but no channel is left to reach them by.",
    "{team} が引き受ける取り決めですが、届く連絡手段が残っていません。",
  ),
  cutOffByNobody: wording(
    "This is agreed, but no channel is left by which it could come.",
    "取り決めはありますが、届く連絡手段が残っていません。",
  ),
  unstaffedByNobody: wording(
    "This is agreed, but nobody is left to do it.",
    "取り決めはありますが、引き受ける人がいません。",
  ),
  needs: wording(
    "It depends on {field}, which the request does not say.",
    "{field} によって答えが変わりますが、依頼に書かれていません。",
  ),
  may: wording("Yes, this may be promised.", "約束してかまいません。"),
  mayBy: wording("Yes, {asker} may promise this.", "{asker} が約束してかまいません。"),
  ask: wording("Ask {names} first.", "先に {names} に確認してください。"),
  askBy: wording(
    "Ask {names} first: answered by {time}.",
    "先に {names} に確認してください。{time} までに返事があります。",
  ),
  askNobody: wording(
    "Ask {names} first, but nobody is left there to be asked.",
    "先に {names} への確認が要りますが、確認できる人がいません。",
  ),
  never: wording("Never: this may not be promised.", "約束してはいけません。"),
  neverBecause: wording("Never: {because}.", "約束してはいけません。理由：{because}"),
  silent: wording("No rule says: take it back and check.", "定めがありません。持ち帰って確認してください。"),
};

/** The answer in one sentence, or two: who and by when, or what stands in the way. */
export function headlineOf(telling: Telling): string {
  const { decision, locale } = telling;
  switch (decision.outcome) {
    case "handled":
    case "redirect":
      return closedText(telling) + handledText(telling) + nobodyAtStepText(telling) + waitingSentence(telling);
    case "declined":
      return say(texts.declined, locale, {});
    case "unhandled":
      return say(texts.unhandled, locale, {});
    case "unstaffed":
      return unstaffedText(telling);
    case "needs":
      return say(texts.needs, locale, { field: decision.needs?.field ?? "" });
    case "question":
      return commitmentText(telling, decision.commitment);
    default:
      return decision.outcome satisfies never;
  }
}

function unstaffedText(telling: Telling): string {
  const { decision, locale, model } = telling;
  const cutOff = isCutOff(model, decision);
  const lacking = cutOff ? undefined : lackingText(telling);
  if (lacking) return lacking.sentence;
  if (decision.team === undefined) return say(cutOff ? texts.cutOffByNobody : texts.unstaffedByNobody, locale, {});
  return say(cutOff ? texts.cutOff : texts.unstaffed, locale, { team: titledName(telling, decision.team) });
}

function closedText(telling: Telling): string {
  const { closed } = telling.decision;
  if (!closed) return "";
  if (closed.until === undefined) return say(texts.closedForGood, telling.locale, {});
  return say(texts.closed, telling.locale, { time: momentText(telling, closed.until) });
}

function handledText(telling: Telling): string {
  const { decision, locale } = telling;
  const { respond, resolve, redirectBecause, timeline, team = "" } = decision;
  const isPersonal = redirectBecause === "addressed to a person";
  const isAstray = isPersonal || redirectBecause === "addressed to another team";
  const holes = { who: isPersonal ? team : whoText(telling), route: isAstray ? "" : routeText(telling) };
  const before = isAstray ? toTeamText(telling) : "";
  const timed = respond ?? resolve;
  if (!respond && timeline) return before + stepsText(telling, holes);
  if (!timed) return before + say(isLeftOut(telling) ? texts.noneAgreed : texts.handles, locale, holes);
  if (timed.deadline === undefined)
    return before + say(waitsWithoutEnd(telling) ? texts.handles : texts.noDeadline, locale, holes);
  const time = endText(telling, timed.deadline);
  return before + say(respond ? texts.answers : texts.solves, locale, { ...holes, time });
}

/** Where a row of a table would have said by when, and none fits. */
function isLeftOut({ model, decision }: Telling): boolean {
  return (["respond", "resolve"] as const).some((target) => isLeftOutByTable(model, decision, target));
}

/** Where no answer is promised, the steps say when it is done. */
function stepsText(telling: Telling, holes: { readonly who: string; readonly route: string }): string {
  const { decision, locale } = telling;
  const { doneBy, unstaffedAt } = decision.timeline ?? {};
  if (doneBy === undefined || unstaffedAt !== undefined) return say(texts.handles, locale, holes);
  return say(texts.done, locale, { ...holes, time: endText(telling, doneBy) });
}

function nobodyAtStepText({ decision, locale }: Telling): string {
  const step = decision.timeline?.unstaffedAt;
  return step === undefined ? "" : say(texts.nobodyAtStep, locale, { step });
}

function whoText(telling: Telling): string {
  const { person, team = "" } = telling.decision;
  return person === undefined ? teamText(telling) : say(texts.person, telling.locale, { team, person });
}

function teamText(telling: Telling): string {
  return titledName(telling, telling.decision.team ?? "");
}

function routeText(telling: Telling): string {
  const { redirect, request } = telling.decision;
  if (redirect.length === 0 || request.channel === undefined) return "";
  const holes = { channels: orList(telling, redirect), channel: request.channel };
  // Where no channel is open now, its own is as good as the others.
  return say(redirect.includes(request.channel) ? texts.whenOpen : texts.notByChannel, telling.locale, holes);
}

function toTeamText(telling: Telling): string {
  const { redirect, redirectBecause, request } = telling.decision;
  const isPersonal = redirectBecause === "addressed to a person";
  const holes = { team: teamText(telling), person: titledName(telling, request.to ?? "") };
  if (redirect.length === 0) return say(isPersonal ? texts.toTeam : texts.toThisTeam, telling.locale, holes);
  const channels = orList(telling, redirect);
  return say(isPersonal ? texts.toTeamBy : texts.toThisTeamBy, telling.locale, { ...holes, channels });
}

function commitmentText(telling: Telling, commitment: Commitment | undefined): string {
  const { locale, decision } = telling;
  const { asker } = decision.request;
  switch (commitment?.verdict) {
    case "may":
      return asker === undefined
        ? say(texts.may, locale, {})
        : say(texts.mayBy, locale, { asker: titledName(telling, asker) });
    case "ask":
      return askText(telling, commitment);
    case "never": {
      const { because } = commitment;
      return because === undefined ? say(texts.never, locale, {}) : say(texts.neverBecause, locale, { because });
    }
    case "silent":
    case undefined:
      return say(texts.silent, locale, {});
  }
}

function askText(telling: Telling, { asks, answeredBy }: Commitment): string {
  const names = askedText(telling, asks);
  if (reachesNobody(telling, asks)) return say(texts.askNobody, telling.locale, { names });
  if (answeredBy?.deadline === undefined) return say(texts.ask, telling.locale, { names });
  return say(texts.askBy, telling.locale, { names, time: endText(telling, answeredBy.deadline) });
}

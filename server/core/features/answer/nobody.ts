import type { UnstaffedBecause } from "../../engine/decision.ts";
import { say, wording } from "../say.ts";
import { type Telling, titledName } from "../telling.ts";

const texts = {
  noCustomer: wording(
    "This goes to the owner of the customer, and the request names no customer.",
    "顧客の担当者が引き受ける取り決めですが、依頼に顧客が書かれていません。",
  ),
  noOwner: wording(
    "This goes to the owner of the customer, and {customer} has none.",
    "顧客の担当者が引き受ける取り決めですが、{customer} には担当者がいません。",
  ),
  noAsker: wording(
    "This goes to the lead of the team that asks, and the request does not say who asks.",
    "依頼元のリーダーが引き受ける取り決めですが、依頼元が書かれていません。",
  ),
  noLead: wording(
    "This goes to the lead of {team}, and it has none.",
    "{team} のリーダーが引き受ける取り決めですが、リーダーがいません。",
  ),
  customerDetail: wording("the request names no customer", "依頼に顧客が書かれていない"),
  ownerDetail: wording("{customer} has no owner", "{customer} に担当者がいない"),
  askerDetail: wording("the request does not say who asks", "依頼元が書かれていない"),
  leadDetail: wording("{team} has no lead", "{team} にリーダーがいない"),
};

/** What lacks for anybody to be meant, as a sentence and as a detail; undefined where that is not why nobody is left. */
export function lackingText(telling: Telling): { readonly sentence: string; readonly detail: string } | undefined {
  const { locale, decision } = telling;
  const keys = decision.unstaffedBecause && keysOf[decision.unstaffedBecause];
  if (!keys) return undefined;
  const holes = {
    customer: titledName(telling, decision.request.customer ?? ""),
    team: titledName(telling, decision.team ?? ""),
  };
  return { sentence: say(texts[keys[0]], locale, holes), detail: say(texts[keys[1]], locale, holes) };
}

const keysOf: Readonly<Record<UnstaffedBecause, readonly [keyof typeof texts, keyof typeof texts] | undefined>> = {
  "no customer": ["noCustomer", "customerDetail"],
  "no owner": ["noOwner", "ownerDetail"],
  "no asker": ["noAsker", "askerDetail"],
  "no lead": ["noLead", "leadDetail"],
  "nobody named": undefined,
  "all away": undefined,
};

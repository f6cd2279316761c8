import type { Team, Who } from "../../model/model.ts";
import { say, wording } from "../say.ts";
import type { Telling } from "../telling.ts";
import { whoInWords } from "../words.ts";
import { supposedAbsenceText } from "./absence.ts";

const texts = {
  instead: wording("for {who}", "{who}の代理"),
  insteadOfSupposed: wording("for {who}, {absent}", "{absent} {who}の代理"),
};

/** In which capacity these people are asked or told: "the lead of Sales", or for others than the lead "for the lead of Sales". */
export function capacityInWords(telling: Telling, who: Who, people: readonly string[]): string {
  const { locale } = telling;
  const words = whoInWords(who, locale);
  const meant = peopleMeant(telling, who);
  const isMeant = meant.length === 0 || people.length === 0 || people.some((person) => meant.includes(person));
  if (isMeant) return words;
  const absent = meant.flatMap((person) => supposedAbsenceText(telling, person) ?? [])[0];
  return absent === undefined
    ? say(texts.instead, locale, { who: words })
    : say(texts.insteadOfSupposed, locale, { who: words, absent });
}

/** Those whom the words name in person; nobody where they name a whole team. */
export function peopleMeant({ model, decision }: Telling, who: Who): readonly string[] {
  const { customer, asker } = decision.request;
  switch (who.kind) {
    case "team":
    case "all of":
      return [];
    case "person":
      return [who.person];
    case "lead of":
      return [...model.teams.values()].filter(({ name }) => name === who.team).flatMap(leadOf);
    case "lead of asker":
      return [...model.teams.values()].filter((team) => isOf(team, asker)).flatMap(leadOf);
    case "owner of customer":
      return [...model.customers.values()]
        .filter(({ name }) => name === customer)
        .flatMap(({ owner }) => owner?.value ?? []);
    default:
      return who satisfies never;
  }
}

function leadOf({ lead }: Team): readonly string[] {
  return lead ? [lead.value] : [];
}

function isOf({ name, lead, members }: Team, asker: string | undefined): boolean {
  return name === asker || lead?.value === asker || members.some(({ value }) => value === asker);
}

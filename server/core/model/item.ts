import type { Declaration, Item } from "../syntax/tree.ts";
import { agreementMeaning } from "./agreement.ts";
import { calendarMeaning } from "./calendar.ts";
import { customerMeaning } from "./customer.ts";
import type { Declared } from "./declared.ts";
import { exceptionMeaning } from "./exception.ts";
import { handoverMeaning } from "./handover.ts";
import { type Linking, newLinking, trimmed } from "./linking.ts";
import type { LinkedItem, Meaning, WrittenNames } from "./model.ts";
import type { Names } from "./names.ts";
import { factMeaning, proofMeaning } from "./proof.ts";
import { attributeMeaning, channelMeanings, requestMeaning } from "./request.ts";
import { teamMeaning } from "./team.ts";

/** What the item means under these names; depends on nothing else. */
export function linkItem(item: Item, declared: Declared, names: Names): LinkedItem {
  const linking = newLinking(item, names);
  const meanings: Meaning[] = [];
  for (const declaration of item.declarations) addMeanings(linking, declaration, meanings);
  const { asked, askedWhole } = linking;
  const problems = trimmed(linking.problems);
  const written = trimmedNames(linking.written);
  return { item, declared, meanings: trimmed(meanings), problems, written, asked, askedWhole };
}

function addMeanings(linking: Linking, declaration: Declaration, found: Meaning[]): void {
  if (declaration.kind === "channel") {
    for (const channel of channelMeanings(linking, declaration)) found.push(channel);
    return;
  }
  const meaning = meaningOf(linking, declaration);
  if (meaning) found.push(meaning);
}

function meaningOf(linking: Linking, node: Exclude<Declaration, { kind: "channel" }>): Meaning | undefined {
  switch (node.kind) {
    case "calendar":
      return calendarMeaning(linking, node);
    case "team":
      return teamMeaning(linking, node);
    case "attribute":
      return attributeMeaning(linking, node);
    case "request":
      return requestMeaning(linking, node);
    case "agreement":
      return agreementMeaning(linking, node);
    case "exception":
      return exceptionMeaning(linking, node);
    case "customer":
      return customerMeaning(linking, node);
    case "handover":
      return handoverMeaning(linking, node);
    case "impossible":
      return factMeaning(linking, node);
    case "prove":
      return proofMeaning(linking, node);
  }
}

function trimmedNames({ names, sought, symbols }: WrittenNames): WrittenNames {
  return { names: trimmed(names), sought: trimmed(sought), symbols: trimmed(symbols) };
}

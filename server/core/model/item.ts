import type { Declaration, Item } from "../syntax/tree.ts";
import { agreementMeaning } from "./agreement.ts";
import { calendarMeaning } from "./calendar.ts";
import { customerMeaning, handoverMeaning, linkImpossible, proveMeaning } from "./customer.ts";
import type { Declared } from "./declared.ts";
import { exceptionMeaning } from "./exception.ts";
import { type Linking, newLinking, type WrittenName } from "./linking.ts";
import type { LinkedItem, Meaning, Reference } from "./model.ts";
import type { Names } from "./names.ts";
import { attributeMeaning, channelMeanings, requestMeaning } from "./request.ts";
import { teamMeaning } from "./team.ts";

/** What the item means under these names; depends on nothing else. */
export function linkItem(item: Item, declared: Declared, names: Names): LinkedItem {
  const linking = newLinking(item, names);
  const meanings = item.declarations.flatMap((declaration) => meaningsOf(linking, declaration));
  const { problems, asked, written } = linking;
  return linkedItem({ item, declared, meanings, problems, asked }, written);
}

/** Apart from `linkItem`, so that what an item keeps does not keep the names it was linked under. */
function linkedItem(
  parts: Omit<LinkedItem, "references" | "uses" | "symbols">,
  written: readonly WrittenName[],
): LinkedItem {
  const { item, declared, meanings, problems, asked } = parts;
  let uses: ReadonlySet<string> | undefined;
  let symbols: ReadonlySet<string> | undefined;
  return {
    item,
    declared,
    meanings,
    problems,
    asked,
    get references() {
      return written.map((name) => referenceOf(item, name));
    },
    get uses() {
      uses ??= symbolsIn(written.filter(({ sought }) => sought.role === "use"));
      return uses;
    },
    get symbols() {
      symbols ??= symbolsIn(written);
      return symbols;
    },
  };
}

function meaningsOf(linking: Linking, declaration: Declaration): readonly Meaning[] {
  if (declaration.kind === "channel") return channelMeanings(linking, declaration);
  const meaning = meaningOf(linking, declaration);
  return meaning ? [meaning] : [];
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
      return linkImpossible(linking, node);
    case "prove":
      return proveMeaning(linking, node);
  }
}

function referenceOf(item: Item, { name, sought, symbol }: WrittenName): Reference {
  return { place: { item, span: name }, written: name.text, ...sought, symbol };
}

function symbolsIn(written: readonly WrittenName[]): ReadonlySet<string> {
  return new Set(written.flatMap(({ symbol }) => symbol ?? []));
}

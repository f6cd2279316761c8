import type { HandoverDeclaration } from "../syntax/tree.ts";
import { effectiveOf } from "./agreement.ts";
import { linesOf, nameIn, onlyLine } from "./lines.ts";
import { type Linking, missing, placeOf, reportRepeated, uses } from "./linking.ts";
import { customerNamed, personNamed } from "./lookup.ts";
import type { Meaning, Sought } from "./model.ts";
import { named } from "./named.ts";
import type { Handover } from "./work.ts";

/** The handover; undefined where it lacks its name, its customer or one of the two people. */
export function handoverMeaning(linking: Linking, node: HandoverDeclaration): Meaning | undefined {
  const head = named(linking, node, "handover", undefined);
  const customer = nameIn(linking, node, node.customer, customerNamed, ["handover", "customer"]);
  const from = nameIn(linking, node, node.from, personNamed, ["handover", "from"]);
  const to = nameIn(linking, node, node.to, personNamed, ["handover", "to"]);
  const effectiveLine = onlyLine(linking, node.properties, "effective");
  const effective = effectiveOf(linking, effectiveLine);
  const covers = coversOf(linking, node);
  const broken = effectiveLine && !effective ? ["effective"] : [];
  if (!head || customer === undefined || from === undefined || to === undefined) return undefined;
  const { name, title, doc, place } = head;
  const whole = placeOf(linking, node);
  return {
    space: "handover",
    value: { name, title, doc, place, customer, from, to, effective, covers, broken, whole },
  };
}

/** The names of all lines, each once. A check reports those that are no records of the customer. */
function coversOf(linking: Linking, node: HandoverDeclaration): Handover["covers"] {
  const lines = linesOf(node.properties, "covers");
  for (const line of lines) if (line.names.length === 0) missing(linking, line, "covers", "names");
  const names = lines.flatMap((line) => line.names);
  reportRepeated(linking, names);
  const records = node.customer && linking.names.customers.get(node.customer.text)?.records;
  for (const name of names) uses(linking, name, record, records?.get(name.text));
  const first = new Map<string, Handover["covers"][number]>();
  for (const name of names)
    if (!first.has(name.text)) first.set(name.text, { value: name.text, place: placeOf(linking, name) });
  return [...first.values()];
}

const record: Sought = { spaces: ["record"], role: "use" };

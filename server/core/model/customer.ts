import type {
  AttributeLine,
  CustomerDeclaration,
  DueLine,
  HandoverDeclaration,
  ImpossibleDeclaration,
  ProveDeclaration,
} from "../syntax/tree.ts";
import { effectiveOf } from "./agreement.ts";
import { type Scope, scopeOf, whenOf } from "./condition.ts";
import { constantOf } from "./constant.ts";
import { linesOf, nameIn, onlyLine, reportDuplicateLine, textIn } from "./lines.ts";
import { ask, type Linking, missing, reportRepeated, stated, uses } from "./linking.ts";
import { customerNamed, partyNamed, personNamed, reportUnknown, whoOf } from "./lookup.ts";
import type { Constant, Customer, Meaning, Sought, Stated } from "./model.ts";
import { named } from "./named.ts";
import { dayOfLiteral, monthDayOf, targetOf } from "./times.ts";

/** The customer that is declared, with the attributes that could be read. */
export function customerMeaning(linking: Linking, node: CustomerDeclaration): Meaning | undefined {
  const { properties } = node;
  const titleLine = onlyLine(linking, properties, "title");
  const head = named(linking, node, "customer", titleLine && textIn(linking, titleLine, "title"));
  const ownerLine = onlyLine(linking, properties, "owner");
  const backupLine = onlyLine(linking, properties, "backup");
  const owner = ownerLine && stated(linking, ownerLine, personIn(linking, ownerLine, "owner"));
  const backup = backupLine && stated(linking, backupLine, personIn(linking, backupLine, "backup"));
  const attributes = attributesOf(linking, linesOf(properties, "attribute value"));
  for (const line of linesOf(properties, "records")) linkRecords(linking, line);
  for (const line of linesOf(properties, "due")) linkDue(linking, line);
  const broken = [...(ownerLine && !owner ? ["owner"] : []), ...(backupLine && !backup ? ["backup"] : [])];
  if (!head) return undefined;
  const { name, title, doc, place } = head;
  return { space: "customer", value: { name, title, doc, place, owner, backup, attributes, broken } };
}

/** Resolves a handover, which decides nothing yet. */
export function handoverMeaning(linking: Linking, node: HandoverDeclaration): Meaning | undefined {
  const head = named(linking, node, "handover", undefined);
  nameIn(linking, node, node.customer, customerNamed, ["handover", "customer"]);
  nameIn(linking, node, node.from, personNamed, ["handover", "from"]);
  nameIn(linking, node, node.to, personNamed, ["handover", "to"]);
  effectiveOf(linking, onlyLine(linking, node.properties, "effective"));
  for (const line of linesOf(node.properties, "covers")) {
    if (line.names.length === 0) missing(linking, line, "covers", "names");
    reportRepeated(linking, line.names);
  }
  return head && { space: "handover", value: head };
}

/** Resolves what is said to be impossible, about the fields of any request kind. */
export function linkImpossible(linking: Linking, node: ImpossibleDeclaration): undefined {
  ask(linking, "kinds");
  const kinds = [...linking.names.kinds.values()];
  const scope: Scope = { kinds, incomplete: false, channel: "may be asked", fields: "of any kind" };
  if (node.when) whenOf(linking, scope, node.when);
  else missing(linking, node, "impossible", "condition");
}

/** Resolves what is to be proved. */
export function proveMeaning(linking: Linking, node: ProveDeclaration): Meaning | undefined {
  const head = named(linking, node, "proof", undefined);
  if (!node.topic) missing(linking, node, "prove", "topic");
  if (!node.claim) missing(linking, node, "prove", "claim");
  if (node.by) whoOf(linking, node.by, node, "prove");
  whenOf(linking, scopeOf(linking, node.topic ? [node.topic] : [], "may be asked"), node.when);
  return head && { space: "proof", value: head };
}

function personIn(
  linking: Linking,
  line: Extract<CustomerDeclaration["properties"][number], { kind: "owner" | "backup" }>,
  construct: "owner" | "backup",
): string | undefined {
  return nameIn(linking, line, line.person, personNamed, [construct, "person"]);
}

function attributesOf(linking: Linking, lines: readonly AttributeLine[]): Customer["attributes"] {
  const first = new Map<string, AttributeLine>();
  const attributes = new Map<string, Stated<Constant>>();
  for (const line of lines) {
    const before = first.get(line.attribute.text);
    const value = stated(linking, line, attributeValue(linking, line));
    if (before) reportDuplicateLine(linking, line, before);
    else first.set(line.attribute.text, line);
    if (!before && value) attributes.set(line.attribute.text, value);
  }
  return attributes;
}

function attributeValue(linking: Linking, line: AttributeLine): Constant | undefined {
  ask(linking, "attributes");
  const { attribute } = line;
  const known = linking.names.attributes.get(attribute.text);
  uses(linking, attribute, attributeSought, known?.symbol);
  if (!known) return reportUnknown(linking, attribute, attributeSought.spaces, []);
  if (!line.value) return missing(linking, line, "attribute value", "value");
  return known.type && constantOf(linking, { name: attribute.text, type: known.type, fields: [known] }, line.value);
}

function linkRecords(
  linking: Linking,
  line: Extract<CustomerDeclaration["properties"][number], { kind: "records" }>,
): void {
  if (line.records.length === 0) missing(linking, line, "records", "names");
  reportRepeated(
    linking,
    line.records.map((record) => record.name),
  );
  for (const record of line.records) if (!record.address) missing(linking, record, "records", "address");
}

function linkDue(linking: Linking, line: DueLine): void {
  if (!line.name) missing(linking, line, "due", "name");
  if (!line.on) missing(linking, line, "due", "date");
  else if (line.on.kind === "date") dayOfLiteral(linking, line.on);
  else monthDayOf(linking, line.on);
  nameIn(linking, line, line.by, partyNamed, ["due", "by"]);
  for (const need of line.needs) {
    if (need.lead) targetOf(linking, need.lead, undefined);
    else missing(linking, need, "need", "duration");
  }
}

const attributeSought: Sought = { spaces: ["attribute"], role: "use" };

import type { AttributeLine, CustomerDeclaration, DueLine, Name } from "../syntax/tree.ts";
import { constantOf } from "./constant.ts";
import { linesOf, nameIn, onlyLine, reportDuplicateLine, textIn } from "./lines.ts";
import { ask, declares, type Linking, missing, placeOf, reportRepeated, stated, uses } from "./linking.ts";
import { partyNamed, personNamed, reportUnknown } from "./lookup.ts";
import type { Constant, Customer, Meaning, Sought, Stated } from "./model.ts";
import { named } from "./named.ts";
import { symbolOf } from "./symbol.ts";
import { dayOfLiteral, monthDayOf, targetOf } from "./times.ts";
import type { CustomerRecord, Due, DueNeed } from "./work.ts";

/** The customer that is declared, with the attributes, records and dates that could be read. */
export function customerMeaning(linking: Linking, node: CustomerDeclaration): Meaning | undefined {
  const { properties } = node;
  const titleLine = onlyLine(linking, properties, "title");
  const head = named(linking, node, "customer", titleLine && textIn(linking, titleLine, "title"));
  const ownerLine = onlyLine(linking, properties, "owner");
  const backupLine = onlyLine(linking, properties, "backup");
  const owner = ownerLine && stated(linking, ownerLine, personIn(linking, ownerLine, "owner"));
  const backup = backupLine && stated(linking, backupLine, personIn(linking, backupLine, "backup"));
  const attributes = attributesOf(linking, linesOf(properties, "attribute value"));
  const records = recordsOf(linking, linesOf(properties, "records"), node.name);
  const dues = linesOf(properties, "due").flatMap((line) => dueOf(linking, line) ?? []);
  const broken = [...(ownerLine && !owner ? ["owner"] : []), ...(backupLine && !backup ? ["backup"] : [])];
  if (!head) return undefined;
  const { name, title, doc, place } = head;
  return { space: "customer", value: { name, title, doc, place, owner, backup, attributes, records, dues, broken } };
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

/** The records of all lines; of two of a name the first counts. */
function recordsOf(
  linking: Linking,
  lines: readonly Extract<CustomerDeclaration["properties"][number], { kind: "records" }>[],
  customer: Name | undefined,
): readonly CustomerRecord[] {
  for (const line of lines) if (line.records.length === 0) missing(linking, line, "records", "names");
  const written = lines.flatMap((line) => line.records);
  reportRepeated(
    linking,
    written.map((record) => record.name),
  );
  const records = new Map<string, CustomerRecord>();
  for (const record of written) {
    const { name, address } = record;
    if (customer) declares(linking, name, "record", symbolOf("record", customer.text, name.text));
    if (!address) missing(linking, record, "records", "address");
    else if (!records.has(name.text))
      records.set(name.text, { name: name.text, address: address.value, place: placeOf(linking, record) });
  }
  return [...records.values()];
}

function dueOf(linking: Linking, line: DueLine): Due | undefined {
  if (!line.name) missing(linking, line, "due", "name");
  const on = line.on ? dateOf(linking, line.on) : missing(linking, line, "due", "date");
  const by = nameIn(linking, line, line.by, partyNamed, ["due", "by"]);
  const needs = line.needs.flatMap((need): DueNeed | readonly DueNeed[] => {
    const lead = need.lead ? targetOf(linking, need.lead, undefined) : missing(linking, need, "need", "duration");
    return lead ? { name: need.name.text, lead, place: placeOf(linking, need) } : [];
  });
  if (!line.name || !on || by === undefined) return undefined;
  return { name: line.name.text, on, by, needs, place: placeOf(linking, line) };
}

function dateOf(linking: Linking, on: NonNullable<DueLine["on"]>): Due["on"] | undefined {
  if (on.kind === "date") {
    const day = dayOfLiteral(linking, on);
    return day === undefined ? undefined : { kind: "date", day };
  }
  const meant = monthDayOf(linking, on);
  return meant && { kind: "every year", month: meant.month, dayOfMonth: meant.day };
}

const attributeSought: Sought = { spaces: ["attribute"], role: "use" };

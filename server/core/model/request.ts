import type {
  AttributeDeclaration,
  ChannelDeclaration,
  EnumType,
  FieldDeclaration,
  FieldType as FieldTypeNode,
  RequestDeclaration,
} from "../syntax/tree.ts";
import { firstOfName } from "./clause.ts";
import { fieldTypeOf, type KnownField, readingsOf, unitOf } from "./declared.ts";
import { declares, type Linking, missing, placeOf, reportDuplicates, trimmed } from "./linking.ts";
import type { Field, FieldType, Meaning } from "./model.ts";
import { named } from "./named.ts";
import { inside, qualified, symbolOf } from "./symbol.ts";
import { typeWordOf } from "./typeWords.ts";

/** The channels that one declaration declares. */
export function channelMeanings(linking: Linking, node: ChannelDeclaration): readonly Meaning[] {
  if (node.names.length === 0) missing(linking, node, "channel", "names");
  return node.names.map((name) => {
    declares(linking, name, "channel", symbolOf("channel", name.text));
    const place = placeOf(linking, name);
    return { space: "channel", value: { name: name.text, title: undefined, doc: node.doc, place } };
  });
}

/** The customer attribute that is declared. */
export function attributeMeaning(linking: Linking, node: AttributeDeclaration): Meaning | undefined {
  const head = named(linking, node, "attribute", undefined);
  const known = node.name && linking.names.attributes.get(node.name.text);
  const type = node.type
    ? typeOf(linking, node.type, node.name?.text ?? "", node.name && qualified(node.name.text), known)
    : missing(linking, node, "attribute", "type");
  if (!head || !type) return undefined;
  return { space: "attribute", value: { name: head.name, title: head.title, doc: head.doc, place: head.place, type } };
}

/** The request kind that is declared, with the fields whose type is known; of two fields of a name the first counts. */
export function requestMeaning(linking: Linking, node: RequestDeclaration): Meaning | undefined {
  const head = named(linking, node, "request", undefined);
  reportDuplicates(
    linking,
    node.fields.map((field) => field.name),
    "field",
  );
  const fields: Field[] = [];
  for (const each of node.fields) {
    const field = fieldOf(linking, node.name?.text, each);
    if (field) fields.push(field);
  }
  if (!head) return undefined;
  const { name, title, doc, place } = head;
  return { space: "request", value: { name, title, doc, place, fields: trimmed(firstOfName(fields)) } };
}

function fieldOf(linking: Linking, kind: string | undefined, node: FieldDeclaration): Field | undefined {
  const { name, doc } = node;
  const known = kind === undefined ? undefined : linking.names.kinds.get(kind)?.fields.get(name.text);
  const path = kind === undefined ? undefined : qualified(kind, name.text);
  if (path) declares(linking, name, "field", known?.symbol ?? "field:" + path);
  const type = node.type ? typeOf(linking, node.type, name.text, path, known) : missing(linking, name, "field", "type");
  return type && { name: name.text, title: undefined, doc, place: placeOf(linking, name), type };
}

/** `known` is what others know of the field: its symbols are made already. */
function typeOf(
  linking: Linking,
  node: FieldTypeNode,
  field: string,
  path: string | undefined,
  known: KnownField | undefined,
): FieldType | undefined {
  if (node.kind === "enum type" && !reportsTypeWord(linking, node, field)) {
    reportDuplicates(linking, node.values, "value");
    if (path !== undefined)
      for (const value of node.values)
        declares(linking, value, "value", known?.values.get(value.text) ?? "value:" + inside(path, value.text));
    const value = node.values[0]?.text;
    if (node.values.every((each) => each.text === value)) {
      linking.problems.push({ kind: "single value", place: placeOf(linking, node), field, value, readings: [] });
    }
  }
  if (node.kind === "duration type") reportUnit(linking, node);
  return fieldTypeOf(node);
}

/** Whether a list of values is one word for a type, which is reported. */
function reportsTypeWord(linking: Linking, node: EnumType, field: string): boolean {
  const word = typeWordOf(node);
  if (!word) return false;
  const [place, value] = [placeOf(linking, node), node.values[0]?.text];
  switch (word.kind) {
    case "type":
      linking.problems.push({ kind: "type in other words", place, written: word.written, meant: word.meant });
      break;
    case "duration": {
      const readings = readingsOf(word.unit);
      linking.problems.push({
        kind: "ambiguous duration",
        place,
        amount: undefined,
        unit: value ?? word.unit,
        readings,
      });
      break;
    }
    case "choice":
      linking.problems.push({ kind: "single value", place, field, value, readings: word.readings });
      break;
  }
  return true;
}

function reportUnit(linking: Linking, node: FieldTypeNode & { kind: "duration type" }): void {
  const { clock, unit } = node;
  if (unitOf(clock, unit) !== undefined) return;
  const place = placeOf(linking, node);
  const readings = readingsOf(unit);
  linking.problems.push(
    clock === undefined
      ? { kind: "ambiguous duration", place, amount: undefined, unit, readings }
      : { kind: "unknown unit", place, clock, unit, readings },
  );
}

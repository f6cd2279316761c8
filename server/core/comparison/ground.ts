/** The company and the kinds of request as they are in either of two revisions. */
import { plainText } from "../model/meaning.ts";
import type { Attribute, Condition, Customer, Field, FieldType, RequestKind } from "../model/model.ts";
import type { Ground } from "../prover/space/space.ts";
import type { OldCalendars } from "./oldCalendars.ts";
import type { Pair } from "./revision.ts";

/** The kind with the fields and the values of both revisions; undefined where neither declares it. */
export function kindIn(name: string, { before, after }: Pair): RequestKind | undefined {
  const [old, now] = [before.model.kinds.get(name), after.model.kinds.get(name)];
  if (!old || !now) return now ?? old;
  const fields = now.fields.map((field): Field => {
    const other = old.fields.find((each) => each.name === field.name);
    return { ...field, type: typeInBoth(field.type, other?.type) };
  });
  return { ...now, fields: [...fields, ...old.fields.filter(({ name: each }) => !hasField(now, each))] };
}

function hasField({ fields }: RequestKind, wanted: string): boolean {
  return fields.some(({ name }) => name === wanted);
}

/** The fields of a kind whose values in one revision are none in the other, as of another unit or currency. */
export function retypedFields(kind: string, { before, after }: Pair): readonly string[] {
  const old = before.model.kinds.get(kind)?.fields ?? [];
  const now = after.model.kinds.get(kind)?.fields ?? [];
  const isRetyped = ({ name, type }: Field) => {
    const was = old.find((each) => each.name === name)?.type;
    return was !== undefined && !(was.kind === "enum" && type.kind === "enum") && plainText(was) !== plainText(type);
  };
  return now.filter(isRetyped).map(({ name }) => name);
}

function typeInBoth(now: FieldType, old: FieldType | undefined): FieldType {
  if (now.kind !== "enum" || old?.kind !== "enum") return now;
  return { kind: "enum", values: [...new Set([...now.values, ...old.values])] };
}

/** What conditions ask about: whatever is in either revision. */
export function groundOf({ before, after }: Pair, { calendarNamed }: OldCalendars): Ground {
  const [old, now] = [before.model, after.model];
  const attributes = new Map<string, Attribute>([...old.attributes, ...now.attributes]);
  for (const [name, attribute] of now.attributes)
    attributes.set(name, { ...attribute, type: typeInBoth(attribute.type, old.attributes.get(name)?.type) });
  const several = [...now.people.values()].filter(({ name, teams }) => {
    return teams.length > 1 && plainText(old.people.get(name)?.teams) === plainText(teams);
  });
  const customers = new Map([...old.customers, ...now.customers]);
  return { attributes, customers, channels: new Map([...old.channels, ...now.channels]), several, calendarNamed };
}

/** The customers that both revisions have, with the same attributes. */
export function steadyCustomers({ before, after }: Pair): ReadonlyMap<string, Customer> {
  return new Map(
    [...after.model.customers].filter(([name, customer]) => {
      const old = before.model.customers.get(name);
      return old === customer || (old !== undefined && attributesText(old) === attributesText(customer));
    }),
  );
}

/** Equal for customers with the same attributes. */
export function attributesText({ attributes }: Customer): string {
  return plainText([...attributes].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** The conditions of what is said to be impossible in both. */
export function factsInBoth({ before, after }: Pair): readonly Condition[] {
  const old = new Set(before.model.facts.map(({ when }) => plainText(when)));
  return after.model.facts.flatMap(({ when }) => (old.has(plainText(when)) ? [when] : []));
}

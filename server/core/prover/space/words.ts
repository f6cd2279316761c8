/** Regions and requests in the user's own words. */
import type { FieldType, RequestKind } from "../../model/model.ts";
import type { Localized } from "../../text/localized.ts";
import { joinedInJapanese } from "../../text/spacing.ts";
import { formatInstant } from "../../time/zone.ts";
import { type Box, cellsIn } from "./box.ts";
import type { Dimension, Ground, Space } from "./space.ts";
import { timesInWords } from "./times.ts";
import { cellsInWords, same, valueText } from "./values.ts";
import type { Witness } from "./witness.ts";

/** What words are taken from beside the space. */
export interface Naming {
  readonly kind: RequestKind;
  readonly attributes: Ground["attributes"];
}

/** A region as what sets it apart within a domain: "severity urgent, tier none, outside office"; empty where it is all of it. */
export function regionInWords(space: Space, box: Box, domain: Box, naming: Naming): Localized {
  const parts = space.dimensions.flatMap((dimension, index): readonly Localized[] => {
    const own = cellsIn(space.shape, box, index);
    const all = cellsIn(space.shape, domain, index);
    if (own.length === 0 || own.length >= all.length) return [];
    return [dimensionInWords(space, dimension, own, naming)];
  });
  return { en: parts.map(({ en }) => en).join(", "), ja: parts.map(({ ja }) => ja).join("、") };
}

function dimensionInWords(space: Space, dimension: Dimension, picked: readonly number[], naming: Naming): Localized {
  const { subject, cells, atoms } = dimension;
  if (subject.kind === "time") return timesInWords(cells, picked, atoms, space.zone);
  const type = typeOf(dimension, naming);
  const name = "name" in subject ? subject.name : subject.kind;
  const values =
    type?.kind === "date" ? timesInWords(cells, picked, atoms, space.zone) : cellsInWords(cells, picked, type);
  const inJapanese = "name" in subject ? name : namesInJapanese[subject.kind];
  return { en: `${name} ${values.en}`, ja: joinedInJapanese(inJapanese, "が", values.ja) };
}

const namesInJapanese = { customer: "顧客", asker: "依頼者", channel: "連絡手段" } as const;

function typeOf({ subject }: Dimension, { kind, attributes }: Naming): FieldType | undefined {
  if (subject.kind === "field") return kind.fields.find(({ name }) => name === subject.name)?.type;
  return subject.kind === "attribute" ? attributes.get(subject.name)?.type : undefined;
}

/** A request in one line, as it would be put to the simulator: "incident, severity urgent, customer Acme, Sales, 2026-04-07 10:00". */
export function witnessInWords(space: Space, witness: Witness, naming: Naming): Localized {
  const { kind, fields, channel, asker, customer, at } = witness;
  const asked = Object.entries(fields).filter(([name]) => space.byKey.has(`field ${name}`));
  const values = asked.map(([name, value]) => {
    return same(`${name} ${valueText(value, naming.kind.fields.find((field) => field.name === name)?.type)}`);
  });
  const whose = customerInWords(customer, naming);
  const time = same(formatInstant(space.zone, at).slice(0, "2026-04-01T10:00".length).replace("T", " "));
  const rest = [channel, asker].flatMap((each) => (each === undefined ? [] : [same(each)]));
  const parts = [same(kind), ...values, ...whose, ...rest, time];
  return { en: parts.map(({ en }) => en).join(", "), ja: parts.map(({ ja }) => ja).join("、") };
}

/** A request in one line with the zone of its time, where the agreements on the kind read their dates by several clocks. */
export function witnessWithZone(space: Space, witness: Witness, naming: Naming): Localized {
  const { zone, dimensions } = space;
  const { en, ja } = witnessInWords(space, witness, naming);
  const isOneClock = dimensions.every(({ atoms }) => atoms.every((atom) => atom.zone.id === zone.id));
  return isOneClock ? { en, ja } : { en: `${en} (${zone.id})`, ja: `${ja}（${zone.id}）` };
}

function customerInWords(customer: Witness["customer"], { attributes }: Naming): readonly Localized[] {
  switch (customer.kind) {
    case "none":
      return [];
    case "declared":
      return [same(customer.name)];
    case "imagined": {
      const own = Object.entries(customer.attributes).map(
        ([name, value]) => `${name} ${valueText(value, attributes.get(name)?.type)}`,
      );
      return [{ en: `a customer with ${own.join(", ")}`, ja: `${own.join("、")} の顧客` }];
    }
    default:
      return customer satisfies never;
  }
}

import type { Request } from "../../server/core/engine/decision.ts";
import { parseDecimal } from "../../server/core/model/decimal.ts";
import type { Constant } from "../../server/core/model/model.ts";
import {
  type Company,
  companyOf,
  type GeneratedAgreement,
  type GeneratedField,
  type GeneratedKind,
  ordinarySize,
  type Size,
  severities,
} from "./company.ts";
import { type Random, randomFrom } from "./random.ts";

/** Requests to the company of a size, spread over July to December 2026; the same for the same seed. */
export function requestsFor(seed: number, count: number, size: Partial<Size> = {}): readonly Request[] {
  const company = companyOf({ ...ordinarySize, ...size });
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => requestTo(company, random));
}

function requestTo(company: Company, random: Random): Request {
  const agreement = oneOf(company.agreements, random);
  const promise = random.chance(25) && agreement.promised.length > 0;
  const kind = oneOf(promise ? agreement.promised : agreement.handled, random);
  return {
    kind: kind.name,
    at: momentFrom(random),
    fields: fieldsOf(kind, random),
    channel: promise ? undefined : oneOf(company.channels, random),
    customer: random.chance(70) ? oneOf(company.customers, random).name : undefined,
    asker: agreement.asking.name,
    to: addressee(agreement, promise, random),
  };
}

/** A moment on a whole minute; three of four in office hours (UTC+9). */
function momentFrom(random: Random): number {
  const day = Date.UTC(2026, 6, 1) + random.below(180) * 86_400_000;
  const minute = random.chance(75) ? random.below(9 * 60) : random.below(24 * 60);
  return day + minute * 60_000;
}

function addressee(agreement: GeneratedAgreement, promise: boolean, random: Random): string | undefined {
  return !promise && random.chance(5) ? oneOf(agreement.serving.people, random) : undefined;
}

function fieldsOf(kind: GeneratedKind, random: Random): Readonly<Record<string, Constant>> {
  return Object.fromEntries(kind.fields.map((field) => [field.name, fieldValue(field, random)]));
}

function fieldValue(field: GeneratedField, random: Random): Constant {
  switch (field.type) {
    case "enum":
      return { kind: "name", name: random.pick(severities) };
    case "percent":
      return decimal(String(random.below(60) / 2));
    case "money":
      return decimal(String(random.below(300) * 1_000));
    case "duration":
      return decimal(String(1 + random.below(15)));
  }
}

function decimal(digits: string): Constant {
  return { kind: "decimal", value: parseDecimal(digits) ?? { unscaled: 0n, scale: 0 } };
}

function oneOf<T>(items: readonly T[], random: Random): T {
  const item = items[random.below(items.length)];
  if (item === undefined) throw new Error("nothing to choose from");
  return item;
}

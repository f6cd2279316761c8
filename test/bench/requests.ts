import type { Request } from "../../server/core/engine/decision.ts";
import { parseDecimal } from "../../server/core/model/decimal.ts";
import type { Constant } from "../../server/core/model/model.ts";
import { random as randomFrom } from "../harness/random.ts";
import {
  type Company,
  companyOf,
  type GeneratedAgreement,
  type GeneratedField,
  type GeneratedKind,
  type Random,
  type Size,
  severities,
  wholeSize,
} from "./company.ts";

/** Requests to the company of a size, spread over July to December 2026; the same for the same seed. */
export function requestsFor(seed: number, count: number, size: Partial<Size> = {}): readonly Request[] {
  const company = companyOf(wholeSize(size));
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => requestTo(company, random));
}

function requestTo(company: Company, random: Random): Request {
  const agreement = random.pick(company.agreements);
  const promise = random.unit() < 0.25 && agreement.promised.length > 0;
  const kind = random.pick(promise ? agreement.promised : agreement.handled);
  return {
    kind: kind.name,
    at: momentFrom(random),
    fields: fieldsOf(kind, random),
    channel: promise ? undefined : random.pick(company.channels),
    customer: random.unit() < 0.7 ? random.pick(company.customers).name : undefined,
    asker: agreement.asking.name,
    to: addressee(agreement, promise, random),
  };
}

/** A moment on a whole minute; three of four in office hours (UTC+9). */
function momentFrom(random: Random): number {
  const day = Date.UTC(2026, 6, 1) + random.below(180) * 86_400_000;
  const minute = random.unit() < 0.75 ? random.below(9 * 60) : random.below(24 * 60);
  return day + minute * 60_000;
}

function addressee(agreement: GeneratedAgreement, promise: boolean, random: Random): string | undefined {
  return !promise && random.unit() < 0.05 ? random.pick(agreement.serving.people) : undefined;
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

/** What the checks ask about customers. */
import type { Agreement, HandleLines, Model, Place } from "../model/model.ts";
import { layersOf } from "./layers.ts";

/** The first place where something is done by the owner of the customer; undefined where nothing is. */
export function ownersNeeded({ agreements, exceptions, customers }: Model): Place | undefined {
  if (customers.size === 0) return undefined;
  for (const agreement of agreements.values()) {
    const place = neededIn(agreement);
    if (place) return place;
  }
  for (const { lines } of exceptions.values()) {
    const place = neededBy(lines);
    if (place) return place;
  }
  return undefined;
}

function neededIn(agreement: Agreement): Place | undefined {
  const known = neededByAgreement.get(agreement);
  if (known) return known.place;
  const place = layersOf(agreement).flatMap(({ clause }) => neededBy(clause.lines) ?? [])[0];
  neededByAgreement.set(agreement, { place });
  return place;
}

/** An agreement that means the same is the same object, so at a keystroke one is read anew. */
const neededByAgreement = new WeakMap<Agreement, { readonly place: Place | undefined }>();

function neededBy({ by, steps }: HandleLines): Place | undefined {
  if (by?.value.kind === "owner of customer") return by.place;
  return steps?.value.find(({ who }) => who.kind === "owner of customer")?.place;
}

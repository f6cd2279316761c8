import type { Model } from "../../model/model.ts";
import { type Wording, wording } from "../say.ts";
import type { CompletionPlace } from "./place.ts";

/** A name that is declared nowhere, with what kind of thing has it. */
export interface WrittenName {
  readonly name: string;
  readonly what: Wording<string>;
}

/** What other lines call documents, dates and records, so that the same thing is called the same; in alphabetical order. */
export function writtenNamesAt({ spot, expected, lineBefore }: CompletionPlace): readonly WrittenName[] {
  const model = spot.snapshot.completionModel;
  const what = expected.some(({ kind }) => kind === "name") ? soughtOn(lineBefore) : undefined;
  if (!what || !model) return [];
  const present = new Set(lineBefore.split(/[\s,]+/));
  const names = [...new Set(namesOf[what](model))].filter((name) => !present.has(name));
  return names.sort().map((name) => ({ name, what: kinds[what] }));
}

const kinds = {
  document: wording("a document", "書類"),
  date: wording("a date that matters", "期日"),
  record: wording("a record of the customer", "顧客の記録"),
};

function soughtOn(lineBefore: string): keyof typeof kinds | undefined {
  if (/^\s*due\s+$/.test(lineBefore)) return "date";
  if (/^\s*records\s+(?:.*",\s*)?$/.test(lineBefore)) return "record";
  return /^\s*(?:step|due)\b.*\bneeds\s+(?:[^\s,]+(?:[^,]*\bbefore)?,\s*)*$/.test(lineBefore) ? "document" : undefined;
}

const namesOf: Readonly<Record<keyof typeof kinds, (model: Model) => readonly string[]>> = {
  date: ({ customers }) => [...customers.values()].flatMap(({ dues }) => dues.map(({ name }) => name)),
  record: ({ customers }) => [...customers.values()].flatMap(({ records }) => records.map(({ name }) => name)),
  document: (model) => [...documentsOfDues(model), ...documentsOfSteps(model)],
};

function documentsOfDues({ customers }: Model): readonly string[] {
  const dues = [...customers.values()].flatMap((customer) => customer.dues);
  return dues.flatMap(({ needs }) => needs.map(({ name }) => name));
}

function documentsOfSteps({ clauses, exceptions }: Model): readonly string[] {
  const lines = [...clauses.values(), ...exceptions.values()].flatMap((each) => ("lines" in each ? [each.lines] : []));
  return lines.flatMap(({ steps }) => steps?.value.flatMap(({ needs }) => needs) ?? []);
}

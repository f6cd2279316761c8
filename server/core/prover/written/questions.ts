/** What conditions ask of requests, each question once. */
import type {
  CommitClause,
  Condition,
  DayRange,
  Exception,
  HandleClause,
  Model,
  RequestKind,
  Subject,
} from "../../model/model.ts";
import type { Zone } from "../../time/zone.ts";
import { sameElements } from "../lists.ts";
import { type Atom, atomKey, atomsIn, subjectKey } from "../space/atoms.ts";
import type { Asked } from "../space/space.ts";
import { datesOf } from "./rules.ts";
import { type ExceptionsOf, exceptionsToPart, type WrittenPart, withCases } from "./written.ts";

/** A clause or a case without those in it, or whatever else has conditions. */
export type Asking = Pick<HandleClause, "when"> & Partial<Pick<CommitClause, "verdicts">>;

/** A comparison and what it is told from others by. */
export interface Question {
  readonly atom: Atom;
  readonly key: string;
}

interface Questions {
  readonly questions: readonly Question[];
  /** Whether a condition could not be read. */
  readonly isBroken: boolean;
}

interface AtomsAsked {
  readonly atoms: readonly Atom[];
  readonly isBroken: boolean;
}

/** The comparisons that a clause, case, exception or claim makes itself. */
export function atomsAsked({ when, verdicts = none }: Asking): AtomsAsked {
  const conditions = [when, ...verdicts.map((line) => line.when)].flatMap((each) => each ?? []);
  return { atoms: conditions.flatMap(atomsIn), isBroken: conditions.some(({ kind }) => kind === "broken") };
}

function questionKey(atom: Atom): string {
  return `${subjectKey(atom.subject)} ${atomKey(atom)}`;
}

/** What conditions ask. */
export function askedIn(conditions: readonly { readonly when: Condition; readonly zone: Zone }[]): readonly Asked[] {
  return conditions.flatMap(({ when, zone }) => atomsIn(when).map((atom) => ({ atom, zone, key: questionKey(atom) })));
}

// enums -----------------------------------------------------------------------------------------------------------------

/** Subjects that are split into all their values, whichever of them are asked for. */
export interface Enums {
  readonly fields: ReadonlySet<string>;
  readonly attributes: ReadonlySet<string>;
  /** Equal for the same subjects. */
  readonly key: string;
}

/** The enums among the fields of a kind and the attributes of customers. */
export function enumsOf({ fields }: RequestKind, { attributes }: Pick<Model, "attributes">): Enums {
  const ownFields = fields.flatMap(({ name, type }) => (type?.kind === "enum" ? [name] : []));
  const ownAttributes = [...attributes].flatMap(([name, { type }]) => (type?.kind === "enum" ? [name] : []));
  const key = JSON.stringify([ownFields, ownAttributes]);
  return { fields: new Set(ownFields), attributes: new Set(ownAttributes), key };
}

function isEnum({ fields, attributes }: Enums, subject: Subject): boolean {
  if (subject.kind === "field") return fields.has(subject.name);
  return subject.kind === "attribute" && attributes.has(subject.name);
}

/** Each question once, and one about each of the enums. */
export function distinct(all: readonly (readonly Atom[])[], enums: Enums): readonly Question[] {
  const found = new Map<string, Question>();
  for (const atoms of all)
    for (const atom of atoms) {
      const key = isEnum(enums, atom.subject) ? subjectKey(atom.subject) : questionKey(atom);
      if (!found.has(key)) found.set(key, { atom, key });
    }
  return [...found.values()];
}

// parts -----------------------------------------------------------------------------------------------------------------

/** What a part asks, each once, and the dates of the exceptions to it. */
export interface AskedByPart extends Questions {
  readonly exceptions: readonly Exception[];
  readonly ranges: readonly DayRange[];
  readonly enums: string;
  /** Equal for parts that ask the same. */
  readonly key: string;
}

/** What a part asks; the same object while it, the exceptions to it and the enums are the same. */
export function askedByPart(part: WrittenPart, exceptionsOf: ExceptionsOf, enums: Enums): AskedByPart {
  const exceptions = exceptionsToPart(part, exceptionsOf);
  const known = askedBy.get(part);
  if (known?.enums === enums.key && sameElements(known.exceptions, exceptions)) return known;
  const asked = findAsked(part, exceptions, exceptionsOf, enums);
  askedBy.set(part, asked);
  return asked;
}

const askedBy = new WeakMap<WrittenPart, AskedByPart>();

function findAsked(
  { handles, commits }: WrittenPart,
  exceptions: readonly Exception[],
  exceptionsOf: ExceptionsOf,
  enums: Enums,
): AskedByPart {
  const sources = [...handles, ...commits]
    .flatMap((each) => withCases<HandleClause | CommitClause>(each))
    .flatMap((each) => [each, ...exceptionsOf(each.id)]);
  const all = sources.map(atomsAsked);
  const isBroken = all.some((each) => each.isBroken);
  const questions = distinct(
    all.map(({ atoms }) => atoms),
    enums,
  );
  const ranges = exceptions.flatMap((exception) => datesOf(exception) ?? []);
  const key = JSON.stringify([questions.map((each) => each.key).sort(), ranges, isBroken]);
  return { exceptions, questions, ranges, isBroken, enums: enums.key, key };
}

const none: readonly never[] = [];

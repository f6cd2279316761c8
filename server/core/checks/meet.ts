/**
 * Whether no request fulfils several conditions together, where that can be told at a glance: conjunctions of
 * comparisons of single fields. Whatever else there is counts as not told, so that what is reported is sure.
 */
import type { Condition, Constant, Subject } from "../model/model.ts";
import { holdsOf, orderOf } from "../prover/space/atoms.ts";

type Atom = Extract<Condition, { kind: "is" | "compare" }>;

/** The values that a subject can have; undefined where they cannot be listed. */
export type ValuesOf = (subject: Subject) => readonly string[] | undefined;

/** True where it is sure that no request can fulfil all of them. */
export function neverMeet(conditions: readonly (Condition | undefined)[], valuesOf: ValuesOf): boolean {
  const together = conjunctionOf(conditions);
  if (together) return contradict(together, valuesOf);
  const alternatives = all(conditions.map((condition) => (condition ? alternativesOf(condition, "holds") : anything)));
  return alternatives.every((atoms) => contradict(atoms, valuesOf));
}

/** True where it is plain that they can hold together, as of nearly all: each subject is told once what it is or how it compares. */
export function plainlyMeet(conditions: readonly Condition[]): boolean {
  const subjects: Subject[] = [];
  return conditions.every((condition) => tellsOnce(condition, subjects));
}

function tellsOnce(condition: Condition, subjects: Subject[]): boolean {
  switch (condition.kind) {
    case "and":
      return condition.parts.every((part) => tellsOnce(part, subjects));
    case "is":
    case "compare": {
      const { subject } = condition;
      // An enumeration has two values at least, so one that it is not leaves another.
      if (condition.kind === "is" && condition.negated && condition.values.length > 1) return false;
      if (subjects.some((other) => sameSubject(other, subject))) return false;
      subjects.push(subject);
      return true;
    }
    case "or":
    case "not":
    case "during":
    case "on":
    case "broken":
      return false;
  }
}

/** Nearly all conditions: comparisons that hold together, of which there is one way. A person asks for several teams at once. */
function conjunctionOf(conditions: readonly (Condition | undefined)[]): readonly Atom[] | undefined {
  const together: Atom[] = [];
  for (const condition of conditions) {
    if (!condition) continue;
    const atoms = atomsOf(condition);
    if (!atoms) return undefined;
    for (const atom of atoms) if (atom.subject.kind !== "asker") together.push(atom);
  }
  return together;
}

function contradict(atoms: readonly Atom[], valuesOf: ValuesOf): boolean {
  return atoms.some((atom, index) => {
    if (!isFirstOf(atoms, index)) return false;
    const isAlone = atoms.every((other) => other === atom || !sameSubject(other.subject, atom.subject));
    if (isAlone && (atom.kind === "compare" || !atom.negated)) return false;
    return !hasValue(about(atoms, atom.subject), valuesOf);
  });
}

/** Ways to fulfil a condition, each a list of comparisons of which nothing is known beyond that they hold together. */
type Alternatives = readonly (readonly Atom[])[];

/** One way, of which nothing is known. */
const anything: Alternatives = [[]];

/** More ways than these are not looked at. */
const mostAlternatives = 100;

function alternativesOf(condition: Condition, wanted: "holds" | "fails"): Alternatives {
  switch (condition.kind) {
    case "not":
      return alternativesOf(condition.part, wanted === "holds" ? "fails" : "holds");
    case "and":
    case "or": {
      const parts = condition.parts.map((part) => alternativesOf(part, wanted));
      if ((condition.kind === "and") === (wanted === "holds")) return all(parts);
      return parts.flat().length > mostAlternatives ? anything : parts.flat();
    }
    case "is":
    case "compare":
      return atomAlternatives(condition, wanted);
    case "during":
    case "on":
    case "broken":
      return anything;
  }
}

function all(parts: readonly Alternatives[]): Alternatives {
  let ways = anything;
  for (const part of parts)
    if (ways.length * part.length <= mostAlternatives)
      ways = ways.flatMap((before) => part.map((more) => [...before, ...more]));
  return ways;
}

/** A person asks for several teams at once; and of what a customer may lack, "not less" is not "at least". */
function atomAlternatives(atom: Atom, wanted: "holds" | "fails"): Alternatives {
  if (atom.subject.kind === "asker") return anything;
  if (wanted === "holds") return [[atom]];
  if (atom.kind === "is") return [[{ ...atom, negated: !atom.negated }]];
  return atom.subject.kind === "field" ? [[{ ...atom, operator: opposite[atom.operator] }]] : anything;
}

const opposite = { "<": ">=", "<=": ">", ">": "<=", ">=": "<" } as const;

/** Whether no atom before is about the same subject. */
function isFirstOf(atoms: readonly Atom[], index: number): boolean {
  const subject = atoms[index]?.subject;
  for (let before = 0; before < index; before++) if (sameSubject(atoms[before]?.subject, subject)) return false;
  return true;
}

function about(atoms: readonly Atom[], subject: Subject): readonly Atom[] {
  return atoms.filter((atom) => sameSubject(atom.subject, subject));
}

function sameSubject(one: Subject | undefined, other: Subject | undefined): boolean {
  if (one?.kind !== other?.kind) return false;
  return (one && "name" in one ? one.name : "") === (other && "name" in other ? other.name : "");
}

function atomsOf(condition: Condition): readonly Atom[] | undefined {
  const known = atomsByCondition.get(condition);
  if (known !== undefined) return known ?? undefined;
  const atoms = atomsIn(condition);
  atomsByCondition.set(condition, atoms ?? null);
  return atoms;
}

const atomsByCondition = new WeakMap<Condition, readonly Atom[] | null>();

function atomsIn(condition: Condition): readonly Atom[] | undefined {
  switch (condition.kind) {
    case "is":
    case "compare":
      return [condition];
    case "and": {
      const parts = condition.parts.map(atomsIn);
      return parts.includes(undefined) ? undefined : parts.flatMap((part) => part ?? []);
    }
    case "or":
    case "not":
    case "during":
    case "on":
    case "broken":
      return undefined;
  }
}

function hasValue(atoms: readonly Atom[], valuesOf: ValuesOf): boolean {
  const [first] = atoms;
  const listed = atoms.find((atom) => atom.kind === "is" && !atom.negated);
  if (listed?.kind === "is") return listed.values.some((value) => atoms.every((atom) => allows(atom, value)));
  const values = first && valuesOf(first.subject);
  if (values) return values.some((name) => atoms.every((atom) => allows(atom, { kind: "name", name })));
  return atoms.every((low) => low.kind !== "compare" || atoms.every((high) => !isEmptyBetween(low, high)));
}

function allows(atom: Atom, value: Constant): boolean {
  return holdsOf(atom, value) !== (atom.kind === "is" && atom.negated);
}

function isEmptyBetween(low: Atom & { kind: "compare" }, high: Atom): boolean {
  if (high.kind !== "compare" || !low.operator.startsWith(">") || !high.operator.startsWith("<")) return false;
  const order = orderOf(low.value, high.value);
  if (order === undefined) return true;
  return order > 0 || (order === 0 && (low.operator === ">" || high.operator === "<"));
}

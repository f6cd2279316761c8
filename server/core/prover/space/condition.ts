/** The requests of which a condition holds, as boxes. */
import type { Condition } from "../../model/model.ts";
import type { Zone } from "../../time/zone.ts";
import { type Atom, atomKey, holdsOf, isNegated, subjectKey } from "./atoms.ts";
import { type Box, boxWhere, fullBox, meets, sharedBoxes, simplified } from "./box.ts";
import type { Cell } from "./cells.ts";
import { momentKey, type Space } from "./space.ts";

/** A condition has at most so many boxes; one of more is not decided. */
const mostBoxes = 64;

/** The requests that fulfil a condition, whose dates are read in a zone; undefined where that takes too many boxes. */
export function boxesWhere(space: Space, when: Condition | undefined, zone: Zone): readonly Box[] | undefined {
  return when ? boxesOf(space, when, zone, true) : [fullBox(space.shape)];
}

/** The requests of which a condition holds, or of which it does not. */
function boxesOf(space: Space, condition: Condition, zone: Zone, wanted: boolean): readonly Box[] | undefined {
  switch (condition.kind) {
    case "not":
      return boxesOf(space, condition.part, zone, !wanted);
    case "and":
    case "or": {
      const parts = condition.parts.map((part) => boxesOf(space, part, zone, wanted));
      return (condition.kind === "and") === wanted ? allOf(space, parts) : anyOf(space, parts);
    }
    case "is":
    case "compare":
    case "during":
    case "on":
      return boxesOfAtom(space, condition, zone, wanted);
    case "broken":
      return wanted ? [] : [fullBox(space.shape)];
    default:
      return condition satisfies never;
  }
}

type Parts = readonly (readonly Box[] | undefined)[];

function allOf(space: Space, parts: Parts): readonly Box[] | undefined {
  if (parts.length === 0) return [fullBox(space.shape)];
  if (parts.every((part) => part?.length === 1)) return sharedByAll(space, parts);
  let [boxes] = parts;
  for (const part of parts.slice(1))
    boxes =
      boxes && part && boxes.length * part.length <= mostBoxes * mostBoxes
        ? few(space, sharedBoxes(space.shape, boxes, part))
        : undefined;
  return boxes;
}

/** What single boxes share: one box, or none. */
function sharedByAll({ shape }: Space, parts: Parts): readonly Box[] {
  const box = fullBox(shape);
  for (const part of parts) {
    const other = part?.[0];
    if (other) for (let word = 0; word < box.length; word += 1) box[word] = (box[word] ?? 0) & (other[word] ?? 0);
  }
  return meets(shape, box, box) ? [box] : [];
}

function anyOf(space: Space, parts: Parts): readonly Box[] | undefined {
  const boxes: Box[] = [];
  for (const part of parts) {
    if (!part) return undefined;
    boxes.push(...part);
  }
  return few(space, boxes);
}

function few(space: Space, boxes: readonly Box[]): readonly Box[] | undefined {
  if (boxes.length < 2) return boxes;
  if (boxes.length > mostBoxes * 4) return undefined;
  const simple = simplified(space.shape, boxes);
  return simple.length > mostBoxes ? undefined : simple;
}

/** The requests of which a comparison holds, or does not: one box or none. */
function boxesOfAtom(space: Space, atom: Atom, zone: Zone, wanted: boolean): readonly Box[] {
  const positive = wanted !== isNegated(atom);
  const [first, another] = atom.kind === "is" ? atom.values : none;
  // By far the most of what is asked: whether a field is a name.
  if (atom.subject.kind === "field" && first?.kind === "name" && another === undefined)
    return boxesOfName(space, atom, { field: atom.subject.name, name: first.name, positive });
  const known = atomBoxes.get(space) ?? new Map<string, readonly Box[]>();
  atomBoxes.set(space, known);
  const key = questionKey(atom, zone) + (positive ? "+" : "-");
  const boxes = known.get(key) ?? existing(space, findBoxes(space, atom, zone, positive));
  known.set(key, boxes);
  return boxes;
}

/** Whether a field is a name or is not. */
interface OfName {
  readonly field: string;
  readonly name: string;
  readonly positive: boolean;
}

function boxesOfName(space: Space, atom: Atom, { field, name, positive }: OfName): readonly Box[] {
  const byField = nameBoxes.get(space) ?? { yes: new Map(), no: new Map() };
  nameBoxes.set(space, byField);
  const fields = positive ? byField.yes : byField.no;
  const byName = fields.get(field) ?? new Map<string, readonly Box[]>();
  fields.set(field, byName);
  const boxes = byName.get(name) ?? existing(space, findBoxes(space, atom, space.zone, positive));
  byName.set(name, boxes);
  return boxes;
}

type ByField = Map<string, Map<string, readonly Box[]>>;

/** By field and name. */
const nameBoxes = new WeakMap<Space, { readonly yes: ByField; readonly no: ByField }>();

function existing({ shape }: Space, boxes: readonly Box[]): readonly Box[] {
  return boxes.filter((box) => meets(shape, box, box));
}

const none: readonly never[] = [];

const atomBoxes = new WeakMap<Space, Map<string, readonly Box[]>>();

/** Equal for comparisons that ask the same of the same subject, dates read in the same zone. */
function questionKey(atom: Atom, zone: Zone): string {
  const known = questionKeys.get(atom);
  if (known?.zone === zone) return known.key;
  const key = `${subjectKey(atom.subject)} ${momentKey(atom, zone)} `;
  questionKeys.set(atom, { zone, key });
  return key;
}

const questionKeys = new WeakMap<Atom, { readonly zone: Zone; readonly key: string }>();

function findBoxes(space: Space, atom: Atom, zone: Zone, positive: boolean): readonly Box[] {
  const index = space.byKey.get(subjectKey(atom.subject));
  const dimension = index === undefined ? undefined : space.dimensions[index];
  // A field that the kind has not: no comparison holds of it.
  if (index === undefined || dimension === undefined) return positive ? [] : [fullBox(space.shape)];
  const { cells, numbers } = dimension;
  const number = numbers.get(atom.subject.kind === "time" ? momentKey(atom, zone) : atomKey(atom));
  return [boxWhere(space.shape, index, (each) => cellFulfils(cells[each], atom, number) === positive)];
}

function cellFulfils(cell: Cell | undefined, atom: Atom, number: number | undefined): boolean {
  switch (cell?.kind) {
    case "moments":
    case "days":
      return number !== undefined && cell.holds.has(number);
    case "value":
    case "other":
    case "between":
      return (atom.kind === "is" || atom.kind === "compare") && holdsOf(atom, cell.value);
    case "name":
      return cell.name !== undefined && isNamed(atom, [cell.name]);
    case "asker":
      return cell.name !== undefined && isNamed(atom, [cell.name, ...cell.teams]);
    case "absent":
    case undefined:
      return false;
    default:
      return cell satisfies never;
  }
}

function isNamed(atom: Atom, names: readonly string[]): boolean {
  return atom.kind === "is" && atom.values.some((each) => each.kind === "name" && names.includes(each.name));
}

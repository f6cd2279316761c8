/** All requests of one kind, split into cells so that no condition on the kind can tell two requests of a cell apart. */
import type { Attribute, Customer, DayRange, FieldType, RequestKind, Subject } from "../../model/model.ts";
import type { Zone } from "../../time/zone.ts";
import { sameElements } from "../lists.ts";
import { type Atom, atomKey, subjectKey } from "./atoms.ts";
import { type Box, boxWhere, type Shape, shapeOf, shared } from "./box.ts";
import { type Cell, cellsOfType, constantsIn, isCellOf } from "./cells.ts";
import { type CalendarNamed, type Days, dayCells, type Horizon, momentCells, type TimeAtom } from "./moments.ts";

/** What requests are split by: one subject, and its cells. */
export interface Dimension {
  readonly subject: Subject;
  readonly cells: readonly Cell[];
  /** The indices in `atoms`, by key. */
  readonly numbers: ReadonlyMap<string, number>;
  /** What may hold of a date or a time. */
  readonly atoms: readonly TimeAtom[];
}

/** The dimensions of one kind of request, and what cannot occur in them. */
export interface Space {
  readonly kind: string;
  readonly shape: Shape;
  readonly dimensions: readonly Dimension[];
  readonly byKey: ReadonlyMap<string, number>;
  /** Dimensions in the order in which a region is told more simply without them, the least telling first. */
  readonly order: readonly number[];
  /** Named customers with other attributes than they have. */
  readonly impossible: readonly Box[];
  readonly horizon: Horizon;
  /** The zone in which the horizon is read. */
  readonly zone: Zone;
}

/** A comparison with the zone that its dates are read in. */
export interface Asked {
  readonly atom: Atom;
  readonly zone: Zone;
  /** Equal where the same is asked; which values of an enum are named makes no difference. */
  readonly key: string;
}

/** What a space is made of: what conditions on a kind ask, each once, and whatever is in force for a time. */
export interface SpaceSource {
  readonly kind: RequestKind;
  readonly asked: readonly Asked[];
  readonly ranges: readonly { readonly range: DayRange; readonly zone: Zone }[];
  readonly parties: readonly string[];
  readonly horizon: Horizon;
  readonly zone: Zone;
  /** Whether a condition could not be read. */
  readonly isBroken: boolean;
}

/** What a space takes from the company. */
export interface Ground {
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly customers: ReadonlyMap<string, Customer>;
  readonly channels: ReadonlyMap<string, unknown>;
  /** People of several teams. */
  readonly several: readonly { readonly name: string; readonly teams: readonly string[] }[];
  readonly calendarNamed: CalendarNamed;
}

/** The space of a kind, the same object while what it is made of is the same; a subject of which no condition asks has no dimension. */
export function spaceOf(source: SpaceSource, ground: Ground): Space {
  const before = spacesBySource.get(source);
  const space = before?.ground === ground ? before.space : keptSpace(source, ground);
  spacesBySource.set(source, { ground, space });
  return space;
}

const spacesBySource = new WeakMap<SpaceSource, { readonly ground: Ground; readonly space: Space }>();

function keptSpace(source: SpaceSource, ground: Ground): Space {
  const made = ingredients(source, ground);
  const kept = keptSpaces.get(source.kind) ?? [];
  const known = kept.find((each) => sameElements(each.made, made));
  const space = known?.space ?? newSpace(source, ground);
  if (known !== kept[0] || !known)
    keptSpaces.set(
      source.kind,
      [known ?? { made, space }, ...kept.filter((each) => each !== known)].slice(0, mostKept),
    );
  return space;
}

interface KeptSpace {
  readonly made: readonly unknown[];
  readonly space: Space;
}

/** The last spaces of a kind: what is typed is often taken back. */
const keptSpaces = new WeakMap<RequestKind, readonly KeptSpace[]>();
const mostKept = 3;

function ingredients({ asked, ranges, parties, horizon, zone }: SpaceSource, ground: Ground): readonly unknown[] {
  const { first, last, isWhole } = horizon;
  return [
    ground,
    zone,
    first,
    last,
    isWhole,
    parties.length,
    ...parties,
    ranges.length,
    ...ranges.map((each) => forceKey(each.range, each.zone)),
    ...asked.flatMap((each) => [each.key, each.zone]),
  ];
}

function newSpace(source: SpaceSource, ground: Ground): Space {
  const asked = new Map<string, AskedSubject>();
  for (const each of source.asked) addAsked(asked, each);
  const dimensions = [
    ...[...asked.values()].flatMap((each) => dimensionOf(each, source, ground) ?? []),
    askerDimension(source, ground),
    timeDimension(asked.get("time")?.atoms ?? [], source, ground),
  ];
  const shape = shapeOf(dimensions.map(({ cells }) => cells.length));
  const byKey = new Map(dimensions.map(({ subject }, index) => [subjectKey(subject), index]));
  const rank = (index: number) => telling.indexOf(dimensions[index]?.subject.kind ?? "field");
  const order = dimensions.map((_, index) => index).sort((one, other) => rank(one) - rank(other));
  const { horizon, zone } = source;
  const space = { kind: source.kind.name, shape, dimensions, byKey, order, impossible: [], horizon, zone };
  return { ...space, impossible: customersOtherwise(space, ground) };
}

const telling: readonly Subject["kind"][] = ["time", "channel", "asker", "customer", "attribute", "field"];

interface AskedSubject {
  readonly subject: Subject;
  readonly atoms: Asked[];
}

function addAsked(asked: Map<string, AskedSubject>, each: Asked): void {
  const { subject } = each.atom;
  const key = subjectKey(subject);
  const known = asked.get(key);
  if (known) known.atoms.push(each);
  else asked.set(key, { subject, atoms: [each] });
}

function dimensionOf({ subject, atoms }: AskedSubject, source: SpaceSource, ground: Ground): Dimension | undefined {
  const comparisons = atoms.map(({ atom }) => atom);
  switch (subject.kind) {
    case "field": {
      const type = source.kind.fields.find(({ name }) => name === subject.name)?.type;
      return type && typedDimension(subject, type, comparisons, source, ground);
    }
    case "attribute": {
      const type = ground.attributes.get(subject.name)?.type;
      const known = type && typedDimension(subject, type, comparisons, source, ground);
      return known && { ...known, cells: [...known.cells, { kind: "absent" }] };
    }
    case "customer":
      return named(subject, [...namesIn(comparisons), undefined]);
    case "channel":
      return named(subject, [...ground.channels.keys(), undefined]);
    case "asker":
    case "time":
      return undefined;
    default:
      return subject satisfies never;
  }
}

function named(subject: Subject, names: readonly (string | undefined)[]): Dimension {
  return { subject, cells: names.map((name) => ({ kind: "name", name })), numbers: new Map(), atoms: [] };
}

function namesIn(atoms: readonly Atom[]): readonly string[] {
  return constantsIn(atoms).flatMap((each) => (each.kind === "name" ? [each.name] : []));
}

function typedDimension(
  subject: Subject,
  type: FieldType,
  atoms: readonly Atom[],
  source: SpaceSource,
  { calendarNamed }: Ground,
): Dimension {
  if (type.kind !== "date") return { subject, cells: cellsOfType(type, atoms), numbers: new Map(), atoms: [] };
  const distinct = new Map(atoms.map((atom) => [atomKey(atom), atom]));
  const dates = datesAround(source.horizon, atoms);
  const cells = dayCells([...distinct.values()], dates, source.horizon.first, calendarNamed);
  const timed = [...distinct.values()].map((atom): TimeAtom => ({ kind: "atom", atom, zone: source.zone }));
  return { subject, cells, numbers: numbered(distinct.keys()), atoms: timed };
}

/**
 * A year and more around every date that is named, so that each weekday, holiday and day of the year is among them; where
 * both days of the year and of the week are asked about, so many that each meets each, the 29th of February included.
 */
function datesAround({ first, last }: Days, atoms: readonly Atom[]): Days {
  const named = atoms.flatMap((atom) =>
    atom.kind === "on" && atom.days.kind === "dates" ? [atom.days.first, atom.days.last] : [],
  );
  const compared = constantsIn(atoms).flatMap((each) => (each.kind === "day" ? [each.day] : []));
  const days = [first, last, ...named, ...compared];
  const around = daysAround(atoms);
  return { first: Math.min(...days) - around, last: Math.max(...days) + around };
}

function daysAround(atoms: readonly Atom[]): number {
  const ofYear = atoms.some((atom) => atom.kind === "on" && atom.days.kind === "monthdays");
  const ofWeek = atoms.some((atom) => atom.kind === "during" || (atom.kind === "on" && atom.days.kind === "weekdays"));
  if (ofYear && ofWeek) return everyDayOfWeekAndYear;
  return atoms.some(({ kind }) => kind === "during" || kind === "on") ? yearAndMore : 1;
}

const yearAndMore = 400;
/** After 28 years the weekdays come round again; a century without a leap day in between, as 2100, may take 12 more. */
const everyDayOfWeekAndYear = 40 * 366;

/** Teams in the question, people of several of them, and nobody. */
function askerDimension({ parties, asked }: SpaceSource, { several: people }: Ground): Dimension {
  const inConditions = asked.flatMap(({ atom }) => (atom.subject.kind === "asker" ? namesIn([atom]) : []));
  const teams = [...new Set([...parties, ...inConditions])];
  const several = people.flatMap(({ name, teams: own }): readonly Cell[] => {
    return own.filter((team) => teams.includes(team)).length > 1 ? [{ kind: "asker", name, teams: own }] : [];
  });
  const cells: readonly Cell[] = [
    ...teams.map((team): Cell => ({ kind: "asker", name: team, teams: [team] })),
    ...several,
    { kind: "asker", name: undefined, teams: [] },
  ];
  return { subject: { kind: "asker" }, cells, numbers: new Map(), atoms: [] };
}

function timeDimension(asked: AskedSubject["atoms"], source: SpaceSource, { calendarNamed }: Ground): Dimension {
  const atoms = new Map<string, TimeAtom>();
  for (const { range, zone } of source.ranges) atoms.set(forceKey(range, zone), { kind: "force", range, zone });
  for (const { atom, zone } of asked) atoms.set(momentKey(atom, zone), { kind: "atom", atom, zone });
  const cells = momentCells([...atoms.values()], source.horizon, source.zone, calendarNamed);
  return { subject: { kind: "time" }, cells, numbers: numbered(atoms.keys()), atoms: [...atoms.values()] };
}

/** Equal for what is in force for the same time. */
export function forceKey({ first, last }: DayRange, zone: Zone): string {
  return `in force ${first} ${last} ${zone.id}`;
}

/** Equal for comparisons of the same subject that ask the same in the same zone. */
export function momentKey(atom: Atom, zone: Zone): string {
  return `${atomKey(atom)} ${zone.id}`;
}

function numbered(keys: Iterable<string>): ReadonlyMap<string, number> {
  return new Map([...keys].map((key, number) => [key, number]));
}

/** A named customer has the attributes that are declared, and no others. */
function customersOtherwise(space: Space, { customers }: Ground): readonly Box[] {
  const dimension = space.byKey.get("customer");
  const cells = dimension === undefined ? [] : (space.dimensions[dimension]?.cells ?? []);
  return cells.flatMap((cell, number) => {
    if (dimension === undefined || cell.kind !== "name" || cell.name === undefined) return [];
    const whose = boxWhere(space.shape, dimension, (each) => each === number);
    const attributes = customers.get(cell.name)?.attributes;
    return space.dimensions.flatMap(({ subject, cells: values }, index) => {
      if (subject.kind !== "attribute") return [];
      const value = attributes?.get(subject.name)?.value;
      const isOther = (each: number) => !isCellOf(values[each], value, values);
      return shared(space.shape, whose, boxWhere(space.shape, index, isOther)) ?? [];
    });
  });
}

/** The requests at times when something is in force. */
export function boxInForce(space: Space, range: DayRange, zone: Zone): Box {
  const index = space.byKey.get("time") ?? 0;
  const { cells = [], numbers } = space.dimensions[index] ?? {};
  const number = numbers?.get(forceKey(range, zone)) ?? -1;
  return boxWhere(space.shape, index, (each) => {
    const cell = cells[each];
    return cell?.kind === "moments" && cell.holds.has(number);
  });
}

/** The requests of a customer; undefined where no condition tells it from others. */
export function boxOfCustomer(space: Space, name: string): Box | undefined {
  const index = space.byKey.get("customer");
  const { cells = [] } = index === undefined ? {} : (space.dimensions[index] ?? {});
  const own = cells.findIndex((cell) => cell.kind === "name" && cell.name === name);
  return index === undefined || own < 0 ? undefined : boxWhere(space.shape, index, (each) => each === own);
}

/** The requests of the askers that are picked. */
export function boxOfAskers(space: Space, picks: (asker: Cell & { readonly kind: "asker" }) => boolean): Box {
  const index = space.byKey.get("asker") ?? 0;
  const { cells = [] } = space.dimensions[index] ?? {};
  return boxWhere(space.shape, index, (each) => {
    const cell = cells[each];
    return cell?.kind === "asker" && picks(cell);
  });
}

/** The most ordinary request of a region: ten o'clock on a Tuesday, a customer that exists, round amounts. */
import { grainOf } from "../../model/constant.ts";
import type { Constant, Customer, Field, FieldType, Model, RequestKind } from "../../model/model.ts";
import type { Day, Instant } from "../../time/spec.ts";
import { localDay } from "../../time/zone.ts";
import { type Box, boxWhere, cellsIn, shared } from "./box.ts";
import { type Cell, cellsOfType, isCellOf } from "./cells.ts";
import { type Budget, cover } from "./cover.ts";
import { ordinaryInstant } from "./moments.ts";
import { belowRound, betweenRound, beyondRound } from "./round.ts";
import type { Dimension, Space } from "./space.ts";

/** A request that shows something; its names and values are as in the model. */
export interface Witness {
  readonly kind: string;
  readonly at: Instant;
  readonly fields: Readonly<Record<string, Constant>>;
  readonly channel: string | undefined;
  readonly asker: string | undefined;
  readonly customer: WitnessCustomer;
}

/** A customer of the model, none, or one that is not there yet, with the attributes that it would have. */
export type WitnessCustomer =
  | { readonly kind: "none" }
  | { readonly kind: "declared"; readonly name: string }
  | { readonly kind: "imagined"; readonly attributes: Readonly<Record<string, Constant>> };

/** The requests of a kind, and the boxes of those that do not occur. */
export interface KindRequests {
  readonly space: Space;
  readonly kind: RequestKind;
  readonly impossible: readonly Box[];
}

/** A request in one of some boxes that does occur; undefined where there is none, or it was not decided. */
export function witnessIn(
  { space, kind, impossible }: KindRequests,
  boxes: readonly Box[],
  customers: Model["customers"],
  budget: Budget,
): Witness | undefined {
  const occurs: Occurs = (part) => cover(space.shape, part, impossible, budget).kind === "counter-example";
  for (const box of boxes) {
    const point = pointIn(space, box, customers, occurs);
    if (point) return requestAt(space, kind, point, customers);
  }
  return undefined;
}

/** Whether some request of a box does occur; false where that was not decided. */
type Occurs = (part: Box) => boolean;

/** One cell of each dimension, the more ordinary first, so that the point does occur. */
function pointIn(space: Space, box: Box, customers: Model["customers"], occurs: Occurs): Box | undefined {
  let current = box;
  const hasAttributes = space.dimensions.some(({ subject }) => subject.kind === "attribute");
  // A customer that exists has several attributes at once.
  for (const customer of hasAttributes ? customers.values() : []) {
    const like = ofCustomer(space, current, customer);
    if (!like || !occurs(like)) continue;
    current = like;
    break;
  }
  for (let dimension = 0; dimension < space.dimensions.length; dimension += 1) {
    const part = ordinaryPart(space, current, dimension, occurs);
    if (!part) return undefined;
    current = part;
  }
  return current;
}

/** The part of a box that has one cell of a dimension, the most ordinary with which some request does occur. */
function ordinaryPart(space: Space, box: Box, dimension: number, occurs: Occurs): Box | undefined {
  const { shape, dimensions } = space;
  const each = dimensions[dimension];
  const cells = cellsIn(shape, box, dimension);
  for (const cell of each ? ordinaryFirst(space, each, cells) : []) {
    const part = cells.length === 1 ? box : withCell(space, box, dimension, cell);
    if (part !== undefined && occurs(part)) return part;
  }
  return undefined;
}

function withCell({ shape }: Space, box: Box, dimension: number, cell: number): Box | undefined {
  return shared(
    shape,
    box,
    boxWhere(shape, dimension, (other) => other === cell),
  );
}

/** The requests of a box that are a customer's; undefined where there are none. */
export function ofCustomer(space: Space, box: Box, customer: Customer): Box | undefined {
  let current: Box | undefined = box;
  for (const [dimension, { cells, subject }] of space.dimensions.entries()) {
    if (!current || (subject.kind !== "attribute" && subject.kind !== "customer")) continue;
    const isLike = (number: number) => isOfCustomer(cells, number, subject, customer);
    current = shared(space.shape, current, boxWhere(space.shape, dimension, isLike));
  }
  return current;
}

function isOfCustomer(
  cells: readonly Cell[],
  number: number,
  subject: Dimension["subject"],
  customer: Customer,
): boolean {
  const cell = cells[number];
  if (subject.kind === "attribute") return isCellOf(cell, customer.attributes.get(subject.name)?.value, cells);
  const isNamed = cells.some((each) => each.kind === "name" && each.name === customer.name);
  return cell?.kind === "name" && cell.name === (isNamed ? customer.name : undefined);
}

/** Cells in the order in which a person would take them as an example. */
function ordinaryFirst(space: Space, { cells }: Dimension, numbers: readonly number[]): readonly number[] {
  return [...numbers].sort((one, other) => strangeness(space, cells[one]) - strangeness(space, cells[other]));
}

function strangeness(space: Space, cell: Cell | undefined): number {
  switch (cell?.kind) {
    case "between":
      return cell.low !== undefined && cell.high !== undefined ? 0 : 1;
    case "value":
    case "days":
      return 2;
    case "name":
    case "asker":
      return cell.name === undefined ? 1 : 0;
    case "moments":
      return isTenOnTuesday(space, cell) ? 0 : 1;
    case "other":
    case "absent":
    case undefined:
      return 3;
    default:
      return cell satisfies never;
  }
}

function isTenOnTuesday({ zone }: Space, { intervals }: Cell & { readonly kind: "moments" }): boolean {
  const at = ordinaryInstant(intervals, zone);
  return at !== undefined && at !== intervals[0]?.open;
}

/** The request that stands for a point. */
function requestAt(space: Space, kind: RequestKind, point: Box, customers: Model["customers"]): Witness {
  const cellOf = (key: string): Cell | undefined => {
    const dimension = space.byKey.get(key);
    const [number] = dimension === undefined ? [] : cellsIn(space.shape, point, dimension);
    return dimension === undefined || number === undefined ? undefined : space.dimensions[dimension]?.cells[number];
  };
  const [time, asker, channel] = [cellOf("time"), cellOf("asker"), cellOf("channel")];
  const at = (time?.kind === "moments" ? ordinaryInstant(time.intervals, space.zone) : undefined) ?? 0;
  const day = localDay(space.zone, at);
  const fields = kind.fields.map((field) => [field.name, valueIn(cellOf(`field ${field.name}`), field, day)] as const);
  return {
    kind: kind.name,
    at,
    fields: Object.fromEntries(fields),
    channel: channel?.kind === "name" ? channel.name : undefined,
    asker: asker?.kind === "asker" ? asker.name : undefined,
    customer: customerAt(space, point, cellOf, customers),
  };
}

/** A value of a cell, round where that can be chosen. */
function roundValue(cell: Cell & { readonly value: Constant }, type: FieldType): Constant {
  if (cell.kind !== "between" || cell.value.kind !== "decimal") return cell.value;
  const [low, high] = [cell.low, cell.high].map((each) => (each?.kind === "decimal" ? each.value : undefined));
  const round =
    low && high
      ? betweenRound(low, high, grainOf(type))
      : low
        ? beyondRound(low)
        : high && belowRound(high, type.kind === "number");
  return round ? { kind: "decimal", value: round } : cell.value;
}

/** The value of a cell; of a field that no condition asks about, an ordinary one. */
function valueIn(cell: Cell | undefined, { type }: Field, day: Day): Constant {
  if (cell && "value" in cell) return roundValue(cell, type);
  const [first] = cellsOfType(type, []);
  return first && "value" in first ? first.value : { kind: "day", day };
}

function customerAt(
  space: Space,
  point: Box,
  cellOf: (key: string) => Cell | undefined,
  customers: Model["customers"],
): WitnessCustomer {
  const named = cellOf("customer");
  if (named?.kind === "name" && named.name !== undefined) return { kind: "declared", name: named.name };
  const dimensions = space.dimensions.flatMap(({ subject }, index) => (subject.kind === "attribute" ? [index] : []));
  const attributes = dimensions.flatMap((dimension): [string, Constant][] => {
    const { subject, cells } = space.dimensions[dimension] ?? {};
    const [number = 0] = cellsIn(space.shape, point, dimension);
    const cell = cells?.[number];
    return subject?.kind === "attribute" && cell && "value" in cell ? [[subject.name, cell.value]] : [];
  });
  if (attributes.length === 0) return { kind: "none" };
  for (const customer of customers.values())
    if (ofCustomer(space, point, customer)) return { kind: "declared", name: customer.name };
  return { kind: "imagined", attributes: Object.fromEntries(attributes) };
}

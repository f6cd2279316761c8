import { regionsOf } from "../engine/region.ts";
import { grainOf } from "../model/constant.ts";
import type { Constant, Field } from "../model/model.ts";
import { type Asked, isBetter, tried } from "./asked.ts";
import type { Altered, Change } from "./changes.ts";
import { disfavourOf } from "./gist.ts";
import { dayPoints, decimalPoints, noPoints, type Point, type Points, timePoints } from "./points.ts";

/** For each field of the request the smallest change of its value that gives another answer, and a larger one the other way if that is more welcome. */
export function changedFields(asked: Asked): readonly Change[] {
  const { request } = asked.decision;
  const fields = asked.model.kinds.get(request.kind)?.fields ?? [];
  return fields.flatMap((field) => {
    const value = Object.hasOwn(request.fields, field.name) ? request.fields[field.name] : undefined;
    return value ? changedField(asked, field, value) : [];
  });
}

function changedField(asked: Asked, field: Field, value: Constant): readonly Change[] {
  const constants = constantsOf(asked, field);
  switch (value.kind) {
    case "name":
      return bestOf(asked, field, field.type.kind === "enum" ? named(field.type.values, value.name) : []);
    case "text":
      return bestOf(asked, field, differentTexts(constants, value.text));
    case "decimal":
      return nearest(asked, field, decimalPoints(value.value, decimalsIn(constants), grainOf(field.type)));
    case "day":
      return nearest(asked, field, constants.length === 0 ? noPoints : dayPoints(value.day, daysIn(constants)));
    case "time":
      return nearest(asked, field, timePoints(value.minute, minutesIn(constants)));
    default:
      return value satisfies never;
  }
}

/** The values that the conditions on the request's kind compare the field with; for a date also those around them. */
function constantsOf({ engine, decision: { request } }: Asked, { name, type }: Field): readonly Constant[] {
  const kind = engine.kinds.get(request.kind);
  if (!kind) return [];
  const regions = regionsOf(kind, name, request, engine.resources.calendars);
  return regions.filter(({ isBoundary }) => isBoundary || type.kind === "date").map((region) => region.value);
}

function named(values: readonly string[], given: string): readonly Constant[] {
  return values.filter((name) => name !== given).map((name) => ({ kind: "name", name }));
}

function differentTexts(constants: readonly Constant[], given: string): readonly Constant[] {
  return constants.filter((each) => each.kind === "text" && each.text !== given);
}

function decimalsIn(constants: readonly Constant[]) {
  return constants.flatMap((each) => (each.kind === "decimal" ? [each.value] : []));
}

function daysIn(constants: readonly Constant[]) {
  return constants.flatMap((each) => (each.kind === "day" ? [each.day] : []));
}

function minutesIn(constants: readonly Constant[]) {
  return constants.flatMap((each) => (each.kind === "time" ? [each.minute] : []));
}

// values without neighbours -------------------------------------------------------------------------------------------

function bestOf(asked: Asked, field: Field, values: readonly Constant[]): readonly Change[] {
  const changes = values.flatMap((value) => changeTo(asked, field, { value, than: "is", limit: value }) ?? []);
  const [first] = changes.toSorted((one, other) => disfavourOf(one.decision) - disfavourOf(other.decision));
  return first ? [first] : [];
}

// values in order -----------------------------------------------------------------------------------------------------

/** The points on either side in the order of their distance; of the first on each side that answer otherwise, the nearer one. */
function nearest(asked: Asked, field: Field, { below, above }: Points): readonly Change[] {
  const found = [firstOf(asked, field, below), firstOf(asked, field, above)].flatMap((each) => each ?? []);
  found.sort(
    (one, other) =>
      byDistance(one.distance, other.distance) || disfavourOf(one.change.decision) - disfavourOf(other.change.decision),
  );
  const [first, ...others] = found.map(({ change }) => change);
  return first ? [first, ...others.filter((change) => isBetter(change, asked))] : [];
}

function firstOf(asked: Asked, field: Field, points: readonly Point[]) {
  for (const point of points) {
    const change = changeTo(asked, field, point);
    if (change) return { change, distance: point.distance };
  }
  return undefined;
}

function byDistance(one: bigint, other: bigint): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function changeTo(asked: Asked, { name }: Field, point: Pick<Point, "value" | "than" | "limit">): Change | undefined {
  const { value, than, limit } = point;
  const { fields } = asked.decision.request;
  const trial = tried(asked, { fields: { ...fields, [name]: value } });
  const altered: Altered = { kind: "field", field: name, value, than, limit };
  return trial && { altered, ...trial };
}

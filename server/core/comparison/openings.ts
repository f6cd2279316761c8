/** The lines of exceptions that open and close, as far as requests can meet with them. */
import type { Engine } from "../engine/compile.ts";
import { settingFor } from "../engine/setting.ts";
import type { Box } from "../prover/space/box.ts";
import { cellsIn } from "../prover/space/box.ts";
import type { Space } from "../prover/space/space.ts";
import { intervalsBetween } from "../time/calendar.ts";
import type { Instant, Interval } from "../time/spec.ts";
import { toInstant } from "../time/zone.ts";
import type { Change } from "./changes.ts";
import type { Compared } from "./clauses.ts";
import type { Said } from "./said.ts";

/** Whether exceptions, in force on other days perhaps, leave the same hours open for all requests of some boxes. */
export function areOpenTheSame({ before, after }: Change, compared: Compared, boxes: readonly Box[]): boolean {
  const from = firstInstant(compared.focus.space, boxes);
  const last = Math.max(...[before, after].flatMap(lastDays));
  const to = Math.min(last, compared.pair.horizon.last) + daysAfter;
  const [ours, theirs] = [
    openFrom(before, compared.before.engine, from, to),
    openFrom(after, compared.after.engine, from, to),
  ];
  return (
    ours !== undefined &&
    theirs !== undefined &&
    ours.length === theirs.length &&
    ours.every(({ open, close }, index) => open === theirs[index]?.open && close === theirs[index]?.close)
  );
}

/** A night begins on the last day and ends on the next; in another zone on the one after it. */
const daysAfter = 3;

function lastDays({ terms }: Said): readonly number[] {
  return (terms?.openings ?? []).map(({ effective }) => effective.last);
}

function openFrom(
  { terms }: Said,
  { resources }: Engine,
  from: Instant,
  lastDay: number,
): readonly Interval[] | undefined {
  if (!terms) return undefined;
  const { calendar } = settingFor(terms, terms.doer.team, resources);
  return intervalsBetween(calendar, from, Math.max(from, toInstant(calendar.zone, lastDay, 0)));
}

function firstInstant({ shape, byKey, dimensions }: Space, boxes: readonly Box[]): Instant {
  const time = byKey.get("time") ?? 0;
  const cells = dimensions[time]?.cells ?? [];
  const starts = boxes.flatMap((box) =>
    cellsIn(shape, box, time).flatMap((number) => {
      const cell = cells[number];
      return cell?.kind === "moments" ? cell.intervals.slice(0, 1).map(({ open }) => open) : [];
    }),
  );
  return Math.min(...starts);
}

import type { Model, Rung, Stated, Via, Who } from "../model/model.ts";
import { calendarSpecOf } from "../model/zones.ts";
import type { Holidays, Target } from "../time/spec.ts";
import { type Calendars, calendarsOf } from "./calendars.ts";
import { type Doer, doerOf, unknownDoer } from "./doer.ts";
import type { Door, RungPlan } from "./plan.ts";
import { listKey, sharing, targetKey, whoKey } from "./sharing.ts";
import { type Staff, staffOf } from "./staff.ts";

/** What clauses are made from; what is equal is given out as one object, however often it is asked for. */
export interface Resources {
  readonly calendars: Calendars;
  readonly staff: Staff;
  readonly target: (target: Target) => Target;
  /** Nobody for a line that is missing or could not be read. */
  readonly doer: (who: Who | undefined) => Doer;
  readonly doors: (via: readonly Stated<Via>[]) => readonly Door[];
  readonly rungs: (escalate: readonly Stated<Rung>[]) => readonly RungPlan[];
}

/** The resources of a model. */
export function resourcesOf(model: Model, holidays: Holidays): Resources {
  const calendars = calendarsOf((name) => calendarSpecOf(model, name), holidays);
  const staff = staffOf(model, calendars.named);
  const [targets, doers] = [sharing<Target>(), sharing<Doer>()];
  const [doors, rungs] = [sharing<readonly Door[]>(), sharing<readonly RungPlan[]>()];
  const doer = (who: Who | undefined) => (who ? doers(whoKey(who), () => doerOf(who, staff)) : unknownDoer);
  const target = (value: Target) => targets(targetKey(value), () => value);
  return {
    calendars,
    staff,
    target,
    doer,
    doors: (via) => doors(listKey(via.map(viaKey)), () => doorsOf(via, calendars)),
    rungs: (escalate) =>
      rungs(listKey(escalate.map(rungKey)), () =>
        escalate.map(({ value: { after, to } }) => ({ rung: { after: target(after), to }, doer: doer(to) })),
      ),
  };
}

/** The channels in the order of the lines, each with the hours of its line. */
function doorsOf(lines: readonly Stated<Via>[], calendars: Calendars): readonly Door[] {
  return lines.flatMap(({ value: { channels, during } }) => {
    const hours = during === undefined ? undefined : (calendars.named(during) ?? calendars.closed("UTC"));
    return channels.map((channel) => ({ channel, during: hours }));
  });
}

function viaKey({ value: { channels, during } }: Stated<Via>): string {
  return listKey([during === undefined ? "" : "during " + during, ...channels]);
}

function rungKey({ value: { after, to } }: Stated<Rung>): string {
  return listKey([targetKey(after), whoKey(to)]);
}

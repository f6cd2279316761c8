/* The calendars of a model, each worked out once. */
import type { CalendarDeclaration } from "../../server/core/syntax/tree.ts";
import { type Hours, type HoursOf, hoursOf } from "./calendar.ts";
import type { World } from "./world.ts";

/** Finds the hours of declared calendars. */
export function declaredHours(world: World, calendars: ReadonlyMap<string, CalendarDeclaration>): HoursOf {
  const known = new Map<string, Hours>();
  const named = (name: string): Hours | undefined => {
    const calendar = calendars.get(name);
    if (!calendar) return undefined;
    const hours = known.get(name) ?? hoursOf(world, calendar, named);
    known.set(name, hours);
    return hours;
  };
  return named;
}

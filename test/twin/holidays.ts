import type { Holidays } from "../../server/core/time/spec.ts";
import { textOfDay } from "./dates.ts";
import type { World } from "./world.ts";

/** The holidays of a world, as the product asks for them. */
export function productHolidays(world: World): Holidays {
  return (region, year) => {
    const days = world.holidays.get(region);
    return days && [...days].filter((day) => textOfDay(day).startsWith(String(year))).sort((a, b) => a - b);
  };
}

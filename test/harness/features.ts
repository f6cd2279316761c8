import { parseDate } from "../../server/core/time/date.ts";
import type { Holidays } from "../../server/core/time/spec.ts";
import { Snapshot } from "../../server/core/workspace/snapshot.ts";
import { cursorOf, type Fixture, fixture } from "./fixture.ts";

/** Monday 2026-08-24, the day on which tests look at their agreements. */
export const testDay = parseDate("2026-08-24") ?? 0;

/** 2026-08-24 10:00 in Tokyo, which is 01:00 UTC. */
export const testNow = Date.UTC(2026, 7, 24, 1, 0);

/** One holiday, 2026-08-26, in every region: enough to see that it counts. */
export const oneHoliday: Holidays = (_, year) => (year === 2026 ? [testDay + 2] : []);

/** The snapshot of a fixture's files on the test day. */
export function snapshotOf({ files }: Fixture): Snapshot {
  return Snapshot.of(files, { today: testDay, holidays: oneHoliday });
}

/** A marked text read, with its snapshot and its cursor. */
export function opened(marked: string): { given: Fixture; snapshot: Snapshot; path: string; offset: number } {
  const given = fixture(marked);
  return { given, snapshot: snapshotOf(given), ...cursorOf(given) };
}

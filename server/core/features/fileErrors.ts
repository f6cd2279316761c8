import type { Snapshot } from "../workspace/snapshot.ts";
import { filePlaceOf } from "./spot.ts";

/** How many errors each file of some models has, by its path; what stands in a line with one decides nothing. */
export function errorsByFile(snapshots: readonly Snapshot[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (file: string, count: number) => counts.set(file, (counts.get(file) ?? 0) + count);
  for (const snapshot of snapshots) {
    const { path: settings, problems } = snapshot.settings;
    if (settings !== undefined && problems.length > 0) add(settings, problems.length);
    for (const { severity, place } of snapshot.findings.all) {
      const file = severity === "error" ? filePlaceOf(snapshot, place)?.path : undefined;
      if (file !== undefined) add(file, 1);
    }
  }
  return counts;
}

import type { ScenarioFile } from "../core/scenarios/scenarios.ts";
import type { Workspace } from "../core/workspace/workspace.ts";

/** The scenario files of a workspace; the number grows whenever one of them was edited, added or removed. */
export interface ScenarioRevision {
  readonly number: number;
  readonly files: ReadonlyMap<string, ScenarioFile>;
}

/** Before anything was read. */
export const noScenarios: ScenarioRevision = { number: 0, files: new Map() };

/** The revision of a workspace after another; a file that was not edited stays the same object. */
export function scenarioRevision({ models }: Workspace, before: ScenarioRevision): ScenarioRevision {
  const files = new Map<string, ScenarioFile>();
  for (const snapshot of models.values())
    for (const path of snapshot.otherPaths()) {
      const file = snapshot.scenarios(path);
      if (file) files.set(path, file);
    }
  const isSame =
    files.size === before.files.size && [...files].every(([path, file]) => before.files.get(path) === file);
  return isSame ? before : { number: before.number + 1, files };
}

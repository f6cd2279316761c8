/** Two revisions of the same agreements, model by model. */
import { Snapshot } from "./snapshot.ts";
import type { Workspace } from "./workspace.ts";

/** The files of one model in both. */
export interface SnapshotPair {
  readonly before: Snapshot;
  readonly after: Snapshot;
}

/** Models of the same folder belong together, and where each side has one, these; those without agreements are left out. */
export function pairedModels(before: Workspace, after: Workspace): readonly SnapshotPair[] {
  const [old, now] = [modelsOf(before), modelsOf(after)];
  const nothing = Snapshot.of(new Map(), after.surroundings);
  const [[first] = [], [second] = []] = [[...old.values()], [...now.values()]];
  if (old.size === 1 && now.size === 1 && first && second) return [{ before: first, after: second }];
  const roots = [...new Set([...now.keys(), ...old.keys()])].sort();
  return roots.map((root) => ({ before: old.get(root) ?? nothing, after: now.get(root) ?? nothing }));
}

function modelsOf({ models }: Workspace): ReadonlyMap<string, Snapshot> {
  return new Map([...models].filter(([, model]) => model.agreementPaths().length > 0));
}

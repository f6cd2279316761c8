/** What is typed now against what was committed: what decisions change, a piece at a time. */
import { comparingRevisions, ordinarySteps } from "../../comparison/compare.ts";
import type { Revision } from "../../comparison/revision.ts";
import { changedPaths } from "../../workspace/committed.ts";
import { pairedModels, type SnapshotPair } from "../../workspace/pairs.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { errorsByFile } from "../fileErrors.ts";
import type { ComparedModels } from "./limits.ts";

/** What was found, model by model; those in which no text differs are left out. */
export interface ComparedTyping extends ComparedModels {
  /** The paths of files whose texts differ, in order. */
  readonly changed: readonly string[];
}

/** Compares a workspace as it was with what it is; `unreadable` are the paths of files that it lacks because nobody could read them. */
export function* comparingTyping(
  before: Workspace,
  after: Workspace,
  unreadable: readonly string[],
): Generator<void, ComparedTyping> {
  const pairs = pairedModels(before, after).filter((pair) => pair.before !== pair.after);
  const compared: ComparedTyping["compared"][number][] = [];
  const unread = [...unreadable];
  for (const pair of pairs) {
    // What was there before is linked here, and checked after the comparison.
    pair.before.model.items.at(0);
    yield;
    compared.push({ ...pair, ...(yield* comparingRevisions(pair.before, asTyped(pair.after), ordinarySteps)) });
    yield;
    unread.push(...erroneousIn(pair));
    yield;
  }
  return { compared, changed: changedPaths(before, after), unread, readAs: "last readable" };
}

/** While a declaration is half typed it counts as it could be read last, else its clauses would come and go at each key. */
function asTyped({ completionModel, holidays, today }: Snapshot): Revision {
  return { model: completionModel, holidays, today };
}

/** Files with errors, as git names them where only the commit has them; what cannot be read in both alike makes no difference. */
function erroneousIn({ before, after }: SnapshotPair): readonly string[] {
  const [old, now] = [errorsByFile([before]), errorsByFile([after])];
  const differs = (path: string) => before.text(path) !== after.text(path) || old.get(path) !== now.get(path);
  return [
    ...[...now.keys()].filter(differs),
    ...[...old.keys()].filter((path) => differs(path) && !now.has(path)).map((path) => `HEAD:${path}`),
  ];
}

import type { AttendedEntry } from "../../core/questions/agenda.ts";
import type { Snapshot } from "../../core/workspace/snapshot.ts";

/** An entry of the agenda of one set of agreements; `root` is the beginning of their paths. */
export interface Listed {
  readonly snapshot: Snapshot;
  readonly root: string;
  readonly entry: AttendedEntry;
}

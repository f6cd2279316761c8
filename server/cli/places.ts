import { filePlaceOf } from "../core/features/spot.ts";
import type { Place } from "../core/model/model.ts";
import { type Lines, linesOf, positionAt } from "../core/text/lines.ts";
import type { Snapshot } from "../core/workspace/snapshot.ts";

/** A place as people and programs are shown it: line and column from 1, columns in UTF-16 units. */
export interface ShownPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Where something of a model is written now. */
export function shownPlace(snapshot: Snapshot, place: Place | undefined): ShownPlace | undefined {
  const found = place && filePlaceOf(snapshot, place);
  const lines = found && (snapshot.lines(found.path) ?? linesOf(snapshot.text(found.path) ?? ""));
  return found && lines && placeIn(found.path, lines, found.start);
}

/** The place of an offset in a file's text. */
export function placeIn(file: string, lines: Lines, offset: number): ShownPlace {
  const { line, character } = positionAt(lines, offset);
  return { file, line: line + 1, column: character + 1 };
}

/** A place as terminals make it a link: `support.sla:12:3`. */
export function placeText({ file, line, column }: ShownPlace): string {
  return `${file}:${line}:${column}`;
}

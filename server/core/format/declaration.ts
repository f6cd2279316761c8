/** Declarations: each kind with its body, or in one line. */
import type { Declaration } from "../syntax/tree.ts";
import { blockRows } from "./body.ts";
import { groupsOf } from "./condition.ts";
import { requestRows } from "./fields.ts";
import { lineRow } from "./line.ts";
import { type Piece, piecesIn } from "./piece.ts";
import { type AnyProperty, propertyEntry } from "./property.ts";
import type { Row } from "./row.ts";

/** The rows of a declaration, from its first word to its end. */
export function declarationRows(pieces: readonly Piece[], declaration: Declaration): readonly Row[] {
  const entries = (properties: readonly AnyProperty[]) => properties.map((one) => propertyEntry(pieces, one, 1));
  switch (declaration.kind) {
    case "calendar":
    case "team":
    case "agreement":
    case "customer":
    case "handover":
      return blockRows(pieces, declaration, [], entries(declaration.properties), 0);
    case "exception":
      return blockRows(pieces, declaration, groupsOf(declaration.when), entries(declaration.properties), 0);
    case "request":
      return requestRows(pieces, declaration);
    case "impossible":
    case "prove":
      return [lineRow(piecesIn(pieces, declaration), groupsOf(declaration.when), 0, 0)];
    case "channel":
    case "attribute":
      return [lineRow(piecesIn(pieces, declaration), [], 0, 0)];
  }
}

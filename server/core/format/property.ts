/** Properties and clauses: which of them stand in columns, which have bodies. */

import { headOf } from "../syntax/path.ts";
import type {
  AgreementProperty,
  CommitProperty,
  CustomerProperty,
  ExceptionProperty,
  HandleProperty,
  HandoverDeclaration,
  OpenLine,
  RestLine,
  Span,
  TeamProperty,
} from "../syntax/tree.ts";
import { blockRows, type Entry } from "./body.ts";
import { groupsOf } from "./condition.ts";
import { lineRow } from "./line.ts";
import { type Piece, piecesIn } from "./piece.ts";
import { tableRows } from "./table.ts";

/** Whatever may stand in a body, the fields of a request apart. */
export type AnyProperty =
  | AgreementProperty
  | CommitProperty
  | CustomerProperty
  | ExceptionProperty
  | HandleProperty
  | HandoverDeclaration["properties"][number]
  | OpenLine
  | RestLine
  | TeamProperty;

/** A property as an entry of its body. What has a body, a name of its own or columns of its own is in no run of columns. */
export function propertyEntry(pieces: readonly Piece[], property: AnyProperty, depth: number): Entry {
  const { start, end } = property;
  switch (property.kind) {
    case "handle":
    case "handle case":
    case "guarantee": {
      const entries = property.properties.map((one) => propertyEntry(pieces, one, depth + 1));
      return blockEntry(pieces, property, entries, depth);
    }
    case "commit":
    case "commit case": {
      const entries = property.properties.map((one) => sentenceEntry(pieces, one, depth + 1));
      return blockEntry(pieces, property, entries, depth);
    }
    case "table":
      return { start, end, head: undefined, rows: () => tableRows(pieces, property, depth) };
    case "owe":
    case "unknown line":
      return { ...lineEntry(pieces, property, [], depth), head: undefined };
    case "verdict":
    case "step":
      return lineEntry(pieces, property, groupsOf(property.when), depth);
    case "open line":
    case "rest":
    case "title":
    case "lead":
    case "members":
    case "hours":
    case "reach":
    case "duty":
    case "deputy":
    case "away":
    case "effective":
    case "review":
    case "by":
    case "via":
    case "cutoff":
    case "target":
    case "escalate":
    case "say":
    case "decline":
    case "surcharge":
    case "owner":
    case "approved":
    case "reason":
    case "renews":
    case "backup":
    case "attribute value":
    case "records":
    case "due":
    case "covers":
      return lineEntry(pieces, property, [], depth);
  }
}

type ClauseWithBody = Extract<AnyProperty, { readonly properties: unknown }>;

function blockEntry(pieces: readonly Piece[], clause: ClauseWithBody, entries: readonly Entry[], depth: number): Entry {
  const rows = () => blockRows(pieces, clause, groupsOf(clause.when), entries, depth);
  return { start: clause.start, end: clause.end, head: undefined, rows };
}

/** The lines of a `commit` are read as sentences, so they stand in no columns. */
function sentenceEntry(pieces: readonly Piece[], property: CommitProperty, depth: number): Entry {
  return { ...propertyEntry(pieces, property, depth), head: undefined };
}

function lineEntry(pieces: readonly Piece[], property: AnyProperty, groups: readonly Span[], depth: number): Entry {
  const { start, end } = property;
  const row = (column: number) => lineRow(piecesIn(pieces, property), groups, column, depth);
  return { start, end, head: piecesIn(pieces, headOf(property))[0]?.text, rows: (column) => [row(column)] };
}

/** A kind of request with its fields: in one line with commas, or one field a line without. */
import type { FieldDeclaration, RequestDeclaration } from "../syntax/tree.ts";
import type { Anchor } from "../text/edit.ts";
import { blockRows, type Entry } from "./body.ts";
import { flatText, isAfterBlank, lineRow } from "./line.ts";
import { isComment, type Piece, piecesIn } from "./piece.ts";
import { lineWidth, type Row } from "./row.ts";
import { displayWidth } from "./width.ts";

/** One line, unless the first field begins a line of its own, a comment stands between them, or it would be too long. */
export function requestRows(pieces: readonly Piece[], request: RequestDeclaration): readonly Row[] {
  const text = oneLine(pieces, request);
  const own = piecesIn(pieces, request);
  if (text !== undefined && displayWidth(text) <= lineWidth) {
    return [{ kind: "line", depth: 0, text, comment: "", blankBefore: isAfterBlank(own[0]) }];
  }
  return blockRows(
    pieces,
    request,
    [],
    request.fields.map((field) => fieldEntry(pieces, field)),
    0,
  );
}

function oneLine(pieces: readonly Piece[], request: RequestDeclaration): string | undefined {
  const { bodyStart, fields } = request;
  const own = piecesIn(pieces, request);
  const [first] = fields;
  if (bodyStart === undefined || !first || own.some(isComment)) return undefined;
  if (piecesIn(pieces, first)[0]?.breaks !== 0) return undefined;
  const opening = flatText(piecesIn(pieces, { start: request.start, end: first.start }));
  return `${opening} ${fields.map((field) => flatText(piecesIn(pieces, field))).join(", ")} }`;
}

/** The types stand in a column, so a field's head is its name and the colon. */
function fieldEntry(pieces: readonly Piece[], field: FieldDeclaration): Entry {
  const { start, end } = field;
  const [name, colon, ...type] = piecesIn(pieces, field);
  if (name === undefined || colon?.type !== ":") {
    return { start, end, head: undefined, rows: () => [lineRow(piecesIn(pieces, field), [], 0, 1)] };
  }
  const head = { ...name, end: colon.end, text: name.text + ":" };
  return { start, end, head: head.text, rows: (column) => [lineRow([head, ...type], [], column, 1)] };
}

/** The places of a request's commas, present or not: what stands in one line needs them, what stands in several does not. */
export function commaAnchors(pieces: readonly Piece[], request: RequestDeclaration): readonly Anchor[] {
  return request.fields.flatMap((field, index) => {
    const next = request.fields[index + 1];
    const until = next?.start ?? request.end;
    const between = piecesIn(pieces, { start: field.end, end: until });
    const comma = between.find(({ type }) => type === ",");
    const newText = ",";
    if (comma) return [{ start: comma.start, end: comma.end, newText, optional: true }];
    return next ? [{ start: field.end, end: field.end, newText, optional: true }] : [];
  });
}

import {
  type DocumentSymbol,
  type FoldingRange,
  type SelectionRange,
  SemanticTokensBuilder,
} from "vscode-languageserver";
import { type OutlineEntry, outlineOf } from "../core/features/documentSymbols.ts";
import { type Fold, foldsOf } from "../core/features/folding.ts";
import { hoverAt } from "../core/features/hover/hover.ts";
import { selectionsAt } from "../core/features/selectionRanges.ts";
import { type ColouredName, colouredNames, nameKinds } from "../core/features/semanticTokens.ts";
import { yamlHoverAt } from "../core/features/yaml/hover.ts";
import { type Lines, lineAt, offsetAt, positionAt } from "../core/text/lines.ts";
import { type AskedFile, type AskedPlace, atKind, inFile } from "./at.ts";
import { foldingKind, rangeOf, symbolKinds } from "./convert.ts";
import type { Session } from "./session.ts";

/** Answers the requests for what an editor shows: hover, outline, colours, folding, selection. */
export function answerLooks(session: Session): void {
  const { connection } = session;
  connection.onHover(atKind(session, { agreements: hovering(hoverAt), yaml: hovering(yamlHoverAt) }));
  connection.onDocumentSymbol(
    inFile(session, ({ snapshot, path, lines }) =>
      outlineOf(snapshot, path).map((entry) => documentSymbolOf(lines, entry)),
    ),
  );
  connection.onFoldingRanges(
    inFile(session, ({ snapshot, path, lines }) =>
      foldsOf(snapshot, path).flatMap((fold) => foldingRangeOf(lines, fold)),
    ),
  );
  connection.onSelectionRanges(
    inFile(session, (file, { positions }) =>
      positions.map((position) => selectionOf(file, offsetAt(file.lines, position))),
    ),
  );
  answerColours(session);
}

function hovering(hoverOf: typeof hoverAt) {
  return ({ session, snapshot, path, offset, lines }: AskedPlace) => {
    const hover = hoverOf(snapshot, path, offset, { now: session.host.now(), locale: session.locale });
    return hover && { contents: { kind: "markdown" as const, value: hover.markdown }, range: rangeOf(lines, hover) };
  };
}

function answerColours(session: Session): void {
  const { semanticTokens } = session.connection.languages;
  const builders = new Map<string, SemanticTokensBuilder>();
  const builderFor = (uri: string) => {
    const builder = builders.get(uri) ?? new SemanticTokensBuilder();
    builders.set(uri, builder);
    return builder;
  };
  const none = () => ({ data: [] });
  const full = inFile(session, (file) => {
    const builder = builderFor(file.uri);
    builder.previousResult("");
    return colour(builder, file, 0, file.lines.text.length).build();
  });
  const delta = inFile(
    session,
    (file, { previousResultId }: { previousResultId: string } & Parameters<typeof full>[0]) => {
      const builder = builderFor(file.uri);
      builder.previousResult(previousResultId);
      return colour(builder, file, 0, file.lines.text.length).buildEdits();
    },
  );
  semanticTokens.on(async (params, token) => (await full(params, token)) ?? none());
  semanticTokens.onDelta(async (params, token) => (await delta(params, token)) ?? none());
  const range = inFile(session, (file, params: { range: SelectionRange["range"] } & Parameters<typeof full>[0]) => {
    const { start, end } = params.range;
    return colour(new SemanticTokensBuilder(), file, offsetAt(file.lines, start), offsetAt(file.lines, end)).build();
  });
  semanticTokens.onRange(async (params, token) => (await range(params, token)) ?? none());
  session.connection.onDidCloseTextDocument(({ textDocument }) => void builders.delete(textDocument.uri));
}

function colour(builder: SemanticTokensBuilder, { snapshot, path, lines }: AskedFile, from: number, to: number) {
  for (const name of colouredNames(snapshot, path, from, to)) pushName(builder, lines, name);
  return builder;
}

function pushName(
  builder: SemanticTokensBuilder,
  lines: Lines,
  { start, end, kind, isDeclaration }: ColouredName,
): void {
  const { line, character } = positionAt(lines, start);
  builder.push(line, character, end - start, nameKinds.indexOf(kind), isDeclaration ? 1 : 0);
}

function documentSymbolOf(lines: Lines, entry: OutlineEntry): DocumentSymbol {
  return {
    name: entry.name,
    detail: entry.detail,
    kind: symbolKinds[entry.kind],
    range: rangeOf(lines, entry),
    selectionRange: rangeOf(lines, { start: entry.nameStart, end: entry.nameEnd }),
    children: entry.children.map((child) => documentSymbolOf(lines, child)),
  };
}

/** The line of a body's `}` stays visible. */
function foldingRangeOf(lines: Lines, fold: Fold): FoldingRange[] {
  const startLine = lineAt(lines, fold.start);
  const lastLine = lineAt(lines, fold.end);
  const endLine = fold.kind === "body" && lines.text[fold.end - 1] === "}" ? lastLine - 1 : lastLine;
  const kind = foldingKind(fold);
  return endLine > startLine ? [{ startLine, endLine, ...(kind ? { kind } : {}) }] : [];
}

function selectionOf({ snapshot, path, lines }: AskedFile, offset: number): SelectionRange {
  const [narrowest, ...wider] = selectionsAt(snapshot, path, offset).map((span) => rangeOf(lines, span));
  const parent = wider.reduceRight<SelectionRange | undefined>(
    (outer, range) => (outer ? { range, parent: outer } : { range }),
    undefined,
  );
  const range = narrowest ?? rangeOf(lines, { start: offset, end: offset });
  return parent ? { range, parent } : { range };
}

import { type Location, LSPErrorCodes, type Range, ResponseError, type WorkspaceEdit } from "vscode-languageserver";
import { definitionAt } from "../core/features/definition.ts";
import { highlightsAt, referencesAt } from "../core/features/references.ts";
import { renamableAt, renameAt } from "../core/features/rename.ts";
import type { FilePlace } from "../core/features/spot.ts";
import { symbolsFor } from "../core/features/workspaceSymbols.ts";
import type { Edit } from "../core/text/edit.ts";
import type { Localized } from "../core/text/localized.ts";
import type { Snapshot } from "../core/workspace/snapshot.ts";
import { type AskedFile, at, guarded } from "./at.ts";
import { highlightKind, locationOf, rangeOf, symbolKinds, textEditOf } from "./convert.ts";
import type { Session } from "./session.ts";

/** Answers the requests about names: where they are declared and used, and what renaming them changes. */
export function answerNames(session: Session): void {
  const { connection } = session;
  connection.onDefinition(
    at(session, (place) =>
      definitionAt(place.snapshot, place.path, place.offset).flatMap((found) => locationIn(place, found)),
    ),
  );
  connection.onReferences(
    at(session, (place, { context }) =>
      referencesAt(place.snapshot, place.path, place.offset)
        .filter(({ role }) => context.includeDeclaration || role === "use")
        .flatMap((found) => locationIn(place, found)),
    ),
  );
  connection.onDocumentHighlight(
    at(session, ({ snapshot, path, offset, lines }) =>
      highlightsAt(snapshot, path, offset).map((found) => ({
        range: rangeOf(lines, found),
        kind: highlightKind(found),
      })),
    ),
  );
  answerRename(session);
  connection.onWorkspaceSymbol(
    guarded(session, ({ query }) =>
      [...session.workspace.models.values()].flatMap((model) => symbolsIn(session, model, query)),
    ),
  );
}

function answerRename(session: Session): void {
  const prepare = at(
    session,
    ({ snapshot, path, offset, lines }): { range: Range; placeholder: string } | Localized => {
      const found = renamableAt(snapshot, path, offset);
      return "refusal" in found ? found.refusal : { range: rangeOf(lines, found), placeholder: found.name };
    },
  );
  const rename = at(
    session,
    (place, { newName }: { newName: string } & Parameters<typeof prepare>[0]): WorkspaceEdit | Localized => {
      const renamed = renameAt(place.snapshot, place.path, place.offset, newName);
      return "refusal" in renamed ? renamed.refusal : workspaceEditOf(place, renamed.edits);
    },
  );
  session.connection.onPrepareRename(async (params, token) => unlessRefused(session, await prepare(params, token)));
  session.connection.onRenameRequest(async (params, token) => unlessRefused(session, await rename(params, token)));
}

/** Edits of several files as the protocol has them. */
export function workspaceEditOf(
  { snapshot, session }: AskedFile,
  edits: ReadonlyMap<string, readonly Edit[]>,
): WorkspaceEdit {
  const changes = [...edits].flatMap(([path, list]) => {
    const lines = snapshot.lines(path);
    return lines ? [[session.addresses.uriOf(path), list.map((edit) => textEditOf(lines, edit))] as const] : [];
  });
  return { changes: Object.fromEntries(changes) };
}

/** A refusal is shown by the client as the error's message. */
function unlessRefused<T extends object>(session: Session, answer: T | Localized | null): T | null {
  if (answer !== null && isLocalized(answer))
    throw new ResponseError(LSPErrorCodes.RequestFailed, answer[session.locale]);
  return answer;
}

function isLocalized(answer: object): answer is Localized {
  return "en" in answer && "ja" in answer;
}

function locationIn({ snapshot, session }: AskedFile, found: FilePlace): Location[] {
  const lines = snapshot.lines(found.path);
  return lines ? [locationOf(session.addresses.uriOf(found.path), lines, found)] : [];
}

function symbolsIn({ addresses }: Session, snapshot: Snapshot, query: string) {
  return symbolsFor(snapshot, query).flatMap((found) => {
    const lines = snapshot.lines(found.path);
    if (!lines) return [];
    const location = locationOf(addresses.uriOf(found.path), lines, { start: found.nameStart, end: found.nameEnd });
    const container = found.container === undefined ? {} : { containerName: found.container };
    return [{ name: found.name, kind: symbolKinds[found.kind], location, ...container }];
  });
}

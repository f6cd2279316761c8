import type { CancellationToken, Position, TextDocumentIdentifier } from "vscode-languageserver";
import { type Lines, linesOf, offsetAt } from "../core/text/lines.ts";
import { fileKind } from "../core/workspace/paths.ts";
import type { Snapshot } from "../core/workspace/snapshot.ts";
import { modelOf } from "../core/workspace/workspace.ts";
import type { Session } from "./session.ts";

/** The file that a request is about, in the snapshot as it is when the request is answered. */
export interface AskedFile {
  readonly session: Session;
  readonly snapshot: Snapshot;
  readonly path: string;
  readonly uri: string;
  readonly lines: Lines;
}

/** The file and the offset that a request at a position is about. */
export interface AskedPlace extends AskedFile {
  readonly offset: number;
}

/** What answers requests of one kind. */
type Answering<P, R> = (params: P, token: CancellationToken) => Promise<R | null>;

interface InDocument {
  readonly textDocument: TextDocumentIdentifier;
}

interface AtPosition extends InDocument {
  readonly position: Position;
}

/** Answers a request about an `.sla` file; null for any other file, or when the answer fails, which is logged. */
export function inFile<P extends InDocument, R>(
  session: Session,
  answer: (file: AskedFile, params: P) => R | undefined,
): Answering<P, R> {
  return guarded(session, (params: P) => {
    const file = askedFile(session, params.textDocument.uri);
    return file && answer(file, params);
  });
}

/** Answers a request about a position of an `.sla` file; null where `inFile` gives it. */
export function at<P extends AtPosition, R>(
  session: Session,
  answer: (place: AskedPlace, params: P) => R | undefined,
): Answering<P, R> {
  return inFile(session, (file, params: P) =>
    answer({ ...file, offset: offsetAt(file.lines, params.position) }, params),
  );
}

/** Answers a request about a position by the kind of its file: an `.sla` file, or one of scenarios or settings; null where `inFile` gives it. */
export function atKind<P extends AtPosition, R>(
  session: Session,
  answers: Readonly<Record<"agreements" | "yaml", (place: AskedPlace, params: P) => R | undefined>>,
): Answering<P, R> {
  const inAgreements = at(session, answers.agreements);
  const inYaml = guarded(session, (params: P) => {
    const file = askedYaml(session, params.textDocument.uri);
    return file && answers.yaml({ ...file, offset: offsetAt(file.lines, params.position) }, params);
  });
  return (params, token) => {
    const isAgreements = fileKind(session.addresses.pathOf(params.textDocument.uri)) === "agreements";
    return isAgreements ? inAgreements(params, token) : inYaml(params, token);
  };
}

/** Answers once the workspace has been read; null when the answer fails, which is logged: nothing a person types stops the server. */
export function guarded<P, R>(
  session: Session,
  answer: (params: P, token: CancellationToken) => R | undefined | Promise<R | undefined>,
): Answering<P, R> {
  return async (params, token) => {
    await session.loaded;
    try {
      return (await answer(params, token)) ?? null;
    } catch (problem) {
      logProblem(session, problem);
      return null;
    }
  };
}

/** Writes what went wrong to the client's output. */
export function logProblem({ connection }: Session, problem: unknown): void {
  connection.console.error(problem instanceof Error ? (problem.stack ?? problem.message) : String(problem));
}

function askedYaml(session: Session, uri: string): AskedFile | undefined {
  const path = session.addresses.pathOf(uri);
  const snapshot = modelOf(session.workspace, path);
  const text = fileKind(path) === undefined ? undefined : snapshot?.text(path);
  return snapshot && text !== undefined ? { session, snapshot, path, uri, lines: linesOf(text) } : undefined;
}

function askedFile(session: Session, uri: string): AskedFile | undefined {
  const path = session.addresses.pathOf(uri);
  const snapshot = modelOf(session.workspace, path);
  const lines = snapshot?.lines(path);
  return snapshot && lines && { session, snapshot, path, uri, lines };
}

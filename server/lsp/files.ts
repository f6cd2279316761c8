import { fileKind } from "../core/workspace/paths.ts";
import { withoutText, withText, workspaceOf } from "../core/workspace/workspace.ts";
import { logProblem } from "./at.ts";
import { FILES_REQUEST, READ_REQUEST, type ReadResult } from "./protocol.ts";
import type { FileTrouble, Session } from "./session.ts";

/** UTF-16 units; a longer file is left out of its model, since no person reads it and every keystroke would take seconds. */
const longestFile = 20_000_000;

/** Reads the whole workspace; the texts of open documents, by URI, count instead of what is on the disk. */
export async function loadWorkspace(session: Session, openTexts: () => ReadonlyMap<string, string>): Promise<void> {
  const [uris, holidays] = await Promise.all([listFiles(session), session.host.loadHolidays()]);
  const texts = new Map<string, string>();
  const troubles = new Map<string, FileTrouble>();
  await eachOf(uris, 16, async (uri) => {
    const read = await readFile(session, uri);
    const path = session.addresses.pathOf(uri);
    if ("text" in read) texts.set(path, read.text);
    else troubles.set(path, read);
  });
  for (const [uri, text] of openTexts()) {
    const path = session.addresses.pathOf(uri);
    const kept = sized(text);
    texts.delete(path);
    troubles.delete(path);
    if ("text" in kept) texts.set(path, text);
    else troubles.set(path, kept);
  }
  const surroundings = { ...session.workspace.surroundings, holidays };
  session.workspace = workspaceOf(texts, session.addresses.folders, surroundings);
  session.troubles = troubles;
}

/** Takes over a document's text. */
export function changeText(session: Session, uri: string, text: string): void {
  take(session, uri, sized(text));
}

/** Reads a file anew; one that cannot be found any more is taken out. */
export async function rereadFile(session: Session, uri: string, isOpen: () => boolean): Promise<void> {
  const read = await readFile(session, uri);
  if (!isOpen()) take(session, uri, read);
}

/** Takes a file out. */
export function removeFile(session: Session, uri: string): void {
  const path = session.addresses.pathOf(uri);
  session.workspace = withoutText(session.workspace, path);
  session.troubles = new Map([...session.troubles].filter(([each]) => each !== path));
}

function take(session: Session, uri: string, read: { readonly text: string } | FileTrouble): void {
  const path = session.addresses.pathOf(uri);
  if (fileKind(path) === undefined && !session.workspace.texts.has(path)) return;
  removeTrouble(session, path);
  if ("text" in read) {
    session.workspace = withText(session.workspace, path, read.text);
    return;
  }
  session.workspace = withoutText(session.workspace, path);
  session.troubles = new Map(session.troubles).set(path, read);
}

function removeTrouble(session: Session, path: string): void {
  if (!session.troubles.has(path)) return;
  session.troubles = new Map([...session.troubles].filter(([each]) => each !== path));
}

async function listFiles(session: Session): Promise<readonly string[]> {
  try {
    return await session.connection.sendRequest<string[]>(FILES_REQUEST);
  } catch (problem) {
    logProblem(session, problem);
    return [];
  }
}

async function readFile(session: Session, uri: string): Promise<{ readonly text: string } | FileTrouble> {
  try {
    const read = await session.connection.sendRequest<ReadResult>(READ_REQUEST, uri);
    return "text" in read ? sized(read.text) : { trouble: read.error, detail: read.detail };
  } catch (problem) {
    return { trouble: "unreadable", detail: problem instanceof Error ? problem.message : String(problem) };
  }
}

function sized(text: string): { readonly text: string } | FileTrouble {
  return text.length <= longestFile ? { text } : { trouble: "too-large", detail: String(text.length) };
}

async function eachOf<T>(list: readonly T[], atOnce: number, work: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...list];
  const worker = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

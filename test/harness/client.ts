import { PassThrough } from "node:stream";
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node";
import type { Diagnostic } from "vscode-languageserver";
import {
  createConnection,
  ProposedFeatures,
  StreamMessageReader as Reader,
  StreamMessageWriter as Writer,
} from "vscode-languageserver/node";
import { applyEdits } from "../../server/core/text/edit.ts";
import { linesOf, positionAt } from "../../server/core/text/lines.ts";
import {
  FILES_REQUEST,
  READ_REQUEST,
  type ReadResult,
  STATUS_NOTIFICATION,
  type Status,
} from "../../server/lsp/protocol.ts";
import { serve } from "../../server/lsp/server.ts";
import { ordinaryPace, type Pace } from "../../server/lsp/session.ts";
import { oneHoliday, testNow } from "./features.ts";

/** The folder of the workspace that a test client has open. */
export const root = "file:///agreements/";

/** A diagnostic with its message as text. */
export type Told = Diagnostic & { readonly message: string };

/** What a client has heard from its server. */
interface Heard {
  readonly statuses: Status[];
  readonly logged: string[];
  /** By URI. */
  readonly diagnostics: Map<string, readonly Told[]>;
  /** Called once when more diagnostics or a status have come. */
  readonly waiting: (() => void)[];
  /** What has been told of progress: begin, report, end. */
  readonly progress: string[];
  /** How often lenses were to be asked for again. */
  refreshes: number;
}

/** An editor without a window: it speaks to a server over streams in memory. Paths are below `root`. */
export interface TestClient {
  readonly connection: MessageConnection;
  readonly heard: Heard;
  /** What the file system holds, by URI; a test may change it. */
  readonly disk: Map<string, string | ReadResult>;
  /** The texts of open documents by URI. */
  readonly documents: Map<string, string>;
}

/** How a client differs from one that has no commands of its own, and lets the server finish. */
interface Differing {
  readonly commands?: readonly string[];
  readonly pace?: Pace;
  /** As the server's host is told it. */
  readonly whenRead?: () => void;
  /** Stops the first progress that it is shown. */
  readonly isImpatient?: boolean;
}

interface Progress {
  readonly token: string;
  readonly value: { readonly kind: string };
}

/** Starts a server and a client that has a folder open with these files. */
export async function startClient(
  files: Readonly<Record<string, string | ReadResult>>,
  locale = "en",
  { commands = [], pace = ordinaryPace, whenRead = () => {}, isImpatient = false }: Differing = {},
): Promise<TestClient> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const server = createConnection(ProposedFeatures.all, new Reader(toServer), new Writer(toClient));
  serve(server, { now: () => testNow, loadHolidays: async () => oneHoliday, whenRead, pace });
  const connection = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  const disk = new Map(Object.entries(files).map(([path, text]) => [root + path, text]));
  const heard = listen(connection, disk);
  connection.onNotification("$/progress", ({ token, value }: Progress) => {
    heard.progress.push(value.kind);
    if (isImpatient && heard.progress.length === 1)
      void connection.sendNotification("window/workDoneProgress/cancel", { token });
  });
  connection.listen();
  await connection.sendRequest("initialize", {
    processId: null,
    rootUri: null,
    capabilities: {
      workspace: {
        workspaceFolders: true,
        configuration: true,
        codeLens: { refreshSupport: true },
        workspaceEdit: { documentChanges: true, resourceOperations: ["create"] },
      },
      window: { workDoneProgress: true },
    },
    initializationOptions: { commands },
    workspaceFolders: [{ uri: root.slice(0, -1), name: "work" }],
    locale,
  });
  void connection.sendNotification("initialized", {});
  return { connection, heard, disk, documents: new Map() };
}

/** Resolves as soon as the diagnostics of a file are as wanted, after the first analysis; fails after ten seconds. */
export async function diagnosed(
  { heard }: TestClient,
  path: string,
  isWanted: (messages: readonly string[]) => boolean,
): Promise<readonly Told[]> {
  const limit = Date.now() + 10_000;
  while (Date.now() < limit) {
    const found = heard.diagnostics.get(root + path) ?? [];
    if (heard.statuses.some(({ busy }) => !busy) && isWanted(found.map(({ message }) => message))) return found;
    await more(heard);
  }
  const found = JSON.stringify(heard.diagnostics.get(root + path), undefined, 1);
  throw new Error(`${path} still has: ${found}\n${heard.logged.join("\n")}`);
}

/** Resolves once the server is at rest, after more than so many statuses: nothing is left to be worked out. */
export async function settled({ heard }: TestClient, statuses = 0): Promise<void> {
  const limit = Date.now() + 10_000;
  while (heard.statuses.length <= statuses || heard.statuses.at(-1)?.busy !== false) {
    if (Date.now() > limit) throw new Error("the server is still busy");
    await more(heard);
  }
}

/** Opens a document. */
export function open({ connection, documents }: TestClient, path: string, text: string): void {
  documents.set(root + path, text);
  const textDocument = { uri: root + path, languageId: "sla", version: 1, text };
  void connection.sendNotification("textDocument/didOpen", { textDocument });
}

/** Closes a document without saving it. */
export function close({ connection, documents }: TestClient, path: string): void {
  documents.delete(root + path);
  void connection.sendNotification("textDocument/didClose", { textDocument: { uri: root + path } });
}

/** Replaces the first occurrence of a text in an open document, as one edit. */
export function type(client: TestClient, path: string, before: string, after: string): void {
  const text = textOf(client, path);
  const start = indexIn(text, before);
  const end = start + before.length;
  const lines = linesOf(text);
  client.documents.set(root + path, applyEdits(text, [{ start, end, newText: after }]));
  void client.connection.sendNotification("textDocument/didChange", {
    textDocument: { uri: root + path, version: 2 },
    contentChanges: [{ range: { start: positionAt(lines, start), end: positionAt(lines, end) }, text: after }],
  });
}

/** The text of an open document as the client has it. */
export function textOf({ documents }: TestClient, path: string): string {
  const text = documents.get(root + path);
  if (text === undefined) throw new Error(`${path} is not open`);
  return text;
}

/** Asks about the place directly before the first occurrence of a text, or about the document. */
export function ask<R>(client: TestClient, method: string, path: string, before = "", params: object = {}): Promise<R> {
  const text = textOf(client, path);
  const position = positionAt(linesOf(text), indexIn(text, before));
  return client.connection.sendRequest<R>(method, { textDocument: { uri: root + path }, position, ...params });
}

function listen(connection: MessageConnection, disk: ReadonlyMap<string, string | ReadResult>): Heard {
  const heard: Heard = { statuses: [], logged: [], diagnostics: new Map(), waiting: [], progress: [], refreshes: 0 };
  const tell = () => {
    for (const look of heard.waiting.splice(0)) look();
  };
  connection.onRequest(FILES_REQUEST, () => [...disk.keys()]);
  connection.onRequest<ReadResult, void>(READ_REQUEST, (uri: string) => {
    const found: string | ReadResult = disk.get(uri) ?? { error: "unreadable", detail: "no such file" };
    return typeof found === "string" ? { text: found } : found;
  });
  connection.onNotification(STATUS_NOTIFICATION, (status: Status) => {
    heard.statuses.push(status);
    tell();
  });
  connection.onNotification("window/logMessage", ({ message }: { message: string }) => void heard.logged.push(message));
  connection.onNotification("textDocument/publishDiagnostics", (sent: { uri: string; diagnostics: Told[] }) => {
    heard.diagnostics.set(sent.uri, sent.diagnostics);
    tell();
  });
  connection.onRequest("client/registerCapability", () => null);
  connection.onRequest("window/workDoneProgress/create", () => null);
  connection.onRequest("workspace/codeLens/refresh", () => {
    heard.refreshes += 1;
    tell();
    return null;
  });
  return heard;
}

function more({ waiting }: Heard): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 500);
    waiting.push(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function indexIn(text: string, part: string): number {
  const index = text.indexOf(part);
  if (index < 0) throw new Error(`there is no ${part}`);
  return index;
}

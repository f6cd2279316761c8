import {
  type Connection,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type InitializeParams,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { withSurroundings } from "../core/workspace/workspace.ts";
import { addressesIn } from "./addresses.ts";
import { guarded, logProblem } from "./at.ts";
import { abilitiesOf, capabilitiesOf } from "./capabilities.ts";
import { answerDifferences } from "./differences.ts";
import { answerEdits } from "./edits.ts";
import { changeText, loadWorkspace, removeFile, rereadFile } from "./files.ts";
import { answerLooks } from "./looks.ts";
import { answerNames } from "./names.ts";
import { answerProofs } from "./proofs.ts";
import {
  SIMULATE_REQUEST,
  SIMULATOR_MODEL_REQUEST,
  type SimulateParams,
  type SimulateResult,
  type SimulatorModelParams,
} from "./protocol.ts";
import { type Publisher, publisher } from "./publish.ts";
import { answerScenarios } from "./scenarios.ts";
import { dayAt, type Host, newSession, type Session } from "./session.ts";
import { localeOf, localeSetting } from "./settings.ts";
import { simulate } from "./simulate.ts";
import { simulatorModel } from "./simulatorModel.ts";

/** Serves one client over a connection. */
export function serve(connection: Connection, host: Host): void {
  const session = newSession(connection, host);
  const documents = new TextDocuments(TextDocument);
  const publishing = publisher(session);
  startUp(session, documents, publishing);
  followDocuments(session, documents, publishing);
  followFiles(session, documents, publishing);
  answerNames(session);
  answerLooks(session);
  answerEdits(session);
  answerProofs(session, publishing);
  answerScenarios(session);
  answerDifferences(session);
  connection.onRequest(
    SIMULATOR_MODEL_REQUEST,
    guarded(session, (params: SimulatorModelParams | null) => simulatorModel(session, params?.uri)),
  );
  connection.onRequest<SimulateResult | null, void>(
    SIMULATE_REQUEST,
    guarded(session, (params: SimulateParams) => simulate(session, params)),
  );
  documents.listen(connection);
  connection.listen();
}

type Documents = TextDocuments<TextDocument>;

function startUp(session: Session, documents: Documents, publishing: Publisher): void {
  const { connection } = session;
  let asked: InitializeParams | undefined;
  const reload = () => {
    session.loaded = loadWorkspace(session, () => openTexts(documents)).catch((problem: unknown) =>
      logProblem(session, problem),
    );
    publishing.soon();
  };
  connection.onInitialize((params) => {
    asked = params;
    session.locale = localeOf(undefined, params.locale);
    session.addresses = addressesIn(params.workspaceFolders ?? []);
    session.client = abilitiesOf(params);
    return { capabilities: capabilitiesOf(), serverInfo: { name: "torikime" } };
  });
  connection.onInitialized(() => {
    if (asked?.capabilities.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(() => {
        void followFolders(session).then(reload);
      });
    }
    reload();
  });
  connection.onDidChangeConfiguration(async ({ settings }) => {
    const pulled =
      settings === null && asked?.capabilities.workspace?.configuration ? await pullSettings(session) : settings;
    session.locale = localeOf(localeSetting(pulled), asked?.locale);
    publishing.forget();
    publishing.soon();
  });
}

async function followFolders(session: Session): Promise<void> {
  session.addresses = addressesIn((await session.connection.workspace.getWorkspaceFolders()) ?? []);
}

async function pullSettings({ connection }: Session): Promise<unknown> {
  return { torikime: await connection.workspace.getConfiguration("torikime") };
}

function openTexts(documents: Documents): ReadonlyMap<string, string> {
  return new Map(documents.all().map((document) => [document.uri, document.getText()]));
}

function followDocuments(session: Session, documents: Documents, publishing: Publisher): void {
  documents.onDidChangeContent(({ document }) => {
    const { workspace, troubles } = session;
    changeText(session, document.uri, document.getText());
    keepToday(session);
    if (session.workspace !== workspace || session.troubles !== troubles) publishing.soon();
  });
  documents.onDidClose(({ document: { uri } }) => {
    const isOpen = () => documents.get(uri) !== undefined;
    void afterLoading(session, () => rereadFile(session, uri, isOpen)).then(publishing.soon);
  });
}

function followFiles(session: Session, documents: Documents, publishing: Publisher): void {
  session.connection.onNotification(DidChangeWatchedFilesNotification.type, async ({ changes }) => {
    for (const { uri, type } of changes) {
      const isOpen = () => documents.get(uri) !== undefined;
      if (isOpen()) continue;
      await afterLoading(session, async () => {
        if (type === FileChangeType.Deleted) removeFile(session, uri);
        else await rereadFile(session, uri, isOpen);
      });
    }
    publishing.soon();
  });
}

/** A change that comes while the workspace is being read would be overwritten by what was read before it. */
async function afterLoading(session: Session, work: () => Promise<void>): Promise<void> {
  try {
    await session.loaded;
    await work();
  } catch (problem) {
    logProblem(session, problem);
  }
}

/** A server that runs overnight notices that it is another day. */
function keepToday(session: Session): void {
  const today = dayAt(session.host.now());
  const { surroundings } = session.workspace;
  if (surroundings.today !== today) session.workspace = withSurroundings(session.workspace, { ...surroundings, today });
}

import * as vscode from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import {
  type InitializationOptions,
  PROVE_COMMAND,
  SHOW_PROOF_COMMAND,
  SIMULATE_COMMAND,
  STATUS_NOTIFICATION,
  type Status,
} from "../server/lsp/protocol.ts";
import { registerDifferences } from "./difference/panel.ts";
import { describe, MODEL_FILES, serveFiles } from "./files.ts";
import { say } from "./messages.ts";
import { registerProofs } from "./proof/panel.ts";
import { registerScenarios } from "./scenarios/tests.ts";
import { registerSimulator } from "./simulator/panel.ts";
import { type FileFilter, showStatus } from "./status.ts";

/** What both hosts share: starts the client that `createClient` makes for this host, and everything a person sees of it. */
export async function activateTorikime(
  context: vscode.ExtensionContext,
  createClient: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<void> {
  const selector = documentSelector();
  const watchers = MODEL_FILES.map((glob) => vscode.workspace.createFileSystemWatcher(glob));
  const client = createClient({
    documentSelector: [...selector],
    initializationOptions: {
      commands: [SIMULATE_COMMAND, SHOW_PROOF_COMMAND, PROVE_COMMAND],
    } satisfies InitializationOptions,
    synchronize: { fileEvents: watchers, configurationSection: "torikime" },
  });
  const statuses = new vscode.EventEmitter<Status>();
  context.subscriptions.push(
    ...watchers,
    statuses,
    client.onNotification(STATUS_NOTIFICATION, (status: Status) => statuses.fire(status)), // a client keeps one handler for each method
    serveFiles(client),
    showStatus(client, selector, statuses.event),
    registerSimulator(context, client, statuses.event),
    registerProofs(context, client, statuses.event),
    registerDifferences(context, client, statuses.event, watchers),
    registerScenarios(client, statuses.event),
    vscode.commands.registerCommand("torikime.restartServer", () => attempt(client, () => restart(client))),
    { dispose: () => void client.dispose() },
  );
  await attempt(client, () => client.start());
}

/** Files where they are edited; not the old versions of them that a diff view shows, whose names would all be duplicates. */
function documentSelector(): readonly FileFilter[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const schemes = new Set(["file", "untitled", ...folders.map((folder) => folder.uri.scheme)]);
  return [...schemes].flatMap((scheme) => [
    { scheme, language: "sla" },
    { scheme, pattern: "**/torikime.yaml" },
    { scheme, pattern: "**/*.scenarios.yaml" },
  ]);
}

async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.isRunning()) await client.stop();
  await client.start();
}

async function attempt(client: BaseLanguageClient, start: () => Promise<void>): Promise<void> {
  try {
    await start();
  } catch (problem) {
    void reportFailure(client, problem);
  }
}

async function reportFailure(client: BaseLanguageClient, problem: unknown): Promise<void> {
  const [restart, output] = [say("restart", {}), say("showOutput", {})];
  const text = say("startFailed", { detail: describe(problem) });
  const chosen = await vscode.window.showErrorMessage(text, restart, output);
  if (chosen === restart) await vscode.commands.executeCommand("torikime.restartServer");
  if (chosen === output) client.outputChannel.show();
}

import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  DIFFERENCES_REQUEST,
  type DifferencesAnswer,
  type DifferencesParams,
  SHOW_DIFFERENCES_COMMAND,
} from "../../server/lsp/differenceProtocol.ts";
import { SIMULATE_COMMAND, type SimulateArguments, type Status } from "../../server/lsp/protocol.ts";
import { describe } from "../files.ts";
import { say } from "../messages.ts";
import { adopt, besideText, type PanelHolder, reveal } from "../webview/panels.ts";
import { type Committed, type CommittedReader, committedReader } from "./committed.ts";
import type { FromDifferencePage, ToDifferencePage } from "./messages.ts";

const VIEW_TYPE = "torikime.differences";

/** The one panel, while there is one, what it is compared with, and what is being worked out for it. */
interface Shown extends PanelHolder {
  readonly client: BaseLanguageClient;
  readonly reader: CommittedReader;
  running: vscode.CancellationTokenSource | undefined;
}

/** Registers the panel that shows what changes in decisions since the last commit, beside the editor; it follows what is typed. */
export function registerDifferences(
  { extensionUri }: vscode.ExtensionContext,
  client: BaseLanguageClient,
  onStatus: vscode.Event<Status>,
  watchers: readonly vscode.FileSystemWatcher[],
): vscode.Disposable {
  const reader = committedReader(watchers);
  const shown: Shown = { extensionUri, client, reader, panel: undefined, running: undefined };
  return vscode.Disposable.from(
    reader,
    vscode.commands.registerCommand(SHOW_DIFFERENCES_COMMAND, () => open(shown)),
    vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
      deserializeWebviewPanel: async (panel) => take(shown, panel),
    }),
    onStatus(async ({ busy }) => {
      if (!busy) await compare(shown);
    }),
    reader.onDidChange(() => compare(shown)),
    { dispose: () => shown.panel?.dispose() },
  );
}

function open(shown: Shown): void {
  if (shown.panel) shown.panel.reveal();
  else take(shown, vscode.window.createWebviewPanel(VIEW_TYPE, say("differencesTitle", {}), besideText()));
}

function take(shown: Shown, panel: vscode.WebviewPanel): void {
  adopt(shown, panel, { name: "difference", title: say("differencesTitle", {}) }, (message: FromDifferencePage) =>
    receive(shown, message),
  );
  panel.onDidDispose(() => shown.running?.cancel());
}

async function receive(shown: Shown, message: FromDifferencePage): Promise<void> {
  switch (message.kind) {
    case "ready":
      return compare(shown);
    case "stop":
      shown.running?.cancel();
      return post(shown, { kind: "stopped" });
    case "reveal":
      return reveal(message.link);
    case "reveal committed": {
      const address = await shown.reader.addressOf(vscode.Uri.parse(message.link.uri, true));
      return reveal({ ...message.link, uri: address.toString() });
    }
    case "simulate": {
      const { request, place } = message;
      const given: SimulateArguments = { request, ...(place && { uri: place.uri }) };
      await vscode.commands.executeCommand(SIMULATE_COMMAND, given);
    }
  }
}

/** Compares for a page that is seen; whatever was being worked out for it before is overtaken. */
async function compare(shown: Shown): Promise<void> {
  if (!shown.panel?.visible) return;
  shown.running?.cancel();
  const running = new vscode.CancellationTokenSource();
  shown.running = running;
  await post(shown, { kind: "comparing" });
  const message = await compared(shown, running.token);
  if (message && !running.token.isCancellationRequested) await post(shown, message);
  if (shown.running === running) shown.running = undefined;
  running.dispose();
}

/** Undefined where it was not finished: then more was typed, of which a status will tell. */
async function compared(
  { client, reader }: Shown,
  token: vscode.CancellationToken,
): Promise<ToDifferencePage | undefined> {
  try {
    const committed = await reader.read();
    if (committed.kind === "unavailable") return committed;
    const answer = await ask(client, committed, token);
    return answer.kind === "compared" ? { kind: "shown", page: answer.page } : undefined;
  } catch (problem) {
    return { kind: "unavailable", text: say("notCompared", { detail: describe(problem) }) };
  }
}

/** The texts are sent where the server does not know them yet, or was started again. */
async function ask(
  client: BaseLanguageClient,
  { key, texts }: Extract<Committed, { kind: "texts" }>,
  token: vscode.CancellationToken,
): Promise<DifferencesAnswer> {
  const asked = async (params: DifferencesParams) => {
    const answer = await client.sendRequest<DifferencesAnswer | null>(DIFFERENCES_REQUEST, params, token);
    if (!answer) throw new Error(say("serverFailed", {}));
    return answer;
  };
  const answer = await asked({ key });
  return answer.kind === "texts needed" && !token.isCancellationRequested ? asked({ key, committed: texts }) : answer;
}

async function post({ panel }: Shown, message: ToDifferencePage): Promise<void> {
  await panel?.webview.postMessage(message);
}

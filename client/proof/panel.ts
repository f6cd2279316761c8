import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  PROOF_REQUEST,
  PROVE_COMMAND,
  PROVE_NOTIFICATION,
  type ProofAnswer,
  type ProofParams,
  SHOW_PROOF_COMMAND,
  SIMULATE_COMMAND,
  type SimulateArguments,
  type Status,
} from "../../server/lsp/protocol.ts";
import { say } from "../messages.ts";
import { adopt, besideText, type PanelHolder, reveal } from "../webview/panels.ts";
import type { FromProofPage, ToProofPage } from "./messages.ts";

const VIEW_TYPE = "torikime.proof";

/** The one panel, while there is one, and what it is about. */
interface Shown extends PanelHolder {
  readonly client: BaseLanguageClient;
  params: ProofParams | undefined;
}

/** Registers the panel that shows what is proved of an agreement, beside the editor; it follows what is typed. */
export function registerProofs(
  { extensionUri }: vscode.ExtensionContext,
  client: BaseLanguageClient,
  onStatus: vscode.Event<Status>,
): vscode.Disposable {
  const shown: Shown = { extensionUri, client, panel: undefined, params: undefined };
  return vscode.Disposable.from(
    vscode.commands.registerCommand(SHOW_PROOF_COMMAND, (given: ProofParams) => open(shown, given)),
    vscode.commands.registerCommand(PROVE_COMMAND, () => client.sendNotification(PROVE_NOTIFICATION)),
    vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
      deserializeWebviewPanel: async (panel, params: ProofParams | undefined) => take(shown, panel, params),
    }),
    onStatus(async ({ busy }) => {
      if (!busy) await send(shown);
    }),
    { dispose: () => shown.panel?.dispose() },
  );
}

async function open(shown: Shown, params: ProofParams): Promise<void> {
  const { panel } = shown;
  if (!panel) {
    take(shown, vscode.window.createWebviewPanel(VIEW_TYPE, titleOf(params), besideText()), params);
    return;
  }
  shown.params = params;
  panel.title = titleOf(params);
  panel.reveal();
  await send(shown);
}

function take(shown: Shown, panel: vscode.WebviewPanel, params: ProofParams | undefined): void {
  shown.params = params;
  const page = { name: "proof", title: titleOf(params) };
  adopt(shown, panel, page, (message: FromProofPage) => receive(shown, message));
}

function titleOf(params: ProofParams | undefined): string {
  return params ? say("proofTitleOf", { name: params.name }) : say("proofTitle", {});
}

async function receive(shown: Shown, message: FromProofPage): Promise<void> {
  switch (message.kind) {
    case "ready":
      return send(shown);
    case "reveal":
      return reveal(message.link);
    case "simulate": {
      const given: SimulateArguments = { request: message.request, ...(shown.params && { uri: shown.params.uri }) };
      await vscode.commands.executeCommand(SIMULATE_COMMAND, given);
    }
  }
}

/** A page that is hidden does not hear it, and asks when it is shown again; one that is gone cannot be told. */
async function send(shown: Shown): Promise<void> {
  const { client, panel, params } = shown;
  if (!panel || !params || !client.isRunning()) return;
  const answer = await client.sendRequest<ProofAnswer | null>(PROOF_REQUEST, params);
  const message: ToProofPage = { params, answer: answer ?? undefined };
  if (shown.panel === panel) await panel.webview.postMessage(message);
}

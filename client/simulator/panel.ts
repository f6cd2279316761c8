import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { SIMULATE_COMMAND, type SimulateArguments, type Status } from "../../server/lsp/protocol.ts";
import { say } from "../messages.ts";
import { adopt, besideText, type PanelHolder, reveal } from "../webview/panels.ts";
import { fetchModel, simulate } from "./answers.ts";
import type { FromPage, RequestText, ToPage } from "./messages.ts";

const VIEW_TYPE = "torikime.simulator";

/** The one panel, while there is one. */
interface Simulator extends PanelHolder {
  readonly client: BaseLanguageClient;
  /** Whether the page listens: it does from its first word until it is hidden, when VS Code unloads it. */
  listening: boolean;
  /** The document whose agreements are asked: the one last worked on. */
  subject: string | undefined;
  /** A request that waits for the page to listen. */
  prefill: RequestText | undefined;
}

/** Registers the command that opens the simulator (one panel, beside the editor) and revives it when a window is reloaded. */
export function registerSimulator(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  onStatus: vscode.Event<Status>,
): vscode.Disposable {
  const { extensionUri } = context;
  const subject = subjectIn(vscode.window.activeTextEditor);
  const simulator: Simulator = {
    extensionUri,
    client,
    subject,
    panel: undefined,
    listening: false,
    prefill: undefined,
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand(SIMULATE_COMMAND, (given?: SimulateArguments) => open(simulator, given)),
    vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
      deserializeWebviewPanel: async (panel) => take(simulator, panel),
    }),
    onStatus(async (status) => {
      if (!status.busy) await sendModel(simulator);
    }),
    vscode.window.onDidChangeActiveTextEditor((editor) => follow(simulator, subjectIn(editor))),
    { dispose: () => simulator.panel?.dispose() },
  );
}

async function open(simulator: Simulator, given: SimulateArguments | undefined): Promise<void> {
  simulator.prefill = given?.request;
  const isOther = given?.uri !== undefined && given.uri !== simulator.subject;
  if (isOther) simulator.subject = given.uri;
  if (simulator.panel) simulator.panel.reveal();
  else take(simulator, vscode.window.createWebviewPanel(VIEW_TYPE, say("simulatorTitle", {}), besideText()));
  if (isOther) await sendModel(simulator);
  if (simulator.listening) sendPrefill(simulator);
}

function take(simulator: Simulator, panel: vscode.WebviewPanel): void {
  const page = { name: "simulator", title: say("simulatorTitle", {}) };
  adopt(simulator, panel, page, (message: FromPage) => receive(simulator, message));
  panel.onDidChangeViewState(() => {
    if (!panel.visible && simulator.panel === panel) simulator.listening = false;
  });
  panel.onDidDispose(() => {
    if (simulator.panel === undefined) simulator.listening = false;
  });
}

async function receive(simulator: Simulator, message: FromPage): Promise<void> {
  switch (message.kind) {
    case "ready":
      simulator.listening = true;
      await sendModel(simulator);
      sendPrefill(simulator);
      return;
    case "simulate":
      send(simulator, await simulate(simulator.client, simulator.subject, message));
      return;
    case "reveal":
      return reveal(message.link);
    case "copy":
      return vscode.env.clipboard.writeText(message.text);
  }
}

/** The document of an editor where it belongs to agreements. */
function subjectIn(editor: vscode.TextEditor | undefined): string | undefined {
  const document = editor?.document;
  const belongs =
    document && (document.languageId === "sla" || /(?:torikime|\.scenarios)\.yaml$/.test(document.uri.path));
  return belongs ? document.uri.toString() : undefined;
}

async function follow(simulator: Simulator, subject: string | undefined): Promise<void> {
  if (subject === undefined || subject === simulator.subject) return;
  simulator.subject = subject;
  await sendModel(simulator);
}

async function sendModel(simulator: Simulator): Promise<void> {
  if (simulator.listening) send(simulator, await fetchModel(simulator.client, simulator.subject));
}

function sendPrefill(simulator: Simulator): void {
  if (simulator.prefill) send(simulator, { kind: "prefill", request: simulator.prefill });
  simulator.prefill = undefined;
}

function send(simulator: Simulator, message: ToPage | undefined): void {
  if (message) void simulator.panel?.webview.postMessage(message);
}

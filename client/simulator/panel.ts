import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  type PlaceLink,
  SIMULATE_REQUEST,
  SIMULATOR_MODEL_REQUEST,
  type SimulateParams,
  type SimulateResult,
  type SimulatorModel,
  STATUS_NOTIFICATION,
  type Status,
} from "../../server/lsp/protocol.ts";
import { describe } from "../files.ts";
import { say } from "../messages.ts";
import { simulatorHtml } from "./html.ts";
import type { FromPage, RequestText, ToPage } from "./messages.ts";

const VIEW_TYPE = "torikime.simulator";

/** What the command `torikime.simulate` takes: a request to put into the form. */
export interface SimulateArguments {
  readonly request?: RequestText;
}

/** Registers the command that opens the simulator (one panel, beside the editor) and revives it when a window is reloaded. */
export function registerSimulator(context: vscode.ExtensionContext, client: BaseLanguageClient): vscode.Disposable {
  let panel: vscode.WebviewPanel | undefined;
  let prefill: RequestText | undefined;
  const send = (message: ToPage) => void panel?.webview.postMessage(message);

  const adopt = (fresh: vscode.WebviewPanel) => {
    panel = fresh;
    fresh.iconPath = iconPath(context.extensionUri);
    fresh.onDidDispose(() => {
      if (panel === fresh) panel = undefined;
    });
    fresh.webview.options = webviewOptions(context.extensionUri);
    fresh.webview.onDidReceiveMessage((message: FromPage) => receive(message));
    fresh.webview.html = simulatorHtml(fresh.webview, context.extensionUri);
  };
  const receive = async (message: FromPage): Promise<void> => {
    switch (message.kind) {
      case "ready":
        send(await fetchModel(client));
        if (prefill) send({ kind: "prefill", request: prefill });
        prefill = undefined;
        return;
      case "simulate":
        return send(await simulate(client, message.sequence, message.request));
      case "reveal":
        return reveal(message.link);
      case "copy":
        return vscode.env.clipboard.writeText(message.text);
    }
  };
  const open = (given?: SimulateArguments) => {
    if (panel) {
      panel.reveal(undefined, false);
      if (given?.request) send({ kind: "prefill", request: given.request });
      return;
    }
    prefill = given?.request;
    adopt(vscode.window.createWebviewPanel(VIEW_TYPE, say("simulatorTitle", {}), vscode.ViewColumn.Beside));
  };

  return vscode.Disposable.from(
    vscode.commands.registerCommand("torikime.simulate", open),
    vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, { deserializeWebviewPanel: async (old) => adopt(old) }),
    client.onNotification(STATUS_NOTIFICATION, async (status: Status) => {
      if (panel && !status.busy) send(await fetchModel(client));
    }),
    { dispose: () => panel?.dispose() },
  );
}

function webviewOptions(extensionUri: vscode.Uri): vscode.WebviewOptions {
  return { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(extensionUri, "dist")] };
}

function iconPath(extensionUri: vscode.Uri): { light: vscode.Uri; dark: vscode.Uri } {
  const icon = (name: string) => vscode.Uri.joinPath(extensionUri, "client", "icons", name);
  return { light: icon("sla-light.svg"), dark: icon("sla-dark.svg") };
}

async function fetchModel(client: BaseLanguageClient): Promise<ToPage> {
  try {
    return { kind: "model", model: await client.sendRequest<SimulatorModel>(SIMULATOR_MODEL_REQUEST) };
  } catch (problem) {
    return { kind: "unavailable", detail: describe(problem) };
  }
}

async function simulate(client: BaseLanguageClient, sequence: number, request: RequestText): Promise<ToPage> {
  const params: SimulateParams = { request };
  try {
    return { kind: "result", sequence, result: await client.sendRequest<SimulateResult>(SIMULATE_REQUEST, params) };
  } catch (problem) {
    return { kind: "unavailable", detail: describe(problem) };
  }
}

/** Shows the clause in the first column, where the person was reading, and leaves the panel where it is. */
async function reveal(link: PlaceLink): Promise<void> {
  const place = new vscode.Position(link.line, link.character);
  try {
    const editor = await vscode.window.showTextDocument(vscode.Uri.parse(link.uri, true), {
      viewColumn: vscode.ViewColumn.One,
      selection: new vscode.Range(place, place),
    });
    editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  } catch (problem) {
    void vscode.window.showWarningMessage(say("clauseNotOpened", { detail: describe(problem) }));
  }
}

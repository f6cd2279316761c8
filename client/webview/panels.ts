import * as vscode from "vscode";
import type { PlaceLink } from "../../server/lsp/protocol.ts";
import { describe } from "../files.ts";
import { say } from "../messages.ts";
import { pageHtml } from "./html.ts";

/**
 * The column beside the text that is worked on; where a page of ours is open, or one leads to another, that page's own, so that the
 * text keeps its room. Which tabs there are is known for sure, and which has the focus a moment late.
 */
export function besideText(): vscode.ViewColumn {
  const withPage = vscode.window.tabGroups.all.find(({ tabs }) => tabs.some(isPage));
  if (withPage) return withPage.viewColumn;
  return vscode.window.activeTextEditor ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
}

/** VS Code puts a prefix of its own before the type of a webview. */
function isPage({ input }: vscode.Tab): boolean {
  return input instanceof vscode.TabInputWebview && input.viewType.includes("torikime.");
}

/** What holds the one panel of a page, while there is one. */
export interface PanelHolder {
  readonly extensionUri: vscode.Uri;
  panel: vscode.WebviewPanel | undefined;
}

/** Makes a panel the one of its page: it gets an icon and the page `name`, which begins to run and to be heard. */
export function adopt<Message>(
  holder: PanelHolder,
  panel: vscode.WebviewPanel,
  { name, title }: { readonly name: string; readonly title: string },
  receive: (message: Message) => Promise<void>,
): void {
  // The panel of a window that was reloaded comes back when it is looked at, and another may have been opened before.
  holder.panel?.dispose();
  holder.panel = panel;
  panel.onDidDispose(() => {
    if (holder.panel === panel) holder.panel = undefined;
  });
  panel.webview.onDidReceiveMessage(receive);
  const icon = (file: string) => vscode.Uri.joinPath(holder.extensionUri, "client", "icons", file);
  panel.iconPath = { light: icon("sla-light.svg"), dark: icon("sla-dark.svg") };
  panel.webview.options = {
    enableScripts: true,
    localResourceRoots: [vscode.Uri.joinPath(holder.extensionUri, "dist")],
  };
  panel.webview.html = pageHtml(panel.webview, holder.extensionUri, name, title);
}

/** Shows the clause in the first column, where the person was reading, and leaves the panel where it is. */
export async function reveal(link: PlaceLink): Promise<void> {
  const place = new vscode.Position(link.line, link.character);
  const selection = new vscode.Range(place, place);
  try {
    const uri = vscode.Uri.parse(link.uri, true);
    const editor = await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.One, selection });
    editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  } catch (problem) {
    void vscode.window.showWarningMessage(say("clauseNotOpened", { detail: describe(problem) }));
  }
}

import * as vscode from "vscode";

/** Opens a file of the test workspace in an editor. */
export async function open(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(fileUri(name));
  await vscode.window.showTextDocument(document);
  return document;
}

/** The URI of a file of the test workspace. */
export function fileUri(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error("no folder is open");
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Waits until `look` finds something, and returns it; says what was waited for when 15 s have gone. */
export async function until<T>(what: string, look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const end = Date.now() + 15_000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`timed out waiting for ${what}`);
    await pause(50);
  }
}

/** Resolves after so many milliseconds. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** The position just before the first occurrence of `text` from `after` on. */
export function positionOf(document: vscode.TextDocument, text: string, after = ""): vscode.Position {
  const from = document.getText().indexOf(after);
  const at = document.getText().indexOf(text, from);
  if (from < 0 || at < 0) throw new Error(`'${text}' is not in ${document.uri.path}`);
  return document.positionAt(at);
}

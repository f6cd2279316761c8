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

/** The last part of a URI's path. */
export function fileName(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf("/") + 1);
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

/** Where `word` is first written in the document, after the first `context` that precedes it. */
export function rangeOf(document: vscode.TextDocument, word: string, context = ""): vscode.Range {
  const text = document.getText();
  const from = text.indexOf(context);
  const at = text.indexOf(word, from + context.length);
  if (from < 0 || at < 0) throw new Error(`'${word}' is not in ${document.uri.path}`);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + word.length));
}

/** Replaces a range in the editor, without saving. */
export async function replace(document: vscode.TextDocument, range: vscode.Range, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, text);
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error("the edit was refused");
}

/** Brings an editor back to what is on the disk. */
export async function revert(document: vscode.TextDocument): Promise<void> {
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand("workbench.action.files.revert");
}

/** The findings of a file once there are some. */
export function findings(uri: vscode.Uri): Promise<readonly vscode.Diagnostic[]> {
  return until(`findings in ${fileName(uri)}`, () => {
    const found = vscode.languages.getDiagnostics(uri);
    return found.length > 0 ? found : undefined;
  });
}

/** Waits until a file has no finding whose message matches. */
export function untilGone(uri: vscode.Uri, message: RegExp): Promise<true> {
  return until(`no finding ${message} in ${fileName(uri)}`, () => {
    const left = vscode.languages.getDiagnostics(uri).some((finding) => message.test(finding.message));
    return left ? undefined : true;
  });
}

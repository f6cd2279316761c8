import * as vscode from "vscode";
import { currentLocale, say } from "../messages.ts";

/** The simulator's page: one style sheet and one script of the extension, and nothing else that could be loaded or run. */
export function simulatorHtml(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const nonce = randomNonce();
  const asset = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, "dist", name)).toString();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!doctype html>
<html lang="${currentLocale()}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${say("simulatorTitle", {})}</title>
<link rel="stylesheet" href="${asset("simulator.css")}">
</head>
<body>
<script nonce="${nonce}" src="${asset("simulator.js")}"></script>
</body>
</html>`;
}

function randomNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

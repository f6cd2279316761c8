import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  PROOF_REQUEST,
  PROVE_COMMAND,
  PROVE_NOTIFICATION,
  type ProofParams,
  type ProofText,
  type ProofTextLink,
  SHOW_PROOF_COMMAND,
  SIMULATE_COMMAND,
  type Status,
} from "../server/lsp/protocol.ts";
import { say } from "./messages.ts";

const SCHEME = "torikime-proof";

/** Opens a page with what is proved of an agreement beside the editor; an open page follows what is typed. */
export function registerProofPages(client: BaseLanguageClient, onStatus: vscode.Event<Status>): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const ask = (uri: vscode.Uri) => client.sendRequest<ProofText | null>(PROOF_REQUEST, paramsIn(uri));
  return vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: async (uri) => (await ask(uri))?.text ?? say("proofUnknown", {}),
    }),
    vscode.languages.registerDocumentLinkProvider(
      { scheme: SCHEME },
      { provideDocumentLinks: async ({ uri }) => (await ask(uri))?.links.map(documentLink) ?? [] },
    ),
    vscode.commands.registerCommand(SHOW_PROOF_COMMAND, (given: ProofParams) => show(given)),
    vscode.commands.registerCommand(PROVE_COMMAND, () => client.sendNotification(PROVE_NOTIFICATION)),
    onStatus(({ busy }) => {
      if (busy) return;
      for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === SCHEME) changed.fire(uri);
    }),
  );
}

async function show(given: ProofParams): Promise<void> {
  const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${given.name}.md`, query: JSON.stringify(given) });
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true });
}

/** The page's address says what it is about. */
function paramsIn({ query }: vscode.Uri): ProofParams {
  const { uri, name }: ProofParams = JSON.parse(query);
  return { uri, name };
}

function documentLink(link: ProofTextLink): vscode.DocumentLink {
  const range = new vscode.Range(link.line, link.start, link.line, link.end);
  return new vscode.DocumentLink(range, targetOf(link));
}

function targetOf(link: ProofTextLink): vscode.Uri {
  if ("place" in link) {
    const { uri, line, character } = link.place;
    return vscode.Uri.parse(uri, true).with({ fragment: `L${line + 1},${character + 1}` });
  }
  const query = JSON.stringify([link.simulate]);
  return vscode.Uri.from({ scheme: "command", path: SIMULATE_COMMAND, query });
}

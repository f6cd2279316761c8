import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { FILES_REQUEST, READ_REQUEST, type ReadResult } from "../server/lsp/protocol.ts";

/** Globs of the files that make up a model: the agreements, their settings and their scenarios. */
export const MODEL_FILES = ["**/*.sla", "**/torikime.yaml", "**/*.scenarios.yaml"] as const;

/** Answers the server's questions about files, so that it needs no file system of its own: it runs in a browser and over virtual workspaces too. */
export function serveFiles(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    client.onRequest(FILES_REQUEST, listModelFiles),
    client.onRequest<ReadResult, void>(READ_REQUEST, (uri: string) => readText(vscode.Uri.parse(uri, true))),
  );
}

async function listModelFiles(): Promise<string[]> {
  return (await modelFiles()).map((uri) => uri.toString()).sort();
}

/** The files of the workspace that make up its models. */
export async function modelFiles(): Promise<readonly vscode.Uri[]> {
  const found = await Promise.all(MODEL_FILES.map((glob) => vscode.workspace.findFiles(glob, "**/node_modules/**")));
  return found.flat();
}

/** Whether decisions depend on a file, as they do not on scenarios. */
export function isAgreementsOrSettings({ path }: vscode.Uri): boolean {
  return path.endsWith(".sla") || path.endsWith("/torikime.yaml");
}

async function readText(uri: vscode.Uri): Promise<ReadResult> {
  let bytes: Uint8Array;
  try {
    bytes = await vscode.workspace.fs.readFile(uri);
  } catch (problem) {
    return { error: "unreadable", detail: describe(problem) };
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch (problem) {
    return { error: "not-utf8", detail: describe(problem) };
  }
}

/** The words of whatever was thrown. */
export function describe(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}

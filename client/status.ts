import * as vscode from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import type { Status } from "../server/lsp/protocol.ts";
import { count, say } from "./messages.ts";

/** Documents of one scheme, chosen by language or by path. */
export type FileFilter =
  | { readonly scheme: string; readonly language: string }
  | { readonly scheme: string; readonly pattern: string };

/** Shows the counts of the last analysis beside the language's name, and opens the Problems view on demand. */
export function showStatus(
  client: BaseLanguageClient,
  selector: readonly FileFilter[],
  onStatus: vscode.Event<Status>,
): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem("torikime.status", selector);
  item.name = "Torikime";
  showStarting(item);
  return vscode.Disposable.from(
    item,
    onStatus((status) => showCounts(item, status)),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Stopped) showStopped(item);
      if (newState === State.Starting) showStarting(item);
    }),
  );
}

function showStarting(item: vscode.LanguageStatusItem): void {
  item.text = say("starting", {});
  item.busy = true;
}

function showStopped(item: vscode.LanguageStatusItem): void {
  item.text = say("stopped", {});
  item.detail = "";
  item.busy = false;
  item.severity = vscode.LanguageStatusSeverity.Error;
  item.command = { title: say("restart", {}), command: "torikime.restartServer" };
}

function showCounts(item: vscode.LanguageStatusItem, status: Status): void {
  item.busy = status.busy;
  item.text = say("counts", {
    agreements: count(status.agreements, "agreement"),
    findings: count(status.errors + status.warnings, "finding"),
  });
  item.detail = say("detail", {
    clauses: count(status.clauses, "clause"),
    errors: count(status.errors, "error"),
    warnings: count(status.warnings, "warning"),
  });
  item.severity = severityOf(status);
  item.command = { title: say("showProblems", {}), command: "workbench.actions.view.problems" };
}

function severityOf(status: Status): vscode.LanguageStatusSeverity {
  if (status.errors > 0) return vscode.LanguageStatusSeverity.Error;
  if (status.warnings > 0) return vscode.LanguageStatusSeverity.Warning;
  return vscode.LanguageStatusSeverity.Information;
}

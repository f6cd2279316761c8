import * as vscode from "vscode";
import type { ScenarioRun, ShownCoverage, ShownMessage, ShownOutcome } from "../../server/lsp/scenarioProtocol.ts";
import { say } from "../messages.ts";
import type { Files } from "./chosen.ts";

/** Tells the editor what became of scenarios, and what of the agreements they came to. */
export function report(run: vscode.TestRun, chosen: Files, { outcomes, covered }: ScenarioRun): void {
  const byFile = new Map([...chosen.keys()].map((file) => [file.id, file]));
  for (const outcome of outcomes) {
    const item = byFile.get(outcome.uri)?.children.get(outcome.id);
    if (item) reportOne(run, item, outcome);
  }
  for (const each of covered) run.addCoverage(coverageOf(each));
}

/** Tells the editor that none of some scenarios was run, and why. */
export function reportNotRun(run: vscode.TestRun, chosen: Files, detail: string): void {
  const message = new vscode.TestMessage(say("scenariosNotRun", { detail }));
  for (const items of chosen.values()) for (const item of items) run.errored(item, message);
}

function reportOne(run: vscode.TestRun, item: vscode.TestItem, { status, messages, account }: ShownOutcome): void {
  // The editor shows output as a terminal does.
  const lines = [item.label, ...account.map((line) => `  ${line}`), ""];
  run.appendOutput(lines.join("\r\n"), undefined, item);
  switch (status) {
    case "passed":
      return run.passed(item);
    case "failed":
      return run.failed(
        item,
        messages.map((message) => messageAt(item, message)),
      );
    case "broken":
      return run.errored(
        item,
        messages.map((message) => messageAt(item, message)),
      );
    case "skipped":
      for (const { text } of messages) run.appendOutput(`  ${text}\r\n`, undefined, item);
      return run.skipped(item);
  }
}

function messageAt({ uri }: vscode.TestItem, { text, range, compared }: ShownMessage): vscode.TestMessage {
  const message = compared
    ? vscode.TestMessage.diff(text, compared.expected, compared.found)
    : new vscode.TestMessage(text);
  if (uri) message.location = new vscode.Location(uri, rangeOf(range));
  return message;
}

const details = new WeakMap<vscode.FileCoverage, readonly vscode.StatementCoverage[]>();

function coverageOf({ uri, places }: ShownCoverage): vscode.FileCoverage {
  const statements = places.map(({ range, hits }) => new vscode.StatementCoverage(hits, rangeOf(range)));
  const coverage = vscode.FileCoverage.fromDetails(vscode.Uri.parse(uri, true), statements);
  details.set(coverage, statements);
  return coverage;
}

/** The places that a file's coverage was counted from. */
export function detailsOf(coverage: vscode.FileCoverage): vscode.StatementCoverage[] {
  return [...(details.get(coverage) ?? [])];
}

/** A range of the protocol as one of the editor. */
export function rangeOf({ start, end }: ShownMessage["range"]): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

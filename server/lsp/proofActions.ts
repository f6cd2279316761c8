import { type CodeAction, CodeActionKind, type Range, type TextEdit, type WorkspaceEdit } from "vscode-languageserver";
import type { Finding } from "../core/checks/define.ts";
import { examplesOf, findingsAt } from "../core/features/quickFixes.ts";
import { type ScenarioFix, scenarioFixesOf } from "../core/features/scenarioFixes.ts";
import type { Edit } from "../core/text/edit.ts";
import { linesOf, offsetAt } from "../core/text/lines.ts";
import { nameOf } from "../core/workspace/paths.ts";
import type { Snapshot } from "../core/workspace/snapshot.ts";
import type { AskedFile } from "./at.ts";
import { textEditOf } from "./convert.ts";
import { diagnosticOf } from "./diagnostics.ts";
import { SIMULATE_COMMAND, type SimulateArguments } from "./protocol.ts";

/** What can be done with the requests that show the findings of a stretch: put them to the simulator, keep them as scenarios. */
export function proofActions(file: AskedFile, range: Range): readonly CodeAction[] {
  const { snapshot, path, lines } = file;
  const findings = findingsAt(snapshot, path, offsetAt(lines, range.start), offsetAt(lines, range.end));
  return findings.flatMap((finding) => [...simulateActions(file, finding), ...scenarioActions(file, finding)]);
}

function simulateActions(file: AskedFile, finding: Finding): readonly CodeAction[] {
  const { session, snapshot, uri } = file;
  if (!session.client.commands.includes(SIMULATE_COMMAND)) return [];
  return examplesOf(snapshot, finding).map(({ title, request }) => {
    const given: SimulateArguments = { request, uri };
    const shown = title[session.locale];
    return {
      ...actionOn(file, finding, shown),
      command: { title: shown, command: SIMULATE_COMMAND, arguments: [given] },
    };
  });
}

function scenarioActions(file: AskedFile, finding: Finding): readonly CodeAction[] {
  const { session, snapshot } = file;
  return scenarioFixesOf(snapshot, finding, session.locale).flatMap((fix) => {
    if (fix.isNew && !session.client.createsFiles) return [];
    return [{ ...actionOn(file, finding, fix.title[session.locale]), edit: scenarioEdit(file, fix) }];
  });
}

/** A new file lies beside the one that was asked about, in whatever way the client writes that. */
function scenarioEdit(file: AskedFile, { path, isNew, edit, customer }: ScenarioFix): WorkspaceEdit {
  const { session, snapshot, uri } = file;
  const edits = [...(customer ? [customer] : []), ...(isNew ? [] : [{ path, edit }])].map(
    (each): [string, TextEdit[]] => [session.addresses.uriOf(each.path), [textEditIn(snapshot, each.path, each.edit)]],
  );
  if (!isNew) return { changes: Object.fromEntries(edits) };
  const beside = uri.slice(0, uri.lastIndexOf("/") + 1) + encodeURIComponent(nameOf(path));
  return {
    documentChanges: [
      { kind: "create", uri: beside, options: { ignoreIfExists: true } },
      { textDocument: { uri: beside, version: null }, edits: [textEditIn(snapshot, path, edit)] },
      ...edits.map(([other, own]) => ({ textDocument: { uri: other, version: null }, edits: own })),
    ],
  };
}

function textEditIn(snapshot: Snapshot, path: string, edit: Edit): TextEdit {
  return textEditOf(linesOf(snapshot.text(path) ?? ""), edit);
}

function actionOn({ session, snapshot }: AskedFile, finding: Finding, title: string): CodeAction {
  const diagnostic = diagnosticOf(snapshot, finding, session);
  return { title, kind: CodeActionKind.QuickFix, ...(diagnostic ? { diagnostics: [diagnostic] } : {}) };
}

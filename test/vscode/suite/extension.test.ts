import assert from "node:assert/strict";
import * as vscode from "vscode";
import { fileUri, open, until } from "./editor.ts";

describe("the extension in a VS Code window", () => {
  let document: vscode.TextDocument;

  before(async () => {
    document = await open("mistake.sla");
  });

  it("gives .sla files their language", () => {
    assert.equal(document.languageId, "sla");
  });

  it("is activated by the workspace's files", async () => {
    await until("activation", () => vscode.extensions.getExtension("torikime.torikime")?.isActive || undefined);
  });

  it("shows the findings of a file", async () => {
    const finding = await until("a finding", () => vscode.languages.getDiagnostics(document.uri)[0]);
    assert.equal(document.getText(finding.range), "Suport");
    assert.match(finding.message, /Support/);
    assert.equal(finding.source, "torikime");
  });

  it("takes a finding away when its cause is mended in the editor", async () => {
    const finding = await until("a finding", () => vscode.languages.getDiagnostics(document.uri)[0]);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, finding.range, "Support");
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until("no findings", () => vscode.languages.getDiagnostics(document.uri).length === 0 || undefined);
    await vscode.commands.executeCommand("undo");
  });

  it("completes", async () => {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      "vscode.executeCompletionItemProvider",
      fileUri("mistake.sla"),
      new vscode.Position(0, 0),
    );
    assert.ok(list.items.some((item) => item.label === "calendar"));
  });

  it("opens one simulator, however often it is asked to", async () => {
    await vscode.commands.executeCommand("torikime.simulate");
    await vscode.commands.executeCommand("torikime.simulate", { request: { kind: "incident" } });
    const tabs = await until("the simulator's tab", () => {
      const found = simulatorTabs();
      return found.length > 0 ? found : undefined;
    });
    assert.equal(tabs.length, 1);
    await vscode.window.tabGroups.close(tabs);
  });
});

function simulatorTabs(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter((tab) => tab.input instanceof vscode.TabInputWebview && tab.input.viewType.includes("torikime.simulator"));
}

import assert from "node:assert/strict";
import * as vscode from "vscode";
import { findings, open, until } from "./editor.ts";

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

  it("has findings again after its server was restarted", async () => {
    await findings(document.uri);
    const gone = until("the old findings to go", () =>
      vscode.languages.getDiagnostics(document.uri).length === 0 ? true : undefined,
    );
    await vscode.commands.executeCommand("torikime.restartServer");
    await gone;
    await findings(document.uri);
  });
});

function simulatorTabs(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter((tab) => tab.input instanceof vscode.TabInputWebview && tab.input.viewType.includes("torikime.simulator"));
}

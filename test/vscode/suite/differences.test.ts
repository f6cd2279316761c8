import assert from "node:assert/strict";
import * as vscode from "vscode";
import { open, until } from "./editor.ts";

describe("what changes in decisions, in a VS Code window", () => {
  before(() => open("support.sla"));

  after(() => vscode.commands.executeCommand("workbench.action.closeAllEditors"));

  it("opens as one page beside the text, also where there is no Git extension", async () => {
    for (let time = 0; time < 2; time++) await vscode.commands.executeCommand("torikime.showDifferences");
    await until("the page", () => tabs()[0]);
    assert.deepEqual(tabs(), ["What Changes in Decisions"]);
  });

  it("closes when it is no longer wanted, and opens anew", async () => {
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
    await until("no page", () => (tabs().length === 0 ? true : undefined));
    await vscode.commands.executeCommand("torikime.showDifferences");
    await until("the page", () => tabs()[0]);
  });

  function tabs(): readonly string[] {
    const isOurs = ({ input }: vscode.Tab) =>
      input instanceof vscode.TabInputWebview && input.viewType.endsWith("torikime.differences");
    return vscode.window.tabGroups.all
      .flatMap((group) => group.tabs)
      .filter(isOurs)
      .map(({ label }) => label);
  }
});

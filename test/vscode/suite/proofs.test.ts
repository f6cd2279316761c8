import assert from "node:assert/strict";
import * as vscode from "vscode";
import { fileUri, findings, open, rangeOf, revert, until, untilGone } from "./editor.ts";

const gap = /No clause handles every returned_goods/;

describe("what is proved, in a VS Code window", () => {
  let document: vscode.TextDocument;

  before(async () => {
    document = await open("returns/gap.sla");
    await until("the finding", async () => {
      return (await findings(document.uri)).some(({ message }) => gap.test(message)) || undefined;
    });
  });

  after(() => vscode.commands.executeCommand("workbench.action.closeAllEditors"));

  it("stands above the agreement and the claim", async () => {
    const titles = await until("the lenses", async () => {
      const lenses: vscode.CodeLens[] = await vscode.commands.executeCommand(
        "vscode.executeCodeLensProvider",
        document.uri,
      );
      const found = lenses.map(({ command }) => command?.title ?? "");
      return found.some((title) => title.startsWith("✗")) ? found : undefined;
    });
    // Goods are new, used or broken.
    assert.match(titles[0] ?? "", /^✗ 1 counter-example – returned_goods: some of 3 kinds of request have no handler$/);
    assert.equal(titles[1], "Simulate a counter-example");
    assert.match(titles[2] ?? "", /^\d+ properties proved$/);
    assert.deepEqual(titles.slice(3), ["✓ returned_goods: true of all 3 kinds of request"]);
  });

  it("opens as a page beside the text, one for all agreements", async () => {
    for (const [kind, name] of [
      ["agreement", "returns"],
      ["claim", "broken_goods"],
    ]) {
      await vscode.commands.executeCommand("torikime.showProof", { uri: document.uri.toString(), kind, name });
      await until(`the page of ${name}`, async () => proofTabs().includes(`What Is Proved: ${name}`) || undefined);
    }
    assert.deepEqual(proofTabs(), ["What Is Proved: broken_goods"]);
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
  });

  it("offers to simulate the request that shows a gap", async () => {
    const action = (await actionsAt("new_goods")).find(({ title }) => title === "Simulate this request");
    assert.equal(action?.command?.command, "torikime.simulate");
    const [given]: { request: Record<string, string> }[] = action.command.arguments ?? [];
    assert.deepEqual([given?.request.kind, given?.request.condition], ["returned_goods", "used"]);
  });

  it("adds the missing clause", async () => {
    const action = (await actionsAt("new_goods")).find(({ title }) => title === "Add a clause for these requests");
    assert.ok(action?.edit);
    await vscode.workspace.applyEdit(action.edit);
    await untilGone(document.uri, gap);
    assert.match(
      document.getText(),
      /\n {2}handle other_returned_goods: returned_goods when condition is used \{\n {4}by {2}Support\n/,
    );
    await revert(document);
    await until(
      "the finding again",
      async () => (await findings(document.uri)).some(({ message }) => gap.test(message)) || undefined,
    );
  });

  it("keeps the request in a scenario file that it makes", async () => {
    const action = (await actionsAt("new_goods")).find(({ title }) => title.startsWith("Keep it as a scenario"));
    assert.ok(action?.edit);
    assert.ok(await vscode.workspace.applyEdit(action.edit), JSON.stringify(action.edit));
    const made = await vscode.workspace.openTextDocument(fileUri("returns/gap.scenarios.yaml"));
    assert.match(made.getText(), /^scenarios:\n {2}- name: unhandled-request returned_goods used Sales\n/);
    await vscode.window.showTextDocument(made);
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await vscode.workspace.fs.delete(made.uri);
  });

  async function actionsAt(word: string): Promise<vscode.CodeAction[]> {
    return vscode.commands.executeCommand(
      "vscode.executeCodeActionProvider",
      document.uri,
      rangeOf(document, word),
      vscode.CodeActionKind.QuickFix.value,
    );
  }

  function proofTabs(): readonly string[] {
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    const isProof = ({ input }: vscode.Tab) =>
      input instanceof vscode.TabInputWebview && input.viewType.endsWith("torikime.proof");
    return tabs.filter(isProof).map(({ label }) => label);
  }
});

import assert from "node:assert/strict";
import * as vscode from "vscode";
import { fileUri, findings, open, pause, rangeOf, replace, revert, until, untilGone } from "./editor.ts";

describe("files and unsaved text in a VS Code window", () => {
  it("judges a file by what is typed in another, unsaved", async () => {
    const company = await open("company.sla");
    const support = fileUri("support.sla");
    await replace(company, rangeOf(company, "channel email, portal"), "channel email, web");
    await until("the finding", () =>
      vscode.languages.getDiagnostics(support).find(({ message }) => /portal/.test(message)),
    );
    await revert(company);
    await untilGone(support, /portal/);
  });

  it("says what is wrong in a scenario file", async () => {
    const scenarios = await open("support.scenarios.yaml");
    assert.deepEqual(vscode.languages.getDiagnostics(scenarios.uri), []);
    await replace(scenarios, rangeOf(scenarios, "scenarios:"), "scenarios: [");
    await findings(scenarios.uri);
    await revert(scenarios);
    await until("no findings", () => vscode.languages.getDiagnostics(scenarios.uri).length === 0 || undefined);
  });

  it("takes in files that are made and deleted on the disk", async () => {
    const text = "agreement later between Sales and Nobody {\n  effective 2026-04-01..2027-03-31\n}\n";
    await whileOnDisk("later.sla", new TextEncoder().encode(text), (found) => {
      assert.ok(found.some(({ message }) => message.includes("Nobody")));
    });
  });

  it("says of a file that it is not UTF-8", async () => {
    await whileOnDisk("shift-jis.sla", Uint8Array.of(0x8e, 0xe6, 0x82, 0xe8, 0x8c, 0x88, 0x82, 0xdf), (found) => {
      assert.match(found[0]?.message ?? "", /UTF-8/);
    });
  });
});

/** Writes a file until its findings come (the window's watcher starts late, and says nothing of what came before it), and deletes it again. */
async function whileOnDisk(
  name: string,
  bytes: Uint8Array,
  check: (found: readonly vscode.Diagnostic[]) => void,
): Promise<void> {
  const uri = fileUri(name);
  const found = await until(`findings in ${name}`, async () => {
    await vscode.workspace.fs.writeFile(uri, bytes);
    await pause(500);
    const now = vscode.languages.getDiagnostics(uri);
    return now.length > 0 ? now : undefined;
  });
  await vscode.workspace.fs.delete(uri);
  check(found);
  await until(`no findings in ${name}`, () => vscode.languages.getDiagnostics(uri).length === 0 || undefined);
}

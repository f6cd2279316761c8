import assert from "node:assert/strict";
import * as vscode from "vscode";
import { fileName, findings, open, rangeOf, replace, revert, until, untilGone } from "./editor.ts";

describe("the language in a VS Code window", () => {
  let company: vscode.TextDocument;
  let support: vscode.TextDocument;
  let mistake: vscode.TextDocument;

  before(async () => {
    company = await open("company.sla");
    support = await open("support.sla");
    mistake = await open("mistake.sla");
    await findings(mistake.uri);
  });

  it("finds the misspelt name, and nothing else in that file", async () => {
    const found = await findings(mistake.uri);
    const errors = found.filter((finding) => finding.severity === vscode.DiagnosticSeverity.Error);
    assert.deepEqual(
      errors.map((finding) => mistake.getText(finding.range)),
      ["Suport"],
    );
    assert.match(errors[0]?.message ?? "", /Support/);
    assert.equal(errors[0]?.source, "torikime");
  });

  it("mends it by its quick fix", async () => {
    const range = rangeOf(mistake, "Suport");
    const actions: vscode.CodeAction[] = await vscode.commands.executeCommand(
      "vscode.executeCodeActionProvider",
      mistake.uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const edit = actions.find((action) => action.title.includes("Support"))?.edit;
    assert.ok(edit, `no fix among: ${actions.map((action) => action.title).join("; ")}`);
    await vscode.workspace.applyEdit(edit);
    await untilGone(mistake.uri, /Suport/);
    await revert(mistake);
    await findings(mistake.uri);
  });

  it("completes with what can stand at the place", async () => {
    const list: vscode.CompletionList = await vscode.commands.executeCommand(
      "vscode.executeCompletionItemProvider",
      mistake.uri,
      rangeOf(mistake, "email").start,
    );
    const labels = list.items.map(({ label }) => (typeof label === "string" ? label : label.label));
    for (const channel of ["email", "portal", "phone", "chat"]) assert.ok(labels.includes(channel), labels.join());
    assert.ok(!labels.includes("Support"));
  });

  it("completes and explains scenario files with the names of the agreements", async () => {
    const scenarios = await open("support.scenarios.yaml");
    const list: vscode.CompletionList = await vscode.commands.executeCommand(
      "vscode.executeCompletionItemProvider",
      scenarios.uri,
      rangeOf(scenarios, "email").start,
    );
    const labels = list.items.map(({ label }) => (typeof label === "string" ? label : label.label));
    for (const channel of ["email", "portal", "none"]) assert.ok(labels.includes(channel), labels.join());
    const hovers: vscode.Hover[] = await vscode.commands.executeCommand(
      "vscode.executeHoverProvider",
      scenarios.uri,
      rangeOf(scenarios, "scenarios").start,
    );
    const texts = hovers.flatMap(({ contents }) =>
      contents.map((each) => (typeof each === "string" ? each : each.value)),
    );
    assert.match(texts.join("\n"), /a question each, and what the answer has to be/);
  });

  it("shows a name's doc comment where the name is used", async () => {
    const hovers: vscode.Hover[] = await vscode.commands.executeCommand(
      "vscode.executeHoverProvider",
      support.uri,
      rangeOf(support, "office").start,
    );
    const text = hovers
      .flatMap((hover) => hover.contents)
      .map((part) => (typeof part === "string" ? part : part.value));
    assert.match(text.join("\n"), /Opening hours of the Tokyo office/);
  });

  it("goes from a name to its declaration in another file", async () => {
    const places: (vscode.Location | vscode.LocationLink)[] = await vscode.commands.executeCommand(
      "vscode.executeDefinitionProvider",
      support.uri,
      rangeOf(support, "office").start,
    );
    const [place] = places.map((each) =>
      "targetUri" in each ? { uri: each.targetUri, range: each.targetSelectionRange ?? each.targetRange } : each,
    );
    assert.ok(place);
    assert.equal(fileName(place.uri), "company.sla");
    assert.equal(company.getText(place.range), "office");
    assert.equal(place.range.start.line, rangeOf(company, "calendar office").start.line);
  });

  it("finds the references in every file", async () => {
    const places: vscode.Location[] = await vscode.commands.executeCommand(
      "vscode.executeReferenceProvider",
      company.uri,
      rangeOf(company, "Support").start,
    );
    const files = [...new Set(places.map((place) => fileName(place.uri)))].sort();
    assert.deepEqual(files, ["company.sla", "gap.sla", "mistake.sla", "support.sla"]);
  });

  it("renames across files", async () => {
    const edit: vscode.WorkspaceEdit = await vscode.commands.executeCommand(
      "vscode.executeDocumentRenameProvider",
      support.uri,
      rangeOf(support, "office").start,
      "tokyo",
    );
    const counts = edit.entries().map(([uri, edits]) => [fileName(uri), edits.length] as const);
    // company.sla: the declaration and the hours of two teams; support.sla: "via phone during office"
    assert.deepEqual(
      new Map(counts),
      new Map([
        ["company.sla", 3],
        ["support.sla", 1],
      ]),
    );
  });

  it("formats", async () => {
    const tidy = company.getText();
    await replace(company, rangeOf(company, "open   Mon..Fri"), "open Mon..Fri");
    const edits: vscode.TextEdit[] = await vscode.commands.executeCommand(
      "vscode.executeFormatDocumentProvider",
      company.uri,
      { tabSize: 2, insertSpaces: true },
    );
    const edit = new vscode.WorkspaceEdit();
    edit.set(company.uri, edits);
    await vscode.workspace.applyEdit(edit);
    assert.equal(company.getText(), tidy);
    await revert(company);
  });

  it("outlines a file", async () => {
    const symbols: vscode.DocumentSymbol[] = await vscode.commands.executeCommand(
      "vscode.executeDocumentSymbolProvider",
      support.uri,
    );
    assert.deepEqual(
      symbols.map((symbol) => [symbol.name, symbol.children.map((child) => child.name)]),
      [["product_support", ["incidents", "discounts"]]],
    );
  });

  it("finds a clause of any file by its name", async () => {
    const symbols: vscode.SymbolInformation[] = await vscode.commands.executeCommand(
      "vscode.executeWorkspaceSymbolProvider",
      "incidents",
    );
    assert.ok(symbols.some((symbol) => fileName(symbol.location.uri) === "support.sla"));
  });

  it("colours names by what they mean", async () => {
    const tokens: vscode.SemanticTokens = await vscode.commands.executeCommand(
      "vscode.provideDocumentSemanticTokens",
      support.uri,
    );
    assert.ok(tokens.data.length > 0);
  });

  it("folds blocks", async () => {
    const ranges: vscode.FoldingRange[] = await vscode.commands.executeCommand(
      "vscode.executeFoldingRangeProvider",
      company.uri,
    );
    const start = rangeOf(company, "calendar office").start.line;
    assert.ok(ranges.some((range) => range.start === start && range.end > start));
  });

  it("widens the selection from a word to its line's parts and its block", async () => {
    const position = rangeOf(company, "office").start;
    const [selection]: vscode.SelectionRange[] = await vscode.commands.executeCommand(
      "vscode.executeSelectionRangeProvider",
      company.uri,
      [position],
    );
    const widest = await until("the widest range", () => outermost(selection));
    assert.equal(company.getText(selection?.range), "office");
    assert.ok(widest.contains(rangeOf(company, "closed holidays of Japan")));
  });
});

function outermost(selection: vscode.SelectionRange | undefined): vscode.Range | undefined {
  return selection?.parent ? outermost(selection.parent) : selection?.range;
}

import assert from "node:assert/strict";
import type {
  CodeAction,
  CompletionItem,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Location,
  SelectionRange,
  SemanticTokens,
  SymbolInformation,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver";
import { applyEdits } from "../../../server/core/text/edit.ts";
import { linesOf, offsetAt } from "../../../server/core/text/lines.ts";
import {
  SIMULATE_REQUEST,
  SIMULATOR_MODEL_REQUEST,
  type SimulateResult,
  type SimulatorModel,
} from "../../../server/lsp/protocol.ts";
import {
  ask,
  close,
  diagnosed,
  open,
  root,
  settled,
  startClient,
  type TestClient,
  textOf,
  type,
} from "../../harness/client.ts";
import { companyText } from "../../harness/company.ts";

const support = `agreement support between Sales and Support {
  effective 2026-01-01..2026-12-31

  handle incidents: incident {
    by       Support
    via      email, phone
    respond  within 4 business hours
    resolve  within 3 business days
    escalate after 2 business hours to lead of Support
  }

  commit discounts: discount by Sales {
    may when rate <= 10%
    ask lead of Sales within 1 business day when rate > 10%
  }
}
`;

const wholeStart = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

const unknownName = (messages: readonly string[]) =>
  messages.some((message) => message.includes("Suport") && !message.includes("address"));
const noUnknownName = (messages: readonly string[]) => !unknownName(messages);

function editsIn(text: string, edits: readonly TextEdit[]): string {
  const lines = linesOf(text);
  return applyEdits(
    text,
    edits.map(({ range, newText }) => ({
      start: offsetAt(lines, range.start),
      end: offsetAt(lines, range.end),
      newText,
    })),
  );
}

async function labels(client: TestClient, path: string, before: string): Promise<readonly string[]> {
  const items = await ask<CompletionItem[]>(client, "textDocument/completion", path, before);
  return items.map(({ label }) => label);
}

describe("language server", () => {
  let client: TestClient;
  beforeEach(async () => {
    client = await startClient({ "company.sla": companyText, "desk/support.sla": support });
  });
  afterEach(() => {
    assert.deepEqual(client.heard.logged, []);
    client.connection.dispose();
  });

  it("diagnoses files that are not open, and says when it is done", async () => {
    client.disk.set(`${root}desk/support.sla`, support.replace("by       Support", "by       Suport"));
    const found = await diagnosed(client, "desk/support.sla", unknownName);
    const problem = found.find(({ message }) => message.includes("Suport"));
    assert.deepEqual(problem?.range, { start: { line: 4, character: 13 }, end: { line: 4, character: 19 } });
    assert.match(String(problem?.code), /^SLA\d\d\d$/);
    assert.equal(client.heard.statuses[0]?.busy, true);
    assert.deepEqual(
      client.heard.statuses.filter(({ busy }) => !busy).map(({ agreements, clauses }) => [agreements, clauses])[0],
      [1, 2],
    );
  });

  it("diagnoses unsaved text while it is typed, and the other files that depend on it", async () => {
    open(client, "desk/support.sla", support);
    await diagnosed(client, "desk/support.sla", noUnknownName);
    type(client, "desk/support.sla", "by       Support", "by       Suport");
    await diagnosed(client, "desk/support.sla", unknownName);
    type(client, "desk/support.sla", "Suport", "Support");
    await diagnosed(client, "desk/support.sla", noUnknownName);
    open(client, "company.sla", companyText);
    type(client, "company.sla", "team Support {", "team Desk {");
    await diagnosed(client, "desk/support.sla", (messages) => messages.some((message) => message.includes("Support")));
  });

  it("tells its host once that the workspace has been read, however often it is read again", async () => {
    let told = 0;
    const files = { "company.sla": companyText, "desk/support.sla": support };
    const watched = await startClient(files, "en", { whenRead: () => (told += 1) });
    await settled(watched);
    assert.equal(told, 1);
    open(watched, "desk/support.sla", support);
    type(watched, "desk/support.sla", "by       Support", "by       Suport");
    await diagnosed(watched, "desk/support.sla", unknownName);
    watched.connection.dispose();
    assert.equal(told, 1);
  });

  it("takes what is on the disk when a document is closed without being saved", async () => {
    open(client, "desk/support.sla", support.replace("by       Support", "by       Suport"));
    await diagnosed(client, "desk/support.sla", unknownName);
    close(client, "desk/support.sla");
    await diagnosed(client, "desk/support.sla", noUnknownName);
  });

  it("completes names of other files at a half-typed word", async () => {
    open(client, "desk/support.sla", support);
    type(client, "desk/support.sla", "by       Support", "by       Ku");
    assert.ok((await labels(client, "desk/support.sla", "\n    via")).includes("Kudo"));
  });

  it("completes and explains scenario and settings files", async () => {
    const text =
      "scenarios:\n  - name: a\n    focus: yes\n    request: { kind: incident, severity: }\n    expect: { person: Abe }\n";
    open(client, "desk/half.scenarios.yaml", text);
    assert.deepEqual(await labels(client, "desk/half.scenarios.yaml", "}"), ["normal", "urgent"]);
    const hover = await ask<Hover>(client, "textDocument/hover", "desk/half.scenarios.yaml", "cus: yes");
    assert.match(JSON.stringify(hover.contents), /while any scenario has it/);
    await diagnosed(client, "desk/half.scenarios.yaml", (messages) =>
      messages.some((message) => message.includes("has the focus")),
    );
    close(client, "desk/half.scenarios.yaml");
  });

  it("shows what a name means and where it is declared", async () => {
    open(client, "desk/support.sla", support);
    const hover = await ask<Hover>(client, "textDocument/hover", "desk/support.sla", "incidents:");
    assert.match(JSON.stringify(hover.contents), /respond within 4 business hours/);
    const definition = await ask<Location[]>(client, "textDocument/definition", "desk/support.sla", "Support {");
    assert.deepEqual(
      definition.map(({ uri }) => uri),
      [`${root}company.sla`],
    );
    const more = { context: { includeDeclaration: false } };
    const references = await ask<Location[]>(client, "textDocument/references", "desk/support.sla", "Support {", more);
    assert.equal(references.length, 3);
  });

  it("renames across files, and refuses with a reason", async () => {
    open(client, "desk/support.sla", support);
    const edit = await ask<WorkspaceEdit>(client, "textDocument/rename", "desk/support.sla", "Support {", {
      newName: "サポート",
    });
    const changes = edit.changes ?? {};
    assert.deepEqual(Object.keys(changes).sort(), [`${root}company.sla`, `${root}desk/support.sla`]);
    const renamed = editsIn(support, changes[`${root}desk/support.sla`] ?? []);
    assert.equal(renamed, support.replaceAll(/\bSupport\b/g, "サポート"));
    const refused = ask(client, "textDocument/rename", "desk/support.sla", "Support {", { newName: "when" });
    await assert.rejects(refused, /'when' is a word of the language/);
    await assert.rejects(ask(client, "textDocument/prepareRename", "desk/support.sla", "effective"), /no name here/);
  });

  it("formats, whole and in part", async () => {
    open(client, "desk/support.sla", support.replaceAll("    ", "  "));
    const options = { options: { tabSize: 2, insertSpaces: true } };
    const edits = await ask<TextEdit[]>(client, "textDocument/formatting", "desk/support.sla", "", options);
    assert.equal(editsIn(textOf(client, "desk/support.sla"), edits), support);
  });

  it("mends slips of the pen, one or all", async () => {
    open(client, "desk/support.sla", support.replace("rate <= 10%", "rate <= １０％"));
    const [problem] = await diagnosed(client, "desk/support.sla", (messages) =>
      messages.some((each) => each.includes("１０％")),
    );
    assert.ok(problem);
    const more = { range: problem.range, context: { diagnostics: [problem] } };
    const actions = await ask<CodeAction[]>(client, "textDocument/codeAction", "desk/support.sla", "", more);
    for (const kind of ["quickfix", "source.fixAll.torikime"]) {
      const edit = actions.find((action) => action.kind === kind)?.edit?.changes?.[`${root}desk/support.sla`] ?? [];
      assert.equal(editsIn(textOf(client, "desk/support.sla"), edit), support, kind);
    }
  });

  it("makes all harmless repairs on saving, and none that a person has to choose", async () => {
    const written = support.replace("rate <= 10%", "rate <= １０％").replace("via      email,", "via      email、");
    open(client, "desk/support.sla", written.replace("by       Support", "by       Suport"));
    for (const kind of ["source.fixAll", "source.fixAll.torikime"]) {
      const more = { range: wholeStart, context: { diagnostics: [], only: [kind] } };
      const actions = await ask<CodeAction[]>(client, "textDocument/codeAction", "desk/support.sla", "", more);
      assert.deepEqual(
        actions.map((action) => action.kind),
        ["source.fixAll.torikime"],
      );
      const edit = actions[0]?.edit?.changes?.[`${root}desk/support.sla`] ?? [];
      const saved = editsIn(textOf(client, "desk/support.sla"), edit);
      assert.equal(saved, support.replace("by       Support", "by       Suport"));
    }
    // LSP 3.17: 2 is an automatic request, as at each move of the cursor.
    const moved = { range: wholeStart, context: { diagnostics: [], triggerKind: 2 } };
    assert.deepEqual(await ask(client, "textDocument/codeAction", "desk/support.sla", "", moved), []);
    const others = { range: wholeStart, context: { diagnostics: [], only: ["source.fixAll.eslint"] } };
    assert.deepEqual(await ask(client, "textDocument/codeAction", "desk/support.sla", "", others), []);
    open(client, "desk/support.sla", support);
    const clean = { range: wholeStart, context: { diagnostics: [], only: ["source.fixAll"] } };
    assert.deepEqual(await ask(client, "textDocument/codeAction", "desk/support.sla", "", clean), []);
  });

  it("outlines, folds, selects and colours", async () => {
    open(client, "desk/support.sla", support);
    const outline = await ask<DocumentSymbol[]>(client, "textDocument/documentSymbol", "desk/support.sla");
    assert.deepEqual(
      outline.map(({ name, children }) => [name, children?.map((child) => child.name)]),
      [["support", ["incidents", "discounts"]]],
    );
    const folds = await ask<FoldingRange[]>(client, "textDocument/foldingRange", "desk/support.sla");
    assert.deepEqual(
      folds.map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [0, 14],
        [3, 8],
        [11, 13],
      ],
    );
    const selection = await ask<SelectionRange[]>(client, "textDocument/selectionRange", "desk/support.sla", "", {
      positions: [{ line: 4, character: 14 }],
    });
    assert.deepEqual(selection[0]?.range, { start: { line: 4, character: 13 }, end: { line: 4, character: 20 } });
    const symbols = await client.connection.sendRequest<SymbolInformation[]>("workspace/symbol", { query: "incid" });
    assert.deepEqual(symbols.map(({ name }) => name).sort(), ["incident", "incidents"]);
    const tokens = await ask<SemanticTokens>(client, "textDocument/semanticTokens/full", "desk/support.sla");
    assert.ok(tokens.data.length > 0 && tokens.data.length % 5 === 0);
    type(client, "desk/support.sla", "via      email, phone", "via      email");
    const more = { previousResultId: tokens.resultId };
    const delta = await ask<{ edits?: unknown[] }>(
      client,
      "textDocument/semanticTokens/full/delta",
      "desk/support.sla",
      "",
      more,
    );
    assert.ok((delta.edits?.length ?? 0) > 0);
  });

  it("simulates a request on unsaved text", async () => {
    open(client, "desk/support.sla", support);
    const model = await client.connection.sendRequest<SimulatorModel>(SIMULATOR_MODEL_REQUEST);
    assert.deepEqual(
      model.kinds.map(({ name, fields }) => [name, fields.map((field) => field.name)]),
      [
        ["incident", ["severity"]],
        ["discount", ["rate"]],
      ],
    );
    assert.equal(model.zone, "Asia/Tokyo");
    const ask = (request: Record<string, string>) =>
      client.connection.sendRequest<SimulateResult>(SIMULATE_REQUEST, { request });
    const handled = await ask({ kind: "incident", severity: "normal", channel: "email", at: "2026-08-24T09:00" });
    assert.equal("answer" in handled && handled.answer.outcome, "handled");
    type(client, "desk/support.sla", "via      email, phone", "via      phone");
    const redirected = await ask({ kind: "incident", severity: "normal", channel: "email", at: "2026-08-24T09:00" });
    assert.equal("answer" in redirected && redirected.answer.outcome, "redirect");
    const changes = "answer" in redirected ? redirected.answer.changes : [];
    assert.ok(changes?.some(({ change }) => change === "by phone instead of email"));
    const wrong = await ask({ kind: "incident", severity: "very", at: "2026-08-24T09:00" });
    assert.deepEqual("problems" in wrong && wrong.problems.map(({ field }) => field), ["severity"]);
  });

  it("follows files that come, change and go", async () => {
    const changed = (path: string, type: number) =>
      client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: root + path, type }] });
    await diagnosed(client, "desk/support.sla", noUnknownName);
    client.disk.set(`${root}desk/support.sla`, support.replace("by       Support", "by       Suport"));
    await changed("desk/support.sla", 2);
    await diagnosed(client, "desk/support.sla", unknownName);
    client.disk.set(`${root}desk/more.sla`, "team Suport {\n  lead Ono\n  members Oda\n  hours nowhere\n}\n");
    await changed("desk/more.sla", 1);
    await diagnosed(client, "desk/support.sla", noUnknownName);
    client.disk.delete(`${root}desk/more.sla`);
    await changed("desk/more.sla", 3);
    await diagnosed(client, "desk/support.sla", unknownName);
    await diagnosed(client, "desk/more.sla", (messages) => messages.length === 0);
  });

  it("finds what a scenario file asks that nobody knows", async () => {
    const scenario =
      "scenarios:\n  - name: one\n    request: { kind: outage, at: 2026-08-24T10:00 }\n    expect: { person: Abe }\n";
    open(client, "desk/a.scenarios.yaml", scenario);
    const [problem] = await diagnosed(client, "desk/a.scenarios.yaml", (messages) => messages.length > 0);
    assert.match(problem?.message ?? "", /outage/);
    // "    request: { kind: " has 4 + 9 + 2 + 6 = 21 characters
    assert.deepEqual(problem?.range.start, { line: 2, character: 21 });
    open(client, "company.sla", companyText);
    type(client, "company.sla", "request incident", "request outage\nrequest incident");
    await diagnosed(client, "desk/a.scenarios.yaml", (messages) =>
      messages.every((message) => !message.includes("outage")),
    );
  });

  it("speaks the language that the settings name", async () => {
    open(client, "desk/support.sla", support.replace("by       Support", "by       Suport"));
    await diagnosed(client, "desk/support.sla", unknownName);
    await client.connection.sendNotification("workspace/didChangeConfiguration", {
      settings: { torikime: { locale: "ja" } },
    });
    await diagnosed(client, "desk/support.sla", (messages) =>
      messages.some((message) => /Suport.*[ぁ-ん]/.test(message)),
    );
  });

  it("answers nothing about documents and places that are not there", async () => {
    open(client, "notes.txt", "hello");
    assert.equal(await ask(client, "textDocument/hover", "notes.txt"), null);
    open(client, "empty.sla", "");
    const nowhere = { position: { line: 999, character: 999 } };
    assert.equal(await ask(client, "textDocument/hover", "empty.sla", "", nowhere), null);
    assert.deepEqual(await ask(client, "textDocument/definition", "empty.sla", "", nowhere), []);
  });
});

describe("language server with files it cannot use", () => {
  it("gives each one diagnostic and goes on", async () => {
    const client = await startClient({
      "company.sla": companyText,
      "old.sla": { error: "not-utf8", detail: "The encoded data was not valid" },
      "locked.sla": { error: "unreadable", detail: "EACCES" },
    });
    assert.match(
      (await diagnosed(client, "old.sla", ([message]) => message !== undefined))[0]?.message ?? "",
      /not UTF-8/,
    );
    assert.match(
      (await diagnosed(client, "locked.sla", ([message]) => message !== undefined))[0]?.message ?? "",
      /EACCES/,
    );
    open(client, "huge.sla", "// 営業\n".repeat(4_000_000));
    const [huge] = await diagnosed(client, "huge.sla", ([message]) => message !== undefined);
    assert.match(huge?.message ?? "", /24000000 characters/);
    open(client, "old.sla", "team A {\n  lead B\n}\n");
    await diagnosed(client, "old.sla", (messages) => messages.every((message) => !/UTF-8/.test(message)));
    client.connection.dispose();
  });
});

describe("language server with several models in one workspace", () => {
  it("keeps the folders of different torikime.yaml apart", async () => {
    const client = await startClient({
      "one/torikime.yaml": "locale: en\n",
      "one/company.sla": companyText,
      "one/support.sla": support,
      "two/torikime.yaml": "local: en\n",
      "two/support.sla": support,
    });
    await diagnosed(client, "two/support.sla", (messages) => messages.length > 0);
    await diagnosed(client, "one/support.sla", (messages) =>
      messages.every((message) => !message.includes("'Support'")),
    );
    await diagnosed(client, "two/torikime.yaml", (messages) => messages.some((message) => message.includes("local")));
    const uri = `${root}one/support.sla`;
    const model = await client.connection.sendRequest<SimulatorModel>(SIMULATOR_MODEL_REQUEST, { uri });
    assert.equal(model.kinds.length, 2);
    client.connection.dispose();
  });
});

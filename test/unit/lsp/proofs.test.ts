import assert from "node:assert/strict";
import type { CodeAction, CodeLens } from "vscode-languageserver";
import {
  PROOF_REQUEST,
  PROVE_COMMAND,
  PROVE_NOTIFICATION,
  type ProofAnswer,
  SHOW_PROOF_COMMAND,
  SIMULATE_COMMAND,
  SIMULATE_REQUEST,
  type SimulateResult,
} from "../../../server/lsp/protocol.ts";
import { open, root, settled, startClient, type TestClient, textOf, type } from "../../harness/client.ts";
import { companyText } from "../../harness/company.ts";

const support = `agreement support between Sales and Support {
  effective 2026-01-01..2026-12-31

  handle incidents: incident when severity is urgent {
    by  Support
    via email, phone
  }
}
prove handled: incident is handled by Support when severity is urgent
`;

const commands = [SIMULATE_COMMAND, SHOW_PROOF_COMMAND, PROVE_COMMAND];

async function lensesIn(client: TestClient): Promise<readonly CodeLens[]> {
  await settled(client);
  return client.connection.sendRequest("textDocument/codeLens", { textDocument: { uri: `${root}support.sla` } });
}

async function titles(client: TestClient): Promise<readonly (string | undefined)[]> {
  return (await lensesIn(client)).map(({ command }) => command?.title);
}

/** Whatever number of properties there are by now. */
function uncounted(title: string | undefined): string | undefined {
  return title?.replace(/\d+(?= (?:more )?properties| 項目)/, "N");
}

describe("what is proved, in an editor", () => {
  let client: TestClient;
  afterEach(() => {
    assert.deepEqual(client.heard.logged, []);
    client.connection.dispose();
  });

  async function start(text = support, locale = "en", known: readonly string[] = commands): Promise<void> {
    client = await startClient({ "company.sla": companyText, "support.sla": text }, locale, { commands: known });
    open(client, "support.sla", text);
  }

  it("stands above each agreement and each claim, with counter-examples counted", async () => {
    await start();
    // Incidents have two severities; urgent ones are handled.
    assert.deepEqual((await titles(client)).map(uncounted), [
      "✗ 1 counter-example – incident: some of 2 kinds of request have no handler",
      "Simulate a counter-example",
      "N properties proved",
      "✓ incident: true of all 2 kinds of request",
    ]);
    const [lens] = await lensesIn(client);
    assert.deepEqual(lens?.range.start, { line: 0, character: "agreement ".length });
  });

  it("follows what is typed, and has the client ask again", async () => {
    await start();
    await settled(client);
    const { refreshes: before, statuses } = client.heard;
    const seen = statuses.length;
    assert.ok(before > 0);
    type(client, "support.sla", " when severity is urgent {", " {");
    await settled(client, seen);
    const [line] = await titles(client);
    assert.equal(uncounted(line), "✓ proved: all 2 kinds of request have a handler; N more properties");
    assert.ok(client.heard.refreshes > before);
  });

  it("speaks Japanese", async () => {
    await start(support, "ja");
    assert.deepEqual((await titles(client)).map(uncounted), [
      "✗ 反例 1 件（incident：2 通りの依頼に、担当のないものがあります）",
      "反例を試す",
      "N 項目は証明済み",
      "✓ incident：2 通りの依頼すべてで成り立ちます",
    ]);
  });

  it("is only read where the client has no commands for it", async () => {
    await start(support, "en", []);
    const lenses = await lensesIn(client);
    assert.deepEqual(
      lenses.map(({ command }) => command?.command),
      ["", "", ""],
    );
  });

  it("tells of a claim what is claimed, also where an agreement has its name", async () => {
    await start(support.replace(/prove \w+/, "prove support"));
    const shown = (await lensesIn(client))
      .filter(({ command }) => command?.command === SHOW_PROOF_COMMAND)
      .map(({ command }) => client.connection.sendRequest<ProofAnswer>(PROOF_REQUEST, command?.arguments?.[0]));
    assert.deepEqual(
      (await Promise.all(shown)).map(({ proof }) => proof?.status),
      ["counter-example", "counter-example", "proved"],
    );
  });

  it("is told to be gone where the agreement has another name by now", async () => {
    await start();
    const [lens] = await lensesIn(client);
    const seen = client.heard.statuses.length;
    type(client, "support.sla", "agreement support between", "agreement helpdesk between");
    await settled(client, seen);
    assert.deepEqual(await client.connection.sendRequest(PROOF_REQUEST, lens?.command?.arguments?.[0]), {});
  });

  it("tells the details, with links to the clause and requests for the simulator", async () => {
    await start();
    const [lens] = await lensesIn(client);
    assert.equal(lens?.command?.command, SHOW_PROOF_COMMAND);
    const { proof: shown }: ProofAnswer = await client.connection.sendRequest(
      PROOF_REQUEST,
      lens?.command?.arguments?.[0],
    );
    assert.ok(shown);
    assert.equal(shown.title, "What is proved of 'support'");
    assert.equal(shown.status, "counter-example");
    assert.deepEqual(shown.place, {
      text: "support.sla:1:11",
      link: { uri: `${root}support.sla`, line: 0, character: 10 },
    });
    assert.deepEqual(
      shown.sections.map(({ heading }) => heading),
      ["Not true", "Proved"],
    );
    // The clause handles urgent incidents alone; the other severity is the counter-example.
    const [finding] = shown.sections[0]?.entries[0]?.findings ?? [];
    assert.deepEqual([finding?.code, finding?.name], ["SLA701", "unhandled-request"]);
    assert.deepEqual(finding?.place, {
      text: "support.sla:4:10",
      link: { uri: `${root}support.sla`, line: 3, character: 9 },
    });
    assert.equal(finding?.examples[0]?.request.severity, "normal");
  });

  it("offers to simulate the request that shows a finding, which comes out as the finding says", async () => {
    await start();
    await settled(client);
    const line = { line: 3, character: 12 };
    const actions: CodeAction[] = await client.connection.sendRequest("textDocument/codeAction", {
      textDocument: { uri: `${root}support.sla` },
      range: { start: line, end: line },
      context: { diagnostics: [] },
    });
    const [action] = actions.filter(({ command }) => command?.command === SIMULATE_COMMAND);
    assert.equal(action?.title, "Simulate this request");
    assert.equal(action?.diagnostics?.[0]?.code, "SLA701");
    const [given] = action?.command?.arguments ?? [];
    const result: SimulateResult = await client.connection.sendRequest(SIMULATE_REQUEST, given);
    assert.equal("answer" in result ? result.answer.outcome : JSON.stringify(result), "unhandled");
  });

  it("offers repairs: the missing clause, what cannot occur, and the request kept in a new file", async () => {
    await start();
    await settled(client);
    const line = { line: 3, character: 12 };
    const actions: CodeAction[] = await client.connection.sendRequest("textDocument/codeAction", {
      textDocument: { uri: `${root}support.sla` },
      range: { start: line, end: line },
      context: { diagnostics: [] },
    });
    assert.deepEqual(
      actions.filter(({ diagnostics }) => diagnostics?.[0]?.code === "SLA701").map(({ title }) => title),
      [
        "Add a clause for these requests",
        "Say that it cannot occur: 'impossible when severity is normal'",
        "Simulate this request",
        "Keep it as a scenario in support.scenarios.yaml",
      ],
    );
    const changes = actions.find(({ title }) => title.startsWith("Keep"))?.edit?.documentChanges ?? [];
    assert.deepEqual(
      changes.map((change) => ("kind" in change ? change.kind : change.textDocument.uri)),
      ["create", `${root}support.scenarios.yaml`],
    );
  });

  it("shows its progress where it takes long", async () => {
    const pace = { turn: 0, patience: 0 };
    client = await startClient({ "company.sla": companyText, "support.sla": support }, "en", { pace });
    await settled(client);
    assert.deepEqual([client.heard.progress[0], client.heard.progress.at(-1)], ["begin", "end"]);
  });

  it("can be stopped, which is said, and taken up again", async () => {
    const differing = { commands, pace: { turn: 0, patience: 0 }, isImpatient: true };
    const kinds = Array.from({ length: 50 }, (_, index) => `request kind_${index}\n`).join("");
    const clauses = Array.from(
      { length: 50 },
      (_, index) => `  handle h${index}: kind_${index} {\n    by  Support\n  }\n`,
    );
    const text = `${kinds}agreement many between Sales and Support {\n${clauses.join("")}}\n`;
    client = await startClient({ "company.sla": companyText, "support.sla": text }, "en", differing);
    const [lens] = await lensesIn(client);
    assert.deepEqual(
      [lens?.command?.title, lens?.command?.command],
      ["? not proved: it was stopped. Prove now", PROVE_COMMAND],
    );
    const seen = client.heard.statuses.length;
    void client.connection.sendNotification(PROVE_NOTIFICATION);
    await settled(client, seen);
    const [line] = await titles(client);
    assert.equal(uncounted(line), "✓ proved: all 50 kinds of request have a handler; N more properties");
  });

  it("says at once that it is being worked out, and never makes anyone wait", async () => {
    await start();
    const textDocument = { uri: `${root}support.sla` };
    const lenses: CodeLens[] = await client.connection.sendRequest("textDocument/codeLens", { textDocument });
    assert.match(lenses[0]?.command?.title ?? "", /proving …|counter-example/);
    assert.ok(textOf(client, "support.sla").length > 0);
    await settled(client);
  });
});

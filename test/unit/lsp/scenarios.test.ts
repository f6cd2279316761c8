import assert from "node:assert/strict";
import {
  RUN_SCENARIOS_REQUEST,
  type RunScenariosParams,
  SCENARIOS_REQUEST,
  type ScenarioRun,
  type ShownScenarioFile,
} from "../../../server/lsp/scenarioProtocol.ts";
import { open, root, settled, startClient, type TestClient, textOf, type } from "../../harness/client.ts";
import { companyText } from "../../harness/company.ts";

const support = `agreement support between Sales and Support {
  effective 2026-01-01..2026-12-31

  handle incidents: incident {
    by  Support
    via email, phone
    respond within 4 clock hours

    case urgent when severity is urgent {
      respond within 1 clock hour
    }
  }
}
`;

// Four clock hours after 09:00 are 13:00; one is 10:00.
const scenarios = `defaults: { asker: Sales, channel: email, at: "2026-08-24T09:00" }
scenarios:
  - name: ordinary
    request: { kind: incident, severity: normal }
    expect: { respond by: "2026-08-24T13:00", handler: Support }
  - name: too early
    request: { kind: incident, severity: normal }
    expect: { respond by: "2026-08-24T10:00" }
  - name: later
    skip: waiting for Finance
    request: { kind: incident, severity: normal }
    expect: { handler: Support }
  - name: a slip
    request: { kind: incident, sevrity: normal }
    expect: { handler: Support }
  - name: rows
    matrix: { request.channel: [email, phone] }
    request: { kind: incident, severity: normal }
    expect: { outcome: handled }
  - name: ordinary
    focus: yes
    request: { kind: incident, severity: normal }
    expect: { handler: Support }
`;

const uri = `${root}support.scenarios.yaml`;

describe("scenarios as tests of an editor", () => {
  let client: TestClient;
  afterEach(() => {
    assert.deepEqual(client.heard.logged, []);
    client.connection.dispose();
  });

  async function start(locale = "en", written = scenarios): Promise<void> {
    const files = { "company.sla": companyText, "support.sla": support, "support.scenarios.yaml": written };
    client = await startClient(files, locale, {});
  }

  async function run(ids?: readonly string[], withCoverage = false): Promise<ScenarioRun> {
    const params: RunScenariosParams = { files: [ids ? { uri, ids } : { uri }], withCoverage };
    return client.connection.sendRequest(RUN_SCENARIOS_REQUEST, params);
  }

  it("are told to be others where a file of them was edited, and not where an agreement was", async () => {
    await start();
    await settled(client);
    open(client, "support.sla", support);
    open(client, "support.scenarios.yaml", scenarios);
    const numberAfter = async (path: string, before: string, now: string) => {
      const heard = client.heard.statuses.length;
      type(client, path, before, now);
      await settled(client, heard);
      return client.heard.statuses.at(-1)?.scenarios;
    };
    const first = await numberAfter("support.sla", "respond within 4", "respond within 3");
    assert.equal(await numberAfter("support.sla", "respond within 3", "respond within 2"), first);
    const second = await numberAfter("support.scenarios.yaml", "name: later", "name: afterwards");
    assert.notEqual(second, first);
    assert.equal(await numberAfter("support.sla", "respond within 2", "respond within 4"), second);
  });

  it("are listed with the places of their names, rows one by one, and ids of their own", async () => {
    await start();
    const files: readonly ShownScenarioFile[] = await client.connection.sendRequest(SCENARIOS_REQUEST);
    assert.deepEqual(
      files.map((file) => file.uri),
      [uri],
    );
    const [own] = files;
    assert.deepEqual(
      own?.scenarios.map(({ id }) => id),
      ["ordinary", "too early", "later", "a slip", "rows (email)", "rows (phone)", "ordinary #2"],
    );
    // "  - name: " takes ten characters.
    assert.deepEqual(own?.scenarios[0]?.range, {
      start: { line: 2, character: 10 },
      end: { line: 2, character: 18 },
    });
  });

  it("have ids of their own where one is named as another would be numbered", async () => {
    const named = (name: string) =>
      `  - name: "${name}"\n    request: { kind: incident }\n    expect: { handler: Support }\n`;
    await start("en", `scenarios:\n${["again #2", "again", "again", "again"].map(named).join("")}`);
    const [own]: readonly ShownScenarioFile[] = await client.connection.sendRequest(SCENARIOS_REQUEST);
    assert.deepEqual(
      own?.scenarios.map(({ id }) => id),
      ["again #2", "again", "again #3", "again #4"],
    );
  });

  it("pass, fail, are skipped or cannot be understood, whatever is in focus", async () => {
    await start();
    const { outcomes } = await run();
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ["passed", "failed", "skipped", "broken", "passed", "passed", "passed"],
    );
    assert.deepEqual(
      outcomes.map(({ messages }) => messages.length),
      [0, 1, 1, 1, 0, 0, 0],
    );
    assert.equal(outcomes[2]?.messages[0]?.text, "waiting for Finance");
    assert.match(outcomes[3]?.messages[0]?.text ?? "", /sevrity/);
  });

  it("tell what was expected and found, at its place, and how the answer came about", async () => {
    await start();
    const [failed] = (await run(["too early"])).outcomes;
    const [message] = failed?.messages ?? [];
    assert.deepEqual(message?.compared, { expected: "2026-08-24T10:00", found: "2026-08-24T13:00" });
    // The value in the eighth line, quotation marks included or not, ends before " }".
    assert.equal(message?.range.start.line, 7);
    assert.match(failed?.account[0] ?? "", /^Support .*13:00/);
    assert.ok(failed?.account.some((line) => line.includes("support.incidents")));
  });

  it("follow what is typed in the agreements, unsaved", async () => {
    await start();
    open(client, "support.sla", support);
    type(client, "support.sla", "within 4 clock", "within 1 clock");
    assert.match(textOf(client, "support.sla"), /respond within 1 clock hours/);
    assert.deepEqual(
      (await run(["ordinary", "too early"])).outcomes.map(({ status }) => status),
      ["failed", "passed"],
    );
  });

  it("tell which places of the agreements they came to", async () => {
    await start();
    assert.deepEqual((await run(["ordinary"])).covered, []);
    const { covered } = await run(["ordinary", "ordinary #2"], true);
    assert.deepEqual(
      covered.map((each) => each.uri),
      [`${root}support.sla`],
    );
    // Both come to the clause in the fourth line and none to the case in the ninth.
    assert.deepEqual(
      covered[0]?.places.map(({ range, hits }) => [range.start.line + 1, hits]),
      [
        [4, 2],
        [9, 0],
      ],
    );
  });

  it("speak Japanese", async () => {
    await start("ja");
    const [failed] = (await run(["too early"])).outcomes;
    assert.equal(failed?.messages[0]?.text, "respond by：2026-08-24T10:00 のはずが 2026-08-24T13:00 でした。");
  });
});

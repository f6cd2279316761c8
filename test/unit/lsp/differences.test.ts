import assert from "node:assert/strict";
import { CancellationTokenSource } from "vscode-jsonrpc";
import {
  type CommittedTexts,
  DIFFERENCES_REQUEST,
  type DifferencesAnswer,
  type DifferencesShown,
} from "../../../server/lsp/differenceProtocol.ts";
import { SIMULATE_REQUEST, type SimulateResult } from "../../../server/lsp/protocol.ts";
import { open, root, settled, startClient, type TestClient, type } from "../../harness/client.ts";
import { companyText } from "../../harness/company.ts";

const support = `agreement support between Sales and Support {
  effective 2026-04-01..2027-03-31

  handle incidents: incident {
    by  Support
    via email, phone
    respond within 4 business hours
  }
  commit discounts: discount by Sales {
    may when rate <= 10%
    ask lead of Sales within 1 business day when rate > 10% and rate <= 20%
    never when rate > 20%
  }
}
`;

const files = { "company.sla": companyText, "support.sla": support };

function committed(
  texts: Readonly<Record<string, string>> = files,
  unversioned: readonly string[] = [],
): CommittedTexts {
  return {
    commit: "1a2b3c4",
    files: Object.entries(texts).map(([path, text]) => ({ uri: root + path, text })),
    unversioned: unversioned.map((path) => root + path),
  };
}

describe("what changes in decisions since the last commit, in an editor", () => {
  let client: TestClient;
  afterEach(() => {
    assert.deepEqual(client.heard.logged, []);
    client.connection.dispose();
  });

  async function start(texts: Readonly<Record<string, string>> = files, locale = "en"): Promise<void> {
    client = await startClient(texts, locale);
    for (const [path, text] of Object.entries(texts)) open(client, path, text);
  }

  function asked(since: CommittedTexts | undefined = committed()): Promise<DifferencesAnswer> {
    return client.connection.sendRequest(DIFFERENCES_REQUEST, { key: "1", ...(since && { committed: since }) });
  }

  async function page(since?: CommittedTexts): Promise<DifferencesShown> {
    const answer = await asked(since);
    if (answer.kind !== "compared") throw new Error(answer.kind);
    return answer.page;
  }

  it("is nothing where nothing was typed", async () => {
    await start();
    assert.deepEqual(await page(), {
      title: "Nothing changes in decisions",
      status: "same",
      counts: [],
      about: "What is typed now says what the last commit (1a2b3c4) says.",
      parties: [],
      doubts: [],
      notes: [],
    });
  });

  it("is nothing where only text moves, and a name or a comment is another", async () => {
    await start();
    type(client, "support.sla", "  handle incidents: incident {", "  // all of them\n\n  handle reports:   incident {");
    const { title, status, about } = await page();
    assert.deepEqual([title, status], ["Nothing changes in decisions", "same"]);
    assert.match(about, /Texts that differ: support\.sla\.$/);
  });

  it("is told by the parties concerned and by class, with what is typed and not saved", async () => {
    await start();
    type(client, "support.sla", "within 4 business hours", "within 2 business hours");
    type(client, "support.sla", "may when rate <= 10%", "may when rate <= 15%");
    type(client, "support.sla", "rate > 10%", "rate > 15%");
    const { title, status, counts, parties } = await page();
    assert.deepEqual([title, status], ["2 differences in decisions", "different"]);
    assert.deepEqual(counts, [
      { text: "1 looser", tone: "warn" },
      { text: "1 earlier", tone: "good" },
    ]);
    assert.deepEqual(
      parties.map(({ heading, classes }) => [heading, classes.map((each) => each.heading.text)]),
      [["Concerns Sales, Support", ["looser", "earlier"]]],
    );
    const [looser, earlier] = parties[0]?.classes.map(({ differences }) => differences[0]) ?? [];
    assert.deepEqual(looser?.changes, [
      { label: "promise", before: "ask the lead of Sales within 1 business day", after: "may" },
    ]);
    assert.equal(looser?.requests, "discount, rate above 10% up to 15%");
    // The `may` line is the tenth.
    assert.deepEqual(looser?.places, [
      { text: "support.sla:10:5", link: { uri: `${root}support.sla`, line: 9, character: 4 } },
    ]);
    assert.equal(earlier?.places[0]?.text, "support.sla:4:10");
    // Abe is on duty from Monday 04-06 on. Tuesday at 10:00: of four hours two are left at the lunch break, which ends at 13:00; two are up at 12:00.
    const [example] = earlier?.examples ?? [];
    assert.deepEqual(
      [example?.before, example?.after],
      ["Support (Abe) answers by Tue 2026-04-07 15:00.", "Support (Abe) answers by Tue 2026-04-07 12:00."],
    );
  });

  it("has requests for the simulator, which answers as the example says", async () => {
    await start();
    type(client, "support.sla", "within 4 business hours", "within 2 business hours");
    const [example] = (await page()).parties[0]?.classes[0]?.differences[0]?.examples ?? [];
    assert.equal(example?.simulated?.at, "2026-04-07T10:00");
    const result: SimulateResult = await client.connection.sendRequest(SIMULATE_REQUEST, {
      request: example.simulated,
      uri: `${root}support.sla`,
    });
    assert.ok("answer" in result, JSON.stringify(result));
    assert.ok(example.after.startsWith(result.answer.headline), result.answer.headline);
  });

  it("is asked with the texts once, and by their key from then on", async () => {
    await start();
    assert.deepEqual(await asked({ ...committed(), files: [] }).then(({ kind }) => kind), "compared");
    const known: DifferencesAnswer = await client.connection.sendRequest(DIFFERENCES_REQUEST, { key: "1" });
    assert.equal(known.kind, "compared");
    assert.deepEqual(await client.connection.sendRequest(DIFFERENCES_REQUEST, { key: "2" }), { kind: "texts needed" });
  });

  it("tells of files that are new, that are gone and that are in no repository", async () => {
    await start();
    const { "company.sla": other } = files;
    const more = support.replace("agreement support", "agreement more").replaceAll("discount", "refund");
    const old = committed({ "company.sla": `${companyText}request refund { rate: percent }\n`, "more.sla": more });
    // Nothing was agreed on discounts, and nothing is on refunds: silent is stricter than may and ask, and freer than never.
    const classes = (await page(old)).parties[0]?.classes ?? [];
    const of = (heading: string) => classes.find((each) => each.heading.text === heading)?.differences ?? [];
    assert.deepEqual(
      of("tighter").map(({ requests }) => requests.split(",")[0]),
      ["discount", "refund", "refund"],
    );
    assert.match((await page(old)).about, /Texts that differ: company\.sla, more\.sla, support\.sla\.$/);
    const apart = await page(committed({ "company.sla": other }, ["support.sla"]));
    assert.equal(apart.status, "same");
    assert.deepEqual(apart.notes, ["Not compared, as these files are in no Git repository that is open: support.sla."]);
  });

  it("counts a clause that is half typed as it could be read last, and says so", async () => {
    await start();
    await settled(client);
    type(client, "support.sla", "respond within 4 business hours", "respond withi");
    const { status, counts, doubts } = await page();
    assert.deepEqual([status, counts], ["not decided", []]);
    assert.match(doubts[0] ?? "", /^Not all was compared: support\.sla cannot be read or has errors\./);
  });

  it("leads to the agreement of a clause that is gone", async () => {
    await start();
    const from = support.indexOf("  handle");
    const to = support.indexOf("  commit");
    type(client, "support.sla", support.slice(from, to), "");
    const { parties } = await page();
    const [lost] = parties[0]?.classes ?? [];
    assert.deepEqual(lost?.heading, { text: "cover lost", tone: "bad" });
    const [difference] = lost?.differences ?? [];
    assert.equal(difference?.places[0]?.text, "support.sla:1:11");
    // The clause was written in the fourth line.
    assert.deepEqual(difference.gone, [
      { text: "support.sla:4:10", link: { uri: `${root}support.sla`, line: 3, character: 9 } },
    ]);
  });

  it("leads to the calendar whose times changed", async () => {
    await start();
    type(client, "company.sla", "13:00-18:00", "13:00-17:00");
    const { parties } = await page();
    const places = parties.flatMap(({ classes }) =>
      classes.flatMap(({ differences }) => differences.flatMap((each) => each.places)),
    );
    assert.deepEqual([...new Set(places.map(({ text }) => text))], ["company.sla:2:10"]);
  });

  it("is told as far as anyone reads on, the worst first", async () => {
    const clause = (index: number, hours: number) =>
      `  handle h${index}: k${index} {\n    by Support\n    respond within ${hours + index} clock hours\n  }\n`;
    const indices = Array.from({ length: 101 }, (_, index) => index);
    const kinds = `${companyText}${indices.map((index) => `request k${index}\n`).join("")}`;
    const agreement = (hours: number, more: string) =>
      `agreement many between Sales and Support {\n${indices.map((index) => clause(index, hours)).join("")}${more}}\n`;
    const incidents = "  handle incidents: incident {\n    by Support\n  }\n";
    await start({ "company.sla": kinds, "many.sla": agreement(2, "") });
    const shown = await page(committed({ "company.sla": kinds, "many.sla": agreement(1, incidents) }));
    assert.deepEqual(
      shown.counts.map(({ text }) => text),
      ["1 cover lost", "101 later"],
    );
    const told = shown.parties.flatMap(({ classes }) => classes.map(({ differences }) => differences.length));
    assert.deepEqual(told, [1, 99]);
    assert.match(shown.notes[0] ?? "", /^Of 102 differences the 100 worst are shown\./);
  });

  it("can be cancelled, and is not finished where more was typed meanwhile", async () => {
    const pace = { turn: 0, patience: 1_000 };
    client = await startClient(files, "en", { pace });
    open(client, "support.sla", support.replace("within 4 business hours", "within 2 business hours"));
    await settled(client);
    const source = new CancellationTokenSource();
    const cancelled: Promise<DifferencesAnswer> = client.connection.sendRequest(
      DIFFERENCES_REQUEST,
      { key: "1", committed: committed() },
      source.token,
    );
    source.cancel();
    assert.deepEqual(await cancelled, { kind: "unfinished" });
    const overtaken = asked();
    type(client, "support.sla", "within 2 business hours", "within 3 business hours");
    assert.deepEqual(await overtaken, { kind: "unfinished" });
    assert.equal((await page()).status, "different");
  });

  it("speaks Japanese", async () => {
    await start(files, "ja");
    type(client, "support.sla", "within 4 business hours", "within 2 business hours");
    const { title, counts, about, parties } = await page();
    assert.deepEqual([title, counts[0]?.text], ["判断の違い 1 件", "早くなる 1"]);
    assert.equal(
      about,
      "最後のコミット（1a2b3c4）と今の内容（未保存も含む）の比較です。内容の異なるファイル：support.sla。",
    );
    assert.equal(parties[0]?.heading, "関係者：Sales、Support");
  });
});

import assert from "node:assert/strict";
import * as path from "node:path";
import { type Differing, folderOf, torikime } from "../../harness/terminal.ts";

const samples = path.resolve("samples");

/** Runs `torikime simulate` in samples/product-support with these words. */
function simulate(words: string, differing?: Differing) {
  return torikime(path.join(samples, "product-support"), ["simulate", ...words.split(" ").filter(Boolean)], differing);
}

const cutOver =
  "--kind incident --at 2026-08-22T10:15 --channel phone --customer Acme --set severity=normal --asker Sales";

describe("torikime simulate", () => {
  it("answers a request given by options, in a sentence and row by row", async () => {
    const { code, out, errors } = await simulate(cutOver);
    assert.equal(errors, "");
    assert.equal(code, 0);
    // Row 6 of the acceptance table.
    const lines = out.split("\n");
    assert.equal(lines[0], "incident · severity normal · phone · Acme · Sales · Sat 2026-08-22 10:15 (Asia/Tokyo)");
    assert.equal(lines[1], "Support (Kudo) answers by Sat 2026-08-22 14:15, by email and not by phone.");
    assert.match(out, /^ {2}Respond by +Sat 2026-08-22 14:15 +within 4 business hours$/m);
    assert.match(out, /^ {2}Surcharge +35% +work on the weekly rest day$/m);
    assert.match(out, /phone_cover: never/);
    assert.match(out, /acme_cutover.* acme\.sla:\d+:11$/m);
  });

  it("reads a time in the zone that is given, and tells the answer on the clock of the agreement", async () => {
    // 03:15 in Berlin in summer is 01:15 in UTC, and 10:15 in Tokyo.
    const there = cutOver.replace("T10:15", "T03:15") + " --zone Europe/Berlin";
    assert.equal((await simulate(there)).out, (await simulate(cutOver)).out);
  });

  it("tells times in the zone of the calendars where there is no agreement yet, as it reads them", async () => {
    const company = (zone: string) => `calendar office in Asia/Tokyo {
  open Mon..Fri 09:00-18:00
}
calendar desk in ${zone} {
  open Mon..Fri 09:00-18:00
}
request incident
`;
    const asked = async (zone: string, at: string) => {
      const folder = folderOf({ "company.sla": company(zone) });
      return (await torikime(folder, ["simulate", "--kind", "incident", "--at", at])).out.split("\n")[0];
    };
    assert.equal(await asked("Asia/Tokyo", "2026-12-01T10:00"), "incident · Tue 2026-12-01 10:00 (Asia/Tokyo)");
    // Where the zones differ nobody knows which is meant: 10:00 in Tokyo is 01:00 in UTC.
    assert.equal(await asked("Europe/Berlin", "2026-12-01T10:00+09:00"), "incident · Tue 2026-12-01 01:00 (UTC)");
  });

  it("reads the value of a field as agreements would", async () => {
    const bid = "simulate --kind bid --at 2026-06-17T09:30 --customer 港北市 --set amount=";
    const ask = (amount: string) => torikime(path.join(samples, "handover"), `${bid}${amount}`.split(" "));
    // 600 × 10,000
    assert.equal((await ask("600万円")).out, (await ask("6000000")).out);
  });

  it("has no answer where a step reaches nobody", async () => {
    const bid = "simulate --kind bid --at 2026-06-17T09:30 --customer 港北市 --set amount=6000000 --format json";
    const ask = (words: string) => torikime(path.join(samples, "handover"), words.split(" "));
    assert.equal((await ask(bid)).code, 0);
    const { code, out } = await ask(`${bid} --away Ishida --away Kishi`);
    assert.equal(code, 1);
    assert.match(out, /"unstaffedAt": "approve"/);
  });

  it("answers in Japanese", async () => {
    const { out } = await simulate(`${cutOver} --locale ja`);
    const lines = out.split("\n");
    assert.equal(
      lines[0],
      "incident · severity normal · phone · Acme · Sales · 2026年8月22日（土）10:15（Asia/Tokyo）",
    );
    assert.equal(
      lines[1],
      "Support の Kudo が 8月22日（土）14:15 までに回答します。phone ではなく email で送ってください。",
    );
    assert.match(out, /^ {2}回答期限 +8月22日（土）14:15 +4 営業時間以内$/m);
  });

  it("takes the time of the clock when none is given", async () => {
    // The stand-in's clock is at 2026-08-24T03:00Z, 12:00 in Tokyo: the lunch break.
    const { out } = await simulate("--kind how_to --channel email");
    assert.match(out, /Mon 2026-08-24 12:00 \(Asia\/Tokyo\)\nClosed until Mon 2026-08-24 13:00\./);
  });

  it("reads many requests from a file, with options that hold for all of them", async () => {
    const folder = folderOf({
      "requests.yaml": "- { kind: incident, severity: normal }\n- { kind: how_to }\n",
    });
    const words = [
      "simulate",
      path.join(samples, "product-support"),
      "--request",
      "requests.yaml",
      "--channel",
      "email",
      "--at",
      "2026-08-24T09:00",
    ];
    const { code, out } = await torikime(folder, words);
    assert.equal(code, 0);
    // 09:00 to 12:00 is 3 h, 13:00 to 14:00 the fourth.
    assert.match(out, /^incident · severity normal · email · Mon 2026-08-24 09:00/m);
    assert.match(out, /^how_to · email · Mon 2026-08-24 09:00/m);
    assert.match(out, /answers by Mon 2026-08-24 14:00/);
  });

  it("does not choose between an option and a request that gives the same, nor between two options", async () => {
    const input = "{ kind: incident, severity: normal, channel: email }";
    const both = await simulate("--request - --set severity=urgent --kind how_to", { input });
    assert.equal(both.code, 2);
    assert.match(both.errors, /^\(standard input\):1:3: 'kind' is given here and again as an option/m);
    assert.match(both.errors, /^\(standard input\):1:19: 'severity' is given here and again/m);
    for (const [words, wanted] of [
      ["--kind incident --kind how_to", /^torikime: --kind is given twice/],
      ["--kind incident --set severity=normal --set severity=urgent", /^torikime: 'severity' is given twice/],
      ["--kind incident --channel email --set channel=phone", /^torikime: 'channel' is given twice/],
    ] as const) {
      const { code, errors } = await simulate(words);
      assert.equal(code, 2);
      assert.match(errors, wanted);
    }
    const ja = await simulate("--kind incident --kind how_to", { locale: "ja" });
    assert.match(ja.errors, /--kind が二度指定されています/);
  });

  it("reads a JSON object a line", async () => {
    const line = (severity: string) =>
      `{"kind":"incident","severity":"${severity}","channel":"email","at":"2026-08-24T10:00"}\n`;
    const { code, out } = await simulate("--request -", { input: line("normal") + line("urgent") });
    assert.equal(code, 0);
    // 10:00 to 12:00 is 2 h, then 13:00 to 15:00; an urgent one has 1 h.
    assert.match(out, /answers by Mon 2026-08-24 15:00[\s\S]*answers by Mon 2026-08-24 11:00/);
  });

  it("says that a date alone is no time", async () => {
    const { code, errors } = await simulate("--kind incident --at 2026-08-24");
    assert.equal(code, 2);
    assert.equal(
      errors,
      "--at: '2026-08-24' has no time of day, and deadlines depend on it. Add it, such as `2026-08-24T10:00`.\n",
    );
  });

  it("reads a JSON request from standard input", async () => {
    const input = `{ "kind": "discount", "rate": "15%", "at": "2026-08-24T10:00+09:00" }`;
    const { code, out } = await simulate("--request - --asker Sales", { input });
    assert.equal(code, 0);
    assert.match(out, /^discount · rate 15% · Sales · Mon 2026-08-24 10:00/);
    assert.match(out, /Ask Sato first: answered by Tue 2026-08-25 18:00\./);
  });

  it("ends with 1 where nobody has agreed to handle it", async () => {
    const { code, out } = await simulate("--kind refund --at 2026-08-24T10:00");
    assert.equal(code, 1);
    assert.match(out, /Nobody has agreed to handle this\./);
    assert.match(out, /no clause mentions refund/);
  });

  it("names the option of a problem and what was probably meant, and ends with 2", async () => {
    const { code, out, errors } = await simulate(
      "--kind incident --at 2026-13-01T10:00 --channel phon --set severty=normal --customer Acmo",
    );
    assert.equal(code, 2);
    assert.equal(out, "");
    assert.match(errors, /^--set severty: A request 'incident' has no 'severty'\. Did you mean 'severity'\?$/m);
    assert.match(errors, /^--channel: No channel is called 'phon' in the agreements\. Did you mean 'phone'\?$/m);
    assert.match(errors, /^--customer: No customer is called 'Acmo' in the agreements\. Did you mean 'Acme'\?$/m);
    assert.match(errors, /^--at: '2026-13-01T10:00' is not a date and time that exists\./m);
  });

  it("names the place of a problem in a file, and still answers the others", async () => {
    const folder = folderOf({
      "r.yaml": "- { kind: how_to, channel: email, at: 2026-08-24T09:00 }\n- kind: how_to\n  channel: fax\n",
    });
    const { code, out, errors } = await torikime(folder, [
      "simulate",
      path.join(samples, "product-support"),
      "-r",
      "r.yaml",
    ]);
    assert.equal(code, 2);
    assert.match(errors, /^r\.yaml:3:12: No channel is called 'fax'/);
    assert.match(out, /answers by Mon 2026-08-24 14:00/);
  });

  it("says that YAML is broken, and where", async () => {
    const { code, errors } = await simulate("--request -", { input: "kind: [how_to\n" });
    assert.equal(code, 2);
    assert.match(errors, /^\(standard input\):\d+:\d+: This is not valid YAML/);
  });

  it("says what is missing when nothing is asked, and how --set is written", async () => {
    assert.match((await simulate("")).errors, /--kind KIND/);
    assert.match((await simulate("--kind incident --set severity")).errors, /severity=normal/);
    assert.equal((await simulate("--kind incident --set severity")).code, 2);
  });

  it("says of a file that is not there, or not UTF-8, why", async () => {
    const folder = folderOf({ "r.yaml": new Uint8Array([0x6b, 0xff]) });
    const missing = await torikime(folder, ["simulate", samples, "-r", "nowhere.yaml"]);
    assert.match(missing.errors, /nowhere\.yaml: there is no such file, so it is not known what is asked/);
    const bytes = await torikime(folder, ["simulate", samples, "-r", "r.yaml"]);
    assert.match(bytes.errors, /r\.yaml: is not UTF-8/);
    assert.deepEqual([missing.code, bytes.code], [2, 2]);
  });

  it("asks the only agreements that know the kind, and names them all where several do", async () => {
    const known = await torikime(samples, ["simulate", "--kind", "callback", "--at", "2026-08-24T10:00"]);
    assert.equal(known.code, 0, known.errors);
    assert.match(known.out, /Sales \(営業\), as a team/);
    const several = await torikime(samples, ["simulate", "--kind", "incident", "--at", "2026-08-24T10:00"]);
    assert.equal(several.code, 2);
    assert.match(several.errors, /product-support\/.*wrong-door\//);
    const nowhere = await torikime(folderOf({}), ["simulate", "--kind", "incident"]);
    assert.match(nowhere.errors, /no \.sla files here/);
  });

  it("shows the answer for each value of a missing field", async () => {
    const { out } = await simulate("--kind incident --channel email --at 2026-08-24T09:00");
    assert.match(out, /It depends on severity/);
    assert.match(out, /severity normal\n +Support \(Abe\) answers by Mon 2026-08-24 14:00\./);
    assert.match(out, /severity urgent\n +Support \(Abe\) answers by Mon 2026-08-24 10:00\./);
  });

  it("keeps to the width of the terminal", async () => {
    for (const locale of ["en", "ja"] as const) {
      const { out } = await simulate(`${cutOver} --why`, { locale });
      for (const line of out.split("\n").filter((each) => !each.includes(".sla:")))
        assert.ok(columnsOf(line) <= 100, line);
    }
  });
});

/** Two columns for what is not ASCII, which is never too few. */
function columnsOf(line: string): number {
  return [...line].reduce((sum, character) => sum + (character > "\u00b7" ? 2 : 1), 0);
}

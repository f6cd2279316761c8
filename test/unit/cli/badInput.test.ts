/** Nothing that is wrong with a file makes the command line crash, hang, or lose what the other files say. */
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import decisionSchema from "../../../server/cli/schemas/decision.schema.json";
import whatIfSchema from "../../../server/cli/schemas/what-if.schema.json";
import { displayWidth } from "../../../server/core/format/width.ts";
import { schemaErrors } from "../../harness/schema.ts";
import { folderOf, torikime } from "../../harness/terminal.ts";

/** A file with one error, to see that it is still reported beside the bad one. */
const other = "team Support {\n  lead  Ito\n  hours nowhere\n}\n";

async function checkBeside(name: string, content: string | Uint8Array) {
  return torikime(folderOf({ [name]: content, "other.sla": other }), ["check"]);
}

/** Does something without the rights of the superuser, who may read everything. */
async function asNobody(act: () => Promise<void>): Promise<void> {
  const isSuperuser = process.geteuid?.() === 0;
  if (isSuperuser) process.seteuid?.(65534);
  try {
    await act();
  } finally {
    if (isSuperuser) process.seteuid?.(0);
  }
}

describe("bad input", () => {
  it("a file that is not UTF-8 is named with the place, the others are checked", async () => {
    // By hand: "team " is bytes 0 to 4, then 0x8d in Shift_JIS cannot begin a character.
    const { code, out, errors } = await checkBeside(
      "sjis.sla",
      Buffer.from([...Buffer.from("team "), 0x8d, 0xb2, 0x93]),
    );
    assert.equal(code, 2);
    assert.match(errors, /^sjis\.sla: is not UTF-8 \(near byte 5\)/);
    assert.match(out, /other\.sla:3:9/);
  });

  it("a BOM is not part of the text, and fmt keeps it", async () => {
    const folder = folderOf({ "a.sla": "\ufeffchannel  email\n" });
    const { out } = await torikime(folder, ["check", "--fail-on", "info"]);
    assert.match(out, /Nothing found/);
    await torikime(folder, ["fmt"]);
    assert.equal(fs.readFileSync(path.join(folder, "a.sla"), "utf8"), "\ufeffchannel email\n");
  });

  it("CR LF counts as one line end, and fmt keeps it", async () => {
    const folder = folderOf({ "a.sla": other.replaceAll("\n", "\r\n") });
    assert.match((await torikime(folder, ["check"])).out, /a\.sla:3:9/);
    await torikime(folder, ["fmt"]);
    assert.doesNotMatch(fs.readFileSync(path.join(folder, "a.sla"), "utf8"), /[^\r]\n/);
  });

  it("NUL bytes are reported where they stand", async () => {
    const { code, out } = await checkBeside("nul.sla", "channel a\0b\n");
    assert.equal(code, 1);
    assert.match(out, /SLA001 syntax-error {2}nul\.sla:1:10/);
    assert.match(out, /other\.sla:3:9/);
  });

  it("100,000 nested parentheses are reported, and the other file is checked", async () => {
    const { code, out } = await checkBeside(
      "deep.sla",
      `impossible when ${"(".repeat(100_000)}tier is gold${")".repeat(100_000)}\n`,
    );
    assert.equal(code, 1);
    assert.match(out, /nested too deeply/);
    assert.match(out, /other\.sla:3:9/);
  });

  it("a file of 50 MB is refused with its size and the limit", async () => {
    const folder = folderOf({ "other.sla": other });
    fs.writeFileSync(path.join(folder, "big.sla"), "");
    fs.truncateSync(path.join(folder, "big.sla"), 50_000_000);
    const { code, out, errors } = await torikime(folder, ["check"]);
    assert.equal(code, 2);
    assert.match(errors, /^big\.sla: has 50000000 bytes, more than the 20000000 bytes/);
    assert.match(out, /other\.sla:3:9/);
  });

  it("a file that cannot be read is named, the others are checked", async () => {
    const folder = folderOf({ "other.sla": other });
    fs.symlinkSync("nowhere.sla", path.join(folder, "broken.sla"));
    const { code, out, errors } = await torikime(folder, ["check"]);
    assert.equal(code, 2);
    assert.match(errors, /^broken\.sla: is a link to a file that does not exist/);
    assert.match(out, /other\.sla:3:9/);
  });

  it("a pipe that nobody writes to is not waited for", async () => {
    const folder = folderOf({ "other.sla": other });
    execFileSync("mkfifo", [path.join(folder, "pipe.sla")]);
    for (const words of [["check"], ["fmt", "--check"], ["check", "pipe.sla"]]) {
      const { code, errors } = await torikime(folder, words);
      assert.equal(code, 2);
      assert.match(errors, /^pipe\.sla: is a pipe or a device and not a file/);
    }
  });

  it("requests may come through a pipe that is named, as a shell's <(…) is", async () => {
    const folder = folderOf({ "other.sla": "team Desk {\n  lead Ito\n}\nrequest call\n" });
    execFileSync("mkfifo", [path.join(folder, "asked")]);
    spawn("sh", ["-c", "echo '{ kind: call, at: 2026-08-24T10:00Z }' > asked"], { cwd: folder, stdio: "ignore" });
    const { code, out } = await torikime(folder, ["simulate", "--request", "asked"]);
    assert.equal(code, 1);
    assert.match(out, /^call · Mon 2026-08-24 10:00/);
  });

  it("what is found far along a line without end is shown with what stands beside it", async () => {
    const line = `impossible when ${"tier is gold and ".repeat(1_000)}名前 is gold and ${"tier is gold and ".repeat(1_000)}tier is gold`;
    const { out } = await torikime(folderOf({ "a.sla": `attribute tier of customer: gold | silver\n${line}\n` }), [
      "check",
    ]);
    // 16 characters, then a thousand times 17.
    assert.match(out, /a\.sla:2:17017\n {2}2 │ …[ a-z]*and 名前 is gold and tier[ a-z]*…\n/);
  });

  it("a file that cannot be read is in JSON reports too", async () => {
    const folder = folderOf({ "other.sla": "team Desk {\n  lead Ito\n}\nrequest call\n" });
    fs.symlinkSync("nowhere.sla", path.join(folder, "broken.sla"));
    const at = "2026-08-24T10:00Z";
    for (const words of [
      ["check"],
      ["who", "Ito"],
      ["agenda", "--until", "2026-12-31"],
      ["simulate", "--kind", "call", "--at", at],
      ["simulate", "--kind", "call", "--at", at, "--or-at", at],
    ]) {
      const { code, out } = await torikime(folder, [...words, "--format", "json"]);
      assert.equal(code, 2);
      const { troubles } = JSON.parse(out);
      assert.deepEqual(
        troubles.map(({ file, trouble, detail }: Record<string, string>) => [file, trouble, detail]),
        [["broken.sla", "unreadable", "ENOENT"]],
        words.join(" "),
      );
      assert.match(troubles[0].message, /^broken\.sla: is a link to a file that does not exist/);
    }
  });

  it("a file that cannot be read is in the reports for code hosts too", async () => {
    const folder = folderOf({ "other.sla": "team Desk {\n  lead Ito\n}\n" });
    fs.symlinkSync("nowhere.sla", path.join(folder, "broken.sla"));
    const github = await torikime(folder, ["check", "--format", "github"]);
    assert.match(
      github.out,
      /^::error file=broken\.sla,title=unreadable::broken\.sla: is a link to a file that does not exist/,
    );
    const [run] = JSON.parse((await torikime(folder, ["check", "--format", "sarif"])).out).runs;
    const [invocation] = run.invocations;
    assert.equal(invocation.executionSuccessful, false);
    const [notification] = invocation.toolExecutionNotifications;
    assert.equal(notification.locations[0].physicalLocation.artifactLocation.uri, "broken.sla");
    assert.match(notification.message.text, /^broken\.sla: is a link to a file that does not exist/);
  });

  it("a file of requests that cannot be read is in the JSON too", async () => {
    const folder = folderOf({ "other.sla": "team Desk {\n  lead Ito\n}\nrequest call\n" });
    const asked = ["simulate", "--request", "nowhere.yaml", "--format", "json"];
    for (const [words, schema] of [
      [asked, decisionSchema],
      [[...asked, "--without", "Ito"], whatIfSchema],
    ] as const) {
      const { code, out, errors } = await torikime(folder, words);
      assert.equal(code, 2);
      assert.match(
        errors,
        /^torikime: nowhere\.yaml: there is no such file, so it is not known what is asked\. Check the spelling/,
      );
      assert.deepEqual(schemaErrors(schema, JSON.parse(out)), []);
      assert.equal(JSON.parse(out).troubles[0].file, "nowhere.yaml");
    }
  });

  it("a request that cannot be understood is in the JSON too", async () => {
    const folder = folderOf({ "other.sla": "team Desk {\n  lead Ito\n}\nrequest call\n" });
    const { code, out } = await torikime(folder, ["simulate", "--kind", "cal", "--format", "json"]);
    assert.equal(code, 2);
    const { problems, decisions } = JSON.parse(out);
    assert.deepEqual(decisions, []);
    assert.deepEqual(problems, [
      {
        key: "kind",
        where: "--kind",
        message: "No request kind is called 'cal' in the agreements. Did you mean 'call'?",
      },
    ]);
  });

  it("a file of requests that is not there, or is a folder, is told in words of both languages", async () => {
    const folder = folderOf({ "other.sla": "team Desk {\n  lead Ito\n}\nrequest call\n", "asked/a.yaml": "" });
    const said = async (file: string, locale: string) =>
      (await torikime(folder, ["simulate", "--request", file, "--locale", locale])).errors;
    assert.equal(
      await said("nowhere.yaml", "ja"),
      "torikime: nowhere.yaml: そのファイルがないため、依頼の内容が分かりません。綴りと、今いるフォルダーを確かめてください。\n",
    );
    assert.equal(
      await said("asked", "en"),
      "torikime: asked: is a folder and not a file, so it is not known what is asked. Name a file in it.\n",
    );
    assert.match(await said("other.sla/a.yaml", "ja"), /パスの途中がフォルダーではなくファイルであるため、/);
  });

  it("files and folders that one may not read are named, the others are checked", async () => {
    const folder = folderOf({ "other.sla": other, "mine.sla": other, "locked/a.sla": other });
    fs.chmodSync(folder, 0o755);
    fs.chmodSync(path.join(folder, "mine.sla"), 0o000);
    fs.chmodSync(path.join(folder, "locked"), 0o000);
    await asNobody(async () => {
      const { code, out, errors } = await torikime(folder, ["check"]);
      assert.equal(code, 2);
      assert.match(errors, /^locked: you are not allowed to read it, so what it says is missing from this result\./m);
      assert.match(errors, /^mine\.sla: you are not allowed to read it/m);
      assert.match(out, /other\.sla:3:9/);
      for (const named of ["locked", "locked/a.sla"])
        assert.match((await torikime(folder, ["check", named])).errors, /^locked.*: you are not allowed to read it/m);
      assert.match((await torikime(folder, ["fmt", "mine.sla"])).errors, /^mine\.sla: you are not allowed to read it/m);
    });
    fs.chmodSync(path.join(folder, "locked"), 0o755);
  });

  it("files that one may read and not write are named, and stay as they are", async () => {
    const folder = folderOf({ "a.sla": "channel  email\n", "b.sla": "channel  phone\n" });
    fs.chmodSync(folder, 0o755);
    fs.chmodSync(path.join(folder, "a.sla"), 0o444);
    fs.chmodSync(path.join(folder, "b.sla"), 0o666);
    await asNobody(async () => {
      const { code, out, errors } = await torikime(folder, ["fmt"]);
      assert.deepEqual([code, out], [2, "b.sla\n"]);
      assert.match(errors, /^a\.sla: you are not allowed to write it, so it was left as it is\./);
    });
    assert.equal(fs.readFileSync(path.join(folder, "a.sla"), "utf8"), "channel  email\n");
  });

  it("files that one may not write are named by check --fix, too, and checked as they are", async () => {
    const folder = folderOf({ "a.sla": "channel email;\n", "b.sla": "channel phone、chat;\n" });
    fs.chmodSync(folder, 0o755);
    fs.chmodSync(path.join(folder, "a.sla"), 0o444);
    fs.chmodSync(path.join(folder, "b.sla"), 0o666);
    // What repairs is loaded at the first use, and somebody else may not read it here.
    await torikime(folderOf({ "a.sla": "channel email\n" }), ["check", "--fix"]);
    await asNobody(async () => {
      const { code, out, errors } = await torikime(folder, ["check", "--fix"]);
      assert.equal(code, 2);
      assert.match(errors, /^a\.sla: you are not allowed to write it, so it was left as it is\./);
      assert.match(out, /SLA007 slip-of-the-pen {2}a\.sla:1:14\n/);
      assert.match(out, /\n2 repairs made in 1 file\.\n1 warning\. /);
    });
    assert.equal(fs.readFileSync(path.join(folder, "a.sla"), "utf8"), "channel email;\n");
    assert.equal(fs.readFileSync(path.join(folder, "b.sla"), "utf8"), "channel phone,chat\n");
  });

  it("a broken torikime.yaml is reported with its place", async () => {
    const { code, out } = await checkBeside("torikime.yaml", "checks: {unknown-name: off\nlocale: en\n");
    assert.equal(code, 1);
    assert.match(out, /SLA000 settings {2}torikime\.yaml:/);
    assert.match(out, /other\.sla:3:9/);
  });

  it("errors in agreements are told by every command that answers by them", async () => {
    const folder = folderOf({ "a.sla": other, "a.scenarios.yaml": "scenarios: []\n" });
    for (const words of [["who", "Ito"], ["agenda", "--until", "2026-12-31"], ["prove"], ["test"]])
      assert.match((await torikime(folder, words)).errors, /^a\.sla has errors \(1\), so not all/, words.join(" "));
  });

  it("nothing of a report is wider than a narrow screen but places and lines of code", async () => {
    const { out } = await torikime(folderOf({ "a.sla": other.replace("lead  Ito", "lead  伊藤") }), ["check"], {
      columns: 40,
      locale: "ja",
    });
    for (const line of out.split("\n")) assert.ok(displayWidth(line) <= 40 || line.includes("a.sla:"), line);
    assert.match(out, /^エラー 1 件。\n1 ファイル、/m);
  });

  it("an empty file is nothing to complain about", async () => {
    assert.equal((await torikime(folderOf({ "a.sla": "" }), ["check"])).code, 0);
  });

  it("a path that names nothing is wrong use", async () => {
    const { code, errors } = await torikime(folderOf({}), ["check", "missing.sla"]);
    assert.deepEqual([code, errors.includes("'missing.sla'")], [2, true]);
  });
});

describe("wrong use", () => {
  const cases: [words: string[], said: RegExp][] = [
    [["chekc"], /There is no command 'chekc'\. Did you mean 'check'\?/],
    [["check", "--fromat", "json"], /There is no option --fromat\. Did you mean --format\?/],
    [["check", "--format", "xml"], /--format cannot be 'xml'\. It is one of pretty, json, github, sarif\./],
    [["check", "--format"], /--format needs a value: --format pretty\|json\|github\|sarif\./],
    [["simulate", "-r"], /--request needs a value: --request FILE\./],
    [["simulate", "--why=yes"], /--why takes no value\./],
    [["check", "-x"], /There is no option -x\./],
    [["check", "--today", "tomorrow"], /--today needs a day/],
    [["explain", "SLA9999"], /There is no code 'SLA9999'/],
  ];
  for (const [words, said] of cases) {
    it(`${words.join(" ")} ends with 2 and says what was meant`, async () => {
      const { code, errors } = await torikime(folderOf({}), words);
      assert.equal(code, 2);
      assert.match(errors, said);
    });
  }

  it("shows the help in the language asked for, also before a command is named", async () => {
    const { code, out } = await torikime(folderOf({}), ["--locale", "ja", "--help"]);
    assert.equal(code, 0);
    assert.match(out, /^使い方：/);
  });

  it("no words at all show the usage and end with 2; --help ends with 0", async () => {
    assert.equal((await torikime(folderOf({}), [])).code, 2);
    const { code, out } = await torikime(folderOf({}), ["--help"]);
    assert.deepEqual([code, out.startsWith("Usage: torikime")], [0, true]);
  });
});

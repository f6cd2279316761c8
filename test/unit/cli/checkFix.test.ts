import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import findingsSchema from "../../../server/cli/schemas/findings.schema.json";
import { schemaErrors } from "../../harness/schema.ts";
import { folderOf, torikime } from "../../harness/terminal.ts";

/** Four repairs: ９:00, `-` between weekdays, 、 and `;`. */
const written = "calendar office in Asia/Tokyo {\n  open Mon-Fri ９:00-12:00、13:00-18:00;\n}\n";
const repaired = "calendar office in Asia/Tokyo {\n  open Mon..Fri 09:00-12:00,13:00-18:00\n}\n";

function textIn(folder: string, file: string): string {
  return fs.readFileSync(path.join(folder, file), "utf8");
}

describe("torikime check --fix", () => {
  it("makes the repairs that change no meaning, says how many, and reports what is left", async () => {
    const team = "team Support {\n  lead  Ito\n  hours ofice\n}\nrequest refund { amount: 円 }\n";
    const folder = folderOf({ "company.sla": written, "team.sla": team });
    const { code, out, errors } = await torikime(folder, ["check", "--fix"]);
    assert.deepEqual([code, errors], [1, ""]);
    assert.equal(textIn(folder, "company.sla"), repaired);
    assert.equal(textIn(folder, "team.sla"), team.replace("円", "JPY"));
    assert.match(out, /^error SLA101 unknown-name {2}team\.sla:3:9\n/);
    assert.match(out, /\n5 repairs made in 2 files\.\n1 error\b/);
    assert.doesNotMatch(out, /SLA00\d|SLA124/);
    assert.match((await torikime(folder, ["check", "--fix", "--locale", "ja"])).out, /\n自動で直すところはありません/);
    assert.match((await torikime(folder, ["check", "--fix"])).out, /\nThere was nothing to repair\.\n1 error\b/);
  });

  it("speaks Japanese, and of one repair in one file", async () => {
    const one = await torikime(folderOf({ "a.sla": "channel email;\n" }), ["check", "--fix"]);
    assert.deepEqual([one.code, one.out.split("\n")[0]], [0, "1 repair made in 1 file."]);
    const inJapanese = await torikime(folderOf({ "a.sla": written }), ["check", "--fix", "--locale", "ja"]);
    assert.equal(inJapanese.out.split("\n")[0], "1 ファイルの 4 か所を直しました。");
  });

  it("changes only the files that are named", async () => {
    const folder = folderOf({ "torikime.yaml": "", "a.sla": "channel email;\n", "b.sla": "channel phone;\n" });
    const { out } = await torikime(folder, ["check", "--fix", "a.sla"]);
    assert.match(out, /^1 repair made in 1 file\.\n/);
    assert.deepEqual([textIn(folder, "a.sla"), textIn(folder, "b.sla")], ["channel email\n", "channel phone;\n"]);
  });

  it("keeps a byte order mark and line ends, and does not touch a file without a repair", async () => {
    const windows = "\ufeff" + written.replaceAll("\n", "\r\n");
    const folder = folderOf({ "a.sla": windows, "b.sla": "channel   email\n" });
    const before = new Date(0);
    fs.utimesSync(path.join(folder, "b.sla"), before, before);
    await torikime(folder, ["check", "--fix"]);
    assert.equal(textIn(folder, "a.sla"), "\ufeff" + repaired.replaceAll("\n", "\r\n"));
    assert.equal(fs.statSync(path.join(folder, "b.sla")).mtimeMs, 0);
  });

  it("repairs every model that is named, each by its own settings", async () => {
    const folder = folderOf({
      "one/torikime.yaml": "checks: { slip-of-the-pen: off }\n",
      "one/a.sla": "channel email;\n",
      "two/torikime.yaml": "",
      "two/a.sla": "channel email;\n",
    });
    await torikime(folder, ["check", "--fix"]);
    assert.deepEqual(
      [textIn(folder, "one/a.sla"), textIn(folder, "two/a.sla")],
      ["channel email;\n", "channel email\n"],
    );
  });

  it("leaves alone what cannot be read, which is told", async () => {
    const bytes = Uint8Array.from([0x63, 0x68, 0xff, 0x3b]);
    const folder = folderOf({ "a.sla": bytes, "b.sla": "channel email;\n" });
    const { code, errors } = await torikime(folder, ["check", "--fix"]);
    assert.equal(code, 2);
    assert.match(errors, /^a\.sla: is not UTF-8/);
    assert.deepEqual(Uint8Array.from(fs.readFileSync(path.join(folder, "a.sla"))), bytes);
    assert.equal(textIn(folder, "b.sla"), "channel email\n");
  });

  it("says in JSON what it made, by the schema, and only where it was asked", async () => {
    const folder = folderOf({ "a.sla": written });
    const plain = JSON.parse((await torikime(folder, ["check", "--format", "json"])).out);
    assert.equal("repaired" in plain, false);
    const report = JSON.parse((await torikime(folder, ["check", "--fix", "--format", "json"])).out);
    assert.deepEqual(report.repaired, { repairs: 4, files: 1 });
    assert.deepEqual(schemaErrors(findingsSchema, report), []);
  });

  it("says it beside a report that has no place for it", async () => {
    for (const format of ["github", "sarif"]) {
      const { out, errors } = await torikime(folderOf({ "a.sla": written }), ["check", "--fix", "--format", format]);
      assert.equal(errors, "4 repairs made in 1 file.\n");
      assert.doesNotMatch(out, /repairs made/);
    }
  });
});

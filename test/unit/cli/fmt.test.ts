import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { folderOf, torikime } from "../../harness/terminal.ts";

const untidy = { "a.sla": "team Support{\n lead Ito\n     members Abe,Kudo\n}\n", "b.sla": "channel email\n" };
const tidy = "team Support {\n  lead    Ito\n  members Abe, Kudo\n}\n";

describe("torikime fmt", () => {
  it("lays out the files that need it and names them", async () => {
    const folder = folderOf(untidy);
    const { code, out, errors } = await torikime(folder, ["fmt"]);
    assert.deepEqual([code, out, errors], [0, "a.sla\n", "1 of 2 files laid out anew.\n"]);
    assert.equal(fs.readFileSync(path.join(folder, "a.sla"), "utf8"), tidy);
    assert.equal((await torikime(folder, ["fmt"])).out, "");
  });

  it("with --check changes nothing and ends with 1", async () => {
    const folder = folderOf(untidy);
    const { code, out } = await torikime(folder, ["fmt", "--check"]);
    assert.deepEqual([code, out], [1, "a.sla\n"]);
    assert.equal(fs.readFileSync(path.join(folder, "a.sla"), "utf8"), untidy["a.sla"]);
  });

  it("speaks the language that torikime.yaml asks for", async () => {
    const folder = folderOf({ ...untidy, "torikime.yaml": "locale: ja\n" });
    assert.equal((await torikime(folder, ["fmt"])).errors, "2 ファイル中 1 件の書式を整えました。\n");
    assert.equal((await torikime(folder, ["fmt", "--locale", "en"])).errors, "0 of 2 files laid out anew.\n");
  });

  // `led` begins at line 3, column 3, after a line that could be laid out; the other declaration of the file is.
  const broken = { "a.sla": untidy["a.sla"], "b.sla": "channel   email\nteam Desk{\n  led Ito\n}\n" };

  it("says what has errors and is left as it is, lays out the rest, and ends with 2", async () => {
    const folder = folderOf(broken);
    const { code, out, errors } = await torikime(folder, ["fmt"]);
    assert.deepEqual([code, out], [2, "a.sla\nb.sla\n"]);
    assert.equal(
      errors,
      "b.sla:3:3: No line here can begin with 'led', so this line has no effect. The declaration that has this was left as it is.\n" +
        "2 of 2 files laid out anew. 1 file has errors.\n",
    );
    assert.equal(fs.readFileSync(path.join(folder, "b.sla"), "utf8"), "channel email\nteam Desk{\n  led Ito\n}\n");
    const again = await torikime(folder, ["fmt", "--locale", "ja"]);
    assert.deepEqual([again.code, again.out], [2, ""]);
    assert.equal(
      again.errors,
      "b.sla:3:3: ここには「led」で始まる行を書けないため、この行は無効です。そのため、この宣言の書式は整えていません。\n" +
        "2 ファイル中 0 件の書式を整えました。エラーのあるファイルが 1 件あります。\n",
    );
  });

  it("says the same with --check, also where nothing would change, and counts what else has errors", async () => {
    const two = 'team Desk{\n  led Ito\n}\nteam Shop {\n  title "unclosed\n  led Abe\n}\n';
    const { code, out, errors } = await torikime(folderOf({ "b.sla": two }), ["fmt", "--check"]);
    assert.deepEqual([code, out], [2, ""]);
    assert.match(
      errors,
      /^b\.sla:2:3: .*; so were others of this file that have errors \(1\)\. 'torikime check' tells/,
    );
    assert.match(errors, /\n0 of 1 file would change\. 1 file has errors\.\n$/);
  });

  it("leaves alone what is not closed, and says so", async () => {
    const { code, errors } = await torikime(folderOf({ "a.sla": 'team Desk {\n  title "desk\n  lead Ito\n}\n' }), [
      "fmt",
    ]);
    assert.equal(code, 2);
    assert.match(errors, /^a\.sla:2:9: This text has no closing quote/);
  });
});

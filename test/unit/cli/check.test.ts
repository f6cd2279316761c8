import assert from "node:assert/strict";
import findingsSchema from "../../../server/cli/schemas/findings.schema.json";
import { schemaErrors } from "../../harness/schema.ts";
import { folderOf, torikime } from "../../harness/terminal.ts";

/** One team whose calendar is misspelt: one error at line 4, column 11. */
const misspelt = {
  "company.sla": `calendar office in Asia/Tokyo {
  open Mon..Fri 09:00-18:00
}
team Support { // サポート
  lead  Ito
  hours ofice
}
`,
};

describe("torikime check", () => {
  it("shows the line, marks the word, says what to do and how to mend it", async () => {
    const { out, code } = await torikime(folderOf(misspelt), ["check"]);
    assert.match(out, /error SLA101 unknown-name {2}company\.sla:6:9\n/);
    assert.match(out, /\n {2}6 │ {3}hours ofice\n {4}│ {9}\^{5}\n/);
    assert.match(out, /fix: .*'office'/);
    assert.match(out, /\n1 error\b.*1 file read/);
    assert.equal(code, 1);
  });

  it("marks the right columns after full-width text, which is two columns wide", async () => {
    const folder = folderOf({ "a.sla": 'team 営業部 { lead 佐藤\n  title "営業" 部\n}\n' });
    const { out } = await torikime(folder, ["check"]);
    // `  title "営業" ` is 2+5+1+1+4+1+1 = 15 columns; the mark stands under 部, which is two wide.
    assert.match(out, new RegExp(`│ ${" ".repeat(15)}\\^\\^\n`));
  });

  it("counts what is in the files that were named, and says that others were read", async () => {
    const agreement = "agreement a between Sales and Support {\n  commit c: refund by Sales {\n    never\n  }\n}\n";
    const team = (name: string) => `team ${name} {\n  lead Lead_of_${name}\n  deputy Aide for Lead_of_${name}\n}\n`;
    const folder = folderOf({
      "torikime.yaml": "",
      "company.sla": `request refund\n${team("Sales")}${team("Support")}`,
      "orders.sla": agreement,
      "other.sla": agreement.replace(" a ", " b ").replaceAll("refund", "bonus") + "request bonus\n",
    });
    const named = async (...files: string[]) =>
      /\d+ files? read.*/.exec((await torikime(folder, ["check", ...files])).out.replace(/\n/g, " "))?.[0].trim();
    const beside = (others: string) => `${others} read, and not reported on.`;
    assert.equal(
      await named("company.sla"),
      `1 file read: 0 agreements, 0 clauses. ${beside("2 more files of the model were")}`,
    );
    assert.equal(
      await named("orders.sla", "company.sla"),
      `2 files read: 1 agreement, 1 clause. ${beside("1 more file of the model was")}`,
    );
    assert.equal(await named(), "3 files read: 2 agreements, 2 clauses.");
  });

  it("is clean with exit code 0 and says what was read", async () => {
    const folder = folderOf({ "a.sla": "channel email\n" });
    const { out, code } = await torikime(folder, ["check", "--fail-on", "info"]);
    assert.deepEqual([code, out], [0, "Nothing found. 1 file read: 0 agreements, 0 clauses.\n"]);
  });

  it("counts hints that it leaves out, says how to see them, and shows them when asked", async () => {
    // SLA501 is a hint: of the two attributes nothing uses one.
    const text = (reversed: string) =>
      `team X { lead A }
team Y { lead B }
request discount
attribute tier of customer: silver | gold
attribute region of customer: east | west
agreement a between X and Y {
  effective ${reversed}
  commit c: discount by X {
    may when tier is gold
    never when tier is not gold
  }
}
`;
    const folder = folderOf({
      "torikime.yaml": "",
      "a.sla": text("2026-04-01..2027-03-31"),
      "b/torikime.yaml": "",
      "b/b.sla": text("2027-03-31..2026-04-01"),
    });
    const last = async (...words: string[]) => {
      const { out, code } = await torikime(folder, ["check", "--today", "2026-08-24", ...words]);
      return `${code} ${out.trimEnd().split("\n\n").at(-1)?.replaceAll("\n", " ")}`;
    };
    const read = "1 file read: 1 agreement, 1 clause.";
    assert.equal(await last("a.sla"), `0 Nothing found but 1 hint; '--hints' shows it. ${read}`);
    const inJapanese = "ヒント 1 件のほかに問題はありません（--hints で表示）。";
    assert.match(await last("a.sla", "--locale", "ja"), new RegExp(`^0 ${inJapanese} ?1 ファイル、`));
    assert.equal(await last("a.sla", "--hints"), `0 1 hint. ${read}`);
    assert.match((await torikime(folder, ["check", "a.sla", "--hints"])).out, /^hint SLA501 .*a\.sla:5:11\n/);
    // A range that is reversed is an error.
    assert.match(await last("b"), /^1 1 error.*\. 1 hint is left out; '--hints' shows it\. 1 file read/);
    const json = await torikime(folder, ["check", "a.sla", "--hints", "--format", "json"]);
    assert.deepEqual(schemaErrors(findingsSchema, JSON.parse(json.out)), []);
    assert.deepEqual(
      JSON.parse(json.out).findings.map(({ severity }: { severity: string }) => severity),
      ["hint"],
    );
  });

  it("ends with 1 only for findings at or above the level asked for", async () => {
    const team = (name: string) => `team ${name} {\n  lead ${name}_lead\n  hours office\n}\n`;
    const calendar = "calendar office in Asia/Tokyo {\n  open Mon..Fri 09:00-18:00\n}\n";
    // `refund` is a kind that no clause is about: info.
    const commit =
      "agreement a between X and Y {\n  effective 2026-04-01..2027-03-31\n  commit c: discount by X {\n    never\n  }\n}\n";
    const folder = folderOf({
      "a.sla": `${calendar}${team("X")}${team("Y")}request refund\nrequest discount\n${commit}`,
    });
    assert.equal((await torikime(folder, ["check"])).code, 0);
    assert.equal((await torikime(folder, ["check", "--fail-on", "info"])).code, 1);
  });

  it("reads a file together with all that is under its torikime.yaml, and reports on that file only", async () => {
    const folder = folderOf({
      "torikime.yaml": "today: 2026-08-24\n",
      "calendars/office.sla": "calendar office in Asia/Tokyo {\n  open Mon..Fri 09:00-18:00\n}\n",
      "teams/support.sla": "team Support {\n  lead  Ito\n  hours office\n}\n",
      "teams/broken.sla": "team Broken {\n  lead  Abe\n  hours nowhere\n}\n",
    });
    const { out, code } = await torikime(folder, ["check", "teams/support.sla"]);
    assert.equal(code, 0, out);
    assert.equal((await torikime(folder, ["check"])).code, 1);
  });

  it("keeps the models of several folders apart, each with its own torikime.yaml", async () => {
    const calendar =
      "calendar office in Asia/Tokyo {\n  open Mon..Fri 09:00-18:00\n}\nteam A {\n  lead Abe\n  hours office\n}\n";
    const folder = folderOf({ "x/torikime.yaml": "", "x/a.sla": calendar, "y/torikime.yaml": "", "y/a.sla": calendar });
    assert.equal((await torikime(folder, ["check"])).code, 0);
    const together = folderOf({ "x/a.sla": calendar, "y/a.sla": calendar });
    assert.equal((await torikime(together, ["check"])).code, 1);
  });

  it("takes patterns that the shell left alone", async () => {
    const folder = folderOf({ "deep/er/a.sla": "channel email\n", "b.sla": "channel phone\n" });
    assert.match((await torikime(folder, ["check", "**/a.sla"])).out, /1 file read/);
  });

  it("a pattern, like a folder, passes installed packages over unless it names them", async () => {
    const folder = folderOf({ "a.sla": "channel email\n", "node_modules/other/b.sla": "chanel\n" });
    assert.match((await torikime(folder, ["check", "**/*.sla"])).out, /Nothing found\. 1 file read/);
    assert.match((await torikime(folder, ["check", "node_modules/*/*.sla"])).out, /b\.sla:1:1/);
  });

  it("writes Japanese where asked by option, by setting and by environment, in this order", async () => {
    const folder = folderOf(misspelt);
    assert.match(
      (await torikime(folder, ["check", "--locale", "ja"])).out,
      /エラー SLA101[\s\S]*\nエラー \d+ 件。1 ファイル/,
    );
    assert.match((await torikime(folder, ["check"], { locale: "ja" })).out, /エラー SLA101/);
    const set = folderOf({ ...misspelt, "torikime.yaml": "locale: ja\n" });
    assert.match((await torikime(set, ["check"])).out, /エラー SLA101/);
    assert.match((await torikime(set, ["check", "--locale", "en"])).out, /error SLA101/);
  });

  it("tells what falls between two agreements without the dates of the one that ended, on which it was handled", async () => {
    const { out } = await torikime("samples", ["check", "faults/sunset-gap"]);
    assert.match(
      out.replace(/\n +/g, " "),
      /When 'this_year' ends on 2026-09-30, cleaning_job by Managers is unhandled until 'next_year' begins on 2026-10-05;/,
    );
  });

  it("uses colours only where it is told that they are seen", async () => {
    const folder = folderOf(misspelt);
    assert.doesNotMatch((await torikime(folder, ["check"])).out, /\x1b/);
    assert.match((await torikime(folder, ["check"], { colours: true })).out, /\x1b\[31merror/);
  });

  it("tells what torikime.yaml says that cannot be understood", async () => {
    const folder = folderOf({ "torikime.yaml": "todya: 2026-08-24\n", "a.sla": "channel email\n" });
    const { out, code } = await torikime(folder, ["check"]);
    assert.match(out, /SLA000 settings {2}torikime\.yaml:1:1\n/);
    assert.match(out, /today/);
    assert.equal(code, 1);
  });
});

describe("torikime check --repairs", () => {
  /** An agreement with a promise that is not kept: what comes on Friday night is first answered on Monday, the third day after. */
  const broken = (name: string) => `request ${name}
agreement of_${name} between Sales and Support {
  effective 2026-09-01..2026-09-30
  handle requests: ${name} {
    by Support
    via email
    respond within 2 business hours
  }
  guarantee answer: ${name} to customers {
    respond within 1 calendar day
  }
}
`;
  const company = `calendar office in Asia/Tokyo { open Mon..Fri 09:00-18:00 }
channel email
team Sales { lead Sato
  hours office
}
team Support { lead Ito
  hours office
}
`;
  const kept = "fix: Promise 'respond within 3 calendar days'";
  const many = Array.from({ length: 30 }, (_, index) => broken(`k${index}`)).join("");

  it("says that not every repair was tried where enough were, and how to have the others tried", async () => {
    const folder = folderOf({ "company.sla": company, "many.sla": many });
    const { out } = await torikime(folder, ["check", "--repairs"]);
    const words = out.replace(/\s+/g, " ");
    assert.ok(words.includes(kept), out);
    assert.match(
      words,
      /For \d+ findings not every repair was tried: .* name fewer files, to have the others tried\.\s*$/,
    );
    const plain = await torikime(folder, ["check"]);
    assert.doesNotMatch(plain.out, /tried/);
  });

  it("tries those of the files that were named, and none of the others", async () => {
    const folder = folderOf({ "company.sla": company, "many.sla": many, "single.sla": broken("single") });
    const { out } = await torikime(folder, ["check", "--repairs", "single.sla"]);
    assert.ok(out.replace(/\s+/g, " ").includes(kept), out);
    assert.doesNotMatch(out, /was tried/);
    const json = await torikime(folder, ["check", "--format", "json", "single.sla"]);
    const report = JSON.parse(json.out);
    assert.deepEqual(schemaErrors(findingsSchema, report), []);
    assert.ok(report.findings.every(({ untried }: { readonly untried: boolean }) => !untried));
  });
});

describe("reports for machines", () => {
  it("json has a schema name, a version, and ranges from 1", async () => {
    const { out } = await torikime(folderOf(misspelt), ["check", "--format", "json"]);
    const report = JSON.parse(out);
    assert.deepEqual([report.schema, report.version], ["torikime/findings", 1]);
    const [finding] = report.findings;
    assert.equal(finding.code, "SLA101");
    assert.deepEqual(finding.range, { start: { line: 6, column: 9 }, end: { line: 6, column: 14 } });
    assert.deepEqual(finding.fixes[0].edits, [{ file: "company.sla", range: finding.range, newText: "office" }]);
  });

  it("json is what its schema says, for a draft with every sort of finding", async () => {
    const { out } = await torikime("samples", ["check", "first-draft", "--format", "json"]);
    assert.deepEqual(schemaErrors(findingsSchema, JSON.parse(out)), []);
    assert.notDeepEqual(schemaErrors(findingsSchema, { ...JSON.parse(out), version: 2 }), []);
  });

  it("github writes workflow commands with everything escaped", async () => {
    const { out } = await torikime(folderOf(misspelt), ["check", "--format", "github"]);
    assert.match(out, /^::error file=company\.sla,line=6,endLine=6,col=9,endColumn=13,title=SLA101 unknown-name::/);
    assert.equal(out.trimEnd().split("\n").length, 1);
  });

  it("sarif doubles the braces of its messages, which would hold arguments", async () => {
    const { out } = await torikime(folderOf({ "顧客 1.sla": "team Desk {\n  lead Ito\n}}\n" }), [
      "check",
      "--format",
      "sarif",
    ]);
    const [{ message, locations, fixes }] = JSON.parse(out).runs[0].results;
    // SARIF 2.1.0, 3.11.5.
    assert.match(message.text, /^This '}}' closes nothing/);
    // RFC 3986: 顧 is U+9867, E9 A1 A7 in UTF-8; 客 is U+5BA2, E5 AE A2.
    assert.equal(locations[0].physicalLocation.artifactLocation.uri, "%E9%A1%A7%E5%AE%A2%201.sla");
    assert.equal(fixes[0].artifactChanges[0].replacements[0].insertedContent.text, "");
  });

  it("sarif is SARIF 2.1.0 with the rule, the region and the fix", async () => {
    const { out } = await torikime(folderOf(misspelt), ["check", "--format", "sarif"]);
    const log = JSON.parse(out);
    assert.equal(log.version, "2.1.0");
    const [run] = log.runs;
    assert.deepEqual(
      run.tool.driver.rules.map(({ id }: { id: string }) => id),
      ["SLA101"],
    );
    assert.equal(run.tool.driver.rules[0].shortDescription.text, "A name that no declaration introduces.");
    const japanese = await torikime(folderOf(misspelt), ["check", "--format", "sarif", "--locale", "ja"]);
    const inJapanese = JSON.parse(japanese.out).runs[0];
    assert.equal(inJapanese.language, "ja");
    assert.equal(inJapanese.tool.driver.rules[0].shortDescription.text, "どこにも宣言のない名前です。");
    // SARIF 2.1.0, 3.11.8 and 3.12: `text` is plain, and Markdown stands in `markdown` beside it.
    const ambiguous = folderOf({ "a.sla": "team Support { lead Ito }\nrequest order { lead: days }\n" });
    const sarifOf = async (locale: string) =>
      JSON.parse((await torikime(ambiguous, ["check", "--format", "sarif", "--locale", locale])).out).runs[0].tool
        .driver;
    for (const { help, shortDescription } of [...(await sarifOf("en")).rules, ...(await sarifOf("ja")).rules]) {
      assert.doesNotMatch(help.text + shortDescription.text, /[`*]|^#/m);
      assert.match(help.markdown, /^```sla$/m);
    }
    const [result] = run.results;
    assert.deepEqual([result.ruleId, result.level], ["SLA101", "error"]);
    const region = { startLine: 6, startColumn: 9, endLine: 6, endColumn: 14 };
    assert.deepEqual(result.locations[0].physicalLocation, { artifactLocation: { uri: "company.sla" }, region });
    assert.deepEqual(result.fixes[0].artifactChanges[0].replacements, [
      { deletedRegion: region, insertedContent: { text: "office" } },
    ]);
  });
});

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import schema from "../../../server/cli/schemas/diff.schema.json";
import { displayWidth } from "../../../server/core/format/width.ts";
import { schemaErrors } from "../../harness/schema.ts";
import { folderOf, torikime } from "../../harness/terminal.ts";

const company = `calendar office in Asia/Tokyo {
  open Mon..Fri 09:00-18:00
}
channel email, portal
team Sales {
  lead  Sato
  hours office
}
team Support {
  lead  Ito
  hours office
}
request incident { severity: normal | urgent }
request how_to
request discount { rate: percent }
`;
const agreement = `agreement support between Sales and Support {
  effective 2026-04-01..2027-03-31
  handle incidents: incident, how_to {
    by      Support
    via     email, portal
    respond within 4 business hours
    case urgent: incident when severity is urgent {
      respond within 1 business hour
    }
  }
  commit discounts: discount by Sales {
    may when rate <= 10%
    ask lead of Sales within 1 business day when rate > 10% and rate <= 20%
    never when rate > 20%
  }
}
`;
const files = { "company.sla": company, "support.sla": agreement };

/** The folders `old` and `new`, whose agreement was edited. */
function folders(edit: (text: string) => string): string {
  return folderOf({
    "old/company.sla": company,
    "old/support.sla": agreement,
    "new/company.sla": company,
    "new/support.sla": edit(agreement),
  });
}

function git(folder: string, ...words: readonly string[]): void {
  const author = ["-c", "user.name=Mori", "-c", "user.email=mori@example.co.jp", "-c", "commit.gpgsign=false"];
  execFileSync("git", [...author, ...words], { cwd: folder, stdio: "pipe" });
}

/** A repository with one commit on `main`, and the agreement edited since. */
function repository(edit: (text: string) => string, below = ""): string {
  const own = Object.fromEntries(Object.entries(files).map(([name, text]) => [path.posix.join(below, name), text]));
  const folder = folderOf(own);
  git(folder, "init", "-q", "-b", "main");
  git(folder, "add", ".");
  git(folder, "commit", "-q", "-m", "first");
  fs.writeFileSync(path.join(folder, below, "support.sla"), edit(agreement));
  return folder;
}

const faster = (text: string) => text.replace("within 4 business hours", "within 2 business hours");

describe("torikime diff", () => {
  it("tells a limit that was raised, with an example and both answers", async () => {
    const folder = folders((text) => text.replace("<= 10%", "<= 15%").replace("> 10%", "> 15%"));
    const { code, out } = await torikime(folder, ["diff", "old", "new"]);
    assert.equal(code, 0);
    assert.equal(
      out,
      `old → new: 1 difference in decisions (1 looser)

looser: discount, rate above 10% up to 15% (Sales, Support)
  promise  ask the lead of Sales within 1 business day → may
  For example: discount, rate 12%, Sales, 2026-04-07 10:00
    before  Ask Sato first: answered by Wed 2026-04-08 18:00.
    after   Yes, Sales may promise this.
`,
    );
  });

  it("tells one edit once for all kinds of its clause, where cases keep their own", async () => {
    const { out } = await torikime(folders(faster), ["diff", "old", "new"]);
    // Tuesday at 10:00: four hours are up at 14:00, two at 12:00.
    assert.equal(
      out,
      `old → new: 1 difference in decisions (1 earlier)

earlier: incident, severity normal; how_to (Sales, Support)
  respond  within 4 business hours → within 2 business hours
  For example: incident, severity normal, Sales, 2026-04-07 10:00
    before  Support answers by Tue 2026-04-07 14:00.
    after   Support answers by Tue 2026-04-07 12:00.
`,
    );
  });

  it("shows of several changes each by a request of its own, and by what it changes", async () => {
    const dearer = (text: string) => faster(text).replace("    case urgent", "    surcharge 35%\n    case urgent");
    const { out } = await torikime(folders(dearer), ["diff", "old", "new"]);
    // Of how_to both change for the same requests; of urgent incidents only the cost.
    assert.equal(
      out,
      `old → new: 3 differences in decisions (2 earlier, 1 other cost)

earlier: incident, severity normal (Sales, Support)
  respond  within 4 business hours → within 2 business hours
  For example: incident, severity normal, Sales, 2026-04-07 10:00; other changes show in it, too
    before  Support answers by Tue 2026-04-07 14:00.
    after   Support answers by Tue 2026-04-07 12:00.

earlier, other cost: how_to (Sales, Support)
  surcharge  none → 35%
  respond    within 4 business hours → within 2 business hours
  For example: how_to, Sales, 2026-04-07 10:00
    before  Support answers by Tue 2026-04-07 14:00. Surcharge: –
    after   Support answers by Tue 2026-04-07 12:00. Surcharge: 35%

other cost: incident (Sales, Support)
  surcharge  none → 35%
  For example: incident, severity urgent, Sales, 2026-04-07 10:00
    before  Surcharge: –
    after   Surcharge: 35%
`,
    );
    const { out: cheaper } = await torikime(folders(dearer), [
      "diff",
      "new",
      "old",
      "--fail-on",
      "cost",
      "--locale",
      "ja",
    ]);
    assert.match(cheaper, /\n費用が変わる：incident（Sales、Support）\n/);
    assert.match(cheaper, /変更前 +割増料金：35%\n/);
  });

  it("has a class for channels that are taken no longer, to fail on", async () => {
    const folder = folders((text) => text.replace("via     email, portal", "via     email"));
    const said = async (...words: string[]) => torikime(folder, ["diff", "old", "new", ...words]);
    const { code, out } = await said("--fail-on", "other-channel");
    assert.equal(code, 1);
    assert.match(
      out,
      /^old → new: 1 difference in decisions \(1 other channel\)\n\nother channel: incident, how_to, channel portal/,
    );
    assert.match(out, /\n {2}channels {2}email, portal → email\n/);
    assert.equal((await said("--fail-on", "other,other-handler")).code, 0);
    assert.match((await said("--locale", "ja", "--format", "markdown")).out, /\*\*連絡手段が変わる\*\*/);
    const [difference] = JSON.parse((await said("--format", "json")).out).differences;
    assert.deepEqual(difference.classes, ["other-channel"]);
  });

  it("shows of a change what it changes, also where another change is seen first", async () => {
    const folder = folders((text) =>
      faster(text)
        .replace("within 1 business hour", "within 2 business hours")
        .replace("    case urgent", "    surcharge 35%\n    case urgent"),
    );
    const { out } = await torikime(folder, ["diff", "old", "new"]);
    assert.match(
      out,
      /other cost: .*\n.*\n {2}For example: .*; other changes show in it, too\n {4}before {2}Surcharge: –\n/,
    );
  });

  it("keeps within the width, examples with what is said of them as well", async () => {
    const folder = folders((text) =>
      faster(text)
        .replace("within 1 business hour", "within 2 business hours")
        .replace("    case urgent", "    surcharge 35%\n    case urgent"),
    );
    for (const locale of ["en", "ja"]) {
      const { out } = await torikime(folder, ["diff", "old", "new", "--locale", locale], { columns: 60 });
      for (const line of out.split("\n")) assert.ok(displayWidth(line) <= 60, line);
    }
  });

  it("sets in brackets what is excepted, where several things hold of it", async () => {
    const bent = `${agreement}customer Acme {
  owner Sato
}
exception fair to support.discounts when customer is Acme {
  effective 2026-09-01..2026-09-14
  may
  owner    Sato
  approved by Ito on 2026-08-30
  reason   "a trade fair"
}
`;
    const changed = bent.replaceAll("10%", "15%");
    const folder = folderOf({ "old/a.sla": company + bent, "new/a.sla": company + changed });
    const told = async (locale: string) => (await torikime(folder, ["diff", "old", "new", "--locale", locale])).out;
    assert.match(
      await told("en"),
      /^looser: discount, rate above 10% up to 15%, except \(customer Acme, on 2026-09-01\.\.2026-09-14\)\s+\(Sales, Support\)$/m,
    );
    assert.match(await told("ja"), /ただし顧客が Acme、2026-09-01\.\.2026-09-14\s*の\s*間を除く/);
  });

  it("tells a field that holds other values without an example", async () => {
    const folder = folders((text) => text);
    fs.writeFileSync(path.join(folder, "new/company.sla"), company.replace("normal | urgent", "normal | urgent | low"));
    const { out } = await torikime(folder, ["diff", "old", "new", "--locale", "ja"]);
    assert.equal(
      out,
      "old → new：判断の違い 1 件（その他の違い 1）\n\nその他の違い：incident（Sales、Support）\n  項目「severity」  normal | urgent → normal | urgent | low\n",
    );
    const { out: json } = await torikime(folder, ["diff", "old", "new", "--format", "json"]);
    assert.deepEqual(schemaErrors(schema, JSON.parse(json)), []);
  });

  it("tells the zone of a time where answers are read in another", async () => {
    const folder = folders((text) =>
      text
        .replace("Sales and Support {", "Sales and Support in Europe/Berlin {")
        .replace("by      Support", "by      Sales"),
    );
    const { out } = await torikime(folder, ["diff", "old", "new"]);
    // Ten o'clock in Berlin is 17:00 in Tokyo: an hour of the day is left there, three of the next.
    assert.match(
      out,
      /For example: .*, 2026-04-07 10:00 \(Europe\/Berlin\)\n {4}before {2}Support answers by Wed 2026-04-08 12:00. \(Asia\/Tokyo\)\n {4}after {3}Sales answers by Wed 2026-04-08 05:00. \(Europe\/Berlin\)\n/,
    );
  });

  it("says that nothing changes where only names, comments, layout and files do", async () => {
    const folder = folders((text) =>
      text.replace("agreement support", "// A comment.\nagreement help").replace("handle incidents", "handle   all"),
    );
    fs.renameSync(path.join(folder, "new/support.sla"), path.join(folder, "new/help.sla"));
    const { code, out } = await torikime(folder, ["diff", "old", "new", "--fail-on", "any"]);
    assert.deepEqual([code, out], [0, "old → new: no decision changes.\n"]);
  });

  it("fails on the classes that are asked for", async () => {
    const folder = folders((text) => text.replace("never when rate > 20%\n", ""));
    const codes = ["looser", "later, tighter", "any", "lost-cover"].map(async (classes) => {
      return (await torikime(folder, ["diff", "old", "new", "--fail-on", classes])).code;
    });
    // Nothing is said of 25% any more, which is freer than never.
    assert.deepEqual(await Promise.all(codes), [1, 0, 1, 0]);
    const { code, errors } = await torikime(folder, ["diff", "old", "new", "--fail-on", "loser"]);
    assert.equal(code, 2);
    assert.match(errors, /--fail-on knows no 'loser'. Did you mean 'looser'\?/);
  });

  it("writes Markdown in which names lay out nothing", async () => {
    const { out } = await torikime(folders(faster), ["diff", "old", "new", "--format", "markdown"]);
    assert.match(out, /^### What changes in decisions: old → new\n\n\*\*1 earlier\*\*\n\n- \*\*earlier\*\*: /);
    assert.match(
      out,
      /severity normal; how\\_to \(Sales, Support\)\n {2}- respond: within 4 business hours → \*\*within 2/,
    );
  });

  it("writes JSON with both decisions", async () => {
    const { out } = await torikime(folders(faster), ["diff", "old", "new", "--format", "json"]);
    const written = JSON.parse(out);
    assert.deepEqual(schemaErrors(schema, written), []);
    const { counts, differences } = written;
    assert.deepEqual(counts, { earlier: 1 });
    const [{ requests, changes, examples }] = differences;
    assert.deepEqual(requests, [
      { kind: "incident", anyOf: ["severity normal"], except: [] },
      { kind: "how_to", anyOf: [""], except: [] },
    ]);
    assert.deepEqual(changes, [
      {
        property: "respond",
        class: "earlier",
        label: "respond",
        before: "within 4 business hours",
        after: "within 2 business hours",
        when: null,
      },
    ]);
    assert.equal(examples[0].before.respondBy, "2026-04-07T14:00:00+09:00");
    assert.equal(examples[0].after.respondBy, "2026-04-07T12:00:00+09:00");
  });

  it("writes JSON by its schema for every sort of change", async () => {
    const edits: readonly ((text: string) => string)[] = [
      (text) => text.replace("2027-03-31", "2026-12-31"),
      (text) => text.replace("via     email, portal", "via     email"),
      (text) => text.replace(/ {2}handle incidents[\s\S]*?\n {2}\}\n/, ""),
    ];
    const roots = edits.map(folders);
    const other = folders((text) => text);
    const hours = company.replace("18:00", "17:00").replace("Support {\n  lead  Ito", "Support {\n  lead  Sato");
    fs.writeFileSync(path.join(other, "new/company.sla"), hours);
    for (const root of [...roots, other]) {
      const { out } = await torikime(root, ["diff", "old", "new", "--format", "json"]);
      const written = JSON.parse(out);
      assert.ok(written.differences.length > 0);
      assert.deepEqual(schemaErrors(schema, written), []);
    }
  });

  it("reads settings from each side, and tells of files that cannot be read", async () => {
    const folder = folders((text) => text);
    fs.writeFileSync(path.join(folder, "new/torikime.yaml"), "holidays:\n  JP:\n    extra: [2026-04-07]\n");
    fs.writeFileSync(
      path.join(folder, "old/company.sla"),
      company.replace("18:00", "18:00\n  closed holidays of Japan"),
    );
    fs.writeFileSync(
      path.join(folder, "new/company.sla"),
      company.replace("18:00", "18:00\n  closed holidays of Japan"),
    );
    // The 7th of April, an ordinary Tuesday, is a holiday in the second alone.
    const { out } = await torikime(folder, ["diff", "old", "new"]);
    assert.match(out, /office {2}open → closed: 2026-04-07 09:00-18:00/);
    fs.writeFileSync(path.join(folder, "new/more.sla"), new Uint8Array([0xff, 0xfe]));
    const { code, errors } = await torikime(folder, ["diff", "old", "new"]);
    assert.equal(code, 2);
    assert.match(errors, /more\.sla: is not UTF-8/);
  });

  it("does not say that nothing changes where not all could be read", async () => {
    const folder = folders((text) => text);
    fs.writeFileSync(path.join(folder, "new/more.sla"), new Uint8Array([0xff, 0xfe]));
    const { code, out } = await torikime(folder, ["diff", "old", "new"]);
    assert.equal(code, 2);
    assert.match(
      out,
      /^old → new: no decision changes in what could be compared\.\n\nNot all was compared: new\/more\.sla cannot/,
    );
    const markdown = await torikime(folder, ["diff", "old", "new", "--format", "markdown"], { locale: "ja" });
    assert.match(
      markdown.out,
      /^### 判断の違い：old → new\n\n比べられた範囲では、判断の違いはありません。\n\n> すべては比べられていません。.*more\.sla/,
    );
    const json = async (...words: string[]) => {
      const shown = JSON.parse((await torikime(folder, ["diff", ...words, "--format", "json"])).out);
      assert.deepEqual(schemaErrors(schema, shown), []);
      return shown.complete;
    };
    assert.deepEqual([await json("old", "new"), await json("old", "old")], [false, true]);
    // A text with errors is no other case, whether or not anything else changes.
    const broken = folders((text) => `${faster(text)}team Desk {\n  led Ito\n}\n`);
    const differing = await torikime(broken, ["diff", "old", "new"]);
    assert.match(differing.out, /1 difference in decisions/);
    assert.match(differing.out, /\n\nNot all was compared: new\/support\.sla cannot be read or has errors\./);
  });

  it("says what the texts have that no decision depends on, and so is not compared", async () => {
    const owed = '  owe forms: Sales to Support "a form" with every incident\n';
    const promised = "  guarantee first: incident to customers {\n    respond within 7 calendar days\n  }\n";
    const ended = (text: string, more: string) => text.replace(/\}\n$/, `${more}}\n`);
    const both = await torikime(
      folders((text) => ended(text, owed + promised)),
      ["diff", "old", "new"],
    );
    assert.equal(
      both.out,
      "old → new: no decision changes.\n\nNot compared, as no decision depends on it: duties (owe), guarantees.\n",
    );
    const one = folders((text) => ended(faster(text), owed));
    assert.match((await torikime(one, ["diff", "old", "new"])).out, /depends on it: duties \(owe\)\.\n$/);
    const japanese = await torikime(one, ["diff", "old", "new", "--format", "markdown", "--locale", "ja"]);
    assert.match(japanese.out, /\n> 判断に関わらないため比べていないもの：義務（owe）。\n$/);
    const shown = JSON.parse((await torikime(one, ["diff", "old", "new", "--format", "json"])).out);
    assert.deepEqual([shown.notCompared, shown.complete], [["duties"], true]);
  });

  describe("tells what is on the agenda otherwise, below all decisions", () => {
    const customer = `customer Acme {
  owner   Sato
  backup  Ito
  records contracts at "crm://a", bids at "crm://b"
  due     bid on 09-30 by Sato needs application_form 10 business days before
  due     audit on 2026-12-01 by Support
}
handover acme_2026 of Acme from Sato to Ito {
  effective 2026-12-01..2026-12-31
  covers    contracts, bids
}
`;
    const reviewed = agreement.replace("  handle", "  review every 6 months by Ito\n  handle");
    const between = (edit: (text: string) => string) =>
      folderOf({
        "old/company.sla": company,
        "old/support.sla": reviewed + customer,
        "new/company.sla": company,
        "new/support.sla": edit(reviewed + customer),
      });
    const told = async (edit: (text: string) => string, ...words: readonly string[]) =>
      (await torikime(between(edit), ["diff", "old", "new", ...words], { columns: 200 })).out;
    const moved = (text: string) =>
      text
        .replace("every 6 months", "every 3 months")
        .replace("10 business days", "15 business days")
        .replace(/ {2}due +audit.*\n/, "")
        .replace("covers    contracts, bids", "covers    contracts");

    it("for people", async () => {
      assert.equal(
        await told(moved),
        `old → new: no decision changes.

Changed on the agenda
  review of support: every 6 months by Ito → every 3 months by Ito
  bid of Acme: every year on 09-30 by Sato (application_form 10 business days before) → every year on 09-30 by Sato (application_form 15 business days before)
  audit of Acme: 2026-12-01 by Support → none
  handover of Acme from Sato to Ito: 2026-12-01..2026-12-31, covers contracts, bids → 2026-12-01..2026-12-31, covers contracts
`,
      );
    });

    it("as Markdown, in Japanese", async () => {
      const out = await told(moved, "--format", "markdown", "--locale", "ja");
      assert.match(
        out,
        /\n\n\*\*予定の違い\*\*\n\n- support の見直し：6 か月ごと、担当は Ito → \*\*3 か月ごと、担当は Ito\*\*\n/,
      );
      assert.match(out, /\n- Acme の bid：毎年9月30日、担当は Sato（application\\_form は 10 営業日前）/);
      assert.match(out, /\n- Acme の audit：2026年12月1日、担当は Support → \*\*なし\*\*\n/);
    });

    it("as JSON, in no class", async () => {
      const shown = JSON.parse(await told(moved, "--format", "json"));
      assert.deepEqual(schemaErrors(schema, shown), []);
      assert.deepEqual(
        shown.agenda.map(({ property }: { property: string }) => property),
        ["review", "due", "due", "handover"],
      );
      assert.deepEqual([shown.counts, shown.differences], [{}, []]);
      const { code } = await torikime(between(moved), ["diff", "old", "new", "--fail-on", "any"]);
      assert.equal(code, 0);
    });

    it("but not other names, another order, or lines written otherwise", async () => {
      const sameness = [
        (text: string) => text.replace("agreement support", "agreement care"),
        (text: string) => text.replace("acme_2026", "acme_handover").replace("contracts, bids", "bids, contracts"),
        (text: string) => text.replace(/( {2}due +bid.*\n)( {2}due +audit.*\n)/, "$2$1"),
      ];
      for (const edit of sameness) assert.equal(await told(edit), "old → new: no decision changes.\n");
    });

    it("and both, where a review changes with a decision", async () => {
      const out = await told((text) => faster(text).replace("by Ito", "by Sato"));
      assert.match(out, /^old → new: 1 difference in decisions \(1 earlier\)\n/);
      assert.match(
        out,
        /\n\nChanged on the agenda\n {2}review of support: every 6 months by Ito → every 6 months by Sato\n$/,
      );
    });
  });

  it("names the first of many days with how many more there are, and all of them as JSON", async () => {
    // Five Mondays in a row are closed, which all are days of their own.
    const days = ["2026-09-07", "2026-09-14", "2026-09-28", "2026-10-05", "2026-10-19"];
    const folder = folders((text) => text);
    const closed = days.map((day) => `  closed ${day}\n`).join("");
    fs.writeFileSync(path.join(folder, "new/company.sla"), company.replace("18:00\n", `18:00\n${closed}`));
    const { out } = await torikime(folder, ["diff", "old", "new"]);
    assert.match(out, /2026-09-07, 2026-09-14, 2026-09-28 and 2 more 09:00-18:00/);
    const shown = JSON.parse((await torikime(folder, ["diff", "old", "new", "--format", "json"])).out);
    const whens: string[] = shown.differences[0].changes.map(({ when }: { when: string }) => when);
    for (const day of days)
      assert.ok(
        whens.some((when) => when.includes(day)),
        day,
      );
  });

  it("speaks Japanese", async () => {
    const { out } = await torikime(folders(faster), ["diff", "old", "new"], { locale: "ja" });
    assert.match(out, /^old → new：判断の違い 1 件（早くなる 1）\n\n早くなる：incident、.*／how_to/);
    assert.match(out, /回答 {2}4 営業時間以内 → 2 営業時間以内/);
  });
});

describe("torikime diff with git", () => {
  it("compares a revision with the files as they are", async () => {
    const { code, out } = await torikime(repository(faster), ["diff", "main"]);
    assert.equal(code, 0);
    assert.match(out, /^main → the files as they are: 1 difference in decisions \(1 earlier\)/);
  });

  it("compares two revisions, and a folder or a file of one", async () => {
    const folder = repository(faster, "teams/desk");
    git(folder, "commit", "-q", "-a", "-m", "faster");
    for (const words of [["HEAD~1", "HEAD"], ["HEAD~1:teams/desk", "HEAD:teams"], ["main~1:teams/desk/support.sla"]])
      assert.match((await torikime(folder, ["diff", ...words])).out, /1 difference in decisions \(1 earlier\)/);
    const inside = await torikime(path.join(folder, "teams/desk"), ["diff", "HEAD~1"]);
    assert.match(inside.out, /1 difference in decisions \(1 earlier\)/);
    const same = await torikime(folder, ["diff", "HEAD"]);
    assert.match(same.out, /no decision changes/);
  });

  it("compares a path with the same path of a revision that names none", async () => {
    const folder = repository(faster, "teams/desk");
    const loans =
      "request loan\nagreement loans between Sales and Support {\n  handle all: loan {\n    by Support\n  }\n}\n";
    fs.mkdirSync(path.join(folder, "other"));
    fs.writeFileSync(path.join(folder, "other/loans.sla"), loans);
    git(folder, "add", "other");
    git(folder, "commit", "-q", "-m", "loans");
    // The other folder's loans are no part of it: they were neither lost nor won.
    for (const named of ["teams/desk", "teams/desk/support.sla"])
      assert.match(
        (await torikime(folder, ["diff", "main", named])).out,
        /^main → .*: 1 difference in decisions \(1 earlier\)/,
      );
    const back = await torikime(folder, ["diff", "teams/desk", "HEAD"]);
    assert.match(back.out, /: 1 difference in decisions \(1 later\)/);
    const inside = await torikime(path.join(folder, "teams"), ["diff", "main", "desk"]);
    assert.match(inside.out, /: 1 difference in decisions \(1 earlier\)/);
    const whole = await torikime(folder, ["diff", "main:", "teams/desk"]);
    assert.match(whole.out, /1 cover lost/);
  });

  it("tells apart a path and a revision of one name", async () => {
    const folder = repository(faster);
    fs.mkdirSync(path.join(folder, "main"));
    const { code, errors } = await torikime(folder, ["diff", "main"]);
    assert.equal(code, 2);
    assert.match(errors, /'main' is a path here.* write 'main:'\./);
    assert.match((await torikime(folder, ["diff", "main:"])).out, /1 difference/);
  });

  it("finds files whose names are in other scripts, and tells a folder that a revision does not have", async () => {
    const folder = repository((text) => text, "営業");
    fs.renameSync(path.join(folder, "営業/support.sla"), path.join(folder, "営業/取決め.sla"));
    git(folder, "add", ".");
    git(folder, "commit", "-q", "-m", "renamed");
    assert.match((await torikime(folder, ["diff", "main"])).out, /no decision changes/);
    fs.writeFileSync(path.join(folder, "営業/取決め.sla"), faster(agreement));
    assert.match((await torikime(folder, ["diff", "main"])).out, /1 difference in decisions \(1 earlier\)/);
    const missing = await torikime(folder, ["diff", "main:nix"]);
    assert.equal(missing.code, 2);
    assert.match(missing.errors, /There is no 'nix' in 'main'/);
  });

  it("does not pass a text with errors in silence", async () => {
    const folder = folders((text) => text.replace("never when rate > 20%", "never when rate >"));
    const { code, errors } = await torikime(folder, ["diff", "old", "new", "--fail-on", "lost-cover"]);
    assert.equal(code, 1);
    assert.match(errors, /^new\/support\.sla has errors \(1\), so not all that it says counts here\./);
  });

  it("says what is missing: a repository, a revision, a second operand", async () => {
    const plain = await torikime(folderOf(files), ["diff", "main"]);
    assert.equal(plain.code, 2);
    assert.match(plain.errors, /no git repository/);
    const unknown = await torikime(repository(faster), ["diff", "mian"]);
    assert.equal(unknown.code, 2);
    assert.match(unknown.errors, /'mian' is neither a file or folder here nor a revision/);
    assert.match((await torikime(folderOf(files), ["diff"])).errors, /Name what to compare/);
  });
});

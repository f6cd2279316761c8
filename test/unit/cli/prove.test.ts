import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import schema from "../../../server/cli/schemas/proofs.schema.json";
import { schemaErrors } from "../../harness/schema.ts";
import { folderOf, torikime } from "../../harness/terminal.ts";

const company = `
team Sales {
  lead Sato
}
team Support {
  lead Ito
  members Abe
}
request outage { severity: low | normal | urgent, cost: JPY }
`;

function written(clauses: string, more = ""): string {
  return `${company}agreement outages between Sales and Support in Asia/Tokyo {\n  effective 2026-04-01..2027-03-31\n${clauses}}\n${more}`;
}

function prove(text: string, words: readonly string[] = [], locale: "en" | "ja" = "en") {
  return torikime(folderOf({ "a.sla": text }), ["prove", ...words], { locale });
}

const split = `
  handle urgent: outage when severity is urgent {
    by Support
  }
`;

const rest = `
  handle rest: outage when severity is not urgent or cost < 10 JPY and severity is low {
    by Support
  }
`;

interface ShownLine {
  readonly status: string;
  readonly kinds: readonly { readonly kind: string; readonly status: string }[];
}

describe("torikime prove", () => {
  it("tells what is proved, with the size of the space", async () => {
    // Three severities, and amounts below, at and above the limit: 9 kinds of request.
    const { code, out } = await prove(written(split + rest));
    assert.equal(code, 0);
    assert.match(out, /^outages {2}a\.sla:10:11\n {2}proved {7}all 9 kinds of request have a handler\n/);
    assert.match(out, /proved {7}no two clauses differ on any of them\n/);
    // a handler, one answer, nothing dead, nothing redundant; there is no exception, and no promise
    assert.match(out, /\n\n6 properties proved\.\n$/);
  });

  it("does not call proved that nobody is alone where that is told of another agreement, or by another check", async () => {
    // Sato alone answers what Sales asks its lead, by both agreements; told is once that there is no deputy.
    const asking = (name: string) => `agreement ${name} between Sales and Support in Asia/Tokyo {
  commit ${name}: outage by Sales when cost > ${name.length} JPY {
    ask lead of Sales within 1 clock hour
  }
}
`;
    const { out } = await prove(company + asking("loans") + asking("refunds"));
    assert.doesNotMatch(out, /proved +nobody is alone/);
    assert.equal(out.match(/not true +outage: somebody is alone in something/g)?.length, 2);
    assert.match(out, /Sato decides as the lead of Sales and has no deputy/);
    const handling = (name: string) => `agreement ${name} between Support and Sales in Asia/Tokyo {
  handle ${name}: outage when cost > ${name.length} JPY {
    by Sales
  }
}
`;
    const told = await prove(company + handling("loans") + handling("refunds"));
    assert.equal(told.out.match(/not true +(outage: )?somebody is alone in something/g)?.length, 2);
    // Only where Sato is supposed away does the answer show that nobody is left.
    assert.match(told.out, / torikime simulate --kind outage .* --away Sato\n/);
  });

  it("calls no kind of request proved of which something is found, and none where it is not known of which", async () => {
    const text = `${company}calendar long in Asia/Tokyo {
  open Mon..Fri 09:00-20:00
}
calendar short in Asia/Tokyo {
  open Mon..Fri 09:00-18:00
}
channel email, phone
request parcel
agreement both between Sales and Support in Asia/Tokyo {
  effective 2026-04-01..2027-03-31
  handle outages: outage {
    by    Support
    hours short
    via   email
    via   phone during long
  }
  handle parcels: parcel {
    by    Support
    hours short
    via   email
    via   phone during short
    case same: parcel when channel is phone {
      by Support
    }
  }
}
`;
    const { out } = await prove(text, ["--format", "json"]);
    const shown: { agreements: { properties: { name: string; lines: ShownLine[] }[] }[] } = JSON.parse(out);
    const lines = shown.agreements
      .flatMap(({ properties }) => properties)
      .flatMap(({ name, lines: own }) =>
        own.map(
          ({ status, kinds }) => `${name} ${status}: ${kinds.map((kind) => `${kind.kind} ${kind.status}`).join(", ")}`,
        ),
      );
    assert.ok(lines.includes("cover-hole counter-example: outage counter-example"), lines.join("\n"));
    assert.ok(lines.includes("cover-hole proved: parcel proved"), lines.join("\n"));
    // The case says what the clause says; its finding is about the case, and names no kind.
    assert.ok(lines.includes("redundant-clause counter-example: "), lines.join("\n"));
    for (const line of lines) assert.doesNotMatch(line, /counter-example: .* proved/);
  });

  it("does not end well where a text has errors, whatever is proved of the rest", async () => {
    const { code, errors } = await prove(written(split + rest, "exception fair to outages.rest {\n}\n"));
    assert.equal(code, 1);
    assert.match(errors, /^a\.sla has errors \(\d+\), so not all that it says counts here\./);
  });

  it("says it of one kind of request as of one", async () => {
    const { out } = await prove(written("  handle all: outage {\n    by Support\n  }\n"));
    assert.match(out, /the one kind of request has a handler/);
  });

  it("shows what is not true with a request, and the line that simulates it, and ends with 1", async () => {
    const { code, out } = await prove(written(split));
    assert.equal(code, 1);
    // Three severities; 2026-04-07 is the first Tuesday of the agreement.
    assert.match(
      out,
      /^outages.*\n {2}not true {5}outage: some of 3 kinds of request have no handler\n {15}• No clause/,
    );
    assert.match(out, /SLA701 {2}a\.sla:13:10\n/);
    assert.match(
      out,
      / torikime simulate --kind outage --set severity=low --set 'cost=\d+ JPY' --asker Sales --at 2026-04-07T10:00\n/,
    );
    assert.match(out, /\n1 counter-example, 5 properties proved\.\n$/);
  });

  it("shows that nobody handles a kind that no clause is about, by a request that is unhandled indeed", async () => {
    // On Wednesdays alone anybody asks, so the request comes on one: 2026-04-01 is the first day of the agreement, a Wednesday.
    const open = "calendar wednesdays in Asia/Tokyo {\n  open Wed 09:00-17:00\n}\n";
    const more = `request refund { amount: JPY }\n${open}impossible when outside wednesdays\n`;
    const files = { "a.sla": written(split + rest, more) };
    const { code, out } = await torikime(folderOf(files), ["prove"]);
    assert.equal(code, 1);
    assert.match(
      out,
      /\n\nunmentioned-kind\n {2}not true {5}a kind of request is in no clause\n {15}• No clause is about 'refund'/,
    );
    assert.match(out, /\n {17}SLA502 {2}a\.sla:\d+:9\n/);
    assert.match(out, / torikime simulate --kind refund --set 'amount=1 JPY' --asker Sales --at 2026-04-01T10:00\n/);
    const asked = ["--kind", "refund", "--set", "amount=1 JPY", "--asker", "Sales", "--at", "2026-04-01T10:00"];
    const replayed = await torikime(folderOf(files), ["simulate", ...asked, "--format", "json"]);
    assert.equal(replayed.code, 1);
    assert.equal(JSON.parse(replayed.out).decisions[0].outcome, "unhandled");
    const japanese = await prove(files["a.sla"], [], "ja");
    assert.match(japanese.out, /\n {2}不成立　 {2}どの条項にもない種類の依頼があります\n/);
  });

  it("does not look for a handler where only promises are asked about, or where the settings leave that out", async () => {
    const promise = "  commit costs: discount by Sales {\n    never\n  }\n";
    const asked = await prove(written(split + rest + promise, "request discount\n"));
    assert.equal(asked.code, 0, asked.out);
    const files = {
      "a.sla": written(split + rest, "request refund\n"),
      "torikime.yaml": "checks:\n  unmentioned-kind: off\n",
    };
    assert.equal((await torikime(folderOf(files), ["prove"])).code, 0);
  });

  it("says what could not be decided, and why, once", async () => {
    const { code, out } = await prove(written("  handle urgent: outage when severity is {\n    by Support\n  }\n"));
    assert.equal(code, 1);
    assert.equal(out.match(/a part of the text could not be read/g)?.length, 1);
    assert.match(out, /• whether every request has a handler\n/);
    assert.match(out, /properties not decided/);
    assert.doesNotMatch(out, /proved {7}/);
  });

  it("says of an escalation to a customer's owner what is known, and of what is not that a request may have no customer", async () => {
    const escalation = "    escalate after 4 business hours to owner of customer\n";
    const clause = `  handle outages: outage {\n    by Support\n    respond within 1 business hour\n    resolve within 3 business days\n${escalation}  }\n`;
    const { out } = await prove(written(clause, "customer Acme {\n  owner Mori\n}\n"));
    // That it comes in time does not depend on whom it reaches.
    assert.match(out, /\n {2}proved {7}every escalation reaches somebody with authority before resolve is over/);
    assert.match(
      out.replace(/\n {15}(?!•)/g, " "),
      /\n {2}not decided {2}the owner of the customer is meant, and a request may name no customer, so it is not known\n {15}• whether every escalation reaches somebody\n/,
    );
    assert.doesNotMatch(out, /whose hours/);
    assert.ok(
      out.split("\n").every((line) => line.length <= 100),
      out,
    );
  });

  it("tells claims with how many requests they were held against", async () => {
    const claim = "prove urgent_handled: outage is handled by Support when severity is urgent\n";
    const { code, out } = await prove(written(split + rest, claim));
    assert.equal(code, 0);
    assert.match(out, /\nprove urgent_handled {2}a\.sla:\d+:7\n {2}proved {7}outage: true of all 9 kinds of request\n/);
    const broken = await prove(written(split + rest, claim.replace("by Support", "by Sales")));
    assert.equal(broken.code, 1);
    assert.match(
      broken.out,
      /not true {5}outage: not true of every request\n {15}• What 'urgent_handled' claims is not true/,
    );
  });

  it("says that there is nothing to prove", async () => {
    const { code, out } = await prove(company);
    assert.deepEqual([code, out], [0, "There is nothing to prove: no agreement is written in these files.\n"]);
  });

  it("holds for the day that is given", async () => {
    const { out } = await prove(written(split + rest), ["--today", "2026-06-01", "--format", "json"]);
    assert.equal(JSON.parse(out).agreements[0].today, "2026-06-01");
  });

  it("leaves out what the settings leave out", async () => {
    const files = { "a.sla": written(split), "torikime.yaml": "checks:\n  unhandled-request: off\n" };
    const { code, out } = await torikime(folderOf(files), ["prove"]);
    assert.equal(code, 0);
    assert.doesNotMatch(out, /handler/);
  });

  it("speaks Japanese, with spaces where they belong", async () => {
    const { out } = await prove(written(split), [], "ja");
    assert.match(out, /不成立　 {2}outage：3 通りの依頼に、担当のないものがあります\n/);
    assert.match(out, /severity が low か normal/);
    assert.match(out, /\n反例 1 件、証明済み 5 件。\n$/);
  });

  it("writes Markdown for a review", async () => {
    const { out } = await prove(written(split), ["--format", "markdown"]);
    assert.match(out, /^# What is proved of 'outages'\n\na\.sla:10:11\n/);
    assert.match(
      out,
      /\n## Not true\n\n- outage: some of 3 kinds of request have no handler\n {2}- \*\*SLA701 unhandled-request\*\* a\.sla:13:10/,
    );
    assert.match(
      out,
      /\n## Proved\n\n- nobody is alone in handling or being asked on any day, nor always in a step\n- no two clauses differ on any of them\n/,
    );
    assert.doesNotMatch(out, /Simulate/);
  });
});

describe("torikime prove --format json", () => {
  it("is what its schema says, of counter-examples, what was not decided, and claims, in both languages", async () => {
    const claim = "prove urgent_handled: outage is handled by Sales when severity is urgent\n";
    for (const text of [
      written(split + rest),
      written(split, claim),
      written("  handle a: outage when {\n  }\n", claim),
    ])
      for (const locale of ["en", "ja"] as const) {
        const { out } = await prove(text, ["--format", "json"], locale);
        assert.deepEqual(schemaErrors(schema, JSON.parse(out)), []);
      }
  });

  it("has every property with its findings, and requests that can be simulated", async () => {
    const folder = folderOf({ "a.sla": written(split) });
    const [agreement] = JSON.parse((await torikime(folder, ["prove", "--format", "json"])).out).agreements;
    assert.equal(agreement.status, "counter-example");
    const [handled] = agreement.properties;
    assert.deepEqual([handled.code, handled.name, handled.status], ["SLA701", "unhandled-request", "counter-example"]);
    assert.deepEqual(handled.lines[0].kinds, [{ kind: "outage", status: "counter-example", size: 3, undecided: null }]);
    const [{ request }] = handled.lines[0].findings[0].examples;
    fs.writeFileSync(path.join(folder, "request.json"), JSON.stringify(request));
    const decided = await torikime(folder, ["simulate", "--request", "request.json", "--format", "json"]);
    assert.equal(JSON.parse(decided.out).decisions[0].outcome, "unhandled");
  });

  it("tells of files that could not be read, and ends with 2", async () => {
    const folder = folderOf({ "a.sla": written(split) });
    fs.symlinkSync("nowhere.sla", path.join(folder, "broken.sla"));
    const { code, out } = await torikime(folder, ["prove", "--format", "json"]);
    assert.equal(code, 2);
    assert.equal(JSON.parse(out).troubles[0].file, "broken.sla");
  });
});

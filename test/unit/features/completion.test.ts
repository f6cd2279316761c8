import assert from "node:assert/strict";
import { words } from "../../../grammar/tokens.ts";
import { type Completion, completionsAt } from "../../../server/core/features/completion/completion.ts";
import { formatText } from "../../../server/core/format/format.ts";
import { parse } from "../../../server/core/syntax/parse.ts";
import { company } from "../../harness/company.ts";
import { opened } from "../../harness/features.ts";

/** Completes at `$0` and compares the labels, with the kind after each where it is asked for. */
function check(marked: string, expected: string, show: (one: Completion) => boolean = isNoSnippet): void {
  const { snapshot, path, offset } = opened(marked);
  const { list } = completionsAt(snapshot, path, offset, "en");
  assert.equal(
    list
      .filter(show)
      .map(({ label }) => label)
      .join(" "),
    expected,
  );
}

function isNoSnippet({ kind }: Completion): boolean {
  return kind !== "snippet";
}

function isName({ kind }: Completion): boolean {
  return kind !== "word" && kind !== "snippet" && kind !== "property";
}

const declarations = "calendar channel team attribute request agreement exception customer handover impossible prove";

function inAgreement(lines: string): string {
  return `${company}agreement support between Sales and Support {\n  effective 2026-01-01..2026-12-31\n${lines}\n}\n`;
}

function inHandle(lines: string, head = "handle incidents: incident"): string {
  return inAgreement(`  ${head} {\n${lines}\n  }`);
}

describe("completion at the start of a line", () => {
  it("offers declarations at the top level", () => {
    check("$0", declarations);
    check("te$0", declarations);
    check("channel email\n\n$0\n", declarations);
  });

  it("offers whole blocks as snippets, with dates from today on", () => {
    const { snapshot, path, offset } = opened("$0");
    const { list } = completionsAt(snapshot, path, offset, "en");
    const exception = list.find(({ label }) => label === "exception …");
    assert.equal(exception?.isSnippet, true);
    // 14 days, both ends included, are the longest that an exception may last by default: 08-24 + 13 = 09-06
    assert.match(exception?.newText ?? "", /2026-08-24.*2026-09-06/);
    const snippets = ({ kind }: Completion) => kind === "snippet";
    const promises = "guarantee … owe … with every owe … every Mon owe … before owe … within";
    check(inAgreement("  $0"), `handle … commit … ${promises}`, snippets);
    check(inHandle("    $0"), "case … step … within step … checks step … at next table …", snippets);
    check(`${company}customer Beta {\n  $0\n}`, "records … due …", snippets);
  });

  it("offers them as text that the parser understands, laid out as the formatter does, said in both languages", () => {
    const places = ["$0", inAgreement("  $0"), inHandle("    $0"), `${company}customer Beta {\n  $0\n}\n`];
    const wrong = places.flatMap((marked) => {
      const { given, snapshot, path, offset } = opened(marked);
      return completionsAt(snapshot, path, offset, "ja").list.flatMap(({ kind, label, doc = "" }) => {
        if (kind !== "snippet") return [];
        const [sentence = "", block = ""] = doc.split("\n\n```sla\n");
        const written = block.replace(/\n```$/, "");
        const text = given.files.get(path) ?? "";
        const indent = " ".repeat(offset - text.lastIndexOf("\n", offset - 1) - 1);
        const inserted = text.slice(0, offset) + written.replaceAll("\n", `\n${indent}`) + text.slice(offset);
        const file = parse(inserted);
        const problems = file.items.flatMap((item) => item.problems);
        if (problems.length > 0) return [`${label}: ${problems.map(({ problem }) => problem).join(", ")}`];
        if (!/[ぁ-ん一-龯]/.test(sentence)) return [`${label}: ${sentence} is not Japanese`];
        // a line left to be filled in is gone after formatting
        if (/\n\s*\n/.test(written)) return [];
        const laidOut = formatText(inserted);
        return laidOut.includes(written.replaceAll("\n", `\n${indent}`))
          ? []
          : [`${label}: laid out as ${laidOut.slice(offset, offset + 400)}`];
      });
    });
    assert.deepEqual(wrong, []);
  });

  it("offers the properties that a body still lacks, and those that it can have again", () => {
    check(
      'team Support {\n  title "S"\n  lead Ito\n  $0\n}',
      "members hours duty reach deputy away".split(" ").sort(byTable).join(" "),
    );
    check(
      inHandle("    by Support\n    via email\n    $0"),
      "hours cutoff respond resolve escalate say decline surcharge step table case via",
    );
    check(inAgreement("  $0"), "title review handle commit guarantee owe");
    check(inAgreement("  commit discounts: discount by Sales {\n    $0\n  }"), "may ask never case");
  });

  it("offers them for a half-typed word and in an unclosed body", () => {
    check("team Support {\n  mem$0\n}", "title lead members hours reach duty deputy away");
    check("team Support {\n  lead Ito\n  mem$0", "title members hours reach duty deputy away");
  });
});

describe("completion of names", () => {
  it("knows the kind of name that a property needs", () => {
    check(
      "team Support {\n  hours $0\n}\ncalendar office in UTC {\n}\ncalendar 営業時間 in UTC {\n}",
      "office 営業時間",
    );
    check(inHandle("    via $0"), "email phone", isName);
    check(inHandle("    via email, $0"), "email phone", isName);
    check(inHandle("    by $0"), "Sales Support Sato Mori Tanaka Ito Abe Kudo", isName);
    check(inHandle("    hours $0"), "office", isName);
    check(inAgreement("  handle x: $0"), "incident discount", isName);
    check(`${company}agreement support between Sales and $0`, "Sales Support", isName);
  });

  it("knows names in Japanese and puts backticks where a name needs them", () => {
    const { snapshot, path, offset } = opened("team 営業部 {\n  hours $0\n}\ncalendar `夜間 と 週末` in UTC {\n}");
    const { list, replaced } = completionsAt(snapshot, path, offset, "ja");
    assert.deepEqual(
      list.map(({ label, newText }) => [label, newText]),
      [["夜間 と 週末", "`夜間 と 週末`"]],
    );
    assert.deepEqual(replaced, { start: offset, end: offset });
    check("team 営業部 {\n  lead 佐藤\n  members 鈴木\n  deputy 鈴$0\n}", "佐藤 鈴木", isName);
  });

  it("replaces the half-typed word", () => {
    const { given, snapshot, path, offset } = opened(inHandle("    by Sup$0"));
    const { replaced } = completionsAt(snapshot, path, offset, "en");
    assert.equal(given.files.get(path)?.slice(replaced.start, replaced.end), "Sup");
  });

  it("offers fields and attributes in a condition, and the values of what is compared", () => {
    check(inHandle("", "handle incidents: incident when $0"), "severity tier", isName);
    check(inHandle("", "handle incidents: incident when severity is $0"), "normal urgent", isName);
    check(inHandle("", "handle incidents: incident when severity is not $0"), "normal urgent", isName);
    check(inHandle("", "handle incidents: incident when tier is one of gold, $0"), "standard gold", isName);
    check(inHandle("", "handle incidents: incident when customer is $0"), "Acme", isName);
    check(`${company}customer Beta {\n  tier is $0\n}`, "standard gold", isName);
  });

  it("offers the clauses of an agreement after its dot", () => {
    const clauses = inAgreement(
      "  handle incidents: incident {\n    by Support\n    case urgent when severity is urgent {\n    }\n  }",
    );
    check(`${clauses}exception e to $0`, "support", isName);
    check(`${clauses}exception e to support.$0`, "incidents", isName);
    check(`${clauses}exception e to support.incidents.$0`, "urgent", isName);
  });

  it("still knows the names of an item that cannot be read at the moment", () => {
    const { given, snapshot, path, offset } = opened(
      "request incident { severity: normal | urgent }\nteam A {\n  hours $0\n}\ncalendar office in UTC {\n}",
    );
    assert.ok(snapshot.model.calendars.has("office"));
    const broken = (given.files.get(path) ?? "").replace("calendar office in UTC {", "calendar ( office { in");
    const later = snapshot.with(path, broken);
    const { list } = completionsAt(later, path, offset, "en");
    assert.deepEqual(
      list.map(({ label }) => label),
      ["office"],
    );
  });
});

/** Handles orders in steps, with a case and room for an exception. */
const orders = `  handle orders: incident {
    by   Support
    via  email
    step draft by Sales within 4 business hours needs order_form
    step verify by Support within 1 business day checks severity twice else back to $0
    step place by Support at next 15:00
    case express: incident when severity is urgent {
      HERE
    }
  }`;

function inCase(line: string): string {
  return inAgreement(orders.replace("$0", "draft").replace("HERE", line));
}

describe("completion in steps", () => {
  it("offers the steps before this one to go back to", () => {
    check(inAgreement(orders).replace("HERE", ""), "draft", isName);
    check(inCase("step place by Support at next 15:00 checks severity else back to $0"), "draft verify", isName);
  });

  it("offers the steps below where a case or an exception restates one, and none where a step is new", () => {
    check(inCase("step $0"), "draft verify place");
    const whole = inCase("");
    check(`${whole}exception e to support.orders {\n  step $0\n}\n`, "draft verify place");
    check(`${whole}exception e to support.orders {\n  step verify by Abe else back to $0\n}\n`, "draft");
    check(inHandle("    step $0"), "");
  });

  it("offers what a part of the line needs, and only that", () => {
    check(inCase("step x by $0"), "Sales Support Sato Mori Tanaka Ito Abe Kudo lead all owner");
    check(inCase("step x by owner of $0"), "customer");
    check(inCase("step x by Abe at $0"), "next");
    check(inCase("step x by Abe at next $0"), "10:00 15:00 Mon Tue Wed Thu Fri Sat Sun");
    check(inCase("step x by Abe at next Thu $0"), "10:00 15:00 when needs checks else");
    check(inCase("step x by Abe checks $0"), "severity tier");
    check(inCase("step x by Abe else $0"), "back");
    check(inCase("step x by Abe else back $0"), "to");
  });

  it("offers the documents that other lines need", () => {
    check(inCase("step x by Abe needs $0"), "order_form");
    check(inCase("step x by Abe needs order_form, $0"), "");
  });
});

describe("completion in tables", () => {
  const table = (rest: string): string => inHandle(`    by Support\n    via email\n    table ${rest}`);

  it("offers fields, then targets", () => {
    check(table("$0"), "severity tier", ({ kind }) => kind === "field" || kind === "attribute");
    check(table("severity, $0"), "severity tier", ({ kind }) => kind === "field" || kind === "attribute");
    check(table("tier -> $0"), "respond resolve");
    check(table("tier -> respond, $0"), "resolve");
  });

  it("offers in a row the values of its column, and durations", () => {
    const values = ({ kind }: Completion) => kind === "value";
    check(table("severity, tier -> respond, resolve\n      $0"), "normal urgent", values);
    check(table("severity, tier -> respond, resolve\n      urgent, $0"), "standard gold", values);
    check(
      table("severity, tier -> respond, resolve\n      urgent, gold -> 1 business hour, 1 business day\n      $0"),
      "normal urgent",
      values,
    );
    check(
      table("severity, tier -> respond, resolve\n      urgent, gold -> 1 business hour, $0"),
      "30 business minutes 4 business hours 1 business day 3 business days 24 clock hours 7 calendar days",
    );
    check(
      table("severity, tier -> respond, resolve\n      urgent, gold -> 2 $0"),
      "business hours business days business minutes clock hours clock minutes calendar days",
    );
  });

  it("offers properties again below a table", () => {
    check(table("severity -> respond\n      urgent -> 1 business hour\n    res$0"), "respond resolve", ({ label }) =>
      label.startsWith("res"),
    );
  });
});

describe("completion in guarantees and duties", () => {
  it("offers customers to guarantee something to", () => {
    check(inAgreement("  guarantee first: incident to $0"), "Acme customers");
    check(inAgreement("  guarantee first: $0"), "incident discount");
  });

  it("offers the parties of a duty, then its rhythm", () => {
    check(inAgreement("  owe forms: $0"), "Sales Support");
    check(inAgreement("  owe forms: Sales to $0"), "Sales Support");
    check(inAgreement('  owe forms: Sales to Support "a form" $0'), "with every within", ({ kind }) => kind === "word");
    check(inAgreement('  owe forms: Sales to Support "a form" every $0'), "Mon Tue Wed Thu Fri Sat Sun");
    check(inAgreement('  owe forms: Sales to Support "a form" every Mon $0'), "before");
    check(inAgreement('  owe forms: Sales to Support "a form" with every $0'), "incident discount");
  });

  it("offers the dates that a request has for what is owed before one", () => {
    const bid = "request bid { day: date, amount: JPY }\n";
    const owe = inAgreement('  owe papers: Sales to Support "papers" 2 business days before $0');
    check(owe + bid, "day");
  });
});

describe("completion of customers and handovers", () => {
  const customers = `${company}customer Beta {
  records contracts at "cabinet 1", bids at "cabinet 2"
  due bid on 09-30 by Mori needs form 10 business days before
}
`;

  it("offers the records of the customer that is handed over, each once", () => {
    const handover = (line: string) => `${customers}handover h of Beta from Mori to Tanaka {\n  ${line}\n}\n`;
    check(handover("covers $0"), "contracts bids");
    check(handover("covers bids, $0"), "contracts");
    check(handover("covers bi$0"), "contracts bids");
    check(`${customers}handover h of Acme from Mori to Tanaka {\n  covers $0\n}\n`, "");
  });

  it("offers people to hand over, and customers", () => {
    check(`${customers}handover h of $0`, "Acme Beta");
    check(`${customers}handover h of Beta from $0`, "Sato Mori Tanaka Ito Abe Kudo");
    check(`${customers}handover h of Beta from Mori to $0`, "Sato Mori Tanaka Ito Abe Kudo");
  });

  it("offers what other customers call their records, dates and documents", () => {
    check(`${customers}customer C {\n  records $0\n}`, "bids contracts");
    check(`${customers}customer C {\n  records bids at "x", $0\n}`, "contracts");
    check(`${customers}customer C {\n  due $0\n}`, "bid");
    check(`${customers}customer C {\n  due bid on 09-30 by Mori needs $0\n}`, "form");
    check(`${customers}customer C {\n  due bid on $0\n}`, "2026-08-24 08-24");
  });
});

describe("completion of claims", () => {
  it("offers topics, then what may be claimed", () => {
    check(`${company}prove p: $0`, "incident discount");
    check(`${company}prove p: discount is $0`, "not may ask never silent handled");
    check(`${company}prove p: discount is not $0`, "may ask never silent handled");
    check(`${company}prove p: incident is handled by $0`, "Sales Support Sato Mori Tanaka Ito Abe Kudo lead all owner");
  });
});

describe("completion of values", () => {
  it("offers durations, and whole units after a number", () => {
    check(
      inHandle("    respond within $0"),
      "30 business minutes 4 business hours 1 business day 3 business days 24 clock hours 7 calendar days",
      isName,
    );
    check(
      inHandle("    respond within 4 $0"),
      "business hours business days business minutes clock hours clock minutes calendar days",
      isName,
    );
    check(
      inHandle("    respond within 1 b$0"),
      "business hour business day business minute clock hour clock minute calendar day",
      isName,
    );
    check(inHandle("    respond within 4 business $0"), "hours days minutes", isName);
  });

  it("offers zones, and today for a date", () => {
    const { snapshot, path, offset } = opened("calendar office in Asia/To$0 {\n}");
    const { list, replaced } = completionsAt(snapshot, path, offset, "en");
    assert.ok(list.some(({ label }) => label === "Asia/Tokyo"));
    assert.deepEqual(replaced, { start: 19, end: 26 });
    check(inAgreement("  effective $0"), "2026-08-24", isName);
  });

  it("offers an example of the type that a field has", () => {
    check(inAgreement("  commit discounts: discount by Sales {\n    may when rate <= $0\n  }"), "10%", isName);
  });

  it("offers nothing but a value after a comparison's sign", () => {
    for (const sign of ["<", "<=", ">", ">="])
      check(inAgreement(`  commit discounts: discount by Sales {\n    may when rate ${sign} $0\n  }`), "10%");
  });

  it("explains words in sentences that editors wrap as such", () => {
    const { snapshot, path, offset } = opened("team Support {\n  mem$0\n}");
    const { list } = completionsAt(snapshot, path, offset, "en");
    const members = list.find(({ label }) => label === "members") ?? assert.fail();
    const { help } = words.find(({ word }) => word === "members") ?? assert.fail();
    assert.deepEqual([members.detail, members.doc], [undefined, help?.en]);
  });
});

describe("completion where nothing can be completed", () => {
  it("says nothing inside texts and comments", () => {
    check('team A {\n  title "by $0"\n}', "");
    check("// by $0", "");
    check("team A {\n  lead Ito // by $0\n}", "");
  });

  it("says nothing in files that are no agreements", () => {
    check("// === torikime.yaml\nlocale: $0\n", "");
  });
});

const table = "title lead members hours reach duty deputy away".split(" ");

function byTable(one: string, other: string): number {
  return table.indexOf(one) - table.indexOf(other);
}

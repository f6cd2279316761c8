import assert from "node:assert/strict";
import { messageOf } from "../../../server/core/checks/catalogue.ts";
import { defaultLimits } from "../../../server/core/checks/limits.ts";
import { exampleContext, findingsIn } from "./examples.ts";

/** What is found, a check's name and the words that are marked, in order. */
function found(text: string, context = exampleContext): readonly string[] {
  return findingsIn(text, context).map(
    ({ check, place: { item, span } }) => `${check.name} ${item.text.slice(span.start, span.end)}`,
  );
}

function customer(lines: string): string {
  return `customer Sakura {\n${lines}\n}\n`;
}

function handover(lines: string, from = "Tanaka", to = "Mori"): string {
  return `handover sakura_2026 of Sakura from ${from} to ${to} {\n${lines}\n}\n`;
}

const sakura = customer("  owner Tanaka\n  backup Sato");
const autumn = "  effective 2026-08-01..2026-09-30";

describe("handovers that are checked", () => {
  it("have dates", () => {
    assert.deepEqual(found(sakura + handover(autumn)), []);
    assert.deepEqual(found(sakura + handover("")), ["handover-without-end sakura_2026"]);
    // What cannot be read is told as such, and not also as missing.
    assert.ok(
      !found(sakura + handover("  effective soon"))
        .join()
        .includes("handover-without-end"),
    );
  });

  it("are measured with both ends, against the limit of the settings", () => {
    // 08-20 to 09-02: 12 days of August and 2 of September.
    const twoWeeks = sakura + handover("  effective 2026-08-20..2026-09-02");
    assert.deepEqual(found(twoWeeks), []);
    const limits = { ...defaultLimits, shortestHandover: 15 };
    assert.deepEqual(found(twoWeeks, { ...exampleContext, limits }), ["handover-too-short 2026-08-20..2026-09-02"]);
    assert.deepEqual(found(sakura + handover("  effective 2026-08-20..2026-09-01")), [
      "handover-too-short 2026-08-20..2026-09-01",
    ]);
  });

  it("name every record that is left out, and offer to cover them", () => {
    const records = customer('  owner Tanaka\n  backup Sato\n  records bids at "cabinet 4", contacts at "cabinet 5"');
    const [finding] = findingsIn(records + handover(autumn));
    assert.equal(finding?.check.name, "handover-incomplete");
    assert.match(finding ? messageOf(finding, "en") : "", /does not cover bids, contacts of Sakura/);
    assert.match(finding?.fixes[0]?.edits()[0]?.newText ?? "", /covers bids, contacts/);
  });

  it("need a backup who is not the successor; the one who leaves will do", () => {
    assert.deepEqual(found(customer("  owner Tanaka") + handover(autumn)), ["handover-without-backup sakura_2026"]);
    assert.deepEqual(found(customer("  owner Mori\n  backup Tanaka") + handover(autumn)), []);
  });

  it("are from the owner, or from whom an earlier one made the owner", () => {
    const second = "handover next of Sakura from Mori to Abe {\n  effective 2026-10-01..2026-10-31\n}\n";
    assert.deepEqual(found(sakura + handover(autumn) + second), []);
    assert.deepEqual(found(sakura + second), ["handover-from-another Mori"]);
  });
});

describe("what stays with the one who leaves", () => {
  it("are dates after the last day, those of every year too", () => {
    const dues = (by: string) =>
      customer(
        ["  owner Tanaka\n  backup Sato", `  due a on 2026-09-30 by ${by}`, `  due b on 2026-10-01 by ${by}`]
          .concat(`  due c on 05-01 by ${by}`)
          .join("\n"),
      );
    const found = (by: string) => findingsIn(dues(by) + handover(autumn)).map((each) => messageOf(each, "en"));
    assert.deepEqual(
      found("Tanaka").map((message) => message.split(" stays")[0]),
      ["The date 'b'", "The date 'c'"],
    );
    assert.deepEqual(found("Mori"), []);
    assert.deepEqual(found("Sales"), []);
  });

  it("is the owner line, once it is over", () => {
    // Today is 2026-08-24.
    assert.deepEqual(found(sakura + handover("  effective 2026-08-01..2026-08-24")), []);
    assert.deepEqual(found(sakura + handover("  effective 2026-08-01..2026-08-23")), ["leaver-still-owns Tanaka"]);
    const passed = customer("  owner Mori\n  backup Sato");
    assert.deepEqual(found(passed + handover("  effective 2026-08-01..2026-08-23")), []);
  });

  it("are exceptions for that customer that last longer", () => {
    const exception = (when: string, last: string) => `exception rush to product_support.incidents when ${when} {
  effective 2026-09-25..${last}
  respond   within 2 business hours
  owner     Tanaka
  approved  by Ito on 2026-08-18
  reason    "the customer moves its systems"
}
`;
    const text = sakura + handover(autumn);
    assert.deepEqual(found(text + exception("customer is Sakura and tier is not gold", "2026-10-01")), [
      "leaver-still-owns Tanaka",
    ]);
    for (const [when, last] of [
      ["customer is Sakura", "2026-09-30"],
      ["customer is not Sakura", "2026-10-01"],
      ["tier is gold", "2026-10-01"],
    ] as const)
      assert.deepEqual(found(text + exception(when, last)), [], when);
  });
});

describe("customers that are checked", () => {
  const question = (lines: string) => `request question
agreement questions between Sales and Support {
  handle all_questions: question {
    via email
${lines}
  }
}
`;

  it("need no owner where nothing asks for one", () => {
    assert.deepEqual(found(customer("  tier is gold")), []);
    assert.deepEqual(found(question("    by Support") + customer("  tier is gold")), []);
  });

  it("need one for a step, and for a case", () => {
    for (const lines of [
      "    by Support\n    step ask by owner of customer within 1 business day",
      "    by Support\n    case urgent { by owner of customer }",
    ])
      assert.deepEqual(found(customer("  tier is gold") + question(lines)), ["customer-without-owner Sakura"], lines);
  });

  it("need somebody who stands in for the owner: a backup, or a deputy", () => {
    const owned = (owner: string, backup: string) =>
      found(customer(`  owner ${owner}\n${backup}`) + question("    by owner of customer"));
    assert.deepEqual(owned("Tanaka", ""), ["customer-without-backup Sakura"]);
    assert.deepEqual(owned("Tanaka", "  backup Tanaka"), ["customer-without-backup Sakura"]);
    assert.deepEqual(owned("Tanaka", "  backup Mori"), []);
    // Mori is the deputy of Sato.
    assert.deepEqual(owned("Sato", ""), []);
  });
});

describe("dates that matter", () => {
  const away = `team Logistics {
  lead    Ueda
  members Noda
  hours   office
  deputy  Ueda for Noda
  away    Ueda 2026-09-01..2026-09-10
  away    Noda 2026-09-08..2026-12-31
}
`;
  const due = (on: string, by: string, lines = "  owner Abe") =>
    found(away + customer(`${lines}\n  due bid on ${on} by ${by}`)).flatMap(
      (each) => /^due-while-away/.exec(each)?.[0] ?? [],
    );

  it("are told where the one who sees to them is away, today or later", () => {
    // Nobody stands in for Ueda. Today is 2026-08-24.
    assert.deepEqual(due("2026-09-10", "Ueda"), ["due-while-away"]);
    assert.deepEqual(due("2026-09-11", "Ueda"), []);
    assert.deepEqual(due("2025-09-05", "Ueda"), []);
    assert.deepEqual(due("09-05", "Ueda"), ["due-while-away"]);
    assert.deepEqual(due("08-20", "Ueda"), []);
    assert.deepEqual(due("2026-09-05", "Logistics"), []);
  });

  it("are kept by a deputy, or by the backup for the owner, who is there on that day", () => {
    assert.deepEqual(due("2026-09-10", "Noda"), ["due-while-away"]);
    assert.deepEqual(due("2026-09-11", "Noda"), []);
    assert.deepEqual(due("2026-09-05", "Ueda", "  owner Ueda\n  backup Abe"), []);
    assert.deepEqual(due("2026-09-08", "Ueda", "  owner Ueda\n  backup Noda"), ["due-while-away"]);
    assert.deepEqual(due("2026-09-05", "Ueda", "  owner Abe\n  backup Mori"), ["due-while-away"]);
  });
});

describe("duties that are checked", () => {
  const agreement = (...owes: readonly string[]) =>
    found(
      `agreement forms between Sales, Support {\n${owes.map((owe) => `  owe ${owe} with every incident\n`).join("")}}\n`,
    );

  it("go both ways, or there are none", () => {
    assert.deepEqual(agreement(), []);
    assert.deepEqual(agreement('a: Sales to Support "a form"', 'b: Support to Sales "an answer"'), []);
    assert.deepEqual(agreement('a: Support to Sales "a form"', 'b: Support to Sales "a list"'), [
      "one-sided-agreement forms",
    ]);
  });

  it("are not called one-sided while what the other side owes cannot be read", () => {
    const text = `agreement forms between Sales and Support {
  owe a: Sales to Support "a form" with every incident
  owe b: Support to Sales "a list" every month before 12:00
}
`;
    assert.equal(found(text).includes("one-sided-agreement forms"), false);
  });
});

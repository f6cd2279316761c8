import assert from "node:assert/strict";
import { messageOf } from "../../../server/core/checks/catalogue.ts";
import { check } from "../../../server/core/checks/check.ts";
import { exampleCompany } from "../../../server/core/checks/docs.ts";
import type { Findings } from "../../../server/core/checks/findings.ts";
import { link } from "../../../server/core/model/link.ts";
import { parse } from "../../../server/core/syntax/parse.ts";
import { exampleContext, findingsIn } from "./examples.ts";

// language.md M3: several clauses that apply and differ are a conflict, found statically.
describe("two clauses for the same requests", () => {
  const conflict = (one: string, other: string) =>
    findingsIn(`request outage
calendar early in Asia/Tokyo {
  open Mon..Fri 07:00-12:00
}
agreement support between Sales and Support {
  handle first: outage {
    by      Support
    via     email
    respond within 2 business hours
    ${one}
  }
  handle second: outage {
    by      Support
    via     email
    respond within 2 business hours
    ${other}
  }
}
`)
      .filter((finding) => finding.check.name === "conflicting-clauses")
      .map((finding) => finding.holes.property);

  it("conflict where their hours differ, since so do their deadlines", () => {
    assert.deepEqual(conflict("hours office", "hours early"), ["hours"]);
    assert.deepEqual(conflict("hours early", "hours early"), []);
  });

  it("conflict where they give different sentences to say", () => {
    assert.deepEqual(conflict('say "Write to {channel}."', 'say "Please wait."'), ["say"]);
    assert.deepEqual(conflict('say "Please wait."', 'say "Please wait."'), []);
  });

  it("conflict where their steps differ", () => {
    const [short, long] = [
      "step look by Support within 1 business hour",
      "step look by Support within 2 business hours",
    ];
    assert.deepEqual(conflict(short, long), ["step look"]);
    assert.deepEqual(conflict(short, 'say "Please wait."'), ["step look"]);
    assert.deepEqual(conflict(short, short), []);
  });

  it("do not where they mean the same, in whatever unit and order it is written", () => {
    assert.deepEqual(conflict("resolve within 60 business minutes", "resolve within 1 business hour"), []);
    assert.deepEqual(conflict("via portal, phone", "via phone, portal"), []);
    assert.deepEqual(conflict("resolve within 24 clock hours", "resolve within 1 calendar day"), ["resolve"]);
    assert.deepEqual(conflict("via portal, phone", "via portal, phone during office"), ["via"]);
    const [early, late] = ["escalate after 1 business hour to Kudo", "escalate after 120 business minutes to Ito"];
    const turned = "escalate after 2 business hours to Ito\n    escalate after 1 business hour to Kudo";
    assert.deepEqual(conflict(`${early}\n    ${late}`, turned), []);
    assert.deepEqual(conflict(early, late), ["escalate"]);
  });

  it("may leave to the team what the other states: which hours those are is told at run time", () => {
    assert.deepEqual(conflict("hours office", ""), []);
  });
});

// analysis.md: conflicts are grouped by the clause that causes most of them.
describe("a cause of several conflicts", () => {
  const clause = (name: string, condition: string, target: string) => `  handle ${name}: outage${condition} {
    by      Support
    via     email
    respond within ${target}
  }
`;
  const text = `request outage { severity: low | normal | urgent }
agreement support between Sales and Support {
${clause("low", " when severity is low", "3 business days")}${clause("all", "", "2 business days")}${clause("urgent", " when severity is urgent or severity is normal and tier is gold", "1 business hour")}}
`;
  const found = () => findingsIn(text).filter(({ check }) => check.name === "conflicting-clauses");

  it("is told once, where it is, with all that it contradicts", () => {
    const [finding, ...more] = found();
    assert.ok(finding);
    assert.deepEqual(more, []);
    const { place, related } = finding;
    assert.equal(place.item.text.slice(place.span.start, place.span.end), "all");
    assert.deepEqual(
      related.map(({ place: { item, span } }) => item.text.slice(span.start, span.end)),
      ["low", "urgent"],
    );
  });

  it("is told in the words of the agreement, with a request that shows it, in both languages", () => {
    const [finding] = found();
    // Low; urgent; normal and gold: together all that is low or urgent, and, of whatever severity, all that is gold.
    assert.equal(
      finding && messageOf(finding, "en"),
      "This clause contradicts 'support.low' and 'support.urgent' in 'respond' for outage (severity low or urgent; " +
        "tier gold), and nothing says which counts, so the one that is due first is taken, else the first by name; " +
        "for example: outage, severity low, Acme, Sales, 2026-08-25 10:00. " +
        "Give one a condition, or make it a case of the other.",
    );
    assert.match(finding ? messageOf(finding, "ja") : "", /^この条項と「support.low」「support.urgent」は outage（/);
  });
});

describe("conflicts that were looked for before", () => {
  const clause = (name: string, target: string, condition = "") => `  handle ${name}: outage${condition} {
    by      Support
    via     email
    respond within ${target}
  }
`;
  const agreement = (name: string, dates: string, clauses: string) =>
    `agreement ${name} between Sales and Support {\n  effective ${dates}\n${clauses}}\n`;

  /** The conflicts before and after one file is replaced, in the order of the files. */
  function beforeAndAfter(fixed: string, changing: readonly [string, string]): readonly (readonly string[])[] {
    const files = (text: string) =>
      [exampleCompany, fixed, text].map((each, index) => ({ path: `${index}.sla`, syntax: parse(each) }));
    const [first, second] = changing.map(files);
    assert.ok(first && second);
    const kept = [...first.slice(0, 2), ...second.slice(2)];
    const model = link(first);
    const before = check(model, exampleContext);
    return [before, check(link(kept, model), exampleContext, before)].map(conflictsIn);
  }

  const conflictsIn = (findings: Findings) =>
    findings.all.map(({ check: { name } }) => name).filter((name) => name.startsWith("conflicting-"));

  it("are looked for again when a kind gets another value", () => {
    const two = agreement(
      "support",
      "2026-04-01..2027-03-31",
      clause("first", "1 business hour", " when severity is not normal") +
        clause("second", "2 business hours", " when severity is not urgent"),
    );
    const kinds = [
      "request outage { severity: normal | urgent }",
      "request outage { severity: normal | urgent | dire }",
    ];
    assert.deepEqual(beforeAndAfter(two, [kinds[0] ?? "", kinds[1] ?? ""]), [[], ["conflicting-clauses"]]);
  });

  it("are looked for again when a case's kind gets another value", () => {
    const cases = agreement(
      "support",
      "2026-04-01..2027-03-31",
      `  handle all: outage {
    by Support
    case a when severity is not normal {
      respond within 1 business hour
    }
    case b when severity is not urgent {
      respond within 2 business hours
    }
  }
`,
    );
    const kinds = [
      "request outage { severity: normal | urgent }",
      "request outage { severity: normal | urgent | dire }",
    ];
    assert.deepEqual(beforeAndAfter(cases, [kinds[0] ?? "", kinds[1] ?? ""]), [[], ["conflicting-cases"]]);
  });

  it("are looked for again when an agreement is extended into another's time", () => {
    const fixed = `request outage\n${agreement("early", "2026-04-01..2026-09-30", clause("a", "1 business hour"))}`;
    const late = (from: string) => agreement("late", `${from}..2027-03-31`, clause("b", "2 business hours"));
    assert.deepEqual(beforeAndAfter(fixed, [late("2026-10-01"), late("2026-09-30")]), [[], ["conflicting-clauses"]]);
  });
});

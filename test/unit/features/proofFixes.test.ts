import assert from "node:assert/strict";
import type { Finding } from "../../../server/core/checks/define.ts";
import { quickFixesIn } from "../../../server/core/features/quickFixes.ts";
import { scenarioFixesOf } from "../../../server/core/features/scenarioFixes.ts";
import { formatText } from "../../../server/core/format/format.ts";
import { runScenarios } from "../../../server/core/scenarios/run.ts";
import { applyEdits } from "../../../server/core/text/edit.ts";
import { dayOf } from "../../../server/core/time/date.ts";
import { Snapshot } from "../../../server/core/workspace/snapshot.ts";
import { companyText } from "../../harness/company.ts";
import { oneHoliday } from "../../harness/features.ts";

const surroundings = { today: dayOf(2026, 8, 24), holidays: oneHoliday };

function snapshotOf(text: string, others: Readonly<Record<string, string>> = {}): Snapshot {
  const snapshot = Snapshot.of(
    new Map(Object.entries({ "company.sla": companyText, "a.sla": text, ...others })),
    surroundings,
  );
  for (const _ of snapshot.proving());
  return snapshot;
}

function found(snapshot: Snapshot, code: string): readonly Finding[] {
  return snapshot.provenFindings.all.filter(({ check }) => check.code === code);
}

/** Every fix of a finding: what it is called, and the text after it, which is laid out, and without the finding. */
function repairs(text: string, code: string): ReadonlyMap<string, string> {
  assert.equal(formatText(text), text, "the example is laid out");
  const snapshot = snapshotOf(text);
  const before = found(snapshot, code).length;
  assert.ok(before > 0, `no ${code} in the example`);
  const fixes = quickFixesIn(snapshot, "a.sla", 0, text.length).filter(({ finding }) => finding.check.code === code);
  return new Map(
    fixes.map(({ title, edits }) => {
      const after = applyEdits(text, edits.get("a.sla") ?? []);
      assert.equal(formatText(after), after, `'${title.en}' leaves it laid out`);
      const left = snapshotOf(after);
      const problems = left.provenFindings.all.filter(
        ({ severity, check }) => severity === "error" && !allowed.has(check.code),
      );
      assert.deepEqual(
        problems.map(({ check }) => check.name),
        [],
        `'${title.en}' breaks nothing`,
      );
      assert.ok(found(left, code).length < before, `'${title.en}' repairs it:\n${after}`);
      return [title.en, after];
    }),
  );
}

/** An exception that nobody has approved is told as an error, so that somebody does. */
const allowed = new Set(["SLA304"]);

function agreement(...clauses: readonly string[]): string {
  return `agreement desk between Sales and Support {\n  effective 2026-04-01..2027-03-31\n\n${clauses.join("\n\n")}\n}\n`;
}

const urgentOnly = "  handle urgent: incident when severity is urgent {\n    by  Support\n    via email\n  }";
const promise = "  commit discounts: discount by Sales {\n    may when rate <= 10%\n    never when rate > 20%\n  }";

describe("repairs of what proofs find", () => {
  it("adds the missing clause, or says that it cannot occur", () => {
    const fixed = repairs(agreement(urgentOnly), "SLA701");
    assert.deepEqual(
      [...fixed.keys()],
      ["Add a clause for these requests", "Say that it cannot occur: 'impossible when severity is normal'"],
    );
    const clause = "  handle other_incident: incident when severity is normal {\n    by  Support\n    via email\n  }";
    assert.equal(fixed.get("Add a clause for these requests"), agreement(urgentOnly, clause));
    assert.equal(
      fixed.get("Say that it cannot occur: 'impossible when severity is normal'"),
      `${agreement(urgentOnly)}\nimpossible when severity is normal\n`,
    );
  });

  it("writes regions of customers, calendars, dates and several fields as conditions", () => {
    for (const [condition, gap] of [
      ["tier is gold", "tier is not gold"],
      ["tier is not gold", "tier is gold"],
      ["during office", "outside office"],
      ["on Mon..Fri", "on Sat, Sun"],
      ["not on 2026-08-10..2026-08-16", "on 2026-08-10..2026-08-16"],
      ["not on 2026-08-10..2026-08-20 or on 2026-08-15..2026-08-20", "on 2026-08-10..2026-08-14"],
      [
        "tier is gold and (not on 2026-08-10..2026-08-20 or on 2026-08-12)",
        "tier is not gold or on 2026-08-10..2026-08-11 or on 2026-08-13..2026-08-20",
      ],
      ["customer is not Acme", "customer is Acme"],
      ["severity is urgent or tier is gold", "severity is normal and tier is not gold"],
      ["severity is urgent and tier is gold", "tier is not gold or severity is normal"],
    ] as const) {
      const clause = `  handle some: incident when ${condition} {\n    by  Support\n    via email\n  }`;
      const after = repairs(agreement(clause), "SLA701").get("Add a clause for these requests");
      assert.match(after ?? "", new RegExp(`: incident when ${gap} \\{`), condition);
    }
  });

  it("adds a line for what is silent", () => {
    const fixed = repairs(agreement(promise), "SLA706");
    assert.deepEqual(
      [...fixed.keys()],
      [
        "Add 'ask lead of Sales within 1 business day when rate > 10% and rate <= 20%'",
        "Add 'never when rate > 10% and rate <= 20%'",
        "Say that it cannot occur: 'impossible when rate > 10% and rate <= 20%'",
      ],
    );
  });

  it("adds a clause for what is silent beside one with a condition", () => {
    const clause = "  commit discounts: discount by Sales when tier is gold {\n    may\n  }";
    const [after = ""] = repairs(agreement(clause), "SLA706").values();
    assert.match(
      after,
      /\n {2}commit other_discount: discount by Sales when tier is not gold \{\n {4}ask lead of Sales/,
    );
  });

  it("takes away what decides nothing, and what changes nothing", () => {
    const may = "    may when rate <= 10%\n";
    const lines = "    ask lead of Sales within 1 business day when rate <= 20%\n    never when rate > 20%\n  }";
    const commit = (text: string) => agreement(`  commit discounts: discount by Sales {\n${text}`);
    assert.equal(repairs(commit(may + lines), "SLA702").get("Remove 'desk.discounts.may'"), commit(lines));
    const base = `  handle all: incident {\n    by      Support\n    via     email\n    respond within 2 business hours\n`;
    const same = "    case urgent when severity is urgent {\n      respond within 2 business hours\n    }";
    assert.equal(
      repairs(agreement(`${base}\n${same}\n  }`), "SLA703").get("Remove 'desk.all.urgent'"),
      agreement(`${base}  }`),
    );
  });

  const exception = `
exception acme to desk.discounts when customer is Acme and rate <= 30% {
  effective 2026-09-01..2026-09-11
  may
  owner     Mori
  approved  by Ito on 2026-08-18
  reason    "volume order"
}
`;

  it("ends an exception that breaks what is claimed", () => {
    const text = `${agreement(promise.replace("    never", "    ask lead of Sales within 1 business day when rate > 10% and rate <= 20%\n    never"))}
prove no_deep: discount is not may when rate > 20%
`;
    const after = repairs(text + exception, "SLA707").get("End the exception 'acme' now: remove it");
    assert.equal(after, text);
  });

  it("narrows an exception to where its base applies", () => {
    const clause = "  commit discounts: discount by Sales when rate <= 10% or rate > 50% {\n    never\n  }";
    const [after = ""] = repairs(agreement(clause) + exception, "SLA704").values();
    assert.match(after, /when customer is Acme and rate <= 30% and \(rate <= 10% or rate > 50%\) \{/);
  });

  const general =
    "  handle all: incident {\n    by      Support\n    via     email\n    respond within 4 business hours\n  }";
  const special = urgentOnly
    .replace("via email", "via email\n    respond within 1 business hour")
    .replace("by  S", "by      S")
    .replace("via e", "via     e");

  it("makes what is special a case of what is general, or an exception to it", () => {
    const fixed = repairs(agreement(general, special), "SLA504");
    const nested = special.replace("  handle", "    case").replaceAll("\n    ", "\n      ").replace("\n  }", "\n    }");
    assert.deepEqual(
      [...fixed.keys()],
      [
        "Make 'desk.urgent' a case of 'desk.all'",
        "Make 'desk.urgent' an exception to 'desk.all', for somebody to approve",
      ],
    );
    assert.equal(
      fixed.get("Make 'desk.urgent' a case of 'desk.all'"),
      agreement(general.replace(/\n {2}\}$/, `\n\n${nested}\n  }`)),
    );
    // Fourteen days from 2026-08-24 end on 2026-09-06.
    assert.match(
      fixed.get("Make 'desk.urgent' an exception to 'desk.all', for somebody to approve") ?? "",
      /\n\nexception urgent to desk\.all when severity is urgent \{\n {2}effective 2026-08-24\.\.2026-09-06\n {2}by {8}Support\n/,
    );
  });
});

describe("a counter-example kept as a scenario", () => {
  function kept(others: Readonly<Record<string, string>>) {
    const snapshot = snapshotOf(agreement(urgentOnly), others);
    const [finding] = found(snapshot, "SLA701");
    assert.ok(finding);
    const [fix] = scenarioFixesOf(snapshot, finding, "en");
    if (!fix) return undefined;
    const after = applyEdits(snapshot.text(fix.path) ?? "", [fix.edit]);
    const file = snapshot.with(fix.path, after).scenarios(fix.path);
    assert.ok(file);
    const results = runScenarios(snapshot.engine, snapshot.model, file);
    return { fix, after, statuses: results.map(({ status }) => status) };
  }

  it("begins a file beside the agreement, and passes until the answer changes", () => {
    const { fix, after, statuses } = kept({}) ?? assert.fail();
    assert.deepEqual(
      [fix.path, fix.isNew, fix.title.en],
      ["a.scenarios.yaml", true, "Keep it as a scenario in a.scenarios.yaml"],
    );
    // 2026-04-07 is the first Tuesday of the agreement.
    assert.equal(
      after,
      `scenarios:
  - name: unhandled-request incident normal Sales
    request: { kind: incident, severity: normal, asker: Sales, at: 2026-04-07T10:00 }
    # the answer as it is now; write what it should be
    expect: { outcome: unhandled }
`,
    );
    assert.deepEqual(statuses, ["passed"]);
  });

  it("goes to the end of the file that is there, whose defaults it takes back", () => {
    const text = `# ours
defaults: { asker: Support, customer: Acme }
scenarios:
    - name: first
      request: { kind: incident, severity: urgent, at: 2026-08-24T09:00 }
      expect: { outcome: handled } # a note
# the end
`;
    const { fix, after, statuses } = kept({ "desk.scenarios.yaml": text }) ?? assert.fail();
    assert.deepEqual([fix.path, fix.isNew], ["desk.scenarios.yaml", false]);
    assert.match(
      after,
      /# a note\n\n {4}- name: unhandled-request.*\n {6}request: \{ .*, customer: none \}\n(?:.*\n){2}# the end\n$/,
    );
    assert.deepEqual(statuses.slice(-1), ["passed"]);
  });

  it("leaves alone what is laid out otherwise, or broken", () => {
    assert.equal(
      kept({ "a.scenarios.yaml": "scenarios: [{ name: a, request: { kind: incident }, expect: {} }]\n" }),
      undefined,
    );
    assert.equal(kept({ "a.scenarios.yaml": "scenarios: [\n" }), undefined);
  });
});

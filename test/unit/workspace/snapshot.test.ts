import assert from "node:assert/strict";
import type { Snapshot } from "../../../server/core/workspace/snapshot.ts";
import {
  modelOf,
  type Workspace,
  withoutText,
  withText,
  workspaceOf,
} from "../../../server/core/workspace/workspace.ts";
import { company } from "../../harness/company.ts";
import { oneHoliday, snapshotOf, testDay } from "../../harness/features.ts";
import { fixture } from "../../harness/fixture.ts";

const surroundings = { today: testDay, holidays: oneHoliday };

const support = `agreement support between Sales and Support {
  effective 2026-01-01..2026-12-31
  handle incidents: incident {
    by      Support
    via     email
    respond within 4 business hours
  }
}
`;

describe("snapshot", () => {
  const first = snapshotOf(fixture(company + support));

  it("shares what an edit did not touch", () => {
    const before = first.model;
    const second = first.with("support.sla", support.replace("4 business", "2 business"));
    assert.equal(second.syntax("company.sla"), first.syntax("company.sla"));
    const [item] = first.syntax("company.sla")?.items ?? [];
    assert.ok(item);
    assert.equal(second.model.linked(item), before.linked(item));
    assert.equal(first.with("support.sla", support), first);
  });

  it("finds the same after edits as from the beginning", () => {
    let edited = first;
    assert.ok(edited.findings.all.length >= 0);
    for (const text of [
      support.replace("Support {", "Suport {"),
      support.replace("email", "telex"),
      "",
      support.replaceAll("4", "x"),
    ]) {
      edited = edited.with("support.sla", text);
      const anew = snapshotOf(fixture(company)).with("support.sla", text);
      const told = (snapshot: Snapshot) => snapshot.findings.all.map(({ check, place }) => [check.code, place.span]);
      assert.deepEqual(told(edited), told(anew));
    }
  });

  it("tells what is proved apart, and keeps it in sight until it is proved anew", () => {
    // Incidents that are not urgent have no handler; a word elsewhere changes nothing about that.
    const urgent = support.replace("incident {", "incident when severity is urgent {");
    const names = ({ all }: Snapshot["findings"]) => all.map(({ check }) => check.name);
    const gap = first.with("support.sla", urgent);
    assert.ok(!names(gap.findings).includes("unhandled-request"));
    assert.ok(!names(gap.knownFindings).includes("unhandled-request"));
    for (const _kind of gap.proving());
    assert.ok(names(gap.provenFindings).includes("unhandled-request"));
    const elsewhere = gap.with("company.sla", `${company}// a word\n`);
    assert.ok(names(elsewhere.knownFindings).includes("unhandled-request"));
    const mended = gap.with("support.sla", support);
    assert.ok(!names(mended.provenFindings).includes("unhandled-request"));
  });

  it("takes files out again", () => {
    const without = first.without("company.sla");
    assert.equal(without.model.teams.size, 0);
    assert.deepEqual(without.agreementPaths(), ["support.sla"]);
    assert.equal(without.without("nowhere.sla"), without);
  });

  it("keeps the names of items that cannot be read at the moment, and only those", () => {
    assert.ok(first.model.kinds.has("incident"));
    const text = first.text("company.sla") ?? "";
    const broken = first.with("company.sla", text.replace("request incident {", "request ( incident {"));
    assert.equal(broken.model.kinds.has("incident"), false);
    assert.equal(broken.completionModel.kinds.has("incident"), true);
    const stillBroken = broken.with("company.sla", text.replace("request incident {", "request (( incident {"));
    assert.equal(stillBroken.completionModel.kinds.has("incident"), true);
    const renamed = stillBroken.with("company.sla", text.replace("request incident {", "request outage {"));
    assert.deepEqual([...renamed.completionModel.kinds.keys()], ["outage", "discount"]);
  });

  it("follows the settings: the day, severities, holidays", () => {
    assert.equal(first.today, testDay);
    const settings =
      "today: 2027-01-01\nchecks: { agreement-expired: off }\nholidays: { Japan: { extra: [2026-08-27] } }\n";
    const set = first.with("torikime.yaml", settings);
    assert.deepEqual(set.settings.problems, []);
    // 2026-08-24 to 2027-01-01: 7 days of August, 30, 31, 30, 31 days, and one more
    assert.equal(set.today, testDay + 7 + 30 + 31 + 30 + 31 + 1);
    assert.deepEqual(set.holidays("JP", 2026), [testDay + 2, testDay + 3]);
    const onlyJapan = first.within({ today: testDay, holidays: (region) => (region === "Japan" ? [] : undefined) });
    const wrong = onlyJapan.with("torikime.yaml", "checks: { SLA301: off }\nholidays: { Jpan: { extra: [] } }\n");
    assert.deepEqual(
      wrong.settings.problems.map(({ message }) => /Did you mean .*$/.exec(message.en)?.[0]),
      ["Did you mean 'agreement-expired'?", "Did you mean 'Japan'?"],
    );
    const expired = (snapshot: Snapshot) =>
      snapshot.findings.all.some(({ check }) => check.name === "agreement-expired");
    assert.equal(expired(set), false);
    assert.equal(expired(first.with("torikime.yaml", "today: 2027-01-01\n")), true);
  });
});

describe("workspace", () => {
  const roots = (workspace: Workspace) =>
    [...workspace.models].map(([root, model]) => `${root}: ${model.agreementPaths().join(" ")}`);

  it("has a model for each torikime.yaml, and one for what is under none", () => {
    const texts = new Map([
      ["a.sla", ""],
      ["one/torikime.yaml", ""],
      ["one/b.sla", ""],
      ["one/deep/c.sla", ""],
      ["two/d.sla", ""],
    ]);
    const workspace = workspaceOf(texts, [""], surroundings);
    assert.deepEqual(roots(workspace), [": a.sla two/d.sla", "one/: one/b.sla one/deep/c.sla"]);
    const regrouped = withText(workspace, "two/torikime.yaml", "");
    assert.deepEqual(roots(regrouped), [": a.sla", "one/: one/b.sla one/deep/c.sla", "two/: two/d.sla"]);
    assert.deepEqual(roots(withoutText(regrouped, "one/torikime.yaml")), [
      ": a.sla one/b.sla one/deep/c.sla",
      "two/: two/d.sla",
    ]);
  });

  it("changes only the model of the file that changes", () => {
    const texts = new Map([
      ["one/torikime.yaml", ""],
      ["one/b.sla", ""],
      ["two/d.sla", ""],
    ]);
    const workspace = workspaceOf(texts, ["", "two/"], surroundings);
    const later = withText(workspace, "two/d.sla", "team A {\n}\n");
    assert.equal(modelOf(later, "one/b.sla"), modelOf(workspace, "one/b.sla"));
    assert.equal(modelOf(later, "two/d.sla")?.text("two/d.sla"), "team A {\n}\n");
    assert.equal(withText(later, "two/d.sla", "team A {\n}\n"), later);
  });

  it("groups files outside all folders with their neighbours", () => {
    const texts = new Map([
      ["file:///x/a.sla", ""],
      ["file:///x/b.sla", ""],
      ["file:///y/c.sla", ""],
    ]);
    assert.deepEqual(roots(workspaceOf(texts, [], surroundings)), [
      "file:///x/: file:///x/a.sla file:///x/b.sla",
      "file:///y/: file:///y/c.sla",
    ]);
  });
});

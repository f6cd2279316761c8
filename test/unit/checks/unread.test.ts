import assert from "node:assert/strict";
import type { CheckContext } from "../../../server/core/checks/define.ts";
import { exampleContext, findingsIn } from "./examples.ts";

describe("what only follows from a line that cannot be read", () => {
  const named = (text: string, name: string, context?: CheckContext) =>
    findingsIn(text, context).filter(({ check }) => check.name === name).length;
  const unread = "team Desk {\n  lead: Okada\n  hours office\n}\n";
  const asked = "team Hall {\n  lead Mori\n  deputy Okada for Mori\n}\n";

  it("is not told: people whom such a line names", () => {
    assert.equal(named(asked, "unknown-name"), 1);
    assert.equal(named(unread + asked, "syntax-error"), 1);
    assert.equal(named(unread + asked, "unknown-name"), 0);
  });

  it("is told when the line is only the one that it is in itself", () => {
    assert.equal(named("team Hall {\n  lead Mori\n  deputy Okada for Mori Okada\n}\n", "unknown-name"), 1);
  });

  it("is told where syntax errors are not", () => {
    const severities = { ...exampleContext.severities, "syntax-error": "off" as const };
    assert.equal(named(unread + asked, "unknown-name", { ...exampleContext, severities }), 1);
  });

  it("is not told: kinds whose clause cannot be read", () => {
    const kind = "request repair\n";
    assert.equal(named(kind, "unmentioned-kind"), 1);
    const clause = "agreement a between Sales and Support {\n  guarantee x to customer repair\n}\n";
    assert.equal(named(kind + clause, "unmentioned-kind"), 0);
  });

  it("is not told: a declaration that such a line uses", () => {
    const calendar = "calendar hall in Asia/Tokyo {\n  open Mon..Fri 09:00-17:00\n}\n";
    assert.equal(named(calendar, "unused-declaration"), 1);
    assert.equal(named(calendar + "team Hall {\n  lead Okada\n  hours: hall\n}\n", "unused-declaration"), 0);
  });

  it("is not told: a channel whose address such a line has", () => {
    const fax =
      "channel fax\nteam Hall {\n  lead Okada\n  hours office\n  REACH\n}\nagreement a between Sales and Hall {\n  handle x: how_to {\n    by Hall\n    via fax\n  }\n}\n";
    assert.equal(named(fax.replace("REACH", 'title "Hall"'), "channel-without-address"), 1);
    assert.equal(named(fax.replace("REACH", 'reach fax "1"'), "channel-without-address"), 0);
  });
});

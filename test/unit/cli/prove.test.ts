import assert from "node:assert/strict";
import { folderOf, torikime } from "../../harness/terminal.ts";

const company = `
team Sales {
  lead Sato
}
team Support {
  lead Ito
}
request outage { severity: low | normal | urgent, cost: JPY }
`;

function prove(clauses: string, locale: "en" | "ja" = "en") {
  const text = `${company}agreement outages between Sales and Support in Asia/Tokyo {\n  effective 2026-04-01..2027-03-31\n${clauses}}\n`;
  return torikime(folderOf({ "a.sla": text }), ["prove"], { locale });
}

const split = `
  handle urgent: outage when severity is urgent {
    by Support
  }
`;

describe("torikime prove", () => {
  it("tells what is proved, with the size of the space", async () => {
    // Three severities, and amounts below, at and above the limit: 9 kinds of request.
    const rest =
      "  handle rest: outage when severity is not urgent or cost < 10 JPY and severity is low {\n    by Support\n  }\n";
    const { code, out } = await prove(split + rest);
    assert.equal(code, 0);
    assert.match(out, /^outages\n {2}proved {7}outage: all 9 kinds of request have a handler\n/);
    assert.match(out, /proved {7}outage: no two clauses differ on any of them/);
  });

  it("says what is not true, and ends with 1", async () => {
    const { code, out } = await prove(split);
    assert.equal(code, 1);
    // Three severities.
    assert.match(out, /not true {5}outage: some of 3 kinds of request have no handler/);
  });

  it("speaks Japanese", async () => {
    const { out } = await prove(split, "ja");
    assert.match(out, /不成立　 {2}outage: 3 通りの依頼に、担当のないものがあります/);
  });
});

import assert from "node:assert/strict";
import { messageOf } from "../../../server/core/checks/catalogue.ts";
import { findingsIn } from "./examples.ts";

// analysis.md: proved, or a counter-example, or "not decided" said aloud; never a silent OK.
describe("what was not decided", () => {
  const told = (text: string) =>
    findingsIn(text)
      .filter(({ check }) => check.name === "not-decided")
      .map((finding) => ({
        text: messageOf(finding, "en"),
        at: finding.place.item.text.slice(finding.place.span.start, finding.place.span.end),
      }));
  const agreement = (condition: string) => `agreement outages between Sales and Support {
  handle outages: outage${condition} {
    by  Support
    via email
  }
}
`;

  it("is told where something could not be read", () => {
    const [one, ...more] = told(`request outage\n${agreement(" when severty is urgent")}`);
    assert.equal(one?.at, "outages");
    assert.match(one?.text ?? "", /^For outage it was not decided whether each has a handler, whether clauses/);
    assert.match(one?.text ?? "", /something in its clauses could not be read/);
    assert.deepEqual(more, []);
  });

  it("is told where a condition stands on a part of a line that could not be read, and nothing is said to be without effect", () => {
    // Without its condition the second line would answer all of the first one's requests.
    const promises = (second: string) => `request rebate { rate: percent }
agreement rebates between Sales and Support {
  commit rebates: rebate by Sales {
    may when rate <= 10%
    ${second}
  }
}
`;
    const checks = (text: string) => findingsIn(text).map(({ check }) => check.name);
    for (const second of [
      "ask lead Sales within 1 business day when rate > 10%",
      "never when rate > 10% zz and rate <= 20%",
      "never whn rate > 10%",
      "never unless tier gold",
      "never otherwise",
      "never 割引が10%超の場合",
    ]) {
      const found = checks(promises(second));
      assert.ok(found.includes("syntax-error"), second);
      assert.ok(found.includes("not-decided"), second);
      assert.ok(!found.includes("unreachable-clause"), second);
    }
    assert.deepEqual(checks(promises("never when rate > 10%")), []);
  });

  it("is told where a condition takes too many combinations", () => {
    // (a is x or b is x) and (c is x or d is x) and …: seven such pairs take 2^7 = 128 boxes.
    const fields = [..."abcdefghijklmn"];
    const pairs = fields.flatMap((one, index) =>
      index % 2 === 0 ? [`(${one} is x or ${fields[index + 1]} is x)`] : [],
    );
    const kind = `request outage { ${fields.map((field) => `${field}: x | y`).join(", ")} }\n`;
    const [one] = told(kind + agreement(` when ${pairs.join(" and ")}`));
    assert.match(one?.text ?? "", /this takes more than 64 combinations of values/);
  });

  it("is told once where one agreement leaves it open for several kinds", () => {
    const text = `request outage
request fault
agreement outages between Sales and Support {
  effective 2026-04-01..2066-03-31
  handle outages: outage, fault {
    by  Support
    via email
  }
}
`;
    assert.deepEqual(
      told(text).map(({ text: each }) => each.slice(0, "For outage, fault".length)),
      ["For outage, fault"],
    );
  });
});

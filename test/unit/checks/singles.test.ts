import assert from "node:assert/strict";
import { messageOf } from "../../../server/core/checks/catalogue.ts";
import { findingsIn } from "./examples.ts";

/** What is asked about, of a lead whose deputy is away for a week. */
const asking = `team Couriers {
  lead    Ueda
  members Noda
  deputy  Noda for Ueda
  hours   office
  reach   via email at "couriers@example.co.jp"
  away    Noda 2026-09-07..2026-09-11
}
request rebate { rate: percent }
agreement rebates between Sales and Couriers {
  commit rebates: rebate by Sales {
    ask lead of Couriers within 1 business day when rate > 10%
  }
}
`;

describe("who is alone at times", () => {
  const told = findingsIn(asking).filter(({ check }) => check.name === "single-person-at-times");

  it("is told in words that fit whatever there is to do, asking among it", () => {
    assert.match(
      told.map((finding) => messageOf(finding, "en")).join(),
      /^On 2026-09-07\.\.2026-09-11 only Ueda can be asked about rebate.*; if Ueda is away as well, nobody is left\. For example: /,
    );
    assert.match(
      told.map((finding) => messageOf(finding, "ja")).join(),
      /rebate.*について確認できるのは Ueda だけです。Ueda も不在になると、誰もいません。/,
    );
  });
});

describe("who is alone on all days but those on which they are away themselves", () => {
  // On 26 August the question goes to the team, for Ueda is away; on every other day to Ueda, who decides alone.
  const text = asking
    .replace("  deputy  Noda for Ueda\n", "")
    .replace("away    Noda 2026-09-07..2026-09-11", "away    Ueda 2026-08-26");
  const named = (name: string) => findingsIn(text).filter(({ check }) => check.name === name);

  it("is told to be without a deputy, and not to be alone since others are away", () => {
    assert.equal(named("single-person-at-times").length, 0);
    assert.equal(named("deputy-missing").length, 1);
  });
});

describe("who is alone on days on which nobody asks", () => {
  it("is told with a request of another day, or not at all", () => {
    const fact = (when: string) => `${asking}impossible when ${when}\n`;
    const named = (name: string, text: string) => findingsIn(text).filter(({ check }) => check.name === name);
    // Noda is away from Monday to Friday, and what comes after 18:00 on the Friday before is asked on Monday.
    assert.equal(named("single-person-at-times", asking).length, 1);
    assert.deepEqual(named("single-person-at-times", fact("on 2026-09-04..2026-09-11")), []);
    // Looked at is what comes from today on, Monday 2026-08-24; of this week none does, and by Monday at ten it is worked on at once.
    const handled = asking
      .replace(/ {2}commit[^}]*/, "  handle rebates: rebate {\n    by lead of Couriers\n  ")
      .replace("  deputy  Noda for Ueda\n", "");
    const [finding] = named("single-person", `${handled}impossible when on 2026-08-24..2026-08-28\n`);
    assert.match(finding ? messageOf(finding, "en") : "", /^Only Ueda can handle rebate.*, Sales, 2026-08-31 10:00\./);
  });
});

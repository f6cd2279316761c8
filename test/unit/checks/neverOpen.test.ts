/** What is told of times that never come, where hours are counted that never open. */
import assert from "node:assert/strict";
import { messageOf } from "../../../server/core/checks/catalogue.ts";
import { findingsIn } from "./examples.ts";

const text = `calendar shut in Asia/Tokyo {
  open   Sun 09:00-10:00
  closed Sun
}
team Board {
  lead    Oki
  members Ota
  deputy  Ota for Oki
  hours   shut
}
request parcel
request rebate { rate: percent }
agreement parcels between Sales and Support {
  effective 2026-04-01..2027-03-31
  handle late: parcel {
    by       Support
    hours    shut
    respond  within 2 calendar days
    escalate after 2 business hours to lead of Support
  }
  handle rebates: rebate {
    by      Support
    hours   shut
    resolve within 2 business hours
  }
  guarantee kept: rebate to customers {
    resolve within 8 calendar days
  }
  commit parcels: parcel by Support {
    ask Oki within 2 business hours
  }
}
`;

describe("hours that never come", () => {
  const said = (name: string, locale: "en" | "ja") =>
    findingsIn(text)
      .filter(({ check }) => check.name === name)
      .map((finding) => messageOf(finding, locale))
      .join();

  it("are told as never, in each check that tells by when something is done", () => {
    assert.match(
      said("escalation-too-late", "en"),
      /is never escalated, as the hours that count for it never come, and 'respond within 2 calendar days' is over at/,
    );
    assert.match(
      said("guarantee-not-kept", "en"),
      / may wait for ever under 'parcels\.rebates', and the promise ends at /,
    );
    assert.match(
      said("contradicting-commitment", "en"),
      /: whoever is asked need never answer, as their hours never come, but the request has to be answered by /,
    );
  });

  it("are told in Japanese, too", () => {
    assert.match(said("escalation-too-late", "ja"), /は、数える営業時間が来ないためエスカレーションされず、「respond/);
    assert.match(said("guarantee-not-kept", "ja"), /「parcels\.rebates」ではいつまでも待つことがあり、約束の期限は/);
    assert.match(
      said("contradicting-commitment", "ja"),
      /確認する相手には営業時間が来ず回答の期限がありませんが、依頼には/,
    );
  });

  it("leave no target that an escalation could be too late for", () => {
    const misspelt = `request parcel
agreement parcels between Sales and Support {
  handle late: parcel {
    by       Suport
    resolve  within 3 business days
    escalate after 2 business hours to lead of Support
  }
}
`;
    assert.deepEqual(
      findingsIn(misspelt).flatMap(({ check }) => (check.severity === "info" ? [] : [check.name])),
      ["unknown-name"],
    );
  });
});

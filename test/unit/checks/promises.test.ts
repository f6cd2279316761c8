import assert from "node:assert/strict";
import { messageOf } from "../../../server/core/checks/catalogue.ts";
import { findingsIn } from "./examples.ts";

const told = (text: string) =>
  findingsIn(text)
    .filter(({ check }) => check.name === "contradicting-commitment")
    .map((finding) => messageOf(finding, "en"));

// analysis.md: a party that must reply within T while its ask route needs longer.
describe("an answer that is due before whoever is asked has answered", () => {
  const text = (target: string, ask: string, asker = "Support") => `request repair { cost: JPY }
agreement repairs between Sales and Support {
  effective 2026-08-24..2026-08-28
  handle repairs: repair {
    by      Support
    via     email
    respond within ${target}
  }
  commit free_repairs: repair by ${asker} {
    may when cost <= 1_000 JPY
    ask lead of ${asker} within ${ask} when cost > 1_000 JPY
  }
}
`;

  it("is told with the worst request", () => {
    const [one, ...more] = told(text("2 business hours", "4 business hours"));
    assert.deepEqual(more, []);
    // What comes on Friday at 14:01 is due two open hours later, at 16:01; four open hours later it is Monday at 09:01. No minute of
    // the week is worse, for until 14:00 four hours end on Friday.
    assert.match(
      one ?? "",
      /^'repairs\.free_repairs\.ask' contradicts 'repairs\.repairs' for repair \(cost above 1,000 JPY\)/,
    );
    assert.match(
      one ?? "",
      /answer as late as 2026-08-31 09:01, but the request has to be answered by 2026-08-28 16:01/,
    );
    // The party's own: its answer tells both times, while that of Sales tells nothing of the question.
    assert.match(one ?? "", /; for example: repair, cost [\d,]+ JPY, Support, 2026-08-28 14:01\./);
  });

  it("is told with a second request where what the party itself asks for is decided otherwise", () => {
    const own = text("2 business hours", "4 business hours").replace(
      "repair {\n    by",
      "repair when asker is Sales {\n    by",
    );
    const [finding] = findingsIn(own).filter(({ check }) => check.name === "contradicting-commitment");
    assert.match(
      finding ? messageOf(finding, "en") : "",
      /; for example: repair, cost [\d,]+ JPY, Sales, 2026-08-28 14:01\./,
    );
    const asked = finding?.examples.map(({ note, witness }) => `${note?.en}: ${witness()?.asker}`);
    assert.deepEqual(asked, ["the request: Sales", "the question: Support"]);
  });

  it("is told with a second request where the party's own counts on other hours", () => {
    // What Sales asks for on Wednesday is due on Thursday at 08:00, and a question of Wednesday at 17:00 may be answered at 12:00.
    const opening = `exception early to repairs.repairs when asker is Sales {
  effective 2026-08-26..2026-08-27
  open      2026-08-27 06:00-08:00
  owner     Mori
  approved  by Ito on 2026-08-18
  reason    "stocktaking"
}
`;
    const [finding] = findingsIn(text("1 business day", "4 business hours") + opening).filter(
      ({ check }) => check.name === "contradicting-commitment",
    );
    const asked = finding?.examples.map(({ note, witness }) => `${note?.en}: ${witness()?.asker}`);
    assert.deepEqual(asked, ["the request: Sales", "the question: Support"]);
  });

  it("is none where the question is answered in time, whatever the units", () => {
    assert.deepEqual(told(text("4 business hours", "4 business hours")), []);
    assert.deepEqual(told(text("4 business hours", "240 business minutes")), []);
    // Eight open hours are a day, so they end at the same time of the next one, before the second day after receipt ends.
    assert.deepEqual(told(text("2 business days", "8 business hours")), []);
  });

  it("is found where only some times of arrival show it", () => {
    // 16 open hours are two days: from 09:00 on they end at 18:00 of the next day, as a business day does; from 10:00 on, an hour later.
    assert.equal(told(text("1 business day", "16 business hours")).length, 1);
    assert.deepEqual(told(text("1 business day", "8 business hours")), []);
  });

  it("is none of the party's that asks and does not handle", () => {
    assert.deepEqual(told(text("2 business hours", "4 business hours", "Sales")), []);
  });
});

// analysis.md: never over may between clauses of one party.
describe("a yes and a no to the same requests", () => {
  const text = (second: string) => `request rebate { rate: percent }
agreement rebates between Sales and Support {
  effective 2026-04-01..2027-03-31
  commit small: rebate by Sales {
    may when rate <= 10%
    never when rate > 10%
  }
  ${second}
}
`;

  it("are told once, with the region and a request", () => {
    const found = told(text("commit none: rebate by Sales {\n    never when rate > 8%\n  }"));
    assert.equal(found.length, 1);
    assert.match(
      found[0] ?? "",
      /for rebate \(rate above 8% up to 10%\).*the 'never' counts; for example: rebate, rate 9%/,
    );
  });

  it("are none of two parties, of one clause, or where the no takes all of the yes, which is told as such", () => {
    assert.deepEqual(told(text("commit none: rebate by Support {\n    never\n  }")), []);
    assert.deepEqual(told(text("")), []);
    assert.deepEqual(told(text("commit none: rebate by Sales {\n    never\n  }")), []);
  });
});

// A guarantee is about requests of customers, so what shows that it is broken is one of a customer; here only a customer has an owner.
describe("a guarantee that is not kept", () => {
  it("is shown with a customer, whom the handler may depend on", () => {
    const text = `request question
agreement accounts between Sales and Support {
  effective 2026-09-01..2026-09-30
  handle questions: question {
    by      owner of customer
    via     email
    respond within 4 business hours
  }
  guarantee answers: question to customers {
    respond within 2 calendar days
  }
}
`;
    const [one, ...more] = findingsIn(text).filter(({ check }) => check.name === "guarantee-not-kept");
    assert.deepEqual(more, []);
    // 18:00 on Friday 2026-09-18 is past closing; then come a weekend and three holidays, so four hours end on Thursday at 14:00. The second
    // day after Friday is Sunday. At 17:59 one minute is left of Friday, and Thursday's four hours end at 13:59.
    assert.match(
      one ? messageOf(one, "en") : "",
      /question, Acme, Sales, 2026-09-18 18:00 may wait until 2026-09-24 14:00 under 'accounts\.questions', and the promise ends at 2026-09-20 24:00/,
    );
    assert.deepEqual(one?.examples?.[0]?.witness()?.customer, { kind: "declared", name: "Acme" });
  });
});

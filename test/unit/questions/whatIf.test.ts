import assert from "node:assert/strict";
import { compile } from "../../../server/core/engine/compile.ts";
import { decide } from "../../../server/core/engine/decide.ts";
import type { Decision } from "../../../server/core/engine/decision.ts";
import { answerOf } from "../../../server/core/features/answer/answer.ts";
import { decideSupposing } from "../../../server/core/questions/cutOff.ts";
import { type Supposition, supposing } from "../../../server/core/questions/whatIf.ts";
import { japaneseHolidays } from "../../../server/core/time/holidays.japan.ts";
import { modelOf } from "../../harness/models.ts";
import { sampleNamed } from "../../harness/samples.ts";
import { company, support } from "../engine/agreement.ts";
import { type Given, requestOf } from "../engine/fixtures.ts";

const extra = `
request parcel
request call
request visit
agreement more between Sales and Support {
  handle parcels: parcel {
    by Kudo
  }
  handle calls: call {
    by  Support
    via phone
  }
  handle visits: visit {
    by  owner of customer
    via email
  }
}
`;
const model = modelOf(company, support, extra);

function decided(suppositions: readonly Supposition[], kind: string, given: Given = {}): Decision {
  const request = requestOf(kind, "2026-08-24T10:00", { customer: "Acme", ...given });
  const supposed = supposing(model, suppositions);
  return decideSupposing({ model: supposed, engine: compile(supposed, japaneseHolidays) }, request);
}

const gone = (person: string): Supposition => ({ kind: "without", person });
const down = (channel: string): Supposition => ({ kind: "channel down", channel });
const normal = { fields: { severity: "normal" } };

describe("a model as it would be", () => {
  it("is the same model where nothing is supposed, and is never changed itself", () => {
    assert.equal(supposing(model, []), model);
    const before = decided([], "incident", normal);
    decided([gone("Abe"), down("email")], "incident", { ...normal, channel: "email" });
    assert.deepEqual(decided([], "incident", normal), before);
  });

  it("has the others do what somebody who is gone did", () => {
    assert.equal(decided([], "incident", normal).person, "Abe");
    const without = decided([gone("Abe")], "incident", normal);
    assert.deepEqual([without.person, without.personBecause], ["Kudo", "on duty"]);
  });

  it("sends on what is addressed to somebody who is gone, as before", () => {
    const written = { ...normal, channel: "email", to: "Abe" };
    for (const suppositions of [[], [gone("Abe")]]) {
      const { outcome, redirectBecause, redirect } = decided(suppositions, "incident", written);
      assert.deepEqual([outcome, redirectBecause, redirect], ["redirect", "addressed to a person", ["email"]]);
    }
  });

  it("has the declared deputy stand in for a lead who is gone, and nobody where that one is gone, too", () => {
    // `deputy Abe for Ito`; Sato has none.
    assert.deepEqual(decided([gone("Ito")], "incident", normal).ladder[0]?.people, ["Abe"]);
    assert.deepEqual(decided([gone("Ito"), gone("Abe")], "incident", normal).ladder[0]?.people, []);
    assert.deepEqual(decided([gone("Abe"), gone("Ito")], "incident", normal).ladder[0]?.people, []);
    const discount = { asker: "Sales", fields: { rate: "15%" } };
    assert.notEqual(decided([gone("Sato")], "discount", discount).commitment?.asks[0]?.name, "Sato");
    const deputised = modelOf(
      company.replace("members Mori, Tanaka", "members Mori, Tanaka\n  deputy  Mori for Sato"),
      support,
    );
    const request = requestOf("discount", "2026-08-24T10:00", discount);
    const asked = decide(compile(supposing(deputised, [gone("Sato")]), japaneseHolidays), request);
    assert.deepEqual(
      asked.commitment?.asks.map(({ name }) => name),
      ["Mori"],
    );
  });

  it("says that nobody is left to be asked, where nobody is", () => {
    const suppositions = ["Sato", "Mori", "Tanaka"].map(gone);
    const supposed = supposing(model, suppositions);
    const agreed = { model: supposed, engine: compile(supposed, japaneseHolidays) };
    const asked = decided(suppositions, "discount", { asker: "Sales", fields: { rate: "15%" } });
    assert.match(answerOf(agreed, asked, "en").headline, /^Ask the lead of Sales first, but nobody is left there/);
    assert.match(answerOf(agreed, asked, "ja").headline, /確認できる人がいません。$/);
  });

  it("has whoever takes a customer over own it where the former owner is gone", () => {
    const passing = modelOf(...sampleNamed("handover"));
    const engine = compile(supposing(passing, [gone("Tanaka")]), japaneseHolidays);
    const owner = (day: string) =>
      decide(
        engine,
        requestOf("account_question", `${day}T10:00`, { customer: "港北市", fields: { urgency: "normal" } }),
      ).person;
    // Before the handover the backup, while it lasts and after it the one who takes over.
    assert.deepEqual(["2026-05-20", "2026-06-15", "2026-08-17"].map(owner), ["Kishi", "Mori", "Mori"]);
  });

  it("has nobody where somebody named in person is gone, and where all of a team are", () => {
    assert.equal(decided([gone("Kudo")], "parcel").outcome, "unstaffed");
    assert.equal(decided([gone("Ito"), gone("Abe"), gone("Kudo")], "incident", normal).outcome, "unstaffed");
  });

  it("has the backup own a customer whose owner is gone", () => {
    assert.equal(decided([], "visit").person, "Mori");
    assert.equal(decided([gone("Mori")], "visit").person, "Tanaka");
    assert.equal(decided([gone("Mori"), gone("Tanaka")], "visit").outcome, "unstaffed");
  });

  it("has no channel that is down, whatever lists it", () => {
    const phone = decided([down("phone")], "incident", { ...normal, channel: "phone" });
    assert.deepEqual([phone.outcome, phone.redirect], ["redirect", ["email", "portal"]]);
    // A clause without via took every channel: now it takes every other.
    assert.equal(decided([], "parcel", { channel: "phone" }).outcome, "handled");
    const parcel = decided([down("phone")], "parcel", { channel: "phone" });
    assert.deepEqual([parcel.outcome, parcel.redirect], ["redirect", ["email", "portal", "chat"]]);
    assert.equal(decided([down("phone")], "parcel", { channel: "email" }).outcome, "handled");
  });

  it("reaches nobody where the only channel is down, and sends nobody to it", () => {
    for (const given of [{ channel: "phone" }, { channel: "email" }, {}, { channel: "phone", to: "Abe" }]) {
      const call = decided([down("phone")], "call", given);
      assert.deepEqual([call.outcome, call.redirect, call.channel], ["unstaffed", [], undefined]);
    }
    const all = ["email", "portal", "phone", "chat"].map(down);
    for (const [kind, given] of [
      ["incident", { ...normal, channel: "email" }],
      ["parcel", {}],
      ["incident", {}],
    ] as const) {
      const decision = decided(all, kind, given);
      const answers = decision.needs?.answers.map((each) => each.decision) ?? [decision];
      for (const each of answers)
        assert.deepEqual([each.outcome, each.redirect, each.say], ["unstaffed", [], undefined]);
    }
    const supposed = supposing(model, [down("phone")]);
    const agreed = { model: supposed, engine: compile(supposed, japaneseHolidays) };
    const answer = (locale: "en" | "ja") => answerOf(agreed, decided([down("phone")], "call"), locale);
    assert.match(answer("en").headline, /^Support .* but no channel is left to reach them by\.$/);
    assert.match(answer("ja").headline, /連絡手段が残っていません。$/);
    assert.deepEqual(
      answer("en").rows.filter(({ label }) => label === "Channel" || label === "Who"),
      [{ label: "Channel", value: "none is left", tone: "bad" }],
    );
  });

  it("takes the channel from exceptions, too", () => {
    const at = (suppositions: readonly Supposition[]) => {
      const supposed = supposing(model, suppositions);
      return decideSupposing(
        { model: supposed, engine: compile(supposed, japaneseHolidays) },
        requestOf("incident", "2026-08-22T10:15", { ...normal, customer: "Acme", channel: "email" }),
      );
    };
    assert.equal(at([]).outcome, "handled");
    // The exception takes requests by e-mail alone.
    assert.equal(at([down("email")]).outcome, "unstaffed");
    // Named in the exception and away: it goes to the team's turn, which would be Kudo's own (week 20), so to the next.
    assert.equal(at([{ kind: "away", person: "Kudo", days: { first: 0, last: undefined } }]).person, "Abe");
  });
});

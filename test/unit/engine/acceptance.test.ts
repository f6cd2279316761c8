import assert from "node:assert/strict";
import { decide, decideCommitment, relatedCommitments } from "../../../server/core/engine/decide.ts";
import type { Decision } from "../../../server/core/engine/decision.ts";
import { company, support } from "./agreement.ts";
import { deadlineText, engineOf, type Given, localText, requestOf } from "./fixtures.ts";

// The fifteen rows of the acceptance table: office Mon-Fri 09:00-12:00 and 13:00-18:00, Asia/Tokyo, holidays closed.
describe("acceptance table", () => {
  const engine = () => engineOf(company, support);
  const answer = (kind: string, at: string, given: Given = {}): Decision =>
    decide(engine(), requestOf(kind, at, { asker: "Sales", ...given }));
  const normal = { fields: { severity: "normal" } };
  const urgent = { fields: { severity: "urgent" } };

  it("1: a normal incident on Monday at 09:00", () => {
    const decision = answer("incident", "2026-08-24T09:00", { channel: "email", ...normal });
    assert.equal(decision.outcome, "handled");
    assert.equal(decision.team, "Support");
    // 09:00-12:00 are 3 h, 13:00-14:00 the fourth; Tue, Wed, Thu are three business days.
    assert.equal(deadlineText(decision.respond), "2026-08-24T14:00");
    assert.equal(deadlineText(decision.resolve), "2026-08-27T18:00");
  });

  it("2: on Friday at 17:30", () => {
    const decision = answer("incident", "2026-08-21T17:30", { channel: "email", ...normal });
    // Fri 0.5 h, Mon 09:00-12:00 3 h, 13:00-13:30.
    assert.equal(deadlineText(decision.respond), "2026-08-24T13:30");
  });

  it("3: before three holidays in a row", () => {
    const decision = answer("incident", "2026-09-18T17:00", { channel: "email", ...normal });
    // Fri 1 h; 09-21, 09-22 and 09-23 are holidays; Thu 09:00-12:00 3 h: a closing time, breached at the next opening.
    assert.equal(localText(decision.respond?.deadline), "2026-09-24T12:00");
    assert.equal(localText(decision.respond?.breachedAfter), "2026-09-24T13:00");
  });

  it("4: an urgent one over lunch", () => {
    const decision = answer("incident", "2026-08-25T11:30", { channel: "portal", ...urgent });
    assert.equal(decision.outcome, "handled");
    assert.equal(decision.decidedBy, "product_support.incidents.urgent");
    assert.equal(deadlineText(decision.respond), "2026-08-25T13:30");
  });

  it("5: by a channel that is not listed", () => {
    const decision = answer("incident", "2026-08-26T10:00", { channel: "chat", ...normal });
    assert.equal(decision.outcome, "redirect");
    assert.equal(decision.redirectBecause, "channel not listed");
    assert.deepEqual(decision.redirect, ["email", "portal", "phone"]);
    assert.equal(
      decision.say,
      "Please write to email (support@example.co.jp), portal (https://support.example.co.jp) or phone: the whole team" +
        " reads it, so it is answered even when one of us is away.",
    );
    assert.equal(decision.provisional, true);
    // As if sent again at 10:00: 2 h to noon, 2 h from 13:00; Thu, Fri, Mon.
    assert.equal(deadlineText(decision.respond), "2026-08-26T15:00");
    assert.equal(deadlineText(decision.resolve), "2026-08-31T18:00");
  });

  it("6: Acme on the Saturday of its cut-over, by phone", () => {
    const request = requestOf("incident", "2026-08-22T10:15", {
      asker: "Sales",
      customer: "Acme",
      channel: "phone",
      ...normal,
    });
    const decision = decide(engine(), request);
    assert.equal(decision.outcome, "redirect");
    assert.deepEqual(decision.redirect, ["email"]);
    assert.equal(decision.person, "Kudo");
    assert.equal(decision.decidedBy, "acme_cutover");
    assert.equal(decision.exception, "acme_cutover");
    assert.equal(decision.closed, undefined);
    // Open 09:00-18:00 without a break; Sun 08-23 is open by the exception, so Sun, Mon, Tue.
    assert.equal(deadlineText(decision.respond), "2026-08-22T14:15");
    assert.equal(deadlineText(decision.resolve), "2026-08-25T18:00");
    assert.deepEqual(decision.surcharge?.rate, { kind: "percent", percent: { unscaled: 35n, scale: 0 } });
    const related = relatedCommitments(engine(), request).map(({ kind, commitment }) => [kind, commitment.verdict]);
    assert.deepEqual(related, [["phone_cover", "never"]]);
  });

  it("7: Acme on the Saturday after it", () => {
    const request = requestOf("incident", "2026-08-29T10:15", {
      asker: "Sales",
      customer: "Acme",
      channel: "phone",
      ...normal,
    });
    const decision = decide(engine(), request);
    assert.equal(decision.outcome, "redirect");
    assert.deepEqual(decision.redirect, ["email", "portal"]);
    assert.equal(localText(decision.closed?.until), "2026-08-31T09:00");
    assert.equal(decision.exception, undefined);
    assert.deepEqual(
      decision.aside.map(({ name, because }) => [name, because]),
      [["acme_cutover", "over"]],
    );
    assert.equal(relatedCommitments(engine(), request)[0]?.commitment.verdict, "never");
  });

  it("8: discounts of 8, 15 and 30 %", () => {
    const at = (rate: string) => answer("discount", "2026-08-24T10:00", { fields: { rate } });
    assert.deepEqual(
      ["8%", "15%", "30%"].map((rate) => at(rate).commitment?.verdict),
      ["may", "ask", "never"],
    );
    const [ask] = at("15%").commitment?.asks ?? [];
    assert.equal(ask?.name, "Sato");
    // One business day after Mon 08-24 is Tue 08-25.
    assert.equal(deadlineText(ask?.answeredBy), "2026-08-25T18:00");
    assert.equal(at("30%").commitment?.decidedBy, "product_support.discounts.never");
    assert.equal(at("30%").outcome, "question");
  });

  it("9: a free customisation, which no rule mentions", () => {
    const decision = answer("customisation", "2026-08-24T10:00", { fields: { price: "free" } });
    assert.equal(decision.commitment?.verdict, "silent");
    assert.equal(
      decideCommitment(engine(), requestOf("free_work", "2026-08-24T10:00", { asker: "Sales" }))?.verdict,
      "silent",
    );
  });

  it("10: addressed to Abe by name", () => {
    const decision = answer("incident", "2026-08-26T10:00", { channel: "email", to: "Abe", ...normal });
    assert.equal(decision.outcome, "redirect");
    assert.equal(decision.redirectBecause, "addressed to a person");
    assert.equal(decision.team, "Support");
    assert.deepEqual(decision.redirect, ["email"]);
  });

  it("11: a question on Saturday", () => {
    const decision = answer("how_to", "2026-08-29T12:00", { channel: "email" });
    assert.equal(localText(decision.closed?.until), "2026-08-31T09:00");
    // From Mon 09:00: 3 h, then 13:00-14:00. Days count from Saturday: Mon, Tue, Wed.
    assert.equal(deadlineText(decision.respond), "2026-08-31T14:00");
    assert.equal(deadlineText(decision.resolve), "2026-09-02T18:00");
  });

  it("12: an incident without a severity", () => {
    const decision = answer("incident", "2026-08-24T09:00", { channel: "email" });
    assert.equal(decision.outcome, "needs");
    assert.equal(decision.needs?.field, "severity");
    assert.deepEqual(
      decision.needs?.answers.map(({ value, decision: inner }) => [value, deadlineText(inner.respond)]),
      [
        [{ kind: "name", name: "normal" }, "2026-08-24T14:00"],
        [{ kind: "name", name: "urgent" }, "2026-08-24T10:00"],
      ],
    );
  });

  it("13: in a week in which Abe is away", () => {
    const decision = answer("incident", "2026-08-10T10:00", { channel: "email", ...normal });
    assert.equal(decision.insteadOf, "Abe");
    assert.equal(decision.person, "Kudo");
    assert.equal(decision.personBecause, "next in turn");
    assert.equal(deadlineText(decision.respond), "2026-08-10T15:00");
    // Tue 08-11 is a holiday: Wed, Thu, Fri.
    assert.equal(deadlineText(decision.resolve), "2026-08-14T18:00");
  });

  it("14: a discount of 25 % for Acme, with the exception and after it", () => {
    const at = (time: string) => answer("discount", time, { customer: "Acme", fields: { rate: "25%" } }).commitment;
    assert.equal(at("2026-09-10T10:00")?.verdict, "may");
    assert.equal(at("2026-09-10T10:00")?.decidedBy, "acme_discount");
    assert.equal(at("2026-09-15T10:00")?.verdict, "never");
  });

  it("15: a kind that no clause mentions", () => {
    assert.equal(answer("refund", "2026-08-24T10:00").outcome, "unhandled");
  });
});

import assert from "node:assert/strict";
import type { Locale } from "../../../../server/core/checks/message.ts";
import { decide } from "../../../../server/core/engine/decide.ts";
import type { TraceStep } from "../../../../server/core/engine/decision.ts";
import { reasonOf } from "../../../../server/core/features/answer/why.ts";
import { tellingOf } from "../../../../server/core/features/telling.ts";
import { readRequestRecord } from "../../../../server/core/scenarios/requests.ts";
import { parseDate } from "../../../../server/core/time/date.ts";
import { agreedIn } from "../../../harness/models.ts";
import { acme, answer, discount, incident, product, productTexts, rows } from "./answering.ts";

describe("why", () => {
  it("follows what was considered: what decided first, what did not apply last", () => {
    const { why } = answer({ ...discount, rate: "25%", customer: "Acme", at: "2026-09-10T10:00" });
    assert.deepEqual(
      why.map(({ outcome, text, reason }) => [outcome, text, reason].filter(Boolean).join(" | ")),
      [
        "decided | acme_discount decides",
        "laid over | acme_discount is laid over it",
        "noted | product_support.discounts applies",
        "noted | product_support.discounts.never applies, too | but acme_discount lies over it",
        "lost | product_support.discounts.may does not apply | only when rate <= 10%; here it is 25%",
        "lost | product_support.discounts.ask does not apply | only when rate <= 20%; here it is 25%",
      ],
    );
  });

  it("names first what decides, with its place", () => {
    const { why } = answer({ ...acme, at: "2026-08-22T10:15" });
    assert.equal(why[0]?.text, "acme_cutover decides");
    assert.equal(why[0]?.outcome, "decided");
    const { item, span } = why[0]?.place ?? assert.fail("no place");
    assert.equal(item.text.slice(span.start, span.end), "acme_cutover");
  });

  it("says of what lost the first condition that failed, or why else", () => {
    const { located } = readRequestRecord({ ...incident, at: "2026-08-24T10:00" }, product.model);
    assert.ok(located);
    const decision = decide(product.engine, located.request);
    const place = product.model.clauses.get("product_support.incidents")?.place ?? assert.fail("no such clause");
    const said = (because: TraceStep["because"], locale: Locale) =>
      reasonOf(tellingOf(product, decision, locale), { id: "a.b", place, result: "lost", because }).reason;
    const condition = { kind: "condition", condition: "severity is urgent", place, found: "normal" } as const;
    assert.equal(said(condition, "en"), "only when severity is urgent; here it is normal");
    assert.equal(said({ ...condition, found: undefined }, "ja"), "条件は severity is urgent。この依頼では指定なし");
    const lacking = { ...condition, found: undefined, unknown: "severity" };
    assert.equal(said(lacking, "en"), "only when severity is urgent; unknown: it depends on severity");
    assert.equal(said(lacking, "ja"), "条件は severity is urgent。severity によるため不明");
    const night = { ...condition, condition: "outside office", found: undefined, at: located.request.at };
    assert.equal(said(night, "en"), "only when outside office; here it is Mon 2026-08-24 10:00");
    assert.equal(said(night, "ja"), "条件は outside office。この依頼では 8月24日（月）10:00");
    assert.equal(said({ kind: "asker", parties: ["Sales", "Support"] }, "en"), "only when Sales or Support asks");
    assert.equal(said({ kind: "overlaid", than: "acme_discount" }, "en"), "but acme_discount lies over it");
    assert.equal(said({ kind: "outside", of: "a.b.c" }, "ja"), "その元の a.b.c が当てはまらない");
    assert.equal(said({ kind: "without end" }, "en"), "it has no end");
    const force = { kind: "not in force", first: parseDate("2026-08-22"), last: parseDate("2026-08-23") } as const;
    assert.equal(said(force, "en"), "in force only from Sat 2026-08-22 to Sun 2026-08-23");
    // The request is of 2026, whose dates have no year in Japanese; both have one where the first day lies in another.
    const overYears = { ...force, first: parseDate("2025-04-01"), last: parseDate("2026-03-31") };
    assert.equal(said(overYears, "ja"), "2025年4月1日（火）から 2026年3月31日（火）までのみ有効");
    assert.equal(said({ ...force, first: undefined }, "ja"), "8月23日（日）まで有効");
    assert.equal(said({ kind: "stricter", than: "a.c.never" }, "en"), "but a.c.never is stricter");
  });
});

describe("a request that cannot occur", () => {
  const facts = `impossible when severity is urgent
  and channel is phone
impossible when on Sat..Sun
impossible when customer is not Acme and severity is
`;
  const agreed = agreedIn(...productTexts, facts);
  // 2026-08-24 is a Monday, 08-22 a Saturday.
  const urgent = { ...incident, severity: "urgent", channel: "phone", at: "2026-08-24T10:00" };

  it("is answered all the same, and told to be one, with the line that says so", () => {
    const answered = answer(urgent, "en", agreed);
    assert.match(answered.headline, /answers by Mon 2026-08-24 11:00/);
    assert.equal(
      rows(answered, "Note"),
      "the agreements say that such a request does not occur | either the request or that 'impossible' line is wrong | warn",
    );
    const noted = answered.why.filter(({ text }) => text.startsWith("impossible"));
    assert.deepEqual(
      noted.map(({ text, outcome }) => `${outcome} ${text}`),
      ["noted impossible when severity is urgent and channel is phone"],
    );
    const { item, span } = noted[0]?.place ?? assert.fail("no place");
    assert.match(item.text.slice(span.start), /^impossible when severity/);
    assert.match(
      rows(answer(urgent, "ja", agreed), "注意"),
      /^取り決めでは、このような依頼は起こらないとされている \|/,
    );
  });

  it("is one by any of several facts, whose days are read on the agreement's clock", () => {
    // Saturday 00:30 in Tokyo is still Friday in UTC.
    const saturday = { ...urgent, at: "2026-08-22T00:30" };
    assert.equal(answer(saturday, "en", agreed).why.filter(({ text }) => text.startsWith("impossible")).length, 2);
  });

  it("is none where the fact does not hold, depends on what is not given, or could not be read", () => {
    const { severity: _, ...unknown } = urgent;
    for (const request of [{ ...urgent, channel: "email" }, unknown])
      assert.doesNotMatch(rows(answer(request, "en", agreed), "Note"), /does not occur/);
  });
});

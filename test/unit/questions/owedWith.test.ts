import assert from "node:assert/strict";
import { decide } from "../../../server/core/engine/decide.ts";
import { answerOf } from "../../../server/core/features/answer/answer.ts";
import { owedWith } from "../../../server/core/questions/owedWith.ts";
import { agreedIn } from "../../harness/models.ts";
import { office } from "../cli/office.ts";
import { type Given, localText, requestOf } from "../engine/fixtures.ts";

const duties = `  owe form_with: Sales to BackOffice "a form" with every purchase_order
  owe answer_soon: BackOffice to Sales "whether it can be had" within 4 business hours of every purchase_order
  owe early_form:`;

function asked(text: string, at: string, given: Given = {}) {
  const agreed = agreedIn(text);
  const decision = decide(agreed.engine, requestOf("purchase_order", at, given));
  const owed = owedWith(agreed, decision).map(({ id, by, unknown, isPast }) =>
    [id.replace("ordering.", ""), by === undefined ? unknown : localText(by), ...(isPast ? ["past"] : [])].join(" "),
  );
  const rows = (locale: "en" | "ja") =>
    answerOf(agreed, decision, locale).rows.filter(({ label }) => label === "Owed" || label === "提供物");
  return { owed, rows };
}

const text = office.replace("  owe early_form:", duties);
const order = { fields: { order_date: "2026-09-25", amount: "5000" } };

describe("what is owed because of a request", () => {
  it("is due with it, after it, and before a date of it, by the calendar of the team that owes it", () => {
    // Mon 08-24 16:00, 2 hours until 18:00, 2 more on Tuesday from 09:00. Before Fri 09-25: Thu 09-24 is the first business
    // day, and as 09-21 to 09-23 are holidays, Fri 09-18 the second, which closes at 18:00.
    assert.deepEqual(asked(text, "2026-08-24T16:00", order).owed, [
      "form_with 2026-08-24T16:00",
      "answer_soon 2026-08-25T11:00",
      "early_form 2026-09-18T18:00",
    ]);
  });

  it("may be past, and cannot be told without the date or the hours", () => {
    assert.ok(asked(text, "2026-09-18T18:30", order).owed.includes("early_form 2026-09-18T18:00 past"));
    assert.ok(asked(text, "2026-08-24T16:00").owed.includes("early_form no date"));
    const hourless = text.replace("  hours   office\n", "").replace("between Sales and BackOffice", "$& in Asia/Tokyo");
    assert.ok(asked(hourless, "2026-08-24T16:00", order).owed.includes("early_form no hours"));
  });

  it("is none of other kinds, before the agreement, and of teams that are no party", () => {
    assert.deepEqual(asked(text, "2026-04-29T10:00", order).owed, []);
    const third = `${text}team Others {\n  members Oda\n}\n`;
    assert.deepEqual(asked(third, "2026-08-24T16:00", { ...order, asker: "Others" }).owed, []);
    assert.equal(asked(third, "2026-08-24T16:00", { ...order, asker: "Mori" }).owed.length, 3);
  });

  it("is told in both languages", () => {
    const { rows } = asked(text, "2026-08-24T16:00", order);
    assert.deepEqual(
      rows("en").map(({ value, detail }) => `${value} | ${detail}`),
      [
        "Sales (営業部) to BackOffice (業務部): a form | with the request",
        "BackOffice (業務部) to Sales (営業部): whether it can be had | by Tue 2026-08-25 11:00, within 4 business hours",
        "Sales (営業部) to BackOffice (業務部): a complete order form | by Fri 2026-09-18 18:00, 2 business days before order_date",
      ],
    );
    assert.equal(rows("ja")[2]?.detail, "9月18日（金）18:00 まで（order_date の 2 営業日前）");
    assert.match(
      asked(text, "2026-08-24T16:00", { fields: { amount: "5000" } }).rows("en")[2]?.detail ?? "",
      /which the request does not say$/,
    );
  });
});

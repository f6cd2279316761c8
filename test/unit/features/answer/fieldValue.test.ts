import assert from "node:assert/strict";
import { moneyInGroups } from "../../../../server/core/features/words.ts";
import { agreedIn } from "../../../harness/models.ts";
import { answer } from "./answering.ts";

const agreed = agreedIn(`
calendar office in Asia/Tokyo {
  open Mon..Fri 09:00-18:00
}
team Sales {
  lead  Sato
  hours office
}
team Office {
  lead  Hayami
  hours office
}
request discount { rate: percent }
request order { amount: JPY }
agreement terms between Sales and Office {
  commit discounts: discount by Sales {
    may when rate <= 10%
    ask lead of Sales within 1 business day when rate > 10% and rate < 20%
    never when rate >= 20%
  }
  commit orders: order by Office {
    may when amount < 1_000_000 JPY
    ask lead of Office within 1 business day when amount is 1_000_000 JPY
    never when amount > 1_000_000 JPY
  }
}
`);

function needed(kind: string, locale: "en" | "ja"): readonly (readonly [string, string, string])[] {
  const { needs } = answer({ kind, at: "2026-08-24T10:00" }, locale, agreed);
  return (needs?.answers ?? []).map((each) => [each.value, each.words, each.answer.outcome]);
}

describe("values for reading", () => {
  it("have money in groups of three digits, and nothing else", () => {
    assert.equal(moneyInGroups("amount 2500000 JPY"), "amount 2,500,000 JPY");
    assert.equal(moneyInGroups("1234567.50 USD, 999 JPY, 1000 JPY"), "1,234,567.50 USD, 999 JPY, 1,000 JPY");
    assert.equal(moneyInGroups("2026 and 12345, 1_000_000 JPY"), "2026 and 12345, 1_000_000 JPY");
  });

  it("say for which range of values a value stands", () => {
    // The middle of 10 % and 20 % stands for all between, 10 % and 20 % for what they belong to.
    assert.deepEqual(needed("discount", "en"), [
      ["10%", "10% or less", "may"],
      ["15%", "above 10% and below 20%", "ask"],
      ["20%", "20% or more", "never"],
    ]);
    assert.deepEqual(
      needed("discount", "ja").map(([, words]) => words),
      ["10% 以下", "10% 超 20% 未満", "20% 以上"],
    );
    // Half of a million, the million, and one yen of the smallest step more: each with its range.
    assert.deepEqual(
      needed("order", "en").map(([, words, outcome]) => `${words}: ${outcome}`),
      ["below 1,000,000 JPY: may", "1,000,000 JPY: ask", "above 1,000,000 JPY: never"],
    );
  });
});

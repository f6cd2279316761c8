import assert from "node:assert/strict";
import { constantInUnit, constantText } from "../../../server/core/model/constantText.ts";
import { parseDecimal } from "../../../server/core/model/decimal.ts";
import type { Constant, FieldType } from "../../../server/core/model/model.ts";

describe("constants as text", () => {
  it("have the unit of their field's type, one of a thing in the singular", () => {
    const days: FieldType = { kind: "duration", unit: "business days" };
    assert.equal(constantInUnit(decimal("1"), days), "1 business day");
    assert.equal(constantInUnit(decimal("3"), days), "3 business days");
    assert.equal(constantInUnit(decimal("12.5"), { kind: "percent" }), "12.5%");
    assert.equal(constantInUnit(decimal("50000"), { kind: "money", currency: "JPY" }), "50000 JPY");
    assert.equal(constantInUnit(decimal("12.5"), { kind: "number" }), "12.5");
    assert.equal(constantInUnit({ kind: "name", name: "gold" }, undefined), "gold");
  });

  it("stand as they are written", () => {
    // Day 0 is 1970-01-01; minute 540 is 9 × 60.
    assert.equal(constantText({ kind: "day", day: 0 }), "1970-01-01");
    assert.equal(constantText({ kind: "time", minute: 540 }), "09:00");
    assert.equal(constantText({ kind: "text", text: "any text" }), "any text");
  });
});

function decimal(text: string): Constant {
  const value = parseDecimal(text);
  assert.ok(value);
  return { kind: "decimal", value };
}

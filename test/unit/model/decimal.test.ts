import assert from "node:assert/strict";
import fc from "fast-check";
import { compareDecimals, type Decimal, formatDecimal, parseDecimal } from "../../../server/core/model/decimal.ts";

function decimal(text: string): Decimal {
  return parseDecimal(text) ?? assert.fail(`${text} is no decimal`);
}

/** Plain notations without a superfluous zero: the whole part, and a fraction that does not end in one. */
const plainNotation = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.stringMatching(/^(\d{0,20}[1-9])?$/))
  .map(([negative, whole, fraction]) => {
    const digits = whole + (fraction ? `.${fraction}` : "");
    return negative && digits !== "0" ? `-${digits}` : digits;
  });

describe("decimals", () => {
  it("are read exactly, and normalised", () => {
    assert.deepEqual(decimal("12.5"), { unscaled: 125n, scale: 1 });
    assert.deepEqual(decimal("12.50"), { unscaled: 125n, scale: 1 });
    assert.deepEqual(decimal("100"), { unscaled: 100n, scale: 0 });
    assert.deepEqual(decimal("7.000"), { unscaled: 7n, scale: 0 });
    assert.deepEqual(decimal("-0.1"), { unscaled: -1n, scale: 1 });
    assert.deepEqual(decimal("1_000_000"), { unscaled: 1_000_000n, scale: 0 });
    assert.deepEqual(decimal("0.0"), { unscaled: 0n, scale: 0 });
    // Beyond what a floating-point number tells apart: 2^53 + 1.
    assert.deepEqual(decimal("9007199254740993"), { unscaled: 9_007_199_254_740_993n, scale: 0 });
  });

  it("are nothing else than digits with at most one point between them", () => {
    for (const text of ["", "-", ".5", "5.", "1.2.3", "1e3", "+1", " 1", "１", "_1", "0x10", "1,000", "NaN"])
      assert.equal(parseDecimal(text), undefined, text);
  });

  it("are compared exactly", () => {
    assert.ok(compareDecimals(decimal("0.1"), decimal("0.10")) === 0);
    assert.ok(compareDecimals(decimal("9.9"), decimal("10")) < 0);
    assert.ok(compareDecimals(decimal("-2"), decimal("-10")) > 0);
    // As floating-point numbers both are 0.3.
    assert.ok(compareDecimals(decimal("0.30000000000000001"), decimal("0.3")) > 0);
  });

  it("are written in the shortest plain notation", () => {
    assert.equal(formatDecimal(decimal("1_000_000.50")), "1000000.5");
    assert.equal(formatDecimal(decimal("-0.05")), "-0.05");
    assert.equal(formatDecimal(decimal("-0")), "0");
  });

  describe("for all numbers", () => {
    const seed = 20260822;
    before(() => console.log(`      seed ${seed}`));

    it("come back from their plain notation", () => {
      fc.assert(
        fc.property(plainNotation, (text) => {
          assert.equal(formatDecimal(decimal(text)), text);
        }),
        { seed },
      );
    });

    it("are ordered as whole numbers once the points are in line", () => {
      const places = fc.integer({ min: 0, max: 12 });
      const thousandths = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
      const shown = (value: bigint, scale: number) => {
        const digits = String(value < 0n ? -value : value).padStart(scale + 1, "0");
        const point = digits.length - scale;
        return (value < 0n ? "-" : "") + digits.slice(0, point) + (scale ? `.${digits.slice(point)}` : "");
      };
      fc.assert(
        fc.property(thousandths, thousandths, places, (a, b, scale) => {
          const expected = a < b ? -1 : a > b ? 1 : 0;
          assert.equal(Math.sign(compareDecimals(decimal(shown(a, scale)), decimal(shown(b, scale)))), expected);
        }),
        { seed },
      );
    });
  });
});

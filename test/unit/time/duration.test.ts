import assert from "node:assert/strict";
import { exactProduct, millisecondsOf } from "../../../server/core/time/duration.ts";

describe("lengths of time", () => {
  it("have units of minutes and hours; days have no length of their own", () => {
    assert.deepEqual([millisecondsOf("business minutes"), millisecondsOf("clock minutes")], [60_000, 60_000]);
    assert.deepEqual([millisecondsOf("business hours"), millisecondsOf("clock hours")], [3_600_000, 3_600_000]);
    assert.deepEqual([millisecondsOf("business days"), millisecondsOf("calendar days")], [undefined, undefined]);
  });

  it("are as exact as the decimal that is written, where floating point is not", () => {
    // 1.1 * 60,000 is 66,000.00000000001 in floating point, and 0.07 * 100 is 7.000000000000001.
    assert.equal(exactProduct(1.1, 60_000), 66_000);
    assert.equal(exactProduct(0.07, 100), 7);
    assert.equal(exactProduct(16.65, 3_600_000), 59_940_000);
    assert.equal(exactProduct(0.1, 3_600_000), 360_000);
    assert.equal(exactProduct(1234.567, 60_000), 74_074_020);
  });

  it("are rounded up, whatever is left over", () => {
    assert.equal(exactProduct(0.00001, 60_000), 1);
    // 0.12345 * 60,000 is 7,407; with one more in the last place it is 7,407.06.
    assert.equal(exactProduct(0.12345, 60_000), 7407);
    assert.equal(exactProduct(0.123451, 60_000), 7408);
    assert.equal(exactProduct(0.25, 1), 1);
    assert.equal(exactProduct(0.3, 10), 3);
    assert.equal(exactProduct(0.3, 11), 4);
  });

  it("are rounded up below zero too, towards it", () => {
    assert.equal(exactProduct(-1.1, 60_000), -66_000);
    assert.equal(exactProduct(-0.33, 10), -3);
  });

  it("take what is written with an exponent", () => {
    // 1.5e-7 * 3,600,000 is 0.54; 1e-7 * 60,000,000 is 6; 2.5e-7 * 60,000,000 is 15.
    assert.equal(exactProduct(1.5e-7, 3_600_000), 1);
    assert.equal(exactProduct(1e-7, 60_000_000), 6);
    assert.equal(exactProduct(2.5e-7, 60_000_000), 15);
    assert.equal(exactProduct(1e21, 2), 2e21);
    assert.equal(exactProduct(5e-324, 60_000), 1);
    assert.equal(exactProduct(1.234e-100, 60_000), 1);
  });

  it("that have no end or are no number stay so", () => {
    assert.equal(exactProduct(Number.POSITIVE_INFINITY, 60_000), Number.POSITIVE_INFINITY);
    assert.ok(Number.isNaN(exactProduct(Number.NaN, 60_000)));
  });
});

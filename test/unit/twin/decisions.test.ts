import assert from "node:assert/strict";
import { compareSome } from "../../twin/run.ts";

// Random models and requests through the product and through its twin.
describe("decisions and their twin", () => {
  const seed = Number(process.env.SEED ?? 20260822);
  const pairs = Number(process.env.TWIN_PAIRS ?? 21_000);

  it(`agree (SEED=${seed})`, function () {
    this.timeout(0);
    const { compared, beyond, mismatch } = compareSome(seed, pairs);
    console.log(`      ${compared} pairs compared, ${beyond} beyond the weeks that the twin knows`);
    assert.equal(mismatch, undefined);
    assert.ok(compared >= pairs - beyond);
  });
});

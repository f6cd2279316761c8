import { compareModel } from "./compare.ts";

const seed = Number(process.env.SEED ?? 20260401);
const rounds = Number(process.env.ROUNDS ?? 5000);

describe("proofs of random models", () => {
  it(`agree with the visit of every point in ${rounds} models, and every witness is replayed (SEED=${seed})`, () => {
    for (let round = 0; round < rounds; round += 1) compareModel(seed + round);
  }).timeout(600_000);
});

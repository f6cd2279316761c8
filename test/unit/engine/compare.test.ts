import assert from "node:assert/strict";
import { comparer } from "../../../server/core/engine/compare.ts";
import { sameConstant } from "../../../server/core/engine/condition.ts";
import type { Constant } from "../../../server/core/model/model.ts";

const operators = ["<", "<=", ">", ">="] as const;

function decimal(unscaled: bigint, scale: number): Constant {
  return { kind: "decimal", value: { unscaled, scale } };
}

/** Each operator's answer, as in "<, <=". */
function held(value: Constant, constant: Constant): string {
  return operators.filter((operator) => comparer(operator, constant)(value)).join(", ");
}

describe("a value compared with a constant", () => {
  const less = "<, <=";
  const equal = "<=, >=";
  const more = ">, >=";

  it("is exact, whatever the decimals of the two", () => {
    // a / 10^s is to b / 10^t as a * 10^t is to b * 10^s.
    const numbers = [-12_346n, -12_345n, -1250n, -13n, -12n, -5n, 0n, 5n, 12n, 13n, 1250n, 12_345n, 12_346n];
    for (const scale of [0, 1, 2, 3, 4, 5, 6])
      for (const own of [0, 1, 2, 3, 5])
        for (const one of numbers)
          for (const other of numbers) {
            const [left, right] = [one * 10n ** BigInt(own), other * 10n ** BigInt(scale)];
            const expected = left < right ? less : left > right ? more : equal;
            assert.equal(
              held(decimal(one, scale), decimal(other, own)),
              expected,
              `${one}e-${scale} with ${other}e-${own}`,
            );
          }
  });

  it("goes by date and by time of day", () => {
    const days = [4, 5, 6].map((day) => held({ kind: "day", day }, { kind: "day", day: 5 }));
    assert.deepEqual(days, [less, equal, more]);
    const times = [4, 5, 6].map((minute) => held({ kind: "time", minute }, { kind: "time", minute: 5 }));
    assert.deepEqual(times, [less, equal, more]);
  });

  it("never holds of another type, nor of what has no order", () => {
    const constants: readonly Constant[] = [
      decimal(5n, 0),
      { kind: "day", day: 5 },
      { kind: "time", minute: 5 },
      { kind: "name", name: "five" },
      { kind: "text", text: "five" },
    ];
    for (const constant of constants)
      for (const value of constants) {
        const isOrdered = constant.kind !== "name" && constant.kind !== "text";
        assert.equal(held(value, constant), isOrdered && value === constant ? equal : "");
      }
  });
});

describe("two constants", () => {
  it("are the same value where type and value are", () => {
    const constants: readonly Constant[] = [
      decimal(5n, 0),
      decimal(6n, 0),
      { kind: "day", day: 5 },
      { kind: "day", day: 6 },
      { kind: "time", minute: 5 },
      { kind: "time", minute: 6 },
      { kind: "name", name: "five" },
      { kind: "name", name: "six" },
      { kind: "text", text: "five" },
      { kind: "text", text: "six" },
    ];
    for (const one of constants)
      for (const other of constants) assert.equal(sameConstant(one, { ...other }), one === other);
    assert.ok(sameConstant(decimal(50n, 1), decimal(5n, 0)));
  });
});

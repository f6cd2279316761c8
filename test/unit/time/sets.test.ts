import assert from "node:assert/strict";
import { clipped, intersection, minus, setOf, union } from "../../../server/core/time/sets.ts";
import { isWaiting, type StoppableClock, stoppedWhile } from "../../../server/core/time/waiting.ts";

const length = 6;
const all = Array.from({ length: 2 ** length }, (_, mask) => mask);

/** The set of the instants whose bits are on, each until the next: 0b1011 is [0, 2) and [3, 4). */
function setOfBits(mask: number): readonly number[] {
  const edges: number[] = [];
  for (let at = 0; at <= length; at += 1)
    if (((mask >> at) & 1) !== (at === 0 ? 0 : (mask >> (at - 1)) & 1)) edges.push(at);
  return edges;
}

/** The bits of pairs of instants, in whatever order they stand. */
function bitsOf(pairs: readonly (readonly [number, number])[]): number {
  let mask = 0;
  for (const [open, close] of pairs) for (let at = open; at < close; at += 1) mask |= 1 << at;
  return mask;
}

/** Every pair of instants, those that end before they start included. */
const pairs = Array.from({ length: 36 }, (_, index) => [Math.floor(index / 6), index % 6] as const);

// All small sets there are, held against bits.
describe("sets of instants", () => {
  it("are joined, cut and crossed as their instants are", () => {
    for (const one of all)
      for (const other of all) {
        const [left, right] = [setOfBits(one), setOfBits(other)];
        assert.deepEqual(union(left, right), setOfBits(one | other));
        assert.deepEqual(minus(left, right), setOfBits(one & ~other));
        assert.deepEqual(intersection(left, right), setOfBits(one & other));
      }
  });

  it("are clipped to the time between two instants, of which the second is excluded; to nothing where that is first", () => {
    for (const mask of all)
      for (const [from, to] of pairs)
        assert.deepEqual(clipped(setOfBits(mask), from, to), setOfBits(mask & bitsOf([[from, to]])));
  });

  it("are made of pairs in any order, which may touch, overlap, or be none", () => {
    for (const one of pairs)
      for (const other of pairs) {
        assert.deepEqual(setOf([...one, ...other]), setOfBits(bitsOf([one, other])));
        for (const third of pairs.filter(([open, close]) => open % 2 === 0 && close > 1))
          assert.deepEqual(setOf([...one, ...other, ...third]), setOfBits(bitsOf([one, other, third])));
      }
  });
});

/** A clock that runs where bits are on, and on none after them unless it is the plain one. */
function clockOf(mask: number | undefined): StoppableClock {
  const runs = (at: number) => mask === undefined || ((mask >> at) & 1) === 1;
  return walking(runs);
}

/** What a clock says that runs at some instants: walked, one after the other, for as long as anything may happen. */
function walking(runs: (at: number) => boolean): StoppableClock {
  const end = 30;
  return {
    add: (from, milliseconds) => {
      let left = milliseconds;
      for (let at = from; at <= end; at += 1) {
        if (left <= 0) return at;
        if (runs(at)) left -= 1;
      }
      return undefined;
    },
    between: (from, to) => {
      let passed = 0;
      for (let at = from; at < to; at += 1) if (runs(at)) passed += 1;
      return passed;
    },
    next: (from) => {
      for (let at = from; at <= end; at += 1) if (runs(at)) return at;
      return undefined;
    },
  };
}

describe("a clock that stands still while a request waits", () => {
  const waits = pairs.filter(([open, close]) => open < close);

  it("runs where it would run and nobody waits", () => {
    for (const mask of [undefined, 0b111111, 0b101101, 0b011100, 0b110011, 0])
      for (const one of waits)
        for (const other of waits) {
          const pauses = [one, other].map(([open, close]) => ({ open, close }));
          const waiting = bitsOf([one, other]);
          const runs = (at: number) => (mask === undefined || ((mask >> at) & 1) === 1) && ((waiting >> at) & 1) === 0;
          const [stopped, walked] = [stoppedWhile(clockOf(mask), pauses), walking(runs)];
          for (let from = 0; from < 6; from += 1) {
            assert.equal(stopped.next(from), walked.next(from));
            for (const milliseconds of [1, 2, 4])
              assert.equal(stopped.add(from, milliseconds), walked.add(from, milliseconds));
            assert.equal(isWaiting(pauses, from), ((waiting >> from) & 1) === 1);
          }
        }
  });

  it("is the clock itself where nobody waits", () => {
    const clock = clockOf(0b1010);
    assert.equal(stoppedWhile(clock, []), clock);
    assert.equal(isWaiting([], 1), false);
  });
});

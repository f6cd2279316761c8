import { random } from "../harness/random.ts";

/** A seeded source of choices. */
export type Chance = ReturnType<typeof random> & {
  /** True once in so many times. */
  readonly oneIn: (times: number) => boolean;
  /** As many of something as chance gives, from `least` to `most`. */
  readonly some: <T>(least: number, most: number, make: (index: number) => T) => readonly T[];
  /** The things in any order. */
  readonly shuffled: <T>(from: readonly T[]) => readonly T[];
  /** Some of the things, at least one, each once, in their order. */
  readonly subset: <T>(from: readonly T[]) => readonly T[];
};

/** The choices of a seed. */
export function chanceOf(seed: number): Chance {
  const chance = random(seed);
  const some = <T>(least: number, most: number, make: (index: number) => T) =>
    Array.from({ length: least + chance.below(most - least + 1) }, (_, index) => make(index));
  const subset = <T>(from: readonly T[]) => {
    const kept = from.filter(() => chance.below(2) === 0);
    return kept.length > 0 ? kept : [chance.pick(from)];
  };
  const shuffled = <T>(from: readonly T[]) =>
    from
      .map((each) => ({ each, at: chance.below(1e9) }))
      .sort((one, other) => one.at - other.at)
      .map(({ each }) => each);
  return { ...chance, shuffled, oneIn: (times) => chance.below(times) === 0, some, subset };
}

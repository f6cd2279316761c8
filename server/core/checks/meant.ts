import type { Model } from "../model/model.ts";
import type { Names } from "../model/names.ts";
import { candidatesFor } from "../model/references.ts";
import { nearest } from "../text/nearest.ts";
import type { ProblemOf } from "./item.ts";

/** What an unknown name may have been meant to be. */
export interface Guess {
  readonly meant: string | undefined;
  readonly candidates: readonly string[];
}

/** The names that would have been known where an unknown one stands, and the nearest of them. */
export function guessFor(model: Model, problem: ProblemOf<"unknown name">): Guess {
  const guesses = guessesByNames.get(model.names) ?? new Map<string, Guess>();
  guessesByNames.set(model.names, guesses);
  const key = JSON.stringify([problem.name, problem.spaces, problem.within]);
  const known = guesses.get(key);
  if (known) return known;
  const candidates = candidatesFor(model, problem);
  const guess = { meant: nearest(problem.name, candidates), candidates };
  guesses.set(key, guess);
  return guess;
}

/** While a team's name is being typed, every clause asks for the same unknown one. */
const guessesByNames = new WeakMap<Names, Map<string, Guess>>();

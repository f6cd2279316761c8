import type { Model } from "../model/model.ts";
import type { Names } from "../model/names.ts";
import { candidatesFor } from "../model/references.ts";
import type { Localized } from "../text/localized.ts";
import { nearest } from "../text/nearest.ts";
import { writtenName } from "./fixes.ts";
import type { ProblemOf } from "./item.ts";
import { phrase } from "./message.ts";

/** What an unknown name may have been meant to be. */
export interface Guess {
  readonly meant: string | undefined;
  /** As it is written in the language; empty where nothing is near. */
  readonly written: string;
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
  const alike = nearest(problem.name, candidates);
  const near = alike !== undefined && isSomebodyElse(problem, alike) ? undefined : alike;
  const path = near === undefined ? (clauseAlone(model, problem) ?? []) : [near];
  const meant = path.length === 0 ? undefined : path.join(".");
  const guess = { meant, written: path.map(writtenName).join("."), candidates };
  guesses.set(key, guess);
  return guess;
}

/** Japanese family names share one of two characters as a rule: 工藤 is nobody who was meant to be 佐藤. */
function isSomebodyElse({ name, spaces }: ProblemOf<"unknown name">, alike: string): boolean {
  const isShort = /^[\u3400-\u9fff]{2}$/.test(name) && alike.length === 2;
  return isShort && spaces.includes("person") && name[0] !== alike[1];
}

/** A clause that is written without its agreement, where only one has the name. */
function clauseAlone(
  { agreements }: Model,
  { name, spaces }: ProblemOf<"unknown name">,
): readonly string[] | undefined {
  if (!spaces.includes("agreement")) return undefined;
  const [only, ...others] = [...agreements.values()].filter(({ handles, commits }) =>
    [...handles, ...commits].some((clause) => clause.name === name),
  );
  return only && others.length === 0 ? [only.name, name] : undefined;
}

/** While a team's name is being typed, every clause asks for the same unknown one. */
const guessesByNames = new WeakMap<Names, Map<string, Guess>>();

/** The question that ends a message where something near is known, as it would be written. */
export function didYouMean(meant: string): Localized {
  return phrase("Did you mean {meant}?", "{meant} のことですか。", { meant });
}

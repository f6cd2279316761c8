import { lex } from "../../grammar/lexer.ts";
import type { random } from "./random.ts";
import { sampleTexts } from "./samples.ts";

/** A shuffled stretch of real tokens and signs, which reaches far more rules of the grammar than random characters do. */
export function shuffledTokens(next: ReturnType<typeof random>): string {
  const { tokens } = lex(next.pick(sampleTexts()));
  const words = Array.from({ length: next.below(40) }, () => next.pick(tokens).image);
  return words.map((word) => word + next.pick([" ", " ", " ", "\n", "\n  ", "{", "}", ",", "(", ")"])).join("");
}

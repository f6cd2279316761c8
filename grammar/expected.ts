/** What may stand at a place, as `analysed.ts` tells it. */

/** One thing that may stand at the place. */
export interface Expected {
  /** `word` and `head` have their `text`; `name`, `Text`, `Number`, `Date` … and signs are named by the token. */
  readonly kind: "head" | "word" | "name" | "literal" | "sign";
  readonly text: string;
  /** The grammar rules that are open there, outermost first, such as item, declaration, agreement, handle, via, names, name. */
  readonly rules: readonly string[];
}

/** The words among what may stand there, and whether a name may; for messages. */
export function expectedWords(expected: readonly Expected[]): { words: readonly string[]; name: boolean } {
  const found = new Set(expected.filter(({ kind }) => kind === "head" || kind === "word").map(({ text }) => text));
  return { words: [...found], name: expected.some(({ kind }) => kind === "name") };
}

/** The signs and the literals among what may stand there, the latter by their token (`Date`, `Text` …); braces are always in sight. */
export function expectedSigns(expected: readonly Expected[]): readonly string[] {
  const found = expected.filter(
    ({ kind, text }) => kind === "literal" || (kind === "sign" && text !== "{" && text !== "}"),
  );
  return [...new Set(found.map(({ text }) => text))];
}

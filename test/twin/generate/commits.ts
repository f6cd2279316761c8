/* Random commit clauses as text. */
import type { Chance } from "../chance.ts";
import type { Setting } from "../place.ts";
import { type ClauseText, isOf, lastOf, someOf, vocabulary, whenText } from "./clauses.ts";
import type { Vocabulary } from "./conditions.ts";
import type { KindText } from "./models.ts";
import { durationText, whoText } from "./words.ts";

/** A clause about one kind, or two or three; what an exception may bend in it goes to `found`. */
export function commitText(
  chance: Chance,
  setting: Setting,
  all: readonly KindText[],
  id: string,
  found: ClauseText[],
): readonly string[] {
  const kinds = chance.oneIn(4) ? chance.subset(all) : [chance.pick(all)];
  const words = vocabulary(setting, kinds, true);
  found.push({ id, sort: "commit", kinds, steps: [] });
  const cases = chance.some(0, 2, (each) => commitCaseText(chance, setting, `${id}.k${each}`, kinds, found, 2));
  const party = chance.pick(["Sales", "Sales", "Support", "Night"]);
  return [
    `  commit ${lastOf(id)}${isOf(kinds)} by ${party}${whenText(chance, words, 3)} {`,
    ...verdictLines(chance, words, 4),
    ...cases.flat(),
    "  }",
  ];
}

function commitCaseText(
  chance: Chance,
  setting: Setting,
  id: string,
  around: readonly KindText[],
  found: ClauseText[],
  depth: number,
): readonly string[] {
  const kinds = someOf(chance, around);
  const words = vocabulary(setting, kinds, true);
  found.push({ id, sort: "commit", kinds, steps: [] });
  const indent = " ".repeat(8 - 2 * depth);
  const inner = depth > 0 && chance.oneIn(3) ? commitCaseText(chance, setting, `${id}.n`, kinds, found, depth - 1) : [];
  return [
    `${indent}case ${lastOf(id)}${kinds.length < around.length ? isOf(kinds) : ""}${whenText(chance, words, 8)} {`,
    ...verdictLines(chance, words, 10 - 2 * depth),
    ...inner,
    `${indent}}`,
  ];
}

/** Lines of a clause, a case or an exception. */
export function verdictLines(chance: Chance, words: Vocabulary, indent: number): readonly string[] {
  const because = () => (chance.oneIn(2) ? ` because "${chance.pick(["margin", "law"])}"` : "");
  return chance.some(1, 3, () => {
    const verdict = chance.pick([
      "may",
      "never",
      `ask ${whoText(chance)} within ${durationText(chance)}`,
      `ask ${whoText(chance)} within ${durationText(chance)}`,
    ]);
    return " ".repeat(indent) + verdict + whenText(chance, words, 7) + because();
  });
}

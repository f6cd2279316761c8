import type { CompletionPlace } from "./place.ts";

/** The words that may stand at a place inside a line, as far as what is written directly before lets them. */
export function wordsAt(place: CompletionPlace): readonly string[] {
  if (place.isLineStart || wantsNewName(place) || wantsValue(place)) return [];
  const { expected, wordBefore = "", lineBefore } = place;
  const allowed = followers[wordBefore];
  const words = expected.filter(
    ({ kind, text, rules }) =>
      kind === "word" &&
      text !== wordBefore &&
      !rules.some((rule) => unitRules.has(rule)) &&
      fits(text, rules, lineBefore) &&
      !(rules.includes("tableTarget") && new RegExp(`->.*\\b${text}\\b`).test(lineBefore)),
  );
  const found = words.map(({ text }) => text).filter((text) => !allowed || allowed.includes(text));
  return [...wordsNotOfTheGrammar(place), ...(namesOnly(place) ? [] : found)];
}

/** Whether a date, a duration or the like may stand here: not where a name or one certain word has to come first. */
export function literalsFit(place: CompletionPlace): boolean {
  const { wordBefore = "", isLineStart } = place;
  const wantsOther = followers[wordBefore] !== undefined && !beforeLiterals.has(wordBefore);
  return !isLineStart && !wantsOther && !namesOnly(place) && !wantsNewName(place);
}

/** After a comma a list goes on; the time to mend something belongs to `else back to`. */
function fits(word: string, rules: readonly string[], lineBefore: string): boolean {
  if (/,\s*$/.test(lineBefore)) return rules.includes("tableTarget") || weekdays.includes(word);
  return !(rules.includes("stepChecks") && word === "within") || /\belse\b/.test(lineBefore);
}

/** Units are offered whole, after their number. */
const unitRules: ReadonlySet<string> = new Set(["timeUnit", "clockWord", "duration"]);

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** What has to follow a word directly. The grammar lets every part of a line be missing, so by it nearly all could follow. */
const followers: Readonly<Record<string, readonly string[]>> = {
  by: ["lead", "all", "owner"],
  to: ["lead", "all", "owner"],
  at: ["next"],
  next: weekdays,
  else: ["back"],
  back: ["to"],
  with: ["every"],
  every: weekdays,
  not: ["one", "may", "ask", "never", "silent", "handled", "during", "outside", "on"],
  is: ["not", "one", "may", "ask", "never", "silent", "handled"],
  of: ["every"],
  from: [],
  for: [],
  needs: [],
  checks: [],
  within: [],
  before: [],
  after: [],
  between: [],
  during: [],
  outside: [],
  on: weekdays,
};

const beforeLiterals: ReadonlySet<string> = new Set(["next", "within", "before", "after", "from", "on"]);

/** After the colon of a clause come request kinds, teams or a topic. */
function namesOnly({ sought, lineBefore }: CompletionPlace): boolean {
  return /:\s*$/.test(lineBefore) && (sought?.spaces.length ?? 0) > 0;
}

const named = "step due owe guarantee handle commit case handover exception agreement prove attribute calendar".split(
  " ",
);

/** Whether the line is no further than the word after which something is given its name. */
function wantsNewName({ lineBefore }: CompletionPlace): boolean {
  return named.includes(lineBefore.trim());
}

/** After a comparison's sign comes what something is compared with. */
function wantsValue({ lineBefore }: CompletionPlace): boolean {
  return /[<>]=?\s*$/.test(lineBefore) && !/->\s*$/.test(lineBefore);
}

/** Names with a meaning of their own at one place, which the grammar takes for names. */
function wordsNotOfTheGrammar({ lineBefore }: CompletionPlace): readonly string[] {
  if (/^\s*guarantee\b.*\bto\s+$/.test(lineBefore)) return ["customers"];
  if (/\bowner\s+of\s+$/.test(lineBefore)) return ["customer"];
  return /\blead\s+of\s+$/.test(lineBefore) ? ["asker"] : [];
}

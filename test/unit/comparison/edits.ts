/** Random edits of the texts of random agreements: what an author may change, and what changes no decision. */
import { random } from "../../harness/random.ts";

type Chance = ReturnType<typeof random>;
type Edit = (text: string, chance: Chance) => string;

/** A text with one to three edits, and whether they can change a decision at all. */
export function edited(text: string, seed: number): string {
  const chance = random(seed);
  let result = text;
  for (let count = 1 + chance.below(3); count > 0; count -= 1) result = chance.pick(edits)(result, chance);
  return result;
}

/** A text that says the same: other names of clauses, agreements and exceptions, comments, white space, other order. */
export function reworded(text: string): string {
  const renamed = text
    .replace(/\bhandle(\d)/g, "renamed$1")
    .replace(/\bcommit(\d)/g, "promise$1")
    .replace(/\bcase(\d)/g, "row$1")
    .replace(/\bexception(\d)/g, "bent$1")
    .replace(/\b(agreement )?first\b/g, "$1primus");
  const items = renamed.split(/\n(?=agreement |exception |impossible |prove )/);
  const [head = "", ...rest] = items;
  return [head, ...rest.reverse()].join("\n\n// nothing that decides\n").replace(/ when /g, "   when ");
}

/** Replaces one of the places that a pattern matches. */
function oneOf(pattern: RegExp, by: (matched: string, chance: Chance) => string): Edit {
  return (text, chance) => {
    const places = [...text.matchAll(pattern)];
    const place = places[chance.below(Math.max(1, places.length))];
    if (!place) return text;
    const [matched] = place;
    return text.slice(0, place.index) + by(matched, chance) + text.slice(place.index + matched.length);
  };
}

const edits: readonly Edit[] = [
  oneOf(/respond within \d clock/g, (_, { below }) => `respond within ${1 + below(3)} clock`),
  oneOf(/say "[ab]"/g, (_, { pick }) => `say "${pick(["a", "b", "c"])}"`),
  oneOf(/ (?:10|20)%/g, (_, { pick }) => ` ${pick([10, 20])}%`),
  oneOf(/ (?:<=|>=|<|>) /g, (_, { pick }) => ` ${pick(["<", "<=", ">", ">="])} `),
  oneOf(/severity is (?:normal|urgent)/g, (_, { pick }) => pick(["severity is normal", "severity is urgent"])),
  oneOf(/\btier is not \w+/g, (_, { pick }) => `tier is not ${pick(["standard", "silver", "gold"])}`),
  oneOf(/\bnot \(/g, () => "("),
  oneOf(/\) and \(/g, () => ") or ("),
  oneOf(/\) or \(/g, () => ") and ("),
  oneOf(/(?:during|outside) office/g, (_, { pick }) => pick(["during office", "outside office"])),
  oneOf(/^may\b/gm, (_, { pick }) => pick(["never", "ask lead of Sales within 1 clock hour"])),
  oneOf(/^never\b/gm, () => "may"),
  oneOf(/by Support$/gm, (_, { pick }) => pick(["by Support", "by Ops"])),
  oneOf(/\n {0,1}effective 2026-04-0\d\.\.2026-04-\d\d/g, (_, { below }) => {
    const first = 1 + below(5);
    return `\n effective 2026-04-0${first}..2026-04-0${first + below(3)}`;
  }),
  // Dates are read seven hours later.
  oneOf(/and Support(?: in \S+)? \{/g, (_, { pick }) => pick(["and Support in Europe/Berlin {", "and Support {"])),
  // A clause, a case or an exception taken away, with all that lies in it.
  (text, chance) => withoutBlock(text, chance, /^(?:handle|commit) .*\{$/gm),
  (text, chance) => withoutBlock(text, chance, /^case .*\{$/gm),
  (text, chance) => withoutBlock(text, chance, /^exception .*\{$/gm),
  // A line of a promise taken away, where others stay.
  oneOf(/^(?:may|never)\b.*\n(?=may|ask|never)/gm, () => ""),
];

function withoutBlock(text: string, chance: Chance, pattern: RegExp): string {
  const places = [...text.matchAll(pattern)];
  const place = places[chance.below(Math.max(1, places.length))];
  if (!place || (places.length === 1 && pattern.source.includes("handle"))) return text;
  let depth = 0;
  let end = place.index;
  do {
    if (text[end] === "{") depth += 1;
    if (text[end] === "}") depth -= 1;
    end += 1;
  } while (depth > 0 || !text.slice(place.index, end).includes("{"));
  return text.slice(0, place.index) + text.slice(end);
}

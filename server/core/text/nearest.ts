// Nobody mistypes a longer name so that one edit count would still tell; the limit keeps the table small for any input.
const longestCompared = 64;

/**
 * The candidate that a mistyped word most likely means: the fewest edits after NFKC and without regard to case, at most
 * one edit for each three characters of the longer one (but one for two). Of equals the first. Where nothing is near, the only candidate
 * that begins with the word, of two characters at least, is meant; else undefined.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const typed = folded(word);
  let best: string | undefined;
  let bestEdits = Number.POSITIVE_INFINITY;
  const begun: string[] = [];
  for (const candidate of candidates) {
    const meant = folded(candidate);
    if (typed.length > 1 && meant.startsWith(typed)) begun.push(candidate);
    const most = mostEdits(typed, meant);
    if (Math.abs(typed.length - meant.length) > most) continue;
    const edits = editsBetween(typed, meant);
    if (edits > most || edits >= bestEdits) continue;
    best = candidate;
    bestEdits = edits;
  }
  const [only, ...others] = begun;
  return best ?? (others.length === 0 ? only : undefined);
}

/**
 * The least number of inserted, deleted, replaced or swapped neighbouring UTF-16 units that turn one text into the other
 * ("optimal string alignment"); texts longer than 64 units are compared by their first 64.
 */
export function editsBetween(from: string, to: string): number {
  const a = from.slice(0, longestCompared);
  const b = to.slice(0, longestCompared);
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    for (let column = 1; column <= b.length; column++) {
      const changed = a[row - 1] === b[column - 1] ? 0 : 1;
      let least = Math.min((above[column - 1] ?? 0) + changed, (above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1);
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) least = Math.min(least, (before[column - 2] ?? 0) + 1);
      line.push(least);
    }
    before = above;
    above = line;
  }
  return above[b.length] ?? 0;
}

function folded(word: string): string {
  return word.slice(0, longestCompared).normalize("NFKC").toLowerCase();
}

function mostEdits(typed: string, meant: string): number {
  const longer = Math.max(typed.length, meant.length);
  return longer < 2 ? 0 : Math.max(1, Math.floor(longer / 3));
}

const block = 1 << 14;

/** How many UTF-16 units two texts share at the beginning. */
export function sharedStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let at = 0;
  // Comparing slices is a comparison of memory; going through the units one by one would take longer than reading the edit.
  while (at < most && one.slice(at, at + block) === other.slice(at, at + block)) at += block;
  at = Math.min(at, most);
  while (at < most && one.charCodeAt(at) === other.charCodeAt(at)) at++;
  return at;
}

/** How many UTF-16 units two texts share at the end, at most `most`. */
export function sharedEnd(one: string, other: string, most: number): number {
  const [a, b] = [one.length, other.length];
  let count = 0;
  while (
    count + block <= most &&
    one.slice(a - count - block, a - count) === other.slice(b - count - block, b - count)
  ) {
    count += block;
  }
  while (count < most && one.charCodeAt(a - 1 - count) === other.charCodeAt(b - 1 - count)) count++;
  return count;
}

/** Texts in the order of their characters, whatever the language; for `sort`. */
export function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

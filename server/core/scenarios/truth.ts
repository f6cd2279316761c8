/** True for `yes` and `true`, false for `no` and `false`, undefined for anything else. */
export function truthOf(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  if (word === "yes" || word === "true") return true;
  return word === "no" || word === "false" ? false : undefined;
}

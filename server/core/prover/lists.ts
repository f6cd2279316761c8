/** What lists have one after the other; `flat` and `flatMap` take ten times as long for long lists, and these are joined at every keystroke. */
export function concatenated<Source, Element>(
  sources: readonly Source[],
  listOf: (source: Source) => readonly Element[],
): readonly Element[] {
  let count = 0;
  for (const source of sources) count += listOf(source).length;
  const all = new Array<Element>(count);
  let at = 0;
  for (const source of sources)
    for (const element of listOf(source)) {
      all[at] = element;
      at += 1;
    }
  return all;
}

/** Whether two lists have the same elements in the same order. */
export function sameElements(one: ArrayLike<unknown>, other: ArrayLike<unknown>): boolean {
  if (one === other) return true;
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index += 1) if (one[index] !== other[index]) return false;
  return true;
}

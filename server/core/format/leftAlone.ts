/** What a formatter does not touch, and why. */
import type { Slip } from "../../../grammar/slips.ts";
import type { Item, SyntaxFile, SyntaxProblem } from "../syntax/tree.ts";
import { isUnsure } from "./piece.ts";

/** An item that is left as it is; `because` is the first thing in it that could not be read, and `start` where that is in the file. */
export interface LeftAlone {
  readonly start: number;
  readonly because: SyntaxProblem | Slip;
}

/** The items of a file that could not be read from end to end, in order. */
export function itemsLeftAlone({ items, offsets }: SyntaxFile): readonly LeftAlone[] {
  return items.flatMap((item, index) => {
    const because = firstReason(item);
    return because ? [{ start: (offsets[index] ?? 0) + because.start, because }] : [];
  });
}

function firstReason({ problems, slips }: Item): LeftAlone["because"] | undefined {
  const reasons = [...problems, ...slips.filter(({ name }) => isUnsure(name))];
  return reasons.reduce<LeftAlone["because"] | undefined>(
    (first, each) => (first && first.start <= each.start ? first : each),
    undefined,
  );
}

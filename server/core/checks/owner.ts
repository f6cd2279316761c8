import type { Place } from "../model/model.ts";
import type { Item } from "../syntax/tree.ts";

/** Whether a place is the name in an `owner` line of an exception. */
export function isExceptionOwner(item: Item, { span }: Place): boolean {
  return item.declarations.some(
    (declaration) =>
      declaration.kind === "exception" &&
      declaration.properties.some(
        (line) => line.kind === "owner" && line.person?.start === span.start && line.person.end === span.end,
      ),
  );
}

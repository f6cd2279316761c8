/** What the checks ask about calendars. */
import type { Calendar } from "../model/model.ts";

/** Whether a line could not be read, which is reported there: who knows what it opens. */
export function hasUnreadLines({ place, rules }: Calendar): boolean {
  const declarations = place.item.declarations.filter((each) => each.kind === "calendar");
  const node = declarations.find((each) => each.name?.start === place.span.start);
  const lines = node?.properties.filter((line) => line.kind !== "rest") ?? [];
  return lines.length > rules.length;
}

/** What the checks ask about handovers. */
import type { LinkedItem } from "../model/model.ts";
import type { Handover } from "../model/work.ts";

/** The handovers that an item declares. */
export function handoversIn({ meanings }: LinkedItem): readonly Handover[] {
  const handovers: Handover[] = [];
  for (const meaning of meanings) if (meaning.space === "handover") handovers.push(meaning.value);
  return handovers;
}

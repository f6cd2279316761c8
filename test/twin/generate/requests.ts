/* Random requests to a random model. */
import type { Asked } from "../asked.ts";
import type { Chance } from "../chance.ts";
import type { Wait } from "../deadline.ts";
import { type ModelText, names } from "./models.ts";

/** A request in the first weeks of the model's world. */
export function requestTo(chance: Chance, { kinds, setting }: ModelText): Asked {
  const at = (5 + chance.below(14)) * 1440 + chance.below(1440);
  const kind = chance.pick([...kinds.slice(0, 2), ...kinds]);
  const optional = <T>(times: number, from: readonly T[]) => (chance.oneIn(times) ? undefined : chance.pick(from));
  const given = kind.fields.filter(({ type }) => !chance.oneIn(type === "date" ? 20 : 7));
  return {
    kind: kind.name,
    at,
    fields: Object.fromEntries(given.map((field) => [field.name, field.value(chance, setting)])),
    channel: optional(3, names.channels),
    customer: optional(4, names.customers),
    asker: chance.oneIn(5) ? chance.pick(names.people) : optional(3, ["Sales", "Sales", "Support", "Support", "Night"]),
    to: chance.oneIn(8) ? chance.pick([...names.people, ...names.teams]) : undefined,
    waits: chance.oneIn(5) ? chance.some(1, 2, () => waitAround(chance, at)) : [],
  };
}

function waitAround(chance: Chance, at: number): Wait {
  const from = at - 300 + chance.below(3000);
  // Now and then nobody knows how long.
  return { from, to: chance.oneIn(8) ? Number.POSITIVE_INFINITY : from + chance.below(2400) };
}

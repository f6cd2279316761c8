/* Rounds of random models, with a mismatch made small. */
import type { Asked } from "./asked.ts";
import { bookOf, treeOf } from "./book.ts";
import { chanceOf } from "./chance.ts";
import { differences, type Twins, twinsOf } from "./compare.ts";
import { modelText } from "./generate/models.ts";
import { requestTo } from "./generate/requests.ts";
import { settingOf } from "./place.ts";
import { modelOf } from "./product.ts";
import { shrunk } from "./shrink.ts";
import type { World } from "./world.ts";

const requestsEach = 20;

/** What came of some rounds. */
export interface Rounds {
  readonly compared: number;
  /** Pairs whose answer lies behind the weeks that the twin knows. */
  readonly beyond: number;
  /** The smallest text and request found on which they differ. */
  readonly mismatch: string | undefined;
}

/** Compares at least so many pairs, unless two differ. */
export function compareSome(seed: number, pairs: number): Rounds {
  const chance = chanceOf(seed);
  let [compared, beyond] = [0, 0];
  while (compared < pairs) {
    const model = modelText(chance, settingOf(chance));
    const requests = chance.some(requestsEach, requestsEach, () => requestTo(chance, model));
    const { world } = model.setting;
    const twins = twinsOf(model.text, world);
    for (const asked of requests) {
      const found = differences(twins, asked);
      if (found === undefined) beyond++;
      else compared++;
      if (found && found.length > 0) return { compared, beyond, mismatch: smallest(model.text, world, asked, twinsOf) };
    }
  }
  return { compared, beyond, mismatch: undefined };
}

/** The smallest text and request on which two readings of a text differ, and how. */
export function smallest(
  text: string,
  world: World,
  asked: Asked,
  read: (text: string, world: World) => Twins,
): string {
  const flaws = flawsOf(text);
  const part = (lines: readonly string[] | undefined) => lines?.[0]?.replace(/:.*/, "");
  const wanted = part(differences(read(text, world), asked));
  const still = (smaller: string, request: Asked) =>
    flawsOf(smaller) <= flaws && part(differences(read(smaller, world), request)) === wanted;
  const model = shrunk(text, (smaller) => still(smaller, asked));
  const request = plainer(asked, (simpler) => still(model, simpler));
  const found = differences(read(model, world), request) ?? [];
  const at = new Date((world.start + request.at) * 60_000).toISOString();
  return `${model}\n\n${JSON.stringify({ ...request, at })}\n${found.slice(0, 8).join("\n")}`;
}

/** Unresolved names, and what a clause, a team or a calendar cannot do without: leaving lines out must not add to that. */
function flawsOf(text: string): number {
  const { items, problems } = modelOf(text);
  const { teams, agreements, calendars } = bookOf(treeOf(text));
  const clauses = [...agreements.values()].flatMap((agreement) => agreement.properties);
  const lacks = (lines: readonly { readonly kind: string }[], ...kinds: readonly string[]) =>
    !lines.some(({ kind }) => kinds.includes(kind));
  return (
    items.reduce((sum, { item, problems: own }) => sum + own.length + item.problems.length, problems.length) +
    [...teams.values()].filter((team) => lacks(team.properties, "hours") || lacks(team.properties, "lead")).length +
    [...calendars.values()].filter(({ properties }) => lacks(properties, "open line")).length +
    clauses.filter((clause) => clause.kind === "handle" && lacks(clause.properties, "by", "decline")).length
  );
}

function plainer(asked: Asked, still: (asked: Asked) => boolean): Asked {
  let best = asked;
  for (const key of ["channel", "customer", "asker", "to"] as const) {
    const without = { ...best, [key]: undefined };
    if (still(without)) best = without;
  }
  for (const key of Object.keys(best.fields)) {
    const { [key]: _, ...fields } = best.fields;
    if (still({ ...best, fields })) best = { ...best, fields };
  }
  return best;
}

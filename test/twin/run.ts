/* Rounds of random models, with a mismatch made small. */
import type { Asked } from "./asked.ts";
import { chanceOf } from "./chance.ts";
import { differences, type Twins, twinsOf } from "./compare.ts";
import { addingNoFlawTo } from "./flaws.ts";
import { type ModelText, modelText } from "./generate/models.ts";
import { requestTo } from "./generate/requests.ts";
import { settingOf } from "./place.ts";
import { shrunk } from "./shrink.ts";
import type { World } from "./world.ts";

const requestsEach = 20;

/** Which pairs are compared. */
export interface Stretch {
  readonly seed: number;
  /** The first model of the seed that is compared, from 0; those before it are made, and passed over. */
  readonly from: number;
  /** How many pairs at least. */
  readonly pairs: number;
}

/** What came of some rounds. */
export interface Rounds {
  /** The number of the last model that was compared. */
  readonly last: number;
  readonly compared: number;
  /** Pairs whose answer lies behind the weeks that the twin knows. */
  readonly beyond: number;
  /** The smallest text and request found on which they differ. */
  readonly mismatch: string | undefined;
}

/** Compares a stretch of random pairs, unless two differ; `tell` hears of each model what has been compared by then. */
export function compareSome({ seed, from, pairs }: Stretch, tell: (rounds: Rounds) => void = () => {}): Rounds {
  const chance = chanceOf(seed);
  let rounds: Rounds = { last: from, compared: 0, beyond: 0, mismatch: undefined };
  for (let last = 0; rounds.compared < pairs && rounds.mismatch === undefined; last++) {
    const model = modelText(chance, settingOf(chance));
    const requests = chance.some(requestsEach, requestsEach, () => requestTo(chance, model));
    if (last < from) continue;
    const { compared, beyond, mismatch } = comparedIn(model, requests);
    const at = mismatch && `SEED=${seed}, model ${last}\n${mismatch}`;
    rounds = { last, compared: rounds.compared + compared, beyond: rounds.beyond + beyond, mismatch: at };
    tell(rounds);
  }
  return rounds;
}

function comparedIn({ text, setting: { world } }: ModelText, requests: readonly Asked[]): Omit<Rounds, "last"> {
  const twins = twinsOf(text, world);
  let [compared, beyond] = [0, 0];
  for (const asked of requests) {
    const found = differences(twins, asked);
    if (found === undefined) beyond++;
    else compared++;
    if (found && found.length > 0) return { compared, beyond, mismatch: smallest(text, world, asked, twinsOf) };
  }
  return { compared, beyond, mismatch: undefined };
}

/** The smallest text and request on which two readings of a text differ, and how; it has no error that the first has not. */
export function smallest(
  text: string,
  world: World,
  asked: Asked,
  read: (text: string, world: World) => Twins,
): string {
  const addsNoFlaw = addingNoFlawTo(text);
  const part = (lines: readonly string[] | undefined) => lines?.[0]?.replace(/:.*/, "");
  const wanted = part(differences(read(text, world), asked));
  const still = (smaller: string, request: Asked) =>
    addsNoFlaw(smaller) && part(differences(read(smaller, world), request)) === wanted;
  const model = shrunk(text, (smaller) => still(smaller, asked));
  const request = plainer(asked, (simpler) => still(model, simpler));
  const found = differences(read(model, world), request) ?? [];
  const at = new Date((world.start + request.at) * 60_000).toISOString();
  return `${model}\n\n${JSON.stringify({ ...request, at })}\n${found.slice(0, 8).join("\n")}`;
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

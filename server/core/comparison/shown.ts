/** An unedited clause asked in both revisions, to show what changed in the company around it. */

import { witnessInWords } from "../prover/words.ts";
import type { Instant } from "../time/spec.ts";
import { type Agreed, agreedOf, type Question, questionOf } from "./asking.ts";
import type { Compared } from "./clauses.ts";
import type { Example, RequestsTold } from "./difference.ts";
import { focusOn } from "./focus.ts";
import { lookingAround } from "./looking.ts";
import type { Pair } from "./revision.ts";
import { exampleAt, intervalsOf, ordinaryWitness, regionTold } from "./telling.ts";
import { ordinaryFirst, type Seen, seenAt } from "./timing.ts";
import type { User } from "./users.ts";

/** What was seen of a clause at some times. */
export interface Shown {
  readonly seen: Seen;
  readonly requests: RequestsTold;
  readonly parties: readonly string[];
  readonly exampleAt: (at: Instant) => Example;
}

/** Asks about a clause at times, for a customer perhaps; undefined where no answer differs. */
export function shownTo(
  user: User,
  users: readonly User[],
  pair: Pair,
  instants: readonly Instant[],
  customer?: string,
): Shown | undefined {
  const others = users.filter(({ kind }) => kind === user.kind).map(({ unit }) => unit);
  const looking = lookingAround(user.kind, user.unit, others);
  const focus = focusOn(looking, pair);
  if (!focus) return undefined;
  const near = [...looking.shared, ...looking.beside, user.unit];
  const [before, after]: readonly [Agreed, Agreed] = [
    agreedOf(
      pair.before,
      near.map((each) => each.before),
    ),
    agreedOf(
      pair.after,
      near.map((each) => each.after),
    ),
  ];
  const compared: Compared = { pair, focus, before, after, budget: { left: stepsForOne } };
  const boxes = [...focus.after.handles, ...focus.after.commits].flatMap((rule) => rule.boxes);
  const region = { changes: [], boxes, walls: [] };
  const found = boxes.length === 0 ? undefined : ordinaryWitness(compared, region);
  if (!found) return undefined;
  const witness =
    customer === undefined ? found : { ...found, customer: { kind: "declared" as const, name: customer } };
  const question: Question = questionOf(witness, before, after);
  const intervals = intervalsOf(compared, region, found);
  const inForce = ordinaryFirst(instants, focus.space.zone).filter((at) =>
    intervals.some(({ open, close }) => at >= open && at < close),
  );
  const seen = seenAt(question, inForce);
  if (seen.differing === undefined) return undefined;
  const { requests, parties, naming } = regionTold(compared, region);
  return {
    seen,
    requests,
    parties,
    exampleAt: (at) => exampleAt(question, at, witnessInWords(focus.space, { ...witness, at }, naming)),
  };
}

const stepsForOne = 200_000;

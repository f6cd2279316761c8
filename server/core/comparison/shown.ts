/** An unedited clause asked in both revisions, to show what changed in the company around it. */

import type { Box } from "../prover/box.ts";
import { witnessInWords } from "../prover/words.ts";
import type { Instant } from "../time/spec.ts";
import { type Agreed, agreedOf, questionOf } from "./asking.ts";
import type { ChangedProperty } from "./changes.ts";
import { askedFor, type Compared, changesFor } from "./clauses.ts";
import type { Example, RequestsTold } from "./difference.ts";
import { focusOn } from "./focus.ts";
import { lookingAround } from "./looking.ts";
import type { Pair } from "./revision.ts";
import { type Said, saidTo } from "./said.ts";
import { exampleAt, intervalsOf, ordinaryWitness, regionTold } from "./telling.ts";
import { type Seen, seenAt } from "./timing.ts";
import type { User } from "./users.ts";

/** What was seen of a clause at some times. */
export interface Shown {
  readonly seen: Seen;
  readonly requests: RequestsTold;
  readonly parties: readonly string[];
  readonly exampleAt: (at: Instant) => Example;
}

/** Which decisions depend on what changed. */
export type IsUsed = (said: Said) => boolean;

/** Asks about a clause, its cases and exceptions at times, for a customer perhaps; undefined where no answer differs that depends on what changed. */
export function shownTo(
  user: User,
  users: readonly User[],
  pair: Pair,
  instants: readonly Instant[],
  { isUsed, customer }: { readonly isUsed: IsUsed; readonly customer: string | undefined },
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
  const compared: Compared = { pair, focus, before, after, customer, budget: { left: stepsForOne } };
  const rules = [...focus.after.handles, ...focus.after.commits];
  const places = rules.flatMap((rule) => [rule.boxes, ...rule.overlays.map(({ boxes }) => boxes)]);
  for (const boxes of places) {
    const shown = shownAt(compared, boxes, instants, isUsed);
    if (shown) return shown;
  }
  return undefined;
}

function shownAt(
  compared: Compared,
  boxes: readonly Box[],
  instants: readonly Instant[],
  isUsed: IsUsed,
): Shown | undefined {
  const { focus, before, after } = compared;
  const region = { changes: [], boxes, walls: [] };
  const found = boxes.length === 0 ? undefined : ordinaryWitness(compared, region);
  if (!found) return undefined;
  const witness = askedFor(found, compared);
  const question = questionOf(witness, before, after);
  const intervals = intervalsOf(compared, boxes, found.at);
  const inForce = instants.filter((at) => {
    if (!intervals.some(({ open, close }) => at >= open && at < close)) return false;
    const request = { ...question.request, at };
    const isOther = changesFor({ ...question, request }, compared).some(({ property }) =>
      decidedElsewhere.has(property),
    );
    return !isOther && [question.before, question.after].some(({ engine }) => isUsed(saidTo(engine, request)));
  });
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

/** What is told of the clauses: then another one decides. */
const decidedElsewhere: ReadonlySet<ChangedProperty> = new Set(["outcome", "by", "hours"]);

const stepsForOne = 200_000;

/** An unedited clause asked in both revisions, to show what changed in the company around it. */

import { plainText } from "../model/meaning.ts";
import { type Box, fullBox } from "../prover/space/box.ts";
import { regions } from "../prover/space/cover.ts";
import type { Instant } from "../time/spec.ts";
import { type Agreed, agreedOf, answersTo, questionOf } from "./asking.ts";
import type { ChangedProperty } from "./changes.ts";
import { askedFor, type Compared, changesFor, partsOfEdited } from "./clauses.ts";
import type { Example, RequestsTold } from "./difference.ts";
import { exampleAt } from "./example.ts";
import { focusOn } from "./focus.ts";
import type { TimesToAsk } from "./hours.ts";
import { lookingAround } from "./looking.ts";
import type { Pair } from "./revision.ts";
import { type Said, saidTo } from "./said.ts";
import { intervalsOf, ordinaryWitness, regionTold } from "./telling.ts";
import { type Seen, seenAt } from "./timing.ts";
import type { User } from "./users.ts";

/** What was seen of a clause at some times. */
export interface Shown {
  readonly seen: Seen;
  readonly requests: RequestsTold;
  readonly parties: readonly string[];
  /** Whether requests are sent to other channels where the answers first differ. */
  readonly isOtherChannel: boolean;
  readonly exampleAt: (at: Instant) => Example;
}

/** Whether a decision depends on what changed. */
export type IsUsed = (said: Said) => boolean;

/** What changed in the company, as far as clauses count on it. */
export interface Counted {
  readonly timesToAsk: TimesToAsk;
  readonly isUsed: IsUsed;
  /** The only customer whose requests are asked about; undefined: all. */
  readonly customer: string | undefined;
}

/** What was seen of a clause, and whether all of its requests were looked at. */
export interface ShownOf {
  readonly shown: readonly Shown[];
  readonly isDecided: boolean;
}

/** Asks about the most ordinary request of a handle clause; where it shows nothing, and of a promise, about each part that is answered by itself. */
export function shownTo(user: User, users: readonly User[], pair: Pair, counted: Counted): ShownOf {
  const compared = comparedAround(user, users, pair, counted);
  if (!compared) return { shown: [], isDecided: true };
  const { focus } = compared;
  const ask = (boxes: readonly Box[]) => shownAt(compared, boxes, user.daysAhead, counted);
  // Promises are left to the parts below: only some of their lines ask anybody.
  for (const { boxes } of focus.after.handles) {
    const shown = ask(boxes);
    if (shown) return { shown: [shown], isDecided: true };
  }
  return shownInParts(compared, ask);
}

function comparedAround(user: User, users: readonly User[], pair: Pair, { customer }: Counted): Compared | undefined {
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
  return { pair, focus, before, after, customer, budget: { left: stepsForOne } };
}

/** Within a part all requests are decided by the same lines; those of the parts that show a difference are told together. */
function shownInParts(compared: Compared, ask: (boxes: readonly Box[]) => Shown | undefined): ShownOf {
  const { focus, budget } = compared;
  const parts = partsOfEdited(compared);
  const asked = parts.wanted.slice(0, mostParts).map((box) => ({ box, shown: ask([box]) }));
  const isDecided = focus.isDecidable && parts.isComplete && parts.wanted.length <= mostParts && budget.left >= 0;
  const showing = asked.filter(({ shown }) => shown !== undefined).map(({ box }) => box);
  if (showing.length === 0) return { shown: [], isDecided };
  const walls = [...parts.others, ...parts.wanted.filter((box) => !showing.includes(box))];
  const { requests } = regionTold(compared, {
    changes: [],
    boxes: widest(compared, showing, walls),
    walls,
    besides: [],
    unseen: [],
  });
  return { shown: asked.flatMap(({ shown }) => (shown ? [{ ...shown, requests }] : [])), isDecided };
}

/** The same requests in fewer and larger boxes. */
function widest({ focus, budget }: Compared, boxes: readonly Box[], walls: readonly Box[]): readonly Box[] {
  const { shape, order } = focus.space;
  const options = { impossible: focus.impossible, order, atMost: boxes.length };
  const known = regions(shape, fullBox(shape), walls, options, budget);
  return known.complete && known.found.length > 0 ? known.found : boxes;
}

function shownAt(
  compared: Compared,
  boxes: readonly Box[],
  daysAhead: number,
  { timesToAsk, isUsed }: Counted,
): Shown | undefined {
  const { before, after } = compared;
  const region = { changes: [], boxes, walls: [], besides: [], unseen: [] };
  const found = boxes.length === 0 ? undefined : ordinaryWitness(compared, region);
  if (!found) return undefined;
  const witness = askedFor(found, compared);
  const question = questionOf(witness, before, after);
  const intervals = intervalsOf(compared, boxes, found.at);
  const inForce = timesToAsk(intervals, daysAhead).filter((at) => {
    if (!intervals.some(({ open, close }) => at >= open && at < close)) return false;
    const request = { ...question.request, at };
    const isOther = changesFor({ ...question, request }, compared).some(({ property }) =>
      decidedElsewhere.has(property),
    );
    return !isOther && [question.before, question.after].some(({ engine }) => isUsed(saidTo(engine, request)));
  });
  const seen = seenAt(question, inForce);
  if (seen.differing === undefined) return undefined;
  const { requests, parties } = regionTold(compared, region);
  const shower = { witness, question, own: new Set<string>(), unseen: [] };
  const answers = answersTo(question, seen.differing);
  const isOtherChannel = plainText(answers.before.redirect) !== plainText(answers.after.redirect);
  return { seen, requests, parties, isOtherChannel, exampleAt: (at) => exampleAt(compared, shower, at) };
}

/** What is told of the clauses: then another one decides. */
const decidedElsewhere: ReadonlySet<ChangedProperty> = new Set(["outcome", "by", "hours"]);

const stepsForOne = 200_000;
const mostParts = 64;

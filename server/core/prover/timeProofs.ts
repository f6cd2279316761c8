/** What is proved of time that passes, kind of request by kind of request; kept while nothing that it depends on changes. */
import { plainText } from "../model/meaning.ts";
import type { Exception, Model, RequestKind, Who } from "../model/model.ts";
import type { Day } from "../time/spec.ts";
import { sameElements } from "./lists.ts";
import { groundOf, inputsOf, keptProof, type ProverContext } from "./prove.ts";
import type { Ground } from "./space/space.ts";
import { unstaffedDates } from "./staff/staffing.ts";
import { type GuaranteeResult, guaranteeResults } from "./time/guarantees.ts";
import { type Holes, holesOf } from "./time/holes.ts";
import { type Ladders, laddersOf } from "./time/ladders.ts";
import { type PromisedTime, promisedTimes } from "./time/promisedTimes.ts";
import { calendarsThatLose, hasDatedOpenings, type Replaced, replacedIn } from "./time/replaced.ts";
import { type Group, timedGroupOf } from "./written/group.ts";
import {
  type ExceptionsOf,
  exceptionsIn,
  exceptionsToPart,
  type Written,
  type WrittenPart,
  withCases,
  writtenByKind,
} from "./written/written.ts";

/** All that is known of one kind about time that passes. */
export interface TimeProof {
  readonly written: Written;
  readonly group: Group;
  readonly guarantees: readonly GuaranteeResult[];
  /** Undefined where it was not decided which lines count. */
  readonly promised: readonly PromisedTime[] | undefined;
  readonly ladders: Ladders;
  readonly holes: Holes;
  readonly replaced: readonly Replaced[];
}

/** What is known of the times of every kind. */
export function timeProofsOf(model: Model, context: ProverContext): readonly TimeProof[] {
  const key = `${context.today} ${context.steps}`;
  const known = keptByModel.get(model);
  if (known?.key === key && known.context.holidays === context.holidays) return known.proofs;
  const proofs = [...provingTimes(model, context)];
  keptByModel.set(model, { key, context, proofs });
  return proofs;
}

/** `timeProofsOf` kind by kind, for whoever has other things to do between two of them. */
export function* provingTimes(model: Model, context: ProverContext): Generator<TimeProof, void> {
  const ground = groundOf(model, context.holidays);
  const isMissed = missedIn(model, context.today);
  const isLosing = calendarsThatLose({ model, ground, holidays: context.holidays }, context.today).size > 0;
  for (const written of writtenByKind(model).values())
    if ((isLosing && written.handles.length > 0) || isTimed(written, model, isMissed))
      yield keptTimeProof(written, model, ground, context);
}

/** Where nothing is promised, nothing fires, no door closes, no hours are replaced and nobody is missed, there is nothing to prove. */
function isTimed(written: Written, model: Model, isMissed: IsMissed): boolean {
  if (written.guarantees.length > 0 || maySayWhen(written)) return true;
  const exceptionsOf = exceptionsIn(model);
  return written.parts.some((part) => {
    const { hasTimes, who } = timedIn(part, exceptionsOf);
    return hasTimes || who.some(({ key, meant }) => isMissed(key, meant));
  });
}

/** What of a part is about time that passes: whether something fires or a door closes, and who might be missed. */
interface Timed {
  readonly exceptions: readonly Exception[];
  readonly hasTimes: boolean;
  readonly who: readonly { readonly key: string; readonly meant: Who }[];
}

function timedIn(part: WrittenPart, exceptionsOf: ExceptionsOf): Timed {
  const exceptions = exceptionsToPart(part, exceptionsOf);
  const known = timedBy.get(part);
  if (known && sameElements(known.exceptions, exceptions)) return known;
  const lines = [...part.handles.flatMap((each) => withCases(each)), ...exceptions].map((each) => each.lines);
  const hasTimes =
    exceptions.some(({ open }) => hasDatedOpenings(open)) ||
    lines.some(
      ({ escalate, via }) =>
        escalate !== undefined || via?.value.some(({ value }) => value.during !== undefined) === true,
    );
  const all = lines.flatMap(({ by, steps }) => [
    ...(by ? [by.value] : []),
    ...(steps?.value ?? []).map(({ who }) => who),
  ]);
  const timed = {
    exceptions,
    hasTimes,
    who: [...new Map(all.map((who) => [plainText(who), who]))].map(([key, meant]) => ({ key, meant })),
  };
  timedBy.set(part, timed);
  return timed;
}

const timedBy = new WeakMap<WrittenPart, Timed>();

/** Whether a kind with a duration is both promised and handled. */
function maySayWhen({ kind, handles, commits }: Written): boolean {
  return handles.length > 0 && commits.length > 0 && kind.fields.some(({ type }) => type.kind === "duration");
}

/** Whether somebody is missed on some days; `key` is equal where the same people are meant. */
type IsMissed = (key: string, who: Who) => boolean;

/** Whether there are days in the next two years on which nobody takes it. */
function missedIn(model: Model, today: Day): IsMissed {
  const known = new Map<string, boolean>();
  return (key, who) => {
    const missed = known.get(key) ?? unstaffedDates(model, who, { first: today, last: today + twoYears })?.length !== 0;
    known.set(key, missed);
    return missed;
  };
}

const twoYears = 731;

interface KeptProofs {
  readonly key: string;
  readonly context: ProverContext;
  readonly proofs: readonly TimeProof[];
}

const keptByModel = new WeakMap<Model, KeptProofs>();

interface KeptProof {
  readonly inputs: readonly unknown[];
  readonly proof: TimeProof;
}

const keptByKind = new WeakMap<RequestKind, KeptProof>();

function keptTimeProof(written: Written, model: Model, ground: Ground, context: ProverContext): TimeProof {
  const guaranteed = written.guarantees.flatMap(({ agreement, clause }) => [agreement, clause]);
  const inputs = [...inputsOf(written, model, ground, context), ...guaranteed, ...model.handovers.values()];
  const kept = keptByKind.get(written.kind);
  if (kept && sameElements(kept.inputs, inputs)) return kept.proof;
  const proof = proofOf(written, model, ground, context);
  keptByKind.set(written.kind, { inputs, proof });
  return proof;
}

function proofOf(written: Written, model: Model, ground: Ground, context: ProverContext): TimeProof {
  const { today, steps, holidays } = context;
  const plain = () => (written.handles.length > 0 ? keptProof(written, model, ground, context).group : undefined);
  const group = timedGroupOf(written, model, ground, today, plain);
  const working = { model, ground, holidays };
  const guarantees = guaranteeResults(group, written.guarantees, working, () => ({ left: steps }));
  return {
    written,
    group,
    guarantees,
    promised: promisedTimes(group, working, () => ({ left: steps })),
    ladders: laddersOf(group, working, today, { left: steps }),
    holes: holesOf(group, guarantees, working, today, { left: steps }),
    replaced: replacedIn(group, working, today, { left: steps }),
  };
}

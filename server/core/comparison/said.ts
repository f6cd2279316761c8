/** What a revision says to one request: the terms of the clauses that apply, and what may be promised. */
import { countedLines } from "../engine/commit.ts";
import type { Engine } from "../engine/compile.ts";
import { yes } from "../engine/condition.ts";
import { applies, decide, situationOf } from "../engine/decide.ts";
import type { Decision, Request } from "../engine/decision.ts";
import { channelsOfTeam, doorFor, openDoors } from "../engine/door.ts";
import { termsFor } from "../engine/layer.ts";
import type { StepPlan, Terms, VerdictPlan } from "../engine/plan.ts";
import type { Situation } from "../engine/situation.ts";

/** What decides one request, before any clock and any person is asked. */
export interface Said {
  /** Undefined: no clause applies. */
  readonly terms: Terms | undefined;
  /** Whether clauses or overlays contradict each other. */
  readonly isConflict: boolean;
  /** The steps that are done. */
  readonly steps: readonly StepPlan[];
  /** By which channels it is taken, or sent instead; empty: as it came. */
  readonly channels: readonly string[];
  readonly isTaken: boolean;
  /** The verdict lines that count. */
  readonly lines: readonly VerdictPlan[];
}

/** What an engine says to a request whose fields are all known. */
export function saidTo(engine: Engine, request: Request): Said {
  const kind = engine.kinds.get(request.kind) ?? engine.unmentioned;
  const situation = situationOf(engine, kind, request);
  const all: Terms[] = [];
  for (const plan of kind.handles.all) {
    const terms = applies(plan, situation) === yes ? termsFor(plan, situation, engine.resources) : undefined;
    if (terms) all.push(terms, ...terms.rivals);
  }
  const decision = all.length > 1 ? decide(engine, request) : undefined;
  const terms = decision ? chosen(all, decision) : all[0];
  return {
    terms,
    isConflict: (decision?.conflictsWith.length ?? 0) > 0,
    steps: stepsDone(terms, situation),
    ...doorsFor(terms, request),
    lines: kind.commits.all.flatMap((plan) => countedLines(plan, situation)),
  };
}

function chosen(all: readonly Terms[], { clause, overlays }: Decision): Terms | undefined {
  const isLikeIt = (terms: Terms) => terms.clause === clause && terms.overlays.join("\n") === overlays.join("\n");
  return all.find(isLikeIt) ?? all[0];
}

function stepsDone(terms: Terms | undefined, situation: Situation): readonly StepPlan[] {
  return (terms?.steps ?? []).filter(({ test }) => test === undefined || test(situation) === yes);
}

/** Without a channel those that are open are named, where the clause has a sentence that names them. */
function doorsFor(terms: Terms | undefined, { channel, at }: Request): Pick<Said, "channels" | "isTaken"> {
  const taken = { channels: [], isTaken: true };
  if (!terms) return taken;
  const { doors, doer } = terms;
  const namesChannels = terms.say?.includes("{channel}") === true;
  const named = (set: number) => channelsIn(terms, set);
  if (channel === undefined) {
    if (!namesChannels) return taken;
    return { channels: doors.length === 0 ? channelsOfTeam(doer.team) : named(openDoors(doors, at)), isTaken: true };
  }
  if (doors.length === 0 || doorFor(doors, channel, at) >= 0) return taken;
  return { channels: named(openDoors(doors, at)), isTaken: false };
}

function channelsIn({ doors }: Terms, set: number): readonly string[] {
  const found = doors.filter((_, index) => ((set >> Math.min(index, 29)) & 1) === 1);
  return [...new Set(found.map(({ channel }) => channel))].sort();
}

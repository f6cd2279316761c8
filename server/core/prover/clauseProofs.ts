/** What is proved of the people and the terms of a kind's clauses, beside what every request is answered; worked out when it is asked for. */
import type { Model } from "../model/model.ts";
import type { Day } from "../time/spec.ts";
import { type Creep, creepsIn } from "./clauses/creep.ts";
import type { Findings } from "./clauses/handling.ts";
import { standingLines } from "./clauses/verdictLines.ts";
import { sameElements } from "./lists.ts";
import { type SinglePerson, singlesIn } from "./people/singles.ts";
import type { People } from "./people/starts.ts";
import { type HandoverSunset, handoverSunsetsIn, type Sunset, sunsetsIn } from "./people/sunsets.ts";
import { type LateAnswers, lateAnswersIn, type YesAndNo, yesAndNoIn } from "./promiseConflicts.ts";
import { groundOf, type KindProof, type ProverContext } from "./prove.ts";
import type { Budget } from "./space/cover.ts";
import type { Ground } from "./space/space.ts";
import { type Group, timedGroupOf } from "./written/group.ts";
import type { PartOf } from "./written/part.ts";
import type { HandleRule } from "./written/rules.ts";
import { writtenByKind } from "./written/written.ts";

/** What is known of one kind of request. */
export interface ClauseProof {
  /** The kind's requests, told apart by what steps ask about, too. */
  readonly group: Group;
  readonly singles: Findings<SinglePerson>;
  readonly yesAndNo: Findings<YesAndNo>;
  readonly lateAnswers: LateAnswers;
  readonly sunsets: Findings<Sunset>;
  readonly handoverSunsets: readonly HandoverSunset[];
  readonly creeps: Findings<Creep>;
}

interface Kept {
  readonly inputs: readonly unknown[];
  readonly known: ClauseProof;
}

const keptByProof = new WeakMap<KindProof, Kept>();

/** The terms of a kind that has been looked at; kept while neither it nor the people change. */
export function clauseProofOf(proof: KindProof, model: Model, context: ProverContext): ClauseProof {
  const { teams, customers, handovers } = model;
  const inputs = [context.today, context.steps, ...teams.values(), ...customers.values(), ...handovers.values()];
  const kept = keptByProof.get(proof);
  if (kept && sameElements(kept.inputs, inputs)) return kept.known;
  const known = clauseProofIn(proof, model, context);
  keptByProof.set(proof, { inputs, known });
  return known;
}

function clauseProofIn(proof: KindProof, model: Model, { today, holidays, steps }: ProverContext): ClauseProof {
  const ground = groundOf(model, holidays);
  const written = hasConditionalSteps(proof.group) ? writtenByKind(model).get(proof.group.kind.name) : undefined;
  const group = written ? timedGroupOf(written, model, ground, today) : proof.group;
  const budget = (): Budget => ({ left: steps });
  const lines = group.isDecidable ? standingLines(group, budget()) : undefined;
  if (!lines)
    return {
      group,
      singles: nothing,
      yesAndNo: nothing,
      lateAnswers: nothing,
      sunsets: nothing,
      handoverSunsets: [],
      creeps: nothing,
    };
  const people = peopleIn(model, ground, today);
  return {
    group,
    singles: singlesIn(group, lines, people, budget()),
    yesAndNo: yesAndNoIn(group, lines, budget()),
    lateAnswers: lateAnswersIn(group, lines.all, { model, ground, holidays }, budget()),
    sunsets: sunsetsIn(group, today, budget()),
    handoverSunsets: handoverSunsetsIn(group, people),
    creeps: creepsIn(group, ground, budget()),
  };
}

/** The people of the company; the same object while they and the day are the same, for what is known of posts hangs on it. */
function peopleIn(model: Model, ground: Ground, today: Day): People {
  const inputs = [today, ...model.teams.values(), ...model.customers.values(), ...model.handovers.values()];
  const kept = keptPeople.get(ground);
  if (kept && sameElements(kept.inputs, inputs)) return kept.people;
  const people = { model, ground, today };
  keptPeople.set(ground, { inputs, people });
  return people;
}

interface KeptPeople {
  readonly inputs: readonly unknown[];
  readonly people: People;
}

const keptPeople = new WeakMap<Ground, KeptPeople>();

function hasConditionalSteps({ parts }: Group): boolean {
  return parts.some(({ handles }) => {
    const known = conditionalSteps.get(handles) ?? haveConditionalSteps(handles);
    conditionalSteps.set(handles, known);
    return known;
  });
}

const conditionalSteps = new WeakMap<PartOf<HandleRule>, boolean>();

function haveConditionalSteps({ rules }: PartOf<HandleRule>): boolean {
  const stated = rules.flatMap(({ says, overlays }) => [says, ...overlays.map((overlay) => overlay.says)]);
  return stated.some(({ lines }) => lines.steps?.value.some(({ when }) => when !== undefined));
}

const nothing = { found: [], isDecided: false, areHoursKnown: true };

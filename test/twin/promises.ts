/* What may be promised (language.md M3). */
import type { AgreementDeclaration, CommitClause, VerdictLine } from "../../server/core/syntax/tree.ts";
import type { Asked } from "./asked.ts";
import { type Company, deputyOf, isAway, peopleOf, teamDay, teamHours, teamsNamed } from "./company.ts";
import { holds, type Situation, surelyHolds } from "./condition.ts";
import { type Deadline, deadlineOf, nextOpen, type Target, targetOf } from "./deadline.ts";
import { agreementClock, isInForce, never } from "./handling.ts";
import { type Aside, asidesOf, isAbove, type Layer, layersOf } from "./layers.ts";
import { answering, type Doer, doerAtStart, whoText } from "./who.ts";

/** Whether something may be promised, who is asked, and by what rule. */
export interface Promised {
  readonly verdict: "may" | "ask" | "never" | "silent";
  readonly asks: readonly Asking[];
  readonly because: string | undefined;
  readonly decidedBy: string | undefined;
  readonly exception: string | undefined;
}

/** Who is asked, by name where somebody is left, within and until when they answer. */
export interface Asking {
  readonly who: string;
  readonly name: string;
  /** Undefined, too, where nobody is there on whose hours it counts. */
  readonly within: Target | undefined;
  readonly answeredBy: Deadline | undefined;
}

/** A verdict line that holds, by its id or its exception's name. */
interface Held {
  readonly id: string;
  readonly line: VerdictLine;
  readonly situation: Situation;
  readonly exception: string | undefined;
  readonly party: string | undefined;
}

/** Whether any commit clause is about a kind. */
export function isTopic(company: Company, kind: string): boolean {
  return [...company.book.agreements.values()].some((agreement) =>
    agreement.properties.some((line) => line.kind === "commit" && line.requests.some(({ text }) => text === kind)),
  );
}

/** The answer of the commit clauses to a request. */
export function promiseOf(company: Company, asked: Asked): Promised {
  const held = speaking(company, asked).flatMap(({ situation, id, clause }) => heldLines(situation, id, clause));
  const verdict = (["never", "ask", "may"] as const).find((each) => held.some(({ line }) => line.verdict === each));
  if (!verdict) return { verdict: "silent", asks: [], because: undefined, decidedBy: undefined, exception: undefined };
  const deciding = held.filter(({ line }) => line.verdict === verdict).sort((a, b) => (a.id < b.id ? -1 : 1));
  const [first] = deciding;
  return {
    verdict,
    asks: verdict === "ask" ? deciding.map(asking) : [],
    because: first?.line.because?.value,
    decidedBy: first?.id,
    exception: first?.exception,
  };
}

/** The exceptions to these clauses that are set aside. */
export function promiseAsides(company: Company, asked: Asked): readonly Aside[] {
  return speaking(company, asked, surelyHolds).flatMap(({ situation, id, clause }) =>
    asidesOf(situation, id, clause.properties),
  );
}

interface Speaking {
  readonly situation: Situation;
  readonly id: string;
  readonly clause: CommitClause;
}

/** The commit clauses of the kind and of the asker's party that apply. */
function speaking(company: Company, asked: Asked, test: typeof holds = holds): readonly Speaking[] {
  return [...company.book.agreements.values()].flatMap((agreement: AgreementDeclaration) => {
    const situation: Situation = { company, asked, clock: agreementClock(company, agreement) };
    if (!isInForce(situation, agreement)) return [];
    const askers = teamsNamed(company, asked.asker);
    return agreement.properties
      .filter((line) => line.kind === "commit")
      .filter(({ requests }) => requests.some(({ text }) => text === asked.kind))
      .filter(({ by }) => asked.asker === undefined || (by !== undefined && askers.includes(by.text)))
      .filter(({ when }) => test(situation, when))
      .map((clause) => ({ situation, id: `${agreement.name?.text}.${clause.name?.text}`, clause }));
  });
}

/** The lines that hold, without those under an overlay of which a line holds. */
function heldLines(situation: Situation, id: string, clause: CommitClause): readonly Held[] {
  const base: Layer = { id, path: id, exception: undefined, properties: clause.properties };
  const layers = [base, ...layersOf(situation, id, clause.properties)].map((layer) => ({
    layer,
    lines: layer.properties.filter((line) => line.kind === "verdict" && holds(situation, line.when)),
  }));
  const speakingLayers = layers.filter(({ lines }) => lines.length > 0);
  const top = speakingLayers.filter(({ layer }) => !speakingLayers.some((other) => isAbove(other.layer, layer)));
  return top.flatMap(({ layer, lines }) =>
    lines.flatMap((line) => {
      if (line.kind !== "verdict") return [];
      const exception = layer.exception && layer.id;
      const said = exception ?? `${layer.id}.${line.verdict}`;
      return [{ id: said, line, situation, exception, party: clause.by?.text }];
    }),
  );
}

function asking({ line, situation, party }: Held): Asking {
  const { company, asked } = situation;
  const target = line.within && targetOf(line.within, undefined);
  const atOnce = target?.clock === "clock" || target?.clock === "calendar";
  const startFor = ({ team }: Doer) => {
    const stated = teamHours(company, team);
    return stated && !atOnce ? nextOpen(stated, asked.at) : asked.at;
  };
  const doer = doerAtStart(situation, line.who, asked.at, party === undefined ? [] : [party], startFor);
  const hours = teamHours(company, doer.team) ?? never(company, situation.clock);
  const start = startFor(doer);
  const name = nameAsked(situation, doer, start);
  return {
    who: whoText(line.who),
    name,
    within: name === "" && !atOnce && !teamHours(company, doer.team) ? undefined : target,
    answeredBy: target && deadlineOf(hours, target, asked.at, []),
  };
}

/** A person, or the team where it answers as a whole; who would ask themselves asks somebody else; empty for nobody. */
function nameAsked({ company, asked, clock }: Situation, doer: Doer, start: number): string {
  const { kind, person } = answering(company, doer, start, clock);
  if (kind === "nobody") return "";
  const { asker } = asked;
  if (person !== undefined && person !== asker) return person;
  const team = doer.team ?? "";
  const people = peopleOf(company, team);
  if (asker === undefined || (person === undefined && !people.includes(asker))) return team;
  const day = teamDay(company, doer.team, start, clock);
  const others = people.some((each) => each !== asker && !isAway(company, each, day)) ? team : "";
  if (person === undefined && others !== "") return others;
  const standIn = doer.standIns.find((each) => each !== asker && !isAway(company, each, day));
  return standIn ?? deputyOf(company, asker, day) ?? others;
}

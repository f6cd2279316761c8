/** What the decision on the request of a finding has to show, so that whoever asks for it sees what the finding claims. */
import type { Finding } from "../../../server/core/checks/define.ts";
import { instantInWords } from "../../../server/core/checks/proofs.ts";
import { compile, type Engine } from "../../../server/core/engine/compile.ts";
import { decide } from "../../../server/core/engine/decide.ts";
import type { Decision, Request, TraceResult } from "../../../server/core/engine/decision.ts";
import { traceOf } from "../../../server/core/engine/trace.ts";
import type { Model, Place } from "../../../server/core/model/model.ts";
import type { Proof } from "../../../server/core/model/work.ts";
import { supposing } from "../../../server/core/questions/whatIf.ts";
import { libraryHolidays } from "../../../server/core/time/holidays.libraries.ts";
import type { Instant } from "../../../server/core/time/spec.ts";
import type { Zone } from "../../../server/core/time/zone.ts";
import { endOf } from "../prover/timedModels.ts";

/** A finding, and the decisions on the requests that show it, in the order of its examples. */
export interface Shown {
  readonly finding: Finding;
  readonly model: Model;
  readonly engine: Engine;
  readonly zone: Zone;
  readonly decision: Decision;
  readonly decisions: readonly Decision[];
}

/**
 * Whether the decisions show what is claimed. Where clauses contradict each other, which is told of them, the decision names
 * those that lost, and what else is found of these is seen once that is mended.
 */
export function isShown(shown: Shown): boolean {
  const { name } = shown.finding.check;
  return shows[name]?.(shown) === true || (!name.startsWith("conflicting-") && isContested(shown));
}

function isContested({ decisions }: Shown): boolean {
  return decisions.some(({ conflictsWith }) => conflictsWith.length > 0);
}

/** By the name of a check whether what it claims is seen in the decisions; every check that has examples is here. */
export const shows: Readonly<Record<string, (shown: Shown) => boolean>> = {
  "unhandled-request": ({ decision }) => decision.outcome === "unhandled" && decision.request.asker !== undefined,
  "unmentioned-kind": ({ decision: { outcome, commitment } }) =>
    outcome === "unhandled" && (commitment === undefined || commitment.verdict === "silent"),
  "silent-commitment": ({ finding, model, decision }) =>
    decision.commitment?.verdict === "silent" && isIn(model, decision.request.asker, holeOf(finding, "party")),
  "conflicting-clauses": isContradicted,
  "conflicting-cases": isContradicted,
  "conflicting-exceptions": isContradicted,
  "contradicting-commitment": (shown) =>
    holeOf(shown.finding, "because").startsWith("one says") ? isYesAndNo(shown) : isAnsweredTooLate(shown),
  "slackening-limit": slackens,
  "broken-invariant": (shown) => !isTrue(shown),
  "exception-outside-base": isWithoutEffect,
  "exception-creep": isDecidedByException,
  "guarantee-not-kept": (shown) => {
    const what = holeOf(shown.finding, "promise").startsWith("respond") ? "respond" : "resolve";
    return isLate(shown, endOf(shown.decision, what));
  },
  "promise-not-kept": (shown) =>
    isLate(shown, endOf(shown.decision, "resolve")) &&
    shown.decision.commitment?.verdict === "may" &&
    isAt(shown.decision.commitment.place, shown.finding.place),
  "escalation-to-nobody": (shown) =>
    rungsAt(shown, holeOf(shown.finding, "at")).some(({ people, offHours }) => people.length === 0 || offHours),
  "escalation-too-late": ({ finding, zone, decision }) => {
    const due = holeOf(finding, "due");
    return decision.ladder.some(({ at }) =>
      at === undefined
        ? holeOf(finding, "escalated").startsWith("is never")
        : holeOf(finding, "escalated") === `is escalated at ${instantInWords(zone, at).en}` &&
          instantInWords(zone, at).en >= due,
    );
  },
  "escalation-cycle-at-times": (shown) => {
    const person = holeOf(shown.finding, "person");
    return rungsAt(shown, holeOf(shown.finding, "at")).some(({ at = 0, people }) => {
      const before = shown.decision.ladder.flatMap((each) =>
        each.at !== undefined && each.at < at ? each.people : [],
      );
      return people.length === 1 && people[0] === person && [shown.decision.person, ...before].includes(person);
    });
  },
  "cover-hole": isNobodyThere,
  "single-person": isAlone,
  "single-person-at-times": isAlone,
  "opening-replaces-hours": ({ finding, decision }) =>
    decision.closed !== undefined && decision.clause === holeOf(finding, "clause"),
  "sunset-gap": ({ finding, decision }) =>
    decision.outcome === (holeOf(finding, "gap").startsWith("reaches nobody") ? "unstaffed" : "unhandled"),
};

/** What a finding says in one of its holes, in English. */
function holeOf({ holes }: Finding, name: string): string {
  const hole = holes[name];
  return hole === undefined ? "" : typeof hole === "object" ? hole.en : String(hole);
}

/** A customer that is declared for an example may have the file read anew. */
function isAt(one: Place | undefined, other: Place): boolean {
  return one?.item.text.trimEnd() === other.item.text.trimEnd() && one.span.start === other.span.start;
}

/** The names that a finding has in quotes in one of its holes. */
function namesIn(finding: Finding, hole: string): readonly string[] {
  return [...holeOf(finding, hole).matchAll(/'([^']+)'/g)].flatMap(([, name]) => name ?? []);
}

function isIn(model: Model, asker: string | undefined, team: string): boolean {
  return asker === team || (asker !== undefined && model.people.get(asker)?.teams.includes(team) === true);
}

// contradictions --------------------------------------------------------------------------------------------------------

/** Both apply, and the decision says that something differs; cases and exceptions may be those of a clause that lost. */
function isContradicted(shown: Shown): boolean {
  const { finding, model, decision } = shown;
  const own = nameAt(model, finding.place) ?? "";
  const base = model.exceptions.get(own)?.base ?? own;
  const lost = decision.conflictsWith.some((each) => base === each || base.startsWith(`${each}.`));
  const areBoth = applies(shown, own) && namesIn(finding, "others").some((each) => applies(shown, each));
  return decision.conflictsWith.length > 0 && (areBoth || lost);
}

/** Whether the trace has a clause, a case, an exception or one of its lines as what applies. */
function applies({ model, engine, decision }: Shown, id: string): boolean {
  const name = lineOrException(model, id);
  return traceOf(engine, decision).some((step) => step.id === name && applying.includes(step.result));
}

const applying: readonly TraceResult[] = ["decided", "laid over", "applies", "overridden", "agrees", "contradicts"];

function nameAt({ clauses, exceptions }: Model, place: Place): string | undefined {
  const clause = [...clauses.values()].find((each) => isAt(each.place, place));
  return clause?.id ?? [...exceptions.values()].find((each) => isAt(each.place, place))?.name;
}

/** The answer is no, and what says yes applies as well. */
function isYesAndNo(shown: Shown): boolean {
  const { finding, decision } = shown;
  const areBoth =
    applies(shown, holeOf(finding, "name")) && namesIn(finding, "others").some((each) => applies(shown, each));
  return decision.commitment?.verdict === "never" && areBoth;
}

/** The lines of an exception go by its name. */
function lineOrException({ exceptions }: Model, id: string): string {
  const [name = ""] = id.split(".");
  return exceptions.has(name) ? name : id;
}

/** The question, which may be another request, may be answered after the request has to be. */
function isAnsweredTooLate(shown: Shown): boolean {
  const [request, question = request] = shown.decisions;
  if (!request?.respond || question?.commitment?.verdict !== "ask") return false;
  const due = request.respond.deadline ?? Number.POSITIVE_INFINITY;
  return (
    namesIn(shown.finding, "others").some((each) => applies({ ...shown, decision: request }, each)) &&
    question.commitment.asks.some(
      ({ answeredBy }) => answeredBy && (answeredBy.deadline ?? Number.POSITIVE_INFINITY) > due,
    )
  );
}

/** Two requests that are the same but for more of one field, of which the one for more is answered more easily. */
function slackens({ finding, decisions }: Shown): boolean {
  const [less, more] = decisions;
  const field = holeOf(finding, "field");
  if (!less || !more || decisions.length !== 2) return false;
  return (
    less.commitment?.verdict === holeOf(finding, "stricter") &&
    more.commitment?.verdict === holeOf(finding, "laxer") &&
    without(less.request, field) === without(more.request, field)
  );
}

function without(request: Request, field: string): string {
  const fields = Object.entries(request.fields).filter(([name]) => name !== field);
  return JSON.stringify({ ...request, fields }, (_, value: unknown) =>
    typeof value === "bigint" ? String(value) : value,
  );
}

// claims and exceptions -------------------------------------------------------------------------------------------------

function isTrue(shown: Shown): boolean {
  const proof = shown.model.proofs.get(holeOf(shown.finding, "name"));
  return proof !== undefined && isClaimed(proof, shown) !== proof.negated;
}

function isClaimed({ claim, by }: Proof, { model, decision }: Shown): boolean {
  const { outcome, commitment, team, person, insteadOf } = decision;
  if (claim !== "handled") return commitment?.verdict === claim;
  if (outcome === "unhandled" || outcome === "declined") return false;
  if (by?.kind === "lead of") return team === by.team && person === model.teams.get(by.team)?.lead?.value;
  if (by?.kind === "person") return person === by.person || insteadOf === by.person;
  return by?.kind !== "team" || team === by.team;
}

/** The trace names the exception and says that it has no effect, as what it bends does not apply; unless another clause says the same and is the one that decides. */
function isWithoutEffect(shown: Shown): boolean {
  const { finding, model, engine, decision } = shown;
  const exception = [...model.exceptions.values()].find(({ place }) => isAt(place, finding.place));
  const [agreement, clause] = exception?.base.split(".") ?? [];
  const bent = `${agreement}.${clause}`;
  const isBeside = decision.clause !== bent && applies(shown, bent);
  const isTold = traceOf(engine, decision).some(
    ({ id, because }) => id === exception?.name && because?.kind === "outside",
  );
  return isTold || (isBeside && !applies(shown, exception?.name ?? ""));
}

/** Decided by an exception to the clause; or by another clause, which says the same or is stricter, where it holds as well. */
function isDecidedByException(shown: Shown): boolean {
  const { finding, model, decision } = shown;
  const name = holeOf(finding, "name");
  const isOfClause = (id: string) => id === name || id.startsWith(`${name}.`);
  const exceptions = [...model.exceptions.values()].filter(({ base }) => isOfClause(base));
  const { clause, exception, commitment } = decision;
  if (exceptions.some((each) => each.name === exception || each.name === commitment?.decidedBy)) return true;
  if (model.clauses.get(name)?.kind === "handle") return clause !== name && applies(shown, name);
  return !isOfClause(commitment?.decidedBy ?? name) && exceptions.some((each) => applies(shown, each.name));
}

// times -----------------------------------------------------------------------------------------------------------------

/** The decision ends when the finding says, which is after what was promised. */
function isLate({ finding, zone }: Shown, end: Instant): boolean {
  const until = holeOf(finding, "until");
  if (end === Number.POSITIVE_INFINITY) return until === "for ever";
  const told = instantInWords(zone, end).en;
  return until === `until ${told}` && told >= holeOf(finding, "due");
}

function rungsAt({ zone, decision }: Shown, at: string): Decision["ladder"] {
  return decision.ladder.filter((rung) => rung.at !== undefined && instantInWords(zone, rung.at).en === at);
}

function isNobodyThere({ finding, decision }: Shown): boolean {
  const why = holeOf(finding, "why");
  const { outcome, closed, timeline, request } = decision;
  if (why.includes("is away then, when the step")) {
    const steps = [...(timeline?.plain ?? []), ...(timeline?.worst ?? [])];
    return steps.some(({ name, staffed }) => !staffed && namesIn(finding, "why").includes(name));
  }
  if (why.includes("is away then")) return outcome === "unstaffed";
  if (why.includes("is open, and the hours of its clause are over"))
    return (
      ["handled", "unstaffed"].includes(outcome) &&
      closed !== undefined &&
      namesIn(finding, "why").includes(request.channel ?? "")
    );
  return closed !== undefined;
}

// people ----------------------------------------------------------------------------------------------------------------

/** With the person it is done, and with the person away nobody is left. */
function isAlone({ finding, model, decision }: Shown): boolean {
  const person = finding.examples[0]?.away;
  if (person === undefined || person !== holeOf(finding, "person")) return false;
  const days = { first: -700_000, last: undefined };
  const without = supposing(model, [{ kind: "away", person, days }]);
  const task = holeOf(finding, "task");
  return (
    isLeftToNobody(decide(compile(without, libraryHolidays), decision.request), task) && !isLeftToNobody(decision, task)
  );
}

function isLeftToNobody({ outcome, commitment, timeline }: Decision, task: string): boolean {
  if (task.startsWith("handle")) return outcome === "unstaffed";
  if (task.startsWith("be asked")) return commitment?.asks.some(({ name }) => name === "") === true;
  return timeline?.plain.some(({ name, staffed }) => !staffed && task.startsWith(`do '${name}'`)) === true;
}

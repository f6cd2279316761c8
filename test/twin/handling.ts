/* Which handle clause decides, and what it then says (language.md M3, M4). */
import type {
  AgreementDeclaration,
  Duration,
  ExceptionDeclaration,
  HandleClause,
  Who,
} from "../../server/core/syntax/tree.ts";
import type { Asked } from "./asked.ts";
import { type Hours, laidOver } from "./calendar.ts";
import { type Company, calendarOfTeam, teamHours, teamsNamed } from "./company.ts";
import { holds, type Situation } from "./condition.ts";
import { inDates } from "./days.ts";
import { type Deadline, deadlineOf, nextRunning, receiptOf, targetOf } from "./deadline.ts";
import { isAbove, type Layer, layersOf } from "./layers.ts";
import { type Lines, linesOf, meaning, meaningOfLines, type StatedTarget, stepsLaidOver } from "./lines.ts";
import { type Doer, doerAtStart, doerOf } from "./who.ts";
import { Beyond, type Clock, clockOf, dayAt, isBeyond } from "./world.ts";

/** A clause with what lies over it for one request, and its times in minutes of the world. */
export interface Handling {
  readonly id: string;
  readonly clause: HandleClause;
  readonly situation: Situation;
  readonly agreement: AgreementDeclaration;
  readonly overlays: readonly Layer[];
  /** Overlays that state a property otherwise than the topmost of them. */
  readonly conflicts: readonly string[];
  /** The clause with others of the overlays that contradict each other on top. */
  readonly otherwise: readonly Handling[];
  readonly lines: Lines;
  /** Who is written. */
  readonly by: Who | undefined;
  readonly doer: Doer;
  /** Where it is not known whose hours count. */
  readonly startsUnknown: boolean;
  /** Undefined where nobody stated any. */
  readonly hours: Hours | undefined;
  /** What times are counted on: never open where nobody stated any hours. */
  readonly counted: Hours;
  readonly received: number;
  readonly clockStart: number;
  readonly respond: Deadline | undefined;
  readonly resolve: Deadline | undefined;
}

/** The clock on which an agreement's dates are read: that after `in`, else that of its parties' hours, else that of all calendars. */
export function agreementClock(company: Company, agreement: AgreementDeclaration): Clock {
  const zones = agreement.parties.flatMap(({ text }) => teamHours(company, text)?.clock.zone ?? []);
  const all = new Set([...company.book.calendars.values()].map(({ zone }) => zone?.text ?? "UTC"));
  const [common = "UTC"] = all.size === 1 ? all : [];
  return clockOf(company.world, agreement.zone?.text ?? zones[0] ?? common);
}

/** Whether an agreement is in force for a request: by its dates. */
export function isInForce({ asked, clock }: Situation, agreement: AgreementDeclaration): boolean {
  const dates = agreement.properties.find((line) => line.kind === "effective")?.dates;
  return dates === undefined || inDates(dates, dayAt(clock, asked.at));
}

/** The handle clauses that apply. */
export function handlings(company: Company, asked: Asked): readonly Handling[] {
  const askers = teamsNamed(company, asked.asker);
  return [...company.book.agreements.values()].flatMap((agreement) => {
    const situation: Situation = { company, asked, clock: agreementClock(company, agreement) };
    const isParty = asked.asker === undefined || agreement.parties.some(({ text }) => askers.includes(text));
    if (!isParty || !isInForce(situation, agreement)) return [];
    const clauses = agreement.properties.filter((line) => line.kind === "handle");
    const applying = clauses.filter(
      (clause) => clause.requests.some(({ text }) => text === asked.kind) && holds(situation, clause.when),
    );
    return applying.map((clause) => handlingOf(situation, agreement, clause));
  });
}

/** The one of several that is taken: by the earliest respond deadline, then resolve, then the name. */
export function chosen<T extends Pick<Handling, "respond" | "resolve">>(
  candidates: readonly T[],
  nameOf: (candidate: T) => string,
  world: Company["world"],
): T | undefined {
  if (candidates.length < 2) return candidates[0];
  const sorted = [...candidates].sort((left, right) => {
    const respond = instantOf(left.respond, world) - instantOf(right.respond, world);
    if (respond < 0 || respond > 0) return respond;
    const resolve = instantOf(left.resolve, world) - instantOf(right.resolve, world);
    if (resolve < 0 || resolve > 0) return resolve;
    return nameOf(left) < nameOf(right) ? -1 : nameOf(left) > nameOf(right) ? 1 : 0;
  });
  return sorted[0];
}

/** Whether two clauses say different things for a request, the second with any of its contradicting overlays on top. */
export function differ(left: Handling, right: Handling): boolean {
  return [right, ...right.otherwise].some((each) => everything(left) !== everything(each));
}

function everything({ lines, doer, situation }: Handling): string {
  if (lines.decline) return meaningOfLines({ decline: lines.decline });
  const hours = lines.hours ?? calendarOfTeam(situation.company, doer.team);
  return meaningOfLines({ ...lines, ...(hours === undefined ? {} : { hours }) });
}

function instantOf(deadline: Deadline | undefined, world: Company["world"]): number {
  if (!deadline) return Number.MAX_SAFE_INTEGER;
  if (isBeyond(world, deadline.deadline)) throw new Beyond("it is not known which of two is earlier");
  return deadline.deadline;
}

function handlingOf(situation: Situation, agreement: AgreementDeclaration, clause: HandleClause): Handling {
  const id = `${agreement.name?.text}.${clause.name?.text}`;
  const layers = layersOf(situation, id, clause.properties);
  const readAs = (overlays: readonly Layer[]) => reading({ situation, agreement, clause, id }, overlays);
  const told = saysNo(clause.properties, layers) ? (["decline"] as const) : properties;
  const conflicting = layers.filter((layer) => layers.some((other) => conflict(layer, other, told)));
  if (conflicting.length === 0) return readAs(layers);
  const orders = conflicting.map((top) => ({ top, ...readAs(withOnTop(layers, top)) }));
  const highest = ({ overlays }: Handling) => overlays.at(-1)?.id ?? id;
  const best = chosen(orders, highest, situation.company.world) ?? { ...readAs(layers), top: undefined };
  const { top, ...handling } = best;
  const against = conflicting.filter((layer) => top !== undefined && conflict(layer, top, told));
  return { ...handling, conflicts: against.map(({ id: other }) => other), otherwise: orders };
}

/** Whether anything declines, beside which nothing else is told. */
function saysNo(own: HandleClause["properties"], layers: readonly Layer[]): boolean {
  return linesOf(own).decline !== undefined || layers.some((layer) => linesOf(handleLines(layer)).decline);
}

/** Two that state the same property of those that are told differently, neither above the other. */
function conflict(left: Layer, right: Layer, told: readonly (typeof properties)[number][]): boolean {
  if (left === right || isAbove(left, right) || isAbove(right, left)) return false;
  const [one, other] = [linesOf(handleLines(left)), linesOf(handleLines(right))];
  return (
    told.some(
      (key) =>
        one[key] !== undefined &&
        other[key] !== undefined &&
        meaningOfLines({ [key]: one[key] }) !== meaningOfLines({ [key]: other[key] }),
    ) ||
    (told === properties && stepsConflict(one.steps, other.steps))
  );
}

function stepsConflict(left: Lines["steps"] = [], right: Lines["steps"] = []): boolean {
  return left.some(({ line }) =>
    right.some((other) => other.line.name?.text === line.name?.text && meaning(other.line) !== meaning(line)),
  );
}

const properties = [
  "by",
  "via",
  "hours",
  "cutoff",
  "respond",
  "resolve",
  "escalate",
  "say",
  "decline",
  "surcharge",
  "open",
] as const satisfies readonly (keyof Lines)[];

/** The layers with one, what it lies in and what lies inside it above all others of its sort. */
function withOnTop(layers: readonly Layer[], top: Layer): readonly Layer[] {
  const sort = (layer: Layer) => (layer.exception !== undefined) === (top.exception !== undefined);
  const raised = (layer: Layer) => sort(layer) && (layer === top || isAbove(layer, top) || isAbove(top, layer));
  const cases = layers.filter((layer) => !layer.exception);
  const exceptions = layers.filter((layer) => layer.exception);
  return [cases, exceptions].flatMap((part) => [...part.filter((each) => !raised(each)), ...part.filter(raised)]);
}

function handleLines(layer: Layer): Parameters<typeof linesOf>[0] {
  return layer.properties.filter(
    (line) => line.kind !== "verdict" && line.kind !== "commit case" && line.kind !== "handle case",
  );
}

type Head = Pick<Handling, "situation" | "agreement" | "clause" | "id">;

function reading(head: Head, overlays: readonly Layer[]): Handling {
  const { company, asked } = head.situation;
  const laid = overlays.map((layer) => linesOf(handleLines(layer)));
  const own = linesOf(head.clause.properties);
  const steps = laid.reduce((below, { steps: above }) => (above ? stepsLaidOver(below, above) : below), own.steps);
  const lines: Lines = Object.assign({}, own, ...laid, { steps });
  const first = lines.decline ? undefined : steps?.find(({ line }) => holds(head.situation, line.when))?.line;
  const onClockOf = (someone: Doer) => {
    const hours = hoursFor(head, lines, someone, overlays);
    const counted = hours ?? never(company, head.situation.clock);
    const received = receiptOf(counted, asked.at, lines.cutoff?.time && minutes(lines.cutoff.time));
    const start = hours && startsOnBusiness(lines) ? nextRunning(counted, received, asked.waits) : received;
    return { hours, counted, received, start };
  };
  const parties = head.agreement.parties.map(({ text }) => text);
  const by = lines.by ?? first?.by;
  const doer = lines.decline
    ? doerOf(company, asked, by, dayAt(head.situation.clock, asked.at), parties)
    : doerAtStart(head.situation, by, asked.at, parties, (someone) => onClockOf(someone).start);
  const { hours, counted, received, start } = onClockOf(doer);
  const timed = (stated: StatedTarget | undefined) =>
    lines.decline || !stated || !isTimed({ doer, hours }, stated.within)
      ? undefined
      : deadlineOf(counted, targetOf(stated.within, stated.before), received, asked.waits);
  const [respond, resolve] = [timed(lines.respond), timed(lines.resolve)];
  return {
    ...head,
    overlays: overlays.filter((_, index) => !lines.decline || laid[index]?.decline),
    conflicts: [],
    otherwise: [],
    lines,
    by,
    doer,
    startsUnknown: hours === undefined && startsOnBusiness(lines) && isNobody(doer),
    hours,
    counted,
    received,
    clockStart: start,
    respond,
    resolve,
  };
}

/** The clock by which people of teams without hours are there: that of the handling team, else that of the clause's hours. */
export function handlersClock(company: Company, { doer, counted }: Handling): Clock {
  return teamHours(company, doer.team)?.clock ?? counted.clock;
}

/** Whether it is known on whose hours a time counts. */
export function isTimed({ doer, hours }: Pick<Handling, "doer" | "hours">, within: Duration): boolean {
  return hours !== undefined || !isNobody(doer) || targetOf(within, undefined).clock !== "business";
}

function isNobody({ team, person }: Doer): boolean {
  return team === undefined && person === undefined;
}

function minutes(time: { readonly hour: number; readonly minute: number }): number {
  return time.hour * 60 + time.minute;
}

/** The clock that a decision tells of is that of its first target; clock and calendar units start on receipt. */
function startsOnBusiness({ respond, resolve }: Lines): boolean {
  const first = respond ?? resolve;
  return first === undefined || targetOf(first.within, undefined).clock === "business";
}

/** A clause's own calendar, else its team's, with the lines of exceptions laid over it. */
function hoursFor(head: Head, lines: Lines, doer: Doer, overlays: readonly Layer[]): Hours | undefined {
  const { company, clock } = head.situation;
  const base = lines.hours === undefined ? teamHours(company, doer.team) : company.hours(lines.hours);
  return overlays.reduce<Hours | undefined>((stated, { exception }) => {
    const open = exception?.properties.filter((line) => line.kind === "open line") ?? [];
    if (!exception || open.length === 0) return stated;
    const below = stated ?? never(company, clock);
    const layer = { clock, lines: open, holdsOn: (day: number) => isEffective(exception, day) };
    const known = overlaid.get(below)?.get(exception) ?? laidOver(company.world, below, layer, company.hours);
    overlaid.set(below, (overlaid.get(below) ?? new Map()).set(exception, known));
    return known;
  }, base);
}

/** Hours under exceptions that were met before. */
const overlaid = new WeakMap<Hours, Map<ExceptionDeclaration, Hours>>();

function isEffective({ properties: lines }: ExceptionDeclaration, day: number): boolean {
  const dates = lines.find((line) => line.kind === "effective")?.dates;
  return dates !== undefined && inDates(dates, day);
}

const nothing = new Map<Clock, Hours>();

/** What counts where nobody stated any hours: nothing is ever open. */
export function never(company: Company, clock: Clock): Hours {
  const open = new Uint8Array(company.world.length);
  const known = nothing.get(clock) ?? { clock, open, rest: new Set<number>(), days: new Map(), without: () => open };
  nothing.set(clock, known);
  return known;
}

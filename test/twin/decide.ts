/* The answer to one request, clause by clause, from language.md M3, M4 and M8. */
import type { SurchargeLine, ViaLine } from "../../server/core/syntax/tree.ts";
import type { Asked } from "./asked.ts";
import { type Company, teamHours, teamLines, teamsOf } from "./company.ts";
import { deadlineOf, nextOpen, targetOf, targetText } from "./deadline.ts";
import { agreementClock, chosen, differ, type Handling, handlersClock, handlings, isTimed } from "./handling.ts";
import { asidesOf } from "./layers.ts";
import { rateText } from "./lines.ts";
import { furtherPremiums, premiumAt } from "./premium.ts";
import { isTopic, type Promised, promiseAsides, promiseOf } from "./promises.ts";
import { sayingText } from "./saying.ts";
import { timelineParts } from "./steps.ts";
import { answering, doerOf, reached } from "./who.ts";
import { dayAt, instantOf, isBeyond } from "./world.ts";

/** What is compared of a decision: plain texts by the name of the part. */
export type Answer = Readonly<Record<string, string>>;

/** The answer to a request that lacks nothing. */
export function answerTo(company: Company, asked: Asked): Answer {
  const topic = isTopic(company, asked.kind);
  const handled = isHandled(company, asked.kind);
  // A kind that nothing mentions is not quietly allowed, either.
  const promise = topic || !handled ? promiseOf(company, asked) : undefined;
  const all = handlings(company, asked);
  const taken = chosen(all, ({ id }) => id, company.world);
  const promised = { ...promiseParts(company, promise) };
  if (!taken) return { outcome: topic && !handled ? "question" : "unhandled", ...promised };
  const others = all.filter((other) => other !== taken && differ(taken, other)).map(({ id }) => id);
  return { ...promised, ...routeParts(taken, others), ...handledParts(company, asked, taken) };
}

/** The exceptions set aside, to the clause that decides and to the commit clauses of the kind. */
export function asideText(company: Company, asked: Asked, clause: string | undefined): string {
  const found = [...promiseAsides(company, asked)];
  for (const agreement of company.book.agreements.values())
    for (const line of agreement.properties) {
      if (line.kind !== "handle" || `${agreement.name?.text}.${line.name?.text}` !== clause) continue;
      const situation = { company, asked, clock: agreementClock(company, agreement) };
      found.push(...asidesOf(situation, clause, line.properties));
    }
  return listed(new Set(found.map(({ name, because }) => `${name} ${because}`)));
}

function isHandled(company: Company, kind: string): boolean {
  return [...company.book.agreements.values()].some((agreement) =>
    agreement.properties.some((line) => line.kind === "handle" && line.requests.some(({ text }) => text === kind)),
  );
}

function listed(texts: Iterable<string>): string {
  return [...texts].sort().join(", ");
}

function routeParts({ id, overlays, conflicts, situation }: Handling, others: readonly string[]): Answer {
  const exception = overlays.findLast((layer) => layer.exception)?.id;
  return {
    clause: id,
    "decided by": overlays.at(-1)?.id ?? id,
    overlays: overlays.map((layer) => layer.id).join(", "),
    conflicts: listed([...conflicts, ...others]),
    zone: situation.clock.zone,
    exception: exception ?? "",
  };
}

function handledParts(company: Company, asked: Asked, handling: Handling): Answer {
  const { lines, doer, clockStart } = handling;
  if (lines.decline)
    return { outcome: "declined", say: lines.decline.because ? sayingText(lines.decline.because.value, []) : "" };
  const there = answering(company, doer, clockStart, handlersClock(company, handling));
  const times = timeParts(company, asked, handling);
  const staffed = there.kind !== "nobody";
  const route = routeOf(company, asked, handling, staffed);
  return {
    ...times,
    outcome: !staffed ? "unstaffed" : route.because === "" ? "handled" : "redirect",
    team: doer.team ?? "",
    handover: doer.handover ?? "",
    person: there.person ?? "",
    "unstaffed because": staffed ? "" : nobodyBecause(asked, handling),
    "person because": there.because ?? "",
    "instead of": there.insteadOf ?? "",
    channel: route.because === "" ? (asked.channel ?? "") : "",
    redirect: route.because === "" ? "" : route.channels.join(", "),
    "redirect because": route.because,
    provisional: String(route.because !== ""),
    say: lines.say?.text ? saying(company, lines.say.text.value, doer.team, route.channels) : "",
  };
}

/** Whom the request or the company does not name, or that all are away. */
function nobodyBecause(asked: Asked, { by, doer }: Handling): string {
  if (by?.kind === "owner of customer" && doer.person === undefined)
    return asked.customer === undefined ? "no customer" : "no owner";
  if (doer.kind === "nobody") return "nobody named";
  if (by?.kind === "lead of" && doer.team === undefined) return "no asker";
  return doer.kind === "lead" && doer.person === undefined ? "no lead" : "all away";
}

function timeParts(company: Company, asked: Asked, handling: Handling): Answer {
  const { hours, counted, lines, clockStart, respond, resolve, received } = handling;
  const at = (minute: number | undefined) => instantText(company, minute);
  const closed = hours !== undefined && hours.open[asked.at] !== 1;
  const parties = handling.agreement.parties.map(({ text }) => text);
  const known = (lines.escalate ?? []).filter(({ after }) => after === undefined || isTimed(handling, after));
  const rungs = known.map((line) => {
    const minute = line.after && deadlineOf(counted, targetOf(line.after, undefined), received, asked.waits).deadline;
    if (minute === undefined || isBeyond(company.world, minute)) return at(minute);
    const doer = doerOf(company, asked, line.to, dayAt(handling.situation.clock, minute), parties);
    const open = teamHours(company, doer.team)?.open;
    // A closing instant is the day's.
    const off = open?.[minute] === 0 && open[minute - 1] !== 1 ? " off hours" : "";
    return `${at(minute)} ${reached(company, doer, minute, handlersClock(company, handling)).join("+")}${off}`;
  });
  return {
    closed: closed ? at(nextOpen(hours, asked.at)) : "",
    "clock start": handling.startsUnknown ? "" : at(clockStart),
    respond: at(respond?.deadline),
    "respond breached": at(respond?.breachedAfter),
    resolve: at(resolve?.deadline),
    "resolve breached": at(resolve?.breachedAfter),
    ladder: rungs.sort().join(", "),
    ...timelineParts(company, asked, handling),
    surcharge: lines.surcharge ? surchargeText(company, lines.surcharge, handling) : "",
  };
}

/** A rate, and what becomes of a premium until the resolve deadline: in open time, or at all times where the target counts these. */
function surchargeText(company: Company, line: SurchargeLine, handling: Handling): string {
  const { counted, clockStart, resolve, lines } = handling;
  const rate = `${rateText(line)} ${line.because?.value ?? ""}`;
  if (line.rate?.kind !== "premium" || line.rate.region?.text !== "Japan") return rate;
  if (isBeyond(company.world, clockStart)) return `${rate} far`;
  const first = premiumAt(counted, clockStart);
  if (!resolve || isBeyond(company.world, resolve.deadline)) return `${rate} ${first}${resolve ? " far" : ""}`;
  const always = lines.resolve !== undefined && targetOf(lines.resolve.within, undefined).clock !== "business";
  const works = (minute: number) => always || counted.open[minute] === 1;
  const further = furtherPremiums(counted, clockStart, resolve.deadline, works);
  return `${rate} ${[first, ...[...further].map(([each, at]) => `${each} ${instantText(company, at)}`)].join(", ")}`;
}

/** An instant as a text; empty for none, "far" for one behind the weeks that the twin knows. */
export function instantText(company: Company, minute: number | undefined): string {
  if (minute === undefined) return "";
  return isBeyond(company.world, minute) ? "far" : new Date(instantOf(company.world, minute)).toISOString();
}

interface Route {
  /** Empty where the request goes the way it came. */
  readonly because: string;
  /** The channel that was used if it is listed and open, else all listed that are open, else all listed. */
  readonly channels: readonly string[];
}

/** Clause first, then channel: whether the request has to be sent again, and how. */
function routeOf(company: Company, asked: Asked, { lines, doer }: Handling, staffed: boolean): Route {
  const { channel } = asked;
  const { listed: all, open, any } = channelsTaken(company, asked, lines, doer.team);
  const isOpen = channel !== undefined && (any || open.includes(channel));
  const channels = isOpen ? [channel] : open.length > 0 ? open : all;
  const because = () => {
    if (asked.to !== undefined && !company.book.teams.has(asked.to)) return "addressed to a person";
    if (toOtherTeam(company, asked.to, doer)) return "addressed to another team";
    if (channel === undefined || isOpen) return "";
    return all.includes(channel) ? "channel not open now" : "channel not listed";
  };
  // Where nobody is left there is nobody to send it to.
  return { because: staffed ? because() : "", channels };
}

/** The channels that a clause lists, those of them that are open; one that lists none takes any, and is known to have the team's. */
function channelsTaken(company: Company, { at }: Asked, { via = [] }: Handling["lines"], team: string | undefined) {
  const names = (part: readonly ViaLine[]) => [
    ...new Set(part.flatMap(({ channels }) => channels.map(({ text }) => text))),
  ];
  const isOpen = ({ during }: ViaLine) => !during || company.hours(during.text)?.open[at] === 1;
  if (via.length > 0) return { any: false, listed: names(via), open: names(via.filter(isOpen)) };
  const reach = teamLines(company.book.teams.get(team ?? ""), "reach");
  const known = [...new Set(reach.flatMap(({ channel }) => channel?.text ?? []))];
  return { any: true, listed: known, open: known };
}

/** A team other than the one that handles it; of a person who is named, every team is right. */
function toOtherTeam(company: Company, to: string | undefined, { kind, team, person }: Handling["doer"]): boolean {
  if (to === undefined || team === undefined || to === team || !company.book.teams.has(to)) return false;
  return !((kind === "person" || kind === "owner") && person !== undefined && teamsOf(company, person).includes(to));
}

function saying(company: Company, text: string, team: string | undefined, channels: readonly string[]): string {
  const reach = teamLines(company.book.teams.get(team ?? ""), "reach");
  const addressesOn = (channel: string) =>
    reach.flatMap((line) => (line.channel?.text === channel && line.address ? [line.address.value] : []));
  return sayingText(
    text,
    channels.map((channel) => ({ channel, addresses: addressesOn(channel) })),
  );
}

function promiseParts(company: Company, promise: Promised | undefined): Answer {
  if (!promise) return { verdict: "" };
  const at = (minute: number | undefined) => instantText(company, minute);
  const asks = promise.asks.map(
    ({ who, name, within, answeredBy }) =>
      `${who}: ${name} within ${within ? targetText(within) : ""} by ${at(answeredBy?.deadline)}`,
  );
  const ends = promise.asks.flatMap(({ answeredBy }) => answeredBy?.deadline ?? []);
  return {
    verdict: promise.verdict,
    asks: listed(new Set(asks)),
    "answered by": ends.length === 0 ? "" : at(Math.max(...ends)),
    "verdict because": promise.because ?? "",
    "verdict decided by": promise.decidedBy ?? "",
  };
}

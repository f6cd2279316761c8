/* The answer to one request, clause by clause, from language.md M3, M4 and M8. */
import type { ViaLine } from "../../server/core/syntax/tree.ts";
import type { Asked } from "./asked.ts";
import { type Company, teamHours, teamLines, teamsOf } from "./company.ts";
import { deadlineOf, nextOpen, targetOf, targetText } from "./deadline.ts";
import { agreementClock, chosen, differ, type Handling, handlersClock, handlings, isTimed } from "./handling.ts";
import { asidesOf } from "./layers.ts";
import { rateText } from "./lines.ts";
import { isTopic, type Promised, promiseAsides, promiseOf } from "./promises.ts";
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
  if (lines.decline) return { outcome: "declined", say: lines.decline.because?.value ?? "" };
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
    surcharge: lines.surcharge ? `${rateText(lines.surcharge)} ${lines.surcharge.because?.value ?? ""}` : "",
  };
}

/** An instant as a text; empty for none, "far" for one behind the weeks that the twin knows. */
export function instantText(company: Company, minute: number | undefined): string {
  if (minute === undefined) return "";
  return isBeyond(company.world, minute) ? "far" : new Date(instantOf(company.world, minute)).toISOString();
}

interface Route {
  /** Empty where the request goes the way it came. */
  readonly because: string;
  /** To be used, or to be named where the request goes the way it came. */
  readonly channels: readonly string[];
}

/** Clause first, then channel: whether the request has to be sent again, and how. */
function routeOf(company: Company, asked: Asked, { lines, doer }: Handling, staffed: boolean): Route {
  const isOpenAt = (via: ViaLine) => !via.during || company.hours(via.during.text)?.open[asked.at] === 1;
  const stated = lines.via ?? [];
  const names = (part: readonly ViaLine[]) => [
    ...new Set(part.flatMap(({ channels }) => channels.map(({ text }) => text))),
  ];
  const reach = teamLines(company.book.teams.get(doer.team ?? ""), "reach").flatMap(
    ({ channel }) => channel?.text ?? [],
  );
  const listedChannels = stated.length === 0 ? reach : names(stated);
  const open = stated.length === 0 ? reach : names(stated.filter(isOpenAt));
  const { channel } = asked;
  const usable = channel !== undefined && (stated.length === 0 || open.includes(channel));
  const toPerson = asked.to !== undefined && !company.book.teams.has(asked.to);
  const instead = usable && channel !== undefined ? [channel] : open.length > 0 ? open : listedChannels;
  if (!staffed) return { because: "", channels: usable ? instead : listedChannels };
  if (toPerson) return { because: "addressed to a person", channels: instead };
  if (toOtherTeam(company, asked.to, doer)) return { because: "addressed to another team", channels: instead };
  if (channel === undefined) return { because: "", channels: listedChannels };
  if (usable) return { because: "", channels: [channel] };
  const because = listedChannels.includes(channel) ? "channel not open now" : "channel not listed";
  return { because, channels: instead };
}

/** A team other than the one that handles it; of a person who is named, every team is right. */
function toOtherTeam(company: Company, to: string | undefined, { kind, team, person }: Handling["doer"]): boolean {
  if (to === undefined || team === undefined || to === team || !company.book.teams.has(to)) return false;
  return !((kind === "person" || kind === "owner") && person !== undefined && teamsOf(company, person).includes(to));
}

function saying(company: Company, text: string, team: string | undefined, channels: readonly string[]): string {
  const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
  const reach = teamLines(company.book.teams.get(team ?? ""), "reach");
  const named = channels.map((channel) => {
    const address = reach.find((line) => line.channel?.text === channel)?.address?.value;
    if (address === undefined) return channel;
    return japanese ? `${channel}（${address}）` : `${channel} (${address})`;
  });
  const [comma, or] = japanese ? ["、", " または "] : [", ", " or "];
  const joined = named.length < 2 ? named.join("") : named.slice(0, -1).join(comma) + or + named.at(-1);
  // Between two full-width letters or signs no space stands.
  return text.replaceAll(/ ?\{channel\} ?/g, (written, at: number) => {
    const [before, after] = [text[at - 1] ?? "", text[at + written.length] ?? ""];
    const start = written.startsWith(" ") && !(isWide(before) && isWide(joined[0] ?? "")) ? " " : "";
    const end = written.endsWith(" ") && !(isWide(after) && isWide(joined.at(-1) ?? "")) ? " " : "";
    return start + joined.replaceAll(/(?<=[^ -~]) (?=または)|(?<=または) (?=[^ -~])/g, "") + end;
  });
}

function isWide(letter: string): boolean {
  return letter !== "" && !/[ -~]/.test(letter);
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

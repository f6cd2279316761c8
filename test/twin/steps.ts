/* A request's way through the steps of its clause (language.md M5). */
import type { AtNext, Duration, StepLine } from "../../server/core/syntax/tree.ts";
import type { Asked } from "./asked.ts";
import type { Hours } from "./calendar.ts";
import { type Company, teamHours } from "./company.ts";
import { holds } from "./condition.ts";
import { weekdayNames, weekdayOf } from "./dates.ts";
import { deadlineOf, isWaiting, nextRunning, targetOf, type Wait } from "./deadline.ts";
import { type Handling, handlersClock, never } from "./handling.ts";
import { answering, type Doer, doerAtStart } from "./who.ts";
import { Beyond, dayAt, instantOf, isBeyond, minuteOf } from "./world.ts";

/** A step in its turn. */
interface Turn {
  readonly line: StepLine;
  readonly pass: "plain" | "mended" | "again" | "skipped";
  readonly within: Duration | undefined;
}

/** The parts of a decision that tell of its steps, each step as a text. */
export function timelineParts(company: Company, asked: Asked, handling: Handling): Readonly<Record<string, string>> {
  const steps = handling.lines.steps?.map(({ line }) => line);
  if (steps === undefined) return {};
  const plainTurns = steps.map(
    (line): Turn => ({
      line,
      pass: holds(handling.situation, line.when) ? "plain" : "skipped",
      within: line.within,
    }),
  );
  const plain = walked(company, asked, handling, plainTurns);
  const worst = walked(company, asked, handling, worstTurns(plainTurns));
  const { resolve } = handling;
  if (resolve && isBeyond(company.world, resolve.breachedAfter)) throw new Beyond("it is not known what is late");
  return {
    steps: plain.texts.join(", "),
    "worst steps": worst.texts.join(", "),
    "done by": instantText(company, plain.end),
    "worst done by": instantText(company, worst.end),
    "unstaffed at": plain.nobodyFor ?? "",
    late: String(resolve !== undefined && plain.end > resolve.breachedAfter),
  };
}

/** Each step that may send something back does so once: that step mends it, and all from there to it is done again. */
function worstTurns(turns: readonly Turn[]): readonly Turn[] {
  return turns.flatMap((turn, index) => {
    const to = turns.findIndex(({ line }) => line.name?.text === turn.line.backTo?.text);
    if (turn.pass === "skipped" || !turn.line.backTo || to < 0 || to > index) return [turn];
    const again = turns.slice(to, index + 1).flatMap((each): Turn[] => {
      if (each.pass === "skipped") return [];
      if (each !== turns[to]) return [{ ...each, pass: "again" }];
      return [{ ...each, pass: "mended", within: turn.line.backWithin ?? each.within }];
    });
    return [turn, ...again];
  });
}

/** Each turn on its own team's calendar, starting when the one before ends. */
function walked(company: Company, asked: Asked, handling: Handling, turns: readonly Turn[]) {
  const { received, situation, agreement } = handling;
  let end = received;
  let nobodyFor: string | undefined;
  const texts = turns.map(({ line, pass, within }) => {
    if (pass === "skipped") return `${line.name?.text} skipped`;
    if (isBeyond(company.world, end)) throw new Beyond("nothing is known of a step");
    const start = end;
    const hoursOf = ({ team }: Doer) => teamHours(company, team) ?? never(company, situation.clock);
    const atOnce = within !== undefined && within.clock !== "business";
    const startFor = (doer: Doer) => (atOnce ? start : nextRunning(hoursOf(doer), start, asked.waits));
    const parties = agreement.parties.map(({ text }) => text);
    const doer = doerAtStart(situation, line.by, start, parties, startFor);
    const [hours, clockStart] = [hoursOf(doer), startFor(doer)];
    end = endOf(hours, within, line.atNext, start, asked.waits);
    if (isBeyond(company.world, end)) throw new Beyond("nothing is known of a step's end");
    const there = answering(company, doer, clockStart, handlersClock(company, handling));
    const who = there.kind === "nobody" ? "nobody" : (there.person ?? "team");
    if (there.kind === "nobody") nobodyFor ??= line.name?.text;
    const times = [start, clockStart, end].map((each) => instantText(company, each));
    return `${line.name?.text} ${pass} ${doer.team} ${who} ${times.join(" ")}`;
  });
  return { texts, end, nobodyFor };
}

function endOf(
  hours: Hours,
  within: Duration | undefined,
  atNext: AtNext | undefined,
  start: number,
  waits: readonly Wait[],
): number {
  if (within) return deadlineOf(hours, targetOf(within, undefined), start, waits).deadline;
  const runs = (minute: number) => hours.open[minute] === 1 && !isWaiting(waits, minute);
  for (let minute = start; minute < hours.open.length; minute++)
    if (isTime(hours, atNext, minute) && (runs(minute) || runs(minute - 1))) return minute;
  return hours.open.length;
}

/** Whether a time of day, perhaps of a weekday, is at a minute: inside a clock change as M2 says, and the end of a day is the next one's start. */
function isTime({ clock }: Hours, atNext: AtNext | undefined, minute: number): boolean {
  if (!atNext?.time) return false;
  const time = atNext.time.hour * 60 + atNext.time.minute;
  const today = dayAt(clock, minute);
  return [today - 1, today].some((day) => {
    const isDay = !atNext.weekday || weekdayNames[weekdayOf(day)] === atNext.weekday.day;
    return isDay && minuteOf(clock, day, time) === minute;
  });
}

function instantText({ world }: Company, minute: number): string {
  return isBeyond(world, minute) ? "far" : new Date(instantOf(world, minute)).toISOString();
}

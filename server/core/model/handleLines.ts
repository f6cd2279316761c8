import type {
  ByLine,
  CutoffLine,
  DeclineLine,
  EscalateLine,
  ExceptionProperty,
  HandleProperty,
  HoursLine,
  SayLine,
  StepLine,
  SurchargeLine,
  TargetLine,
  ViaLine,
} from "../syntax/tree.ts";
import type { Target } from "../time/spec.ts";
import type { Scope } from "./condition.ts";
import { moneyAmount } from "./constant.ts";
import { parseDecimal } from "./decimal.ts";
import { firstLine, nameIn, textIn } from "./lines.ts";
import { type Linking, missing, none, placeOf, reportRepeated, stated, trimmed } from "./linking.ts";
import { calendarNamed, channelNamed, whoOf } from "./lookup.ts";
import type { HandleLines, Rung, Stated, SurchargeRate, Via, Who } from "./model.ts";
import { type StepPlace, stepsOf } from "./step.ts";
import { minuteOf, targetOf } from "./times.ts";

type Line = HandleProperty | ExceptionProperty;

/** The lines of a handle clause, a case of it or an exception to it; `place` is where its steps are stated, undefined where that is unknown. */
export function handleLines(
  linking: Linking,
  lines: readonly Line[],
  scope: Scope,
  place: StepPlace | undefined,
): HandleLines {
  const found = sorted(linking, lines);
  const steps = stepsOf(linking, found.steps, scope, place);
  const by = byOf(linking, found.by);
  const via = viaOf(linking, found.via);
  const hours = hoursOf(linking, found.hours);
  const cutoff = cutoffOf(linking, found.cutoff);
  const respond = targetLine(linking, found.respond);
  const resolve = targetLine(linking, found.resolve);
  const escalate = escalateOf(linking, found.escalate);
  const say = sayOf(linking, found.say);
  const decline = declineOf(linking, found.decline);
  const surcharge = surchargeOf(linking, found.surcharge);
  const read = { by, via, hours, cutoff, respond, resolve, escalate, say, decline, surcharge };
  const broken = brokenLines(lines, read, steps?.value.length ?? 0);
  return { by, via, hours, cutoff, respond, resolve, escalate, say, decline, surcharge, steps, broken };
}

/** The `hours` line of a clause or team; undefined, and reported, where its calendar is missing or unknown. */
export function hoursOf(linking: Linking, line: HoursLine | undefined): Stated<string> | undefined {
  return line && stated(linking, line, nameIn(linking, line, line.calendar, calendarNamed, ["hours", "calendar"]));
}

/** A `respond` or `resolve` line. */
export function targetLine(linking: Linking, line: TargetLine | undefined): Stated<Target> | undefined {
  if (!line) return undefined;
  if (!line.within) return missing(linking, line, "target", "duration");
  return stated(linking, line, targetOf(linking, line.within, line.before));
}

interface Found {
  by: ByLine | undefined;
  via: ViaLine[];
  hours: HoursLine | undefined;
  cutoff: CutoffLine | undefined;
  respond: TargetLine | undefined;
  resolve: TargetLine | undefined;
  escalate: EscalateLine[];
  say: SayLine | undefined;
  decline: DeclineLine | undefined;
  surcharge: SurchargeLine | undefined;
  steps: StepLine[];
}

/** The lines by what they state, in one pass; a second one of those that stand alone is reported. */
function sorted(linking: Linking, lines: readonly Line[]): Found {
  const found: Found = nothingFound();
  for (const line of lines)
    switch (line.kind) {
      case "via":
        found.via.push(line);
        break;
      case "escalate":
        found.escalate.push(line);
        break;
      case "step":
        found.steps.push(line);
        break;
      case "target":
        found[line.target] = firstLine(linking, found[line.target], line);
        break;
      case "by":
        found.by = firstLine(linking, found.by, line);
        break;
      case "hours":
        found.hours = firstLine(linking, found.hours, line);
        break;
      case "cutoff":
        found.cutoff = firstLine(linking, found.cutoff, line);
        break;
      case "say":
        found.say = firstLine(linking, found.say, line);
        break;
      case "decline":
        found.decline = firstLine(linking, found.decline, line);
        break;
      case "surcharge":
        found.surcharge = firstLine(linking, found.surcharge, line);
        break;
    }
  return found;
}

function nothingFound(): Found {
  return {
    by: undefined,
    via: [],
    hours: undefined,
    cutoff: undefined,
    respond: undefined,
    resolve: undefined,
    escalate: [],
    say: undefined,
    decline: undefined,
    surcharge: undefined,
    steps: [],
  };
}

/** `steps` is how many of the steps could be read. */
function brokenLines(
  lines: readonly Line[],
  read: Omit<HandleLines, "steps" | "broken">,
  steps: number,
): readonly string[] {
  const broken: string[] = [];
  let unread = -steps;
  for (const line of lines)
    switch (line.kind) {
      case "step":
        unread += 1;
        if (unread > 0) broken.push(line.kind);
        break;
      case "target":
        if (!read[line.target]) broken.push(line.target);
        break;
      case "by":
      case "via":
      case "hours":
      case "cutoff":
      case "escalate":
      case "say":
      case "decline":
      case "surcharge":
        if (!read[line.kind]) broken.push(line.kind);
        break;
    }
  return broken.length === 0 ? none : broken;
}

function byOf(linking: Linking, line: ByLine | undefined): Stated<Who> | undefined {
  return line && stated(linking, line, whoOf(linking, line.who, line, "by"));
}

function viaOf(linking: Linking, lines: readonly ViaLine[]): Stated<readonly Stated<Via>[]> | undefined {
  if (lines.length === 0) return undefined;
  const vias: Stated<Via>[] = [];
  for (const line of lines) {
    const value = viaLine(linking, line);
    if (value) vias.push({ value, place: placeOf(linking, line) });
  }
  const [first] = vias;
  return first && { value: trimmed(vias), place: first.place };
}

function viaLine(linking: Linking, line: ViaLine): Via | undefined {
  if (line.channels.length === 0) missing(linking, line, "via", "channel");
  reportRepeated(linking, line.channels);
  const channels: string[] = [];
  for (const name of line.channels) {
    const channel = channelNamed(linking, name);
    if (channel !== undefined) channels.push(channel);
  }
  const during = line.during && calendarNamed(linking, line.during);
  return channels.length === 0 || (line.during && during === undefined)
    ? undefined
    : { channels: trimmed(channels), during };
}

function cutoffOf(linking: Linking, line: CutoffLine | undefined): Stated<number> | undefined {
  if (!line) return undefined;
  return line.time ? stated(linking, line, minuteOf(linking, line.time)) : missing(linking, line, "cutoff", "time");
}

function escalateOf(linking: Linking, lines: readonly EscalateLine[]): Stated<readonly Stated<Rung>[]> | undefined {
  if (lines.length === 0) return undefined;
  const rungs: Stated<Rung>[] = [];
  for (const line of lines) {
    const after = line.after
      ? targetOf(linking, line.after, undefined)
      : missing(linking, line, "escalate", "duration");
    const to = whoOf(linking, line.to, line, "escalate");
    if (after && to) rungs.push({ value: { after, to }, place: placeOf(linking, line) });
  }
  const [first] = rungs;
  return first && { value: trimmed(rungs), place: first.place };
}

function sayOf(linking: Linking, line: SayLine | undefined): Stated<string> | undefined {
  if (!line) return undefined;
  if (line.text) reportPlaceholders(linking, line.text.start, line.text.end);
  return stated(linking, line, textIn(linking, line, "say"));
}

function reportPlaceholders(linking: Linking, start: number, end: number): void {
  for (const found of linking.item.text.slice(start, end).matchAll(/\{([^{}]*)\}/g)) {
    const name = (found[1] ?? "").trim();
    if (placeholders.includes(name)) continue;
    const span = { start: start + found.index, end: start + found.index + found[0].length };
    linking.problems.push({ kind: "unknown placeholder", place: placeOf(linking, span), name, known: placeholders });
  }
}

function declineOf(linking: Linking, line: DeclineLine | undefined): Stated<string> | undefined {
  if (!line) return undefined;
  return line.because ? stated(linking, line, line.because.value) : missing(linking, line, "decline", "text");
}

function surchargeOf(linking: Linking, line: SurchargeLine | undefined): HandleLines["surcharge"] {
  if (!line) return undefined;
  const rate = rateOf(linking, line);
  return rate && stated(linking, line, { rate, because: line.because?.value });
}

function rateOf(linking: Linking, line: SurchargeLine): SurchargeRate | undefined {
  const { rate } = line;
  switch (rate?.kind) {
    case undefined:
      return missing(linking, line, "surcharge", "rate");
    case "percent": {
      const percent = parseDecimal(rate.digits);
      return percent && { kind: "percent", percent };
    }
    case "money": {
      if (!rate.currency.text) return missing(linking, line, "surcharge", "currency");
      const amount = moneyAmount(linking, rate.amount, rate.currency.text);
      return amount && { kind: "amount", amount, currency: rate.currency.text };
    }
    case "premium":
      if (!rate.region) return missing(linking, line, "surcharge", "region");
      return { kind: "premium", region: rate.region.text };
  }
}

/** The words in braces that a `say` text may have. */
const placeholders: readonly string[] = ["channel"];

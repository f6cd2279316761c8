import type {
  ByLine,
  CutoffLine,
  DeclineLine,
  EscalateLine,
  ExceptionProperty,
  HandleProperty,
  HoursLine,
  SayLine,
  SurchargeLine,
  TargetLine,
  ViaLine,
} from "../syntax/tree.ts";
import type { Target } from "../time/spec.ts";
import type { Scope } from "./condition.ts";
import { moneyAmount } from "./constant.ts";
import { parseDecimal } from "./decimal.ts";
import { linesOf, nameIn, onlyLine, onlyWhere, textIn } from "./lines.ts";
import { type Linking, missing, placeOf, reportRepeated, stated } from "./linking.ts";
import { calendarNamed, channelNamed, whoOf } from "./lookup.ts";
import type { HandleLines, Rung, Stated, SurchargeRate, Via, Who } from "./model.ts";
import { linkSteps } from "./step.ts";
import { minuteOf, targetOf } from "./times.ts";

type Line = HandleProperty | ExceptionProperty;

/** The lines of a handle clause, a case of it or an exception to it; `owner` is what steps are declared in. */
export function handleLines(
  linking: Linking,
  lines: readonly Line[],
  scope: Scope,
  owner: readonly string[] | undefined,
): HandleLines {
  const target = (name: "respond" | "resolve") =>
    onlyWhere(linking, lines, (line): line is TargetLine => line.kind === "target" && line.target === name);
  const stated = {
    by: byOf(linking, onlyLine(linking, lines, "by")),
    via: viaOf(linking, linesOf(lines, "via")),
    hours: hoursOf(linking, onlyLine(linking, lines, "hours")),
    cutoff: cutoffOf(linking, onlyLine(linking, lines, "cutoff")),
    respond: targetLine(linking, target("respond")),
    resolve: targetLine(linking, target("resolve")),
    escalate: escalateOf(linking, linesOf(lines, "escalate")),
    say: sayOf(linking, onlyLine(linking, lines, "say")),
    decline: declineOf(linking, onlyLine(linking, lines, "decline")),
    surcharge: surchargeOf(linking, onlyLine(linking, lines, "surcharge")),
  };
  const steps = linesOf(lines, "step");
  linkSteps(linking, steps, scope, owner);
  return { ...stated, steps: steps.map((step) => placeOf(linking, step)), broken: brokenLines(lines, stated) };
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

function brokenLines(lines: readonly Line[], read: Omit<HandleLines, "steps" | "broken">): readonly string[] {
  const broken = lines.flatMap((line) => {
    switch (line.kind) {
      case "target":
        return read[line.target] ? [] : [line.target];
      case "by":
      case "via":
      case "hours":
      case "cutoff":
      case "escalate":
      case "say":
      case "decline":
      case "surcharge":
        return read[line.kind] ? [] : [line.kind];
      default:
        return [];
    }
  });
  return broken.length > 0 ? broken : nothingBroken;
}

function byOf(linking: Linking, line: ByLine | undefined): Stated<Who> | undefined {
  return line && stated(linking, line, whoOf(linking, line.who, line, "by"));
}

function viaOf(linking: Linking, lines: readonly ViaLine[]): Stated<readonly Stated<Via>[]> | undefined {
  const vias = lines.flatMap((line) => {
    if (line.channels.length === 0) missing(linking, line, "via", "channel");
    reportRepeated(linking, line.channels);
    const channels = line.channels.flatMap((name) => channelNamed(linking, name) ?? []);
    const during = line.during && calendarNamed(linking, line.during);
    if (channels.length === 0 || (line.during && during === undefined)) return [];
    return stated(linking, line, { channels, during }) ?? [];
  });
  const [first] = vias;
  return first && { value: vias, place: first.place };
}

function cutoffOf(linking: Linking, line: CutoffLine | undefined): Stated<number> | undefined {
  if (!line) return undefined;
  return line.time ? stated(linking, line, minuteOf(linking, line.time)) : missing(linking, line, "cutoff", "time");
}

function escalateOf(linking: Linking, lines: readonly EscalateLine[]): Stated<readonly Stated<Rung>[]> | undefined {
  const rungs = lines.flatMap((line) => {
    const after = line.after
      ? targetOf(linking, line.after, undefined)
      : missing(linking, line, "escalate", "duration");
    const to = whoOf(linking, line.to, line, "escalate");
    return after && to ? (stated(linking, line, { after, to }) ?? []) : [];
  });
  const [first] = rungs;
  return first && { value: rungs, place: first.place };
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

const nothingBroken: readonly string[] = [];

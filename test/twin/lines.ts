/* What a clause states once its cases and exceptions are laid over it (language.md M3). */
import type {
  CutoffLine,
  DeclineLine,
  Duration,
  EscalateLine,
  ExceptionProperty,
  HandleProperty,
  OpenLine,
  SayLine,
  StepLine,
  SurchargeLine,
  TimeLiteral,
  ViaLine,
  Who,
} from "../../server/core/syntax/tree.ts";
import { decimalOf, textOfDecimal } from "./dates.ts";
import { targetOf } from "./deadline.ts";

/** A written target. */
export interface StatedTarget {
  readonly within: Duration;
  readonly before: TimeLiteral | undefined;
}

/** The properties that something states; what is absent is kept from below. */
export interface Lines {
  readonly by?: Who;
  readonly via?: readonly ViaLine[];
  readonly hours?: string;
  readonly cutoff?: CutoffLine;
  readonly respond?: StatedTarget;
  readonly resolve?: StatedTarget;
  readonly escalate?: readonly EscalateLine[];
  readonly say?: SayLine;
  readonly decline?: DeclineLine;
  readonly surcharge?: SurchargeLine;
  readonly open?: readonly OpenLine[];
  readonly steps?: readonly OrderedStep[];
}

/** A step in its place, which counts. */
export interface OrderedStep {
  readonly place: number;
  readonly line: StepLine;
}

/** Reads the lines of a clause, a case or an exception. */
export function linesOf(properties: readonly (HandleProperty | ExceptionProperty)[]): Lines {
  let lines: Lines = {};
  for (const line of properties) lines = { ...lines, ...withLine(lines, line) };
  return lines;
}

function withLine(lines: Lines, line: HandleProperty | ExceptionProperty): Lines {
  switch (line.kind) {
    case "by":
      return line.who ? { by: line.who } : {};
    case "via":
      return { via: [...(lines.via ?? []), line] };
    case "hours":
      return line.calendar ? { hours: line.calendar.text } : {};
    case "cutoff":
      return { cutoff: line };
    case "target":
      return line.within ? { [line.target]: { within: line.within, before: line.before } } : {};
    case "escalate":
      return { escalate: [...(lines.escalate ?? []), line] };
    case "say":
      return { say: line };
    case "decline":
      return { decline: line };
    case "surcharge":
      return { surcharge: line };
    case "open line":
      return { open: [...(lines.open ?? []), line] };
    case "step":
      return { steps: stepsLaidOver(lines.steps, [{ place: 0, line }]) };
    default:
      return {};
  }
}

/** A step that exists replaces only that step; others come after. */
export function stepsLaidOver(below: Lines["steps"] = [], above: Lines["steps"] = []): readonly OrderedStep[] {
  const steps = new Map(below.map(({ line }) => [line.name?.text, line]));
  for (const { line } of above) steps.set(line.name?.text, line);
  return [...steps.values()].map((line, place) => ({ place, line }));
}

/** On which calendars each channel is taken; one that is taken at all hours needs none. */
export function doorsOf(via: readonly ViaLine[]): readonly (readonly string[])[] {
  const channels = new Set(via.flatMap((line) => line.channels.map(({ text }) => text)));
  return [...channels].map((channel) => {
    const lines = via.filter((line) => line.channels.some(({ text }) => text === channel));
    const always = lines.some(({ during }) => during === undefined);
    return [channel, ...(always ? [] : lines.map(({ during }) => `during ${during?.text}`))];
  });
}

/** What lines say, as a text; how and where it is written makes no difference. */
export function meaningOfLines({ via, ...lines }: Lines): string {
  return meaning({ ...lines, via: via && doorsOf(via) });
}

/** What a property says, as a text by which two that say the same are equal; spans do not count. */
export function meaning(value: unknown): string {
  return JSON.stringify(plain(value));
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return [...new Set(value.map((each) => meaning(each)))].sort();
  if (typeof value !== "object" || value === null) return value;
  if (isDuration(value)) return targetOf(value, undefined);
  const entries = Object.entries(value).filter(([key]) => key !== "start" && key !== "end" && key !== "headEnd");
  return Object.fromEntries(entries.map(([key, inner]) => [key, plain(inner)]));
}

function isDuration(value: object): value is Duration {
  return "kind" in value && value.kind === "duration";
}

/** A surcharge's rate as a text: "35%", "30000 JPY". */
export function rateText({ rate }: SurchargeLine): string {
  switch (rate?.kind) {
    case "percent":
      return textOfDecimal(decimalOf(rate.digits)) + "%";
    case "money":
      return textOfDecimal(decimalOf(rate.amount.digits)) + " " + rate.currency.text;
    case "premium":
      return "premium of " + rate.region?.text;
    case undefined:
      return "";
  }
}

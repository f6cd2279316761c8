import type { Name, StepLine } from "../syntax/tree.ts";
import type { Target } from "../time/spec.ts";
import { type Scope, subjectOf, whenOf } from "./condition.ts";
import { declares, type Linking, missing, placeOf, reportDuplicates, reportRepeated, uses } from "./linking.ts";
import { reportUnknown, whoOf } from "./lookup.ts";
import type { HandleLines, Stated } from "./model.ts";
import { type StepSymbols, stepSymbol, stepSymbols } from "./stepSymbols.ts";
import { minuteOf, targetOf, weekdayNumber } from "./times.ts";
import type { Step, StepBack, StepTiming } from "./work.ts";

/** Where steps are stated: the id of what new ones are declared in, and the steps of what this is laid over. */
export interface StepPlace {
  readonly id: string;
  readonly below: StepSymbols;
}

/** The steps that the lines of a clause, a case or an exception state; those that could not be read are left out. */
export function stepsOf(
  linking: Linking,
  lines: readonly StepLine[],
  scope: Scope,
  place: StepPlace | undefined,
): HandleLines["steps"] {
  if (lines.length === 0) return undefined;
  reportDuplicates(
    linking,
    lines.map((line) => line.name),
    "step",
  );
  const symbols = place && stepSymbols(lines, place.id, place.below);
  const steps = new Map<string, Step>();
  for (const line of lines) {
    const step = stepOf(linking, line, scope, place, symbols);
    if (step && !steps.has(step.name)) steps.set(step.name, step);
  }
  const [first] = steps.values();
  return first && { value: [...steps.values()], place: first.place };
}

/** The steps below with those of an overlay laid over them: one that exists replaces only that step, others come after (language.md M3). */
export function stepsLaidOver(
  below: HandleLines["steps"],
  above: HandleLines["steps"],
): Stated<readonly Step[]> | undefined {
  if (!below || !above) return above ?? below;
  const steps = new Map(below.value.map((step) => [step.name, step]));
  for (const step of above.value) steps.set(step.name, step);
  return { value: [...steps.values()], place: above.place };
}

function stepOf(
  linking: Linking,
  line: StepLine,
  scope: Scope,
  place: StepPlace | undefined,
  symbols: StepSymbols | undefined,
): Step | undefined {
  noteName(linking, line, place);
  const who = whoOf(linking, line.by, line, "step");
  const timing = timingOf(linking, line);
  const when = whenOf(linking, scope, line);
  reportRepeated(linking, line.needs);
  reportRepeated(linking, line.checks);
  for (const field of line.checks) subjectOf(linking, scope, field);
  const back = backOf(linking, line, place, symbols);
  if (!line.name || !who || !timing) return undefined;
  return {
    name: line.name.text,
    who,
    timing,
    when,
    needs: textsOf(line.needs),
    checks: textsOf(line.checks),
    twice: line.twice,
    back,
    place: placeOf(linking, line),
  };
}

/** A step that what lies below has is that step; another is declared here. */
function noteName(linking: Linking, line: StepLine, place: StepPlace | undefined): void {
  const { name } = line;
  if (!name) return missing(linking, line, "step", "name");
  if (!place) return;
  const known = place.below.get(name.text);
  if (known !== undefined) uses(linking, name, { spaces: ["step"], role: "use" }, known);
  else declares(linking, name, "step", stepSymbol(place.id, name.text));
}

function timingOf(linking: Linking, line: StepLine): StepTiming | undefined {
  const { within, atNext } = line;
  if (within) {
    const target = targetOf(linking, within, undefined);
    return target && { kind: "within", target };
  }
  if (!atNext) return missing(linking, line, "step", "when it is done");
  if (!atNext.time) return missing(linking, atNext, "at next", "time");
  const minute = minuteOf(linking, atNext.time);
  if (minute === undefined) return undefined;
  return { kind: "at next", weekday: atNext.weekday && weekdayNumber(atNext.weekday), minute };
}

function backOf(
  linking: Linking,
  { backTo, backWithin }: StepLine,
  place: StepPlace | undefined,
  symbols: StepSymbols | undefined,
): StepBack | undefined {
  const within: Target | undefined = backWithin && targetOf(linking, backWithin, undefined);
  if (!backTo || !place) return undefined;
  const known = symbols?.get(backTo.text);
  uses(linking, backTo, { spaces: ["step"], role: "use" }, known);
  if (known === undefined) return reportUnknown(linking, backTo, ["step"], ["clause:" + place.id]);
  return { to: backTo.text, within };
}

function textsOf(names: readonly Name[]): readonly string[] {
  return names.length === 0 ? none : names.map((name) => name.text);
}

const none: readonly never[] = [];

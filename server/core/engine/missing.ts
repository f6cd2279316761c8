import type { Condition } from "../model/model.ts";
import { speaksFor } from "./commit.ts";
import type { Engine } from "./compile.ts";
import { type ConditionScope, compileCondition, no, type Truth, unknown, yes } from "./condition.ts";
import { applies } from "./decide.ts";
import { inForce } from "./force.ts";
import type { CommitPlan, HandlePlan, KindPlan, Overlay } from "./plan.ts";
import { dayIn, type Situation } from "./situation.ts";

/**
 * The first field, in the order in which the request kind declares them, that a clause's condition is undecided about because
 * the request lacks it; undefined when there is none. Which one it is does not depend on the order of the clauses.
 */
export function missingField(engine: Engine, kind: KindPlan, situation: Situation): string | undefined {
  const fields = new Set<string>();
  const asking = (plan: HandlePlan | CommitPlan): Asking => {
    const { zone } = plan.agreement;
    const scope: ConditionScope = { zone, calendar: engine.resources.calendars.named, shared: (_, make) => make() };
    return { scope, situation, fields };
  };
  for (const plan of kind.handles.all)
    if (applies(plan, situation) !== no && ask(plan.when, asking(plan)) === yes) askHandle(plan, asking(plan));
  for (const plan of kind.commits.all)
    if (speaksFor(plan, situation) && ask(plan.when, asking(plan)) === yes) askLines(plan, asking(plan));
  return kind.declaration?.fields.find((field) => fields.has(field.name))?.name;
}

/** Conditions being asked, and the fields that they lacked. */
interface Asking {
  readonly scope: ConditionScope;
  readonly situation: Situation;
  readonly fields: Set<string>;
}

/** The overlays that hold or may hold. */
function askOverlays<Says>(
  { overlays, agreement }: { readonly overlays: readonly Overlay<Says>[] } & Pick<HandlePlan, "agreement">,
  asking: Asking,
): readonly Overlay<Says>[] {
  const { situation } = asking;
  const open = new Set<number>();
  return overlays.filter((overlay) => {
    const isOpen = overlay.inside < 0 || open.has(overlay.inside);
    if (!isOpen || !inForce(overlay.force, dayIn(situation, agreement.zone))) return false;
    if (overlay.kinds && !overlay.kinds.includes(situation.kind)) return false;
    if (ask(overlay.when, asking) === no) return false;
    open.add(overlay.index);
    return true;
  });
}

/** The cases and exceptions, and the steps that these and the clause state; a step that another replaces turns out not to matter. */
function askHandle(plan: HandlePlan, asking: Asking): void {
  const stated = [plan.lines, ...askOverlays(plan, asking).map((overlay) => overlay.says)];
  for (const { steps } of stated) for (const step of steps?.value ?? []) ask(step.when, asking);
}

function askLines(plan: CommitPlan, asking: Asking): void {
  const lines = [...plan.verdicts, ...askOverlays(plan, asking).flatMap((overlay) => overlay.says)];
  for (const line of lines) ask(line.verdict.when, asking);
}

/** The truth of a condition; if it is unknown, the fields that make it so are noted. */
function ask(condition: Condition | undefined, asking: Asking): Truth {
  if (!condition) return yes;
  const { truth, lacks } = answered(condition, asking);
  for (const field of lacks) asking.fields.add(field);
  return truth;
}

interface Answered {
  readonly truth: Truth;
  readonly lacks: readonly string[];
}

function answered(condition: Condition, asking: Asking): Answered {
  switch (condition.kind) {
    case "and":
    case "or":
      return joined(condition, asking);
    case "not": {
      const { truth, lacks } = answered(condition.part, asking);
      return { truth: truth === unknown ? unknown : truth === yes ? no : yes, lacks };
    }
    case "is":
    case "compare":
    case "during":
    case "on": {
      const truth = compileCondition(condition, asking.scope)(asking.situation);
      const { subject } = condition;
      return { truth, lacks: truth === unknown && subject.kind === "field" ? [subject.name] : [] };
    }
    case "broken":
      return { truth: no, lacks: [] };
    default:
      return condition satisfies never;
  }
}

function joined(condition: Condition & { readonly kind: "and" | "or" }, asking: Asking): Answered {
  const parts = condition.parts.map((part) => answered(part, asking));
  const decisive = condition.kind === "and" ? no : yes;
  if (parts.some((part) => part.truth === decisive)) return { truth: decisive, lacks: [] };
  const lacks = parts.flatMap((part) => part.lacks);
  return { truth: lacks.length > 0 ? unknown : decisive === no ? yes : no, lacks };
}

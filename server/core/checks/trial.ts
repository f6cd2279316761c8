/** Repairs tried in a model beside before they are offered: the finding has to be gone, and nothing worse may take its place. */
import { link } from "../model/link.ts";
import type { Model } from "../model/model.ts";
import { parse } from "../syntax/parse.ts";
import { applyEdits, type Edit } from "../text/edit.ts";
import { lazily } from "../text/lazily.ts";
import { sameContext } from "./context.ts";
import type { Attempt, CheckContext, Finding, Fix, PlacedEdit } from "./define.ts";
import type { Findings } from "./findings.ts";

/** Runs all checks, and keeps of what was found before what is still true. */
type CheckAll = (model: Model, context: CheckContext, previous?: Findings) => Findings;

/** The finding with its repairs, which are tried when somebody asks for them. */
export function withAttempts(
  { model, context }: { readonly model: Model; readonly context: CheckContext },
  finding: Finding,
  attempts: () => readonly Attempt[],
  checkAll: CheckAll,
): Finding {
  const fixes = lazily(() => {
    const trials = trialsOf(model, context, checkAll);
    return [...finding.fixes, ...rightFixes(model, finding, attempts(), trials)];
  });
  return {
    ...finding,
    get fixes() {
      return fixes();
    },
  };
}

/** Remembers what was found in a model, proofs included, so that nobody has to look again. */
export function rememberFound(model: Model, found: Findings): void {
  foundIn.set(model, found);
}

const foundIn = new WeakMap<Model, Findings>();

/** What checks find in a model, and what they would find in another that differs from it in a few items. */
interface Trials {
  now(): readonly Finding[];
  after(supposed: Model): readonly Finding[];
  /** False where enough was tried. */
  areLeft(): boolean;
}

function trialsOf(model: Model, context: CheckContext, checkAll: CheckAll): Trials {
  const known = trialsByModel.get(model);
  if (known && sameContext(known.context, context)) return known.trials;
  const now = lazily(() => {
    const found = foundIn.get(model);
    return found && sameContext(found.memory.context, context) ? found : checkAll(model, context);
  });
  let left = context.trials ?? mostTrials;
  const trials: Trials = {
    now: () => now().all,
    after: (supposed) => {
      left -= 1;
      return checkAll(supposed, { ...context, trials: 0 }, now()).all;
    },
    areLeft: () => left > 0,
  };
  trialsByModel.set(model, { context, trials });
  return trials;
}

/** Each costs about as much as a keystroke. */
const mostTrials = 200;

const trialsByModel = new WeakMap<Model, { readonly context: CheckContext; readonly trials: Trials }>();

/** Of some ways to repair a finding those that succeed. */
function rightFixes(model: Model, finding: Finding, attempts: readonly Attempt[], trials: Trials): readonly Fix[] {
  const before = lazily(() => countsOf(finding, trials.now()));
  const isRight = (fix: Fix): boolean | undefined => {
    if (!trials.areLeft()) return undefined;
    const supposed = withEdits(model, fix.edits());
    return supposed !== undefined && isBetter(finding, before(), countsOf(finding, trials.after(supposed)));
  };
  const fixes = attempts.flatMap((attempt) => attempt(isRight) ?? []);
  return fixes.filter(({ title }, index) => fixes.findIndex((other) => other.title.en === title.en) === index);
}

/** Errors and warnings by check, and all that the finding's own check found. */
function countsOf({ check }: Finding, findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { check: each, severity } of findings)
    if (each === check || severity === "error" || severity === "warning")
      counts.set(each.name, (counts.get(each.name) ?? 0) + 1);
  return counts;
}

function isBetter(
  { check }: Finding,
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): boolean {
  const isGone = (after.get(check.name) ?? 0) < (before.get(check.name) ?? 0);
  return isGone && [...after].every(([name, count]) => count <= (before.get(name) ?? 0));
}

/** The model as it would be; undefined where an edit is about something that is no longer in it, or there is none. */
function withEdits(model: Model, edits: readonly PlacedEdit[]): Model | undefined {
  const byPath = new Map<string, Edit[]>();
  for (const { place, newText } of edits) {
    const origin = model.origin(place.item);
    if (!origin) return undefined;
    const { path, offset } = origin;
    const edit = { start: offset + place.span.start, end: offset + place.span.end, newText };
    byPath.set(path, [...(byPath.get(path) ?? []), edit]);
  }
  const files = model.files.map((file) => {
    const own = byPath.get(file.path);
    return own ? { ...file, syntax: parse(applyEdits(file.syntax.text, own), file.syntax) } : file;
  });
  return byPath.size > 0 ? link(files, model) : undefined;
}

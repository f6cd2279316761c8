/** Repairs tried in a model beside before they are offered: the finding has to be gone, and nothing worse may take its place. */
import { link } from "../model/link.ts";
import type { Model } from "../model/model.ts";
import { groundOf, keepingGrounds } from "../prover/prove.ts";
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
  const repairs = lazily(() => rightFixes(finding, attempts(), trialsOf(model, context, checkAll)));
  return {
    ...finding,
    get fixes() {
      return [...finding.fixes, ...repairs().fixes];
    },
    get isUntried() {
      return repairs().isUntried;
    },
  };
}

/** Remembers what was found in a model, proofs included, so that nobody has to look again. */
export function rememberFound(model: Model, found: Findings): void {
  foundIn.set(model, found);
}

const foundIn = new WeakMap<Model, Findings>();

/** What checks find in a model, and what they would find in another that differs from it by the edits of a repair. */
interface Trials {
  now(): readonly Finding[];
  /** Undefined where it is not tried, as enough was; without findings where the repair cannot be made. */
  after(fix: Fix): { readonly found: readonly Finding[] | undefined } | undefined;
  /** Whether any are made at all. */
  readonly areAskedFor: boolean;
}

function trialsOf(model: Model, context: CheckContext, checkAll: CheckAll): Trials {
  const known = trialsByModel.get(model);
  if (known && sameContext(known.context, context)) return known.trials;
  const now = lazily(() => {
    const found = foundIn.get(model);
    return found && sameContext(found.memory.context, context) ? found : checkAll(model, context);
  });
  const asked = context.trials ?? mostTrials;
  let [left, work] = [asked, mostWork];
  const trials: Trials = {
    now: () => now().all,
    after: (fix) => {
      const cost = model.files.reduce((sum, { syntax }) => sum + syntax.text.length, 0);
      if (left === 0 || cost > work) return undefined;
      work -= cost;
      const supposed = withEdits(model, fix.edits());
      if (!supposed) return { found: undefined };
      const more = isSameCompany(model, supposed, context) ? 0 : cost * (timesForCompany - 1);
      if (more > work) return undefined;
      work -= more;
      left -= 1;
      const look = () => checkAll(supposed, { ...context, trials: 0 }, now()).all;
      return { found: keepingGrounds(context.holidays, look) };
    },
    areAskedFor: asked > 0,
  };
  trialsByModel.set(model, { context, trials });
  return trials;
}

/** Each costs about as much as a keystroke. */
const mostTrials = 200;

/** Where a model is very large, fewer are tried: as many as go through so many characters of it in all. */
const mostWork = 40_000_000;

/** With other people or calendars everything is proved anew, which takes so many times as long as going through what was known. */
const timesForCompany = 10;

function isSameCompany(model: Model, supposed: Model, { holidays }: CheckContext): boolean {
  return groundOf(model, holidays) === keepingGrounds(holidays, () => groundOf(supposed, holidays));
}

const trialsByModel = new WeakMap<Model, { readonly context: CheckContext; readonly trials: Trials }>();

/** Repairs that succeed; `isUntried`: there may be more, which were not tried, as enough was before. */
type Repairs = Required<Pick<Finding, "fixes" | "isUntried">>;

/** Of some ways to repair a finding those that succeed. */
function rightFixes(finding: Finding, attempts: readonly Attempt[], trials: Trials): Repairs {
  const before = lazily(() => countsOf(finding, trials.now()));
  let isUntried = false;
  const isRight = (fix: Fix): boolean | undefined => {
    if (!trials.areAskedFor) return undefined;
    const tried = trials.after(fix);
    isUntried ||= tried === undefined;
    return tried && tried.found !== undefined && isBetter(finding, before(), countsOf(finding, tried.found));
  };
  const found = attempts.flatMap((attempt) => attempt(isRight) ?? []);
  const fixes = found.filter(({ title }, index) => found.findIndex((other) => other.title.en === title.en) === index);
  return { fixes, isUntried };
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

import type { Agreement, Exception, LinkedItem, Meaning, Model } from "../model/model.ts";
import { sameElements } from "../prover/lists.ts";
import type { Item } from "../syntax/tree.ts";
import { allChecks } from "./all.ts";
import { answersAlike, type Company, companyOf, remembering } from "./company.ts";
import { sameContext } from "./context.ts";
import type {
  AgreementCheck,
  AgreementsView,
  Check,
  CheckContext,
  Finding,
  ItemCheck,
  ModelCheck,
  Report,
  Severity,
} from "./define.ts";
import type { Findings, ItemFindings } from "./findings.ts";
import { itemView } from "./item.ts";
import { syntaxError } from "./rules/syntax-error.ts";
import { rememberFound, withAttempts } from "./trial.ts";
import { withoutFollowing } from "./unread.ts";

interface Run {
  readonly model: Model;
  readonly company: Company;
  readonly context: CheckContext;
  readonly checks: ChecksByScope;
}

/** The checks that the settings leave on. */
interface ChecksByScope {
  readonly syntax: readonly Checked<ItemCheck>[];
  readonly names: readonly Checked<ItemCheck>[];
  readonly item: readonly Checked<ItemCheck>[];
  readonly agreement: readonly Checked<AgreementCheck>[];
  readonly company: readonly Checked<ModelCheck>[];
  readonly model: readonly Checked<ModelCheck>[];
  readonly proof: readonly Checked<ModelCheck>[];
}

/** A check with the severity that the settings give it. */
interface Checked<C extends Check> {
  readonly check: C;
  readonly severity: Severity;
}

/** Runs every check that the settings leave on. */
export function check(model: Model, context: CheckContext, previous?: Findings): Findings {
  return withProofs(model, context, checkWhileTyping(model, context, previous));
}

/** These findings and those of the checks that tell what is proved. */
export function withProofs(model: Model, context: CheckContext, findings: Findings): Findings {
  const run: Run = { model, company: companyOf(model), context, checks: checksFor(context) };
  const all = withLoose(model, findings, inModel(run, "proof"));
  rememberFound(model, all);
  return all;
}

/** These findings with others of the whole model, such as those of a proof that is not quite of this moment. */
export function withLoose(model: Model, findings: Findings, more: readonly Finding[]): Findings {
  if (more.length === 0) return findings;
  const byPath = new Map(findings.byPath);
  for (const finding of more) {
    const path = model.origin(finding.place.item)?.path;
    const others = path === undefined ? undefined : byPath.get(path);
    if (path !== undefined && others) byPath.set(path, [...others, finding]);
  }
  const inPlace = new Map(
    [...byPath].map(([path, each]) => [path, each === findings.byPath.get(path) ? each : inFile(model, each)]),
  );
  return { all: [...inPlace.values()].flat(), byPath: inPlace, memory: findings.memory };
}

/** Of one file, in order. */
function inFile(model: Model, findings: readonly Finding[]): readonly Finding[] {
  const offsetOf = ({ place }: Finding) => (model.origin(place.item)?.offset ?? 0) + place.span.start;
  return [...findings].sort((a, b) => offsetOf(a) - offsetOf(b) || compareTexts(a.check.code, b.check.code));
}

/**
 * Runs every check but those of proofs. With `previous`, what it found in items that mean the same as before is
 * kept, so that a keystroke costs the item it is in and the checks of the whole model.
 */
export function checkWhileTyping(model: Model, context: CheckContext, previous?: Findings): Findings {
  const run: Run = { model, company: companyOf(model), context, checks: checksFor(context) };
  const kept = previous && sameContext(previous.memory.context, context) ? previous.memory : undefined;
  const companyItems = model.items.filter(declaresCompany);
  const sameCompany = kept !== undefined && sameElements(kept.companyItems, companyItems);
  const companyFindings = sameCompany ? kept.companyFindings : inModel(run, "company");
  const items = new Map<Item, ItemFindings>();
  for (const linked of model.items) {
    const before = kept?.items.get(linked.item);
    const isKept = before?.linked === linked && stillAnswered(run, before);
    items.set(linked.item, isKept ? before : inItem(run, linked, before?.linked === linked ? before.own : undefined));
  }
  const loose = byItem([...companyFindings, ...inModel(run, "model")]);
  const byPath = inOrder(run, items, loose);
  return { all: [...byPath.values()].flat(), byPath, memory: { context, companyItems, companyFindings, items } };
}

function stillAnswered({ company }: Run, { answers }: ItemFindings): boolean {
  return answers === undefined || answersAlike(company, answers);
}

function inOrder(
  { model, checks }: Run,
  items: ReadonlyMap<Item, ItemFindings>,
  loose: ReadonlyMap<Item, readonly Finding[]>,
): ReadonlyMap<string, readonly Finding[]> {
  const byPath = new Map<string, readonly Finding[]>();
  const areErrors = checks.syntax.some(({ check, severity }) => check === syntaxError && severity === "error");
  const told = areErrors ? withoutFollowing(model) : (findings: readonly Finding[]) => findings;
  for (const { path, syntax } of [...model.files].sort((a, b) => compareTexts(a.path, b.path))) {
    const findings: Finding[] = [];
    for (const item of syntax.items) {
      const own = items.get(item)?.all ?? nothing;
      const others = loose.get(item);
      for (const finding of others ? sorted([...own, ...others]) : own) findings.push(finding);
    }
    byPath.set(path, told(findings));
  }
  return byPath;
}

function inItem(run: Run, linked: LinkedItem, kept: readonly Finding[] | undefined): ItemFindings {
  const own = kept ?? ownFindings(run, linked);
  if (!linked.meanings.some(isOfAgreements)) return { linked, own, answers: undefined, all: own };
  const company = remembering(run.company);
  const view = agreementsViewOf(run, linked, company);
  const others = found(run, run.checks.agreement, (each, report) => each.run(view, report, run.context));
  return { linked, own, answers: company.answers, all: others.length === 0 ? own : sorted([...own, ...others]) };
}

function ownFindings(run: Run, linked: LinkedItem): readonly Finding[] {
  const { model, checks, context } = run;
  const view = itemView(model, linked);
  const { problems, slips } = linked.item;
  const visit = (each: ItemCheck, report: Report<string>) => each.run(view, report, context);
  const ofSyntax = problems.length + slips.length > 0 ? found(run, checks.syntax, visit) : nothing;
  const ofNames = linked.problems.length > 0 ? found(run, checks.names, visit) : nothing;
  const ofItem = found(run, checks.item, visit);
  if (ofSyntax.length + ofNames.length + ofItem.length === 0) return nothing;
  return sorted([...ofSyntax, ...ofNames, ...ofItem]);
}

function inModel(run: Run, scope: ModelCheck["scope"]): readonly Finding[] {
  return found(run, run.checks[scope], (each, report) => each.run(run.model, report, run.context));
}

function found<C extends Check>(
  run: Run,
  checks: readonly Checked<C>[],
  visit: (check: C, report: Report<string>) => void,
): readonly Finding[] {
  const findings: Finding[] = [];
  let running: Checked<C> | undefined;
  // One closure for all checks, not one for each visit of an item by a check; each check tells what it finds before it returns.
  const report: Report<string> = (place, holes, extras = {}) => {
    const { fixes = [], attempts, related = [], examples = [], unlessUnread } = extras;
    if (!running) return;
    const { check: own, severity } = running;
    const finding: Finding = { check: own, severity, place, holes, fixes, related, examples, unlessUnread };
    findings.push(attempts ? withAttempts(run, finding, attempts, check) : finding);
  };
  for (const checked of checks) {
    running = checked;
    visit(checked.check, report);
  }
  return findings;
}

function isOfAgreements({ space }: Meaning): boolean {
  return space === "agreement" || space === "exception";
}

function agreementsViewOf({ model }: Run, linked: LinkedItem, company: Company): AgreementsView {
  const agreements: Agreement[] = [];
  const exceptions: Exception[] = [];
  for (const meaning of linked.meanings) {
    if (meaning.space === "agreement") agreements.push(meaning.value);
    else if (meaning.space === "exception") exceptions.push(meaning.value);
  }
  return { ...itemView(model, linked), company, agreements, exceptions };
}

function declaresCompany({ meanings }: LinkedItem): boolean {
  return meanings.some((each) => isOfCompany[each.space]);
}

const isOfCompany: Readonly<Record<LinkedItem["meanings"][number]["space"], boolean>> = {
  calendar: true,
  channel: true,
  team: true,
  attribute: true,
  request: true,
  customer: true,
  agreement: false,
  exception: false,
  handover: false,
  proof: false,
  fact: false,
};

function checksFor(context: CheckContext): ChecksByScope {
  const ofItem = (scope: ItemCheck["scope"]) => on(context, (each): each is ItemCheck => each.scope === scope);
  const ofModel = (scope: ModelCheck["scope"]) => on(context, (each): each is ModelCheck => each.scope === scope);
  return {
    syntax: ofItem("syntax"),
    names: ofItem("names"),
    item: ofItem("item"),
    agreement: on(context, (each): each is AgreementCheck => each.scope === "agreement"),
    company: ofModel("company"),
    model: ofModel("model"),
    proof: ofModel("proof"),
  };
}

function on<C extends Check>({ severities }: CheckContext, picks: (check: Check) => check is C): readonly Checked<C>[] {
  return allChecks.filter(picks).flatMap((each) => {
    const severity = (Object.hasOwn(severities, each.name) ? severities[each.name] : undefined) ?? each.severity;
    return severity === "off" ? [] : [{ check: each, severity }];
  });
}

const nothing: readonly Finding[] = [];

function byItem(findings: readonly Finding[]): ReadonlyMap<Item, readonly Finding[]> {
  const groups = new Map<Item, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.place.item);
    if (group) group.push(finding);
    else groups.set(finding.place.item, [finding]);
  }
  return groups;
}

function sorted(findings: readonly Finding[]): readonly Finding[] {
  return findings.length < 2
    ? findings
    : [...findings].sort((a, b) => a.place.span.start - b.place.span.start || compareTexts(a.check.code, b.check.code));
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

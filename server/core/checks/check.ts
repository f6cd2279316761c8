import type { Agreement, Exception, LinkedItem, Model } from "../model/model.ts";
import type { Item } from "../syntax/tree.ts";
import { allChecks } from "./all.ts";
import type { AgreementsView, Check, CheckContext, Finding, Report, Severity } from "./define.ts";
import { itemView } from "./item.ts";

/** The findings of a model; `check` takes the last ones to keep what is still true. */
export interface Findings {
  /** By file path, then by offset, then by code. */
  readonly all: readonly Finding[];
  /** The same by file; every file of the model is there. */
  readonly byPath: ReadonlyMap<string, readonly Finding[]>;
  readonly memory: Memory;
}

/** What the next run compares with and keeps. */
interface Memory {
  readonly context: CheckContext;
  readonly company: readonly LinkedItem[];
  readonly companyFindings: readonly Finding[];
  readonly items: ReadonlyMap<Item, ItemFindings>;
}

/** The findings of the checks that look at one item, in order. */
interface ItemFindings {
  readonly linked: LinkedItem;
  readonly own: readonly Finding[];
  readonly all: readonly Finding[];
}

interface Run {
  readonly model: Model;
  readonly context: CheckContext;
  readonly checks: readonly SetCheck[];
}

/** A check with the severity that the settings give it. */
interface SetCheck {
  readonly check: Check;
  readonly severity: Severity;
}

/**
 * Runs every check that the settings leave on. With `previous`, what it found in items that mean the same as before is
 * kept, so that a keystroke costs the item it is in and the checks of the whole model.
 */
export function check(model: Model, context: CheckContext, previous?: Findings): Findings {
  const run: Run = { model, context, checks: checksFor(context) };
  const kept = previous && sameContext(previous.memory.context, context) ? previous.memory : undefined;
  const company = companyOf(model);
  const sameCompany = kept !== undefined && sameElements(kept.company, company);
  const companyFindings = sameCompany ? kept.companyFindings : inModel(run, "company");
  const items = new Map<Item, ItemFindings>();
  for (const linked of model.items) {
    const { item } = linked;
    const before = kept?.items.get(item);
    const own = before?.linked === linked ? before.own : undefined;
    items.set(item, own && before && sameCompany ? before : inItem(run, linked, own));
  }
  const loose = byItem([...companyFindings, ...inModel(run, "model")]);
  const byPath = inOrder(model, items, loose);
  return { all: [...byPath.values()].flat(), byPath, memory: { context, company, companyFindings, items } };
}

/** A text of the finding's message in one language is made by `messageOf`; this is the order in which they are shown. */
function inOrder(
  model: Model,
  items: ReadonlyMap<Item, ItemFindings>,
  loose: ReadonlyMap<Item, readonly Finding[]>,
): ReadonlyMap<string, readonly Finding[]> {
  const byPath = new Map<string, readonly Finding[]>();
  for (const { path, syntax } of [...model.files].sort((a, b) => compareTexts(a.path, b.path))) {
    const findings: Finding[] = [];
    for (const item of syntax.items) {
      const own = items.get(item)?.all ?? [];
      const others = loose.get(item);
      for (const finding of others ? sorted([...own, ...others]) : own) findings.push(finding);
    }
    byPath.set(path, findings);
  }
  return byPath;
}

function inItem(run: Run, linked: LinkedItem, kept: readonly Finding[] | undefined): ItemFindings {
  const view = itemView(run.model, linked);
  const own = kept ?? found(run, (each, report) => each.scope === "item" && each.run(view, report, run.context));
  const agreementsView = agreementsViewOf(run, linked);
  const others = agreementsView
    ? found(run, (each, report) => each.scope === "agreement" && each.run(agreementsView, report, run.context))
    : [];
  return { linked, own, all: sorted([...own, ...others]) };
}

function inModel(run: Run, scope: "company" | "model"): readonly Finding[] {
  return found(run, (each, report) => each.scope === scope && each.run(run.model, report, run.context));
}

function found(run: Run, visit: (check: Check, report: Report<string>) => unknown): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { check: each, severity } of run.checks)
    visit(each, (place, holes, { fixes = [], related = [] } = {}) =>
      findings.push({ check: each, severity, place, holes, fixes, related }),
    );
  return findings;
}

function agreementsViewOf({ model }: Run, linked: LinkedItem): AgreementsView | undefined {
  const agreements: Agreement[] = [];
  const exceptions: Exception[] = [];
  for (const meaning of linked.meanings) {
    if (meaning.space === "agreement") agreements.push(meaning.value);
    else if (meaning.space === "exception") exceptions.push(meaning.value);
  }
  const isEmpty = agreements.length === 0 && exceptions.length === 0;
  return isEmpty ? undefined : { ...itemView(model, linked), agreements, exceptions };
}

/** The items that declare something that agreements refer to; the same ones mean the same company. */
function companyOf(model: Model): readonly LinkedItem[] {
  return model.items.filter(({ meanings }) => meanings.some((each) => isOfCompany[each.space]));
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
};

function checksFor({ severities }: CheckContext): readonly SetCheck[] {
  return allChecks.flatMap((each) => {
    const severity = (Object.hasOwn(severities, each.name) ? severities[each.name] : undefined) ?? each.severity;
    return severity === "off" ? [] : [{ check: each, severity }];
  });
}

function sameContext(a: CheckContext, b: CheckContext): boolean {
  return (
    a.today === b.today &&
    a.holidays === b.holidays &&
    sameEntries({ ...a.limits }, { ...b.limits }) &&
    sameEntries(a.severities, b.severities)
  );
}

function sameEntries(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && a[key] === b[key]);
}

function sameElements<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}

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

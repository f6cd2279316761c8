/** Everything that is written about one kind of request, made ready to be asked about all requests at once. */
import type { Agreement, Condition, HandleClause, Model, Place, RequestKind } from "../../model/model.ts";
import type { Guarantee, Proof } from "../../model/work.ts";
import { lazily } from "../../text/lazily.ts";
import type { Day } from "../../time/spec.ts";
import { recalledEach, type Series } from "../known.ts";
import { concatenated, sameElements } from "../lists.ts";
import { type Box, boxKey } from "../space/box.ts";
import { boxesWhere } from "../space/condition.ts";
import type { Budget } from "../space/cover.ts";
import { type Ground, type Space, spaceOf } from "../space/space.ts";
import { type Content, forgetOtherAgreements } from "./content.ts";
import { type NearInPart, type Nearness, nearnessOf, type Placing } from "./near.ts";
import { type Part, partOf } from "./part.ts";
import type { AgreementScope, CommitRule, HandleRule } from "./rules.ts";
import { scopeIn, scopesOf } from "./scopes.ts";
import { sourceOf } from "./source.ts";
import { exceptionsIn, type Written } from "./written.ts";

/** What is written about a kind of request as boxes of a space. */
export interface Group {
  readonly kind: RequestKind;
  readonly space: Space;
  /** Requests that do not occur: facts, and named customers with other attributes than they have. */
  readonly impossible: readonly Box[];
  readonly scopes: ReadonlyMap<Agreement, AgreementScope>;
  /** The clauses agreement by agreement. */
  readonly parts: readonly Part[];
  readonly handles: readonly HandleRule[];
  readonly commits: readonly CommitRule[];
  readonly proofs: readonly Proof[];
  /** Conditions that take too many boxes: with one of them nothing is decided. */
  readonly tooComplex: readonly Place[];
  /** False where a condition is too complex or could not be read, or the agreements are in force for longer than is looked at. */
  readonly isDecidable: boolean;
}

/** A kind's clauses as boxes; what is read in a day that is `today` where no dates are written. */
export function groupOf(written: Written, model: Model, ground: Ground, today: Day): Group {
  return grouped(written, model, ground, today, nothingMore);
}

/** `groupOf` where requests are also told apart by what steps and guarantees ask about; `plain` where they ask nothing more. */
export function timedGroupOf(
  written: Written,
  model: Model,
  ground: Ground,
  today: Day,
  plain: () => Group | undefined = () => undefined,
): Group {
  const { handles, guarantees } = written;
  const agreements = guarantees.map(({ agreement }) => agreement);
  const conditions = [
    ...handles.flatMap(({ agreement, clause }) => stepConditions(model, clause).map((when) => ({ when, agreement }))),
    ...guarantees.flatMap(({ agreement, clause }) => conditionsOf(clause).map((when) => ({ when, agreement }))),
  ];
  const group = agreements.length === 0 && conditions.length === 0 ? plain() : undefined;
  return group ?? grouped(written, model, ground, today, { agreements, conditions });
}

function stepConditions(model: Model, clause: HandleClause): readonly Condition[] {
  const exceptions = model.exceptionsOf.get(clause.id) ?? [];
  const steps = [clause, ...exceptions].flatMap(({ lines }) => lines.steps?.value ?? []);
  const own = steps.flatMap(({ when }) => when ?? []);
  return [...own, ...clause.cases.flatMap((each) => stepConditions(model, each))];
}

/** What a guarantee asks of a request: whose it is, and its own condition. */
export function conditionsOf({ to, when, place }: Guarantee): readonly Condition[] {
  const whose: readonly Condition[] =
    to === undefined
      ? []
      : [{ kind: "is", subject: { kind: "customer" }, negated: false, values: [{ kind: "name", name: to }], place }];
  return when ? [...whose, when] : whose;
}

/** What a space is split by beside clauses and claims. */
interface More {
  readonly agreements: readonly Agreement[];
  readonly conditions: readonly { readonly when: Condition; readonly agreement: Agreement }[];
}

const nothingMore: More = { agreements: [], conditions: [] };

function grouped(written: Written, model: Model, ground: Ground, today: Day, more: More): Group {
  const scopes = scopesOf(written, model, more.agreements);
  const exceptionsOf = exceptionsIn(model);
  const source = sourceOf(written, model, { scopes, exceptionsOf, today }, more.conditions);
  const space = spaceOf(source, ground);
  const facts = model.facts.map(({ when, place }) => ({ place, boxes: boxesWhere(space, when, source.zone) }));
  const impossible = keptBoxes(space, [...space.impossible, ...facts.flatMap(({ boxes }) => boxes ?? [])]);
  const context = { space, impossible, exceptionsOf };
  const parts = written.parts
    .filter(({ handles, commits }) => handles.length + commits.length > 0)
    .map((part) => partOf(part, scopeIn(scopes, part.agreement), context));
  forgetOtherAgreements(impossible, new Set(parts.map(({ scope }) => scope.agreement.name)));
  const tooComplex = [
    ...facts.flatMap(({ boxes, place }) => (boxes ? [] : [place])),
    ...parts.flatMap((part) => part.tooComplex),
  ];
  // What could not be read may say anything; a review and what is owed decide nothing.
  const isReadable = !source.isBroken && [...scopes.keys()].every(({ broken }) => !broken.includes("effective"));
  return {
    kind: written.kind,
    space,
    impossible,
    scopes,
    parts,
    handles: concatenated(parts, ({ handles }) => handles.rules),
    commits: concatenated(parts, ({ commits }) => commits.rules),
    proofs: written.proofs,
    tooComplex,
    isDecidable: tooComplex.length === 0 && space.horizon.isWhole && isReadable,
  };
}

/** The same list while the boxes are the same. */
function keptBoxes(space: Space, boxes: readonly Box[]): readonly Box[] {
  const kept = impossibleIn.get(space);
  if (kept && sameElements(kept.map(boxKey), boxes.map(boxKey))) return kept;
  impossibleIn.set(space, boxes);
  return boxes;
}

const impossibleIn = new WeakMap<Space, readonly Box[]>();

/** For each handle clause those that it shares requests with; undefined where they are too many. */
export function nearHandles(group: Group): Nearness | undefined {
  return nearnessIn(group).handles();
}

/** For each commit clause those that it shares requests with; undefined where they are too many. */
export function nearCommits(group: Group): Nearness | undefined {
  return nearnessIn(group).commits();
}

/** What is found of each part by its number; kept by what is near its clauses, if that is known. */
export function eachNear<Result>(
  series: Series<NearInPart, Result>,
  { impossible, parts }: Group,
  near: Nearness | undefined,
  budget: Budget,
  find: (number: number) => Result,
): readonly Result[] {
  if (!near) return parts.map((_, number) => find(number));
  return recalledEach(series, impossible, near.lists, budget, (_, number) => find(number));
}

interface NearnessOfGroup {
  readonly handles: () => Nearness | undefined;
  readonly commits: () => Nearness | undefined;
}

function nearnessIn(group: Group): NearnessOfGroup {
  const known = nearnessBy.get(group);
  if (known) return known;
  const { space, impossible, parts } = group;
  const nearness = {
    handles: lazily(() => keptNearness(nearnessOfHandles, space, impossible, parts, ({ handles }) => handles)),
    commits: lazily(() => keptNearness(nearnessOfCommits, space, impossible, parts, ({ commits }) => commits)),
  };
  nearnessBy.set(group, nearness);
  return nearness;
}

const nearnessBy = new WeakMap<Group, NearnessOfGroup>();

/** The handle clauses by their contents, in no order; it is brought up to date when somebody asks for those of another group. */
export function handlesByContent({ impossible, parts }: Group): ReadonlyMap<Content, HandleRule> {
  const { parts: before, rules } = byContent.get(impossible) ?? { parts: [], rules: new Map<Content, HandleRule>() };
  if (before === parts) return rules;
  const [gone, added] = [partsOtherThan(parts, before), partsOtherThan(before, parts)];
  for (const { handles } of gone) for (const content of handles.contents) rules.delete(content);
  for (const part of added) addHandles(rules, part);
  byContent.set(impossible, { parts, rules });
  return rules;
}

/** Those that do not stand where they stand in others. */
function partsOtherThan(others: readonly Part[], parts: readonly Part[]): readonly Part[] {
  return parts.filter((part, number) => part !== others[number]);
}

function addHandles(into: Map<Content, HandleRule>, { handles }: Part): void {
  for (const [index, content] of handles.contents.entries()) {
    const rule = handles.rules[index];
    if (rule) into.set(content, rule);
  }
}

/** By what is impossible, which is a list of its own in every space. */
const byContent = new WeakMap<
  readonly Box[],
  { readonly parts: readonly Part[]; readonly rules: Map<Content, HandleRule> }
>();

/** The contents of all handle clauses, in their order. */
export function handleContents({ parts }: Group): readonly Content[] {
  return concatenated(parts, ({ handles }) => handles.contents);
}

type KeptNearness = WeakMap<readonly Box[], Nearness>;

const nearnessOfHandles: KeptNearness = new WeakMap();
const nearnessOfCommits: KeptNearness = new WeakMap();

function keptNearness(
  memory: KeptNearness,
  { shape }: Space,
  impossible: readonly Box[],
  parts: readonly Part[],
  ofSort: (part: Part) => Placing,
): Nearness | undefined {
  const nearness = nearnessOf(shape, parts.map(ofSort), memory.get(impossible));
  if (nearness) memory.set(impossible, nearness);
  return nearness;
}

/** Clauses, cases and exceptions that contradict each other, as checks tell them: each cause once, with all that it contradicts. */
import type { Model, Place } from "../model/model.ts";
import { type Cause, causesOf, otherOf } from "../prover/clauses/causes.ts";
import type { Conflict, Deciding } from "../prover/clauses/conflicts.ts";
import type { Box } from "../prover/space/box.ts";
import type { Group } from "../prover/written/group.ts";
import type { Localized } from "../text/localized.ts";
import { ifRight } from "./attempts.ts";
import { leaveToClause } from "./conditionFixes.ts";
import { layOverFixes } from "./conflictFixes.ts";
import type { Attempt, CheckContext, Example, Fix, Related } from "./define.ts";
import { problemsOf } from "./item.ts";
import { endExceptionFix } from "./proofFixes.ts";
import { asked, exampleIn, proofsFor, regionsTold } from "./proofs.ts";

/** A cause in words: what it contradicts, in which properties, and for which requests. */
export interface Contradiction {
  /** The cause. */
  readonly id: string;
  readonly place: Place;
  readonly holes: {
    readonly others: Localized;
    readonly property: string;
    readonly requests: Localized;
    readonly example: Localized;
  };
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
  readonly attempts: () => readonly Attempt[];
  readonly examples: readonly Example[];
}

/** Two that contradict each other, with the kind of request. */
export interface PairIn extends Omit<Conflict, "between"> {
  readonly between: Conflict["between"] | "promises";
  readonly group: Group;
}

/** The contradictions of a sort over all kinds of request; `note` says of each other place what it is. */
export function contradictionsTold(
  model: Model,
  context: CheckContext,
  between: Conflict["between"],
  note: Localized,
): readonly Contradiction[] {
  const isToldOfRows = between === "cases" ? overlappingRowsIn(model) : () => false;
  const pairs = proofsFor(model, context).flatMap(({ group, conflicts }) =>
    conflicts.found
      .filter((conflict) => conflict.between === between && !isToldOfRows(conflict))
      .map((conflict): PairIn => ({ ...conflict, group })),
  );
  return causesTold(model, context, pairs, note, asked);
}

/** Each cause of some contradictions; their requests are told apart from others of a domain. */
export function causesTold(
  model: Model,
  context: CheckContext,
  pairs: readonly PairIn[],
  note: Localized,
  domainOf: (group: Group) => Box,
): readonly Contradiction[] {
  return causesOf(pairs).flatMap((cause) => toldOf(model, cause, note, context, domainOf));
}

function toldOf(
  model: Model,
  { id, pairs }: Cause<PairIn>,
  note: Localized,
  context: CheckContext,
  domainOf: (group: Group) => Box,
): readonly Contradiction[] {
  const [first] = pairs;
  if (!first) return [];
  const others = new Map(pairs.map((pair) => [otherOf(id, pair).id, otherOf(id, pair)]));
  const place = (first.later.id === id ? first.later : first.earlier).place;
  const properties = [...new Set(pairs.map(({ property }) => property))];
  const groups = [...new Set(pairs.map(({ group }) => group))];
  const told = groups.map((group) => {
    const regions = pairs.filter((pair) => pair.group === group).flatMap((pair) => pair.regions);
    const { name } = group.kind;
    const { region, example } = regionsTold(group, model, regions, domainOf(group));
    const shown = exampleIn(group, model, regions);
    return { requests: { en: name + region.en, ja: name + region.ja }, example, shown };
  });
  const example = told[0]?.example ?? { en: "", ja: "" };
  const requests = {
    en: told.map((each) => each.requests.en).join(", "),
    ja: told.map((each) => each.requests.ja).join("、"),
  };
  const related = [...others.values()].map((other) => ({ place: other.place, note }));
  return [
    {
      id,
      place,
      holes: { others: namesTold([...others.values()]), property: properties.join(", "), requests, example },
      related,
      fixes: fixesFor(model, id, [...others.keys()], first.between, context),
      attempts: () => (first.between === "clauses" ? leaveToAttempts(model, id, [...others.keys()]) : []),
      examples: told.slice(0, 1).map(({ shown }) => shown),
    },
  ];
}

function fixesFor(
  model: Model,
  id: string,
  others: readonly string[],
  between: PairIn["between"],
  context: CheckContext,
): readonly Fix[] {
  switch (between) {
    case "clauses":
      return layOverFixes(model, id, others, context);
    case "exceptions": {
      const exceptions = [id, ...(others.length === 1 ? others : [])].flatMap(
        (name) => model.exceptions.get(name) ?? [],
      );
      return exceptions.map(endExceptionFix);
    }
    case "cases":
    case "promises":
      return [];
    default:
      return between satisfies never;
  }
}

/** Of two clauses with conditions either may leave to the other what both are about. */
function leaveToAttempts(model: Model, id: string, others: readonly string[]): readonly Attempt[] {
  const [other, ...more] = others;
  if (other === undefined || more.length > 0) return [];
  const fixes = [leaveToClause(model, id, other), leaveToClause(model, other, id)];
  return fixes.flatMap((fix) => (fix ? [ifRight(fix)] : []));
}

const mostNamed = 3;

function namesTold(others: readonly Deciding[]): Localized {
  const names = others.slice(0, mostNamed).map(({ id }) => id);
  const more = others.length - names.length;
  const english = [...names.map((name) => `'${name}'`), ...(more > 0 ? [`${more} more`] : [])];
  const last = english.pop() ?? "";
  return {
    en: english.length > 0 ? `${english.join(", ")} and ${last}` : last,
    ja: names.map((name) => `「${name}」`).join("") + (more > 0 ? `ほか ${more} 件` : ""),
  };
}

/** Rows of a target table that overlap have a check of their own, which tells them even where they say the same. */
function overlappingRowsIn(model: Model): (conflict: Conflict) => boolean {
  const rows = problemsOf(model, "overlapping rows");
  const isAt = (one: Place, other: Place) => one.item === other.item && one.span.start === other.span.start;
  return ({ later, earlier }) =>
    rows.some(({ place }) => isAt(place, later.place)) && isRow(model, earlier) && isRow(model, later);
}

function isRow(model: Model, { id }: Deciding): boolean {
  const clause = model.clauses.get(id);
  return clause !== undefined && clause.place.span.start === clause.whole.span.start;
}

import type { LinkedItem, Model, Place } from "../model/model.ts";
import type { LinkProblem, ProblemKind } from "../model/problem.ts";
import type { Item, Span } from "../syntax/tree.ts";

/** A problem of one kind. */
export type ProblemOf<Kind extends ProblemKind> = Extract<LinkProblem, { readonly kind: Kind }>;

/** One item with what resolution found in it. */
export interface ItemView {
  readonly item: Item;
  readonly linked: LinkedItem;
  /** To ask for the names that are known; an item check looks at nothing else in it. */
  readonly model: Model;
  /** The problems of one kind that resolution and typing found. */
  problems<Kind extends ProblemKind>(kind: Kind): readonly ProblemOf<Kind>[];
  /** A span of this item as a place. */
  at(span: Span): Place;
}

/** What item checks see of an item. */
export function itemView(model: Model, linked: LinkedItem): ItemView {
  const { item } = linked;
  return {
    item,
    linked,
    model,
    problems: (kind) => (linked.problems.length === 0 ? [] : linked.problems.filter((each) => isOfKind(each, kind))),
    at: (span) => ({ item, span: { start: span.start, end: span.end } }),
  };
}

function isOfKind<Kind extends ProblemKind>(problem: LinkProblem, kind: Kind): problem is ProblemOf<Kind> {
  return problem.kind === kind;
}

/** The problems of one kind in all files: those of each item in the order of the files, then those that no item can know alone. */
export function problemsOf<Kind extends ProblemKind>(model: Model, kind: Kind): readonly ProblemOf<Kind>[] {
  const found: ProblemOf<Kind>[] = [];
  for (const { problems } of model.items) for (const each of problems) if (isOfKind(each, kind)) found.push(each);
  for (const each of model.problems) if (isOfKind(each, kind)) found.push(each);
  return found;
}

/** What changes in decisions between two revisions, whatever changes in their texts. */
import { agreedOf } from "./asking.ts";
import { differenceClasses } from "./changes.ts";
import { type ChangedRegions, type Compared, changedRegions } from "./clauses.ts";
import { companyDifferences } from "./company.ts";
import { customerPairs } from "./customers.ts";
import type { Comparison, Difference, ToldChange } from "./difference.ts";
import { editedKinds, type Unit } from "./edited.ts";
import { fieldDifferences } from "./fields.ts";
import { focusOn, type Looking } from "./focus.ts";
import { oneForForce } from "./force.ts";
import { lookingsIn } from "./looking.ts";
import { type Pair, pairOf, type Revision } from "./revision.ts";
import { differenceIn } from "./telling.ts";

/** Steps for each set of clauses that belong together where nobody says otherwise: as many as a proof takes. */
export const ordinarySteps = 2_000_000;

/** Compares two revisions; each set of clauses that belong together may take so many steps. */
export function compareRevisions(before: Revision, after: Revision, steps: number): Comparison {
  const comparing = comparingRevisions(before, after, steps);
  let next = comparing.next();
  while (!next.done) next = comparing.next();
  return next.value;
}

/** `compareRevisions` a piece at a time, for those who have something else to do meanwhile: clauses that belong together at each step. */
export function* comparingRevisions(before: Revision, after: Revision, steps: number): Generator<void, Comparison> {
  const pair = pairOf(before, after);
  yield;
  const found = yield* comparingClauses(pair, steps);
  const general = oneForForce(oneForKinds(found.flatMap(({ differences }) => differences)));
  const customers: Comparison[] = [];
  for (const each of customerPairs(pair)) customers.push(...(yield* comparingClauses(each.pair, steps, each.customer)));
  const own = oneForKinds(customers.flatMap(({ differences }) => differences)).filter(
    (each) => !isAmong(each, general),
  );
  yield;
  const company = companyDifferences(pair);
  found.push(...customers, company);
  const fields = oneForKinds(fieldDifferences(pair));
  return {
    differences: inOrder([...general, ...own, ...company.differences, ...fields]),
    undecided: [...new Set(found.flatMap(({ undecided }) => undecided))],
  };
}

function* comparingClauses(pair: Pair, steps: number, customer?: string): Generator<void, Comparison[]> {
  const found: Comparison[] = [];
  for (const each of comparedInTurn(pair, steps, customer)) {
    if (each) found.push(toldOf(each));
    yield;
  }
  return found;
}

/** Edited clauses that belong together, and the regions that they change. */
export interface ComparedClauses {
  readonly compared: Compared;
  readonly changed: ChangedRegions;
}

/** Every group of edited clauses, compared by itself; for one customer perhaps, as which clauses then read. */
export function comparedClauses(pair: Pair, steps: number, customer?: string): readonly ComparedClauses[] {
  return [...comparedInTurn(pair, steps, customer)].flatMap((each) => each ?? []);
}

/** Undefined where only the ground for what follows was laid. */
function* comparedInTurn(pair: Pair, steps: number, customer?: string): Generator<ComparedClauses | undefined, void> {
  const lookings = editedKinds(pair).flatMap(lookingsIn);
  yield undefined;
  const before = agreedOf(pair.before, unitsIn(lookings, "before"));
  yield undefined;
  const after = agreedOf(pair.after, unitsIn(lookings, "after"));
  yield undefined;
  for (const looking of lookings) {
    const focus = focusOn(looking, pair);
    if (!focus) continue;
    const compared = { pair, focus, before, after, customer, budget: { left: steps } };
    yield { compared, changed: changedRegions(compared) };
  }
}

function unitsIn(lookings: readonly Looking[], side: "before" | "after"): readonly Unit[] {
  return lookings.flatMap((each) => [...each[side], ...[...each.shared, ...each.beside].map((unit) => unit[side])]);
}

function toldOf({ compared, changed: { found, isDecided } }: ComparedClauses): Comparison {
  const told = found.map((region) => differenceIn(compared, region));
  const isTold = told.every((each) => each !== undefined);
  return {
    differences: told.flatMap((each) => each ?? []),
    undecided: isDecided && isTold ? [] : [compared.focus.kind.name],
  };
}

/** Whether a difference for one customer is only that for all. */
function isAmong({ requests, changes }: Difference, general: readonly Difference[]): boolean {
  const keysOf = (all: readonly ToldChange[]) => all.map(({ key }) => key).join("\n");
  return general.some(
    (each) =>
      keysOf(each.changes) === keysOf(changes) &&
      requests.every(({ kind }) => each.requests.some((one) => one.kind === kind)),
  );
}

/** One edit of a clause for several kinds makes one difference. */
function oneForKinds(differences: readonly Difference[]): readonly Difference[] {
  const byCause = new Map<string, Difference>();
  for (const each of differences) {
    const kinds = each.requests.map(({ kind }) => kind);
    const cause = JSON.stringify([each.changes.map(causeOf), each.parties, each.classes]);
    const known = byCause.get(cause);
    const isOther = known?.requests.every(({ kind }) => !kinds.includes(kind)) ?? false;
    if (known && isOther) byCause.set(cause, { ...known, requests: [...known.requests, ...each.requests] });
    else byCause.set(known ? `${cause} ${byCause.size}` : cause, each);
  }
  return [...byCause.values()];
}

function causeOf(change: ToldChange): readonly unknown[] {
  if (change.property === "times" || change.property === "people" || change.property === "force") return [change.key];
  if (change.property === "field") return [change.key];
  const { key, before, after } = change;
  const lines = [before, after].map((said) => said.lines.map(({ decidedBy }) => decidedBy));
  return [key, before.terms?.clause, after.terms?.clause, lines];
}

function inOrder(differences: readonly Difference[]): readonly Difference[] {
  const rank = ({ classes }: Difference) => differenceClasses.findIndex((each) => classes.includes(each));
  return [...differences].sort((one, other) => rank(one) - rank(other));
}

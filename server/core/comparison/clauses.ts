/** What edits of clauses change in decisions: for every request at once, as regions. */
import { type Box, fullBox } from "../prover/space/box.ts";
import { type Budget, coverAll, regions } from "../prover/space/cover.ts";
import { type Witness, witnessIn } from "../prover/space/witness.ts";
import { type Agreed, type Question, questionOf } from "./asking.ts";
import { type Change, handlingChanges, promiseChanges } from "./changes.ts";
import type { Focus, Rules } from "./focus.ts";
import { steadyCustomers } from "./ground.ts";
import { areOpenTheSame } from "./openings.ts";
import { type Holding, type Parts, partsOf } from "./parts.ts";
import type { Pair } from "./revision.ts";
import { saidTo } from "./said.ts";

/** Clauses of one kind in one space, with both revisions ready to be asked. */
export interface Compared {
  readonly pair: Pair;
  readonly focus: Focus;
  readonly before: Agreed;
  readonly after: Agreed;
  /** The only customer whose requests are looked at; undefined: all. */
  readonly customer: string | undefined;
  readonly budget: Budget;
}

/** A witness that is asked for the only customer, where there is one. */
export function askedFor(witness: Witness, { customer }: Compared): Witness {
  return customer === undefined ? witness : { ...witness, customer: { kind: "declared", name: customer } };
}

/** Changes that the same requests meet with. */
export interface ChangedRegion {
  readonly changes: readonly Change[];
  /** Their union are these requests, exactly. */
  readonly boxes: readonly Box[];
  /** All other requests. */
  readonly walls: readonly Box[];
  /** Requests that meet with other changes; some may be among these. */
  readonly besides: readonly Box[];
  /** The keys of changes that no request meets with, though they are written. */
  readonly unseen: readonly string[];
}

/** The changes in a space, and whether these are all. */
export interface ChangedRegions {
  readonly found: readonly ChangedRegion[];
  readonly isDecided: boolean;
}

/** How many regions of one change are told. */
const mostRegions = 24;

/** Cuts the requests that edited clauses are about into parts, asks both revisions about each, and joins what they answer. */
export function changedRegions(compared: Compared): ChangedRegions {
  const { focus, budget } = compared;
  if (!focus.isComparable) return { found: [], isDecided: false };
  const { shape, order } = focus.space;
  const parts = partsOfEdited(compared);
  const { byChange, unchanged } = changesIn(compared, parts);
  const found: ChangedRegion[] = [];
  const unseen: string[] = [];
  let isDecided = focus.isDecidable && parts.isComplete;
  for (const { change, boxes } of byChange) {
    const others = byChange.flatMap((each) => each.boxes.filter((box) => !boxes.includes(box)));
    const walls = [...parts.others, ...unchanged, ...new Set(others)];
    const options = { impossible: focus.impossible, order, atMost: mostRegions };
    const known = regions(shape, fullBox(shape), walls, options, budget);
    if (!known.complete) isDecided = false;
    if (change.property === "open" && areOpenTheSame(change, compared, known.found)) unseen.push(change.key);
    else if (known.found.length > 0)
      found.push({ changes: [change], boxes: needed(focus, known.found, budget), walls, besides: [], unseen });
  }
  const told = joined(found.filter((each) => !isImplied(each, found)));
  const besides = (one: ChangedRegion) => told.flatMap((each) => (each === one ? [] : each.boxes));
  return { found: told.map((each) => ({ ...each, besides: besides(each) })), isDecided };
}

/** The requests that edited clauses are about, in parts that are each told the same. */
export function partsOfEdited({ focus, budget }: Compared): Parts {
  return partsOf(focus.space.shape, editedBases(focus), askedAbout(focus), budget);
}

/** Which channels are named to others goes without saying where it is told that a channel is taken, or no longer. */
function isImplied({ changes: [change] }: ChangedRegion, all: readonly ChangedRegion[]): boolean {
  if (change?.property !== "offered") return false;
  const key = change.key.replace("offered", "via");
  return all.some(({ changes }) => changes.some((each) => each.key === key));
}

function editedBases({ before, after }: Focus): readonly Holding[] {
  return distinct([before, after].flatMap(basesIn));
}

function basesIn({ handles, commits }: Rules): readonly Holding[] {
  return [...handles, ...commits].map(({ boxes }) => boxes);
}

/** All that tells two requests of edited clauses apart. */
function askedAbout({ before, after, shared, asked }: Focus): readonly Holding[] {
  return distinct([...basesIn(shared), ...[before, after, shared].flatMap(inside), ...asked]);
}

function inside({ handles, commits }: Rules): readonly Holding[] {
  const overlays = [...handles, ...commits].flatMap((rule) => rule.overlays.map(({ boxes }) => boxes));
  const lines = commits.flatMap((rule) => [...rule.says, ...rule.overlays.flatMap(({ says }) => says)]);
  return [...overlays, ...lines.map(({ boxes }) => boxes)];
}

function distinct(holdings: readonly Holding[]): readonly Holding[] {
  return [...new Map(holdings.map((each) => [each.join(";"), each])).values()];
}

// what changes in the parts -------------------------------------------------------------------------------------------

interface ChangeWhere {
  readonly change: Change;
  readonly boxes: Box[];
}

/** Within a part all requests are told the same but for clocks and people, so one of each is asked. */
function changesIn(
  compared: Compared,
  { wanted }: Parts,
): { readonly byChange: readonly ChangeWhere[]; readonly unchanged: readonly Box[] } {
  const { pair, focus, before, after, budget } = compared;
  const found = new Map<string, ChangeWhere>();
  const unchanged: Box[] = [];
  const customers = steadyCustomers(pair);
  for (const box of wanted) {
    const witness = witnessIn(focus, [box], customers, budget);
    // A part of nothing but impossible requests.
    if (!witness) continue;
    const changes = changesFor(questionOf(askedFor(witness, compared), before, after), compared);
    if (changes.length === 0) unchanged.push(box);
    for (const change of changes) {
      const known = found.get(change.key);
      if (known) known.boxes.push(box);
      else found.set(change.key, { change, boxes: [box] });
    }
  }
  return { byChange: [...found.values()], unchanged };
}

/** What both revisions say otherwise to a request, as far as these clauses go. */
export function changesFor({ before, after, request }: Question, { focus, pair }: Compared): readonly Change[] {
  const [old, now] = [saidTo(before.engine, request), saidTo(after.engine, request)];
  return focus.sort === "handling" ? handlingChanges(old, now, pair.calendars) : promiseChanges(old, now);
}

/** Boxes without those that the others cover. */
function needed({ space, impossible }: Focus, boxes: readonly Box[], budget: Budget): readonly Box[] {
  let left = boxes;
  for (const each of [...boxes].reverse()) {
    const others = left.filter((other) => other !== each);
    if (coverAll(space.shape, [each], [...others, ...impossible], budget).kind === "proved" && others.length > 0)
      left = others;
  }
  return left;
}

/** Changes of the same requests are told together. */
function joined(regionsFound: readonly ChangedRegion[]): readonly ChangedRegion[] {
  const byBoxes = new Map<string, ChangedRegion>();
  for (const each of regionsFound) {
    const key = each.boxes.join(";");
    const known = byBoxes.get(key);
    byBoxes.set(key, known ? { ...known, changes: [...known.changes, ...each.changes] } : each);
  }
  return [...byBoxes.values()];
}

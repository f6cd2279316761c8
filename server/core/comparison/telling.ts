/** A changed region as it is told: which requests, which class, and a request that shows it. */

import { type Box, cellsIn, fullBox, meets, shared, wordAt } from "../prover/space/box.ts";
import { regions } from "../prover/space/cover.ts";
import { tenOClock } from "../prover/space/moments.ts";
import { boxInForce, boxOfAskers } from "../prover/space/space.ts";
import { type Witness, type WitnessCustomer, witnessIn } from "../prover/space/witness.ts";
import { type Naming, regionInWords } from "../prover/space/words.ts";
import type { CommitRule, HandleRule } from "../prover/written/rules.ts";
import type { Localized } from "../text/localized.ts";
import { dayMilliseconds, weekdayOf } from "../time/date.ts";
import type { Instant, Interval } from "../time/spec.ts";
import { localDay, toInstant } from "../time/zone.ts";
import { answersTo, areDifferent, type Question, questionOf } from "./asking.ts";
import { type Change, type DifferenceClass, differenceClasses } from "./changes.ts";
import { askedFor, type ChangedRegion, type Compared, changesFor } from "./clauses.ts";
import type { Difference, RequestsTold } from "./difference.ts";
import { areOnly, changesAt, exampleAt, type Shower } from "./example.ts";
import { forceChangeOf } from "./force.ts";
import { steadyCustomers } from "./ground.ts";
import { oldCalendarsInWords } from "./oldCalendars.ts";
import { type Seen, seenAt, soonerOf, timesIn } from "./timing.ts";

/** A changed region in words, with its examples; undefined where no request was found that shows it. */
export function differenceIn(compared: Compared, region: ChangedRegion): Difference | undefined {
  const found = ordinaryWitness(compared, region);
  if (!found) return undefined;
  const wanted = { own: new Set(region.changes.map(({ key }) => key)), unseen: region.unseen };
  const asked = askedFor(found, compared);
  const showing = timesShowing(compared, questionOf(asked, compared.before, compared.after), wanted, asked.at);
  const witness = { ...asked, at: ordinaryTime(asked.at, compared, showing) };
  const question = questionOf(witness, compared.before, compared.after);
  const shower = { witness, question, ...wanted };
  const shown = shownBy(compared, region, shower, showing);
  if (!shown) return undefined;
  const { requests, parties } = regionTold(compared, region);
  return {
    classes: shown.classes,
    requests: [requests],
    changes: asShown(region, changesFor(question, compared)).map((change) => {
      return { ...change, class: change.class ?? shown.timed[0] ?? "other" };
    }),
    examples: shown.times.map((at) => exampleAt(compared, shower, at)),
    parties,
    force: forceChangeOf(compared, region.boxes),
  };
}

/** The changes of a region with the values that its example has: who handled what nobody handles may differ within it. */
function asShown({ changes }: ChangedRegion, found: readonly Change[]): readonly Change[] {
  return changes.map((change) => found.find(({ key }) => key === change.key) ?? change);
}

/** On one of the first Tuesdays in force, else at ten on the same day, where the same is told then: its date may be a holiday. */
function ordinaryTime(at: Instant, { focus }: Compared, showing: (at: Instant) => boolean): Instant {
  const { zone, horizon } = focus.space;
  const first = horizon.first + ((tuesday - weekdayOf(horizon.first) + 7) % 7);
  const days = [first, first + 7, first + 14, localDay(zone, at)];
  const times = days.map((day) => toInstant(zone, day, tenOClock)).filter((each) => each <= at + dayMilliseconds);
  return times.find(showing) ?? at;
}

/** Whether some changes are told of a question at another time, and no others where none are at the first. */
function timesShowing(
  compared: Compared,
  question: Question,
  wanted: Pick<Shower, "own" | "unseen">,
  first: Instant,
): (at: Instant) => boolean {
  const isAlone = areOnly(changesAt(compared, question, first), wanted);
  return (at) => {
    const told = changesAt(compared, question, at);
    return [...wanted.own].every((key) => told.has(key)) && (!isAlone || areOnly(told, wanted));
  };
}

const tuesday = 1;

/** The requests of a region, and who is party to what decides them. */
export function regionTold(
  compared: Compared,
  region: ChangedRegion,
): { readonly requests: RequestsTold; readonly parties: readonly string[] } {
  const naming: Naming = { kind: compared.focus.kind, attributes: compared.focus.ground.attributes };
  const told = requestsTold(compared, region, ordinaryDomain(compared), naming);
  const requests = { ...told, anyOf: told.anyOf.map((each) => forCustomer(each, compared.customer)) };
  return { requests, parties: partiesOf(compared, region) };
}

function forCustomer(requests: Localized, customer: string | undefined): Localized {
  if (customer === undefined) return requests;
  const rest = { en: requests.en === "" ? "" : `, ${requests.en}`, ja: requests.ja === "" ? "" : `、${requests.ja}` };
  return { en: `customer ${customer}${rest.en}`, ja: `顧客 ${customer}${rest.ja}` };
}

/** As a union, or as what surrounds it but for some, whichever is shorter. */
function requestsTold(
  { pair, focus, budget }: Compared,
  { boxes }: ChangedRegion,
  domain: Box,
  naming: Naming,
): RequestsTold {
  const { space, impossible, kind } = focus;
  const hull = boxes.reduce((all, box) => all.map((word, at) => word | (box[at] ?? 0)));
  const options = { impossible, order: space.order, atMost: boxes.length };
  const holes = boxes.length > 1 ? regions(space.shape, hull, boxes, options, budget) : undefined;
  const isShorter = holes?.complete === true && holes.found.length < boxes.length;
  const words = (box: Box, around: Box) =>
    oldCalendarsInWords(regionInWords(space, box, around, naming), pair.calendars);
  if (!isShorter) return { kind: kind.name, anyOf: boxes.map((box) => words(box, domain)), except: [] };
  return { kind: kind.name, anyOf: [words(hull, domain)], except: holes.found.map((box) => words(box, hull)) };
}

// the request ---------------------------------------------------------------------------------------------------------

/** One that meets with no other change, by somebody who does not handle it themselves, where possible; with a customer where its owner is sought. */
export function ordinaryWitness(
  compared: Compared,
  { boxes, walls, besides, changes }: ChangedRegion,
): Witness | undefined {
  const { pair, focus, budget } = compared;
  const { space, kind, impossible } = focus;
  const askers = new Set(rulesIn(compared).flatMap(({ scope }) => scope.askers));
  const usual = boxOfAskers(space, ({ name, teams }) => name !== undefined && teams.length === 1 && askers.has(name));
  const asked = boxes.flatMap((box) => shared(space.shape, box, usual) ?? []);
  const customers = steadyCustomers(pair);
  const outside = [...walls, ...impossible];
  const sought = (some: readonly Box[], not: readonly Box[]) =>
    witnessIn({ space, kind, impossible: not }, some, customers, budget);
  const alone = [...outside, ...besides];
  const witness =
    (besides.length > 0 ? (sought(asked, alone) ?? sought(boxes, alone)) : undefined) ??
    sought(asked, outside) ??
    sought(boxes, outside);
  if (witness?.customer.kind !== "none" || !changes.some(seeksOwner)) return witness;
  const hasAttributes = space.dimensions.some(({ subject }) => subject.kind === "attribute");
  const owned = [...customers.values()].find(({ owner }) => owner !== undefined);
  if (hasAttributes || !owned) return witness;
  const customer: WitnessCustomer = { kind: "declared", name: owned.name };
  return { ...witness, customer };
}

function seeksOwner({ before, after }: Change): boolean {
  return [before, after].some(({ terms }) => terms?.doer.kind === "owner of customer");
}

function rulesIn({ focus }: Compared): readonly (HandleRule | CommitRule)[] {
  return [focus.before, focus.after].flatMap(({ handles, commits }) => [...handles, ...commits]);
}

function partiesOf(compared: Compared, { boxes }: ChangedRegion): readonly string[] {
  const { shape } = compared.focus.space;
  const met = rulesIn(compared).filter((rule) => rule.boxes.some((one) => boxes.some((box) => meets(shape, one, box))));
  return [...new Set(met.flatMap(({ scope }) => scope.agreement.parties))];
}

/** The requests of those that edited clauses are for, while their agreements are in force: that much goes without saying. */
function ordinaryDomain(compared: Compared): Box {
  const { space } = compared.focus;
  const { shape, byKey } = space;
  const domain = fullBox(shape);
  const rules = rulesIn(compared);
  const inForce = rules.map(({ scope: { agreement, zone } }) =>
    agreement.effective ? boxInForce(space, agreement.effective.value, zone) : fullBox(shape),
  );
  const asked = rules.flatMap((rule) => rule.boxes);
  const narrowed = [
    { key: "time", boxes: inForce },
    { key: "asker", boxes: asked },
  ];
  for (const { key, boxes } of narrowed) {
    const dimension = byKey.get(key);
    if (dimension === undefined || boxes.length === 0) continue;
    for (let word = wordAt(shape, dimension); word < wordAt(shape, dimension + 1); word += 1)
      domain[word] = boxes.reduce((bits, box) => bits | (box[word] ?? 0), 0);
  }
  return domain;
}

// times ---------------------------------------------------------------------------------------------------------------

interface Shown {
  readonly classes: readonly DifferenceClass[];
  /** Whether answers come earlier or later, where only decisions show it. */
  readonly timed: readonly DifferenceClass[];
  readonly times: readonly Instant[];
}

/** At the time of the witness where that shows it, else at one of the region that does. */
function shownBy(
  compared: Compared,
  region: ChangedRegion,
  { witness, question }: Shower,
  showing: (at: Instant) => boolean,
): Shown | undefined {
  const known = region.changes.flatMap((change) => change.class ?? []);
  const isTimed = known.length < region.changes.length;
  const answers = answersTo(question);
  const way = isTimed ? undefined : wayOf(known);
  const isOtherWay = way !== undefined && soonerOf(answers) * way < 0;
  if (!isTimed && !isOtherWay && areDifferent(answers))
    return { classes: ordered(known), timed: [], times: [witness.at] };
  const { pair, focus } = compared;
  const models = [pair.before.model, pair.after.model];
  const intervals = intervalsOf(compared, region.boxes, witness.at);
  const times = timesIn(models, intervals, witness.at, focus.space.zone);
  const seen = seenAt(question, times.filter(showing));
  if (way !== undefined) {
    const at = (way > 0 ? seen.later : seen.earlier) ?? seen.differing;
    return at === undefined ? undefined : { classes: ordered(known), timed: [], times: [at] };
  }
  const timed: DifferenceClass[] = [
    ...(seen.later === undefined ? [] : (["later"] as const)),
    ...(seen.earlier === undefined ? [] : (["earlier"] as const)),
  ];
  const shownAt = timesOf(seen, witness.at, areDifferent(answers), soonerOf(answers));
  if (shownAt.length === 0) return undefined;
  const other: readonly DifferenceClass[] = isTimed && timed.length === 0 ? ["other"] : [];
  return { classes: ordered([...known, ...(isTimed ? timed : []), ...other]), timed, times: shownAt };
}

/** Positive where answers are told to come later, negative where earlier: what else changed may outweigh it at some times. */
function wayOf(known: readonly DifferenceClass[]): number | undefined {
  const [isLater, isEarlier] = [known.includes("later"), known.includes("earlier")];
  return isLater === isEarlier ? undefined : isLater ? 1 : -1;
}

function timesOf(seen: Seen, at: Instant, isShown: boolean, order: number): readonly Instant[] {
  if (seen.later !== undefined && seen.earlier !== undefined) return [seen.later, seen.earlier];
  if (isShown && order !== 0) return [at];
  const found = seen.later ?? seen.earlier ?? (isShown ? at : seen.differing);
  return found === undefined ? [] : [found];
}

function ordered(classes: readonly DifferenceClass[]): readonly DifferenceClass[] {
  return differenceClasses.filter((each) => classes.includes(each));
}

/** When requests that lie in one box with one at a time can come. */
export function intervalsOf({ focus }: Compared, boxes: readonly Box[], at: Instant): readonly Interval[] {
  const { space } = focus;
  const time = space.byKey.get("time") ?? 0;
  const cells = space.dimensions[time]?.cells ?? [];
  const intervals = boxes.map((box) =>
    cellsIn(space.shape, box, time).flatMap((number) => {
      const cell = cells[number];
      return cell?.kind === "moments" ? cell.intervals : [];
    }),
  );
  return intervals.find((each) => each.some(({ open, close }) => at >= open && at < close)) ?? [];
}

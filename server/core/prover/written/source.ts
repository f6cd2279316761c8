/** What everything that is written about a kind of request asks of requests: that by which they are told apart. */
import type { Agreement, Condition, DayRange, Model, RequestKind } from "../../model/model.ts";
import { zoneOfCalendars } from "../../model/zones.ts";
import type { Day } from "../../time/spec.ts";
import { utc, type Zone, zoneOf } from "../../time/zone.ts";
import { sameElements } from "../lists.ts";
import type { Horizon } from "../space/moments.ts";
import { type Asked, forceKey, type SpaceSource } from "../space/space.ts";
import {
  type AskedByPart,
  type Asking,
  askedByPart,
  atomsAsked,
  distinct,
  type Enums,
  enumsOf,
  type Question,
} from "./questions.ts";
import type { AgreementScope } from "./rules.ts";
import type { ExceptionsOf, Written } from "./written.ts";

/** What somebody asks who has more to know of requests than clauses and claims ask. */
interface More {
  readonly when: Condition;
  readonly agreement: Agreement;
}

/** In what clauses are read: their agreements, the exceptions to them, and the day from which on what has no dates is looked at. */
export interface Reading {
  readonly scopes: ReadonlyMap<Agreement, AgreementScope>;
  readonly exceptionsOf: ExceptionsOf;
  readonly today: Day;
}

/** What the space of a kind is made of, the same object while all that asks is the same. */
export function sourceOf(
  written: Pick<Written, "kind" | "parts" | "proofs">,
  model: Pick<Model, "facts" | "attributes" | "calendars">,
  reading: Reading,
  more: readonly More[] = [],
): SpaceSource {
  const { kind, parts, proofs } = written;
  const { scopes, exceptionsOf, today } = reading;
  const asking = [...scopes.values()];
  const enums = enumsOf(kind, model);
  const asked = parts.map(
    (part): AskedIn => ({ by: askedByPart(part, exceptionsOf, enums), scope: scopes.get(part.agreement) }),
  );
  const zone = asking[0]?.zone ?? zoneWithoutAgreements(model);
  const inputs = [
    today,
    zone,
    enums.key,
    asking.length,
    ...asking.map(scopeKey),
    ...asked.flatMap(({ by, scope }) => [by.key, scope?.zone]),
    ...more.map(({ when }) => when),
    ...model.facts,
    ...proofs,
  ];
  const others = keptSources.get(kind) ?? none;
  const known = others.find((each) => sameElements(each.inputs, inputs));
  const source = known?.source ?? newSource(written, reading, { asked, facts: model.facts, more, enums, zone });
  if (!known) keptSources.set(kind, [{ inputs, source }, ...others].slice(0, mostKept));
  return source;
}

/** The zone of requests where no agreement is about them: that of all calendars, if it is one. */
export function zoneWithoutAgreements(model: Pick<Model, "calendars">): Zone {
  return zoneOf(zoneOfCalendars(model) ?? "") ?? utc;
}

interface KeptSource {
  readonly inputs: readonly unknown[];
  readonly source: SpaceSource;
}

/** The last sources of a kind: for proofs of decisions and of times, and what was typed and may be taken back. */
const keptSources = new WeakMap<RequestKind, readonly KeptSource[]>();
const mostKept = 4;

/** Equal for scopes of the same dates, zone and parties. */
function scopeKey(scope: AgreementScope): string {
  const known = scopeKeys.get(scope);
  if (known !== undefined) return known;
  const { agreement, zone } = scope;
  const key = JSON.stringify([zone.id, agreement.effective?.value, agreement.parties]);
  scopeKeys.set(scope, key);
  return key;
}

const scopeKeys = new WeakMap<AgreementScope, string>();

interface AskedIn {
  readonly by: AskedByPart;
  readonly scope: AgreementScope | undefined;
}

/** What is asked of requests beside what claims ask. */
interface Questions {
  readonly asked: readonly AskedIn[];
  readonly facts: Model["facts"];
  readonly more: readonly More[];
  readonly enums: Enums;
  /** In which is read what no agreement asks. */
  readonly zone: Zone;
}

function newSource(
  { kind, proofs }: Pick<Written, "kind" | "proofs">,
  { scopes, today }: Reading,
  { asked, facts, more, enums, zone }: Questions,
): SpaceSource {
  const gathered = newGathered();
  for (const { by, scope } of asked) {
    const own = scope?.zone ?? zone;
    gather(gathered, by.questions, own);
    if (by.isBroken) gathered.isBroken = true;
    for (const range of by.ranges) addRange(gathered, range, own);
  }
  for (const { agreement, zone: own } of scopes.values()) addRange(gathered, agreement.effective?.value, own);
  for (const each of [...facts, ...proofs]) gatherOne(gathered, each, zone, enums);
  for (const { when, agreement } of more) gatherOne(gathered, { when }, scopes.get(agreement)?.zone ?? zone, enums);
  const parties = [...new Set([...scopes.keys()].flatMap((agreement) => agreement.parties))];
  const ranges = [...gathered.ranges.values()];
  const dates = [
    ...gathered.asked.flatMap(datesIn),
    ...ranges.flatMap(({ range }) => [range.first, range.last ?? range.first]),
  ];
  const horizon = horizonOf([...scopes.keys()], dates, today);
  return { kind, asked: inOrder(gathered.asked, kind), ranges, parties, horizon, zone, isBroken: gathered.isBroken };
}

/** In an order that does not depend on where each is asked: by what is asked about, fields as they are declared. */
function inOrder(asked: readonly Asked[], { fields }: RequestKind): readonly Asked[] {
  const index = new Map(fields.map(({ name }, at) => [name, at]));
  const keyed = asked.map((each) => {
    const { subject } = each.atom;
    const declared = subject.kind === "field" ? (index.get(subject.name) ?? fields.length) : fields.length;
    return { each, declared, key: `${each.key} ${each.zone.id}` };
  });
  keyed.sort((one, other) => one.declared - other.declared || (one.key < other.key ? -1 : 1));
  return keyed.map(({ each }) => each);
}

const none: readonly never[] = [];

interface Gathered {
  readonly asked: Asked[];
  readonly ranges: Map<string, SpaceSource["ranges"][number]>;
  /** The comparisons that are there already, by zone. */
  readonly known: Map<Zone, Set<string>>;
  isBroken: boolean;
}

function newGathered(): Gathered {
  return { asked: [], ranges: new Map(), known: new Map(), isBroken: false };
}

function gather(into: Gathered, questions: readonly Question[], zone: Zone): void {
  const known = into.known.get(zone) ?? new Set();
  into.known.set(zone, known);
  for (const { atom, key } of questions) {
    if (known.has(key)) continue;
    known.add(key);
    into.asked.push({ atom, zone, key });
  }
}

function gatherOne(into: Gathered, source: Asking, zone: Zone, enums: Enums): void {
  const { atoms, isBroken } = atomsAsked(source);
  gather(into, distinct([atoms], enums), zone);
  if (isBroken) into.isBroken = true;
}

function addRange({ ranges }: Gathered, range: DayRange | undefined, zone: Zone): void {
  if (!range) return;
  const key = forceKey(range, zone);
  if (!ranges.has(key)) ranges.set(key, { range, zone });
}

const mostDays = 7305;
const yearAndMore = 400;

/**
 * From the first to the last day on which any of the agreements is in force. Without a beginning or an end it reaches from today, or
 * the first date that is written, to a year and more after the last.
 */
function horizonOf(agreements: readonly Agreement[], dates: readonly Day[], today: Day): Horizon {
  // A claim about a kind that no clause is about has no agreement.
  const ranges = agreements.length === 0 ? [undefined] : agreements.map(({ effective }) => effective?.value);
  const [earliest, latest] = [Math.min(today, ...dates), Math.max(today, ...dates) + yearAndMore];
  const first = Math.min(...ranges.map((range) => range?.first ?? earliest));
  const last = Math.max(first, ...ranges.map((range) => range?.last ?? latest));
  return { first, last: Math.min(last, first + mostDays), isWhole: last <= first + mostDays };
}

function datesIn({ atom }: Asked): readonly Day[] {
  return atom.kind === "on" && atom.subject.kind === "time" && atom.days.kind === "dates"
    ? [atom.days.first, atom.days.last]
    : [];
}

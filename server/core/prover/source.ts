/** What everything that is written about a kind of request asks of requests: that by which they are told apart. */
import type { Agreement, CommitClause, Condition, Exception, HandleClause, Model } from "../model/model.ts";
import type { Day } from "../time/spec.ts";
import { utc, type Zone } from "../time/zone.ts";
import { type Atom, atomKey, atomsIn, subjectKey } from "./atoms.ts";
import type { Horizon } from "./moments.ts";
import { type AgreementScope, datesOf } from "./rules.ts";
import { type Asked, forceKey, type SpaceSource } from "./space.ts";
import type { Written } from "./written.ts";

/** The exceptions to what has an id. */
type ExceptionsOf = (id: string) => readonly Exception[];

/** What the space of a kind is made of; what is read in a day that is `today` where no dates are written. */
export function sourceOf(
  { kind, handles, commits, proofs }: Written,
  { facts }: Pick<Model, "facts">,
  scopes: ReadonlyMap<Agreement, AgreementScope>,
  exceptionsOf: ExceptionsOf,
  today: Day,
  more: readonly { readonly when: Condition; readonly agreement: Agreement }[] = [],
): SpaceSource {
  const [zone = utc] = [...scopes.values()].map((scope) => scope.zone);
  const gathered = newGathered();
  for (const { agreement, clause } of [...handles, ...commits]) {
    const own = scopes.get(agreement)?.zone ?? zone;
    for (const each of withCases(clause)) {
      gather(gathered, each, own);
      for (const exception of exceptionsOf(each.id)) {
        gather(gathered, exception, own);
        addRange(gathered, datesOf(exception), own);
      }
    }
  }
  for (const { agreement, zone: own } of scopes.values()) addRange(gathered, agreement.effective?.value, own);
  for (const each of [...facts, ...proofs]) gather(gathered, each, zone);
  for (const { when, agreement } of more) gather(gathered, { when }, scopes.get(agreement)?.zone ?? zone);
  const parties = [...new Set([...scopes.keys()].flatMap((agreement) => agreement.parties))];
  const ranges = [...gathered.ranges.values()];
  const dates = [
    ...gathered.asked.flatMap(datesIn),
    ...ranges.flatMap(({ range }) => [range.first, range.last ?? range.first]),
  ];
  const horizon = horizonOf([...scopes.keys()], dates, today);
  return { kind, asked: gathered.asked, ranges, parties, horizon, zone, isBroken: gathered.isBroken };
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

function gather(into: Gathered, source: Asking, zone: Zone): void {
  const { questions, isBroken } = questionsOf(source);
  if (isBroken) into.isBroken = true;
  if (questions.length === 0) return;
  const known = into.known.get(zone) ?? new Set();
  into.known.set(zone, known);
  for (const { atom, key } of questions) {
    if (known.has(key)) continue;
    known.add(key);
    into.asked.push({ atom, zone });
  }
}

function addRange({ ranges }: Gathered, range: SpaceSource["ranges"][number]["range"] | undefined, zone: Zone): void {
  if (!range) return;
  const key = forceKey(range, zone);
  if (!ranges.has(key)) ranges.set(key, { range, zone });
}

/** A clause or a case without those in it, or whatever else has conditions. */
type Asking = Pick<HandleClause, "when"> & Partial<Pick<CommitClause, "verdicts">>;

interface Questions {
  readonly questions: readonly { readonly atom: Atom; readonly key: string }[];
  /** Whether a condition could not be read. */
  readonly isBroken: boolean;
}

function questionsOf(source: Asking): Questions {
  const known = knownQuestions.get(source);
  if (known) return known;
  const conditions = [source.when, ...(source.verdicts ?? none).map(({ when }) => when)].flatMap((when) => when ?? []);
  const questions = conditions
    .flatMap(atomsIn)
    .map((atom) => ({ atom, key: `${subjectKey(atom.subject)} ${atomKey(atom)}` }));
  const found = { questions, isBroken: conditions.some(({ kind }) => kind === "broken") };
  knownQuestions.set(source, found);
  return found;
}

const knownQuestions = new WeakMap<Asking, Questions>();

/** What conditions ask. */
export function askedIn(conditions: readonly { readonly when: Condition; readonly zone: Zone }[]): readonly Asked[] {
  return conditions.flatMap(({ when, zone }) => atomsIn(when).map((atom) => ({ atom, zone })));
}

/** A clause and all cases in it, each before those inside it. */
export function withCases(clause: HandleClause | CommitClause): readonly (HandleClause | CommitClause)[] {
  return clause.cases.length === 0 ? [clause] : [clause, ...clause.cases.flatMap(withCases)];
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

/** Everything that is written about one kind of request, made ready to be asked about all requests at once. */
import type {
  Agreement,
  CommitClause,
  Condition,
  Exception,
  HandleClause,
  Model,
  Place,
  RequestKind,
  Who,
} from "../model/model.ts";
import type { Guarantee, Proof } from "../model/work.ts";
import { zoneOfAgreement, zonesOfParties } from "../model/zones.ts";
import type { Day } from "../time/spec.ts";
import { utc, type Zone, zoneOf } from "../time/zone.ts";
import { atomsIn } from "./atoms.ts";
import type { Box } from "./box.ts";
import { boxesWhere } from "./condition.ts";
import type { Horizon } from "./moments.ts";
import {
  type AgreementScope,
  type CommitRule,
  commitRule,
  datesOf,
  type HandleRule,
  handleRule,
  type RuleContext,
} from "./rules.ts";
import { type Ground, type Space, type SpaceSource, spaceOf } from "./space.ts";

/** What is written about a kind of request: its clauses, each with its agreement. */
export interface Written {
  readonly kind: RequestKind;
  readonly handles: readonly InAgreement<HandleClause>[];
  readonly commits: readonly InAgreement<CommitClause>[];
  readonly proofs: readonly Proof[];
  readonly guarantees: readonly InAgreement<Guarantee>[];
}

/** A clause and the agreement that it stands in. */
export interface InAgreement<Clause> {
  readonly agreement: Agreement;
  readonly clause: Clause;
}

/** The same as boxes of a space. */
export interface Group {
  readonly kind: RequestKind;
  readonly space: Space;
  /** Requests that do not occur: facts, and named customers with other attributes than they have. */
  readonly impossible: readonly Box[];
  readonly scopes: ReadonlyMap<Agreement, AgreementScope>;
  readonly handles: readonly HandleRule[];
  readonly commits: readonly CommitRule[];
  readonly proofs: readonly Proof[];
  /** Conditions that take too many boxes: with one of them nothing is decided. */
  readonly tooComplex: readonly Place[];
  /** False where a condition is too complex or could not be read, or the agreements are in force for longer than is looked at. */
  readonly isDecidable: boolean;
}

/** What is written, by kind of request; kinds that no clause is about are left out. */
export function writtenByKind(model: Model): ReadonlyMap<string, Written> {
  const found = new Map<string, Writing>();
  const entry = (name: string) => {
    const kind = model.kinds.get(name);
    const known = found.get(name) ?? (kind && { kind, handles: [], commits: [], proofs: [], guarantees: [] });
    if (known) found.set(name, known);
    return known;
  };
  for (const agreement of model.agreements.values()) {
    for (const clause of agreement.handles)
      for (const kind of new Set(clause.kinds)) entry(kind)?.handles.push({ agreement, clause });
    for (const clause of agreement.commits)
      for (const kind of new Set(clause.kinds)) entry(kind)?.commits.push({ agreement, clause });
    for (const clause of agreement.guarantees)
      for (const kind of new Set(clause.kinds)) entry(kind)?.guarantees.push({ agreement, clause });
  }
  for (const proof of model.proofs.values()) entry(proof.topic)?.proofs.push(proof);
  return found;
}

interface Writing extends Written {
  readonly handles: InAgreement<HandleClause>[];
  readonly commits: InAgreement<CommitClause>[];
  readonly proofs: Proof[];
  readonly guarantees: InAgreement<Guarantee>[];
}

/** A kind's clauses as boxes; what is read in a day that is `today` where no dates are written. */
export function groupOf(written: Written, model: Model, ground: Ground, today: Day): Group {
  return grouped(written, model, ground, today, nothingMore);
}

/** The same, where requests are also told apart by what steps and guarantees ask about; `plain` where they ask nothing more. */
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
  const exceptionsOf = (id: string) => model.exceptionsOf.get(id) ?? [];
  const source = sourceOf(written, model, scopes, exceptionsOf, today, more.conditions);
  const space = spaceOf(source, ground);
  const tooComplex: Place[] = [];
  const context: RuleContext = { space, exceptionsOf, tooComplex: (place) => tooComplex.push(place) };
  const facts = model.facts.flatMap((fact) => {
    const boxes = boxesWhere(space, fact.when, source.zone);
    if (!boxes) tooComplex.push(fact.place);
    return boxes ?? [];
  });
  const scoped = <Clause>({ agreement, clause }: InAgreement<Clause>) => [clause, scopeIn(scopes, agreement)] as const;
  return {
    kind: written.kind,
    space,
    impossible: [...space.impossible, ...facts],
    scopes,
    handles: written.handles.map(scoped).map(([clause, scope]) => handleRule(clause, scope, context)),
    commits: written.commits.map(scoped).map(([clause, scope]) => commitRule(clause, scope, context)),
    proofs: written.proofs,
    tooComplex,
    isDecidable: tooComplex.length === 0 && space.horizon.isWhole && !isBroken(source, scopes),
  };
}

/** What could not be read may say anything. */
function isBroken({ conditions }: SpaceSource, scopes: ReadonlyMap<Agreement, AgreementScope>): boolean {
  return (
    conditions.some(({ when }) => when.kind === "broken") || [...scopes.keys()].some(({ broken }) => broken.length > 0)
  );
}

/** The scope of one of the agreements of what is written. */
export function scopeIn(scopes: ReadonlyMap<Agreement, AgreementScope>, agreement: Agreement): AgreementScope {
  return scopes.get(agreement) ?? { agreement, zone: utc, askers: agreement.parties };
}

/** The agreements of what is written, and perhaps more, each with its zone and those that ask. */
export function scopesOf(
  { handles, commits }: Written,
  model: Model,
  more: readonly Agreement[] = [],
): ReadonlyMap<Agreement, AgreementScope> {
  const agreements = new Set([...[...handles, ...commits].map(({ agreement }) => agreement), ...more]);
  return new Map(
    [...agreements].map((agreement) => {
      const own = handles.filter((each) => each.agreement === agreement);
      const handling = new Set(own.flatMap(({ clause }) => teamsMeant(model, clause.lines.by?.value)));
      const others = agreement.parties.filter((party) => !handling.has(party));
      const askers = others.length > 0 ? others : agreement.parties;
      return [agreement, { agreement, zone: zoneIn(model, agreement), askers }];
    }),
  );
}

/** Where the parties' zones differ and none is stated, which is an error, dates are still read somewhere. */
function zoneIn(model: Model, agreement: Agreement): Zone {
  const zone = zoneOfAgreement(model, agreement) ?? zonesOfParties(model, agreement)[0];
  return (zone === undefined ? undefined : zoneOf(zone)) ?? utc;
}

/** The teams that somebody who handles requests is of; none where that depends on the request. */
export function teamsMeant(model: Pick<Model, "people">, who: Who | undefined): readonly string[] {
  switch (who?.kind) {
    case "team":
    case "lead of":
    case "all of":
      return [who.team];
    case "person":
      return who.of === undefined ? (model.people.get(who.person)?.teams ?? []) : [who.of];
    case "lead of asker":
    case "owner of customer":
    case undefined:
      return [];
    default:
      return who satisfies never;
  }
}

// what the space is split by ------------------------------------------------------------------------------------------

type ExceptionsOf = (id: string) => readonly Exception[];

/** What the space of what is written is made of. */
export function sourceOf(
  { kind, handles, commits, proofs }: Written,
  model: Model,
  scopes: ReadonlyMap<Agreement, AgreementScope>,
  exceptionsOf: ExceptionsOf,
  today: Day,
  more: More["conditions"] = [],
): SpaceSource {
  const conditions: { when: Condition; zone: Zone }[] = [];
  const ranges: { range: NonNullable<ReturnType<typeof datesOf>>; zone: Zone }[] = [];
  const zones = [...scopes.values()].map(({ zone }) => zone);
  const zone = zones[0] ?? utc;
  const add = (when: Condition | undefined, where: Zone) => when && conditions.push({ when, zone: where });
  for (const { agreement, clause } of [...handles, ...commits]) {
    const own = scopeIn(scopes, agreement).zone;
    for (const each of withCases(clause)) {
      add(each.when, own);
      for (const when of lineConditions(each)) add(when, own);
      for (const exception of exceptionsOf(each.id)) {
        add(exception.when, own);
        for (const { when } of exception.verdicts) add(when, own);
        const range = datesOf(exception);
        if (range) ranges.push({ range, zone: own });
      }
    }
  }
  for (const { agreement, zone: own } of scopes.values())
    if (agreement.effective) ranges.push({ range: agreement.effective.value, zone: own });
  for (const { when } of [...model.facts, ...proofs]) add(when, zone);
  for (const { when, agreement } of more) add(when, scopeIn(scopes, agreement).zone);
  const parties = [...new Set([...scopes.keys()].flatMap((agreement) => agreement.parties))];
  const dates = [
    ...conditions.flatMap(datesIn),
    ...ranges.flatMap(({ range }) => [range.first, range.last ?? range.first]),
  ];
  return { kind, conditions, ranges, parties, horizon: horizonOf([...scopes.keys()], dates, today), zone };
}

function withCases(clause: HandleClause | CommitClause): readonly (HandleClause | CommitClause)[] {
  return [clause, ...clause.cases.flatMap(withCases)];
}

function lineConditions(clause: HandleClause | CommitClause): readonly Condition[] {
  return clause.kind === "commit" ? clause.verdicts.flatMap(({ when }) => when ?? []) : [];
}

const mostDays = 7305;
const yearAndMore = 400;

/**
 * From the first to the last day on which any of the agreements is in force. Without a beginning or an end it reaches from today, or
 * the first date that is written, to a year and more after the last.
 */
function horizonOf(agreements: readonly Agreement[], dates: readonly Day[], today: Day): Horizon {
  // A claim about a kind that no clause is about has no agreement.
  const ranges = agreements.length > 0 ? agreements.map(({ effective }) => effective?.value) : [undefined];
  const [earliest, latest] = [Math.min(today, ...dates), Math.max(today, ...dates) + yearAndMore];
  const first = Math.min(...ranges.map((range) => range?.first ?? earliest));
  const last = Math.max(first, ...ranges.map((range) => range?.last ?? latest));
  return { first, last: Math.min(last, first + mostDays), isWhole: last <= first + mostDays };
}

function datesIn({ when }: { readonly when: Condition }): readonly Day[] {
  return atomsIn(when).flatMap((atom) =>
    atom.kind === "on" && atom.subject.kind === "time" && atom.days.kind === "dates"
      ? [atom.days.first, atom.days.last]
      : [],
  );
}

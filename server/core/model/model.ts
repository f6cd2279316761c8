/**
 * What the files mean: plain data beside the tree. Everything is found by name, in Maps keyed by the name as declared;
 * a clause's id is `agreement.clause`, a case's `agreement.clause.case`, a verdict line's `agreement.clause.never`.
 */
import type { Item, Name, Span, SyntaxFile } from "../syntax/tree.ts";
import type { Day, LineDays, Minute, Target, TimeRange, Unit } from "../time/spec.ts";
import type { Decimal } from "./decimal.ts";
import type { Declared } from "./declared.ts";
import type { Names, SegmentBits } from "./names.ts";
import type { LinkProblem } from "./problem.ts";
import type { CustomerRecord, Due, Fact, Guarantee, Handover, Obligation, Proof, Step } from "./work.ts";

/** Where something is written: offsets are relative to the item; `origin` of the model says where the item is now. */
export interface Place {
  readonly item: Item;
  readonly span: Span;
}

/** A stated property and the place of the line that states it (the first line, where a property has several). */
export interface Stated<T> {
  readonly value: T;
  readonly place: Place;
}

/** Both ends included; no `last` means without an end. */
export interface DayRange {
  readonly first: Day;
  readonly last: Day | undefined;
}

/** A calendar's or an exception's `open` or `closed` line; `during` still names its calendars. */
export interface CalendarRule {
  readonly effect: "open" | "closed";
  readonly days:
    | Exclude<LineDays, { kind: "during" }>
    | { readonly kind: "during"; readonly calendars: readonly string[] };
  readonly times: readonly TimeRange[];
  readonly because: string | undefined;
  readonly place: Place;
}

/** What every declared thing has: its name and where the name is written. */
export interface Named {
  readonly name: string;
  readonly title: string | undefined;
  readonly doc: string | undefined;
  /** The name itself. */
  readonly place: Place;
}

/** A calendar as declared; `rules` in the order of its lines. */
export interface Calendar extends Named {
  readonly zone: string;
  readonly rules: readonly CalendarRule[];
  /** Weekly rest days, bit 0 = Monday. */
  readonly rest: number;
}

/** A roster: whose turn it is changes every day, week or month from `from` on. */
export interface Duty {
  readonly people: readonly string[];
  readonly turn: "daily" | "weekly" | "monthly";
  readonly from: Day;
}

/** The lines, by the kind of their node, that are written but could not be read or resolved: checks of absence pass them over. */
export type BrokenLines = readonly string[];

/** A team, with what its lines state. */
export interface Team extends Named {
  readonly lead: Stated<string> | undefined;
  readonly members: readonly Stated<string>[];
  readonly hours: Stated<string> | undefined;
  readonly reach: readonly Stated<{ readonly channel: string; readonly address: string }>[];
  readonly duty: Stated<Duty> | undefined;
  readonly deputies: readonly Stated<{ readonly person: string; readonly of: string }>[];
  readonly away: readonly Stated<{ readonly person: string; readonly days: DayRange }>[];
  readonly broken: BrokenLines;
}

/** A person is declared by being the lead or a member of a team, perhaps of several. */
export interface Person {
  readonly name: string;
  /** In the order of the files. */
  readonly teams: readonly string[];
  /** Where the person is named as a lead or member. */
  readonly places: readonly Place[];
}

/** What values a field or an attribute has; a duration's are counted in `unit`. */
export type FieldType =
  | { readonly kind: "enum"; readonly values: readonly string[] }
  | { readonly kind: "percent" | "number" | "date" | "time" | "text" }
  | { readonly kind: "money"; readonly currency: string }
  | { readonly kind: "duration"; readonly unit: Unit };

/** A field of a kind of request. */
export interface Field extends Named {
  readonly type: FieldType;
}

/** A kind of request. */
export interface RequestKind extends Named {
  readonly fields: readonly Field[];
}

/** Something known about every customer. */
export interface Attribute extends Named {
  readonly type: FieldType;
}

/** A customer, with the values of its attributes by name. */
export interface Customer extends Named {
  readonly owner: Stated<string> | undefined;
  readonly backup: Stated<string> | undefined;
  readonly attributes: ReadonlyMap<string, Stated<Constant>>;
  readonly records: readonly CustomerRecord[];
  readonly dues: readonly Due[];
  readonly broken: BrokenLines;
}

/** A constant in a condition, a customer's attribute, or a request's field; a decimal is in the unit of its field's type. */
export type Constant =
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "decimal"; readonly value: Decimal }
  | { readonly kind: "day"; readonly day: Day }
  | { readonly kind: "time"; readonly minute: Minute }
  | { readonly kind: "text"; readonly text: string };

/** What a condition asks about; `time` is the moment of the request. */
export type Subject =
  | { readonly kind: "field"; readonly name: string }
  | { readonly kind: "attribute"; readonly name: string }
  | { readonly kind: "customer" | "asker" | "channel" | "time" };

/** A condition over one request. `broken` could not be read or resolved: it never holds, and its clause is marked. */
export type Condition = (
  | { readonly kind: "or" | "and"; readonly parts: readonly Condition[] }
  | { readonly kind: "not"; readonly part: Condition }
  | { readonly kind: "is"; readonly subject: Subject; readonly negated: boolean; readonly values: readonly Constant[] }
  | {
      readonly kind: "compare";
      readonly subject: Subject;
      readonly operator: "<" | "<=" | ">" | ">=";
      readonly value: Constant;
    }
  | { readonly kind: "during"; readonly subject: Subject; readonly outside: boolean; readonly calendar: string }
  | {
      readonly kind: "on";
      readonly subject: Subject;
      readonly days: Exclude<LineDays, { kind: "during" | "holidays" }>;
    }
  | { readonly kind: "broken" }
) & { readonly place: Place };

/** Who does something. `of` picks the team whose hours count for a person of several teams. */
export type Who =
  | { readonly kind: "team"; readonly team: string }
  | { readonly kind: "person"; readonly person: string; readonly of: string | undefined }
  | { readonly kind: "lead of"; readonly team: string }
  | { readonly kind: "lead of asker" }
  | { readonly kind: "all of"; readonly team: string }
  | { readonly kind: "owner of customer" };

/** Channels on which a clause takes requests, perhaps `during` a calendar only. */
export interface Via {
  readonly channels: readonly string[];
  readonly during: string | undefined;
}

/** One `escalate` line. */
export interface Rung {
  readonly after: Target;
  readonly to: Who;
}

/** How a surcharge is computed. */
export type SurchargeRate =
  | { readonly kind: "percent"; readonly percent: Decimal }
  | { readonly kind: "amount"; readonly amount: Decimal; readonly currency: string }
  | { readonly kind: "premium"; readonly region: string };

/** A `surcharge` line. */
export interface Surcharge {
  readonly rate: SurchargeRate;
  readonly because: string | undefined;
}

/** The properties that a handle clause, a case of it or an exception to it states; what is absent is kept from below. */
export interface HandleLines {
  readonly by: Stated<Who> | undefined;
  readonly via: Stated<readonly Stated<Via>[]> | undefined;
  readonly hours: Stated<string> | undefined;
  readonly cutoff: Stated<Minute> | undefined;
  readonly respond: Stated<Target> | undefined;
  readonly resolve: Stated<Target> | undefined;
  readonly escalate: Stated<readonly Stated<Rung>[]> | undefined;
  readonly say: Stated<string> | undefined;
  readonly decline: Stated<string> | undefined;
  readonly surcharge: Stated<Surcharge> | undefined;
  /** Those that are stated here; of an overlay each replaces the step of its name (language.md M3). */
  readonly steps: Stated<readonly Step[]> | undefined;
  readonly broken: BrokenLines;
}

interface ClauseCommon {
  /** `agreement.clause`, or `agreement.clause.case`. */
  readonly id: string;
  readonly name: string;
  readonly doc: string | undefined;
  readonly agreement: string;
  /** Request kinds; empty in a case that has its parent's. */
  readonly kinds: readonly string[];
  readonly when: Condition | undefined;
  /** The name, for messages and links. */
  readonly place: Place;
  /** The whole clause. */
  readonly whole: Place;
}

/** A handle clause, a case of one, or a row of its target table. */
export interface HandleClause extends ClauseCommon {
  readonly kind: "handle";
  readonly lines: HandleLines;
  /** Cases in source order, the rows of target tables among them. */
  readonly cases: readonly HandleClause[];
}

/** A `may`, `ask` or `never` line. */
export interface Verdict {
  /** `product_support.discounts.never`, in an exception `acme_discount.may`; equal verdict words share an id. */
  readonly id: string;
  readonly verdict: "may" | "ask" | "never";
  readonly who: Who | undefined;
  readonly within: Target | undefined;
  readonly when: Condition | undefined;
  readonly because: string | undefined;
  readonly place: Place;
}

/** A commit clause, or a case of one. */
export interface CommitClause extends ClauseCommon {
  readonly kind: "commit";
  /** The party whose promise it is, empty when missing; a case has its clause's. */
  readonly by: string;
  readonly verdicts: readonly Verdict[];
  readonly cases: readonly CommitClause[];
}

/** An agreement with its clauses, in source order. */
export interface Agreement extends Named {
  readonly parties: readonly string[];
  /** As written after `in`; see `zoneOfAgreement`. */
  readonly zone: string | undefined;
  readonly effective: Stated<DayRange> | undefined;
  readonly review: Stated<{ readonly months: number; readonly by: string }> | undefined;
  readonly broken: BrokenLines;
  readonly handles: readonly HandleClause[];
  readonly commits: readonly CommitClause[];
  readonly guarantees: readonly Guarantee[];
  readonly obligations: readonly Obligation[];
  readonly whole: Place;
}

/** An exception; what it states is laid over its base while it is in force (language.md M6). */
export interface Exception extends Named {
  /** The id of the clause or case that it bends; for a verdict line (`discounts.never`) that of its clause. */
  readonly base: string;
  readonly basePlace: Place;
  readonly when: Condition | undefined;
  readonly effective: Stated<DayRange> | undefined;
  readonly open: readonly CalendarRule[];
  readonly lines: HandleLines;
  readonly verdicts: readonly Verdict[];
  readonly owner: Stated<string> | undefined;
  readonly approved: Stated<{ readonly by: string; readonly on: Day }> | undefined;
  readonly reason: Stated<string> | undefined;
  readonly renews: Stated<string> | undefined;
  readonly broken: BrokenLines;
  readonly whole: Place;
}

/** The kinds of names; teams and people share one name space, clauses are written with their agreement's name. */
export type Space =
  | "calendar"
  | "channel"
  | "team"
  | "person"
  | "attribute"
  | "request"
  | "field"
  | "value"
  | "agreement"
  | "clause"
  | "exception"
  | "customer"
  | "record"
  | "handover"
  | "step"
  | "proof";

/** A name written somewhere: a declaration of the symbol or a use of it. */
export interface Reference {
  readonly place: Place;
  /** The name as compared (NFKC, no backticks). */
  readonly written: string;
  /** Where it was looked up; the first is the likeliest. */
  readonly spaces: readonly Space[];
  /** `space:qualified.name`, such as `field:incident.severity` or `clause:product_support.incidents.urgent`; undefined: unknown. */
  readonly symbol: string | undefined;
  readonly role: "declaration" | "use";
}

/**
 * The names in an item in the order of linking, how each is sought, and the symbols that they stand for (undefined: none).
 * In columns, and with the ways of seeking shared, since there are very many names.
 */
export interface WrittenNames {
  readonly names: readonly Name[];
  readonly sought: readonly Sought[];
  readonly symbols: readonly (string | undefined)[];
}

/** In which spaces a name is looked up, or that it declares. */
export type Sought = Pick<Reference, "spaces" | "role">;

/** A parsed file and the path that findings show. */
export interface SourceFile {
  readonly path: string;
  readonly syntax: SyntaxFile;
}

/** Where an item is now: the file, and the item's absolute offset in it. */
export interface Origin {
  readonly path: string;
  readonly offset: number;
}

/** Something declared at the top level of a file; the first of a name counts. */
export type Meaning =
  | { readonly space: "calendar"; readonly value: Calendar }
  | { readonly space: "channel"; readonly value: Named }
  | { readonly space: "team"; readonly value: Team }
  | { readonly space: "attribute"; readonly value: Attribute }
  | { readonly space: "request"; readonly value: RequestKind }
  | { readonly space: "agreement"; readonly value: Agreement }
  | { readonly space: "exception"; readonly value: Exception }
  | { readonly space: "customer"; readonly value: Customer }
  | { readonly space: "handover"; readonly value: Handover }
  | { readonly space: "proof"; readonly value: Proof }
  /** A fact has no name. */
  | { readonly space: "fact"; readonly value: Fact };

/**
 * What one item means under some names. It is kept, the same object, while the item and all that it looked up are the
 * same, so whatever depends on it alone may be cached by its identity.
 */
export interface LinkedItem {
  readonly item: Item;
  /** What the item offers to others. */
  readonly declared: Declared;
  readonly meanings: readonly Meaning[];
  readonly problems: readonly LinkProblem[];
  /** What `referencesIn` and `unusedOf` read. */
  readonly written: WrittenNames;
  /** The tables of names that were asked for names written in the item. */
  readonly asked: SegmentBits;
  /** Those that were also asked for others, so that the item depends on all that is in them. */
  readonly askedWhole: SegmentBits;
}

/** All files together, found by name. Where a name is declared twice the first counts. */
export interface Model {
  readonly files: readonly SourceFile[];
  readonly calendars: ReadonlyMap<string, Calendar>;
  readonly channels: ReadonlyMap<string, Named>;
  readonly teams: ReadonlyMap<string, Team>;
  readonly people: ReadonlyMap<string, Person>;
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly kinds: ReadonlyMap<string, RequestKind>;
  readonly agreements: ReadonlyMap<string, Agreement>;
  readonly exceptions: ReadonlyMap<string, Exception>;
  readonly customers: ReadonlyMap<string, Customer>;
  readonly handovers: ReadonlyMap<string, Handover>;
  readonly proofs: ReadonlyMap<string, Proof>;
  /** What is said to be impossible, in the order of the files. */
  readonly facts: readonly Fact[];
  /** Clauses and cases by id. */
  readonly clauses: ReadonlyMap<string, HandleClause | CommitClause>;
  /** By the id of the clause or case that they bend, in the order of the files. */
  readonly exceptionsOf: ReadonlyMap<string, readonly Exception[]>;
  /** In the order of the files. */
  readonly items: readonly LinkedItem[];
  /** What no item can know alone: names declared twice, cycles. */
  readonly problems: readonly LinkProblem[];
  /** Keeps its identity while nothing that is declared changes. */
  readonly names: Names;
  /** Undefined for an item that is not in the files. */
  linked(item: Item): LinkedItem | undefined;
  /** Undefined for an item that is not in the files. */
  origin(item: Item): Origin | undefined;
}

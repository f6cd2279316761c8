import type { ClockWord, UnitOfTime } from "../syntax/tree.ts";
import type { Unit } from "../time/spec.ts";
import type { FieldType, Place, Space } from "./model.ts";

/** What a field, an attribute or a built-in subject of a condition holds. */
export type SubjectType = FieldType | { readonly kind: "customer" | "party" | "channel" | "moment" };

/** The constructs that can lack a part, named as the syntax tree names them. */
export type Construct =
  | "calendar"
  | "channel"
  | "team"
  | "attribute"
  | "request"
  | "field"
  | "agreement"
  | "exception"
  | "customer"
  | "handover"
  | "impossible"
  | "prove"
  | "handle"
  | "handle case"
  | "commit"
  | "commit case"
  | "guarantee"
  | "owe"
  | "open line"
  | "during"
  | "dates"
  | "time range"
  | "rest"
  | "title"
  | "lead"
  | "members"
  | "hours"
  | "reach"
  | "duty"
  | "deputy"
  | "away"
  | "effective"
  | "review"
  | "by"
  | "via"
  | "cutoff"
  | "target"
  | "escalate"
  | "say"
  | "decline"
  | "surcharge"
  | "step"
  | "at next"
  | "table"
  | "verdict"
  | "owner"
  | "approved"
  | "reason"
  | "renews"
  | "backup"
  | "attribute value"
  | "records"
  | "due"
  | "need"
  | "covers"
  | "condition"
  | "who"
  | "every";

/** What may be missing in a construct. */
export type Part =
  | "name"
  | "zone"
  | "type"
  | "value"
  | "values"
  | "parties"
  | "base"
  | "condition"
  | "customer"
  | "person"
  | "people"
  | "team"
  | "topic"
  | "claim"
  | "requests"
  | "by"
  | "to"
  | "from"
  | "of"
  | "days"
  | "last date"
  | "end"
  | "weekday"
  | "text"
  | "calendar"
  | "channel"
  | "address"
  | "turn"
  | "date"
  | "dates"
  | "months"
  | "who"
  | "time"
  | "duration"
  | "rate"
  | "region"
  | "when it is done"
  | "step"
  | "fields"
  | "targets"
  | "rows"
  | "exception"
  | "rhythm"
  | "field"
  | "names"
  | "currency";

/**
 * What resolution and typing can find; one kind is one check. Data only: the candidates for an unknown name come from
 * `candidatesFor`, the place of a first declaration that lies in another item from `Model.problems`.
 */
export type LinkProblem = { readonly place: Place } & (
  | UnknownName
  | WrongKindOfName
  | { readonly kind: "duplicate name"; readonly name: string; readonly space: Space; readonly first: Place }
  /** Teams and people share one space. The place is the team's name, `person` the first place that names the person. */
  | { readonly kind: "team and person"; readonly name: string; readonly person: Place }
  | { readonly kind: "duplicate property"; readonly word: string; readonly first: Place }
  /** The same name twice in one list, such as `via email, email`. */
  | { readonly kind: "repeated name"; readonly name: string; readonly first: Place }
  | { readonly kind: "missing part"; readonly construct: Construct; readonly part: Part }
  /** An enum with one value, or the same value only. */
  /** `readings` are types that the value may have been meant to be. */
  | {
      readonly kind: "single value";
      readonly field: string;
      readonly value: string | undefined;
      readonly readings: readonly string[];
    }
  /** A word for a type that is understood, such as `円` for `JPY`. */
  | { readonly kind: "type in other words"; readonly written: string; readonly meant: string }
  /** A constant that cannot be a value of the field: `rate > urgent`. `text` is the constant as written. */
  | { readonly kind: "wrong type"; readonly subject: string; readonly type: SubjectType; readonly text: string }
  /** A duration in another unit, or money in another currency, than the field's: they do not compare. */
  | { readonly kind: "wrong unit"; readonly subject: string; readonly type: SubjectType; readonly text: string }
  /** `<` of something without an order, or `during` and `on` after something that is not a date. */
  | { readonly kind: "wrong operator"; readonly subject: string; readonly type: SubjectType; readonly operator: string }
  /** More decimals than the currency has: `50.5 JPY`. */
  | {
      readonly kind: "fraction of money";
      readonly currency: string;
      readonly digits: string;
      readonly decimals: number;
    }
  /** `4 hours`, `unit` alone for a field's type; the readings are the units it may mean. */
  | {
      readonly kind: "ambiguous duration";
      readonly amount: string | undefined;
      /** As it is written. */
      readonly unit: string;
      readonly readings: readonly Unit[];
    }
  /** `2 clock days`, `3 calendar hours`: units that do not exist, and those that do. */
  | {
      readonly kind: "unknown unit";
      readonly clock: ClockWord;
      readonly unit: UnitOfTime;
      readonly readings: readonly Unit[];
    }
  | { readonly kind: "not whole"; readonly digits: string; readonly of: "days" | "months" }
  /** More than ten years, in which no deadline is searched for. */
  | { readonly kind: "too long"; readonly digits: string; readonly unit: Unit }
  | { readonly kind: "impossible date"; readonly text: string }
  | { readonly kind: "impossible time"; readonly text: string }
  /** The last date is before the first. */
  | { readonly kind: "reversed dates"; readonly first: string; readonly last: string }
  /** A range of times whose ends are equal: nothing, or the whole day? */
  | { readonly kind: "equal times"; readonly time: string }
  /** A calendar opens and closes (for the whole day) on the same date; `other` is the line that does the other thing. */
  | { readonly kind: "open and closed"; readonly date: string; readonly other: Place }
  /** The calendars on the way round, the first again at the end. */
  | { readonly kind: "calendar cycle"; readonly calendars: readonly string[] }
  /** Calendars made of calendars more than `limit` deep, which nobody can follow; the line has no effect. */
  | { readonly kind: "nested too deep"; readonly calendar: string; readonly limit: number }
  /** The exceptions on the way round, the first again at the end. */
  | { readonly kind: "renewal cycle"; readonly exceptions: readonly string[] }
  | { readonly kind: "unknown placeholder"; readonly name: string; readonly known: readonly string[] }
  /** A field that only some of the clause's request kinds have. */
  | { readonly kind: "field not in every kind"; readonly field: string; readonly without: readonly string[] }
  /** A field whose type differs between the clause's request kinds. */
  | { readonly kind: "field differs"; readonly field: string; readonly kinds: readonly string[] }
  /** A case for a request kind that its clause is not about. */
  | { readonly kind: "kind not in clause"; readonly request: string; readonly clause: string }
  /** `channel` in the condition of a handle clause: the clause comes first, then the channel (language.md M4). */
  | { readonly kind: "channel in handle" }
  /** A line of a handle in an exception to a commit, or the other way round. */
  | { readonly kind: "line does not fit"; readonly word: string; readonly base: "handle" | "commit" }
  /** An exception to a guarantee or a duty, which cannot be bent by one. */
  | { readonly kind: "cannot be bent"; readonly name: string; readonly base: "guarantee" | "owe" }
  /** A table row with more or fewer cells than the head. */
  | {
      readonly kind: "wrong number of cells";
      readonly part: "values" | "durations";
      readonly found: number;
      readonly wanted: number;
    }
  /** Two rows of a table that one request can match; the place is the later one. */
  | {
      readonly kind: "overlapping rows";
      readonly first: Place;
      /** An `any` of the later row, and the values in its place with which it meets no earlier row. */
      readonly left: { readonly place: Place; readonly values: readonly string[] } | undefined;
    }
  /** `PERSON of TEAM` where the person is neither its lead nor a member. */
  | { readonly kind: "not in team"; readonly person: string; readonly team: string }
);

/** The kinds of problem that linking finds. */
export type ProblemKind = LinkProblem["kind"];

/** A name found nowhere it was looked up. `within` are the symbols that own the names of the spaces field, value and clause. */
interface UnknownName {
  readonly kind: "unknown name";
  readonly name: string;
  readonly spaces: readonly Space[];
  /** Request kinds of the fields, symbols of the fields of the values, the agreement or clause of the clause: as symbols. */
  readonly within: readonly string[];
}

/** A name of something else than what is needed here: a calendar's where a channel's is wanted. */
interface WrongKindOfName {
  readonly kind: "wrong kind of name";
  readonly name: string;
  readonly found: Space;
  readonly spaces: readonly Space[];
}

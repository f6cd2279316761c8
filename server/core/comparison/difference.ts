/** What changes in decisions between two revisions, as plain data. */
import type { Engine } from "../engine/compile.ts";
import type { Decision } from "../engine/decision.ts";
import type { DayRange, FieldType, Model, Who } from "../model/model.ts";
import type { Localized } from "../text/localized.ts";
import type { Day } from "../time/spec.ts";
import type { Change, DifferenceClass } from "./changes.ts";
import type { Span } from "./spans.ts";
import type { Part } from "./users.ts";

/** One change in decisions with one cause. */
export interface Difference {
  readonly classes: readonly DifferenceClass[];
  /** The kinds of request that it is about, with which of their requests. */
  readonly requests: readonly RequestsTold[];
  readonly changes: readonly ToldChange[];
  /** The first shows the first class; one that answers both earlier and later has two; none where no request can be put to both revisions. */
  readonly examples: readonly Example[];
  /** The parties of the agreements that decide, before or after. */
  readonly parties: readonly string[];
  /** Where all of it lies in days on which an agreement is in force in one revision alone. */
  readonly force: ForceChange | undefined;
}

/** A change that clauses make, or one of the company that they name. */
export type ToldChange =
  | (Change & { readonly class: DifferenceClass })
  | TimesChange
  | PeopleChange
  | ForceChange
  | FieldChange;

/** A field of requests that holds other values. */
export interface FieldChange {
  readonly property: "field";
  readonly class: DifferenceClass;
  readonly key: string;
  readonly field: string;
  readonly before: FieldType;
  readonly after: FieldType;
}

/** An agreement that is in force on other days. */
export interface ForceChange {
  readonly property: "force";
  readonly class: DifferenceClass;
  readonly key: string;
  readonly agreement: string;
  readonly before: DayRange | undefined;
  readonly after: DayRange | undefined;
}

/** Times at which a calendar is open, or a team's hours are, in one revision alone; or days on which it rests. */
export interface TimesChange {
  readonly property: "times";
  readonly class: DifferenceClass;
  readonly key: string;
  readonly of: { readonly kind: "calendar" | "team"; readonly name: string };
  /** Or whether its days are the weekly rest days of labour law. */
  readonly effect: "opened" | "closed" | "rest" | "no rest";
  readonly spans: readonly Span[];
}

/** Days on which somebody else is there, or nobody. */
export interface PeopleChange {
  readonly property: "people";
  readonly class: DifferenceClass;
  readonly key: string;
  readonly who: Who;
  readonly part: Part;
  /** Whose owner it is. */
  readonly customer: string | undefined;
  readonly runs: readonly PeopleRun[];
  /** Whether that is so as long as any agreement is in force. */
  readonly isAlways: boolean;
}

/** Days in a row on which the same people are there instead of the same others. */
export interface PeopleRun {
  readonly first: Day;
  readonly last: Day;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Requests of one kind in the users' own words. */
export interface RequestsTold {
  readonly kind: string;
  /** Each text is a part of the union; an empty one: all. */
  readonly anyOf: readonly Localized[];
  /** Requests that are left out again. */
  readonly except: readonly Localized[];
}

/** An ordinary request that shows a difference, and what both revisions decide. */
export interface Example {
  readonly request: Localized;
  /** The zone in which `request` tells its time. */
  readonly zone: string;
  /** Whether clauses change nothing else in its answers than what it is to show. */
  readonly isAlone: boolean;
  readonly before: Decided;
  readonly after: Decided;
}

/** A decision with what it was made by. */
export interface Decided {
  readonly engine: Engine;
  readonly model: Model;
  readonly decision: Decision;
}

/** What was found, and the kinds of request of which not everything is known. */
export interface Comparison {
  readonly differences: readonly Difference[];
  readonly undecided: readonly string[];
}

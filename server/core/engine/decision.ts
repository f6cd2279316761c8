/** What `decide` takes and gives: plain data, instants in epoch milliseconds. language.md M3, M4, M7, M8. */
import type { Constant, Place, SurchargeRate, Who } from "../model/model.ts";
import type { Day, Deadline, Instant, Target } from "../time/spec.ts";
import type { Timeline } from "./timeline.ts";

/** One question to the agreements. Names are as declared; `customer: undefined` means no customer. */
export interface Request {
  readonly kind: string;
  readonly at: Instant;
  readonly fields: Readonly<Record<string, Constant>>;
  readonly channel: string | undefined;
  readonly customer: string | undefined;
  readonly asker: string | undefined;
  /** The person or team the request is addressed to by name. */
  readonly to: string | undefined;
  /** When it waits for the customer, in any order; deadlines move by what of it is open time (language.md M2). */
  readonly waiting?: readonly Waiting[];
}

/** A time in which a request waits; without `to` for as long as anyone knows. */
export interface Waiting {
  readonly from: Instant;
  readonly to: Instant | undefined;
}

/**
 * handled: goes the way it came. redirect: to `team` by `redirect`. declined: a deliberate no. unhandled: no clause
 * applies. unstaffed: nobody is left to do it. needs: a missing field decides. question: the kind only has commitments.
 */
export type Outcome = "handled" | "redirect" | "declined" | "unhandled" | "unstaffed" | "needs" | "question";

/** A deadline, with the target that it follows from. */
export interface Timed extends Deadline {
  readonly target: Target;
}

/** A customer on the way from one person to another, who are both on the route. */
export interface HandoverOnRoute {
  readonly name: string;
  /** The owner of that day first. */
  readonly people: readonly string[];
  /** The last day; undefined: none is written. */
  readonly last: Day | undefined;
  readonly place: Place;
}

/** How the person was found, in the order of language.md M4. */
export type PersonBecause = "on duty" | "deputy" | "next in turn" | "lead" | "named";

/** Why nobody is left: the request or the company names nobody who could be meant, or all of them are away. */
export type UnstaffedBecause = "no customer" | "no owner" | "no asker" | "no lead" | "nobody named" | "all away";

/** One rung of the ladder: who is told when, if nothing has happened by then. */
export interface LadderRung {
  readonly at: Instant | undefined;
  readonly after: Target;
  readonly to: Who;
  /** The people it reaches; empty when nobody is left. */
  readonly people: readonly string[];
  /** True where that person's or team's calendar is closed at `at`; the instant at which it closes counts as open. */
  readonly offHours: boolean;
}

/** Somebody to ask before promising. */
export interface Ask {
  readonly who: Who;
  /** Who that is: a person's name, or a team's when it has nobody by name; empty where nobody is left to be asked. */
  readonly name: string;
  /** Absent where it is not known on whose hours it counts. */
  readonly within: Target | undefined;
  /** By when they answer. */
  readonly answeredBy: Deadline | undefined;
}

/** Whether it may be promised, and by what rule. */
export interface Commitment {
  readonly verdict: "may" | "ask" | "never" | "silent";
  /** All are asked at once. */
  readonly asks: readonly Ask[];
  /** The latest of their answers, which counts; undefined without a time limit. */
  readonly answeredBy: Deadline | undefined;
  readonly because: string | undefined;
  /** The verdict line's id, such as `product_support.discounts.never`, or the exception's name; undefined when silent. */
  readonly decidedBy: string | undefined;
  readonly place: Place | undefined;
}

/** A premium in percent, least and most, where hours already worked are unknown. */
export interface PremiumRange {
  readonly least: number;
  readonly most: number;
}

/** What it costs extra (language.md M7). */
export interface SurchargeDue {
  readonly rate: SurchargeRate;
  readonly because: string | undefined;
  /** For `premium of …`: the premium at the clock's start; undefined for a country whose law is not known. */
  readonly percent: PremiumRange | undefined;
  /** For `premium of …`: each other premium up to the resolve deadline once, from when it first applies. */
  readonly further: readonly { readonly from: Instant; readonly percent: PremiumRange }[];
  readonly place: Place;
}

/** An exception that would have applied but for its dates or for what it lacks. */
export interface ExceptionAside {
  readonly name: string;
  readonly because: "over" | "not yet" | "no effect";
  readonly first: Day | undefined;
  readonly last: Day | undefined;
}

/** The answer to one request (language.md M8). */
export interface Decision {
  readonly request: Request;
  readonly outcome: Outcome;
  /** The base clause's id. */
  readonly clause: string | undefined;
  /** The topmost overlay: a clause's or case's id, or an exception's name. */
  readonly decidedBy: string | undefined;
  /** Cases' ids and exceptions' names laid over the clause, lowest first; where it is declined those that decline. */
  readonly overlays: readonly string[];
  /** Clauses that also apply and differ; not empty means the agreements conflict. */
  readonly conflictsWith: readonly string[];
  readonly zone: string;

  readonly team: string | undefined;
  /** The person, or undefined where the team as a whole answers. */
  readonly person: string | undefined;
  readonly personBecause: PersonBecause | undefined;
  /** Whose turn it would have been, where that person is away. */
  readonly insteadOf: string | undefined;
  /** Present when the outcome is unstaffed; where it is not known who would do it, times on that person's hours are absent. */
  readonly unstaffedBecause: UnstaffedBecause | undefined;
  /** The handover in force, where the owner of the customer handles it. */
  readonly handover: HandoverOnRoute | undefined;

  /** The channel that the request goes by: its own when handled. */
  readonly channel: string | undefined;
  /** The channels to use instead; empty unless the outcome is redirect. */
  readonly redirect: readonly string[];
  readonly redirectBecause:
    | "addressed to a person"
    | "addressed to another team"
    | "channel not listed"
    | "channel not open now"
    | undefined;
  /** The times hold if it is sent again at once. */
  readonly provisional: boolean;

  /** Present when nobody is there at the time of the request; `until` undefined: it never opens again. */
  readonly closed: { readonly until: Instant | undefined } | undefined;
  readonly clockStart: Instant | undefined;
  readonly respond: Timed | undefined;
  readonly resolve: Timed | undefined;
  readonly ladder: readonly LadderRung[];
  /** The way through the steps of the clause; undefined where it has none. */
  readonly timeline: Timeline | undefined;
  readonly surcharge: SurchargeDue | undefined;

  /** The answer of the commit clauses on this kind; undefined for a kind that none is about, unless the outcome is question. */
  readonly commitment: Commitment | undefined;
  /** The exception in force that was laid over, topmost. */
  readonly exception: string | undefined;
  /** Exceptions of this clause whose condition holds but which are over, not begun, or without effect. */
  readonly aside: readonly ExceptionAside[];
  /** The `say` text with `{channel}` filled in. */
  readonly say: string | undefined;
  /** For outcome needs: the field, and the decision for each value. */
  readonly needs: { readonly field: string; readonly answers: readonly NeededAnswer[] } | undefined;
}

/** The decision for a value of the field that is missing; a number or a time of day stands for the range of all with that decision. */
export interface NeededAnswer {
  readonly value: Constant;
  readonly range: ValueRange | undefined;
  readonly decision: Decision;
}

/** Values between two ends; an end that is undefined goes on without one. */
export interface ValueRange {
  readonly from: RangeEnd | undefined;
  readonly to: RangeEnd | undefined;
}

/** Where a range ends; `isWithin`: that value belongs to it. */
export interface RangeEnd {
  readonly value: Constant;
  readonly isWithin: boolean;
}

/**
 * decided: the topmost of what applies. laid over: an overlay below that. applies: a clause with something laid over it.
 * overridden: a verdict line that holds, and another counts. contradicts: applies, too, and says otherwise than what decided.
 * agrees: applies, too, and says the same. lost: does not apply. no effect: an exception that lacks its end or its approval.
 * unknown: it depends on a field that the request lacks.
 */
export type TraceResult =
  | "decided"
  | "laid over"
  | "applies"
  | "overridden"
  | "contradicts"
  | "agrees"
  | "lost"
  | "no effect"
  | "unknown";

/** Why something did not decide. `condition` is as written, `found` what the request has instead, if anything. */
export type TraceReason =
  | {
      readonly kind: "condition";
      readonly condition: string;
      readonly place: Place;
      readonly found: string | undefined;
      /** The moment of the request, where the condition asks for it. */
      readonly at?: Instant;
      /** The field that the request lacks, where whether the condition holds depends on it. */
      readonly unknown?: string;
    }
  /** A case for other request kinds. */
  | { readonly kind: "kind" }
  | { readonly kind: "not in force"; readonly first: Day | undefined; readonly last: Day | undefined }
  | { readonly kind: "asker"; readonly parties: readonly string[] }
  | { readonly kind: "unapproved" | "without end" }
  /** The case that it lies in, or the clause or case that it bends, does not hold. */
  | { readonly kind: "outside"; readonly of: string }
  | { readonly kind: "stricter" | "overlaid"; readonly than: string }
  /** Of two that apply `than` has the earlier deadline for `target`. */
  | { readonly kind: "later"; readonly than: string; readonly target: "respond" | "resolve" }
  /** Of two that apply no deadline is earlier, and `than` is first by name. */
  | { readonly kind: "by name"; readonly than: string };

/** One line of the trace: something considered, and what became of it. */
export interface TraceStep {
  /** The clause's, case's or verdict line's id, or the exception's name. */
  readonly id: string;
  readonly place: Place;
  readonly result: TraceResult;
  /** For what did not decide: why; undefined for what applies. */
  readonly because: TraceReason | undefined;
}

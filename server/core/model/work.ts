/** What the parties owe each other and their customers, and work in steps: plain data, found through the model's Maps. */
import type { Day, Minute, Target } from "../time/spec.ts";
import type { BrokenLines, Condition, DayRange, Named, Place, Stated, Who } from "./model.ts";

/** One step of a handle clause (language.md M5): it starts when the one before it ends. */
export interface Step {
  readonly name: string;
  readonly who: Who;
  readonly timing: StepTiming;
  /** Where it does not hold, the step is skipped. */
  readonly when: Condition | undefined;
  /** Documents needed before it can begin. */
  readonly needs: readonly string[];
  /** Fields of the request that are checked. */
  readonly checks: readonly string[];
  /** Checked by two people. */
  readonly twice: boolean;
  readonly back: StepBack | undefined;
  readonly place: Place;
}

/** How long a step takes at most, or at which time of its team's calendar it happens. */
export type StepTiming =
  | { readonly kind: "within"; readonly target: Target }
  /** `weekday` 0 = Monday; undefined: any day. */
  | { readonly kind: "at next"; readonly weekday: number | undefined; readonly minute: Minute };

/** `else back to draft within 4 business hours`: the step that mends it, and in what time; undefined: that step's own. */
export interface StepBack {
  readonly to: string;
  readonly within: Target | undefined;
}

/** What a customer's contract says; it decides nothing, and is to be kept by the clauses that do. */
export interface Guarantee extends Named {
  /** `agreement.name`. */
  readonly id: string;
  readonly agreement: string;
  readonly kinds: readonly string[];
  /** A customer's name, or undefined for all customers. */
  readonly to: string | undefined;
  readonly when: Condition | undefined;
  readonly hours: Stated<string> | undefined;
  readonly respond: Stated<Target> | undefined;
  readonly resolve: Stated<Target> | undefined;
  readonly broken: BrokenLines;
  readonly whole: Place;
}

/** `owe`: what one party owes the other. */
export interface Obligation extends Named {
  /** `agreement.name`. */
  readonly id: string;
  readonly agreement: string;
  readonly from: string;
  readonly to: string;
  readonly what: string;
  readonly rhythm: Rhythm;
  readonly whole: Place;
}

/** When something is owed. */
export type Rhythm =
  | { readonly kind: "with every"; readonly request: string }
  /** On weekdays (bit 0 = Monday), before a time of day; on a closed day the business day before. */
  | { readonly kind: "every"; readonly weekdays: number; readonly before: Minute | undefined }
  | { readonly kind: "before every"; readonly lead: Target; readonly field: string; readonly request: string }
  | { readonly kind: "within of every"; readonly within: Target; readonly request: string };

/** What is known about a customer, and where. */
export interface CustomerRecord {
  readonly name: string;
  readonly address: string;
  readonly place: Place;
}

/** A date that matters for a customer: once, or every year. */
export interface Due {
  readonly name: string;
  readonly on:
    | { readonly kind: "date"; readonly day: Day }
    | { readonly kind: "every year"; readonly month: number; readonly dayOfMonth: number };
  /** A person or a team. */
  readonly by: string;
  readonly needs: readonly DueNeed[];
  readonly place: Place;
}

/** A paper that has to be there some time before a date that matters. */
export interface DueNeed {
  readonly name: string;
  readonly lead: Target;
  readonly place: Place;
}

/** A customer passes from one person to another; both are on the route while it lasts. */
export interface Handover extends Named {
  readonly customer: string;
  readonly from: string;
  readonly to: string;
  readonly effective: Stated<DayRange> | undefined;
  /** Names of the customer's records that are covered. */
  readonly covers: readonly Stated<string>[];
  readonly broken: BrokenLines;
  readonly whole: Place;
}

/** `impossible when …`: requests of which it holds do not occur. */
export interface Fact {
  readonly when: Condition;
  readonly place: Place;
}

/** `prove`: a claim about every request of a kind of which `when` holds. */
export interface Proof extends Named {
  /** The kind of request. */
  readonly topic: string;
  readonly claim: "may" | "ask" | "never" | "silent" | "handled";
  /** True for `is not`. */
  readonly negated: boolean;
  /** For `handled by`; undefined: by whomever. */
  readonly by: Who | undefined;
  readonly when: Condition | undefined;
}

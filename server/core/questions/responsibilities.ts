import type { Force } from "../engine/force.ts";
import { inForce } from "../engine/force.ts";
import type { Place } from "../model/model.ts";
import type { Day, Target } from "../time/spec.ts";
import type { Agreed } from "./asked.ts";
import { clauseResponsibilities } from "./responsibleForClauses.ts";
import { otherResponsibilities } from "./responsibleOtherwise.ts";
import type { Capacity, Subject } from "./subject.ts";

/** What somebody has to do with something. */
export type Role =
  | "leads"
  | "member"
  | "party"
  | "handles"
  | "step"
  | "asked"
  | "told"
  | "promises"
  | "owes"
  | "owed"
  | "owns exception"
  | "approved"
  | "reviews"
  | "owns customer"
  | "backs up"
  | "due"
  | "hands over"
  | "takes over"
  | "deputises"
  | "has deputy"
  | "away";

/** One thing that a person or a team has to do with. */
export interface Responsibility {
  readonly role: Role;
  /** The id or name of the clause, step, exception, agreement, customer, handover or team. */
  readonly about: string;
  readonly as: Capacity;
  /** The other side: whom they stand in for, owe something, hand over to; the customer of a date that matters. */
  readonly other: string | undefined;
  /** What else belongs to it: kinds of request, what is owed, records covered. */
  readonly what: readonly string[];
  /** Within what, after what or how long before. */
  readonly target: Target | undefined;
  /** The date that matters, as written: of one year, or of every year ("09-30"). */
  readonly date: string | undefined;
  /** When it holds; `always` where nothing limits it. */
  readonly force: Force;
  readonly place: Place;
}

/** All that a person or a team handles, owns, approved, owes, is asked, told or stands in for, in the order of the roles; on a day, what holds on that day. */
export function responsibilitiesOf(agreed: Agreed, subject: Subject, on: Day | undefined): readonly Responsibility[] {
  const all = [...otherResponsibilities(agreed, subject), ...clauseResponsibilities(agreed, subject)];
  const held = on === undefined ? all : all.filter(({ force }) => inForce(force, on));
  return roles.flatMap((role) => held.filter((each) => each.role === role));
}

/** In the order in which they are told. */
export const roles: readonly Role[] = [
  "leads",
  "member",
  "away",
  "handles",
  "step",
  "told",
  "asked",
  "promises",
  "owes",
  "owed",
  "due",
  "reviews",
  "owns customer",
  "backs up",
  "hands over",
  "takes over",
  "owns exception",
  "approved",
  "deputises",
  "has deputy",
  "party",
];

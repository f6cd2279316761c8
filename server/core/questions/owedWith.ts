import type { Decision, Request } from "../engine/decision.ts";
import { forceOf, inForce } from "../engine/force.ts";
import type { Agreement, Place } from "../model/model.ts";
import type { Obligation, Rhythm } from "../model/work.ts";
import { zoneOfAgreement, zonesOfParties } from "../model/zones.ts";
import type { Calendar } from "../time/calendar.ts";
import { deadlineOf } from "../time/deadline.ts";
import type { Instant, Target } from "../time/spec.ts";
import { localDay, utc, type Zone, zoneOf } from "../time/zone.ts";
import type { Agreed } from "./asked.ts";
import { type Hours, timeBefore } from "./timeBefore.ts";

/** What one team owes another because of a request. */
export interface OwedWith {
  /** `agreement.name`. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly what: string;
  readonly rhythm: Exclude<Rhythm, { readonly kind: "every" }>;
  /** By when; undefined where it cannot be told. */
  readonly by: Instant | undefined;
  /** Why it cannot: the request lacks the date, the team lacks hours, or their calendar never gets there. */
  readonly unknown: "no date" | "no hours" | "never" | undefined;
  /** Whether that lies before the request itself. */
  readonly isPast: boolean;
  readonly place: Place;
}

/** What the agreements in force say is owed with, before or after a request of its kind; where it says who asks, only those with the asker's team. */
export function owedWith(agreed: Agreed, { request }: Pick<Decision, "request">): readonly OwedWith[] {
  return [...agreed.model.agreements.values()]
    .filter((agreement) => binds(agreed, agreement, request))
    .flatMap((agreement) => agreement.obligations.flatMap((each) => owed(agreed, agreement, each, request)));
}

function binds({ model, engine }: Agreed, agreement: Agreement, { at, asker }: Request): boolean {
  if (!inForce(forceOf(agreement.effective?.value), localDay(zoneIn(model, agreement), at))) return false;
  if (asker === undefined) return true;
  return (engine.resources.staff.askers.get(asker) ?? []).some(({ name }) => agreement.parties.includes(name));
}

function zoneIn(model: Agreed["model"], agreement: Agreement): Zone {
  return zoneOf(zoneOfAgreement(model, agreement) ?? zonesOfParties(model, agreement)[0] ?? "") ?? utc;
}

function owed(
  { model, engine }: Agreed,
  agreement: Agreement,
  { id, from, to, what, rhythm, place }: Obligation,
  request: Request,
): readonly OwedWith[] {
  if (rhythm.kind === "every" || rhythm.request !== request.kind) return [];
  const calendar = engine.resources.staff.teams.get(from)?.calendar;
  const hours = { calendar, zone: calendar?.zone ?? zoneIn(model, agreement) };
  const due = dueBy(rhythm, request, hours, engine.resources.calendars.closed(hours.zone.id));
  const isPast = due.by !== undefined && due.by < request.at;
  return [{ id, from, to, what, rhythm, ...due, isPast, place }];
}

/** Units that are not business time need only a clock, which a calendar that never opens has, too. */
function dueBy(
  rhythm: OwedWith["rhythm"],
  request: Request,
  hours: Hours,
  clock: Calendar,
): Pick<OwedWith, "by" | "unknown"> {
  switch (rhythm.kind) {
    case "with every":
      return { by: request.at, unknown: undefined };
    case "before every": {
      const { lead, field } = rhythm;
      const value = Object.hasOwn(request.fields, field) ? request.fields[field] : undefined;
      if (value?.kind !== "day") return { by: undefined, unknown: "no date" };
      return isUncounted(lead, hours) ? noHours : counted(timeBefore(hours, lead, value.day));
    }
    case "within of every": {
      const { within } = rhythm;
      if (isUncounted(within, hours)) return noHours;
      return counted(deadlineOf(hours.calendar ?? clock, within, request.at, undefined).deadline);
    }
    default:
      return rhythm satisfies never;
  }
}

function isUncounted({ unit }: Target, { calendar }: Hours): boolean {
  return calendar === undefined && unit.startsWith("business");
}

const noHours = { by: undefined, unknown: "no hours" } as const;

function counted(by: Instant | undefined): Pick<OwedWith, "by" | "unknown"> {
  return { by, unknown: by === undefined ? "never" : undefined };
}

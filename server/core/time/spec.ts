/** Epoch milliseconds. */
export type Instant = number;

/** Days since 1970-01-01 in the proleptic Gregorian calendar, without a zone. */
export type Day = number;

/** Minutes since local midnight, 0 to 1440; 1440 is the real end of the day. */
export type Minute = number;

/** A part of a day, end excluded; `to <= from` reaches past midnight and belongs to the day it starts on; `from === to` is empty. */
export interface TimeRange {
  readonly from: Minute;
  readonly to: Minute;
}

/** A day of any year; month and day count from 1. */
export interface MonthDay {
  readonly month: number;
  readonly day: number;
}

/** The days that a line of a calendar speaks of. */
export type LineDays =
  /** Days of the week: bit 0 is Monday, bit 6 is Sunday. */
  | { readonly kind: "weekdays"; readonly mask: number }
  /** Days of every year, both ends included; `last` before `first` wraps the year. */
  | { readonly kind: "monthdays"; readonly first: MonthDay; readonly last: MonthDay }
  /** Dates, both ends included. */
  | { readonly kind: "dates"; readonly first: Day; readonly last: Day }
  /** Public holidays of a country or of a part of one: "Japan", "JP", "DE-BY". */
  | { readonly kind: "holidays"; readonly region: string }
  /** The intervals of the union of these calendars. */
  | { readonly kind: "during"; readonly calendars: readonly CalendarSpec[] };

/** One `open` or `closed` line; without times it means whole days. */
export interface CalendarLine {
  readonly effect: "open" | "closed";
  readonly days: LineDays;
  readonly times: readonly TimeRange[];
}

/** A calendar as written; `zone` is an IANA name, `rest` a mask of weekdays (bit 0 is Monday). */
export interface CalendarSpec {
  readonly name: string;
  readonly zone: string;
  readonly lines: readonly CalendarLine[];
  readonly rest: number;
}

/** Public holidays of one year, in order; undefined when the region is unknown. */
export type Holidays = (region: string, year: number) => readonly Day[] | undefined;

/** What a duration counts. */
export type Unit =
  | "business minutes"
  | "business hours"
  | "business days"
  | "clock minutes"
  | "clock hours"
  | "calendar days";

/** "within AMOUNT UNIT [before TIME]"; the amount of days is whole, that of minutes and hours any exact decimal. */
export interface Target {
  readonly amount: number;
  readonly unit: Unit;
  readonly before: Minute | undefined;
}

/** Instants from `open` (included) to `close` (excluded). */
export interface Interval {
  readonly open: Instant;
  readonly close: Instant;
}

/** `deadline` is undefined when none lies within ten years; finishing later than `breachedAfter` breaks the target (undefined: never). */
export interface Deadline {
  readonly deadline: Instant | undefined;
  readonly breachedAfter: Instant | undefined;
}

/**
 * The readonly syntax tree. Offsets are UTF-16 code units relative to the start of the item that holds the node, so an
 * item that an edit only moves is shared untouched. What recovery may lose is `undefined`; meaning lives in model/.
 */

import type { SyntaxProblemName } from "../../../grammar/messages.ts";
import type { Slip } from "../../../grammar/slips.ts";

/** A half-open range of UTF-16 offsets, relative to the item's start. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Every node has a kind and a span; `pathAt` and `childrenOf` rely on nothing else. */
export interface Node extends Span {
  readonly kind: string;
}

/** A name as written, after NFKC and without its backticks. */
export interface Name extends Node {
  readonly kind: "name";
  readonly text: string;
}

/** A quoted text, without its quotes and with `\"` and `\\` resolved. */
export interface Text extends Node {
  readonly kind: "text";
  readonly value: string;
}

/** A decimal number; `digits` has ASCII digits and at most one point, no `_`. */
export interface NumberLiteral extends Node {
  readonly kind: "number";
  readonly digits: string;
}

/** A percentage; `digits` as in a number, without the sign. */
export interface PercentLiteral extends Node {
  readonly kind: "percent";
  readonly digits: string;
}

/** `2026-08-22`; the parts as written, so `2026-02-30` is possible here and reported by a check. */
export interface DateLiteral extends Node {
  readonly kind: "date";
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** `12-29`; the parts as written. */
export interface MonthDayLiteral extends Node {
  readonly kind: "month day";
  readonly month: number;
  readonly day: number;
}

/** `09:00` as minutes since midnight, 0 to 1440 when valid; `25:99` is kept as 25·60+99 and reported by a check. */
export interface TimeLiteral extends Node {
  readonly kind: "time";
  readonly hour: number;
  readonly minute: number;
}

/** The weekdays as they are written. */
export type WeekdayName = "Mon" | "Tue" | "Wed" | "Thu" | "Fri" | "Sat" | "Sun";

/** `Mon`. */
export interface Weekday extends Node {
  readonly kind: "weekday";
  readonly day: WeekdayName;
}

/** `1_000_000 JPY`. */
export interface MoneyLiteral extends Node {
  readonly kind: "money";
  readonly amount: NumberLiteral;
  readonly currency: Name;
}

/** In what a duration is counted, always in the plural. */
export type UnitOfTime = "minutes" | "hours" | "days";
/** By which clock a duration runs: while the calendar is open, always, or by dates. */
export type ClockWord = "business" | "clock" | "calendar";

/** `4 business hours`; a bare `4 hours` has no clock, which a check reports with both readings. */
export interface Duration extends Node {
  readonly kind: "duration";
  readonly amount: NumberLiteral;
  readonly clock: ClockWord | undefined;
  readonly unit: UnitOfTime;
}

/** `2026-08-22..2026-08-23`, both ends included; one date alone is both. `last` is missing in `2026-08-22..`. */
export interface Dates extends Node {
  readonly kind: "dates";
  readonly first: DateLiteral;
  readonly last: DateLiteral | undefined;
}

/** `12-29..01-03` of every year, both ends included; `last` is missing in `12-29..`. */
export interface MonthDays extends Node {
  readonly kind: "month days";
  readonly first: MonthDayLiteral;
  readonly last: MonthDayLiteral | undefined;
}

/** `Mon..Fri`; one weekday alone has no `last`. */
export interface WeekdaySpan extends Node {
  readonly kind: "weekday span";
  readonly first: Weekday;
  readonly last: Weekday | undefined;
}

/** `Mon..Fri, Sun`. */
export interface Weekdays extends Node {
  readonly kind: "weekdays";
  readonly spans: readonly WeekdaySpan[];
}

/** `holidays of Japan` or `holidays of "DE-BY"`. */
export interface HolidaysOf extends Node {
  readonly kind: "holidays";
  readonly region: Name | Text | undefined;
}

/** `during office, lab`. */
export interface DuringCalendars extends Node {
  readonly kind: "during calendars";
  readonly calendars: readonly Name[];
}

/** `09:00-12:00`; the end is excluded, an end at or before the start runs past midnight. */
export interface TimeRange extends Node {
  readonly kind: "time range";
  readonly from: TimeLiteral;
  readonly to: TimeLiteral | undefined;
}

// Declarations --------------------------------------------------------------------------------------------------------

interface Declared extends Node {
  /** The `///` lines before it, joined by line breaks, without the slashes. */
  readonly doc: string | undefined;
  /** The end of the declaration's first word, which begins where the declaration does. */
  readonly headEnd: number;
  /** Where its `{` stands, when it has a body, which ends where the declaration does. */
  readonly bodyStart: number | undefined;
}

interface NamedDeclaration extends Declared {
  readonly name: Name | undefined;
}

/** `calendar office in Asia/Tokyo { … }`. */
export interface CalendarDeclaration extends NamedDeclaration {
  readonly kind: "calendar";
  /** An IANA zone such as `Asia/Tokyo`, or `UTC`. */
  readonly zone: Name | undefined;
  readonly properties: readonly (OpenLine | RestLine | UnknownLine)[];
}

/** `channel email, portal`. */
export interface ChannelDeclaration extends Declared {
  readonly kind: "channel";
  readonly names: readonly Name[];
}

/** `team Sales { … }`. */
export interface TeamDeclaration extends NamedDeclaration {
  readonly kind: "team";
  readonly properties: readonly TeamProperty[];
}

/** `attribute tier of customer: standard | silver | gold`. */
export interface AttributeDeclaration extends NamedDeclaration {
  readonly kind: "attribute";
  readonly type: FieldType | undefined;
}

/** `request incident { severity: normal | urgent }`. */
export interface RequestDeclaration extends NamedDeclaration {
  readonly kind: "request";
  readonly fields: readonly FieldDeclaration[];
}

/** `severity: normal | urgent` in a request. */
export interface FieldDeclaration extends Node {
  readonly kind: "field";
  readonly doc: string | undefined;
  readonly name: Name;
  readonly type: FieldType | undefined;
}

/** `agreement product_support between Sales and Support { … }`. */
export interface AgreementDeclaration extends NamedDeclaration {
  readonly kind: "agreement";
  readonly parties: readonly Name[];
  readonly zone: Name | undefined;
  readonly properties: readonly AgreementProperty[];
}

/** `exception acme_cutover to product_support.incidents when customer is Acme { … }`. */
export interface ExceptionDeclaration extends NamedDeclaration {
  readonly kind: "exception";
  /** `product_support.incidents`: two names or more. */
  readonly base: readonly Name[];
  readonly when: Condition | undefined;
  readonly properties: readonly ExceptionProperty[];
}

/** `customer Acme { … }`. */
export interface CustomerDeclaration extends NamedDeclaration {
  readonly kind: "customer";
  readonly properties: readonly CustomerProperty[];
}

/** `handover acme_2026 of Acme from Tanaka to Mori { … }`. */
export interface HandoverDeclaration extends NamedDeclaration {
  readonly kind: "handover";
  readonly customer: Name | undefined;
  readonly from: Name | undefined;
  readonly to: Name | undefined;
  readonly properties: readonly (EffectiveLine | CoversLine | UnknownLine)[];
}

/** `impossible when tier is standard and channel is phone`. */
export interface ImpossibleDeclaration extends Declared {
  readonly kind: "impossible";
  readonly when: Condition | undefined;
}

/** `prove no_deep_discount: discount is not may when rate > 20%`. */
export interface ProveDeclaration extends NamedDeclaration {
  readonly kind: "prove";
  readonly topic: Name | undefined;
  readonly negated: boolean;
  readonly claim: "may" | "ask" | "never" | "silent" | "handled" | undefined;
  readonly by: Who | undefined;
  readonly when: Condition | undefined;
}

/** What an item can declare. */
export type Declaration =
  | CalendarDeclaration
  | ChannelDeclaration
  | TeamDeclaration
  | AttributeDeclaration
  | RequestDeclaration
  | AgreementDeclaration
  | ExceptionDeclaration
  | CustomerDeclaration
  | HandoverDeclaration
  | ImpossibleDeclaration
  | ProveDeclaration;

/** The type of a field or an attribute. */
export type FieldType =
  | EnumType
  | (Node & { readonly kind: "simple type"; readonly type: "percent" | "number" | "date" | "time" | "text" })
  | (Node & { readonly kind: "duration type"; readonly clock: ClockWord | undefined; readonly unit: UnitOfTime })
  | (Node & { readonly kind: "money type"; readonly currency: Name });

/** `normal | urgent`; one value alone (`normal`) is possible here and reported by a check. */
export interface EnumType extends Node {
  readonly kind: "enum type";
  readonly values: readonly Name[];
}

// Who, conditions, values ---------------------------------------------------------------------------------------------

/** Who does something; `undefined` where the name after `of` is not written yet. */
export type Who =
  | (Node & { readonly kind: "named"; readonly name: Name; readonly of: Name | undefined })
  | (Node & { readonly kind: "lead of"; readonly team: Name | undefined })
  | (Node & { readonly kind: "all of"; readonly team: Name | undefined })
  | (Node & { readonly kind: "owner of customer" });

/** What a field is compared with, or an attribute is. */
export type Value = NumberLiteral | PercentLiteral | MoneyLiteral | Duration | DateLiteral | TimeLiteral | Text | Name;

/** How two quantities are compared. */
export type Comparison = "<" | "<=" | ">" | ">=";

/** What follows `when`; where a part is not written yet, it is a missing condition. */
export type Condition =
  | (Node & { readonly kind: "or"; readonly parts: readonly Condition[] })
  | (Node & { readonly kind: "and"; readonly parts: readonly Condition[] })
  | (Node & { readonly kind: "not"; readonly part: Condition })
  | IsCondition
  | CompareCondition
  | DuringCondition
  | OnCondition
  | (Node & { readonly kind: "missing condition" });

/** `tier is gold`, `tier is not gold`, `tier is one of silver, gold`, `tier is not one of …`. */
export interface IsCondition extends Node {
  readonly kind: "is";
  readonly field: Name;
  readonly negated: boolean;
  readonly oneOf: boolean;
  readonly values: readonly Value[];
}

/** `rate <= 10%`. */
export interface CompareCondition extends Node {
  readonly kind: "compare";
  readonly field: Name;
  readonly operator: Comparison;
  readonly value: Value | undefined;
}

/** `during office`, `outside office`, `start during office`; without a field it is about the request's time. */
export interface DuringCondition extends Node {
  readonly kind: "during";
  readonly field: Name | undefined;
  readonly outside: boolean;
  readonly calendar: Name | undefined;
}

/** `on Sat, Sun`, `start on 2026-12-14..2027-01-03`. */
export interface OnCondition extends Node {
  readonly kind: "on";
  readonly field: Name | undefined;
  readonly days: Dates | MonthDays | Weekdays | undefined;
}

// Properties: one a line, each named by its first word ----------------------------------------------------------------

interface Property extends Node {
  /** The end of the property's first word, which begins where the property does. */
  readonly headEnd: number;
}

/** A line in a body that begins with no word known there; kept whole so that nothing after it is lost. */
export interface UnknownLine extends Property {
  readonly kind: "unknown line";
  readonly word: string;
}

/** A `closed` or `open` line of a calendar or an exception; without times, whole days. */
export interface OpenLine extends Property {
  readonly kind: "open line";
  readonly effect: "open" | "closed";
  readonly days: HolidaysOf | DuringCalendars | Weekdays | MonthDays | Dates | undefined;
  readonly times: readonly TimeRange[];
  readonly because: Text | undefined;
}

/** `rest Sun`. */
export interface RestLine extends Property {
  readonly kind: "rest";
  readonly weekday: Weekday | undefined;
}

/** `title "営業部"`. */
export interface TitleLine extends Property {
  readonly kind: "title";
  readonly text: Text | undefined;
}

/** `lead Sato`. */
export interface LeadLine extends Property {
  readonly kind: "lead";
  readonly person: Name | undefined;
}

/** `members Mori, Tanaka`. */
export interface MembersLine extends Property {
  readonly kind: "members";
  readonly people: readonly Name[];
}

/** `hours office`. */
export interface HoursLine extends Property {
  readonly kind: "hours";
  readonly calendar: Name | undefined;
}

/** `reach via email at "support@example.co.jp"`. */
export interface ReachLine extends Property {
  readonly kind: "reach";
  readonly channel: Name | undefined;
  readonly address: Text | undefined;
}

/** `duty Abe, Kudo weekly from 2026-04-06`. */
export interface DutyLine extends Property {
  readonly kind: "duty";
  readonly people: readonly Name[];
  readonly turn: "daily" | "weekly" | "monthly" | undefined;
  readonly from: DateLiteral | undefined;
}

/** `deputy Abe for Ito`. */
export interface DeputyLine extends Property {
  readonly kind: "deputy";
  readonly person: Name | undefined;
  /** Whom the deputy stands in for. */
  readonly of: Name | undefined;
}

/** `away Abe 2026-08-10..2026-08-16`. */
export interface AwayLine extends Property {
  readonly kind: "away";
  readonly person: Name | undefined;
  readonly dates: Dates | undefined;
}

/** What stands in a team. */
export type TeamProperty =
  | TitleLine
  | LeadLine
  | MembersLine
  | HoursLine
  | ReachLine
  | DutyLine
  | DeputyLine
  | AwayLine
  | UnknownLine;

/** `effective 2026-04-01..2027-03-31`. */
export interface EffectiveLine extends Property {
  readonly kind: "effective";
  readonly dates: Dates | undefined;
}

/** `review every 6 months by Ito`. */
export interface ReviewLine extends Property {
  readonly kind: "review";
  readonly months: NumberLiteral | undefined;
  readonly by: Name | undefined;
}

/** What stands in an agreement. */
export type AgreementProperty =
  | TitleLine
  | EffectiveLine
  | ReviewLine
  | HandleClause
  | CommitClause
  | GuaranteeClause
  | OweClause
  | UnknownLine;

interface Clause extends Property {
  readonly doc: string | undefined;
  readonly name: Name | undefined;
  /** Where its `{` stands, when it has a body, which ends where the clause does. */
  readonly bodyStart: number | undefined;
}

/** `handle incidents: incident, how_to { … }`. */
export interface HandleClause extends Clause {
  readonly kind: "handle";
  readonly requests: readonly Name[];
  readonly when: Condition | undefined;
  readonly properties: readonly HandleProperty[];
}

/** A `case` of a handle clause. */
export interface HandleCase extends Clause {
  readonly kind: "handle case";
  readonly requests: readonly Name[];
  readonly when: Condition | undefined;
  readonly properties: readonly HandleProperty[];
}

/** `commit discounts: discount by Sales { … }`. */
export interface CommitClause extends Clause {
  readonly kind: "commit";
  readonly requests: readonly Name[];
  readonly by: Name | undefined;
  readonly when: Condition | undefined;
  readonly properties: readonly CommitProperty[];
}

/** A `case` of a commit clause. */
export interface CommitCase extends Clause {
  readonly kind: "commit case";
  readonly requests: readonly Name[];
  readonly when: Condition | undefined;
  readonly properties: readonly CommitProperty[];
}

/** `guarantee first_answer: incident to customers { … }`. */
export interface GuaranteeClause extends Clause {
  readonly kind: "guarantee";
  readonly requests: readonly Name[];
  /** `customers`, or one customer. */
  readonly to: Name | undefined;
  readonly when: Condition | undefined;
  readonly properties: readonly (TargetLine | HoursLine | UnknownLine)[];
}

/** `owe status_mail: Support to Sales "a list of open incidents" every Mon before 10:00`. */
export interface OweClause extends Property {
  readonly kind: "owe";
  readonly doc: string | undefined;
  readonly name: Name | undefined;
  readonly from: Name | undefined;
  readonly to: Name | undefined;
  readonly what: Text | undefined;
  readonly rhythm: OweRhythm | undefined;
}

/** When something is owed: with each request, on weekdays, or some time before or after. */
export type OweRhythm =
  | (Node & { readonly kind: "with every"; readonly request: Name | undefined })
  | (Node & {
      readonly kind: "every";
      readonly weekdays: Weekdays | undefined;
      readonly before: TimeLiteral | undefined;
    })
  | (Node & {
      readonly kind: "before every";
      readonly lead: Duration;
      readonly field: Name | undefined;
      readonly request: Name | undefined;
    })
  | (Node & {
      readonly kind: "within of every";
      readonly within: Duration | undefined;
      readonly request: Name | undefined;
    });

/** What a handle clause states, and what an exception to it may state otherwise. */
export type HandleLine =
  | ByLine
  | ViaLine
  | HoursLine
  | CutoffLine
  | TargetLine
  | EscalateLine
  | SayLine
  | DeclineLine
  | SurchargeLine
  | StepLine;

/** What stands in a handle clause and in its cases. */
export type HandleProperty = HandleLine | TargetTable | HandleCase | UnknownLine;

/** What stands in a commit clause and in its cases. */
export type CommitProperty = VerdictLine | CommitCase | UnknownLine;

/** `by Support`. */
export interface ByLine extends Property {
  readonly kind: "by";
  readonly who: Who | undefined;
}

/** `via phone during office`. */
export interface ViaLine extends Property {
  readonly kind: "via";
  readonly channels: readonly Name[];
  readonly during: Name | undefined;
}

/** `cutoff 15:00`. */
export interface CutoffLine extends Property {
  readonly kind: "cutoff";
  readonly time: TimeLiteral | undefined;
}

/** `resolve within 1 business day before 12:00`. */
export interface TargetLine extends Property {
  readonly kind: "target";
  readonly target: "respond" | "resolve";
  readonly within: Duration | undefined;
  readonly before: TimeLiteral | undefined;
}

/** `escalate after 2 business hours to lead of Support`. */
export interface EscalateLine extends Property {
  readonly kind: "escalate";
  readonly after: Duration | undefined;
  readonly to: Who | undefined;
}

/** `say "Please write to {channel}."`. */
export interface SayLine extends Property {
  readonly kind: "say";
  readonly text: Text | undefined;
}

/** `decline because "…"`. */
export interface DeclineLine extends Property {
  readonly kind: "decline";
  readonly because: Text | undefined;
}

/** `surcharge 35% because "…"`. */
export interface SurchargeLine extends Property {
  readonly kind: "surcharge";
  readonly rate: PercentLiteral | MoneyLiteral | PremiumOf | undefined;
  readonly because: Text | undefined;
}

/** `premium of Japan`. */
export interface PremiumOf extends Node {
  readonly kind: "premium";
  readonly region: Name | undefined;
}

/** `step draft by Sales within 4 business hours needs order_form`. */
export interface StepLine extends Property {
  readonly kind: "step";
  readonly name: Name | undefined;
  readonly by: Who | undefined;
  readonly within: Duration | undefined;
  readonly atNext: AtNext | undefined;
  readonly when: Condition | undefined;
  readonly needs: readonly Name[];
  readonly checks: readonly Name[];
  readonly twice: boolean;
  readonly backTo: Name | undefined;
  readonly backWithin: Duration | undefined;
}

/** `at next Thu 15:00`. */
export interface AtNext extends Node {
  readonly kind: "at next";
  readonly weekday: Weekday | undefined;
  readonly time: TimeLiteral | undefined;
}

/** `table tier, priority -> respond, resolve`, with a row a line after it. */
export interface TargetTable extends Property {
  readonly kind: "table";
  readonly fields: readonly Name[];
  readonly targets: readonly TableTarget[];
  readonly rows: readonly TableRow[];
}

/** A target at the head of a column. */
export interface TableTarget extends Node {
  readonly kind: "table target";
  readonly target: "respond" | "resolve";
}

/** `gold, urgent -> 30 business minutes, 4 business hours`. */
export interface TableRow extends Node {
  readonly kind: "table row";
  /** A value for each field; the name `any` for any. */
  readonly values: readonly Value[];
  readonly durations: readonly Duration[];
}

/** `ask lead of Sales within 1 business day when rate > 10%`. */
export interface VerdictLine extends Property {
  readonly kind: "verdict";
  readonly verdict: "may" | "ask" | "never";
  readonly who: Who | undefined;
  readonly within: Duration | undefined;
  readonly when: Condition | undefined;
  readonly because: Text | undefined;
}

/** `owner Mori`. */
export interface OwnerLine extends Property {
  readonly kind: "owner";
  readonly person: Name | undefined;
}

/** `approved by Ito on 2026-08-18`. */
export interface ApprovedLine extends Property {
  readonly kind: "approved";
  readonly by: Name | undefined;
  readonly on: DateLiteral | undefined;
}

/** `reason "volume order"`. */
export interface ReasonLine extends Property {
  readonly kind: "reason";
  readonly text: Text | undefined;
}

/** `renews acme_cutover`. */
export interface RenewsLine extends Property {
  readonly kind: "renews";
  readonly exception: Name | undefined;
}

/** What stands in an exception. */
export type ExceptionProperty =
  | EffectiveLine
  | OpenLine
  | HandleLine
  | UnknownLine
  | VerdictLine
  | OwnerLine
  | ApprovedLine
  | ReasonLine
  | RenewsLine;

/** `backup Mori`. */
export interface BackupLine extends Property {
  readonly kind: "backup";
  readonly person: Name | undefined;
}

/** `tier is gold` in a customer. */
export interface AttributeLine extends Property {
  readonly kind: "attribute value";
  readonly attribute: Name;
  readonly value: Value | undefined;
}

/** `records contracts at "https://…", bids at "…"`. */
export interface RecordsLine extends Property {
  readonly kind: "records";
  readonly records: readonly RecordAt[];
}

/** `contracts at "https://…"`. */
export interface RecordAt extends Node {
  readonly kind: "record";
  readonly name: Name;
  readonly address: Text | undefined;
}

/** `due bid on 02-15 by Mori needs form 10 business days before`. */
export interface DueLine extends Property {
  readonly kind: "due";
  readonly name: Name | undefined;
  readonly on: DateLiteral | MonthDayLiteral | undefined;
  readonly by: Name | undefined;
  readonly needs: readonly NeedBefore[];
}

/** `application_form 10 business days before`. */
export interface NeedBefore extends Node {
  readonly kind: "need";
  readonly name: Name;
  readonly lead: Duration | undefined;
}

/** What stands in a customer. */
export type CustomerProperty = TitleLine | OwnerLine | BackupLine | AttributeLine | RecordsLine | DueLine | UnknownLine;

/** `covers contracts, bids`. */
export interface CoversLine extends Property {
  readonly kind: "covers";
  readonly names: readonly Name[];
}

// Files ---------------------------------------------------------------------------------------------------------------

/** A place where the text could not be read. Spans are relative to the item. */
export interface SyntaxProblem extends Span {
  readonly problem: SyntaxProblemName;
  /** What fills the message's holes. */
  readonly holes: Readonly<Record<string, string>>;
  /** The repair, when it is obvious. */
  readonly fix: { readonly start: number; readonly end: number; readonly newText: string } | undefined;
}

/**
 * A stretch of a file that is parsed by itself: usually one declaration with the comments before it. A declaration word
 * at the very start of a line, followed by what its head needs, always begins a new item, so that a keystroke parses one
 * item anew and an unclosed brace cannot ruin the next declaration.
 */
export interface Item {
  readonly text: string;
  readonly declarations: readonly Declaration[];
  /** What could not be read where it stands. */
  readonly problems: readonly SyntaxProblem[];
  /** What was understood although it was written otherwise. */
  readonly slips: readonly Slip[];
}

/** A whole file: items back to back, whose texts joined are the file's text. */
export interface SyntaxFile {
  readonly text: string;
  readonly items: readonly Item[];
  /** The absolute offset of each item. */
  readonly offsets: readonly number[];
}

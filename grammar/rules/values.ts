/** Names in lists, literals, durations, ranges of days, and who does something. */
import type { ParserMethod } from "chevrotain";
import type {
  DateLiteral,
  Dates,
  Duration,
  MonthDayLiteral,
  MonthDays,
  Name,
  Text,
  TimeRange,
  Value,
  WeekdaySpan,
  Weekdays,
  Who,
} from "../../server/core/syntax/tree.ts";
import * as token from "../tokens.ts";
import { LeafParser, nameOf } from "./leaves.ts";
import { type Alternatives, fitted, spanOf } from "./lines.ts";

const currencyCode = /^[A-Z]{3}$/;

/** The rules of names, literals, durations and days. */
export abstract class ValueParser extends LeafParser {
  protected override readonly names = this.RULE("names", (): readonly Name[] => {
    const names = [this.readName(0)];
    this.MANY(() => {
      this.CONSUME(token.Comma);
      this.afterComma(this.OPTION(() => names.push(this.readAnyName(0))));
    });
    return names.length === 1 ? names : fitted(names);
  });

  protected readonly timeRange = this.RULE("timeRange", (): TimeRange => {
    const from = this.readTime(0);
    const to = this.OPTION(() => {
      this.CONSUME(token.Dash);
      return this.OPTION2(() => this.readTime(2));
    });
    return { kind: "time range", start: from.start, end: this.endFrom(from.end), from, to };
  });

  protected readonly timeRanges = this.RULE("timeRanges", (): readonly TimeRange[] => {
    const ranges = [this.SUBRULE(this.timeRange)];
    this.MANY(() => {
      this.CONSUME(token.Comma);
      this.afterComma(this.OPTION(() => ranges.push(this.SUBRULE2(this.timeRange))));
    });
    return ranges.length === 1 ? ranges : fitted(ranges);
  });

  private readonly weekdaySpan = this.RULE("weekdaySpan", (): WeekdaySpan => {
    const first = this.readWeekday(0);
    const last = this.OPTION(() => {
      this.CONSUME(token.Range);
      return this.OPTION2(() => this.readWeekday(2));
    });
    return { kind: "weekday span", start: first.start, end: this.endFrom(first.end), first, last };
  });

  protected readonly weekdays = this.RULE("weekdays", (): Weekdays => {
    const spans = [this.SUBRULE(this.weekdaySpan)];
    this.MANY(() => {
      this.CONSUME(token.Comma);
      this.afterComma(this.OPTION(() => spans.push(this.SUBRULE2(this.weekdaySpan))));
    });
    const start = spans[0]?.start ?? 0;
    return { kind: "weekdays", start, end: this.endFrom(start), spans };
  });

  /** `a..b`; one date alone is both ends; a range that stops after `..` has no last date. */
  protected readonly dates = this.RULE("dates", (): Dates => {
    const first = this.readDate(0);
    let last: DateLiteral | undefined = first;
    this.OPTION(() => {
      this.CONSUME(token.Range);
      last = this.OPTION2(() => this.readDate(2));
    });
    return { kind: "dates", start: first.start, end: this.endFrom(first.end), first, last };
  });

  protected readonly monthDays = this.RULE("monthDays", (): MonthDays => {
    const first = this.readMonthDay(0);
    let last: MonthDayLiteral | undefined = first;
    this.OPTION(() => {
      this.CONSUME(token.Range);
      last = this.OPTION2(() => this.readMonthDay(2));
    });
    return { kind: "month days", start: first.start, end: this.endFrom(first.end), first, last };
  });

  /** `4 business hours`; a duration without a unit is read as hours without a clock, and reported. */
  protected readonly duration = this.RULE("duration", (): Duration => {
    const amount = this.readNumber(0);
    const clock = this.OPTION(this.clockNext);
    const unit = this.OPTION2(this.unitNext);
    const end = this.endFrom(amount.end);
    if (unit === undefined && !this.RECORDING_PHASE)
      this.report("missing unit", { start: amount.start, end }, {}, undefined);
    return { kind: "duration", start: amount.start, end, amount, clock, unit: unit ?? "hours" };
  });

  /** A number, money, or duration: what follows the number on its line decides. */
  protected readonly quantity = this.RULE("quantity", (): Value => {
    const amount = this.readNumber(0);
    const clock = this.OPTION(this.clockOnLine);
    const unit = this.OPTION2(this.unitOnLine);
    const currency = this.OPTION3({
      GATE: () => !clock && !unit && !this.nextStartsLine() && currencyCode.test(this.LA(1).image),
      DEF: () => nameOf(this.CONSUME(token.Name)),
    });
    const { start } = amount;
    const end = this.endFrom(amount.end);
    if (currency) return { kind: "money", start, end, amount, currency };
    if (clock && !unit && !this.RECORDING_PHASE) this.report("missing unit", { start, end }, {}, undefined);
    return clock || unit ? { kind: "duration", start, end, amount, clock, unit: unit ?? "hours" } : amount;
  });

  // Made once, as alternatives are.
  protected readonly isOnLine = () => !this.nextStartsLine();
  private readonly clockNext = () => this.readClock(0);
  private readonly unitNext = () => this.readUnit(0);
  private readonly clockOnLine = { GATE: this.isOnLine, DEF: this.clockNext };
  private readonly unitOnLine = { GATE: this.isOnLine, DEF: this.unitNext };

  protected readonly value: ParserMethod<[], Value> = this.RULE("value", (): Value => this.OR(this.valueAlternatives));

  private readonly valueAlternatives: Alternatives<Value> = [
    { ALT: () => this.readPercent(0) },
    { ALT: () => this.SUBRULE(this.quantity) },
    { ALT: () => this.readDate(0) },
    { ALT: () => this.readTime(0) },
    { ALT: () => this.readText(0) },
    { ALT: () => this.readAnyName(0) },
  ];

  /** `lead of Support`, `all of Support`, `owner of customer`, `Abe of Support`, `Support`; the words win over names. */
  protected readonly who: ParserMethod<[], Who> = this.RULE("who", (): Who => this.OR(this.whoAlternatives));

  private readonly whoAlternatives: (Alternatives<Who>[number] & { readonly IGNORE_AMBIGUITIES?: boolean })[] = [
    {
      IGNORE_AMBIGUITIES: true,
      ALT: () => {
        const { start } = spanOf(this.CONSUME(token.word("lead")));
        const team = this.SUBRULE(this.ofName);
        return { kind: "lead of", start, end: this.endFrom(start), team } as const;
      },
    },
    {
      IGNORE_AMBIGUITIES: true,
      ALT: () => {
        const { start } = spanOf(this.CONSUME(token.word("all")));
        const team = this.SUBRULE2(this.ofName);
        return { kind: "all of", start, end: this.endFrom(start), team } as const;
      },
    },
    {
      IGNORE_AMBIGUITIES: true,
      ALT: () => {
        const { start } = spanOf(this.CONSUME(token.word("owner")));
        this.SUBRULE3(this.ofName);
        return { kind: "owner of customer", start, end: this.endFrom(start) } as const;
      },
    },
    {
      ALT: () => {
        const name = this.readName(0);
        const of = this.SUBRULE4(this.ofName);
        return { kind: "named", start: name.start, end: this.endFrom(name.end), name, of } as const;
      },
    },
  ];

  private readonly ofName = this.RULE("ofName", (): Name | undefined =>
    this.OPTION(() => {
      this.CONSUME(token.word("of"));
      return this.OPTION2(() => this.readName(0));
    }),
  );

  protected readonly because = this.RULE("because", (): Text | undefined => {
    this.CONSUME(token.word("because"));
    return this.OPTION(() => this.readText(0));
  });
}

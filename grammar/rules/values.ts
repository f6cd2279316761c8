/** Names in lists, literals, durations, ranges of days, and who does something. */
import type { ParserMethod } from "chevrotain";
import type {
  ClockWord,
  DateLiteral,
  Dates,
  Duration,
  MonthDayLiteral,
  MonthDays,
  Name,
  NumberLiteral,
  PercentLiteral,
  Text,
  TimeLiteral,
  TimeRange,
  UnitOfTime,
  Value,
  Weekday,
  WeekdayName,
  WeekdaySpan,
  Weekdays,
  Who,
} from "../../server/core/syntax/tree.ts";
import * as token from "../tokens.ts";
import { LineParser, nameOf, spanOf } from "./lines.ts";

const weekdayNames: readonly WeekdayName[] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const clockWords: readonly ClockWord[] = ["business", "clock", "calendar"];
const unitsOfTime: Readonly<Record<string, UnitOfTime>> = {
  minute: "minutes",
  minutes: "minutes",
  hour: "hours",
  hours: "hours",
  day: "days",
  days: "days",
};
const currencyCode = /^[A-Z]{3}$/;

/** True for `minute`, `minutes`, `hour` and so on. */
export function isUnitOfTime(word: string): boolean {
  return Object.hasOwn(unitsOfTime, word);
}

/** The rules of names, literals, durations and days. */
export abstract class ValueParser extends LineParser {
  protected override readonly names = this.RULE("names", (): Name[] => {
    const names = [this.SUBRULE(this.name)];
    this.MANY(() => {
      this.CONSUME(token.Comma);
      this.OPTION(() => names.push(this.SUBRULE(this.anyName)));
    });
    return names;
  });

  protected readonly text = this.RULE("text", (): Text => {
    const read = this.CONSUME(token.TextToken);
    return { kind: "text", ...spanOf(read), value: read.image };
  });

  protected readonly number = this.RULE("number", (): NumberLiteral => {
    const read = this.CONSUME(token.NumberToken);
    return { kind: "number", ...spanOf(read), digits: read.image.replaceAll("_", "") };
  });

  protected readonly percent = this.RULE("percentage", (): PercentLiteral => {
    const read = this.CONSUME(token.PercentToken);
    return { kind: "percent", ...spanOf(read), digits: read.image.replaceAll("_", "").slice(0, -1) };
  });

  protected readonly date = this.RULE("dateLiteral", (): DateLiteral => {
    const read = this.CONSUME(token.DateToken);
    const [year = "", month = "", day = ""] = read.image.split("-");
    return { kind: "date", ...spanOf(read), year: Number(year), month: Number(month), day: Number(day) };
  });

  protected readonly monthDay = this.RULE("monthDay", (): MonthDayLiteral => {
    const read = this.CONSUME(token.MonthDayToken);
    const [month = "", day = ""] = read.image.split("-");
    return { kind: "month day", ...spanOf(read), month: Number(month), day: Number(day) };
  });

  protected readonly time = this.RULE("timeLiteral", (): TimeLiteral => {
    const read = this.CONSUME(token.TimeToken);
    const [hour = "", minute = ""] = read.image.split(":");
    return { kind: "time", ...spanOf(read), hour: Number(hour), minute: Number(minute) };
  });

  protected readonly timeRange = this.RULE("timeRange", (): TimeRange => {
    const from = this.SUBRULE(this.time);
    const to = this.OPTION(() => {
      this.CONSUME(token.Dash);
      return this.OPTION2(() => this.SUBRULE2(this.time));
    });
    return { kind: "time range", start: from.start, end: this.endFrom(from.end), from, to };
  });

  protected readonly timeRanges = this.RULE("timeRanges", (): TimeRange[] => {
    const ranges = [this.SUBRULE(this.timeRange)];
    this.MANY(() => {
      this.CONSUME(token.Comma);
      this.OPTION(() => ranges.push(this.SUBRULE2(this.timeRange)));
    });
    return ranges;
  });

  private readonly weekdayAlternatives = weekdayNames.map((day) => ({ ALT: () => this.CONSUME(token.word(day)) }));

  protected readonly weekday = this.RULE("weekday", (): Weekday => {
    const read = this.OR(this.weekdayAlternatives);
    return { kind: "weekday", ...spanOf(read), day: weekdayNames.find((day) => day === read.image) ?? "Mon" };
  });

  private readonly weekdaySpan = this.RULE("weekdaySpan", (): WeekdaySpan => {
    const first = this.SUBRULE(this.weekday);
    const last = this.OPTION(() => {
      this.CONSUME(token.Range);
      return this.OPTION2(() => this.SUBRULE2(this.weekday));
    });
    return { kind: "weekday span", start: first.start, end: this.endFrom(first.end), first, last };
  });

  protected readonly weekdays = this.RULE("weekdays", (): Weekdays => {
    const spans = [this.SUBRULE(this.weekdaySpan)];
    this.MANY(() => {
      this.CONSUME(token.Comma);
      this.OPTION(() => spans.push(this.SUBRULE2(this.weekdaySpan)));
    });
    const start = spans[0]?.start ?? 0;
    return { kind: "weekdays", start, end: this.endFrom(start), spans };
  });

  /** `a..b`; one date alone is both ends; a range that stops after `..` has no last date. */
  protected readonly dates = this.RULE("dates", (): Dates => {
    const first = this.SUBRULE(this.date);
    let last: DateLiteral | undefined = first;
    this.OPTION(() => {
      this.CONSUME(token.Range);
      last = this.OPTION2(() => this.SUBRULE2(this.date));
    });
    return { kind: "dates", start: first.start, end: this.endFrom(first.end), first, last };
  });

  protected readonly monthDays = this.RULE("monthDays", (): MonthDays => {
    const first = this.SUBRULE(this.monthDay);
    let last: MonthDayLiteral | undefined = first;
    this.OPTION(() => {
      this.CONSUME(token.Range);
      last = this.OPTION2(() => this.SUBRULE2(this.monthDay));
    });
    return { kind: "month days", start: first.start, end: this.endFrom(first.end), first, last };
  });

  private readonly clockAlternatives = clockWords.map((clock) => ({ ALT: () => this.CONSUME(token.word(clock)) }));

  protected readonly clockWord = this.RULE("clockWord", (): ClockWord => {
    const read = this.OR(this.clockAlternatives);
    return clockWords.find((clock) => clock === read.image) ?? "business";
  });

  private readonly unitAlternatives = Object.keys(unitsOfTime).map((unit) => ({
    ALT: () => this.CONSUME(token.word(unit)),
  }));

  protected readonly timeUnit = this.RULE("timeUnit", (): UnitOfTime => {
    const read = this.OR(this.unitAlternatives);
    return unitsOfTime[read.image] ?? "days";
  });

  /** `4 business hours`; a duration without a unit is read as hours without a clock, and reported. */
  protected readonly duration = this.RULE("duration", (): Duration => {
    const amount = this.SUBRULE(this.number);
    const clock = this.OPTION(() => this.SUBRULE(this.clockWord));
    const unit = this.OPTION2(() => this.SUBRULE(this.timeUnit));
    const end = this.endFrom(amount.end);
    if (unit === undefined && !this.RECORDING_PHASE)
      this.report("missing unit", { start: amount.start, end }, {}, undefined);
    return { kind: "duration", start: amount.start, end, amount, clock, unit: unit ?? "hours" };
  });

  /** A number, money, or duration: what follows the number on its line decides. */
  protected readonly quantity = this.RULE("quantity", (): Value => {
    const amount = this.SUBRULE(this.number);
    const clock = this.OPTION({ GATE: () => !this.nextStartsLine(), DEF: () => this.SUBRULE(this.clockWord) });
    const unit = this.OPTION2({ GATE: () => !this.nextStartsLine(), DEF: () => this.SUBRULE(this.timeUnit) });
    const currency = this.OPTION3({
      GATE: () => !clock && !unit && !this.nextStartsLine() && currencyCode.test(this.LA(1).image),
      DEF: () => nameOf(this.CONSUME(token.Name)),
    });
    const place = { start: amount.start, end: this.endFrom(amount.end) };
    if (currency) return { kind: "money", ...place, amount, currency };
    return clock || unit ? { kind: "duration", ...place, amount, clock, unit: unit ?? "hours" } : amount;
  });

  protected readonly value: ParserMethod<[], Value> = this.RULE(
    "value",
    (): Value =>
      this.OR([
        { ALT: () => this.SUBRULE(this.percent) },
        { ALT: () => this.SUBRULE(this.quantity) },
        { ALT: () => this.SUBRULE(this.date) },
        { ALT: () => this.SUBRULE(this.time) },
        { ALT: () => this.SUBRULE(this.text) },
        { ALT: () => this.SUBRULE(this.anyName) },
      ]),
  );

  /** `lead of Support`, `all of Support`, `owner of customer`, `Abe of Support`, `Support`; the words win over names. */
  protected readonly who: ParserMethod<[], Who> = this.RULE(
    "who",
    (): Who =>
      this.OR([
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
            const name = this.SUBRULE(this.name);
            const of = this.SUBRULE4(this.ofName);
            return { kind: "named", start: name.start, end: this.endFrom(name.end), name, of } as const;
          },
        },
      ]),
  );

  private readonly ofName = this.RULE("ofName", (): Name | undefined =>
    this.OPTION(() => {
      this.CONSUME(token.word("of"));
      return this.OPTION2(() => this.SUBRULE(this.name));
    }),
  );

  protected readonly because = this.RULE("because", (): Text | undefined => {
    this.CONSUME(token.word("because"));
    return this.OPTION(() => this.SUBRULE(this.text));
  });
}

/**
 * Names, literals and words: what is one token. Methods and not rules, since a rule's invocation costs more than all that
 * they do; each takes its occurrence within its rule, as chevrotain asks.
 */
import type { IToken, TokenType } from "chevrotain";
import type {
  ClockWord,
  DateLiteral,
  MonthDayLiteral,
  Name,
  NumberLiteral,
  PercentLiteral,
  Text,
  TimeLiteral,
  UnitOfTime,
  Weekday,
  WeekdayName,
} from "../../server/core/syntax/tree.ts";
import * as token from "../tokens.ts";
import { LineParser } from "./lines.ts";

/** The tokens that become a node, or a word, of their own. */
export abstract class LeafParser extends LineParser {
  /** What `consume` does, without its preparation for recovery, which is never used: two tokens of three are read here. */
  protected take(occurrence: number, type: TokenType): IToken {
    const next = this.LA(1);
    if (this.RECORDING_PHASE || !isOfType(next, type)) return this.consume(occurrence, type);
    this.SKIP_TOKEN();
    return next;
  }

  protected readName(occurrence: number): Name {
    return nameOf(this.take(occurrence, token.Name));
  }

  /** A name where the construct is open, so that it may begin the next line. */
  protected readAnyName(occurrence: number): Name {
    return nameOf(this.take(occurrence, token.AnyName));
  }

  protected readText(occurrence: number): Text {
    const read = this.take(occurrence, token.TextToken);
    return { kind: "text", start: read.startOffset, end: endOf(read), value: read.image };
  }

  protected readNumber(occurrence: number): NumberLiteral {
    const read = this.take(occurrence, token.NumberToken);
    return { kind: "number", start: read.startOffset, end: endOf(read), digits: digitsOf(read.image) };
  }

  protected readPercent(occurrence: number): PercentLiteral {
    const read = this.take(occurrence, token.PercentToken);
    return { kind: "percent", start: read.startOffset, end: endOf(read), digits: digitsOf(read.image.slice(0, -1)) };
  }

  // The lexer gives these in fixed columns: 2026-08-22, 08-22, 09:00.
  protected readDate(occurrence: number): DateLiteral {
    const read = this.take(occurrence, token.DateToken);
    const { image } = read;
    const [year, month, day] = [Number(image.slice(0, 4)), Number(image.slice(5, 7)), Number(image.slice(8))];
    return { kind: "date", start: read.startOffset, end: endOf(read), year, month, day };
  }

  protected readMonthDay(occurrence: number): MonthDayLiteral {
    const read = this.take(occurrence, token.MonthDayToken);
    const { image } = read;
    const [month, day] = [Number(image.slice(0, 2)), Number(image.slice(3))];
    return { kind: "month day", start: read.startOffset, end: endOf(read), month, day };
  }

  protected readTime(occurrence: number): TimeLiteral {
    const read = this.take(occurrence, token.TimeToken);
    const { image } = read;
    const [hour, minute] = [Number(image.slice(0, 2)), Number(image.slice(3))];
    return { kind: "time", start: read.startOffset, end: endOf(read), hour, minute };
  }

  protected readWeekday(occurrence: number): Weekday {
    const read = this.take(occurrence, token.WeekdayWord);
    return { kind: "weekday", start: read.startOffset, end: endOf(read), day: weekdays[read.image] ?? "Mon" };
  }

  protected readClock(occurrence: number): ClockWord {
    return clocks[this.take(occurrence, token.ClockWord).image] ?? "business";
  }

  protected readUnit(occurrence: number): UnitOfTime {
    return units[this.take(occurrence, token.UnitWord).image] ?? "days";
  }
}

const weekdays: Readonly<Record<string, WeekdayName>> = {
  Mon: "Mon",
  Tue: "Tue",
  Wed: "Wed",
  Thu: "Thu",
  Fri: "Fri",
  Sat: "Sat",
  Sun: "Sun",
};
const clocks: Readonly<Record<string, ClockWord>> = { business: "business", clock: "clock", calendar: "calendar" };
const units: Readonly<Record<string, UnitOfTime>> = {
  minute: "minutes",
  minutes: "minutes",
  hour: "hours",
  hours: "hours",
  day: "days",
  days: "days",
};

/** True for `minute`, `minutes`, `hour` and so on. */
export function isUnitOfTime(word: string): boolean {
  return Object.hasOwn(units, word);
}

/** A tree name from its token. */
export function nameOf(read: IToken): Name {
  return { kind: "name", start: read.startOffset, end: endOf(read), text: read.image };
}

/** True for a token of a type, or of one of its kinds. */
export function isOfType({ tokenTypeIdx }: IToken, type: TokenType): boolean {
  return tokenTypeIdx === type.tokenTypeIdx || type.categoryMatchesMap?.[tokenTypeIdx] === true;
}

function endOf(read: IToken): number {
  return (read.endOffset ?? read.startOffset) + 1;
}

function digitsOf(image: string): string {
  return image.includes("_") ? image.replaceAll("_", "") : image;
}

/** The lines of calendars, teams, agreements, exceptions and customers: everything that is one property on one line. */
import type { ParserMethod } from "chevrotain";
import type * as tree from "../../server/core/syntax/tree.ts";
import * as token from "../tokens.ts";
import { ConditionParser } from "./conditions.ts";
import { none, spanOf } from "./lines.ts";

const turns: Readonly<Record<string, NonNullable<tree.DutyLine["turn"]>>> = {
  daily: "daily",
  weekly: "weekly",
  monthly: "monthly",
};

type Line<T extends tree.Node> = ParserMethod<[], T>;

/** The rules of lines that are one property each. */
export abstract class PropertyParser extends ConditionParser {
  /** Reads a property's first word. A node's `end` is written last, since the parts before it are read on the way. */
  protected head(word: string): tree.Span {
    const read = this.ahead(1);
    this.headColumn = read.column;
    this.CONSUME9(token.head(word));
    return { start: read.startOffset, end: read.endOffset + 1 };
  }

  /** A declaration: its first word, then its parts. Properties are written out instead, for speed. */
  protected construct<K extends string, P extends object>(kind: K, parts: () => P) {
    const { doc } = this.ahead(1);
    const head = this.head(kind);
    const read = parts();
    return { kind, start: head.start, end: this.endFrom(head.end), headEnd: head.end, doc, ...read };
  }

  protected readonly titleLine = this.RULE("title", (): tree.TitleLine => {
    const head = this.head("title");
    return {
      kind: "title",
      start: head.start,
      headEnd: head.end,
      text: this.optionalText(),
      end: this.endFrom(head.end),
    };
  });

  protected readonly sayLine = this.RULE("say", (): tree.SayLine => {
    const head = this.head("say");
    return {
      kind: "say",
      start: head.start,
      headEnd: head.end,
      text: this.optionalText(),
      end: this.endFrom(head.end),
    };
  });

  protected readonly reasonLine = this.RULE("reason", (): tree.ReasonLine => {
    const head = this.head("reason");
    return {
      kind: "reason",
      start: head.start,
      headEnd: head.end,
      text: this.optionalText(),
      end: this.endFrom(head.end),
    };
  });

  protected readonly leadLine = this.RULE("lead", (): tree.LeadLine => {
    const head = this.head("lead");
    return {
      kind: "lead",
      start: head.start,
      headEnd: head.end,
      person: this.optionalName(),
      end: this.endFrom(head.end),
    };
  });

  protected readonly ownerLine = this.RULE("owner", (): tree.OwnerLine => {
    const head = this.head("owner");
    return {
      kind: "owner",
      start: head.start,
      headEnd: head.end,
      person: this.optionalName(),
      end: this.endFrom(head.end),
    };
  });

  protected readonly backupLine = this.RULE("backup", (): tree.BackupLine => {
    const head = this.head("backup");
    return {
      kind: "backup",
      start: head.start,
      headEnd: head.end,
      person: this.optionalName(),
      end: this.endFrom(head.end),
    };
  });

  protected readonly renewsLine = this.RULE("renews", (): tree.RenewsLine => {
    const head = this.head("renews");
    return {
      kind: "renews",
      start: head.start,
      headEnd: head.end,
      exception: this.optionalName(),
      end: this.endFrom(head.end),
    };
  });

  protected readonly hoursLine = this.RULE("hours", (): tree.HoursLine => {
    const head = this.head("hours");
    return {
      kind: "hours",
      start: head.start,
      headEnd: head.end,
      calendar: this.optionalName(),
      end: this.endFrom(head.end),
    };
  });

  protected readonly membersLine = this.RULE("members", (): tree.MembersLine => {
    const head = this.head("members");
    return {
      kind: "members",
      start: head.start,
      headEnd: head.end,
      people: this.optionalNames(),
      end: this.endFrom(head.end),
    };
  });

  protected readonly coversLine = this.RULE("covers", (): tree.CoversLine => {
    const head = this.head("covers");
    return {
      kind: "covers",
      start: head.start,
      headEnd: head.end,
      names: this.optionalNames(),
      end: this.endFrom(head.end),
    };
  });

  protected readonly restLine = this.RULE("rest", (): tree.RestLine => {
    const head = this.head("rest");
    return {
      kind: "rest",
      start: head.start,
      headEnd: head.end,
      weekday: this.OPTION(() => this.readWeekday(0)),
      end: this.endFrom(head.end),
    };
  });

  protected readonly effectiveLine = this.RULE("effective", (): tree.EffectiveLine => {
    const head = this.head("effective");
    return {
      kind: "effective",
      start: head.start,
      headEnd: head.end,
      dates: this.OPTION(() => this.SUBRULE(this.dates)),
      end: this.endFrom(head.end),
    };
  });

  protected readonly cutoffLine = this.RULE("cutoff", (): tree.CutoffLine => {
    const head = this.head("cutoff");
    return {
      kind: "cutoff",
      start: head.start,
      headEnd: head.end,
      time: this.OPTION(() => this.readTime(0)),
      end: this.endFrom(head.end),
    };
  });

  protected readonly byLine = this.RULE("by", (): tree.ByLine => {
    const head = this.head("by");
    return {
      kind: "by",
      start: head.start,
      headEnd: head.end,
      who: this.OPTION(() => this.SUBRULE(this.who)),
      end: this.endFrom(head.end),
    };
  });

  protected readonly declineLine = this.RULE("decline", (): tree.DeclineLine => {
    const head = this.head("decline");
    return {
      kind: "decline",
      start: head.start,
      headEnd: head.end,
      because: this.optionalBecause(),
      end: this.endFrom(head.end),
    };
  });

  protected readonly openLine = this.RULE("open", (): tree.OpenLine => {
    const head = this.head("open");
    return {
      kind: "open line",
      start: head.start,
      headEnd: head.end,
      effect: "open" as const,
      ...this.SUBRULE(this.openParts),
      end: this.endFrom(head.end),
    };
  });

  protected readonly closedLine = this.RULE("closed", (): tree.OpenLine => {
    const head = this.head("closed");
    return {
      kind: "open line",
      start: head.start,
      headEnd: head.end,
      effect: "closed" as const,
      ...this.SUBRULE(this.openParts),
      end: this.endFrom(head.end),
    };
  });

  private readonly openParts = this.RULE("openParts", () => {
    const days = this.OPTION(() => this.SUBRULE(this.openDays));
    const times = this.OPTION2(() => this.SUBRULE(this.timeRanges)) ?? none;
    const because = this.optionalBecause();
    return { days, times, because };
  });

  private readonly openDays = this.RULE(
    "openDays",
    (): NonNullable<tree.OpenLine["days"]> =>
      this.OR<NonNullable<tree.OpenLine["days"]>>([
        { ALT: () => this.SUBRULE(this.holidays) },
        { ALT: () => this.SUBRULE(this.duringCalendars) },
        { ALT: () => this.SUBRULE(this.weekdays) },
        { ALT: () => this.SUBRULE(this.monthDays) },
        { ALT: () => this.SUBRULE(this.dates) },
      ]),
  );

  private readonly holidays = this.RULE("holidays", (): tree.HolidaysOf => {
    const { start } = spanOf(this.CONSUME(token.word("holidays")));
    const region = this.OPTION(() => {
      this.CONSUME(token.word("of"));
      return this.OPTION2(() =>
        this.OR<tree.Name | tree.Text>([{ ALT: () => this.readName(0) }, { ALT: () => this.readText(0) }]),
      );
    });
    return { kind: "holidays", start, end: this.endFrom(start), region };
  });

  private readonly duringCalendars = this.RULE("duringCalendars", (): tree.DuringCalendars => {
    const { start } = spanOf(this.CONSUME(token.word("during")));
    const calendars = this.optionalNames();
    return { kind: "during calendars", start, end: this.endFrom(start), calendars };
  });

  protected readonly reachLine = this.RULE("reach", (): tree.ReachLine => {
    const head = this.head("reach");
    const channel = this.nameAfter("via");
    const address = this.OPTION2(() => {
      this.CONSUME2(token.word("at"));
      return this.OPTION3(() => this.readText(2));
    });
    return { kind: "reach", start: head.start, headEnd: head.end, channel, address, end: this.endFrom(head.end) };
  });

  protected readonly dutyLine = this.RULE("duty", (): tree.DutyLine => {
    const head = this.head("duty");
    const people = this.optionalNames();
    const turn = this.OPTION2(() => turns[this.CONSUME(token.TurnWord).image]);
    const from = this.OPTION3(() => {
      this.CONSUME(token.word("from"));
      return this.OPTION4(() => this.readDate(0));
    });
    return { kind: "duty", start: head.start, headEnd: head.end, people, turn, from, end: this.endFrom(head.end) };
  });

  protected readonly deputyLine = this.RULE("deputy", (): tree.DeputyLine => {
    const head = this.head("deputy");
    return {
      kind: "deputy",
      start: head.start,
      headEnd: head.end,
      person: this.optionalName(),
      of: this.nameAfter("for"),
      end: this.endFrom(head.end),
    };
  });

  protected readonly awayLine = this.RULE("away", (): tree.AwayLine => {
    const head = this.head("away");
    const person = this.optionalName();
    const dates = this.OPTION2(() => this.SUBRULE(this.dates));
    return { kind: "away", start: head.start, headEnd: head.end, person, dates, end: this.endFrom(head.end) };
  });

  protected readonly reviewLine = this.RULE("review", (): tree.ReviewLine => {
    const head = this.head("review");
    const months = this.OPTION4(() => {
      this.CONSUME(token.word("every"));
      return this.OPTION5(() => {
        const number = this.readNumber(0);
        this.OPTION6(() => this.CONSUME(token.MonthWord));
        return number;
      });
    });
    return {
      kind: "review",
      start: head.start,
      headEnd: head.end,
      months,
      by: this.nameAfter("by"),
      end: this.endFrom(head.end),
    };
  });

  protected readonly approvedLine = this.RULE("approved", (): tree.ApprovedLine => {
    const head = this.head("approved");
    const by = this.nameAfter("by");
    const on = this.OPTION2(() => {
      this.CONSUME2(token.word("on"));
      return this.OPTION3(() => this.readDate(2));
    });
    return { kind: "approved", start: head.start, headEnd: head.end, by, on, end: this.endFrom(head.end) };
  });

  protected readonly recordsLine = this.RULE("records", (): tree.RecordsLine => {
    const head = this.head("records");
    const records: tree.RecordAt[] = [];
    this.OPTION(() => {
      records.push(this.SUBRULE(this.recordAt));
      this.MANY(() => {
        this.CONSUME(token.Comma);
        this.afterComma(this.OPTION2(() => records.push(this.SUBRULE2(this.recordAt))));
      });
    });
    return { kind: "records", start: head.start, headEnd: head.end, records, end: this.endFrom(head.end) };
  });

  private readonly recordAt = this.RULE("recordAt", (): tree.RecordAt => {
    const name = this.readAnyName(0);
    const address = this.OPTION(() => {
      this.CONSUME(token.word("at"));
      return this.OPTION2(() => this.readText(0));
    });
    return { kind: "record", start: name.start, end: this.endFrom(name.end), name, address };
  });

  protected readonly dueLine = this.RULE("due", (): tree.DueLine => {
    const head = this.head("due");
    const name = this.optionalName();
    const on = this.OPTION2(() => {
      this.CONSUME2(token.word("on"));
      return this.OPTION3(() =>
        this.OR<tree.DateLiteral | tree.MonthDayLiteral>([
          { ALT: () => this.readDate(0) },
          { ALT: () => this.readMonthDay(0) },
        ]),
      );
    });
    const by = this.nameAfter("by");
    const needs: tree.NeedBefore[] = [];
    this.OPTION4(() => {
      this.CONSUME3(token.word("needs"));
      this.OPTION5(() => {
        needs.push(this.SUBRULE2(this.needBefore));
        this.MANY(() => {
          this.CONSUME4(token.Comma);
          this.afterComma(this.OPTION6(() => needs.push(this.SUBRULE3(this.needBefore))));
        });
      });
    });
    return { kind: "due", start: head.start, headEnd: head.end, name, on, by, needs, end: this.endFrom(head.end) };
  });

  private readonly needBefore = this.RULE("needBefore", (): tree.NeedBefore => {
    const name = this.readAnyName(0);
    const lead = this.OPTION(() => this.SUBRULE(this.duration));
    this.OPTION2(() => this.CONSUME(token.word("before")));
    return { kind: "need", start: name.start, end: this.endFrom(name.end), name, lead };
  });

  /** `tier is gold` in a customer; a line that begins with a name but has no `is` is unknown. */
  protected readonly attributeLine: Line<tree.AttributeLine | tree.UnknownLine> = this.RULE("attributeValue", () => {
    const first = this.ahead(1);
    const attribute = this.readAnyName(0);
    const is = this.OPTION(() => this.CONSUME(token.word("is")));
    const value = this.OPTION2({
      GATE: () => is !== undefined && !this.nextStartsLine(),
      DEF: () => this.SUBRULE(this.value),
    });
    if (!is) return this.unknownRest(first);
    return {
      kind: "attribute value" as const,
      start: attribute.start,
      end: this.endFrom(attribute.end),
      headEnd: attribute.end,
      attribute,
      value,
    };
  });

  protected optionalText(): tree.Text | undefined {
    return this.OPTION9(this.textOnLine);
  }

  protected optionalName(): tree.Name | undefined {
    return this.OPTION9(this.nameNext);
  }

  protected optionalNames(): readonly tree.Name[] {
    return this.OPTION8(this.namesNext) ?? none;
  }

  /** `because "…"`, on the same line only, so that no line steals the next one's. */
  protected optionalBecause(): tree.Text | undefined {
    return this.OPTION7(this.becauseOnLine);
  }

  // Made once, as alternatives are.
  private readonly textOnLine = { GATE: this.isOnLine, DEF: () => this.readText(9) };
  private readonly nameNext = () => this.readName(9);
  private readonly namesNext = () => this.SUBRULE8(this.names);
  private readonly becauseOnLine = { GATE: this.isOnLine, DEF: () => this.SUBRULE7(this.because) };

  /** `via NAME`, `for NAME`, `by NAME`: at most one a rule. */
  protected nameAfter(word: string): tree.Name | undefined {
    return this.OPTION({
      DEF: () => {
        this.CONSUME(token.word(word));
        return this.OPTION1(() => this.readName(1));
      },
    });
  }
}

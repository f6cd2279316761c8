/** The lines of calendars, teams, agreements, exceptions and customers: everything that is one property on one line. */
import type { ParserMethod } from "chevrotain";
import type * as tree from "../../server/core/syntax/tree.ts";
import * as token from "../tokens.ts";
import { ConditionParser } from "./conditions.ts";
import { spanOf } from "./lines.ts";

const turns: Readonly<Record<string, NonNullable<tree.DutyLine["turn"]>>> = {
  daily: "daily",
  weekly: "weekly",
  monthly: "monthly",
};

type Line<T extends tree.Node> = ParserMethod<[], T>;

/** The rules of lines that are one property each. */
export abstract class PropertyParser extends ConditionParser {
  /** Reads a property's first word and then its parts; the node spans from one to the other. */
  protected line<K extends string, P extends object>(
    kind: K,
    word: string,
    parts: () => P,
  ): { kind: K; start: number; end: number; head: tree.Span } & P {
    this.headColumn = this.ahead(1).column;
    const head = spanOf(this.CONSUME9(token.head(word)));
    const read = parts();
    return { kind, start: head.start, end: this.endFrom(head.end), head, ...read };
  }

  protected readonly titleLine: Line<tree.TitleLine> = this.RULE("title", () =>
    this.line("title", "title", () => ({ text: this.optionalText() })),
  );

  protected readonly sayLine: Line<tree.SayLine> = this.RULE("say", () =>
    this.line("say", "say", () => ({ text: this.optionalText() })),
  );

  protected readonly reasonLine: Line<tree.ReasonLine> = this.RULE("reason", () =>
    this.line("reason", "reason", () => ({ text: this.optionalText() })),
  );

  protected readonly leadLine: Line<tree.LeadLine> = this.RULE("lead", () =>
    this.line("lead", "lead", () => ({ person: this.optionalName() })),
  );

  protected readonly ownerLine: Line<tree.OwnerLine> = this.RULE("owner", () =>
    this.line("owner", "owner", () => ({ person: this.optionalName() })),
  );

  protected readonly backupLine: Line<tree.BackupLine> = this.RULE("backup", () =>
    this.line("backup", "backup", () => ({ person: this.optionalName() })),
  );

  protected readonly renewsLine: Line<tree.RenewsLine> = this.RULE("renews", () =>
    this.line("renews", "renews", () => ({ exception: this.optionalName() })),
  );

  protected readonly hoursLine: Line<tree.HoursLine> = this.RULE("hours", () =>
    this.line("hours", "hours", () => ({ calendar: this.optionalName() })),
  );

  protected readonly membersLine: Line<tree.MembersLine> = this.RULE("members", () =>
    this.line("members", "members", () => ({ people: this.optionalNames() })),
  );

  protected readonly coversLine: Line<tree.CoversLine> = this.RULE("covers", () =>
    this.line("covers", "covers", () => ({ names: this.optionalNames() })),
  );

  protected readonly restLine: Line<tree.RestLine> = this.RULE("rest", () =>
    this.line("rest", "rest", () => ({ weekday: this.OPTION(() => this.readWeekday(0)) })),
  );

  protected readonly effectiveLine: Line<tree.EffectiveLine> = this.RULE("effective", () =>
    this.line("effective", "effective", () => ({ dates: this.OPTION(() => this.SUBRULE(this.dates)) })),
  );

  protected readonly cutoffLine: Line<tree.CutoffLine> = this.RULE("cutoff", () =>
    this.line("cutoff", "cutoff", () => ({ time: this.OPTION(() => this.readTime(0)) })),
  );

  protected readonly byLine: Line<tree.ByLine> = this.RULE("by", () =>
    this.line("by", "by", () => ({ who: this.OPTION(() => this.SUBRULE(this.who)) })),
  );

  protected readonly declineLine: Line<tree.DeclineLine> = this.RULE("decline", () =>
    this.line("decline", "decline", () => ({ because: this.optionalBecause() })),
  );

  protected readonly openLine: Line<tree.OpenLine> = this.RULE("open", () =>
    this.line("open line", "open", () => ({ effect: "open" as const, ...this.SUBRULE(this.openParts) })),
  );

  protected readonly closedLine: Line<tree.OpenLine> = this.RULE("closed", () =>
    this.line("open line", "closed", () => ({ effect: "closed" as const, ...this.SUBRULE(this.openParts) })),
  );

  private readonly openParts = this.RULE("openParts", () => {
    const days = this.OPTION(() => this.SUBRULE(this.openDays));
    const times = this.OPTION2(() => this.SUBRULE(this.timeRanges)) ?? [];
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

  protected readonly reachLine: Line<tree.ReachLine> = this.RULE("reach", () =>
    this.line("reach", "reach", () => {
      const channel = this.nameAfter("via");
      const address = this.OPTION2(() => {
        this.CONSUME2(token.word("at"));
        return this.OPTION3(() => this.readText(2));
      });
      return { channel, address };
    }),
  );

  protected readonly dutyLine: Line<tree.DutyLine> = this.RULE("duty", () =>
    this.line("duty", "duty", () => {
      const people = this.optionalNames();
      const turn = this.OPTION2(() => turns[this.CONSUME(token.TurnWord).image]);
      const from = this.OPTION3(() => {
        this.CONSUME(token.word("from"));
        return this.OPTION4(() => this.readDate(0));
      });
      return { people, turn, from };
    }),
  );

  protected readonly deputyLine: Line<tree.DeputyLine> = this.RULE("deputy", () =>
    this.line("deputy", "deputy", () => ({ person: this.optionalName(), of: this.nameAfter("for") })),
  );

  protected readonly awayLine: Line<tree.AwayLine> = this.RULE("away", () =>
    this.line("away", "away", () => {
      const person = this.optionalName();
      const dates = this.OPTION2(() => this.SUBRULE(this.dates));
      return { person, dates };
    }),
  );

  protected readonly reviewLine: Line<tree.ReviewLine> = this.RULE("review", () =>
    this.line("review", "review", () => {
      const months = this.OPTION4(() => {
        this.CONSUME(token.word("every"));
        return this.OPTION5(() => {
          const number = this.readNumber(0);
          this.OPTION6(() => this.CONSUME(token.MonthWord));
          return number;
        });
      });
      return { months, by: this.nameAfter("by") };
    }),
  );

  protected readonly approvedLine: Line<tree.ApprovedLine> = this.RULE("approved", () =>
    this.line("approved", "approved", () => {
      const by = this.nameAfter("by");
      const on = this.OPTION2(() => {
        this.CONSUME2(token.word("on"));
        return this.OPTION3(() => this.readDate(2));
      });
      return { by, on };
    }),
  );

  protected readonly recordsLine: Line<tree.RecordsLine> = this.RULE("records", () =>
    this.line("records", "records", () => {
      const records: tree.RecordAt[] = [];
      this.OPTION(() => {
        records.push(this.SUBRULE(this.recordAt));
        this.MANY(() => {
          this.CONSUME(token.Comma);
          this.OPTION2(() => records.push(this.SUBRULE2(this.recordAt)));
        });
      });
      return { records };
    }),
  );

  private readonly recordAt = this.RULE("recordAt", (): tree.RecordAt => {
    const name = this.readAnyName(0);
    const address = this.OPTION(() => {
      this.CONSUME(token.word("at"));
      return this.OPTION2(() => this.readText(0));
    });
    return { kind: "record", start: name.start, end: this.endFrom(name.end), name, address };
  });

  protected readonly dueLine: Line<tree.DueLine> = this.RULE("due", () =>
    this.line("due", "due", () => {
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
            this.OPTION6(() => needs.push(this.SUBRULE3(this.needBefore)));
          });
        });
      });
      return { name, on, by, needs };
    }),
  );

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
    const { start } = attribute;
    const head = { start, end: attribute.end };
    if (!is) return this.unknownRest(first);
    return { kind: "attribute value" as const, start, end: this.endFrom(attribute.end), head, attribute, value };
  });

  protected optionalText(): tree.Text | undefined {
    return this.OPTION9({ GATE: () => !this.nextStartsLine(), DEF: () => this.readText(9) });
  }

  protected optionalName(): tree.Name | undefined {
    return this.OPTION9(() => this.readName(9));
  }

  protected optionalNames(): tree.Name[] {
    return this.OPTION8(() => this.SUBRULE8(this.names)) ?? [];
  }

  /** `because "…"`, on the same line only, so that no line steals the next one's. */
  protected optionalBecause(): tree.Text | undefined {
    return this.OPTION7({ GATE: () => !this.nextStartsLine(), DEF: () => this.SUBRULE7(this.because) });
  }

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

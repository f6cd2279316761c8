/** What stands in agreements and exceptions: handle and commit clauses with their cases, guarantees, duties. */
import type { ParserMethod, TokenType } from "chevrotain";
import type * as tree from "../../server/core/syntax/tree.ts";
import * as token from "../tokens.ts";
import { type Alternatives, type Body, clauseHeads, fitted, none, spanOf } from "./lines.ts";
import { PropertyParser } from "./properties.ts";

/** What is known of a kind of body before one is met. */
export type BodyKind = Omit<Body, "column">;

const handleHeads = "by via hours cutoff respond resolve escalate say decline surcharge step table";
const handleBody: BodyKind = { only: headSet(handleHeads + " case"), endedBy: clauseHeads };
const commitBody: BodyKind = { only: headSet("may ask never case"), endedBy: clauseHeads };
/** A case stands among the same properties as its body has, so nothing shows that its braces are wrong. */
const caseBody: BodyKind = { only: new Set(), endedBy: clauseHeads };

const verdicts: Readonly<Record<string, tree.VerdictLine["verdict"]>> = { may: "may", ask: "ask", never: "never" };
const Within = token.word("within");

const clauseByHead: ReadonlyMap<TokenType, "handle" | "commit"> = new Map([
  ...[...headSet(handleHeads)].map((head) => [head, "handle"] as const),
  ...[...headSet("may ask never")].map((head) => [head, "commit"] as const),
]);

/** What a clause is made of after its first word. */
interface Rest<P> {
  readonly name: tree.Name | undefined;
  readonly requests: readonly tree.Name[];
  readonly when: tree.Condition | undefined;
  readonly bodyStart: number | undefined;
  readonly properties: readonly (P | tree.UnknownLine)[];
}

interface CommitRest extends Rest<tree.CommitProperty> {
  readonly by: tree.Name | undefined;
}

/** The rules of clauses, and of the lines in them. */
export abstract class ClauseParser extends PropertyParser {
  protected readonly targetLine: ParserMethod<[], tree.TargetLine> = this.RULE("target", (): tree.TargetLine => {
    const read = this.CONSUME(token.TargetHead);
    const target = read.image === "resolve" ? "resolve" : "respond";
    const head = spanOf(read);
    const within = this.within();
    const before = this.OPTION2(() => {
      this.CONSUME2(token.word("before"));
      return this.OPTION3(() => this.readTime(2));
    });
    return {
      kind: "target",
      start: head.start,
      end: this.endFrom(head.end),
      headEnd: head.end,
      target,
      within,
      before,
    };
  });

  protected readonly viaLine: ParserMethod<[], tree.ViaLine> = this.RULE("via", (): tree.ViaLine => {
    const head = this.head("via");
    const channels = this.optionalNames();
    const during = this.OPTION(() => {
      this.CONSUME(token.word("during"));
      return this.OPTION2(() => this.readName(0));
    });
    return { kind: "via", start: head.start, headEnd: head.end, channels, during, end: this.endFrom(head.end) };
  });

  protected readonly escalateLine: ParserMethod<[], tree.EscalateLine> = this.RULE(
    "escalate",
    (): tree.EscalateLine => {
      const head = this.head("escalate");
      const after = this.OPTION(() => {
        this.CONSUME(token.word("after"));
        return this.OPTION2(() => this.SUBRULE(this.duration));
      });
      const to = this.OPTION3(() => {
        this.CONSUME(token.word("to"));
        return this.OPTION4(() => this.SUBRULE(this.who));
      });
      return { kind: "escalate", start: head.start, headEnd: head.end, after, to, end: this.endFrom(head.end) };
    },
  );

  protected readonly surchargeLine: ParserMethod<[], tree.SurchargeLine> = this.RULE(
    "surcharge",
    (): tree.SurchargeLine => {
      const head = this.head("surcharge");
      const rate = this.OPTION(() => this.SUBRULE(this.surchargeRate));
      return {
        kind: "surcharge",
        start: head.start,
        headEnd: head.end,
        rate,
        because: this.optionalBecause(),
        end: this.endFrom(head.end),
      };
    },
  );

  private readonly surchargeRate = this.RULE("surchargeRate", (): tree.SurchargeLine["rate"] =>
    this.OR<tree.SurchargeLine["rate"]>([
      { ALT: () => this.readPercent(0) },
      { ALT: () => this.SUBRULE(this.money) },
      { ALT: () => this.SUBRULE(this.premium) },
    ]),
  );

  private readonly money = this.RULE("money", (): tree.MoneyLiteral => {
    const amount = this.readNumber(0);
    const currency = this.OPTION(() => this.readName(0));
    const missing = { kind: "name", start: amount.end, end: amount.end, text: "" } as const;
    return { kind: "money", start: amount.start, end: this.endFrom(amount.end), amount, currency: currency ?? missing };
  });

  private readonly premium = this.RULE("premium", (): tree.PremiumOf => {
    const { start } = spanOf(this.CONSUME(token.word("premium")));
    const region = this.OPTION(() => {
      this.CONSUME(token.word("of"));
      return this.OPTION2(() => this.readName(0));
    });
    return { kind: "premium", start, end: this.endFrom(start), region };
  });

  protected readonly stepLine: ParserMethod<[], tree.StepLine> = this.RULE("step", (): tree.StepLine => {
    const head = this.head("step");
    const name = this.optionalName();
    const by = this.OPTION(() => {
      this.CONSUME(token.word("by"));
      return this.OPTION2(() => this.SUBRULE(this.who));
    });
    const within = this.OPTION3(() => this.SUBRULE(this.withinDuration));
    const atNext = this.OPTION4(() => this.SUBRULE(this.atNext));
    const when = this.OPTION5(() => this.SUBRULE(this.when));
    return {
      kind: "step",
      start: head.start,
      headEnd: head.end,
      name,
      by,
      within,
      atNext,
      when,
      ...this.SUBRULE(this.stepChecks),
      end: this.endFrom(head.end),
    };
  });

  private readonly stepChecks = this.RULE("stepChecks", () => {
    const needs = this.OPTION9(() => {
      this.CONSUME(token.word("needs"));
      return this.optionalNames();
    });
    let twice = false;
    const checks = this.OPTION2(() => {
      this.CONSUME(token.word("checks"));
      const names = this.OPTION3(() => this.SUBRULE3(this.names));
      twice = this.OPTION4(() => this.CONSUME(token.word("twice"))) !== undefined;
      return names;
    });
    const backTo = this.OPTION5(() => {
      this.CONSUME(token.word("else"));
      this.OPTION6(() => this.CONSUME(token.word("back")));
      return this.nameAfter("to");
    });
    const backWithin = this.OPTION7(() => this.SUBRULE(this.withinDuration));
    return { needs: needs ?? none, checks: checks ?? none, twice, backTo, backWithin };
  });

  private readonly withinDuration = this.RULE("withinDuration", (): tree.Duration | undefined => {
    this.CONSUME(Within);
    return this.OPTION(this.durationNext);
  });

  private readonly durationNext = () => this.SUBRULE(this.duration);

  private readonly atNext = this.RULE("atNext", (): tree.AtNext => {
    const { start } = spanOf(this.CONSUME(token.word("at")));
    this.OPTION(() => this.CONSUME(token.word("next")));
    const weekday = this.OPTION2(() => this.readWeekday(0));
    const time = this.OPTION3(() => this.readTime(0));
    return { kind: "at next", start, end: this.endFrom(start), weekday, time };
  });

  protected readonly table: ParserMethod<[], tree.TargetTable> = this.RULE("table", (): tree.TargetTable => {
    const head = this.head("table");
    const fields = this.optionalNames();
    const targets: tree.TableTarget[] = [];
    this.OPTION(() => {
      this.CONSUME(token.Arrow);
      this.OPTION2(() => targets.push(this.SUBRULE(this.tableTarget)));
      this.MANY(() => {
        this.CONSUME(token.Comma);
        this.afterComma(this.OPTION3(() => targets.push(this.SUBRULE2(this.tableTarget))));
      });
    });
    this.skipRestOfHead();
    const rows: tree.TableRow[] = [];
    this.MANY2({
      GATE: () => this.lineHasArrow(),
      DEF: () => {
        rows.push(this.SUBRULE(this.tableRow));
        this.skipRestOfHead();
      },
    });
    return { kind: "table", start: head.start, headEnd: head.end, fields, targets, rows, end: this.endFrom(head.end) };
  });

  private readonly tableTarget = this.RULE("tableTarget", (): tree.TableTarget => {
    const read = this.OR([
      { ALT: () => this.CONSUME(token.word("respond")) },
      { ALT: () => this.CONSUME(token.word("resolve")) },
    ]);
    return { kind: "table target", ...spanOf(read), target: read.image === "respond" ? "respond" : "resolve" };
  });

  private readonly tableRow = this.RULE("tableRow", (): tree.TableRow => {
    const values = [this.SUBRULE(this.value)];
    this.MANY(() => {
      this.CONSUME(token.Comma);
      this.afterComma(this.OPTION(() => values.push(this.SUBRULE2(this.value))));
    });
    const start = values[0]?.start ?? 0;
    const durations: tree.Duration[] = [];
    this.OPTION2(() => {
      this.CONSUME(token.Arrow);
      this.OPTION3(() => durations.push(this.SUBRULE(this.duration)));
      this.MANY2(() => {
        this.CONSUME2(token.Comma);
        this.afterComma(this.OPTION4(() => durations.push(this.SUBRULE2(this.duration))));
      });
    });
    return { kind: "table row", start, end: this.endFrom(start), values, durations };
  });

  private lineHasArrow(): boolean {
    for (let distance = 1; ; distance++) {
      const ahead = this.ahead(distance);
      if (ahead.tokenType === token.Arrow) return true;
      if ((distance > 1 && ahead.startsLine) || ahead.tokenType.name === "EOF") return false;
    }
  }

  protected readonly verdictLine: ParserMethod<[], tree.VerdictLine> = this.RULE("verdict", (): tree.VerdictLine => {
    const read = this.CONSUME(token.VerdictHead);
    const verdict = verdicts[read.image] ?? "never";
    const head = spanOf(read);
    // Only who asks has somebody to ask, and a time to wait; after `may` and `never` these are left over and reported.
    const asks = verdict === "ask" || this.RECORDING_PHASE;
    const who = asks ? this.OPTION2(this.whoNext) : undefined;
    const within = asks ? this.within() : undefined;
    const when = this.OPTION3(this.whenNext);
    const because = this.optionalBecause();
    const { start } = head;
    return {
      kind: "verdict",
      start,
      end: this.endFrom(head.end),
      headEnd: head.end,
      verdict,
      who,
      within,
      when,
      because,
    };
  });

  // Clauses with bodies -----------------------------------------------------------------------------------------------

  // The nodes are written out whole: with `{ ...head, ...body }` the engine gives every object a shape of its own, and all
  // that reads them is slower for it.
  protected readonly handle: ParserMethod<[], tree.HandleClause> = this.RULE("handle", (): tree.HandleClause => {
    const { doc } = this.ahead(1);
    const head = this.head("handle");
    return this.handleNode(head, doc, this.SUBRULE(this.handleRest));
  });

  /** A handle clause after its first word; read alone where that word is damaged. */
  private readonly handleRest = this.RULE("handleRest", (): Rest<tree.HandleProperty> => {
    const { name, requests, when } = this.SUBRULE(this.clauseHead);
    const { bodyStart, properties } = this.body<tree.HandleProperty>(handleBody, this.nextOfHandle);
    return { name, requests, when, bodyStart, properties };
  });

  private handleNode(head: tree.Span, doc: string | undefined, rest: Rest<tree.HandleProperty>): tree.HandleClause {
    const { name, requests, when, bodyStart, properties } = rest;
    const { start } = head;
    return {
      kind: "handle",
      start,
      end: this.endFrom(head.end),
      headEnd: head.end,
      doc,
      name,
      requests,
      when,
      bodyStart,
      properties,
    };
  }

  private readonly handleCase: ParserMethod<[], tree.HandleCase> = this.RULE("handleCase", (): tree.HandleCase => {
    const { doc } = this.ahead(1);
    const head = this.head("case");
    const { name, requests, when } = this.SUBRULE(this.clauseHead);
    const { bodyStart, properties } = this.body<tree.HandleProperty>(caseBody, this.nextOfHandle);
    const { start } = head;
    return {
      kind: "handle case",
      start,
      end: this.endFrom(head.end),
      headEnd: head.end,
      doc,
      name,
      requests,
      when,
      bodyStart,
      properties,
    };
  });

  protected readonly commit: ParserMethod<[], tree.CommitClause> = this.RULE("commit", (): tree.CommitClause => {
    const { doc } = this.ahead(1);
    const head = this.head("commit");
    return this.commitNode(head, doc, this.SUBRULE(this.commitRest));
  });

  /** A commit clause after its first word; read alone where that word is damaged. */
  private readonly commitRest = this.RULE("commitRest", (): CommitRest => {
    const name = this.OPTION(() => this.readName(0));
    const requests = this.SUBRULE(this.ofRequests);
    const by = this.OPTION2(() => {
      this.CONSUME(token.word("by"));
      return this.OPTION3(() => this.readName(2));
    });
    const when = this.OPTION4(() => this.SUBRULE(this.when));
    this.skipRestOfHead();
    const { bodyStart, properties } = this.body<tree.CommitProperty>(commitBody, this.nextOfCommit);
    return { name, requests, by, when, bodyStart, properties };
  });

  private commitNode(head: tree.Span, doc: string | undefined, rest: CommitRest): tree.CommitClause {
    const { name, requests, by, when, bodyStart, properties } = rest;
    const { start } = head;
    return {
      kind: "commit",
      start,
      end: this.endFrom(head.end),
      headEnd: head.end,
      doc,
      name,
      requests,
      by,
      when,
      bodyStart,
      properties,
    };
  }

  /** A clause whose first word is damaged or whose first line is gone, told by the properties in its body. */
  protected damagedClause(): tree.HandleClause | tree.CommitClause | undefined {
    // A head that would end the clause at once is none of its properties; without this, nothing would be read.
    const kind = clauseHeads.has(this.ahead(1).tokenType) ? undefined : this.headInBlock(clauseByHead, clauseHeads);
    if (!kind) return undefined;
    const head = this.passDamagedHead();
    if (kind === "handle") return this.handleNode(head, undefined, this.SUBRULE9(this.handleRest));
    return this.commitNode(head, undefined, this.SUBRULE9(this.commitRest));
  }

  private readonly commitCase: ParserMethod<[], tree.CommitCase> = this.RULE("commitCase", (): tree.CommitCase => {
    const { doc } = this.ahead(1);
    const head = this.head("case");
    const { name, requests, when } = this.SUBRULE(this.clauseHead);
    const { bodyStart, properties } = this.body<tree.CommitProperty>(caseBody, this.nextOfCommit);
    const { start } = head;
    return {
      kind: "commit case",
      start,
      end: this.endFrom(head.end),
      headEnd: head.end,
      doc,
      name,
      requests,
      when,
      bodyStart,
      properties,
    };
  });

  protected readonly guarantee: ParserMethod<[], tree.GuaranteeClause> = this.RULE("guarantee", () => {
    const { doc } = this.ahead(1);
    const head = this.head("guarantee");
    const name = this.OPTION(() => this.readName(0));
    const requests = this.SUBRULE(this.ofRequests);
    const to = this.OPTION2(() => {
      this.CONSUME(token.word("to"));
      return this.OPTION3(() => this.readName(2));
    });
    const when = this.OPTION4(() => this.SUBRULE(this.when));
    this.skipRestOfHead();
    const { bodyStart, properties } = this.body<tree.GuaranteeClause["properties"][number]>(caseBody, () =>
      this.OR<tree.GuaranteeClause["properties"][number]>([
        { ALT: () => this.SUBRULE(this.targetLine) },
        { ALT: () => this.SUBRULE(this.hoursLine) },
      ]),
    );
    const kind = "guarantee" as const;
    const end = this.endFrom(head.end);
    return { kind, start: head.start, end, headEnd: head.end, doc, name, requests, to, when, bodyStart, properties };
  });

  protected readonly owe: ParserMethod<[], tree.OweClause> = this.RULE("owe", (): tree.OweClause => {
    const { doc } = this.ahead(1);
    const head = this.head("owe");
    const name = this.OPTION(() => this.readName(0));
    this.OPTION2(() => this.CONSUME(token.Colon));
    const from = this.OPTION3(() => this.readName(2));
    const to = this.OPTION4(() => {
      this.CONSUME(token.word("to"));
      return this.OPTION5(() => this.readName(3));
    });
    const what = this.optionalText();
    const rhythm = this.OPTION6(() => this.SUBRULE(this.rhythm));
    return {
      kind: "owe",
      start: head.start,
      headEnd: head.end,
      doc,
      name,
      from,
      to,
      what,
      rhythm,
      end: this.endFrom(head.end),
    };
  });

  private readonly rhythm = this.RULE(
    "rhythm",
    (): tree.OweRhythm =>
      this.OR<tree.OweRhythm>([
        {
          ALT: () => {
            const { start } = spanOf(this.CONSUME(token.word("with")));
            const request = this.SUBRULE(this.everyName);
            return { kind: "with every", start, end: this.endFrom(start), request };
          },
        },
        {
          ALT: () => {
            const { start } = spanOf(this.CONSUME(token.word("every")));
            const weekdays = this.OPTION5(() => this.SUBRULE(this.weekdays));
            const before = this.OPTION(() => {
              this.CONSUME(token.word("before"));
              return this.OPTION2(() => this.readTime(0));
            });
            return { kind: "every", start, end: this.endFrom(start), weekdays, before };
          },
        },
        {
          ALT: () => {
            const lead = this.SUBRULE(this.duration);
            this.OPTION3(() => this.CONSUME2(token.word("before")));
            const field = this.OPTION4(() => this.readName(0));
            const request = this.SUBRULE2(this.ofEveryName);
            return { kind: "before every", start: lead.start, end: this.endFrom(lead.end), lead, field, request };
          },
        },
        {
          ALT: () => {
            const { start } = spanOf(this.CONSUME(token.word("within")));
            const within = this.OPTION6(() => this.SUBRULE2(this.duration));
            const request = this.SUBRULE3(this.ofEveryName);
            return { kind: "within of every", start, end: this.endFrom(start), within, request };
          },
        },
      ]),
  );

  private readonly everyName = this.RULE("everyName", (): tree.Name | undefined =>
    this.OPTION(() => {
      this.CONSUME(token.word("every"));
      return this.OPTION2(() => this.readName(0));
    }),
  );

  private readonly ofEveryName = this.RULE("ofEveryName", (): tree.Name | undefined =>
    this.OPTION(() => {
      this.CONSUME(token.word("of"));
      return this.SUBRULE(this.everyName);
    }),
  );

  private readonly handleProperty: ParserMethod<[], tree.HandleProperty> = this.RULE("handleProperty", () =>
    this.OR(this.handleAlternatives),
  );

  private readonly handleAlternatives: Alternatives<tree.HandleProperty> = [
    { ALT: () => this.SUBRULE(this.handleLine) },
    { ALT: () => this.SUBRULE(this.table) },
    { ALT: () => this.SUBRULE(this.handleCase) },
  ];

  /** What an exception may state as well; cases and tables it may not, it is laid over all of them. */
  protected readonly handleLine: ParserMethod<[], tree.HandleLine> = this.RULE("handleLine", () =>
    this.OR(this.lineAlternatives),
  );

  private readonly lineAlternatives: Alternatives<tree.HandleLine> = [
    { ALT: () => this.SUBRULE(this.byLine) },
    { ALT: () => this.SUBRULE(this.viaLine) },
    { ALT: () => this.SUBRULE(this.hoursLine) },
    { ALT: () => this.SUBRULE(this.cutoffLine) },
    { ALT: () => this.SUBRULE(this.targetLine) },
    { ALT: () => this.SUBRULE(this.escalateLine) },
    { ALT: () => this.SUBRULE(this.sayLine) },
    { ALT: () => this.SUBRULE(this.declineLine) },
    { ALT: () => this.SUBRULE(this.surchargeLine) },
    { ALT: () => this.SUBRULE(this.stepLine) },
  ];

  private readonly commitProperty: ParserMethod<[], tree.CommitProperty> = this.RULE("commitProperty", () =>
    this.OR(this.commitAlternatives),
  );

  // Made once, as alternatives are.
  private readonly nextOfHandle = () => this.SUBRULE(this.handleProperty);
  private readonly nextOfCommit = () => this.SUBRULE(this.commitProperty);

  private readonly commitAlternatives: Alternatives<tree.CommitProperty> = [
    { ALT: () => this.SUBRULE(this.verdictLine) },
    { ALT: () => this.SUBRULE(this.commitCase) },
  ];

  private readonly nameFirst = () => this.readName(0);
  private readonly whenNext = () => this.SUBRULE(this.when);

  private readonly clauseHead = this.RULE("clauseHead", () => {
    const name = this.OPTION(this.nameFirst);
    const requests = this.SUBRULE(this.ofRequests);
    const when = this.OPTION2(this.whenNext);
    this.skipRestOfHead();
    return { name, requests, when };
  });

  private readonly ofRequests = this.RULE(
    "ofRequests",
    (): readonly tree.Name[] =>
      this.OPTION(() => {
        this.CONSUME(token.Colon);
        return this.optionalNames();
      }) ?? none,
  );

  private readonly withinNext = () => this.SUBRULE6(this.withinDuration);
  private readonly whoNext = () => this.SUBRULE(this.who);

  private within(): tree.Duration | undefined {
    return this.OPTION6(this.withinNext);
  }

  /**
   * A body in braces: properties one a line. A line that is none is given to `damaged`, which may find a block with a
   * damaged head there; else it is skipped and kept as an unknown line.
   */
  protected body<P extends tree.Node>(
    kind: BodyKind,
    property: () => P,
    damaged?: () => P | undefined,
  ): { bodyStart: number | undefined; properties: readonly (P | tree.UnknownLine)[] } {
    const body: Body = { only: kind.only, endedBy: kind.endedBy, column: this.headColumn };
    const properties: (P | tree.UnknownLine)[] = [];
    const written = this.OPTION9(this.opening);
    const open = written ?? this.missingOpenBrace(body);
    if (!open && !this.RECORDING_PHASE) return { bodyStart: undefined, properties: none };
    do this.properties(body, property, damaged, properties);
    while (this.close(open) && this.closedTooEarly(body.only));
    return { bodyStart: open?.start, properties: fitted(properties) };
  }

  private properties<P extends tree.Node>(
    body: Body,
    property: () => P,
    damaged: (() => P | undefined) | undefined,
    found: (P | tree.UnknownLine)[],
  ): void {
    let other: P | tree.UnknownLine | undefined;
    do {
      this.MANY9(() => {
        found.push(property());
        this.skipRestOfLine();
      });
      if (this.RECORDING_PHASE || this.bodyEnds(body)) return;
      other = damaged?.() ?? this.strayLine(body);
      if (other) found.push(other);
    } while (other);
  }

  // Made once, as alternatives are.
  private readonly opening = () => spanOf(this.CONSUME9(token.LeftBrace));
  private readonly closing = () => this.CONSUME9(token.RightBrace);

  private close(open: tree.Span | undefined): boolean {
    const closed = this.OPTION8(this.closing) !== undefined;
    if (!closed) this.missingBrace(open);
    return closed;
  }
}

/** The head token types of some words. */
export function headSet(words: string): ReadonlySet<TokenType> {
  return new Set(words.split(" ").filter(Boolean).map(token.head));
}

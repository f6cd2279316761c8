/** Declarations, and the item: the stretch of a file that is parsed by itself. */
import type { ParserMethod, TokenType } from "chevrotain";
import type * as tree from "../../server/core/syntax/tree.ts";
import * as token from "../tokens.ts";
import { type BodyKind, ClauseParser, headSet } from "./clauses.ts";
import { isUnitOfTime, nameOf } from "./leaves.ts";
import { type Alternatives, declarationHeads, fitted, spanOf } from "./lines.ts";

const agreementBody = bodyOf("effective review handle commit guarantee owe");
const exceptionBody = bodyOf(
  "effective by via hours cutoff respond resolve escalate say decline surcharge step may ask never approved reason renews",
);
const calendarBody = bodyOf("open closed rest");
const teamBody = bodyOf("lead members hours reach duty deputy away");
const plainBody = bodyOf("");

const simpleTypes = ["percent", "number", "date", "time", "text"] as const;

/** Which declaration a block is whose first word is damaged. */
const declarationByHead: ReadonlyMap<TokenType, "agreement" | "exception" | "team"> = new Map([
  ...[...headSet("handle commit guarantee owe review")].map((head) => [head, "agreement"] as const),
  ...[...headSet("by via approved reason renews may ask never")].map((head) => [head, "exception"] as const),
  ...[...headSet("lead members duty reach deputy")].map((head) => [head, "team"] as const),
]);

/** The rules of declarations; with them the grammar is whole. */
export abstract class DeclarationParser extends ClauseParser {
  /** The entry rule. */
  readonly item: ParserMethod<[], readonly tree.Declaration[]> = this.RULE("item", (): readonly tree.Declaration[] => {
    const declarations: tree.Declaration[] = [];
    do {
      this.MANY(() => {
        declarations.push(this.SUBRULE(this.declaration));
        this.skipRestOfLine();
      });
    } while (this.recovers(declarations));
    return fitted(declarations);
  });

  /** Reads a declaration with a damaged head, or skips a line; false at the end of the item. */
  private recovers(declarations: tree.Declaration[]): boolean {
    if (this.RECORDING_PHASE) return false;
    const damaged = this.damagedDeclaration();
    if (damaged) declarations.push(damaged);
    return damaged !== undefined || this.strayAtTop() !== undefined;
  }

  private damagedDeclaration(): tree.Declaration | undefined {
    const kind = this.headInBlock(declarationByHead, declarationHeads);
    if (!kind) return undefined;
    const head = this.passDamagedHead();
    const place = () => ({ start: head.start, end: this.endFrom(head.end), headEnd: head.end, doc: undefined });
    switch (kind) {
      case "agreement":
        return { kind, ...this.SUBRULE9(this.agreementRest), ...place() };
      case "exception":
        return { kind, ...this.SUBRULE9(this.exceptionRest), ...place() };
      case "team":
        return { kind, ...this.SUBRULE9(this.teamRest), ...place() };
    }
  }

  /** Like a stray line in a body, but a `}` too many is skipped as well. */
  private strayAtTop(): tree.UnknownLine | undefined {
    const stray = this.strayLine(undefined);
    const brace = this.ahead(1);
    if (stray || brace.tokenType !== token.RightBrace) return stray;
    const { start, end } = spanOf(brace);
    this.SKIP_TOKEN();
    if (this.extraBraces > 0) this.extraBraces--;
    else this.report("stray brace", { start, end }, {}, { start, end, newText: "" });
    return { kind: "unknown line", start, end, headEnd: end, word: "}" };
  }

  private readonly declaration: ParserMethod<[], tree.Declaration> = this.RULE("declaration", () =>
    this.OR(this.declarationAlternatives),
  );

  private readonly declarationAlternatives: Alternatives<tree.Declaration> = [
    { ALT: () => this.SUBRULE(this.calendar) },
    { ALT: () => this.SUBRULE(this.channel) },
    { ALT: () => this.SUBRULE(this.team) },
    { ALT: () => this.SUBRULE(this.attribute) },
    { ALT: () => this.SUBRULE(this.request) },
    { ALT: () => this.SUBRULE(this.agreement) },
    { ALT: () => this.SUBRULE(this.exception) },
    { ALT: () => this.SUBRULE(this.customer) },
    { ALT: () => this.SUBRULE(this.handover) },
    { ALT: () => this.SUBRULE(this.impossible) },
    { ALT: () => this.SUBRULE(this.prove) },
  ];

  private readonly calendarAlternatives: Alternatives<tree.CalendarDeclaration["properties"][number]> = [
    { ALT: () => this.SUBRULE(this.openLine) },
    { ALT: () => this.SUBRULE(this.closedLine) },
    { ALT: () => this.SUBRULE(this.restLine) },
  ];

  private readonly calendar: Declares<tree.CalendarDeclaration> = this.RULE("calendar", () =>
    this.construct("calendar", () => {
      const name = this.OPTION(() => this.readName(0));
      const zone = this.SUBRULE(this.inZone);
      this.skipRestOfHead();
      const property = () => this.OR(this.calendarAlternatives);
      return { name, zone, ...this.body(calendarBody, property) };
    }),
  );

  private readonly inZone = this.RULE("inZone", (): tree.Name | undefined =>
    this.OPTION(() => {
      this.CONSUME(token.word("in"));
      return this.OPTION2(() =>
        nameOf(this.OR([{ ALT: () => this.CONSUME(token.ZoneToken) }, { ALT: () => this.CONSUME(token.Name) }])),
      );
    }),
  );

  private readonly channel: Declares<tree.ChannelDeclaration> = this.RULE("channel", () =>
    this.construct("channel", () => ({ names: this.optionalNames(), bodyStart: undefined })),
  );

  private readonly team: Declares<tree.TeamDeclaration> = this.RULE("team", () =>
    this.construct("team", () => this.SUBRULE(this.teamRest)),
  );

  private readonly teamAlternatives: Alternatives<tree.TeamProperty> = [
    { ALT: () => this.SUBRULE(this.titleLine) },
    { ALT: () => this.SUBRULE(this.leadLine) },
    { ALT: () => this.SUBRULE(this.membersLine) },
    { ALT: () => this.SUBRULE(this.hoursLine) },
    { ALT: () => this.SUBRULE(this.reachLine) },
    { ALT: () => this.SUBRULE(this.dutyLine) },
    { ALT: () => this.SUBRULE(this.deputyLine) },
    { ALT: () => this.SUBRULE(this.awayLine) },
  ];

  private readonly teamRest = this.RULE("teamRest", () => {
    const name = this.optionalNameThenRest();
    const property = () => this.OR(this.teamAlternatives);
    return { name, ...this.body(teamBody, property) };
  });

  private readonly attribute: Declares<tree.AttributeDeclaration> = this.RULE("attribute", () =>
    this.construct("attribute", () => {
      const name = this.OPTION(() => this.readName(0));
      this.OPTION2(() => {
        this.CONSUME(token.word("of"));
        this.OPTION3(() => this.CONSUME(token.word("customer")));
      });
      const type = this.OPTION4(() => {
        this.CONSUME(token.Colon);
        return this.OPTION5(() => this.SUBRULE(this.fieldType));
      });
      return { name, type, bodyStart: undefined };
    }),
  );

  private readonly request: Declares<tree.RequestDeclaration> = this.RULE("request", () =>
    this.construct("request", () => {
      const name = this.optionalNameThenRest();
      const { bodyStart, properties } = this.body<tree.FieldDeclaration>(plainBody, () => {
        const field = this.SUBRULE(this.field);
        this.OPTION(() => this.CONSUME(token.Comma));
        return field;
      });
      return { name, bodyStart, fields: fitted(properties.filter((one) => one.kind === "field")) };
    }),
  );

  private readonly field: ParserMethod<[], tree.FieldDeclaration> = this.RULE("field", (): tree.FieldDeclaration => {
    const { doc } = this.ahead(1);
    const name = this.readAnyName(0);
    const type = this.OPTION(() => {
      this.CONSUME(token.Colon);
      return this.OPTION2(() => this.SUBRULE(this.fieldType));
    });
    return { kind: "field", start: name.start, end: this.endFrom(name.end), doc, name, type };
  });

  private readonly fieldType: ParserMethod<[], tree.FieldType> = this.RULE(
    "fieldType",
    (): tree.FieldType => this.OR(this.typeAlternatives),
  );

  private readonly typeAlternatives: Alternatives<tree.FieldType> = [
    { GATE: () => this.isAlone(), ALT: () => this.SUBRULE(this.simpleType) },
    { GATE: () => this.isAlone() && this.hasUnit(), ALT: () => this.SUBRULE(this.durationType) },
    {
      GATE: () => this.isAlone() && /^[A-Z]{3}$/.test(this.LA(1).image),
      ALT: () => this.SUBRULE(this.moneyType),
    },
    { ALT: () => this.SUBRULE(this.enumType) },
  ];

  /** One word, and not the first of several values. */
  private isAlone(): boolean {
    return this.LA(2).tokenType !== token.Bar;
  }

  /** `business days` or `days` is ahead, and not a value named `business`. */
  private hasUnit(): boolean {
    return isUnitOfTime(this.ahead(1).image) || isUnitOfTime(this.ahead(2).image);
  }

  private readonly simpleType = this.RULE("simpleType", (): tree.FieldType => {
    const read = this.CONSUME(token.TypeWord);
    return { kind: "simple type", ...spanOf(read), type: simpleTypes.find((one) => one === read.image) ?? "text" };
  });

  private readonly durationType = this.RULE("durationType", (): tree.FieldType => {
    const { startOffset: start } = this.LA(1);
    const clock = this.OPTION(() => this.readClock(0));
    const unit = this.readUnit(0);
    return { kind: "duration type", start, end: this.endFrom(start), clock, unit };
  });

  private readonly moneyType = this.RULE("moneyType", (): tree.FieldType => {
    const currency = this.readName(0);
    return { kind: "money type", start: currency.start, end: currency.end, currency };
  });

  private readonly enumType = this.RULE("enumType", (): tree.EnumType => {
    const values = [this.readName(0)];
    this.MANY(() => {
      this.CONSUME(token.Bar);
      this.OPTION(() => values.push(this.readAnyName(0)));
    });
    const start = values[0]?.start ?? 0;
    return { kind: "enum type", start, end: this.endFrom(start), values: fitted(values) };
  });

  private readonly agreement: Declares<tree.AgreementDeclaration> = this.RULE("agreement", () =>
    this.construct("agreement", () => this.SUBRULE(this.agreementRest)),
  );

  private readonly agreementRest = this.RULE("agreementRest", () => {
    const name = this.OPTION(() => this.readName(0));
    const parties = this.OPTION2(() => {
      this.CONSUME(token.word("between"));
      return this.OPTION3(() => this.SUBRULE(this.parties));
    });
    const zone = this.SUBRULE(this.inZone);
    this.skipRestOfHead();
    const body = this.body<tree.AgreementProperty>(
      agreementBody,
      () => this.SUBRULE(this.agreementProperty),
      () => this.damagedClause(),
    );
    return { name, parties: parties ?? [], zone, ...body };
  });

  /** `Sales and Support, Logistics`. */
  private readonly parties = this.RULE("parties", (): tree.Name[] => {
    const parties = [this.readName(0)];
    this.MANY(() => {
      this.OR([{ ALT: () => this.CONSUME(token.word("and")) }, { ALT: () => this.CONSUME(token.Comma) }]);
      this.afterComma(this.OPTION(() => parties.push(this.readAnyName(0))));
    });
    return parties;
  });

  private readonly agreementProperty: ParserMethod<[], tree.AgreementProperty> = this.RULE("agreementProperty", () =>
    this.OR(this.agreementAlternatives),
  );

  private readonly agreementAlternatives: Alternatives<tree.AgreementProperty> = [
    { ALT: () => this.SUBRULE(this.titleLine) },
    { ALT: () => this.SUBRULE(this.effectiveLine) },
    { ALT: () => this.SUBRULE(this.reviewLine) },
    { ALT: () => this.SUBRULE(this.handle) },
    { ALT: () => this.SUBRULE(this.commit) },
    { ALT: () => this.SUBRULE(this.guarantee) },
    { ALT: () => this.SUBRULE(this.owe) },
  ];

  private readonly exception: Declares<tree.ExceptionDeclaration> = this.RULE("exception", () =>
    this.construct("exception", () => this.SUBRULE(this.exceptionRest)),
  );

  private readonly exceptionRest = this.RULE("exceptionRest", () => {
    const name = this.OPTION(() => this.readName(0));
    const base = this.OPTION2(() => {
      this.CONSUME(token.word("to"));
      return this.OPTION3(() => this.SUBRULE(this.dottedName));
    });
    const when = this.OPTION4(() => this.SUBRULE(this.when));
    this.skipRestOfHead();
    const body = this.body(exceptionBody, () => this.SUBRULE(this.exceptionProperty));
    return { name, base: base ?? [], when, ...body };
  });

  private readonly dottedName = this.RULE("dottedName", (): tree.Name[] => {
    const names = [this.readName(0)];
    this.MANY(() => {
      this.CONSUME(token.Dot);
      this.OPTION(() => names.push(this.readName(2)));
    });
    return names;
  });

  private readonly exceptionProperty: ParserMethod<[], tree.ExceptionProperty> = this.RULE("exceptionProperty", () =>
    this.OR(this.exceptionAlternatives),
  );

  private readonly exceptionAlternatives: Alternatives<tree.ExceptionProperty> = [
    { ALT: () => this.SUBRULE(this.effectiveLine) },
    { ALT: () => this.SUBRULE(this.openLine) },
    { ALT: () => this.SUBRULE(this.closedLine) },
    { ALT: () => this.SUBRULE(this.handleLine) },
    { ALT: () => this.SUBRULE(this.verdictLine) },
    { ALT: () => this.SUBRULE(this.ownerLine) },
    { ALT: () => this.SUBRULE(this.approvedLine) },
    { ALT: () => this.SUBRULE(this.reasonLine) },
    { ALT: () => this.SUBRULE(this.renewsLine) },
  ];

  private readonly customerAlternatives: Alternatives<tree.CustomerProperty> = [
    { ALT: () => this.SUBRULE(this.titleLine) },
    { ALT: () => this.SUBRULE(this.ownerLine) },
    { ALT: () => this.SUBRULE(this.backupLine) },
    { ALT: () => this.SUBRULE(this.recordsLine) },
    { ALT: () => this.SUBRULE(this.dueLine) },
    { ALT: () => this.SUBRULE(this.attributeLine) },
  ];

  private readonly customer: Declares<tree.CustomerDeclaration> = this.RULE("customer", () =>
    this.construct("customer", () => {
      const name = this.optionalNameThenRest();
      const property = () => this.OR(this.customerAlternatives);
      return { name, ...this.body(plainBody, property) };
    }),
  );

  private readonly handover: Declares<tree.HandoverDeclaration> = this.RULE("handover", () =>
    this.construct("handover", () => {
      const name = this.OPTION(() => this.readName(0));
      const customer = this.OPTION2(() => {
        this.CONSUME(token.word("of"));
        return this.OPTION3(() => this.readName(2));
      });
      const from = this.OPTION4(() => {
        this.CONSUME(token.word("from"));
        return this.OPTION5(() => this.readName(3));
      });
      const to = this.OPTION6(() => {
        this.CONSUME(token.word("to"));
        return this.OPTION7(() => this.readName(4));
      });
      this.skipRestOfHead();
      const property = () =>
        this.OR<tree.HandoverDeclaration["properties"][number]>([
          { ALT: () => this.SUBRULE(this.effectiveLine) },
          { ALT: () => this.SUBRULE(this.coversLine) },
        ]);
      return { name, customer, from, to, ...this.body(plainBody, property) };
    }),
  );

  private readonly impossible: Declares<tree.ImpossibleDeclaration> = this.RULE("impossible", () =>
    this.construct("impossible", () => ({
      when: this.OPTION(() => this.SUBRULE(this.when)),
      bodyStart: undefined,
    })),
  );

  private readonly prove: Declares<tree.ProveDeclaration> = this.RULE("prove", () =>
    this.construct("prove", () => {
      const name = this.OPTION(() => this.readName(0));
      this.OPTION2(() => this.CONSUME(token.Colon));
      const topic = this.OPTION3(() => this.readName(2));
      this.OPTION4(() => this.CONSUME(token.word("is")));
      const negated = this.OPTION5(() => this.CONSUME(token.word("not"))) !== undefined;
      const claim = this.OPTION6(() => this.SUBRULE(this.claim));
      const by = this.OPTION7(() => {
        this.CONSUME(token.word("by"));
        return this.OPTION8(() => this.SUBRULE(this.who));
      });
      const when = this.OPTION9(() => this.SUBRULE(this.when));
      return { name, topic, negated, claim, by, when, bodyStart: undefined };
    }),
  );

  private readonly claim = this.RULE("claim", () => {
    const claims = ["may", "ask", "never", "silent", "handled"] as const;
    const read = this.OR(claims.map((claim) => ({ ALT: () => this.CONSUME(token.word(claim)) })));
    return claims.find((claim) => claim === read.image);
  });

  private optionalNameThenRest(): tree.Name | undefined {
    const name = this.OPTION1(() => this.readName(1));
    this.skipRestOfHead();
    return name;
  }
}

type Declares<T> = ParserMethod<[], T>;

function bodyOf(words: string): BodyKind {
  return { only: headSet(words), endedBy: declarationHeads };
}

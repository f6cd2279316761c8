/** Conditions: one field compared with constants, joined by and, or, not and parentheses. */
import type { ParserMethod } from "chevrotain";
import type {
  CompareCondition,
  Comparison,
  Condition,
  Dates,
  DuringCondition,
  IsCondition,
  MonthDays,
  Name,
  OnCondition,
  Weekdays,
} from "../../server/core/syntax/tree.ts";
import * as token from "../tokens.ts";
import { type Alternatives, fitted, spanOf } from "./lines.ts";
import { ValueParser } from "./values.ts";

const comparisons: Readonly<Record<string, Comparison>> = { "<": "<", "<=": "<=", ">": ">", ">=": ">=" };

const When = token.word("when");
const Is = token.word("is");
const Not = token.word("not");
const One = token.word("one");
const Of = token.word("of");

/** A test before its field is known. */
type Tested<T extends { readonly field: Name }> = Omit<T, "field">;

/** The rules of conditions. */
export abstract class ConditionParser extends ValueParser {
  /** `when …`; undefined where nothing that could be a condition follows. */
  protected readonly when: ParserMethod<[], Condition | undefined> = this.RULE("when", (): Condition | undefined => {
    const word = this.CONSUME(When);
    const condition = this.OPTION(this.conditionNext);
    return condition ?? this.missingCondition(spanOf(word).end);
  });

  // Made once, as alternatives are.
  private readonly conditionNext = () => this.SUBRULE(this.condition);
  private readonly testNext = () => this.OR(this.testAlternatives);
  private readonly notNext = () => this.CONSUME(Not);
  private readonly oneOfNext = () => {
    this.CONSUME(One);
    this.OPTION3(this.ofNext);
    return true;
  };
  private readonly ofNext = () => this.CONSUME(Of);
  private readonly valueOnLine = { GATE: this.isOnLine, DEF: () => this.SUBRULE(this.value) };

  protected readonly condition: ParserMethod<[], Condition> = this.RULE("condition", (): Condition => {
    const parts = [this.SUBRULE(this.conjunction)];
    this.MANY(() => {
      this.CONSUME(token.word("or"));
      parts.push(this.OPTION(() => this.SUBRULE2(this.conjunction)) ?? this.missingCondition(this.endFrom(0)));
    });
    return this.joined("or", parts);
  });

  private readonly conjunction: ParserMethod<[], Condition> = this.RULE("conjunction", (): Condition => {
    const parts = [this.SUBRULE(this.negation)];
    this.MANY(() => {
      this.CONSUME(token.word("and"));
      parts.push(this.OPTION(() => this.SUBRULE2(this.negation)) ?? this.missingCondition(this.endFrom(0)));
    });
    return this.joined("and", parts);
  });

  private readonly negation: ParserMethod<[], Condition> = this.RULE(
    "negation",
    (): Condition => this.OR(this.negationAlternatives),
  );

  private readonly negationAlternatives: Alternatives<Condition> = [
    {
      ALT: () => {
        const { start, end } = spanOf(this.CONSUME(token.word("not")));
        const part = this.OPTION(() => this.SUBRULE(this.atom)) ?? this.missingCondition(end);
        return { kind: "not", start, end: this.endFrom(end), part };
      },
    },
    { ALT: () => this.SUBRULE2(this.atom) },
  ];

  private readonly atom: ParserMethod<[], Condition> = this.RULE(
    "atom",
    (): Condition => this.OR(this.atomAlternatives),
  );

  private readonly atomAlternatives: Alternatives<Condition> = [
    { ALT: () => this.SUBRULE(this.parenthesised) },
    { ALT: () => this.SUBRULE(this.timeTest) },
    { ALT: () => this.SUBRULE(this.fieldTest) },
  ];

  private readonly parenthesised: ParserMethod<[], Condition> = this.RULE("parenthesised", (): Condition => {
    const open = spanOf(this.CONSUME(token.LeftParenthesis));
    const inner = this.OPTION(() => this.SUBRULE(this.condition)) ?? this.missingCondition(open.end);
    const closed = this.OPTION2(() => this.CONSUME(token.RightParenthesis));
    if (!closed && !this.RECORDING_PHASE) {
      const at = this.endFrom(open.end);
      this.report("missing parenthesis", open, {}, { start: at, end: at, newText: ")" });
    }
    return { ...inner, start: open.start, end: this.endFrom(open.end) };
  });

  private readonly fieldTest: ParserMethod<[], Condition> = this.RULE("fieldTest", (): Condition => {
    const field = this.readAnyName(0);
    const test = this.OPTION(this.testNext);
    if (test) return withField(test, field);
    if (!this.RECORDING_PHASE) this.report("missing test", field, { field: field.text }, undefined);
    return { kind: "missing condition", start: field.start, end: field.end };
  });

  private readonly testAlternatives: Alternatives<
    Tested<IsCondition> | Tested<CompareCondition> | DuringCondition | OnCondition
  > = [
    { ALT: () => this.SUBRULE(this.isTest) },
    { ALT: () => this.SUBRULE(this.comparison) },
    { ALT: () => this.SUBRULE(this.timeTest) },
  ];

  private readonly isTest = this.RULE("isTest", (): Tested<IsCondition> => {
    const { start } = spanOf(this.CONSUME(Is));
    const negated = this.OPTION(this.notNext) !== undefined;
    const oneOf = this.OPTION2(this.oneOfNext);
    const first = this.OPTION4(this.valueOnLine);
    const values = first ? [first] : [];
    this.MANY({
      GATE: () => oneOf === true,
      DEF: () => {
        this.CONSUME(token.Comma);
        this.afterComma(this.OPTION5(() => values.push(this.SUBRULE2(this.value))));
      },
    });
    return {
      kind: "is",
      start,
      end: this.endFrom(start),
      negated,
      oneOf: oneOf === true,
      values: oneOf ? fitted(values) : values,
    };
  });

  private readonly comparison = this.RULE("comparison", (): Tested<CompareCondition> => {
    const sign = this.CONSUME(token.Comparison);
    const value = this.OPTION(this.valueOnLine);
    const operator = comparisons[sign.image] ?? "<";
    return { kind: "compare", start: sign.startOffset, end: this.endFrom(sign.startOffset), operator, value };
  });

  /** `during`, `outside` or `on`, of the request's time or of a field. */
  private readonly timeTest = this.RULE("timeTest", (): DuringCondition | OnCondition =>
    this.OR([
      {
        ALT: () => {
          const word = this.OR2([
            { ALT: () => this.CONSUME(token.word("during")) },
            { ALT: () => this.CONSUME(token.word("outside")) },
          ]);
          const calendar = this.OPTION(() => this.readName(0));
          const start = word.startOffset;
          const outside = word.image === "outside";
          return { kind: "during", start, end: this.endFrom(start), field: undefined, outside, calendar } as const;
        },
      },
      {
        ALT: () => {
          const word = this.CONSUME(token.word("on"));
          const days = this.OPTION2(() => this.SUBRULE(this.onDays));
          const start = word.startOffset;
          return { kind: "on", start, end: this.endFrom(start), field: undefined, days } as const;
        },
      },
    ]),
  );

  private readonly onDays = this.RULE("onDays", (): OnCondition["days"] =>
    this.OR<Dates | MonthDays | Weekdays>([
      { ALT: () => this.SUBRULE(this.dates) },
      { ALT: () => this.SUBRULE(this.monthDays) },
      { ALT: () => this.SUBRULE(this.weekdays) },
    ]),
  );

  private joined(kind: "or" | "and", parts: Condition[]): Condition {
    const [first] = parts;
    if (first && parts.length === 1) return first;
    const start = first?.start ?? 0;
    return { kind, start, end: this.endFrom(start), parts: fitted(parts) };
  }

  private missingCondition(at: number): Condition {
    if (!this.RECORDING_PHASE) this.report("missing condition", { start: at, end: at }, {}, undefined);
    return { kind: "missing condition", start: at, end: at };
  }
}

/** Each kind written out: spread, every node would get a shape of its own, and all that reads the tree would be slow. */
function withField(
  test: Tested<IsCondition> | Tested<CompareCondition> | DuringCondition | OnCondition,
  field: Name,
): Condition {
  const { start } = field;
  const { end } = test;
  switch (test.kind) {
    case "is": {
      const { negated, oneOf, values } = test;
      return { kind: "is", start, end, field, negated, oneOf, values };
    }
    case "compare":
      return { kind: "compare", start, end, field, operator: test.operator, value: test.value };
    case "during":
      return { kind: "during", start, end, field, outside: test.outside, calendar: test.calendar };
    case "on":
      return { kind: "on", start, end, field, days: test.days };
  }
}

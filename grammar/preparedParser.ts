/**
 * The parser that reads everything, ready at once and quick. Chevrotain analyses a grammar at every start, and at every
 * rule and decision it keeps what recovery, error messages and its own trees need. Here the decisions come from the
 * committed table, and the grammar needs none of the rest: no rule demands a token that may be missing. So the methods
 * of chevrotain's DSL are replaced by what is left of them. A test holds this parser against one
 * that chevrotain runs by itself.
 */
import { EOF, type IOrAlt, type IToken, type ParserMethod, type TokenType } from "chevrotain";
import type { Declaration } from "../server/core/syntax/tree.ts";
import {
  type Decision,
  decisionMethods,
  decisionPlace,
  decisionRows,
  decisionsFrom,
  restoredRow,
} from "./decisions.ts";
import type { Token } from "./lexer.ts";
import { isOfType } from "./rules/leaves.ts";
import { type Reading, SlaParser } from "./slaParser.ts";

/** What of chevrotain's parser has no public name. */
interface Rule<T> {
  readonly action: () => T;
  /** Where its decisions begin. */
  readonly from: number;
}

interface Optional<T> {
  readonly DEF: () => T;
  readonly GATE?: () => boolean;
}

/** The quick one. It throws where a token that a rule demands is missing, which no text is known to bring about. */
export class PreparedParser extends SlaParser {
  declare selfAnalysisDone: boolean;
  declare currRuleShortName: number;
  /** The number of the rule that comes next. */
  declare ruleShortNameIdx: number;
  /** Those that were needed so far, for one file uses a part of the grammar. */
  readonly decisions: (Decision | undefined)[];
  /** What has been read when nothing is left. */
  private readonly end: IToken = super.LA(0);
  private tokens: readonly IToken[] = [];
  private at = -1;
  /** The tokens on both sides of where the parser is: each step asks for one of them, most of them more than once. */
  previous: IToken = this.end;
  upcoming: IToken = this.end;
  private readonly rows = decisionRows();

  constructor() {
    super([EOF], { skipValidations: true }); // nothing is analysed
    this.decisions = new Array<Decision | undefined>(decisionsFrom(this.ruleShortNameIdx)).fill(undefined);
    this.selfAnalysisDone = true;
  }

  // The rules are fields of the classes above, and this is called for each as it begins.
  protected override RULE<T extends (...args: never) => unknown>(
    _name: string,
    action: T,
  ): ParserMethod<Parameters<T>, ReturnType<T>> {
    const rule: Rule<unknown> = {
      action: action as unknown as () => unknown,
      from: decisionsFrom(this.ruleShortNameIdx++),
    };
    return rule as unknown as ParserMethod<Parameters<T>, ReturnType<T>>;
  }

  // Chevrotain's DSL has ten methods of each sort, one for each occurrence in a rule, which hand it on to one of all. Here
  // each is the whole way itself: a file is read before most of its reader is compiled, and calls are what costs then.
  static {
    for (let occurrence = 0; occurrence < 10; occurrence++) {
      const suffix = occurrence === 0 ? "" : String(occurrence);
      Object.assign(PreparedParser.prototype, {
        ["SUBRULE" + suffix]: subrule,
        ["CONSUME" + suffix]: consume,
        ["OPTION" + suffix]: optionAt(occurrence),
        ["MANY" + suffix]: manyAt(occurrence),
        ["OR" + suffix]: orAt(occurrence),
      });
    }
  }

  /** A decision that is not among those that were needed so far. */
  restored(at: number): Decision {
    const decision = restoredRow(this.rows.get(at));
    this.decisions[at] = decision;
    return decision;
  }

  override read(tokens: Token[]): Reading {
    this.tokens = tokens;
    this.at = -1;
    this.previous = this.end;
    this.upcoming = tokens[0] ?? this.end;
    return super.read(tokens);
  }

  consumeToken(): void {
    this.at++;
    this.previous = this.upcoming;
    this.upcoming = this.tokens[this.at + 1] ?? this.end;
  }

  protected override LA(distance: number): IToken {
    if (distance === 1) return this.upcoming;
    return distance === 0 ? this.previous : (this.tokens[this.at + distance] ?? this.end);
  }

  protected override SKIP_TOKEN(): IToken {
    if (this.upcoming !== this.end) this.consumeToken();
    return this.upcoming;
  }

  protected override take(_occurrence: number, type: TokenType): IToken {
    return consume.call(this, type);
  }

  protected override readItem(): readonly Declaration[] {
    return subrule.call(this, this.item as unknown as Rule<unknown>) as readonly Declaration[];
  }
}

function subrule(this: PreparedParser, rule: Rule<unknown>): unknown {
  const outer = this.currRuleShortName;
  this.currRuleShortName = rule.from;
  const result = rule.action();
  this.currRuleShortName = outer;
  return result;
}

function consume(this: PreparedParser, type: TokenType): IToken {
  const next = this.upcoming;
  if (!isOfType(next, type)) throw new Error(`expected ${type.name}`);
  this.consumeToken();
  return next;
}

function optionAt(occurrence: number) {
  const place = decisionPlace(decisionMethods.option, occurrence);
  return function (this: PreparedParser, what: Optional<unknown> | (() => unknown)): unknown {
    const at = this.currRuleShortName | place;
    if ((this.decisions[at] ?? this.restored(at))[this.upcoming.tokenTypeIdx] === undefined) return undefined;
    if (typeof what === "function") return what();
    return what.GATE === undefined || what.GATE() ? what.DEF() : undefined;
  };
}

function manyAt(occurrence: number) {
  const place = decisionPlace(decisionMethods.many, occurrence);
  return function (this: PreparedParser, what: Optional<unknown> | (() => unknown)): void {
    const at = this.currRuleShortName | place;
    const enters = this.decisions[at] ?? this.restored(at);
    if (typeof what === "function") while (enters[this.upcoming.tokenTypeIdx] !== undefined) what();
    else
      while (enters[this.upcoming.tokenTypeIdx] !== undefined && (what.GATE === undefined || what.GATE())) what.DEF();
  };
}

function orAt(occurrence: number) {
  const place = decisionPlace(decisionMethods.or, occurrence);
  return function (this: PreparedParser, alternatives: readonly IOrAlt<unknown>[]): unknown {
    const at = this.currRuleShortName | place;
    const ways = (this.decisions[at] ?? this.restored(at))[this.upcoming.tokenTypeIdx] ?? [];
    for (let way = 0; way < ways.length; way++) {
      const alternative = alternatives[ways[way] ?? -1];
      if (alternative && (alternative.GATE === undefined || alternative.GATE())) return alternative.ALT();
    }
    throw new Error(`no way on at ${this.upcoming.image}`);
  };
}

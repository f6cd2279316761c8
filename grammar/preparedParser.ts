/**
 * The parser that reads everything, ready at once and quick. Chevrotain analyses a grammar at every start, and at every
 * rule and decision it keeps what recovery, error messages and its own trees need. Here the decisions come from the
 * committed table, and the grammar needs none of the rest: no rule demands a token that may be missing. So the few methods
 * that all of chevrotain's DSL goes through are replaced by what is left of them. A test holds this parser against one
 * that chevrotain runs by itself.
 */
import { EOF, type IOrAlt, type IToken, type ParserMethod, type TokenType } from "chevrotain";
import type { Declaration } from "../server/core/syntax/tree.ts";
import { type Decision, decisionIndex, decisionMethods, restoredDecisions } from "./decisions.ts";
import { isOfType } from "./rules/leaves.ts";
import { SlaParser } from "./slaParser.ts";

/** What of chevrotain's parser has no public name. */
interface Rule<T> {
  readonly action: () => T;
  /** Chevrotain's key of the rule, as the committed table has it. */
  readonly key: number;
}

const ruleBits = 12;

interface Optional<T> {
  readonly DEF: () => T;
  readonly GATE?: () => boolean;
}

/** The quick one. It throws where a token that a rule demands is missing, which no text is known to bring about. */
export class PreparedParser extends SlaParser {
  declare selfAnalysisDone: boolean;
  declare currRuleShortName: number;
  declare readonly consumeToken: () => void;
  /** The number of the rule that comes next. */
  declare ruleShortNameIdx: number;
  private readonly decisions: readonly (Decision | undefined)[];

  constructor() {
    super([EOF], true); // nothing is analysed
    this.decisions = restoredDecisions();
    this.selfAnalysisDone = true;
  }

  // The rules are fields of the classes above, and this is called for each as it begins.
  protected override RULE<T extends (...args: never) => unknown>(
    _name: string,
    action: T,
  ): ParserMethod<Parameters<T>, ReturnType<T>> {
    const rule: Rule<unknown> = {
      action: action as unknown as () => unknown,
      key: this.ruleShortNameIdx++ << ruleBits,
    };
    return rule as unknown as ParserMethod<Parameters<T>, ReturnType<T>>;
  }

  protected override readItem(): Declaration[] {
    return this.subruleInternal(this.item as unknown as Rule<Declaration[]>);
  }

  protected subruleInternal<T>(rule: Rule<T>): T {
    const outer = this.currRuleShortName;
    this.currRuleShortName = rule.key;
    const result = rule.action.call(this);
    this.currRuleShortName = outer;
    return result;
  }

  protected consumeInternal(type: TokenType): IToken {
    const next = this.LA(1);
    if (!isOfType(next, type)) throw new Error(`expected ${type.name}`);
    this.consumeToken();
    return next;
  }

  protected optionInternal<T>(what: Optional<T> | (() => T), occurrence: number): T | undefined {
    if (this.wayOn(decisionMethods.option, occurrence) === undefined) return undefined;
    if (typeof what === "function") return what.call(this);
    return what.GATE === undefined || what.GATE.call(this) ? what.DEF.call(this) : undefined;
  }

  protected manyInternal(occurrence: number, what: Optional<unknown> | (() => unknown)): void {
    const action = typeof what === "function" ? what : what.DEF;
    const gate = typeof what === "function" ? undefined : what.GATE;
    while (this.wayOn(decisionMethods.many, occurrence) !== undefined && (gate === undefined || gate.call(this)))
      action.call(this);
  }

  protected orInternal<T>(alternatives: readonly IOrAlt<T>[], occurrence: number): T {
    for (const index of this.wayOn(decisionMethods.or, occurrence) ?? []) {
      const alternative = alternatives[index];
      if (alternative && (alternative.GATE === undefined || alternative.GATE.call(this)))
        return alternative.ALT.call(this);
    }
    throw new Error(`no way on at ${this.LA(1).image}`);
  }

  private wayOn(method: number, occurrence: number): readonly number[] | undefined {
    return this.decisions[decisionIndex(this.currRuleShortName, method, occurrence)]?.[this.LA(1).tokenTypeIdx];
  }
}

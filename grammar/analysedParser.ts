/** The grammar as a parser that chevrotain runs by its own machinery throughout, and that can tell what may come next. */
import type { Declaration } from "../server/core/syntax/tree.ts";
import { LazyLookahead } from "./lookahead.ts";
import { SlaParser } from "./slaParser.ts";
import { vocabulary } from "./tokens.ts";

/** A parser that has analysed its grammar. */
export class AnalysedParser extends SlaParser {
  /** `validated` also lets chevrotain check the grammar, for a test. */
  constructor(grammar: "trusted" | "validated") {
    super(vocabulary, { skipValidations: grammar === "trusted", lookaheadStrategy: new LazyLookahead() });
    this.performSelfAnalysis();
  }

  protected override readItem(): readonly Declaration[] {
    return this.item() ?? [];
  }
}

let analysed: AnalysedParser | undefined;

/** The one that everything shares, made when first needed. */
export function analysedParser(): AnalysedParser {
  analysed ??= new AnalysedParser("trusted");
  return analysed;
}

/** When the parser's decisions are worked out: chevrotain does it for the whole grammar at start-up, we at first use. */
import { LLkLookaheadStrategy } from "chevrotain";

type Strategy = InstanceType<typeof LLkLookaheadStrategy>;
type ForAlternation = Strategy["buildLookaheadForAlternation"];
type ForOptional = Strategy["buildLookaheadForOptional"];

/**
 * Chevrotain's own strategy, deferred decision by decision. One file uses a part of the grammar, and working out the
 * rest took longer than everything else that the command line does at its start.
 */
export class LazyLookahead extends LLkLookaheadStrategy {
  override buildLookaheadForAlternation(options: Parameters<ForAlternation>[0]): ReturnType<ForAlternation> {
    let choose: ReturnType<ForAlternation> | undefined;
    return function (this: unknown, alternatives) {
      const built = choose ?? LLkLookaheadStrategy.prototype.buildLookaheadForAlternation(options);
      choose = built;
      return built.call(this, alternatives);
    };
  }

  override buildLookaheadForOptional(options: Parameters<ForOptional>[0]): ReturnType<ForOptional> {
    let enter: ReturnType<ForOptional> | undefined;
    return function (this: unknown) {
      const built = enter ?? LLkLookaheadStrategy.prototype.buildLookaheadForOptional(options);
      enter = built;
      return built.call(this);
    };
  }
}

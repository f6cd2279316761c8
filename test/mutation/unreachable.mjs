// A `default` that only proves to the compiler that no case is missing is never reached: changing it tells nothing.
import { declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";

const ignorer = {
  shouldIgnore(path) {
    if (!path.isSwitchCase() || path.node.test !== null) return undefined;
    const [only, ...more] = path.node.consequent;
    const isProof =
      more.length === 0 && only?.type === "ReturnStatement" && only.argument?.type === "TSSatisfiesExpression";
    return isProof ? "proves to the compiler that no case is missing" : undefined;
  },
};

/** Found by Stryker under this name. */
export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, "unreachable", ignorer)];

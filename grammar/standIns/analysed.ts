/** The door to the parser that has analysed its grammar, for programs that load it, and chevrotain with it, when it is first asked for. */
import type * as analysed from "../analysed.ts";

/** What may stand at a place. */
export const expectedAt: typeof analysed.expectedAt = (text, offset) => door().expectedAt(text, offset);

/** Reads one item by chevrotain's own machinery. */
export const readAnalysed: typeof analysed.readAnalysed = (text) => door().readAnalysed(text);

function door(): typeof analysed {
  return require("../analysed.ts");
}

/** Node's own, which reads a file when it is called; here it is another file of the program. */
declare function require(path: "../analysed.ts"): typeof analysed;

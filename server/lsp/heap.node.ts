import { setFlagsFromString } from "node:v8";

/**
 * Lets the young generation of the heap begin large. A tree and its model are kept, so the small one that V8 begins with is
 * copied again and again while a workspace is read for the first time, a fifth of that time. A V8 that does not know a flag says so and goes on.
 */
export function beginWithLargeYoungGeneration(): void {
  setFlagsFromString("--min-semi-space-size=16");
  setFlagsFromString("--max-semi-space-size=64");
  setFlagsFromString("--semi-space-growth-factor=16");
}

/**
 * Lets V8 compile every function plainly when it is first called, and optimise it a little later than it would, with only
 * small functions put into their callers. The first reading of a workspace is over before most of what V8 would optimise by
 * then is ready, half of its work was that, and its threads for it take turns with the reader where there are two processors.
 */
export function beginWithPlainCode(): void {
  setFlagsFromString("--always-sparkplug");
  setFlagsFromString("--interrupt-budget=135168");
  setFlagsFromString("--max-inlined-bytecode-size=100");
  setFlagsFromString("--max-inlined-bytecode-size-cumulative=300");
}

/** Once the workspace has been read, V8 puts functions into their callers as it always does: proofs run for long enough to be worth it. */
export function goOnWithInlining(): void {
  setFlagsFromString("--max-inlined-bytecode-size=460");
  setFlagsFromString("--max-inlined-bytecode-size-cumulative=920");
}

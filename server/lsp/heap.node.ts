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
 * Lets V8 compile every function plainly when it is first called, and optimise it a little later than it would. The first
 * reading of a workspace is over before most of what V8 would optimise by then is ready, and half of its work was that.
 */
export function beginWithPlainCode(): void {
  setFlagsFromString("--always-sparkplug");
  setFlagsFromString("--interrupt-budget=135168");
}

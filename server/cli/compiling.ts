import { setFlagsFromString } from "node:v8";

/** Characters of text above which a run lasts long enough to be quicker with functions that V8 optimised. */
const little = 200_000;

/**
 * Lets V8 optimise a function fifteen times later than it would where little is read: such a run is over before most of
 * it is used, and V8 would take half as much processor time again for it. Not while the build keeps compiled code, which V8
 * takes again only where it starts with the flags under which that was kept.
 */
export function optimiseSeldomFor(characters: number): void {
  if (characters < little && !process.env.TORIKIME_WRITE_CACHE) setFlagsFromString("--interrupt-budget=1000000");
}

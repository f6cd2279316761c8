/** Characters of text above which a run lasts long enough to be quicker with functions that V8 optimised. */
const little = 200_000;

/** Characters above which a run lasts long enough for Node's door to V8, which brings all of its streams along, to be worth its price. */
const some = 10_000;

/**
 * Lets V8 optimise a function fifteen times later than it would where little is read: such a run is over before most of
 * it is used, and V8 would take half as much processor time again for it. Where a model asks for public holidays,
 * proofs go `through` whole years. Not while the build keeps compiled code, which V8 takes again
 * only where it starts with the flags under which that was kept.
 */
export function optimiseSeldomFor(characters: number, through: "text" | "years"): void {
  const isLong = characters >= some || through === "years";
  if (!isLong || characters >= little || process.env.TORIKIME_WRITE_CACHE) return;
  const { setFlagsFromString }: typeof import("node:v8") = require("node:v8");
  setFlagsFromString("--interrupt-budget=1000000");
}

/** Lines as people say them, or as another notation has them, and the same in the language: `open Mondays to Fridays from 9am to 6pm`. */
import { englishTurns } from "./spokenEnglish.ts";
import { japaneseTurns } from "./spokenJapanese.ts";
import type { Turn } from "./turns.ts";

/** A line, its texts in quotes aside, with all in it that is known to be said otherwise as the language has it. */
export function asInTheLanguage(line: string): string {
  made ??= [...japaneseTurns(), ...englishTurns()]; // patterns take long to make, and most runs need none
  return made.reduce((turned, [written, meant]) => turned.replace(written, meant), line).trim();
}

let made: readonly Turn[] | undefined;

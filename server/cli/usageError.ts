import type { Localized } from "../core/text/localized.ts";

/** The command line was used in a way that cannot be understood, or a path cannot be read; ends in exit code 2. */
export class UsageError extends Error {
  readonly localized: Localized;

  constructor(localized: Localized) {
    super(localized.en);
    this.localized = localized;
  }
}

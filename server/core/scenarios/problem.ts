import type { Span } from "../syntax/tree.ts";
import type { Localized } from "../text/localized.ts";

/** Something in a YAML file that cannot be understood; the span is in UTF-16 offsets into its text. */
export interface Problem extends Span {
  readonly message: Localized;
  /** The key it is about, such as `at` or `severity`. */
  readonly key: string | undefined;
}

/** A problem at a place. */
export function problemAt(span: Span, message: Localized, key?: string): Problem {
  return { start: span.start, end: span.end, message, key };
}

/** Slips of the pen: what the lexer understood although it was written otherwise. */

/** What can be written otherwise and understood all the same. */
export type SlipName =
  | "full-width"
  | "quotes"
  | "unclosed text"
  | "unclosed name"
  | "date"
  | "time"
  | "grouping"
  | "currency"
  | "range"
  | "dash"
  | "hyphen"
  | "operator"
  | "semicolon"
  | "comment"
  | "nesting"
  | "stray";

/** `newText` replaces `start..end`; undefined where there is no obvious repair. Offsets are relative to the item. */
export interface Slip {
  readonly name: SlipName;
  readonly start: number;
  readonly end: number;
  readonly written: string;
  readonly newText: string | undefined;
}

/** One line of an answer. */
export interface AnswerRow {
  readonly label: string;
  readonly value: string;
  readonly detail?: string;
  readonly tone?: "good" | "warn" | "bad";
  /** One of those that tell the steps, which an `AnswerTimeline` tells as well. */
  readonly ofSteps?: boolean;
}

/** What a row may have beside its label and value; what is empty is left out. */
export interface RowExtras {
  readonly detail?: string | undefined;
  readonly tone?: AnswerRow["tone"] | undefined;
}

/** A row of an answer. */
export function row(label: string, value: string, { detail, tone }: RowExtras = {}): AnswerRow {
  return { label, value, ...(detail ? { detail } : {}), ...(tone ? { tone } : {}) };
}

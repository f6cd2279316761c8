import type { Wait } from "./deadline.ts";

/** What somebody asks, as texts: a field's value as it would be written in a condition. */
export interface Asked {
  readonly kind: string;
  /** Minute of the world. */
  readonly at: number;
  readonly fields: Readonly<Record<string, string>>;
  readonly channel: string | undefined;
  readonly customer: string | undefined;
  readonly asker: string | undefined;
  readonly to: string | undefined;
  /** When the request waits for the customer; minutes of the world. */
  readonly waits: readonly Wait[];
}

import type { Locale } from "../core/checks/message.ts";
import type { Instant } from "../core/time/spec.ts";

/** What a command may touch of the world, so that a test can stand in for it. */
export interface Terminal {
  /** The folder that relative paths are read from. */
  readonly folder: string;
  readonly now: Instant;
  /** From the environment; `--locale` and `torikime.yaml` come before it. */
  readonly locale: Locale;
  /** True where colours would be seen and not be in the way. */
  readonly colours: boolean;
  /** The width in columns. */
  readonly columns: number;
  /** True in a pipeline, where nobody reads along. */
  readonly unattended: boolean;
  /** Told how many characters the files have that a command reads, before it makes anything of them, and again before public holidays are asked for. */
  readonly expect: (characters: number, through: "text" | "years") => void;
  write(text: string): void;
  /** Tells on standard error, in whole lines; the terminal wraps them. */
  complain(text: string): void;
  readStandardInput(): Promise<Uint8Array>;
}

/** What a command ends with. clean: nothing found. found: findings, failures or differences. unusable: wrong use or unreadable input. */
export const exitCodes = { clean: 0, found: 1, unusable: 2 } as const;

/** One of `exitCodes`. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The language of a run: the option, else the setting, else the environment. */
export function chosenLocale(option: Locale | undefined, setting: Locale | undefined, { locale }: Terminal): Locale {
  return option ?? setting ?? locale;
}

import { phrase } from "../core/checks/message.ts";
import { parseDate } from "../core/time/date.ts";
import type { Day } from "../core/time/spec.ts";
import type { Arguments } from "./arguments.ts";
import { UsageError } from "./usageError.ts";

/** The day that an option gives; what is no day is a `UsageError`. */
export function dayOption({ options }: Arguments, name: string): Day | undefined {
  const written = options.get(name);
  if (written === undefined) return undefined;
  const day = parseDate(written.normalize("NFKC").trim().replaceAll("/", "-"));
  if (day !== undefined) return day;
  throw new UsageError(
    phrase(
      "--{name} needs a day, such as 2026-08-24, not '{written}'.",
      "--{name} には 2026-08-24 のような日付が要ります。「{written}」は読めません。",
      { name, written },
    ),
  );
}

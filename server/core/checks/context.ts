/** Whether two runs of checks depend on the same beside the files. */
import type { CheckContext } from "./define.ts";

/** Whether checks would find the same; how many repairs may be tried makes no difference to that. */
export function sameContext(a: CheckContext, b: CheckContext): boolean {
  return (
    a.today === b.today &&
    a.steps === b.steps &&
    a.holidays === b.holidays &&
    sameEntries({ ...a.limits }, { ...b.limits }) &&
    sameEntries(a.severities, b.severities)
  );
}

function sameEntries(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && a[key] === b[key]);
}

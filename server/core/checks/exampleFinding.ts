import { link } from "../model/link.ts";
import { parse } from "../syntax/parse.ts";
import { dayOf } from "../time/date.ts";
import type { Holidays } from "../time/spec.ts";
import { check } from "./check.ts";
import type { Check, CheckContext, Finding } from "./define.ts";
import { exampleCompany, withoutMarks } from "./docs.ts";
import { defaultLimits } from "./limits.ts";

/** What the examples of all checks are checked with: on Monday 2026-08-24, as docs/checks.md says. */
export function exampleContext(holidays: Holidays): CheckContext {
  return { today: dayOf(2026, 8, 24), limits: defaultLimits, severities: {}, holidays };
}

/** What a check finds first in its own bad example, beside the company of the examples. */
export function exampleFinding(wanted: Check, holidays: Holidays): Finding | undefined {
  const path = "example.sla";
  const files = [
    { path: "company.sla", syntax: parse(exampleCompany) },
    { path, syntax: parse(withoutMarks(wanted.docs().examples.bad)) },
  ];
  const { byPath } = check(link(files), exampleContext(holidays));
  return byPath.get(path)?.find((finding) => finding.check === wanted);
}

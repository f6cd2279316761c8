import { check } from "../../../server/core/checks/check.ts";
import type { CheckContext, Finding, Fix } from "../../../server/core/checks/define.ts";
import { exampleCompany } from "../../../server/core/checks/docs.ts";
import { exampleContext as contextOfExamples } from "../../../server/core/checks/exampleFinding.ts";
import type { Findings } from "../../../server/core/checks/findings.ts";
import { tidied } from "../../../server/core/features/tidied.ts";
import { link } from "../../../server/core/model/link.ts";
import { parse } from "../../../server/core/syntax/parse.ts";
import { applyEdits } from "../../../server/core/text/edit.ts";
import { libraryHolidays } from "../../../server/core/time/holidays.libraries.ts";
import { drawn } from "../../harness/fixture.ts";

/** What the documentation's examples are checked with here. */
export const exampleContext: CheckContext = contextOfExamples(libraryHolidays);

const path = "example.sla";

/** Checks an example beside the company of the examples. */
export function checkExample(text: string, context: CheckContext = exampleContext): Findings {
  const files = [
    { path: "company.sla", syntax: parse(exampleCompany) },
    { path, syntax: parse(text) },
  ];
  return check(link(files), context);
}

/** The findings in the example itself. */
export function findingsIn(text: string, context?: CheckContext): readonly Finding[] {
  return checkExample(text, context).byPath.get(path) ?? [];
}

/** The example with a line of `^^^` below each of these findings. */
export function marked(text: string, findings: readonly Finding[]): string {
  const offsets = offsetsIn(text);
  const marks = findings.map(({ place: { item, span } }) => {
    const offset = offsets.get(item.text) ?? 0;
    return { path, start: offset + span.start, end: offset + span.end, label: "" };
  });
  return drawn(new Map([[path, text]]), marks);
}

/** The example after the edits of a fix. */
export function repaired(text: string, fix: Fix): string {
  const offsets = offsetsIn(text);
  const edits = fix.edits().map(({ place: { item, span }, newText }) => {
    const offset = offsets.get(item.text) ?? 0;
    return { start: offset + span.start, end: offset + span.end, newText };
  });
  return tidied(parse(text), applyEdits(text, edits));
}

/** Items of an example are told apart by their text. */
function offsetsIn(text: string): ReadonlyMap<string, number> {
  const { items, offsets } = parse(text);
  return new Map(items.map((item, index) => [item.text, offsets[index] ?? 0]));
}

import type { Example, Finding, Fix } from "../checks/define.ts";
import { phrase } from "../checks/message.ts";
import type { SyntaxFile } from "../syntax/tree.ts";
import type { Edit } from "../text/edit.ts";
import type { Localized } from "../text/localized.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { exampleRequest, type RequestText } from "./exampleRequest.ts";
import { filePlaceOf } from "./spot.ts";
import { tidiedEdits } from "./tidied.ts";

/** A repair of a finding; its edits are by file. */
export interface QuickFix {
  readonly title: Localized;
  readonly finding: Finding;
  readonly edits: ReadonlyMap<string, readonly Edit[]>;
}

/** The repairs of the findings that touch a stretch of a file. */
export function quickFixesIn(snapshot: Snapshot, path: string, start: number, end: number): readonly QuickFix[] {
  return findingsAt(snapshot, path, start, end).flatMap((finding) =>
    finding.fixes.map((fix) => ({ title: fix.title, finding, edits: fixEdits(snapshot, fix) })),
  );
}

/** A request that shows a finding. */
export interface ShownExample {
  readonly title: Localized;
  readonly request: RequestText;
}

/** The requests that show a finding, to be put to the simulator. */
export function examplesOf(snapshot: Snapshot, { examples }: Finding): readonly ShownExample[] {
  return examples.flatMap((example) => {
    const request = exampleRequest(snapshot, example);
    return request ? [{ title: simulateTitle(example), request }] : [];
  });
}

function simulateTitle({ note }: Example): Localized {
  if (!note) return phrase("Simulate this request", "この依頼を試す", {});
  return phrase("Simulate this request ({note})", "この依頼を試す（{note}）", { note });
}

/** The findings that touch a stretch of a file and can be repaired or shown, as many as anybody would choose from. */
export function findingsAt(snapshot: Snapshot, path: string, start: number, end: number): readonly Finding[] {
  const found: Finding[] = [];
  for (const finding of snapshot.knownFindings.byPath.get(path) ?? []) {
    const place = filePlaceOf(snapshot, finding.place);
    if (place === undefined || place.start > end || place.end < start) continue;
    // Fixes are tried when they are asked for, so that comes last.
    if (finding.examples.length + finding.fixes.length > 0) found.push(finding);
    if (found.length === mostAtOnce) break;
  }
  return found;
}

const mostAtOnce = 50;

/** The edits of a repair by file, each in order of place; what was laid out stays so. */
export function fixEdits(snapshot: Snapshot, fix: Fix): ReadonlyMap<string, readonly Edit[]> {
  const edits = new Map<string, Edit[]>();
  for (const { place, newText } of fix.edits()) {
    const found = filePlaceOf(snapshot, place);
    if (!found) continue;
    const list = edits.get(found.path) ?? [];
    const overlaps = list.some((edit) => edit.start < found.end && found.start < edit.end);
    if (!overlaps) list.push({ start: found.start, end: found.end, newText });
    edits.set(found.path, list);
  }
  return new Map([...edits].map(([path, list]) => [path, inLayout(snapshot.syntax(path), list)]));
}

function inLayout(syntax: SyntaxFile | undefined, edits: readonly Edit[]): readonly Edit[] {
  return syntax ? tidiedEdits(syntax, edits) : edits;
}

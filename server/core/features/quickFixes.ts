import type { Example, Finding, Fix } from "../checks/define.ts";
import { phrase } from "../checks/message.ts";
import type { Item } from "../syntax/tree.ts";
import type { Edit } from "../text/edit.ts";
import type { Localized } from "../text/localized.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { exampleRequest, type RequestText } from "./exampleRequest.ts";
import { filePlaceOf } from "./spot.ts";

/** A repair of a finding; its edits are by file. */
export interface QuickFix {
  readonly title: Localized;
  readonly finding: Finding;
  readonly edits: ReadonlyMap<string, readonly Edit[]>;
}

/** The repairs of the findings that touch a stretch of a file. */
export function quickFixesIn(snapshot: Snapshot, path: string, start: number, end: number): readonly QuickFix[] {
  return findingsIn(snapshot, path, start, end).flatMap((finding) =>
    finding.fixes.map((fix) => ({ title: fix.title, finding, edits: editsOf(snapshot, [fix]) })),
  );
}

/** A request that shows a finding. */
export interface ShownExample {
  readonly title: Localized;
  readonly finding: Finding;
  readonly request: RequestText;
}

/** The requests that show the findings that touch a stretch of a file. */
export function examplesIn(snapshot: Snapshot, path: string, start: number, end: number): readonly ShownExample[] {
  return findingsIn(snapshot, path, start, end).flatMap((finding) =>
    finding.examples.flatMap((example) => {
      const request = exampleRequest(snapshot, example);
      return request ? [{ title: simulateTitle(example), finding, request }] : [];
    }),
  );
}

function simulateTitle({ note }: Example): Localized {
  if (!note) return phrase("Simulate this request", "この依頼を試す", {});
  return phrase("Simulate this request ({note})", "この依頼を試す（{note}）", { note });
}

/** All slips of the pen of a file mended at once; undefined where there are none. */
export function slipFixesOf(snapshot: Snapshot, path: string): Omit<QuickFix, "finding"> | undefined {
  const syntax = snapshot.syntax(path);
  const edits = syntax?.items.flatMap((item, index) => slipEdits(item, syntax.offsets[index] ?? 0)) ?? [];
  return edits.length > 0 ? { title: allSlips, edits: new Map([[path, edits]]) } : undefined;
}

const allSlips = phrase("Mend all slips of the pen", "書き損じをすべて直す", {});

function slipEdits(item: Item, base: number): readonly Edit[] {
  return item.slips.flatMap(({ start, end, newText }) =>
    newText === undefined ? [] : [{ start: base + start, end: base + end, newText }],
  );
}

function findingsIn(snapshot: Snapshot, path: string, start: number, end: number): readonly Finding[] {
  return (snapshot.knownFindings.byPath.get(path) ?? []).filter(({ place, fixes, examples }) => {
    const found = fixes.length + examples.length > 0 ? filePlaceOf(snapshot, place) : undefined;
    return found !== undefined && found.start <= end && start <= found.end;
  });
}

function editsOf(snapshot: Snapshot, fixes: readonly Fix[]): ReadonlyMap<string, readonly Edit[]> {
  const edits = new Map<string, Edit[]>();
  for (const { place, newText } of fixes.flatMap((fix) => fix.edits())) {
    const found = filePlaceOf(snapshot, place);
    if (!found) continue;
    const list = edits.get(found.path) ?? [];
    const overlaps = list.some((edit) => edit.start < found.end && found.start < edit.end);
    if (!overlaps) list.push({ start: found.start, end: found.end, newText });
    edits.set(found.path, list);
  }
  return edits;
}

import { isRow, type TargetName } from "../checks/tables.ts";
import type { Decision } from "../engine/decision.ts";
import type { Model } from "../model/model.ts";

/**
 * Whether no deadline of a sort is agreed for a request because no row of a target table fits it: a clause or case that decides has rows
 * with that target, none of them applies, and nothing else states it.
 */
export function isLeftOutByTable(
  { clauses }: Model,
  { clause, overlays, ...decision }: Pick<Decision, "clause" | "overlays" | TargetName>,
  target: TargetName,
): boolean {
  if (decision[target] !== undefined) return false;
  const applied = new Set(overlays);
  return [...(clause === undefined ? [] : [clause]), ...overlays].some((id) => {
    const layer = clauses.get(id);
    const rows = layer?.kind === "handle" ? layer.cases.filter(isRow) : [];
    return rows.some(({ lines }) => lines[target] !== undefined) && !rows.some((row) => applied.has(row.id));
  });
}

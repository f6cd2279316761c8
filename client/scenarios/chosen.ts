import type * as vscode from "vscode";

/** Scenarios by the item of their file. */
export type Files = ReadonlyMap<vscode.TestItem, readonly vscode.TestItem[]>;

/** The scenarios that a request for a run means: what it includes, or all, without what it excludes. */
export function chosenScenarios(
  { items }: vscode.TestController,
  { include, exclude = [] }: vscode.TestRunRequest,
): Files {
  const chosen = new Map<vscode.TestItem, vscode.TestItem[]>();
  const isLeftOut = (item: vscode.TestItem) => exclude.includes(item) || (item.parent && exclude.includes(item.parent));
  const add = (item: vscode.TestItem) => {
    if (isLeftOut(item)) return;
    const file = item.parent;
    if (!file) return item.children.forEach(add);
    const own = chosen.get(file) ?? [];
    if (!own.includes(item)) chosen.set(file, [...own, item]);
  };
  if (include) include.forEach(add);
  else items.forEach(add);
  return chosen;
}

import type { HandleLines, Model } from "../model/model.ts";

/** The names of all steps that handle clauses and exceptions state. */
export function stepNames(model: Model): ReadonlySet<string> {
  const names = new Set<string>();
  const add = ({ steps }: HandleLines) => {
    for (const step of steps?.value ?? []) names.add(step.name);
  };
  for (const clause of model.clauses.values()) if (clause.kind === "handle") add(clause.lines);
  for (const exception of model.exceptions.values()) add(exception.lines);
  return names;
}

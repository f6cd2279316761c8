import type { GuaranteeClause, OweClause, TargetLine } from "../syntax/tree.ts";
import { clauseScope, declaredClause, type Owner } from "./clause.ts";
import { scopeOf, subjectOf, whenOf } from "./condition.ts";
import { hoursOf, targetLine } from "./handle-lines.ts";
import { firstLine, linesOf, nameIn, onlyLine } from "./lines.ts";
import { type Linking, missing } from "./linking.ts";
import { customerNamed, kindNamed, teamNamed } from "./lookup.ts";
import { minuteOf, targetOf } from "./times.ts";

/** Resolves a guarantee, which decides nothing yet. */
export function linkGuarantee(linking: Linking, node: GuaranteeClause, owner: Owner | undefined): undefined {
  declaredClause(linking, node, owner);
  if (node.requests.length === 0) missing(linking, node, "guarantee", "requests");
  const scope = clauseScope(linking, node.requests, undefined, node.name, "comes later");
  if (!node.to) missing(linking, node, "guarantee", "to");
  else if (node.to.text !== "customers") customerNamed(linking, node.to);
  whenOf(linking, scope, node.when);
  const found: { respond?: TargetLine; resolve?: TargetLine } = {};
  for (const line of linesOf(node.properties, "target"))
    found[line.target] = firstLine(linking, found[line.target], line);
  targetLine(linking, found.respond);
  targetLine(linking, found.resolve);
  hoursOf(linking, onlyLine(linking, node.properties, "hours"));
}

/** Resolves what one party owes the other, which decides nothing yet. */
export function linkOwe(linking: Linking, node: OweClause, owner: Owner | undefined): undefined {
  declaredClause(linking, node, owner);
  nameIn(linking, node, node.from, teamNamed, ["owe", "from"]);
  nameIn(linking, node, node.to, teamNamed, ["owe", "to"]);
  if (!node.what) missing(linking, node, "owe", "text");
  const { rhythm } = node;
  switch (rhythm?.kind) {
    case undefined:
      missing(linking, node, "owe", "rhythm");
      break;
    case "every":
      if (!rhythm.weekdays) missing(linking, rhythm, "every", "weekday");
      if (rhythm.before) minuteOf(linking, rhythm.before);
      break;
    case "with every":
      if (rhythm.request) kindNamed(linking, rhythm.request);
      else missing(linking, rhythm, "every", "requests");
      break;
    case "within of every":
      if (rhythm.within) targetOf(linking, rhythm.within, undefined);
      else missing(linking, rhythm, "every", "duration");
      if (rhythm.request) kindNamed(linking, rhythm.request);
      else missing(linking, rhythm, "every", "requests");
      break;
    case "before every":
      linkBeforeEvery(linking, rhythm);
      break;
  }
}

function linkBeforeEvery(linking: Linking, rhythm: NonNullable<OweClause["rhythm"]> & { kind: "before every" }): void {
  targetOf(linking, rhythm.lead, undefined);
  if (!rhythm.request) return missing(linking, rhythm, "every", "requests");
  const scope = scopeOf(linking, [rhythm.request], "may be asked");
  if (rhythm.field) subjectOf(linking, scope, rhythm.field);
  else missing(linking, rhythm, "every", "field");
}

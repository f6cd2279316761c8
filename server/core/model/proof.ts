import type { ImpossibleDeclaration, ProveDeclaration } from "../syntax/tree.ts";
import { type Scope, scopeOf, whenOf } from "./condition.ts";
import { askWhole, type Linking, missing, placeOf } from "./linking.ts";
import { whoOf } from "./lookup.ts";
import type { Meaning } from "./model.ts";
import { named } from "./named.ts";

/** What is said to be impossible, about the fields of any request kind. */
export function factMeaning(linking: Linking, node: ImpossibleDeclaration): Meaning | undefined {
  askWhole(linking, "kinds");
  const kinds = [...linking.names.kinds.values()];
  const scope: Scope = { kinds, incomplete: false, channel: "may be asked", fields: "of any kind" };
  const when = whenOf(linking, scope, node);
  if (!when) return missing(linking, node, "impossible", "condition");
  return { space: "fact", value: { when, place: placeOf(linking, node) } };
}

/** What is to be proved; undefined where it lacks its name, its topic or its claim, or who is meant is unknown. */
export function proofMeaning(linking: Linking, node: ProveDeclaration): Meaning | undefined {
  const head = named(linking, node, "proof", undefined);
  if (!node.topic) missing(linking, node, "prove", "topic");
  if (!node.claim) missing(linking, node, "prove", "claim");
  const by = node.by && whoOf(linking, node.by, node, "prove");
  const scope = scopeOf(linking, node.topic ? [node.topic] : [], "may be asked");
  const when = whenOf(linking, scope, node);
  const [topic] = scope.kinds;
  if (!head || !topic || !node.claim || (node.by && !by)) return undefined;
  const { name, title, doc, place } = head;
  const { claim, negated } = node;
  return { space: "proof", value: { name, title, doc, place, topic: topic.name, claim, negated, by, when } };
}

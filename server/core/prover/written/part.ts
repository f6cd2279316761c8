/** What one agreement writes about a kind of request, as boxes: as long as it stays the same, so does what is known of it alone. */
import type { Exception, Place } from "../../model/model.ts";
import { sameElements } from "../lists.ts";
import type { Box } from "../space/box.ts";
import type { Space } from "../space/space.ts";
import { type Content, contentsOfCommits, contentsOfHandles } from "./content.ts";
import {
  type AgreementScope,
  type CommitRule,
  commitRule,
  type HandleRule,
  handleRule,
  type RuleContext,
} from "./rules.ts";
import { type ExceptionsOf, exceptionsToPart, type WrittenPart } from "./written.ts";

/** What an agreement writes about a kind as boxes: the same object while nothing in it changes, nor what is impossible. */
export interface Part {
  readonly scope: AgreementScope;
  readonly handles: PartOf<HandleRule>;
  readonly commits: PartOf<CommitRule>;
  /** Conditions that take too many boxes. */
  readonly tooComplex: readonly Place[];
}

/** The clauses of one sort; what proofs depend on of each, by the same number. */
export interface PartOf<Rule> {
  readonly rules: readonly Rule[];
  readonly contents: readonly Content[];
}

/** What parts are read in. */
export interface PartContext {
  readonly space: Space;
  readonly impossible: readonly Box[];
  readonly exceptionsOf: ExceptionsOf;
}

/** A part of a space. */
export function partOf(written: WrittenPart, scope: AgreementScope, context: PartContext): Part {
  const { space, impossible, exceptionsOf } = context;
  const ofSpace = kept.get(space) ?? new WeakMap<WrittenPart, Kept>();
  kept.set(space, ofSpace);
  const exceptions = exceptionsToPart(written, exceptionsOf);
  const known = ofSpace.get(written);
  const isSame = known?.part.scope === scope && known.impossible === impossible;
  if (known && isSame && sameElements(known.exceptions, exceptions)) return known.part;
  const part = newPart(written, scope, context);
  ofSpace.set(written, { impossible, exceptions, part });
  return part;
}

interface Kept {
  readonly impossible: readonly Box[];
  readonly exceptions: readonly Exception[];
  readonly part: Part;
}

const kept = new WeakMap<Space, WeakMap<WrittenPart, Kept>>();

function newPart(
  { agreement, handles, commits }: WrittenPart,
  scope: AgreementScope,
  { space, impossible, exceptionsOf }: PartContext,
): Part {
  const tooComplex: Place[] = [];
  const context: RuleContext = { space, exceptionsOf, tooComplex: (place) => tooComplex.push(place) };
  const handling = handles.map((clause) => handleRule(clause, scope, context));
  const promising = commits.map((clause) => commitRule(clause, scope, context));
  return {
    scope,
    handles: { rules: handling, contents: contentsOfHandles(handling, impossible, agreement.name) },
    commits: { rules: promising, contents: contentsOfCommits(promising, impossible, agreement.name) },
    tooComplex,
  };
}

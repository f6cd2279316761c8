/** What of a clause proofs depend on: results are kept by it, wherever and in whatever words the clause is written. */
import { meaningOfTarget, plainText } from "../../model/meaning.ts";
import type { Verdict } from "../../model/model.ts";
import { atomsIn, subjectKey } from "../space/atoms.ts";
import { type Box, boxKey } from "../space/box.ts";
import { statedIn } from "./layers.ts";
import {
  type CommitRule,
  datesOf,
  type HandleRule,
  type Line,
  type Overlay,
  type Rule,
  type Stating,
} from "./rules.ts";

/** What clauses cover and say: one object for as long as a clause of the agreement covers and says that; each of several such clauses has its own. */
export interface Content {
  /** That of the next clause of the agreement like this one, if there are several. */
  next: Content | undefined;
}

/**
 * The contents of an agreement's handle clauses, in their order; results that are kept by them hold as long as what is
 * impossible is the same list.
 */
export function contentsOfHandles(
  rules: readonly HandleRule[],
  impossible: readonly Box[],
  agreement: string,
): readonly Content[] {
  return contentsOf(handleContents, impossible, agreement, rules, (rule) => keyOf(rule, statedKey));
}

/** The contents of an agreement's commit clauses, as `contentsOfHandles` has those of the others. */
export function contentsOfCommits(
  rules: readonly CommitRule[],
  impossible: readonly Box[],
  agreement: string,
): readonly Content[] {
  return contentsOf(
    commitContents,
    impossible,
    agreement,
    rules,
    (rule) => text(rule.clause.by) + keyOf(rule, linesKey),
  );
}

/** Forgets the contents of agreements that are there no longer, such as each of the names that one had while it was typed. */
export function forgetOtherAgreements(impossible: readonly Box[], agreements: ReadonlySet<string>): void {
  for (const memory of [handleContents, commitContents]) {
    const byAgreement = memory.get(impossible);
    if (!byAgreement || byAgreement.size <= 2 * agreements.size + fewest) continue;
    for (const name of byAgreement.keys()) if (!agreements.has(name)) byAgreement.delete(name);
  }
}

/** By what is impossible, which is a list of its own in every space, and by agreement. */
type Memory<Rule> = WeakMap<readonly Box[], Map<string, Remembered<Rule>>>;

/** Contents by what the clauses are; as long as an agreement was read only once, nobody has asked for that. */
type Remembered<Rule> =
  | { readonly kind: "read once"; readonly rules: readonly Rule[]; readonly contents: readonly Content[] }
  | { readonly kind: "by key"; readonly known: Map<string, Content> };

const handleContents: Memory<HandleRule> = new WeakMap();
const commitContents: Memory<CommitRule> = new WeakMap();

function contentsOf<Rule extends object>(
  memory: Memory<Rule>,
  impossible: readonly Box[],
  agreement: string,
  rules: readonly Rule[],
  keyIn: (rule: Rule) => string,
): readonly Content[] {
  if (rules.length === 0) return none;
  const byAgreement = memory.get(impossible) ?? new Map<string, Remembered<Rule>>();
  memory.set(impossible, byAgreement);
  const remembered = byAgreement.get(agreement);
  if (!remembered) {
    const contents = rules.map((): Content => ({ next: undefined }));
    byAgreement.set(agreement, { kind: "read once", rules, contents });
    return contents;
  }
  const known = remembered.kind === "by key" ? remembered.known : byKey(remembered.rules, remembered.contents, keyIn);
  const last = new Map<string, Content>();
  const contents = rules.map((rule) => {
    const key = keptKey(rule, keyIn);
    const content = following(last.get(key)) ?? known.get(key) ?? { next: undefined };
    if (!known.has(key)) known.set(key, content);
    last.set(key, content);
    return content;
  });
  const isMuch = known.size > 2 * last.size + fewest;
  byAgreement.set(agreement, { kind: "by key", known: isMuch ? inUse(known, last) : known });
  return contents;
}

function byKey<Rule extends object>(
  rules: readonly Rule[],
  contents: readonly Content[],
  keyIn: (rule: Rule) => string,
): Map<string, Content> {
  const known = new Map<string, Content>();
  const last = new Map<string, Content>();
  for (const [index, content] of contents.entries()) {
    const rule = rules[index];
    if (!rule) continue;
    const key = keptKey(rule, keyIn);
    const before = last.get(key);
    if (before) before.next = content;
    else known.set(key, content);
    last.set(key, content);
  }
  return known;
}

const none: readonly never[] = [];

/** Contents are forgotten when there are more of the past than of now, and at least so many. */
const fewest = 20;

function inUse(known: ReadonlyMap<string, Content>, used: ReadonlyMap<string, Content>): Map<string, Content> {
  return new Map([...known].filter(([key]) => used.has(key)));
}

function following(content: Content | undefined): Content | undefined {
  if (!content) return undefined;
  content.next ??= { next: undefined };
  return content.next;
}

function keptKey<Known extends object>(rule: Known, keyIn: (rule: Known) => string): string {
  const known = keys.get(rule);
  if (known !== undefined) return known;
  const key = keyIn(rule);
  keys.set(rule, key);
  return key;
}

const keys = new WeakMap<object, string>();

function keyOf<Clause, Says>(rule: Rule<Clause, Says>, saysKey: (says: Says) => string): string {
  const { scope, says, own, boxes, overlays } = rule;
  const parts = [
    scope.askers.map(text).join(""),
    JSON.stringify(scope.agreement.effective?.value ?? ""),
    boxesKey(own),
    boxesKey(boxes),
    saysKey(says),
  ];
  for (const overlay of overlays) parts.push(overlayKey(overlay, overlays), saysKey(overlay.says));
  return parts.join("");
}

function overlayKey<Says>(overlay: Overlay<Says>, overlays: readonly Overlay<Says>[]): string {
  const { exception, inside, depth, when, own, boxes } = overlay;
  const sort = exception ? `exception ${JSON.stringify(datesOf(exception) ?? "")}` : "case";
  const asked =
    exception && when
      ? atomsIn(when)
          .map(({ subject }) => text(subjectKey(subject)))
          .join("")
      : "";
  const around = inside ? overlays.indexOf(inside) : -1;
  return `${sort} ${around} ${depth} ${asked} ${boxesKey(own)}${boxesKey(boxes)}`;
}

function statedKey(says: Stating): string {
  const stated = statedIn(says);
  const known = statedKeys.get(stated);
  if (known !== undefined) return known;
  let key = "";
  for (const [property, meaning] of stated) key += text(property) + text(meaning);
  key += ";";
  statedKeys.set(stated, key);
  return key;
}

const statedKeys = new WeakMap<ReadonlyMap<string, string>, string>();

function linesKey(lines: readonly Line[]): string {
  return `${lines.map(({ verdict, boxes }) => text(meaningOfVerdict(verdict)) + boxesKey(boxes)).join("")};`;
}

function boxesKey(boxes: readonly Box[]): string {
  return `${boxes.length},${boxes.map(boxKey).join("")}`;
}

/** Text of which it can be told where it ends. */
function text(value: string): string {
  return `${value.length},${value}`;
}

/** The meaning of a verdict line, its condition apart. */
export function meaningOfVerdict(line: Verdict): string {
  const known = meanings.get(line);
  if (known !== undefined) return known;
  const { verdict, who, within, because } = line;
  const meaning = plainText([verdict, who, within && meaningOfTarget(within), because]);
  meanings.set(line, meaning);
  return meaning;
}

const meanings = new WeakMap<Verdict, string>();

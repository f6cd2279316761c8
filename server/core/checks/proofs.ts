/** What the prover knows of a model, as checks tell it. */
import type { CommitClause, HandleClause, Model, RequestKind } from "../model/model.ts";
import { type Covered, lookedAtIn } from "../prover/claims.ts";
import { type ClauseProof, clauseProofOf } from "../prover/clauseProofs.ts";
import { type Findings, ordinaryRequests } from "../prover/clauses/handling.ts";
import { sameElements } from "../prover/lists.ts";
import { type KindProof, type ProverContext, proofsOf, proving } from "../prover/prove.ts";
import { type Box, fullBox, hullOf, meets, outside, type Shape } from "../prover/space/box.ts";
import { regions as regionsOutside } from "../prover/space/cover.ts";
import { type Witness, witnessIn } from "../prover/space/witness.ts";
import { regionInWords, witnessWithZone } from "../prover/space/words.ts";
import { provingTimes, type TimeProof, timeProofsOf } from "../prover/timeProofs.ts";
import { unmentionedRequest } from "../prover/unmentioned.ts";
import type { Group } from "../prover/written/group.ts";
import type { CommitRule, HandleRule } from "../prover/written/rules.ts";
import type { Localized } from "../text/localized.ts";
import { formatDate } from "../time/date.ts";
import type { Instant } from "../time/spec.ts";
import { formatInstant, offsetOfRepeated, toLocal, type Zone } from "../time/zone.ts";
import type { CheckContext, Example } from "./define.ts";

/** Steps for each property of each kind while somebody types; what takes more is told as not decided. */
const stepsWhileTyping = 20_000;

/** What is proved of each kind of request; the same objects while nothing changes that they depend on. */
export function proofsFor(model: Model, context: CheckContext): readonly KindProof[] {
  return proofsOf(model, proverContext(context));
}

/** What is proved of time that passes, of each kind of request about which something is to be proved. */
export function timeProofsFor(model: Model, context: CheckContext): readonly TimeProof[] {
  return timeProofsOf(model, proverContext(context));
}

/** What is proved of a kind's people and terms. */
export function clauseProofFor(proof: KindProof, model: Model, context: CheckContext): ClauseProof {
  return clauseProofOf(proof, model, proverContext(context));
}

/** How far something about the people and terms of each kind was looked at. */
export function coveredByClauseProofs(
  model: Model,
  context: CheckContext,
  findingsOf: (known: ClauseProof) => Findings<unknown>,
): readonly Covered[] {
  return proofsFor(model, context).flatMap((proof) =>
    lookedAtIn(proof, findingsOf(clauseProofFor(proof, model, context))),
  );
}

/** Proves kind by kind what the functions above then find done. */
export function* provingFor(model: Model, context: CheckContext): Generator<unknown, void> {
  for (const proof of proving(model, proverContext(context))) {
    yield proof;
    yield clauseProofFor(proof, model, context);
  }
  yield* provingTimes(model, proverContext(context));
}

function proverContext({ today, holidays, steps = stepsWhileTyping }: CheckContext): ProverContext {
  return { today, holidays, steps };
}

/** A request in some of a kind's regions, as an example of what is found there. */
export function exampleIn(group: Group, model: Model, regions: readonly Box[]): Example {
  return { witness: () => ordinaryRequestIn(group, model, regions), zone: group.space.zone };
}

/** A request in some of a clause's regions, one that no other clause is about if there is any, as nothing else decides that. */
export function exampleOfClause(
  group: Group,
  model: Model,
  regions: readonly Box[],
  clause: HandleClause | CommitClause,
): Example {
  const { handles, commits, space } = group;
  const witness = () => {
    const rules: readonly (HandleRule | CommitRule)[] = clause.kind === "handle" ? handles : commits;
    const others = rules.flatMap((rule) => (rule.clause.id === clause.id ? [] : rule.boxes));
    const near = others.filter((box) => regions.some((region) => meets(space.shape, region, box)));
    const own = near.length > mostBeside ? [] : outsideOfFew(space.shape, regions, near);
    return ordinaryRequestIn(group, model, own) ?? ordinaryRequestIn(group, model, regions);
  };
  return { witness, zone: space.zone };
}

/** Requests beside more clauses than this would be too many parts. */
const mostBeside = 32;

/** What regions have outside of walls; empty where that is very many parts, as walls that each ask two things of their own double them. */
function outsideOfFew(shape: Shape, regions: readonly Box[], walls: readonly Box[]): readonly Box[] {
  let left = regions;
  for (const wall of walls) {
    left = outside(shape, left, [wall]);
    if (left.length > mostParts) return [];
  }
  return left;
}

const mostParts = 500;

/** The most ordinary request in some of a kind's regions; undefined where there is none, or it was not decided. */
export function ordinaryRequestIn(group: Group, { customers }: Model, regions: readonly Box[]): Witness | undefined {
  return witnessIn(group, regions, customers, { left: stepsWhileTyping });
}

/** A request of a kind that no clause is about, as an example of what nobody handles. */
export function unmentionedExample(kind: RequestKind, model: Model, context: CheckContext): Example {
  return unmentionedRequest(kind, model, proverContext(context));
}

/** A request in one of some regions that comes at one time, as an example; and in words. */
export function exampleAt(
  group: Group,
  model: Model,
  regions: readonly Box[],
  at: Instant,
  stated: Partial<Pick<Witness, "fields" | "customer" | "channel">> = {},
): { readonly example: Example; readonly words: Localized } {
  const { space, kind } = group;
  const found = regions.flatMap((region) => exampleIn(group, model, [region]).witness() ?? []);
  const witness = found.find(({ customer }) => customer.kind !== "imagined") ?? found[0];
  const request = witness && { ...witness, ...stated, at, fields: { ...witness.fields, ...stated.fields } };
  const words = request
    ? witnessWithZone(space, request, { kind, attributes: model.attributes })
    : { en: kind.name, ja: kind.name };
  return { example: { witness: () => request, zone: space.zone }, words };
}

/** An instant on a zone's clock as "2026-04-02 11:31", with the offset where the clock shows that twice. */
export function instantInWords(zone: Zone, at: Instant): Localized {
  const text = formatInstant(zone, at).replace("T", " ") + offsetOfRepeated(zone, at);
  return { en: text, ja: text };
}

/** How long something may take: "until 2026-04-02 11:31", or for ever where the hours that it counts on never come. */
export function untilInWords(zone: Zone, at: Instant): Localized {
  if (at === Number.POSITIVE_INFINITY) return { en: "for ever", ja: "いつまでも" };
  const { en, ja } = instantInWords(zone, at);
  return { en: `until ${en}`, ja: `${ja} まで` };
}

/** The end of a promise: midnight is the end of the day before. */
export function dueInWords(zone: Zone, at: Instant): Localized {
  const { day, minute } = toLocal(zone, at);
  if (minute > 0) return instantInWords(zone, at);
  const text = `${formatDate(day - 1)} 24:00`;
  return { en: text, ja: text };
}

/** Regions, and an ordinary request of theirs, in words. */
interface RegionsTold {
  readonly region: Localized;
  readonly example: Localized;
}

/** Some regions within a domain, and an ordinary request of theirs, in words; told once as long as they are the same boxes. */
export function regionsTold(group: Group, model: Model, regions: readonly Box[], domain: Box): RegionsTold {
  const [first] = regions;
  const known = first && toldBy.get(first);
  const isSame = known?.impossible === group.impossible && sameElements(known.regions, regions);
  if (known && isSame && sameElements(known.domain, domain)) return known.told;
  const told = newRegionsTold(group, model, regions, domain);
  if (first) toldBy.set(first, { impossible: group.impossible, regions, domain, told });
  return told;
}

/** What was told last, by the first of the regions. What is impossible is a list of its own for every kind and company. */
interface Told {
  readonly impossible: readonly Box[];
  readonly regions: readonly Box[];
  readonly domain: Box;
  readonly told: RegionsTold;
}

const toldBy = new WeakMap<Box, Told>();

function newRegionsTold(group: Group, model: Model, regions: readonly Box[], domain: Box): RegionsTold {
  const { space, kind } = group;
  const naming = { kind, attributes: model.attributes };
  const simple = simplyTold(group, regions, domain);
  const texts = simple.slice(0, mostTold).map((box) => regionInWords(space, box, domain, naming));
  const witness = ordinaryRequestIn(group, model, regions);
  const example = witness ? witnessWithZone(space, witness, naming) : { en: kind.name, ja: kind.name };
  if (texts.some(({ en }) => en === "")) return { region: { en: "", ja: "" }, example };
  const more = simple.length > mostTold ? { en: "; and others", ja: "など" } : { en: "", ja: "" };
  return {
    region: {
      en: ` (${texts.map(({ en }) => en).join("; ")}${more.en})`,
      ja: `（${texts.map(({ ja }) => ja).join("、または ")}${more.ja}）`,
    },
    example,
  };
}

const mostTold = 3;

/** The same requests in regions as large as can be, which may reach into what does not occur, where no more of these are needed. */
function simplyTold({ space, impossible }: Group, own: readonly Box[], domain: Box): readonly Box[] {
  if (own.length < 2 && impossible.length === 0) return own;
  const { shape, order } = space;
  const others = outside(shape, [domain], [...own, ...impossible]);
  const budget = { left: stepsWhileTyping };
  const { found, complete } = regionsOutside(
    shape,
    domain,
    others,
    { impossible, order, atMost: own.length + 1 },
    budget,
  );
  return complete && found.length <= own.length ? found : own;
}

/** The requests of a kind by those who ask for it, at times when an agreement on it is in force. */
export function asked(group: Group): Box {
  const { shape } = group.space;
  return hullOf(
    shape,
    [...group.scopes.values()].flatMap((scope) => ordinaryRequests(group, scope)),
  );
}

/** The whole of a kind's requests. */
export function everything({ space }: Group): Box {
  return fullBox(space.shape);
}

/** Among things found kind by kind, those found for every kind that they are about, each once. */
export function inEveryKind<Found extends { readonly id: string; readonly kinds: readonly string[] }>(
  model: Model,
  proofs: readonly KindProof[],
  foundIn: (proof: KindProof) => readonly Found[],
): readonly Found[] {
  const kindsOf = new Map<string, Set<string>>();
  const first = new Map<string, Found>();
  for (const proof of proofs)
    for (const found of foundIn(proof)) {
      const kinds = kindsOf.get(found.id) ?? new Set();
      kindsOf.set(found.id, kinds.add(proof.group.kind.name));
      if (!first.has(found.id)) first.set(found.id, found);
    }
  return [...first.values()].filter(({ id, kinds }) => {
    const known = kinds.filter((kind) => model.kinds.has(kind));
    return known.every((kind) => kindsOf.get(id)?.has(kind));
  });
}

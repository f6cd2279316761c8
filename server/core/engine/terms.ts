import { linesLaidOver } from "../model/laidOver.ts";
import { meaningOfProperty, meansTheSame, plainText } from "../model/meaning.ts";
import type { Target } from "../time/spec.ts";
import { statedDifferently, statedProperties } from "./difference.ts";
import type { HandleOverlay, HandlePlan, Opening, Terms } from "./plan.ts";
import type { Resources } from "./resources.ts";
import { stepsOf, testsOf } from "./steps.ts";

/** What a clause says with some overlays; each that another contradicts lies on top once, in these terms or in their rivals (language.md M3). */
export function termsWith(plan: HandlePlan, held: readonly HandleOverlay[], resources: Resources): Terms {
  const disagree = (one: HandleOverlay, other: HandleOverlay) =>
    canContradict(plan, one, other) &&
    (declines(plan, held) ? declineDifferently(one, other) : sayDifferently(one, other));
  const contested = held.filter((one) => held.some((other) => disagree(one, other)));
  const onTop = (top: HandleOverlay, rivals: readonly Terms[]): Terms => {
    const clashes = contested.filter((other) => disagree(top, other)).map((other) => other.id);
    return laidOver(plan, withOnTop(plan, held, top), { top: top.id, clashes, rivals }, resources);
  };
  const [first, ...others] = contested;
  if (first === undefined) return laidOver(plan, held, uncontested, resources);
  return onTop(
    first,
    others.map((top) => onTop(top, [])),
  );
}

type Contest = Pick<Terms, "top" | "clashes" | "rivals">;

const uncontested: Contest = { top: undefined, clashes: [], rivals: [] };

/** Two cases, or two exceptions, neither nested in the other. */
function canContradict(plan: HandlePlan, one: HandleOverlay, other: HandleOverlay): boolean {
  return one !== other && one.isException === other.isException && !nested(plan, one, other);
}

/** A decline cannot be taken back, so one is enough; of such a request nothing else that is stated counts. */
function declines({ lines }: HandlePlan, held: readonly HandleOverlay[]): boolean {
  return lines.decline !== undefined || held.some(({ says }) => says.decline !== undefined);
}

function declineDifferently({ says: one }: HandleOverlay, { says: other }: HandleOverlay): boolean {
  return one.decline !== undefined && other.decline !== undefined && !meansTheSame("decline", one, other);
}

function sayDifferently(one: HandleOverlay, other: HandleOverlay): boolean {
  return statedDifferently(one.says, other.says) || differentOpening(one.open, other.open);
}

function differentOpening(one: Opening | undefined, other: Opening | undefined): boolean {
  return one !== undefined && other !== undefined && one.key !== other.key;
}

function nested(plan: HandlePlan, one: HandleOverlay, other: HandleOverlay): boolean {
  return one.depth < other.depth ? around(plan, one, other) : other.depth < one.depth && around(plan, other, one);
}

/** Whether what `outer` lies in (for a case: itself) lies around `inner`. */
function around(plan: HandlePlan, outer: HandleOverlay, inner: HandleOverlay): boolean {
  const wanted = outer.isException ? outer.inside : outer.index;
  let index = inner.inside;
  while (index !== wanted && index >= 0) index = plan.overlays[index]?.inside ?? -1;
  return index === wanted;
}

/** The overlays in order, those that `top` is nested in or that are nested in it last of their sort. */
function withOnTop(plan: HandlePlan, held: readonly HandleOverlay[], top: HandleOverlay): readonly HandleOverlay[] {
  const isAbove = (each: HandleOverlay) =>
    each.isException === top.isException && (each === top || nested(plan, each, top));
  const cases = held.filter((each) => !each.isException);
  const exceptions = held.filter((each) => each.isException);
  return [cases, exceptions].flatMap((sort) => [...sort.filter((each) => !isAbove(each)), ...sort.filter(isAbove)]);
}

function laidOver(
  plan: HandlePlan,
  overlays: readonly HandleOverlay[],
  { top, clashes, rivals }: Contest,
  { target, doer, doors, rungs }: Resources,
): Terms {
  const lines = overlays.reduce((below, overlay) => linesLaidOver(below, overlay.says), plan.lines);
  const respond = lines.respond && target(lines.respond.value);
  const resolve = lines.resolve && target(lines.resolve.value);
  const [steps, decline] = [stepsOf(plan, lines), lines.decline?.value];
  const counted = decline === undefined ? overlays : overlays.filter(({ says }) => says.decline !== undefined);
  return {
    asks: testsOf([{ steps, decline }, ...rivals]),
    rivals,
    decline,
    steps,
    doer: doer(lines.by?.value),
    setting: undefined,
    respond,
    resolve,
    rungs: rungs(lines.escalate?.value ?? []),
    doors: doors(lines.via?.value ?? []),
    cutoff: lines.cutoff?.value,
    startsOnReceipt: startsOnReceipt(respond ?? resolve),
    surcharge: lines.surcharge,
    clause: plan.id,
    zone: plan.agreement.zone.id,
    decidedBy: counted.at(-1)?.id ?? plan.id,
    overlays: counted.map((overlay) => overlay.id),
    exception: counted.findLast((overlay) => overlay.isException)?.id,
    top,
    clashes,
    plan,
    say: lines.say?.value,
    lines,
    openings: overlays.flatMap((overlay) => overlay.open ?? []),
    settings: new Map(),
  };
}

function startsOnReceipt(target: Target | undefined): boolean {
  return target !== undefined && !target.unit.startsWith("business");
}

/** Equal for terms that say the same; hours that are not stated are the team's. */
export function meaningOf({ lines, openings, doer }: Terms): string {
  if (lines.decline !== undefined) return plainText({ decline: meaningOfProperty("decline", lines) });
  const stated = statedProperties.map((property) => property !== "hours" && meaningOfProperty(property, lines));
  const hours = lines.hours?.value ?? doer.team?.calendar?.name;
  return plainText([stated, hours, lines.steps, openings.map((opening) => opening.key)]);
}

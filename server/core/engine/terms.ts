import type { HandleLines } from "../model/model.ts";
import type { Calendar } from "../time/calendar.ts";
import type { Target } from "../time/spec.ts";
import type { Calendars } from "./calendars.ts";
import { plainText, statedDifferently } from "./difference.ts";
import type { Door, HandleOverlay, HandlePlan, Layer, Opening, Terms } from "./plan.ts";
import { doerOf, type Staff, type StaffTeam, teamBehind } from "./staff.ts";

/** What terms are made from: the people and the calendars of the model. */
export interface Resources {
  readonly staff: Staff;
  readonly calendars: Calendars;
}

/** What a clause says with a layer's overlays: one answer, or one for each overlay that another contradicts, which then lies on top (language.md M3). */
export function termsOf(plan: HandlePlan, layer: Layer, resources: Resources): readonly Terms[] {
  layer.variants ??= variantsOf(plan, layer, resources);
  return layer.variants;
}

function variantsOf(plan: HandlePlan, layer: Layer, resources: Resources): readonly Terms[] {
  const contested = layer.held.filter((one) => layer.held.some((other) => contradict(plan, one, other)));
  if (contested.length === 0) return [laidOver(plan, layer.held, [], resources)];
  return contested.map((top) => {
    const clashes = contested.filter((other) => contradict(plan, top, other)).map((other) => other.id);
    return laidOver(plan, withOnTop(plan, layer.held, top), clashes, resources);
  });
}

/** Two cases, or two exceptions, that state a property differently, neither nested in the other. */
function contradict(plan: HandlePlan, one: HandleOverlay, other: HandleOverlay): boolean {
  if (one === other || one.isException !== other.isException || nested(plan, one, other)) return false;
  return statedDifferently(one.lines, other.lines) || differentOpening(one.open, other.open);
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
  clashes: readonly string[],
  resources: Resources,
): Terms {
  const lines = overlays.reduce((below, overlay) => withLines(below, overlay.lines), plan.lines);
  const openings = overlays.flatMap((overlay) => (overlay.open ? [overlay.open] : []));
  const doer = lines.by ? doerOf(lines.by.value, resources.staff) : { kind: "unknown" as const };
  return {
    plan,
    overlays: overlays.map((overlay) => overlay.id),
    decidedBy: overlays.at(-1)?.id ?? plan.id,
    exception: overlays.findLast((overlay) => overlay.isException)?.id,
    clashes,
    lines,
    doer,
    cutoff: lines.cutoff?.value,
    respond: lines.respond?.value,
    resolve: lines.resolve?.value,
    rungs: (lines.escalate?.value ?? []).map(({ value }) => ({ rung: value, doer: doerOf(value.to, resources.staff) })),
    doors: doorsOf(lines, resources.calendars),
    surcharge: lines.surcharge?.value,
    surchargePlace: lines.surcharge?.place,
    calendar: fixedCalendar(lines, openings, teamBehind(doer), resources.calendars),
    calendars: new Map(),
    openings,
    startsOnReceipt: startsOnReceipt(lines.respond?.value ?? lines.resolve?.value),
    sentences: new Map(),
    meaning: plainText({ ...lines, open: openings.map((opening) => opening.key) }),
  };
}

function withLines(below: HandleLines, above: HandleLines): HandleLines {
  return {
    by: above.by ?? below.by,
    via: above.via ?? below.via,
    hours: above.hours ?? below.hours,
    cutoff: above.cutoff ?? below.cutoff,
    respond: above.respond ?? below.respond,
    resolve: above.resolve ?? below.resolve,
    escalate: above.escalate ?? below.escalate,
    say: above.say ?? below.say,
    decline: above.decline ?? below.decline,
    surcharge: above.surcharge ?? below.surcharge,
    steps: below.steps,
    broken: below.broken,
  };
}

function startsOnReceipt(target: Target | undefined): boolean {
  return target !== undefined && !target.unit.startsWith("business");
}

/** The channels in the order of the lines, each with the hours of its line. */
function doorsOf(lines: HandleLines, calendars: Calendars): readonly Door[] {
  return (lines.via?.value ?? []).flatMap(({ value: { channels, during } }) => {
    const hours = during === undefined ? undefined : (calendars.named(during) ?? calendars.closed("UTC"));
    return channels.map((channel) => ({ channel, during: hours }));
  });
}

// calendars -----------------------------------------------------------------------------------------------------------

/** The calendar that the clause's targets count on: its `hours`, else its team's, with the openings of its exceptions. */
export function calendarOf(terms: Terms, team: StaffTeam | undefined, calendars: Calendars): Calendar {
  if (terms.calendar) return terms.calendar;
  const known = terms.calendars.get(team);
  if (known) return known;
  const base = team?.calendar ?? calendars.closed(terms.plan.agreement.zone.id);
  const calendar = withOpenings(base, terms.openings, calendars);
  terms.calendars.set(team, calendar);
  return calendar;
}

function fixedCalendar(
  lines: HandleLines,
  openings: readonly Opening[],
  team: StaffTeam | undefined,
  calendars: Calendars,
): Calendar | undefined {
  const stated = lines.hours && calendars.named(lines.hours.value);
  const base = stated ?? team?.calendar;
  return base && withOpenings(base, openings, calendars);
}

function withOpenings(base: Calendar, openings: readonly Opening[], calendars: Calendars): Calendar {
  return openings.reduce((calendar, opening) => calendars.laidOver(calendar, opening), base);
}

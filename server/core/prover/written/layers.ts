/** Which requests a clause answers with which value of a property: each overlay where nothing above states it (language.md M3). */
import { meaningOfProperty, plainText, type StatedProperty } from "../../model/meaning.ts";
import type { HandleLines } from "../../model/model.ts";
import { type Box, type Shape, sharedBoxes } from "../space/box.ts";
import { type HandleRule, isAbove, type Overlay, type Stating } from "./rules.ts";

/** A clause or an overlay as far as it decides one property: in its boxes, but for those that hide it. */
export interface Layer {
  /** Equal where the meaning is; undefined: not stated. */
  readonly value: string | undefined;
  readonly boxes: readonly Box[];
  readonly hidden: readonly Box[];
  /** Undefined: the clause itself. */
  readonly source: Overlay<Stating> | undefined;
}

/** The hours of whoever handles it, for a clause that states none. */
export type HoursOf = (says: Stating) => string | undefined;

/** What a clause or an overlay states, by property. */
export function statedIn({ lines, open }: Stating): ReadonlyMap<string, string> {
  const known = statedBy.get(lines);
  if (known && known.get("open") === open) return known;
  const stated = new Map<string, string>();
  for (const property of properties) {
    const meaning = meaningOfProperty(property, lines);
    if (meaning !== undefined) stated.set(property, meaning);
  }
  for (const step of lines.steps?.value ?? []) stated.set(`step ${step.name}`, plainText(step));
  if (open !== undefined) stated.set("open", open);
  statedBy.set(lines, stated);
  return stated;
}

const statedBy = new WeakMap<HandleLines, ReadonlyMap<string, string>>();

/** In the order in which a difference is told. */
const properties: readonly StatedProperty[] = [
  "decline",
  "by",
  "via",
  "respond",
  "resolve",
  "cutoff",
  "escalate",
  "surcharge",
  "say",
  "hours",
];

/** Every property that a clause or an overlay of it states. */
export function propertiesOf(rule: HandleRule): ReadonlySet<string> {
  const known = propertiesBy.get(rule);
  if (known) return known;
  const says = [rule.says, ...rule.overlays.map((overlay) => overlay.says)];
  const stated = new Set(says.flatMap((each) => [...statedIn(each).keys()]));
  propertiesBy.set(rule, stated);
  return stated;
}

const propertiesBy = new WeakMap<HandleRule, ReadonlySet<string>>();

/** The layers of a clause that decide a property; together they are all its requests. Without an overlay it is as if that were not written. */
export function layersOf(
  rule: HandleRule,
  property: string,
  hoursOf: HoursOf,
  without?: Overlay<Stating>,
): readonly Layer[] {
  if (without) return foundLayers(rule, property, hoursOf, without);
  const byRule = layersBy.get(hoursOf) ?? new WeakMap<HandleRule, Map<string, readonly Layer[]>>();
  layersBy.set(hoursOf, byRule);
  const ofRule = byRule.get(rule) ?? new Map<string, readonly Layer[]>();
  byRule.set(rule, ofRule);
  const layers = ofRule.get(property) ?? foundLayers(rule, property, hoursOf, without);
  ofRule.set(property, layers);
  return layers;
}

const layersBy = new WeakMap<HoursOf, WeakMap<HandleRule, Map<string, readonly Layer[]>>>();

function foundLayers(
  rule: HandleRule,
  property: string,
  hoursOf: HoursOf,
  without: Overlay<Stating> | undefined,
): readonly Layer[] {
  const all = statedLayers(rule, property, without);
  const [own, ...layers] = all;
  if (property !== "hours" || own === undefined || own.value !== undefined) return all;
  // Hours that are not stated are those of whoever handles the request.
  const handling = layersOf(rule, "by", hoursOf, without).map((layer) => ({
    ...layer,
    value: hoursOf(layer.source?.says ?? rule.says),
    hidden: [...layer.hidden, ...own.hidden],
  }));
  return [...handling, ...layers];
}

/** `layersOf` where nothing declines: of a declined request nothing else is told (language.md M3). */
export function layersTold(shape: Shape, rule: HandleRule, property: string, hoursOf: HoursOf): readonly Layer[] {
  const layers = layersOf(rule, property, hoursOf);
  if (property === "decline" || !propertiesOf(rule).has("decline")) return layers;
  const taken = layersOf(rule, "decline", hoursOf).filter(({ value }) => value === undefined);
  return layers.flatMap((layer) =>
    taken.map((each) => ({
      ...layer,
      boxes: sharedBoxes(shape, layer.boxes, each.boxes),
      hidden: [...layer.hidden, ...each.hidden],
    })),
  );
}

/** `layersOf` by what is stated alone: where no hours are, none are. */
export function statedLayers(rule: HandleRule, property: string, without?: Overlay<Stating>): readonly Layer[] {
  const stating = rule.overlays.filter((overlay) => overlay !== without && statedIn(overlay.says).has(property));
  const hidden = stating.flatMap(({ boxes }) => boxes);
  const own = { value: statedIn(rule.says).get(property), boxes: rule.boxes, hidden, source: undefined };
  return [own, ...stating.map((source) => layerOf(source, property, stating))];
}

function layerOf(source: Overlay<Stating>, property: string, stating: readonly Overlay<Stating>[]): Layer {
  const above = stating.filter((other) => other !== source && isAbove(other, source));
  return {
    value: statedIn(source.says).get(property),
    boxes: source.boxes,
    hidden: above.flatMap(({ boxes }) => boxes),
    source,
  };
}

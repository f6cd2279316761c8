/** Where somebody is needed: who handles a request, who does each of its steps, and who is asked before promising. */
import type { Exception, HandleLines, Place, Who } from "../../model/model.ts";
import type { Minute, Target } from "../../time/spec.ts";
import { ordinaryRequests } from "../clauses/handling.ts";
import { requestsOf } from "../clauses/promises.ts";
import type { Standing } from "../clauses/verdictLines.ts";
import { type Box, fullBox, hullOf, sharedBoxes } from "../space/box.ts";
import { boxesWhere } from "../space/condition.ts";
import type { Group } from "../written/group.ts";
import { type Layer, statedLayers } from "../written/layers.ts";
import type { AgreementScope, HandleRule } from "../written/rules.ts";

/** Something that somebody has to do for some requests. */
export interface Post {
  readonly task: "handle" | "step" | "approve";
  /** The name of the step. */
  readonly step: string | undefined;
  readonly who: Who;
  readonly place: Place;
  readonly scope: AgreementScope;
  /** Whose lead a `lead of asker` is; undefined: that of whoever asks. */
  readonly asker: string | undefined;
  /** All that are asked of the same, among which its own requests are told apart. */
  readonly domain: Box;
  readonly boxes: readonly Box[];
  readonly hidden: readonly Box[];
  /** From when on it is to be done; undefined for steps, which follow others. */
  readonly start: Start | undefined;
}

/** Where the clock of a request starts: on receipt, or when the hours open that are stated, else those of the team. */
export interface Start {
  readonly onReceipt: boolean;
  readonly hours: string | undefined;
  readonly cutoff: Minute | undefined;
  /** An exception with opening hours of its own. */
  readonly opening: Exception | undefined;
}

/** The posts of a handle clause: whoever handles a request, and whoever does a step. */
export function clausePosts(group: Group, rule: HandleRule): readonly Post[] {
  return [...handlerPosts(group, rule), ...stepPosts(group, rule)];
}

/** Everybody whom a handle clause, or what is laid over it, has a post for. */
export function neededBy({ says, overlays }: HandleRule): readonly Who[] {
  return [says, ...overlays.map((overlay) => overlay.says)].flatMap(({ lines: { by, steps } }) => [
    ...(by ? [by.value] : []),
    ...(steps?.value ?? []).map(({ who }) => who),
  ]);
}

function handlerPosts(group: Group, rule: HandleRule): readonly Post[] {
  const properties = ["decline", "by", "respond", "resolve", "cutoff", "hours", "open"] as const;
  return portionsOf(group, rule, properties).flatMap(({ boxes, hidden, layers }): readonly Post[] => {
    const lines = (property: (typeof properties)[number]) => linesOf(rule, layers.get(property));
    const { by } = lines("by");
    if (layers.get("decline")?.value !== undefined || !by) return [];
    const target = (lines("respond").respond ?? lines("resolve").resolve)?.value;
    const start = {
      onReceipt: isFromReceipt(target),
      hours: lines("hours").hours?.value,
      cutoff: lines("cutoff").cutoff?.value,
      opening: layers.get("open")?.source?.exception,
    };
    const { scope } = rule;
    const domain = hullOf(group.space.shape, ordinaryRequests(group, scope));
    return [
      {
        task: "handle",
        step: undefined,
        who: by.value,
        place: by.place,
        scope,
        asker: undefined,
        domain,
        boxes,
        hidden,
        start,
      },
    ];
  });
}

function isFromReceipt(target: Target | undefined): boolean {
  return target !== undefined && !target.unit.startsWith("business");
}

function stepPosts(group: Group, rule: HandleRule): readonly Post[] {
  const sources = [rule.says, ...rule.overlays.map(({ says }) => says)];
  const names = new Set(sources.flatMap(({ lines }) => lines.steps?.value ?? []).map(({ name }) => name));
  return [...names].flatMap((name) =>
    portionsOf(group, rule, ["decline", `step ${name}`]).flatMap(({ boxes, hidden, layers }): readonly Post[] => {
      const { steps } = linesOf(rule, layers.get(`step ${name}`));
      const step = steps?.value.find((each) => each.name === name);
      if (layers.get("decline")?.value !== undefined || !step) return [];
      const { scope } = rule;
      const done = sharedBoxes(group.space.shape, boxes, boxesWhere(group.space, step.when, scope.zone) ?? []);
      const { who, place } = step;
      const domain = hullOf(group.space.shape, ordinaryRequests(group, scope));
      return [
        {
          task: "step",
          step: name,
          who,
          place,
          scope,
          asker: undefined,
          domain,
          boxes: done,
          hidden,
          start: undefined,
        },
      ];
    }),
  );
}

/** Whoever is asked by a line of a promise. */
export function approverPosts(group: Group, { line, rule, decides }: Standing): readonly Post[] {
  const { who, within, place } = line.verdict;
  if (line.verdict.verdict !== "ask" || !who) return [];
  const asked = requestsOf(group, rule);
  const boxes = sharedBoxes(group.space.shape, decides, asked);
  const domain = hullOf(group.space.shape, asked);
  const start = { onReceipt: isFromReceipt(within), hours: undefined, cutoff: undefined, opening: undefined };
  const { scope, clause } = rule;
  return [{ task: "approve", step: undefined, who, place, scope, asker: clause.by, domain, boxes, hidden: [], start }];
}

/** Requests of a clause for each of which one layer of each property counts. */
interface Portion {
  readonly boxes: readonly Box[];
  readonly hidden: readonly Box[];
  readonly layers: ReadonlyMap<string, Layer | undefined>;
}

function portionsOf(group: Group, rule: HandleRule, properties: readonly string[]): readonly Portion[] {
  const { shape } = group.space;
  const asked = ordinaryRequests(group, rule.scope);
  const layers = properties.map((property) => statedLayers(rule, property));
  let portions: readonly Portion[] = [
    {
      boxes: sharedBoxes(shape, rule.boxes, asked.length > 0 ? asked : [fullBox(shape)]),
      hidden: [],
      layers: new Map(properties.map((property, index) => [property, layers[index]?.[0]])),
    },
  ];
  for (const [index, own] of layers.entries()) {
    const property = properties[index];
    if (property === undefined || own.length === 1) continue;
    portions = portions.flatMap((portion) =>
      own.flatMap((layer): readonly Portion[] => {
        const boxes = sharedBoxes(shape, portion.boxes, layer.boxes);
        if (boxes.length === 0) return [];
        const hidden = [...portion.hidden, ...layer.hidden];
        return [{ boxes, hidden, layers: new Map(portion.layers).set(property, layer) }];
      }),
    );
  }
  return portions;
}

function linesOf(rule: HandleRule, layer: Layer | undefined): HandleLines {
  return (layer?.source ?? rule).says.lines;
}

import { nameIn } from "../../scenarios/values.ts";
import { entryOf, type YamlMap } from "../../scenarios/yaml.ts";
import type { YamlPath, YamlSpot } from "../../scenarios/yamlSpot.ts";
import { fileKind } from "../../workspace/paths.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { keyNamed, scenarioFileShape, settingsShape, type YamlShape } from "./shapes.ts";

/** What may stand at a place of a YAML file, and the kind of request that the scenario around it is about. */
export interface YamlPlace {
  readonly shape: YamlShape;
  readonly kind: string | undefined;
}

/** The shape at a spot; undefined where nothing is known about what stands there, or the file is neither scenarios nor settings. */
export function shapeAt(snapshot: Snapshot, path: string, spot: YamlSpot): YamlPlace | undefined {
  const kind = kindAround(spot);
  const whole = fileShape(snapshot, path, kind);
  const shape = whole && shapeBelow(whole, spot.path);
  return shape && { shape, kind };
}

function fileShape(snapshot: Snapshot, path: string, kind: string | undefined): YamlShape | undefined {
  switch (fileKind(path)) {
    case "scenarios":
      return scenarioFileShape(snapshot.completionModel, kind);
    case "settings":
      return settingsShape(snapshot.completionModel);
    case "agreements":
    case undefined:
      return undefined;
  }
}

function shapeBelow(whole: YamlShape, path: YamlPath): YamlShape | undefined {
  let shape: YamlShape | undefined = whole;
  for (const step of path) {
    if (typeof step === "number") shape = itemOf(shape);
    else shape = shape?.kind === "map" ? keyNamed(shape, step)?.shape : undefined;
  }
  return shape;
}

/** The shape of an item: where a value may also be a list of values, each of them has the shape of the one. */
function itemOf(shape: YamlShape | undefined): YamlShape | undefined {
  if (shape?.kind === "list") return shape.item;
  return shape?.kind === "value" && shape.isList ? shape : undefined;
}

/** The kind of the request of the scenario around a spot, or else of the file's defaults. */
function kindAround({ around }: YamlSpot): string | undefined {
  const requests = [
    around[1] && entryOf(around[1], "request")?.value,
    around[0] && entryOf(around[0], "defaults")?.value,
  ];
  const kinds = requests.flatMap((request) => (request?.kind === "map" ? (kindIn(request) ?? []) : []));
  return kinds[0];
}

function kindIn(request: YamlMap): string | undefined {
  const value = entryOf(request, "kind")?.value;
  return value?.kind === "scalar" ? nameIn(value.text) : undefined;
}

import { inBrackets, inList } from "../../checks/message.ts";
import { nameIn } from "../../scenarios/values.ts";
import { type YamlSpot, yamlSpotAt } from "../../scenarios/yamlSpot.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { type Hover, symbolCard, type Viewer } from "../hover/hover.ts";
import { say, wording } from "../say.ts";
import { shapeAt } from "./place.ts";
import { keyNamed, type YamlTakes } from "./shapes.ts";

const texts = {
  values: wording("One of {words}.", "{words} のいずれか。"),
  list: wording("Several may be given as a list.", "一覧で複数書ける。"),
};

/** What a key of a scenario or settings file is for, or what a name in it means; undefined where there is nothing to say. */
export function yamlHoverAt(snapshot: Snapshot, path: string, offset: number, viewer: Viewer): Hover | undefined {
  const spot = yamlSpotAt(snapshot.text(path) ?? "", offset);
  const lines =
    spot && (spot.role === "key" ? keyLines(snapshot, path, spot, viewer) : valueLines(snapshot, path, spot, viewer));
  if (!spot || !lines || lines.length === 0) return undefined;
  return { markdown: lines.join("\n").trimEnd(), start: spot.start, end: spot.end };
}

function keyLines(snapshot: Snapshot, path: string, spot: YamlSpot, viewer: Viewer): readonly string[] {
  const { locale } = viewer;
  const place = shapeAt(snapshot, path, spot);
  const found = place?.shape.kind === "map" ? keyNamed(place.shape, spot.text.trim()) : undefined;
  if (!found) return [];
  const { key, doc, detail, shape } = found;
  if (shape.kind === "value" && shape.takes.kind === "lost") return deciderCard(snapshot, shape.takes.id, viewer);
  const taken = shape.kind === "value" && shape.takes.kind === "words" ? shape.takes.words : undefined;
  const isList = shape.kind === "value" && shape.isList;
  return [
    detail === undefined ? `**${key}**` : inBrackets(`**${key}**`, detail, locale),
    ...(doc ? ["", doc[locale]] : []),
    ...(taken
      ? [
          "",
          say(texts.values, locale, {
            words: inList(
              taken.map((each) => `\`${each}\``),
              locale,
            ),
          }),
        ]
      : []),
    ...(isList ? ["", say(texts.list, locale, {})] : []),
  ];
}

function valueLines(snapshot: Snapshot, path: string, spot: YamlSpot, viewer: Viewer): readonly string[] {
  const shape = shapeAt(snapshot, path, spot)?.shape;
  return shape?.kind === "value" ? takenCard(snapshot, shape.takes, spot, viewer) : [];
}

function takenCard(snapshot: Snapshot, takes: YamlTakes, { text }: YamlSpot, viewer: Viewer): readonly string[] {
  if (takes.kind === "decider") return deciderCard(snapshot, text, viewer);
  if (takes.kind !== "name") return [];
  const cards = takes.spaces.map((space) => symbolCard(snapshot, `${space}:${nameIn(text)}`, viewer));
  return cards.find((lines) => lines.length > 0) ?? [];
}

/** The clause or exception that an id, perhaps only the end of one, names. */
function deciderCard(snapshot: Snapshot, text: string, viewer: Viewer): readonly string[] {
  const { model } = snapshot;
  const called = nameIn(text);
  if (model.exceptions.has(called)) return symbolCard(snapshot, `exception:${called}`, viewer);
  const withoutVerdict = called.replace(/\.(?:may|ask|never)$/, "");
  const id = [...model.clauses.keys()].find((each) => each === withoutVerdict || each.endsWith(`.${withoutVerdict}`));
  return id === undefined ? [] : symbolCard(snapshot, `clause:${id}`, viewer);
}

import type { Request } from "../engine/decision.ts";
import type { Constant, Model, RequestKind } from "../model/model.ts";
import type { Span } from "../syntax/tree.ts";
import type { Localized } from "../text/localized.ts";
import { nearest } from "../text/nearest.ts";
import { utc, type Zone, zoneOf } from "../time/zone.ts";
import { readYamlOrLines } from "./jsonLines.ts";
import { messages } from "./messages.ts";
import { instantOf, notAMoment, parseMoment } from "./moment.ts";
import { type Problem, problemAt } from "./problem.ts";
import { requestKeys } from "./requestKeys.ts";
import { nameIn, readValue } from "./values.ts";
import { parseWaiting } from "./waiting.ts";
import type { YamlEntry, YamlMap, YamlNode } from "./yaml.ts";
import { zonesOfKind } from "./zoneOfKind.ts";

/** A request as read, with the zone that its times are read and shown in. */
export interface LocatedRequest extends Span {
  readonly request: Request;
  readonly zone: Zone;
}

/** What a text asks; requests with problems are left out. */
export interface ReadRequests {
  readonly requests: readonly LocatedRequest[];
  readonly problems: readonly Problem[];
}

/** A key of a request and what is written for it, from a file or a form. */
export interface RequestEntry extends Span {
  readonly key: string;
  readonly keySpan: Span;
  /** Undefined where nothing is given. */
  readonly text: string | undefined;
}

/**
 * Reads requests from YAML or JSON: one mapping, a list of mappings, several documents of either, or a JSON object a line.
 * `defaults` are used where a request does not give the key (`none` takes a default back); `fixed` holds for all of them,
 * and a request that gives such a key too is a problem, as is whatever cannot be understood.
 */
export function readRequests(
  text: string,
  model: Model,
  defaults: Readonly<Record<string, string>> = {},
  fixed: Readonly<Record<string, string>> = {},
): ReadRequests {
  const yaml = readYamlOrLines(text);
  const problems: Problem[] = [...yaml.problems];
  const maps = yaml.documents.flatMap((node) => mapsIn(node, problems));
  if (maps.length === 0 && problems.length === 0) problems.push(problemAt(nowhere, messages.noRequest()));
  const added = entriesOfRecord({ ...defaults, ...fixed });
  const fixedKeys = new Set(Object.keys(fixed).map(nameIn));
  const requests = maps.flatMap((map) => {
    const given = new Set(map.entries.map(({ key }) => nameIn(key.text)));
    const read = readRequestMap(
      map,
      model,
      added.filter((entry) => !given.has(nameIn(entry.key))),
    );
    const twice = map.entries.flatMap(({ key }) =>
      fixedKeys.has(nameIn(key.text)) ? [problemAt(key, messages.givenForAll(key.text), key.text)] : [],
    );
    problems.push(...twice, ...read.problems);
    return read.located && twice.length === 0 ? [read.located] : [];
  });
  return { requests, problems };
}

/** Reads a request from a form: texts by key. Problems name the key that they are about. */
export function readRequestRecord(
  record: Readonly<Record<string, string>>,
  model: Model,
): { readonly located: LocatedRequest | undefined; readonly problems: readonly Problem[] } {
  return readRequest(entriesOfRecord(record), nowhere, model);
}

/** Reads the request that a mapping is, with what holds where it does not say; what it says in no way that can be read is not missing. */
export function readRequestMap(
  map: Span & { readonly entries: readonly YamlEntry[] },
  model: Model,
  added: readonly RequestEntry[] = [],
): { readonly located: LocatedRequest | undefined; readonly problems: readonly Problem[] } {
  const unreadable: Problem[] = [];
  const entries = requestEntries(map.entries, unreadable);
  const read = readRequest([...added, ...entries], map, model);
  const told = new Set(unreadable.map(({ key }) => key && nameIn(key)));
  const problems = [...unreadable, ...read.problems.filter(({ key }) => !told.has(key))];
  return { located: problems.length === 0 ? read.located : undefined, problems };
}

/** The entries of a mapping as those of a request; lists and mappings in it are problems. */
function requestEntries(entries: readonly YamlEntry[], problems: Problem[]): readonly RequestEntry[] {
  return entries.flatMap(({ key, value }): readonly RequestEntry[] => {
    const several = key.text.trim() === "waiting" ? listedText(value) : undefined;
    if (several === undefined && (value.kind === "list" || value.kind === "map")) {
      problems.push(problemAt(value, messages.notASingleValue(key.text), key.text));
      return [];
    }
    const text = value.kind === "scalar" ? value.text : several;
    return [{ key: key.text, keySpan: key, text, start: value.start, end: value.end }];
  });
}

/** A list of single values as one text; undefined for anything else. */
function listedText(value: YamlNode): string | undefined {
  if (value.kind !== "list") return undefined;
  const texts = value.items.flatMap((item) => (item.kind === "scalar" ? [item.text] : []));
  return texts.length === value.items.length ? texts.join(", ") : undefined;
}

/** Reads one request; `whole` is its place. It is undefined where a problem leaves open what is asked. */
function readRequest(
  entries: readonly RequestEntry[],
  whole: Span,
  model: Model,
): { readonly located: LocatedRequest | undefined; readonly problems: readonly Problem[] } {
  const reading: Reading = { model, problems: [], given: givenIn(entries), whole };
  const kind = readKind(reading);
  if (!kind) return { located: undefined, problems: reading.problems };
  const fields = readFields(reading, kind);
  const zone = readZone(reading, kind);
  const at = zone && readAt(reading, zone);
  const waiting = zone && readWaiting(reading, zone);
  const request = {
    kind: kind.name,
    fields,
    channel: readName(reading, "channel", [model.channels]),
    customer: readName(reading, "customer", [model.customers]),
    asker: readName(reading, "asker", [model.teams, model.people]),
    to: readName(reading, "to", [model.people, model.teams]),
  };
  if (!zone || at === undefined || reading.problems.length > 0)
    return { located: undefined, problems: reading.problems };
  const asked = waiting ? { ...request, at, waiting } : { ...request, at };
  return { located: { request: asked, zone, start: whole.start, end: whole.end }, problems: [] };
}

interface Reading {
  readonly model: Model;
  readonly problems: Problem[];
  readonly given: ReadonlyMap<string, RequestEntry>;
  readonly whole: Span;
}

const nowhere: Span = { start: 0, end: 0 };

function entriesOfRecord(record: Readonly<Record<string, string>>): readonly RequestEntry[] {
  return Object.entries(record).map(([key, text]) => ({ key, keySpan: nowhere, text, ...nowhere }));
}

function mapsIn(node: YamlNode, problems: Problem[]): readonly YamlMap[] {
  switch (node.kind) {
    case "map":
      return [node];
    case "list":
      return node.items.flatMap((item) => {
        if (item.kind === "map") return [item];
        problems.push(problemAt(item, messages.requestNotAMapping()));
        return [];
      });
    case "scalar":
    case "nothing":
      problems.push(problemAt(node, messages.requestNotAMapping()));
      return [];
  }
}

function givenIn(entries: readonly RequestEntry[]): ReadonlyMap<string, RequestEntry> {
  return new Map(
    entries.filter((entry) => (entry.text ?? "").trim() !== "").map((entry) => [nameIn(entry.key), entry]),
  );
}

function report(reading: Reading, span: Span, message: Localized, key: string): undefined {
  reading.problems.push(problemAt(span, message, key));
}

function readKind(reading: Reading): RequestKind | undefined {
  const entry = reading.given.get("kind");
  if (!entry?.text) return report(reading, reading.whole, messages.missingKey("kind"), "kind");
  const kind = reading.model.kinds.get(nameIn(entry.text));
  if (kind) return kind;
  const kinds = [...reading.model.kinds.keys()];
  return report(reading, entry, messages.unknownName("kind", entry.text, nearest(entry.text, kinds), kinds), "kind");
}

function readFields(reading: Reading, kind: RequestKind): Readonly<Record<string, Constant>> {
  const types = new Map(kind.fields.map((field) => [field.name, field.type]));
  const read: [string, Constant][] = [];
  for (const [name, entry] of reading.given) {
    if (requestKeys.some((each) => each.key === name)) continue;
    const type = types.get(name);
    if (!type) {
      const known = [...types.keys(), ...requestKeys.map((each) => each.key)];
      report(
        reading,
        entry.keySpan,
        messages.unknownField(entry.key, kind.name, nearest(name, known), [...types.keys()]),
        name,
      );
      continue;
    }
    const value = readValue(entry.text ?? "", type);
    if ("constant" in value) read.push([name, value.constant]);
    else report(reading, entry, value.wrong, name);
  }
  return Object.fromEntries(read);
}

function readZone(reading: Reading, kind: RequestKind): Zone | undefined {
  const entry = reading.given.get("zone");
  if (entry?.text) {
    return zoneOf(nameIn(entry.text)) ?? report(reading, entry, messages.unknownZone(entry.text), "zone");
  }
  const zones = zonesOfKind(reading.model, kind.name);
  const at = reading.given.get("at");
  const clock = at?.text === undefined ? undefined : parseMoment(at.text)?.clock;
  if (zones.length === 1 || clock) return zones[0] ?? utc;
  const message = zones.length === 0 ? messages.noZone() : messages.severalZones(zones.map((zone) => zone.id));
  return report(reading, at ?? reading.whole, message, "at");
}

function readAt(reading: Reading, zone: Zone): number | undefined {
  const entry = reading.given.get("at");
  if (!entry?.text) return report(reading, reading.whole, messages.missingKey("at"), "at");
  const moment = parseMoment(entry.text);
  return moment ? instantOf(moment, zone) : report(reading, entry, notAMoment(entry.text), "at");
}

function readWaiting(reading: Reading, zone: Zone): Request["waiting"] {
  const entry = reading.given.get("waiting");
  if (!entry?.text || nameIn(entry.text) === "none") return undefined;
  return parseWaiting(entry.text, zone) ?? report(reading, entry, messages.notWaiting(entry.text), "waiting");
}

/** The name given for a key, looked up in the tables; `none` is nobody. */
function readName(
  reading: Reading,
  key: "channel" | "customer" | "asker" | "to",
  tables: readonly ReadonlyMap<string, unknown>[],
): string | undefined {
  const entry = reading.given.get(key);
  const name = entry?.text === undefined ? "none" : nameIn(entry.text);
  if (!entry || name === "none" || tables.some((table) => table.has(name))) return name === "none" ? undefined : name;
  const known = tables.flatMap((table) => [...table.keys()]);
  return report(reading, entry, messages.unknownName(key, name, nearest(name, known), known), key);
}

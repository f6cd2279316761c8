import { nearest } from "../text/nearest.ts";
import type { Day } from "../time/spec.ts";
import { messages } from "./messages.ts";
import { type Problem, problemAt } from "./problem.ts";
import { reportUnknownKeys } from "./scenarios.ts";
import { holidayKeys, limitKeys, localeWords, settingKeys, severityWords } from "./settingKeys.ts";
import { readValue } from "./values.ts";
import { entryOf, readYaml, type YamlEntry, type YamlMap, type YamlNode } from "./yaml.ts";

/** How severe the settings make a check's findings. */
export type Severity = (typeof severityWords)[number];

/** Limits in days, both ends counted, and in renewals; undefined: the default of the check. */
export interface Limits {
  readonly longestException: number | undefined;
  readonly shortestHandover: number | undefined;
  readonly renewals: number | undefined;
}

/** Dates added to and taken from the holidays of a region. */
export interface HolidayChanges {
  readonly extra: readonly Day[];
  readonly removed: readonly Day[];
}

/** What `torikime.yaml` says; what it does not say is undefined or empty. */
export interface Settings {
  readonly files: readonly string[] | undefined;
  readonly locale: (typeof localeWords)[number] | undefined;
  readonly checks: ReadonlyMap<string, Severity>;
  readonly limits: Limits;
  /** By region as written, such as `Japan` or `DE-BY`. */
  readonly holidays: ReadonlyMap<string, HolidayChanges>;
  readonly today: Day | undefined;
}

/** Settings where there is no `torikime.yaml`. */
export const noSettings: Settings = {
  files: undefined,
  locale: undefined,
  checks: new Map(),
  limits: { longestException: undefined, shortestHandover: undefined, renewals: undefined },
  holidays: new Map(),
  today: undefined,
};

/** What settings name: the checks there are, and regions with public holidays. */
export interface Nameable {
  readonly checks: readonly { readonly name: string; readonly code: string }[];
  readonly hasHolidays: (region: string) => boolean;
  /** Names of regions, with holidays or without, asked for where one is not known. */
  readonly regions: () => readonly string[];
}

/** Reads `torikime.yaml`; what cannot be understood is a problem, and as if it were not written; names are looked up where it is given which there are. */
export function readSettings(
  text: string,
  nameable?: Nameable,
): { readonly settings: Settings; readonly problems: readonly Problem[] } {
  const yaml = readYaml(text);
  const reading: Reading = { problems: [...yaml.problems], nameable };
  const [first, ...others] = yaml.documents;
  for (const other of others) reading.problems.push(problemAt(other, messages.settingsAlready()));
  if (!first) return { settings: noSettings, problems: reading.problems };
  if (first.kind !== "map") {
    return { settings: noSettings, problems: [...reading.problems, problemAt(first, messages.settingsNotAMapping())] };
  }
  reportUnknownKeys(first, settingKeys, reading.problems);
  return { settings: settingsOf(first, reading), problems: reading.problems.toSorted((a, b) => a.start - b.start) };
}

interface Reading {
  readonly problems: Problem[];
  readonly nameable: Nameable | undefined;
}

function settingsOf(map: YamlMap, reading: Reading): Settings {
  const files = entryOf(map, "files");
  const today = entryOf(map, "today");
  return {
    files: files && textsOf(files, reading)?.map((node) => node.text),
    locale: localeOf(entryOf(map, "locale"), reading),
    checks: new Map(entriesIn(map, "checks", reading).flatMap((entry) => severityOf(entry, reading))),
    limits: limitsOf(map, reading),
    holidays: new Map(entriesIn(map, "holidays", reading).map((entry) => holidaysOf(entry, reading))),
    today: today && dayOf(today.value, today.key.text, reading),
  };
}

function localeOf(entry: YamlEntry | undefined, reading: Reading): Settings["locale"] {
  const text = entry && textOf(entry, reading);
  const locale = localeWords.find((word) => word === text);
  if (entry && text !== undefined && !locale) {
    report(reading, entry.value, messages.notOneOf(text, localeWords, nearest(text, localeWords)), "locale");
  }
  return locale;
}

function severityOf(entry: YamlEntry, reading: Reading): readonly (readonly [string, Severity])[] {
  const name = entry.key.text;
  const checks = reading.nameable?.checks;
  if (checks && !checks.some((check) => check.name === name)) {
    const coded = checks.find(({ code }) => code === name.normalize("NFKC").toUpperCase());
    const near =
      coded?.name ??
      nearest(
        name,
        checks.map((check) => check.name),
      );
    report(reading, entry.key, messages.unknownCheck(name, near), name);
  }
  const text = textOf(entry, reading);
  if (text === undefined) return [];
  const severity = severityWords.find((word) => word === text);
  if (severity) return [[name, severity]];
  report(reading, entry.value, messages.notASeverity(text, nearest(text, severityWords)), name);
  return [];
}

function limitsOf(map: YamlMap, reading: Reading): Limits {
  const given = entryOf(map, "limits")?.value;
  if (given?.kind === "map") reportUnknownKeys(given, limitKeys, reading.problems);
  const entries = entriesIn(map, "limits", reading);
  const read = (key: (typeof limitKeys)[number]["key"], pattern: RegExp, wrong: typeof messages.notDays) => {
    const entry = entries.find((each) => each.key.text === key);
    const text = entry && textOf(entry, reading);
    const digits = text === undefined ? undefined : pattern.exec(text.normalize("NFKC").trim())?.[1];
    if (entry && text !== undefined && digits === undefined) report(reading, entry.value, wrong(text), key);
    return digits === undefined ? undefined : Number(digits);
  };
  return {
    longestException: read("longest exception", /^(\d{1,5})\s*days?$/, messages.notDays),
    shortestHandover: read("shortest handover", /^(\d{1,5})\s*days?$/, messages.notDays),
    renewals: read("renewals", /^(\d{1,5})$/, messages.notACount),
  };
}

function holidaysOf(entry: YamlEntry, reading: Reading): readonly [string, HolidayChanges] {
  const { key, value } = entry;
  const { nameable } = reading;
  if (nameable && !nameable.hasHolidays(key.text)) {
    const near = nearest(key.text, nameable.regions());
    const meant = near !== undefined && nameable.hasHolidays(near) ? near : undefined;
    report(reading, key, messages.unknownRegion(key.text, meant), key.text);
  }
  if (value.kind !== "map") {
    report(reading, value, messages.notAMapping(key.text), key.text);
    return [key.text, { extra: [], removed: [] }];
  }
  reportUnknownKeys(value, holidayKeys, reading.problems);
  const days = (name: (typeof holidayKeys)[number]["key"]): readonly Day[] => {
    const list = entryOf(value, name);
    return list ? (textsOf(list, reading) ?? []).flatMap((node) => dayOf(node, name, reading) ?? []) : [];
  };
  return [key.text, { extra: days("extra"), removed: days("removed") }];
}

function dayOf(node: YamlNode, key: string, reading: Reading): Day | undefined {
  const text = node.kind === "scalar" ? node.text : "";
  const read = readValue(text, { kind: "date" });
  if ("constant" in read) return read.constant.kind === "day" ? read.constant.day : undefined;
  report(reading, node, read.wrong, key);
  return undefined;
}

function entriesIn(map: YamlMap, key: string, reading: Reading): readonly YamlEntry[] {
  const value = entryOf(map, key)?.value;
  if (!value || value.kind === "nothing") return [];
  if (value.kind === "map") return value.entries;
  report(reading, value, messages.notAMapping(key), key);
  return [];
}

function textOf(entry: YamlEntry, reading: Reading): string | undefined {
  if (entry.value.kind === "scalar") return entry.value.text;
  report(reading, entry.value, messages.notASingleValue(entry.key.text), entry.key.text);
  return undefined;
}

/** The texts of a list, or the one text. */
function textsOf(entry: YamlEntry, reading: Reading): readonly (YamlNode & { readonly kind: "scalar" })[] | undefined {
  const { value } = entry;
  const items = value.kind === "list" ? value.items : value.kind === "nothing" ? [] : [value];
  const texts = items.filter((item) => item.kind === "scalar");
  if (texts.length === items.length) return texts;
  report(reading, value, messages.notAList(entry.key.text), entry.key.text);
  return undefined;
}

function report(
  reading: Reading,
  node: { start: number; end: number },
  message: Problem["message"],
  key: string,
): void {
  reading.problems.push(problemAt(node, message, key));
}

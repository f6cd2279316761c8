import * as path from "node:path";
import { type Locale, phrase } from "../core/checks/message.ts";
import { isJapan } from "../core/time/holidays.ts";
import type { Day, Holidays } from "../core/time/spec.ts";
import { fileKind } from "../core/workspace/paths.ts";
import type { Snapshot, Surroundings } from "../core/workspace/snapshot.ts";
import { modelOf, type Workspace, workspaceOf } from "../core/workspace/workspace.ts";
import { type FileText, filesBelow, folderWith, kindOfPath, readText } from "./files.ts";
import { mustHaveAgreements, mustHold, type Sought } from "./sought.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usageError.ts";

/** The agreements that some paths name, with all that belongs to the same models. Paths are as shown to people: relative, with `/`. */
export interface Project {
  readonly workspace: Workspace;
  /** The files that the paths name; the others were read because they belong to the same models. */
  readonly named: ReadonlySet<string>;
  readonly troubles: readonly Trouble[];
}

/** A file that could not be read. */
export interface Trouble {
  readonly path: string;
  readonly trouble: Exclude<FileText, { text: string }>["trouble"];
  readonly detail: string;
}

/**
 * Reads what the operands name: files, folders or patterns; without any, the folder one is in. A path that names nothing, or nothing that
 * is sought, is a `UsageError`. Of the repairs that are tried before they are offered so many are tried.
 */
export async function readProject(
  operands: readonly string[],
  sought: Sought,
  terminal: Terminal,
  today: Day | undefined,
  trials = 0,
): Promise<Project> {
  const named = new Set<string>();
  const roots = new Set<string>();
  for (const operand of operands.length > 0 ? operands : ["."]) {
    const matched = await filesNamed(operand, terminal);
    const full = path.resolve(terminal.folder, operand);
    mustHold(
      { written: operands.length > 0 ? operand : undefined, files: matched, isFile: kindOfPath(full) === "file" },
      sought,
    );
    const folder = folderNamed(full, matched);
    roots.add(folderWith(settingsFile, folder) ?? folder);
    for (const file of matched) named.add(file);
  }
  const files = new Set(named);
  for (const root of roots) for (const file of filesBelow(root, isOurs)) files.add(file);
  return readAll([...files].sort(), named, roots, terminal, { today: today ?? dayAt(terminal.now), trials });
}

/** `readProject` for commands that ask agreements: a `UsageError`, too, where none were read and none are told to be unreadable. */
export async function readAgreements(
  operands: readonly string[],
  sought: Sought,
  terminal: Terminal,
  today: Day | undefined,
  trials = 0,
): Promise<Project> {
  const project = await readProject(operands, sought, terminal, today, trials);
  const named = [...project.named].filter((file) => fileKind(file) === "agreements");
  const read = new Set(modelsNamed(project).flatMap((snapshot) => snapshot.agreementPaths()));
  if (project.troubles.length === 0) mustHaveAgreements(named, read);
  return project;
}

/** The models that have one of the named files, by the beginning of their paths. */
export function modelsNamed({ workspace, named }: Project): readonly Snapshot[] {
  const models = new Set([...named].map((file) => modelOf(workspace, file)));
  return [...workspace.models.values()].filter((model) => models.has(model));
}

/** The language that the settings of the models ask for, where they agree. */
export function localeSetting(project: Project): Locale | undefined {
  const asked = new Set(modelsNamed(project).map(({ settings }) => settings.settings.locale));
  return asked.size === 1 ? [...asked][0] : undefined;
}

/** Public holidays from the libraries, which are loaded at the first question, told beforehand; Japan's are a small file of their own. */
export function lazyHolidays(before: () => void = () => undefined): Holidays {
  let japan: Holidays | undefined;
  let world: Holidays | undefined;
  return (region, year) => {
    if (!japan && !world) before();
    if (isJapan(region)) {
      japan ??= loadJapan();
      const days = japan(region, year);
      if (days) return days;
    }
    world ??= loadWorld();
    return world(region, year);
  };
}

// Loaded synchronously and late: importing the libraries above would make every start pay for them.
function loadJapan(): Holidays {
  const module: { japaneseHolidays: Holidays } = require("../core/time/holidays.japan.ts");
  return module.japaneseHolidays;
}

function loadWorld(): Holidays {
  const module: { libraryHolidays: Holidays } = require("../core/time/holidays.libraries.ts");
  return module.libraryHolidays;
}

function readAll(
  files: readonly string[],
  named: ReadonlySet<string>,
  roots: ReadonlySet<string>,
  terminal: Terminal,
  asked: Omit<Surroundings, "holidays">,
): Project {
  const shown = (file: string) => path.relative(terminal.folder, file).split(path.sep).join("/") || ".";
  const texts = new Map<string, string>();
  const troubles: Trouble[] = [];
  for (const file of files) {
    const read = readText(file);
    if ("text" in read) texts.set(shown(file), read.text);
    else troubles.push({ path: shown(file), ...read });
  }
  const characters = [...texts.values()].reduce((sum, { length }) => sum + length, 0);
  terminal.expect(characters, "text");
  const surroundings = { ...asked, holidays: lazyHolidays(() => terminal.expect(characters, "years")) };
  const folders = [...roots].map((root) => (root === terminal.folder ? "" : `${shown(root)}/`));
  return { workspace: workspaceOf(texts, folders, surroundings), named: new Set([...named].map(shown)), troubles };
}

/** The day on the clock of the machine that the command runs on. */
export function dayAt(now: number): Day {
  return Math.floor((now - new Date(now).getTimezoneOffset() * 60_000) / 86_400_000);
}

const settingsFile = "torikime.yaml";

/** The folder that an operand speaks of: itself, a file's own, and for a pattern the one that holds all that it matched. */
function folderNamed(operand: string, matched: readonly string[]): string {
  if (kindOfPath(operand) === "folder") return operand;
  const [first = operand, ...rest] = matched.map((file) => path.dirname(file));
  return rest.reduce(commonFolder, first);
}

function commonFolder(a: string, b: string): string {
  return b === a || b.startsWith(a + path.sep) ? a : commonFolder(path.dirname(a), b);
}

async function filesNamed(operand: string, terminal: Terminal): Promise<readonly string[]> {
  const full = path.resolve(terminal.folder, operand);
  const kind = kindOfPath(full);
  if (kind === "file") return [full];
  if (kind === "folder") return filesBelow(full, isOurs);
  const matched = /[*?[{]/.test(operand) ? await filesMatching(operand, terminal) : [];
  if (matched.length > 0) return matched;
  throw new UsageError(
    phrase(
      "There is no file or folder '{operand}' here. Check the spelling and the folder you are in.",
      "「{operand}」というファイルやフォルダーはありません。綴りと、今いるフォルダーを確かめてください。",
      { operand },
    ),
  );
}

/** Patterns are for shells that do not expand them, and for `**`, which like a folder has nothing to do with installed packages. */
async function filesMatching(pattern: string, { folder }: Terminal): Promise<readonly string[]> {
  const { glob } = await import("tinyglobby");
  const ignore = pattern.includes("node_modules") ? [] : ["**/node_modules/**"];
  const found = await glob(pattern, { cwd: folder, absolute: true, onlyFiles: true, expandDirectories: true, ignore });
  return found.filter((file) => isOurs(path.basename(file))).sort();
}

function isOurs(name: string): boolean {
  return fileKind(name) !== undefined;
}

import { inList, phrase } from "../../core/checks/message.ts";
import { responsibilitiesOf } from "../../core/questions/responsibilities.ts";
import { type Subject, subjectNamed } from "../../core/questions/subject.ts";
import { isOnRoster, type Turn, turnsBeginning, turnsBetween } from "../../core/questions/turns.ts";
import type { Localized } from "../../core/text/localized.ts";
import type { Day } from "../../core/time/spec.ts";
import type { Snapshot } from "../../core/workspace/snapshot.ts";
import { type Arguments, localeOption, oneOf } from "../arguments.ts";
import { dayOption } from "../dayOption.ts";
import { declaredName } from "../names.ts";
import { localeSetting, modelsNamed, type Project, readAgreements } from "../project.ts";
import type { WhoFound } from "../reports/whoReport.ts";
import { anyOfModel } from "../sought.ts";
import { chosenLocale, type ExitCode, exitCodes, type Terminal } from "../terminal.ts";
import { complainOf, complainOfErrors, shownTroubles } from "../trouble.ts";
import { UsageError } from "../usageError.ts";

/** `torikime who`: all that a person or a team has to do with; exit code 2 where nobody has the name. */
export async function whoCommand(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const format = oneOf(given, "format", ["pretty", "json"]) ?? "pretty";
  const localeAsked = localeOption(given);
  const on = dayOption(given, "on");
  const [name, ...paths] = given.operands;
  if (name === undefined) throw new UsageError(nobodyAsked());
  const project = await readAgreements(paths, anyOfModel, terminal, undefined);
  const locale = chosenLocale(localeAsked, localeSetting(project), terminal);
  complainOf(project, terminal, locale);
  const { snapshot, subject } = subjectIn(project, name);
  complainOfErrors([snapshot], terminal, locale, (file) => file);
  const found = foundOf(snapshot, subject, on);
  if (format === "json")
    terminal.write(
      (await import("../reports/whoJson.ts")).jsonWho(snapshot, found, shownTroubles(project.troubles, locale)),
    );
  else terminal.write((await import("../reports/whoPretty.ts")).prettyWho(snapshot, found, { terminal, locale }));
  return project.troubles.length > 0 ? exitCodes.unusable : exitCodes.clean;
}

function foundOf(snapshot: Snapshot, subject: Subject, on: Day | undefined): WhoFound {
  const last = snapshot.today + daysOfTurns;
  const turns = on === undefined ? turnsBeginning(snapshot, snapshot.today, last) : turnsBetween(snapshot, on, on);
  const isTheirs = ({ team, person }: Turn) => (subject.kind === "team" ? team : person) === subject.name;
  return {
    subject,
    on,
    responsibilities: responsibilitiesOf(snapshot, subject, on),
    turns: turns.filter(isTheirs),
    turnsUntil: on === undefined && isOnRoster(snapshot, subject) ? last : undefined,
  };
}

// Eight weeks: enough to arrange a holiday.
const daysOfTurns = 55;

interface Found {
  readonly snapshot: Snapshot;
  readonly subject: Subject;
}

function subjectIn(project: Project, written: string): Found {
  const models = modelsNamed(project).filter((snapshot) => snapshot.agreementPaths().length > 0);
  const name = declaredName(
    written,
    "person or team",
    models.map(({ model }) => model),
  );
  const [only, ...others] = models.flatMap((snapshot): readonly Found[] => {
    const subject = subjectNamed(snapshot.model, name);
    return subject ? [{ snapshot, subject }] : [];
  });
  if (only && others.length === 0) return only;
  const folders = new Map([...project.workspace.models].map(([root, snapshot]) => [snapshot, root || "."]));
  throw new UsageError(
    inSeveral(
      name,
      [...(only ? [only] : []), ...others].map(({ snapshot }) => folders.get(snapshot) ?? ""),
    ),
  );
}

function nobodyAsked(): Localized {
  return phrase(
    "Say who is meant: torikime who NAME, a person or a team.",
    "誰のことかが要ります。torikime who 名前（人またはチーム）と書いてください。",
    {},
  );
}

function inSeveral(name: string, folders: readonly string[]): Localized {
  return phrase(
    "Several sets of agreements know '{name}', and they may mean different people: {folders}. Name one of them after the name.",
    "「{name}」は複数の取り決めのまとまりにあり、同じ人とは限りません（{folders}）。名前の後にどれか一つを指定してください。",
    { name, folders: { en: inList(folders, "en"), ja: inList(folders, "ja") } },
  );
}

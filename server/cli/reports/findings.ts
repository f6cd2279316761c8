import { messageOf } from "../../core/checks/catalogue.ts";
import type { Finding, Fix, Severity } from "../../core/checks/define.ts";
import type { Locale } from "../../core/checks/message.ts";
import { exampleRequest, type RequestText } from "../../core/features/exampleRequest.ts";
import { fixEdits } from "../../core/features/quickFixes.ts";
import { type FilePlace, filePlaceOf } from "../../core/features/spot.ts";
import { type Lines, linesOf, positionAt } from "../../core/text/lines.ts";
import type { Localized } from "../../core/text/localized.ts";
import type { Snapshot } from "../../core/workspace/snapshot.ts";
import type { Project } from "../project.ts";
import { modelsNamed } from "../project.ts";

/** Lines and columns from 1, columns in UTF-16 units; the end is exclusive. */
export interface Range {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

/** A stretch of a file as people are shown it. */
export interface Location {
  readonly file: string;
  readonly range: Range;
}

/** A replacement that mends a finding. */
export interface ReportedEdit extends Location {
  readonly newText: string;
}

/** A finding in one language, ready for every report. */
export interface ReportedFinding extends Location {
  readonly code: string;
  readonly name: string;
  readonly severity: Severity;
  readonly message: string;
  readonly fixes: readonly ReportedFix[];
  /** Whether there may be more fixes, which were left untried as enough was tried before. */
  readonly untried: boolean;
  readonly related: readonly (Location & { readonly note: string })[];
  /** Requests that show it, worked out when they are asked for. */
  readonly examples: () => readonly ReportedExample[];
}

/** A repair; its edits are worked out when they are asked for, as they are laid out, too. */
export interface ReportedFix {
  readonly title: string;
  readonly edits: () => readonly ReportedEdit[];
}

/** A request that shows a finding, by the keys of a scenario file. */
export interface ReportedExample {
  readonly note: string | null;
  readonly request: RequestText;
  /** Somebody who has to be supposed away, so that the answer shows it. */
  readonly away: string | null;
}

/** What was repaired before the check. */
export interface RepairsMade {
  readonly repairs: number;
  /** The files that were changed. */
  readonly files: number;
  readonly sentence: Localized;
}

/** What a check of some files comes to. */
export interface FindingsReport {
  /** Only where repairs were asked for. */
  readonly repaired?: RepairsMade;
  readonly findings: readonly ReportedFinding[];
  /** The texts of the files that findings are in, for code frames. */
  readonly texts: ReadonlyMap<string, Lines>;
  /** What the files that were named hold. */
  readonly counts: { readonly files: number; readonly agreements: number; readonly clauses: number };
  /** How many findings there are of severities that were not asked for. */
  readonly unshown: number;
  /** How many more agreement files were read, as they belong to the same models. */
  readonly others: number;
}

/** The findings of some severities in the files that a project names, by file and place; settings that cannot be understood among them. */
export function reportOf(project: Project, severities: readonly Severity[], locale: Locale): FindingsReport {
  const texts = new Map<string, Lines>();
  const isAsked = ({ severity }: Pick<Finding, "severity">) => severities.includes(severity);
  let unshown = 0;
  const findings = modelsNamed(project).flatMap((snapshot) => {
    const own = findingsNamed(snapshot, project);
    unshown += own.filter((finding) => !isAsked(finding)).length;
    // Those that are not shown have no repair tried for them: only so many are tried for a model.
    const shown = own.filter(isAsked).flatMap((finding) => shownFinding(finding, snapshot, locale, texts) ?? []);
    return [...settingsProblems(snapshot, project, locale, texts).filter(isAsked), ...shown];
  });
  return { findings, unshown, texts, ...countsOf(project) };
}

function findingsNamed({ provenFindings, model }: Snapshot, { named }: Project): readonly Finding[] {
  return provenFindings.all.filter(({ place }) => named.has(model.origin(place.item)?.path ?? ""));
}

/** A finding in one language; undefined where its place is gone. Texts of the files that it is in are added to `texts`. */
export function shownFinding(
  finding: Finding,
  snapshot: Snapshot,
  locale: Locale,
  texts: Map<string, Lines>,
): ReportedFinding | undefined {
  const place = filePlaceOf(snapshot, finding.place);
  if (!place) return undefined;
  const { check, severity, fixes, isUntried = false, related, examples } = finding;
  const toLocation = (one: FilePlace) => locationOf(one, snapshot, texts);
  return {
    code: check.code,
    name: check.name,
    severity,
    ...toLocation(place),
    message: messageOf(finding, locale),
    fixes: fixes.map((fix) => ({ title: fix.title[locale], edits: () => editsOf(fix, snapshot, toLocation) })),
    untried: isUntried,
    related: related.flatMap(({ place: other, note }) => {
      const found = filePlaceOf(snapshot, other);
      return found ? [{ ...toLocation(found), note: note[locale] }] : [];
    }),
    examples: () =>
      examples.flatMap((example) => {
        const request = exampleRequest(snapshot, example);
        return request ? [{ note: example.note?.[locale] ?? null, request, away: example.away ?? null }] : [];
      }),
  };
}

function editsOf(fix: Fix, snapshot: Snapshot, toLocation: (place: FilePlace) => Location): ReportedEdit[] {
  return [...fixEdits(snapshot, fix)].flatMap(([path, edits]) =>
    edits.map(({ start, end, newText }) => ({ ...toLocation({ path, start, end }), newText })),
  );
}

/** The code of what `torikime.yaml` says that cannot be understood, which is no rule about agreements and so no check. */
export const settingsCode = "SLA000";

/** What the settings say that cannot be understood. */
function settingsProblems(
  snapshot: Snapshot,
  { named }: Project,
  locale: Locale,
  texts: Map<string, Lines>,
): ReportedFinding[] {
  const { path, problems } = snapshot.settings;
  if (path === undefined || !named.has(path)) return [];
  const shared = {
    code: settingsCode,
    name: "settings",
    severity: "error",
    fixes: [],
    untried: false,
    related: [],
    examples: () => [],
  } as const;
  return problems.map(({ start, end, message }) => ({
    ...shared,
    ...locationOf({ path, start, end }, snapshot, texts),
    message: message[locale],
  }));
}

/** Where a stretch of a file is, for reports. */
export function locationOf({ path, start, end }: FilePlace, snapshot: Snapshot, texts: Map<string, Lines>): Location {
  const lines = texts.get(path) ?? snapshot.lines(path) ?? linesOf(snapshot.text(path) ?? "");
  texts.set(path, lines);
  const toShown = (offset: number) => {
    const { line, character } = positionAt(lines, offset);
    return { line: line + 1, column: character + 1 };
  };
  return { file: path, range: { start: toShown(start), end: toShown(end) } };
}

function countsOf(project: Project): Pick<FindingsReport, "counts" | "others"> {
  const models = modelsNamed(project);
  const agreements = models.flatMap(({ model }) =>
    [...model.agreements.values()].filter(({ whole }) => project.named.has(model.origin(whole.item)?.path ?? "")),
  );
  const clauses = agreements.reduce((sum, { handles, commits }) => sum + handles.length + commits.length, 0);
  const read = new Set(models.flatMap((model) => model.agreementPaths()));
  const files = [...project.named].filter((file) => read.has(file)).length;
  return { counts: { files, agreements: agreements.length, clauses }, others: read.size - files };
}

/** What `torikime check --fix` does before it checks; in a module of its own, which a plain check does not load. */
import { type Locale, phrase } from "../core/checks/message.ts";
import { harmlessRepairs } from "../core/features/harmlessRepairs.ts";
import { applyEdits } from "../core/text/edit.ts";
import type { Localized } from "../core/text/localized.ts";
import { type Workspace, withText } from "../core/workspace/workspace.ts";
import { modelsNamed, type Project } from "./project.ts";
import type { RepairsMade } from "./reports/findings.ts";
import { isRewritten } from "./rewriting.ts";
import type { Terminal } from "./terminal.ts";

/** A project as it is after some files of it were changed. */
export interface RepairedProject {
  readonly project: Project;
  readonly made: RepairsMade;
  /** Whether every changed file could be written; what could not is in the project as it was. */
  readonly isWritten: boolean;
}

/** Makes every harmless repair in the files that a project names, and writes those that change. */
export function repairedProject(project: Project, terminal: Terminal, locale: Locale): RepairedProject {
  const { workspace, counts } = repairedWorkspace(project);
  const written = [...counts.keys()].filter((file) =>
    isRewritten(file, workspace.texts.get(file) ?? "", terminal, locale),
  );
  const changed = written.reduce(
    (sum, file) => withText(sum, file, workspace.texts.get(file) ?? ""),
    project.workspace,
  );
  const repairs = written.reduce((sum, file) => sum + (counts.get(file) ?? 0), 0);
  return {
    project: { ...project, workspace: changed },
    made: {
      repairs,
      files: written.length,
      sentence: counts.size === 0 ? nothingMade : madeSentence(repairs, written.length),
    },
    isWritten: written.length === counts.size,
  };
}

/** In rounds, as of repairs that overlap the first is made; how many were made is by file. */
function repairedWorkspace(project: Project): { workspace: Workspace; counts: ReadonlyMap<string, number> } {
  const counts = new Map<string, number>();
  let { workspace } = project;
  for (let round = 0; round < mostRounds; round++) {
    const before = workspace;
    for (const snapshot of modelsNamed({ ...project, workspace: before })) {
      const files = snapshot.agreementPaths().filter((file) => project.named.has(file));
      for (const [file, { edits, count }] of harmlessRepairs(snapshot, files)) {
        workspace = withText(workspace, file, applyEdits(snapshot.text(file) ?? "", edits));
        counts.set(file, (counts.get(file) ?? 0) + count);
      }
    }
    if (workspace === before) break;
  }
  return { workspace, counts };
}

/** Repairs hardly ever overlap; and however a text is made, this ends. */
const mostRounds = 5;

const nothingMade: Localized = { en: "There was nothing to repair.", ja: "自動で直すところはありませんでした。" };

function madeSentence(repairs: number, files: number): Localized {
  const counted = { repairs: String(repairs), files: String(files) };
  const { en, ja } = phrase(
    "{repairs} repairs made in {files} files.",
    "{files} ファイルの {repairs} か所を直しました。",
    counted,
  );
  return { en: en.replace(/\b1 (repair|file)s/g, "1 $1"), ja };
}

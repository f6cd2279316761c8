import * as path from "node:path";
import { phrase } from "../../core/checks/message.ts";
import { formatFile } from "../../core/format/format.ts";
import { parse } from "../../core/syntax/parse.ts";
import { applyEdits } from "../../core/text/edit.ts";
import { type Arguments, localeOption } from "../arguments.ts";
import { writeText } from "../files.ts";
import { readProject } from "../project.ts";
import { agreementFiles } from "../sought.ts";
import { chosenLocale, type ExitCode, exitCodes, type Terminal } from "../terminal.ts";
import { complainOf } from "../trouble.ts";

/** `torikime fmt`: lays out the files named; with `--check` changes nothing, and exit code 1 where one would change. */
export async function fmtCommand(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const onlyCheck = given.flags.has("check");
  const project = await readProject(given.operands, agreementFiles, terminal, undefined);
  const locale = chosenLocale(localeOption(given), undefined, terminal);
  complainOf(project, terminal, locale);
  const files = [...project.named].filter((file) => file.endsWith(".sla"));
  let changed = 0;
  for (const file of files) {
    const text = project.workspace.texts.get(file);
    if (text === undefined) continue;
    const edits = formatFile(parse(text));
    if (edits.length === 0) continue;
    changed++;
    if (!onlyCheck) writeText(path.resolve(terminal.folder, file), applyEdits(text, edits));
    terminal.write(`${file}\n`);
  }
  const holes = { changed: String(changed), files: String(files.length) };
  terminal.complain(`${(onlyCheck ? wouldChange(holes) : didChange(holes))[locale]}\n`);
  if (project.troubles.length > 0) return exitCodes.unusable;
  return onlyCheck && changed > 0 ? exitCodes.found : exitCodes.clean;
}

function wouldChange(holes: { changed: string; files: string }) {
  return phrase(
    "{changed} of {files} files would change.",
    "{files} ファイル中 {changed} 件の書式が変わります。",
    holes,
  );
}

function didChange(holes: { changed: string; files: string }) {
  return phrase(
    "{changed} of {files} files laid out anew.",
    "{files} ファイル中 {changed} 件の書式を整えました。",
    holes,
  );
}

import { slipMessages, syntaxMessages } from "../../../grammar/messages.ts";
import { fillHoles, type Locale, phrase } from "../../core/checks/message.ts";
import { formatFile } from "../../core/format/format.ts";
import { itemsLeftAlone, type LeftAlone } from "../../core/format/leftAlone.ts";
import { parse } from "../../core/syntax/parse.ts";
import type { SyntaxFile } from "../../core/syntax/tree.ts";
import { applyEdits } from "../../core/text/edit.ts";
import { linesOf } from "../../core/text/lines.ts";
import type { Localized } from "../../core/text/localized.ts";
import { type Arguments, localeOption } from "../arguments.ts";
import { placeIn, placeText } from "../places.ts";
import { localeSetting, readProject } from "../project.ts";
import { isRewritten } from "../rewriting.ts";
import { agreementFiles } from "../sought.ts";
import { chosenLocale, type ExitCode, exitCodes, type Terminal } from "../terminal.ts";
import { complainOf } from "../trouble.ts";

/**
 * `torikime fmt`: lays out the files named, and tells what has errors and is left as it is; with `--check` changes nothing. Exit code 2
 * where something could not be read, and with `--check` 1 where a file would change.
 */
export async function fmtCommand(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const onlyCheck = given.flags.has("check");
  const project = await readProject(given.operands, agreementFiles, terminal, undefined);
  const locale = chosenLocale(localeOption(given), localeSetting(project), terminal);
  complainOf(project, terminal, locale);
  const files = [...project.named].filter((file) => file.endsWith(".sla"));
  const counts = { changed: 0, unread: 0, unwritten: 0, files: files.length };
  for (const file of files) {
    const text = project.workspace.texts.get(file);
    if (text === undefined) continue;
    const syntax = parse(text);
    if (complainOfLeft(file, syntax, terminal, locale)) counts.unread++;
    const edits = formatFile(syntax);
    if (edits.length === 0) continue;
    if (!onlyCheck && !isRewritten(file, applyEdits(text, edits), terminal, locale)) {
      counts.unwritten++;
      continue;
    }
    counts.changed++;
    terminal.write(`${file}\n`);
  }
  const summary = onlyCheck ? wouldChange(counts) : didChange(counts);
  terminal.complain(`${summary[locale]}\n`);
  if (project.troubles.length > 0 || counts.unread > 0 || counts.unwritten > 0) return exitCodes.unusable;
  return onlyCheck && counts.changed > 0 ? exitCodes.found : exitCodes.clean;
}

/** Says what of a file is left as it is, by its first place, and tells whether there is any. */
function complainOfLeft(file: string, syntax: SyntaxFile, terminal: Terminal, locale: Locale): boolean {
  const [first, ...others] = itemsLeftAlone(syntax);
  if (!first) return false;
  const place = placeText(placeIn(file, linesOf(syntax.text), first.start));
  terminal.complain(`${leftSentence(place, first, others.length)[locale]}\n`);
  return true;
}

function leftSentence(place: string, { because }: LeftAlone, others: number): Localized {
  const message = "problem" in because ? syntaxMessages[because.problem] : slipMessages[because.name];
  const holes = "problem" in because ? because.holes : { written: because.written };
  const problem = { en: fillHoles(message.en, holes, "en"), ja: fillHoles(message.ja, holes, "ja") };
  const count = String(others);
  if (others === 0)
    return phrase(
      "{place}: {problem} The declaration that has this was left as it is.",
      "{place}: {problem}そのため、この宣言の書式は整えていません。",
      { place, problem },
    );
  return phrase(
    "{place}: {problem} The declaration that has this was left as it is; so were others of this file that have errors ({count}). 'torikime check' tells them.",
    "{place}: {problem}そのため、この宣言の書式は整えていません。このファイルには、エラーのために整えていない宣言がほかに {count} 件あります。「torikime check」で確かめられます。",
    { place, problem, count },
  );
}

interface Counts {
  readonly changed: number;
  /** Files with something that could not be read. */
  readonly unread: number;
  readonly files: number;
}

function wouldChange({ changed, files, unread }: Counts): Localized {
  return phrase("{changed} of {files} would change.{unread}", "{files}中 {changed} 件の書式が変わります。{unread}", {
    changed: String(changed),
    files: filesCounted(files),
    unread: unreadSentence(unread),
  });
}

function didChange({ changed, files, unread }: Counts): Localized {
  return phrase("{changed} of {files} laid out anew.{unread}", "{files}中 {changed} 件の書式を整えました。{unread}", {
    changed: String(changed),
    files: filesCounted(files),
    unread: unreadSentence(unread),
  });
}

function filesCounted(files: number): Localized {
  return { en: files === 1 ? "1 file" : `${files} files`, ja: `${files} ファイル` };
}

function unreadSentence(unread: number): Localized {
  if (unread === 0) return { en: "", ja: "" };
  const count = String(unread);
  return unread === 1
    ? phrase(" 1 file has errors.", "エラーのあるファイルが 1 件あります。", {})
    : phrase(" {count} files have errors.", "エラーのあるファイルが {count} 件あります。", { count });
}

import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  CodeActionTriggerKind,
  type CompletionItem,
  type CompletionParams,
  InsertTextFormat,
  MarkupKind,
  type Range,
} from "vscode-languageserver";
import { type Completion, completionsAt } from "../core/features/completion/completion.ts";
import { formattingOf, formattingWithin } from "../core/features/formatting.ts";
import { harmlessRepairs, harmlessTitle } from "../core/features/harmlessRepairs.ts";
import { type QuickFix, quickFixesIn } from "../core/features/quickFixes.ts";
import { yamlCompletionsAt } from "../core/features/yaml/completion.ts";
import { offsetAt } from "../core/text/lines.ts";
import { type AskedFile, type AskedPlace, atKind, inFile } from "./at.ts";
import { completionKinds, fixAllKind, rangeOf, textEditOf } from "./convert.ts";
import { diagnosticOf } from "./diagnostics.ts";
import { workspaceEditOf } from "./names.ts";
import { proofActions } from "./proofActions.ts";
import type { Session } from "./session.ts";

/** Answers the requests for what changes the text: completion, formatting, quick fixes. */
export function answerEdits(session: Session): void {
  const { connection } = session;
  connection.onCompletion(
    atKind(session, { agreements: completing(completionsAt), yaml: completing(yamlCompletionsAt) }),
  );
  connection.onDocumentFormatting(
    inFile(session, ({ snapshot, path, lines }) => formattingOf(snapshot, path).map((edit) => textEditOf(lines, edit))),
  );
  connection.onDocumentRangeFormatting(
    inFile(session, ({ snapshot, path, lines }, { range }) => {
      const [start, end] = [offsetAt(lines, range.start), offsetAt(lines, range.end)];
      return formattingWithin(snapshot, path, start, end).map((edit) => textEditOf(lines, edit));
    }),
  );
  connection.onCodeAction(
    inFile(session, (file, { range, context }) => [
      ...(wants(context.only, CodeActionKind.QuickFix)
        ? [...quickFixActions(file, range), ...proofActions(file, range)]
        : []),
      ...(wants(context.only, fixAllKind) && !isForLightBulb(context) ? fixAllActions(file) : []),
    ]),
  );
}

function completing(complete: typeof completionsAt) {
  return ({ session, snapshot, path, offset, lines }: AskedPlace, { context }: CompletionParams): CompletionItem[] => {
    const { replaced, list } = complete(snapshot, path, offset, session.locale);
    const range = rangeOf(lines, replaced);
    const isWelcome = context?.triggerCharacter !== " " || list.some(isWorthOffering);
    return (isWelcome ? list : []).map((completion, index) => completionItemOf(completion, range, index));
  };
}

/** After a mere space only what the line needs; else the next Enter would take a word that nobody asked for. */
function isWorthOffering({ kind }: Completion): boolean {
  return kind !== "word" && kind !== "property" && kind !== "snippet";
}

function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only === undefined || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));
}

/** Editors ask at every move of the cursor, and show no actions for a whole file then. */
function isForLightBulb({ only, triggerKind }: CodeActionContext): boolean {
  return only === undefined && triggerKind === CodeActionTriggerKind.Automatic;
}

function quickFixActions(file: AskedFile, range: Range): readonly CodeAction[] {
  const { snapshot, path, lines } = file;
  const fixes = quickFixesIn(snapshot, path, offsetAt(lines, range.start), offsetAt(lines, range.end));
  return fixes.map((fix, index) => quickFixAction(file, fix, index));
}

function quickFixAction(file: AskedFile, fix: QuickFix, index: number): CodeAction {
  const diagnostic = diagnosticOf(file.snapshot, fix.finding, file.session);
  return {
    title: fix.title[file.session.locale],
    kind: CodeActionKind.QuickFix,
    edit: workspaceEditOf(file, fix.edits),
    ...(diagnostic ? { diagnostics: [diagnostic] } : {}),
    ...(index === 0 ? { isPreferred: true } : {}),
  };
}

/** For `source.fixAll` in `editor.codeActionsOnSave`, too. */
function fixAllActions(file: AskedFile): readonly CodeAction[] {
  const { session, snapshot, path } = file;
  const repairs = harmlessRepairs(snapshot, [path]).get(path);
  if (!repairs) return [];
  const edit = workspaceEditOf(file, new Map([[path, repairs.edits]]));
  return [{ title: harmlessTitle[session.locale], kind: fixAllKind, edit }];
}

function completionItemOf(completion: Completion, range: Range, index: number): CompletionItem {
  const { label, kind, detail, doc, newText, isSnippet } = completion;
  const isOfLanguage = kind === "word" || kind === "property";
  return {
    label,
    kind: completionKinds[kind],
    sortText: String(index).padStart(5, "0"),
    textEdit: { range, newText },
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(detail === undefined ? {} : { detail }),
    // Beside the word, too: who does not know it yet has not opened the documentation.
    ...(isOfLanguage && doc !== undefined ? { labelDetails: { description: doc } } : {}),
    ...(doc === undefined ? {} : { documentation: { kind: MarkupKind.Markdown, value: doc } }),
  };
}

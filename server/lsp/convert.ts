import {
  CodeActionKind,
  CompletionItemKind,
  DiagnosticSeverity,
  DocumentHighlightKind,
  FoldingRangeKind,
  type Location,
  type Range,
  SymbolKind,
  type TextEdit,
} from "vscode-languageserver";
import type { Severity } from "../core/checks/define.ts";
import type { CompletionKind } from "../core/features/completion/completion.ts";
import type { OutlineKind } from "../core/features/documentSymbols.ts";
import type { Fold } from "../core/features/folding.ts";
import type { NamePlace } from "../core/features/references.ts";
import type { NameKind } from "../core/features/semanticTokens.ts";
import type { Span } from "../core/syntax/tree.ts";
import type { Edit } from "../core/text/edit.ts";
import { type Lines, positionAt } from "../core/text/lines.ts";

/** The range of a span of absolute offsets. */
export function rangeOf(lines: Lines, { start, end }: Span): Range {
  return { start: positionAt(lines, start), end: positionAt(lines, end) };
}

/** A link to a span of a file. */
export function locationOf(uri: string, lines: Lines, span: Span): Location {
  return { uri, range: rangeOf(lines, span) };
}

/** An edit of absolute offsets as the protocol has it. */
export function textEditOf(lines: Lines, edit: Edit): TextEdit {
  return { range: rangeOf(lines, edit), newText: edit.newText };
}

/** The kind of the action that makes all harmless repairs, so that others who fix all can be told from it. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.torikime`;

/** The severities by name. */
export const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The icons of the outline. */
export const symbolKinds: Readonly<Record<OutlineKind, SymbolKind>> = {
  calendar: SymbolKind.Interface,
  channel: SymbolKind.EnumMember,
  team: SymbolKind.Class,
  attribute: SymbolKind.Property,
  request: SymbolKind.Struct,
  field: SymbolKind.Field,
  agreement: SymbolKind.Namespace,
  clause: SymbolKind.Function,
  case: SymbolKind.Method,
  step: SymbolKind.Method,
  exception: SymbolKind.Event,
  customer: SymbolKind.Object,
  record: SymbolKind.File,
  date: SymbolKind.Event,
  handover: SymbolKind.Event,
  fact: SymbolKind.Boolean,
};

/** The icons of completion. */
export const completionKinds: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  calendar: CompletionItemKind.Interface,
  channel: CompletionItemKind.EnumMember,
  team: CompletionItemKind.Class,
  person: CompletionItemKind.Variable,
  attribute: CompletionItemKind.Property,
  request: CompletionItemKind.Struct,
  field: CompletionItemKind.Field,
  value: CompletionItemKind.EnumMember,
  agreement: CompletionItemKind.Module,
  clause: CompletionItemKind.Function,
  exception: CompletionItemKind.Event,
  customer: CompletionItemKind.Class,
  record: CompletionItemKind.Reference,
  step: CompletionItemKind.Method,
  word: CompletionItemKind.Keyword,
  property: CompletionItemKind.Property,
  snippet: CompletionItemKind.Snippet,
  unit: CompletionItemKind.Unit,
  constant: CompletionItemKind.Constant,
};

/** The token types of coloured names, in the order of the legend. */
export const tokenTypes: Readonly<Record<NameKind, string>> = {
  calendar: "interface",
  channel: "enum",
  team: "class",
  person: "variable",
  attribute: "property",
  request: "struct",
  field: "property",
  value: "enumMember",
  agreement: "namespace",
  clause: "function",
  exception: "event",
  customer: "class",
  record: "property",
  handover: "event",
  step: "method",
  proof: "function",
};

/** How a name's place is highlighted. */
export function highlightKind({ role }: NamePlace): DocumentHighlightKind {
  return role === "declaration" ? DocumentHighlightKind.Write : DocumentHighlightKind.Read;
}

/** The kind of a fold; bodies have none of their own. */
export function foldingKind({ kind }: Fold): FoldingRangeKind | undefined {
  return kind === "comment" ? FoldingRangeKind.Comment : undefined;
}

import {
  CodeActionKind,
  type InitializeParams,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { nameKinds } from "../core/features/semanticTokens.ts";
import { fixAllKind, tokenTypes } from "./convert.ts";
import type { InitializationOptions } from "./protocol.ts";
import type { ClientAbilities } from "./session.ts";

/** What the server can do. */
export function capabilitiesOf(): ServerCapabilities {
  return {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    completionProvider: { triggerCharacters: [" ", ".", "`"] },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: { prepareProvider: true },
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    semanticTokensProvider: {
      legend: { tokenTypes: nameKinds.map((kind) => tokenTypes[kind]), tokenModifiers: ["declaration"] },
      full: { delta: true },
      range: true,
    },
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    codeLensProvider: {},
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}

/** What the client says that it can do. */
export function abilitiesOf({ capabilities, initializationOptions }: InitializeParams): ClientAbilities {
  return {
    commands: commandsIn(initializationOptions),
    refreshesLenses: capabilities.workspace?.codeLens?.refreshSupport === true,
    showsProgress: capabilities.window?.workDoneProgress === true,
    createsFiles:
      capabilities.workspace?.workspaceEdit?.documentChanges === true &&
      capabilities.workspace.workspaceEdit.resourceOperations?.includes("create") === true,
  };
}

/** Any client may send anything. */
function commandsIn(options: unknown): NonNullable<InitializationOptions["commands"]> {
  const given: unknown =
    typeof options === "object" && options !== null && "commands" in options ? options.commands : [];
  return Array.isArray(given) ? given.filter((each): each is string => typeof each === "string") : [];
}

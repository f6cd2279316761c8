import type { ExtensionContext } from "vscode";
import { LanguageClient, type ServerOptions, TransportKind } from "vscode-languageclient/node";
import { activateTorikime } from "./activate.ts";

/** Entry of the Node extension host: the server is a process of its own, spoken to over Node's message channel. */
export function activate(context: ExtensionContext): Promise<void> {
  const server = { module: context.asAbsolutePath("dist/server.js"), transport: TransportKind.ipc } as const;
  const servers: ServerOptions = {
    run: server,
    debug: { ...server, options: { execArgv: ["--nolazy", "--inspect=0"] } },
  };
  return activateTorikime(context, (options) => new LanguageClient("torikime", "Torikime", servers, options));
}

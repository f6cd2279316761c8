import { type ExtensionContext, Uri } from "vscode";
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from "vscode-languageclient/browser";
import { activateTorikime } from "./activate.ts";

/** Entry of the Web Worker extension host: the server is a worker, made anew at each start. */
export function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, "dist", "server.web.js").toString(true);
  let worker: Worker | undefined;
  // The streams and not the worker itself: VS Code's own Worker is not of the class by which the client tells them apart.
  const startWorker = async () => {
    worker?.terminate();
    worker = new Worker(script);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  return activateTorikime(context, (options) => new LanguageClient("torikime", "Torikime", startWorker, options));
}

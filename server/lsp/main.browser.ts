import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { serve } from "./server.ts";
import { ordinaryPace } from "./session.ts";

declare const self: DedicatedWorkerGlobalScope;

serve(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  now: Date.now,
  loadHolidays: async () => (await import("../core/time/holidays.libraries.ts")).libraryHolidays,
  whenRead: () => {},
  pace: ordinaryPace,
});

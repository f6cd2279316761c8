import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { beginWithLargeYoungGeneration, beginWithPlainCode, goOnWithInlining } from "./heap.node.ts";
import { serve } from "./server.ts";
import { ordinaryPace } from "./session.ts";

beginWithLargeYoungGeneration();
beginWithPlainCode();

serve(createConnection(ProposedFeatures.all), {
  now: Date.now,
  loadHolidays: async () => (await import("../core/time/holidays.libraries.ts")).libraryHolidays,
  whenRead: goOnWithInlining,
  pace: ordinaryPace,
});

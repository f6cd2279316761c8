import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { beginWithLargeYoungGeneration } from "./heap.node.ts";
import { serve } from "./server.ts";
import { ordinaryPace } from "./session.ts";

beginWithLargeYoungGeneration();

serve(createConnection(ProposedFeatures.all), {
  now: Date.now,
  loadHolidays: async () => (await import("../core/time/holidays.libraries.ts")).libraryHolidays,
  pace: ordinaryPace,
});

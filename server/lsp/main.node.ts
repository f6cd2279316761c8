import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { serve } from "./server.ts";

serve(createConnection(ProposedFeatures.all), {
  now: Date.now,
  loadHolidays: async () => (await import("../core/time/holidays.libraries.ts")).libraryHolidays,
});

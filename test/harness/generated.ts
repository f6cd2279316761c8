/** Every file that is made from tables of the product: written by test/generate.mjs, held fresh by a test. */

import { analysedParser } from "../../grammar/analysedParser.ts";
import { type Analysed, extractDecisions } from "../../grammar/decisions.ts";
import { textmateGrammar } from "../../grammar/textmate.ts";
import { catalogue } from "../../server/core/checks/catalogue.ts";
import { commandLineReference } from "./commandLineReference.ts";
import { scenarioReference } from "./scenarioReference.ts";
import { type SchemaPart, scenariosSchema, settingsSchema } from "./yamlSchemas.ts";

/** A file as it should be; `path` is relative to the root. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

/** All of them, in the order in which they are written. */
export function generatedFiles(): readonly GeneratedFile[] {
  return [
    { path: "grammar/sla.tmLanguage.json", text: JSON.stringify(textmateGrammar(), null, 2) + "\n" },
    { path: "grammar/decisions.json", text: decisionsText() },
    { path: "docs/checks.md", text: ended(catalogue("en")) },
    { path: "docs/checks.ja.md", text: ended(catalogue("ja")) },
    { path: "docs/command-line.md", text: ended(commandLineReference("en")) },
    { path: "docs/command-line.ja.md", text: ended(commandLineReference("ja")) },
    { path: "docs/scenarios.md", text: ended(scenarioReference("en")) },
    { path: "docs/scenarios.ja.md", text: ended(scenarioReference("ja")) },
    { path: "docs/schemas/scenarios.schema.json", text: schemaText(scenariosSchema()) },
    { path: "docs/schemas/torikime.schema.json", text: schemaText(settingsSchema()) },
  ];
}

/** One row or decision a line, so that a change of the grammar can be read in a review. */
function decisionsText(): string {
  const text = JSON.stringify(extractDecisions(analysedParser() as unknown as Analysed));
  return ended(text.replaceAll("],[", "],\n["));
}

function schemaText(schema: SchemaPart): string {
  return ended(JSON.stringify(schema, null, 2));
}

function ended(text: string): string {
  return text.trimEnd() + "\n";
}

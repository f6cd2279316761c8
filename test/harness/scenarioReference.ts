import { argumentKeys } from "../../server/core/scenarios/argumentKeys.ts";
import { expectKeys } from "../../server/core/scenarios/expectKeys.ts";
import type { Shape } from "../../server/core/scenarios/judge.ts";
import { lostBecause } from "../../server/core/scenarios/lost.ts";
import { requestKeys } from "../../server/core/scenarios/requestKeys.ts";
import { scenarioFileKeys, scenarioKeys } from "../../server/core/scenarios/scenarioKeys.ts";
import { holidayKeys, limitKeys, settingKeys } from "../../server/core/scenarios/settingKeys.ts";
import { stepKeys } from "../../server/core/scenarios/steps.ts";
import type { Localized } from "../../server/core/text/localized.ts";

/** The reference of the YAML files that people write, as a Markdown page: every key of scenario files and settings. */
export function scenarioReference(): string {
  const expected = expectKeys.map(({ key, doc, shape }) => ({ key, doc, value: wordsFor(shape) }));
  const taking = argumentKeys.map(({ key, argument, doc }) => ({ key: `${key} ${argument}`.trim(), doc, value: "" }));
  return [
    introduction,
    "## The file\n\n" + table(scenarioFileKeys),
    "## A scenario\n\n" + table(scenarioKeys),
    "## A request\n\nThe fields of the kind stand beside these keys.\n\n" + table(requestKeys),
    "## What is expected\n\n" + table([...expected, ...taking]),
    "### A step\n\n" + table(stepKeys),
    lost,
    "## Running them\n\n" + running,
    "## Settings\n\n" + table(settingKeys),
    "### Limits\n\n" + table(limitKeys),
    "### Holidays of a country\n\n" + table(holidayKeys),
  ].join("\n\n");
}

const introduction = `# Scenario files and settings

A file \`*.scenarios.yaml\` has sample requests with the answers that the agreements beside it have to give; \`torikime test\`
runs them. \`torikime.yaml\` has the settings of the agreements in its folder. VS Code completes and explains both with the
extension alone. Other editors can use the JSON Schemas [scenarios.schema.json](schemas/scenarios.schema.json) and
[torikime.schema.json](schemas/torikime.schema.json); the YAML extension of Red Hat finds them by itself where the Torikime
extension is installed, else a first line does:

\`\`\`yaml
# yaml-language-server: $schema=path/to/scenarios.schema.json
\`\`\``;

const lost = `### Why something did not decide

\`lost\` names what was considered and did not decide, each with why: the first condition that failed, written as in the
agreement (of a table row the field and its value, such as \`tier is plain\`), or one of
${lostBecause.map((reason) => `\`${reason}\``).join(", ")}. Names may be given from their end on.

\`\`\`yaml
expect:
  decided by: product_support.incidents
  lost: { incidents.urgent: severity is urgent, acme_cutover: not in force }
\`\`\``;

const running = `A failing expectation shows the line of the file, what was expected and found, and the whole trace of the decision.

- **Focus.** While a scenario has \`focus: yes\`, only those that have it are run, in all files of the run, and a warning
  says so, also in the editor. With \`--no-focus\`, and wherever the environment has \`CI\` set, all scenarios are run
  nevertheless and the run fails, so that a focus cannot be forgotten.
- **Coverage.** \`--coverage\` lists each clause, case, table row, exception, verdict line, rung of a ladder and step that no
  scenario comes to. Reached is what decided or was laid over in the decision of a scenario, passed or failed; a verdict line that
  held and counted; a rung of the ladder, and a step of the plain path, of such a decision. The decisions that
  \`commitment KIND\` and \`needs VALUE\` ask for count too. \`--coverage-threshold 100\` fails below that, and
  \`--coverage-lcov FILE\` writes what coverage services read.`;

interface Row {
  readonly key: string;
  readonly doc: Localized;
  readonly value?: string;
}

function table(rows: readonly Row[]): string {
  const lines = rows.map(({ key, doc, value }) => {
    const values = value === undefined || value === "" ? "" : ` ${value}`;
    return `| \`${key}\` | ${(doc.en + values).replaceAll("|", "\\|")} |`;
  });
  return ["| Key | What it is |", "| --- | --- |", ...lines].join("\n");
}

/** The words that a key takes, and whether several may be given. */
function wordsFor({ takes, list }: Shape): string {
  const words = takes.kind === "words" ? `One of ${takes.words.map((each) => `\`${each}\``).join(", ")}.` : "";
  return [words, list ? "One or a list." : ""].filter((part) => part !== "").join(" ");
}

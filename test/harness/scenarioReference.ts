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
export function scenarioReference(language: keyof Localized): string {
  const rows = (each: readonly Row[]) => table(each, language);
  const expected = expectKeys.map(({ key, doc, shape }) => ({ key, doc, value: wordsFor(shape, language) }));
  const taking = argumentKeys.map(({ key, argument, doc }) => ({ key: `${key} ${argument}`.trim(), doc }));
  const said = texts[language];
  return [
    said.introduction,
    said.file,
    rows(scenarioFileKeys),
    said.scenario,
    rows(scenarioKeys),
    said.request,
    rows(requestKeys),
    said.expected,
    rows([...expected, ...taking]),
    said.step,
    rows(stepKeys),
    said.lost,
    lostExample,
    said.running,
    said.settings,
    rows(settingKeys),
    said.limits,
    rows(limitKeys),
    said.holidays,
    rows(holidayKeys),
  ].join("\n\n");
}

interface Texts {
  readonly introduction: string;
  readonly file: string;
  readonly scenario: string;
  readonly request: string;
  readonly expected: string;
  readonly step: string;
  readonly lost: string;
  readonly running: string;
  readonly settings: string;
  readonly limits: string;
  readonly holidays: string;
  readonly columns: string;
}

const schemaLine = `\`\`\`yaml
# yaml-language-server: $schema=path/to/scenarios.schema.json
\`\`\``;

const lostReasons = lostBecause.map((reason) => `\`${reason}\``);

const lostExample = `\`\`\`yaml
expect:
  decided by: product_support.incidents
  lost: { incidents.urgent: severity is urgent, acme_cutover: not in force }
\`\`\``;

const texts: Readonly<Record<keyof Localized, Texts>> = {
  en: {
    introduction: `# Scenario files and settings

[日本語](scenarios.ja.md)

A file \`*.scenarios.yaml\` has sample requests with the answers that the agreements beside it have to give; \`torikime test\`
runs them. \`torikime.yaml\` has the settings of the agreements in its folder. VS Code completes and explains both with the
extension alone. Other editors can use the JSON Schemas [scenarios.schema.json](schemas/scenarios.schema.json) and
[torikime.schema.json](schemas/torikime.schema.json); the YAML extension of Red Hat finds them by itself where the Torikime
extension is installed, else a first line does:

${schemaLine}`,
    file: "## The file",
    scenario: "## A scenario",
    request: "## A request\n\nThe fields of the kind stand beside these keys.",
    expected: "## What is expected",
    step: "### A step",
    lost: `### Why something did not decide

\`lost\` names what was considered and did not decide, each with why: the first condition that failed, written as in the
agreement (of a table row the field and its value, such as \`tier is plain\`), or one of
${lostReasons.join(", ")}. Names may be given from their end on.`,
    running: `## Running them

A failing expectation shows the line of the file, what was expected and found, and the whole trace of the decision.

- **Focus.** While a scenario has \`focus: yes\`, only those that have it are run, in all files of the run, and a warning
  says so, also in the editor. With \`--no-focus\`, and wherever the environment has \`CI\` set, all scenarios are run
  nevertheless and the run fails, so that a focus cannot be forgotten.
- **Coverage.** \`--coverage\` lists each clause, case, table row, exception, verdict line, rung of a ladder and step that no
  scenario comes to. Reached is what decided or was laid over in the decision of a scenario, passed or failed; a verdict line that
  held and counted; a rung of the ladder, and a step of the plain path, of such a decision. The decisions that
  \`commitment KIND\` and \`needs VALUE\` ask for count too. \`--coverage-threshold 100\` fails below that, and
  \`--coverage-lcov FILE\` writes what coverage services read.`,
    settings: "## Settings",
    limits: "### Limits",
    holidays: "### Holidays of a country",
    columns: "| Key | What it is |",
  },
  ja: {
    introduction: `# シナリオと設定

[English](scenarios.md)

\`*.scenarios.yaml\` には、依頼の例と、同じ場所の取り決めが返すべき答えを書きます。\`torikime test\` がこれを実行します。
\`torikime.yaml\` には、そのフォルダーの取り決めの設定を書きます。VS Code では、拡張機能だけで両方の補完と説明が出ます。
ほかのエディターでは、JSON Schema の [scenarios.schema.json](schemas/scenarios.schema.json) と
[torikime.schema.json](schemas/torikime.schema.json) を使えます。Red Hat の YAML 拡張機能は、Torikime の拡張機能も入っていれば
自動的に見つけます。入っていなければ、先頭に次の一行を書きます。

${schemaLine}`,
    file: "## ファイル",
    scenario: "## シナリオ",
    request: "## 依頼\n\n依頼の種類にある項目は、次のキーと並べて書きます。",
    expected: "## 期待する答え",
    step: "### 手順",
    lost: `### 決め手にならなかった理由

\`lost\` には、検討されたものの決め手にならなかったものを、その理由とともに書きます。理由は、成り立たなかった最初の条件を取り決めのとおりに書くか
（表の行なら、\`tier is plain\` のように項目と値）、次のいずれかを書きます。
${lostReasons.join("、")}。名前は末尾だけでもかまいません。`,
    running: `## 実行する

期待と違った場合は、ファイルのその行、期待した値と実際の値、そして判断に至るまでの検討がすべて示されます。

- **フォーカス。** \`focus: yes\` を書いたシナリオがある間は、一緒に実行するすべてのファイルのうち、それを書いたものだけが実行され、
  エディターでも警告が出ます。\`--no-focus\` を付けた場合と、環境変数 \`CI\` がある場合は、すべてのシナリオを実行したうえで失敗とします。
  消し忘れないようにするためです。
- **カバレッジ。** \`--coverage\` は、どのシナリオも通らない条項、場合、表の行、例外、約束の可否の行、エスカレーションの段、手順を示します。
  通ったとみなすのは、成功か失敗かを問わず、シナリオの判断で決め手になったものと、そこに重ねられたもの、成り立って採用された可否の行、
  その判断のエスカレーションの段、差し戻しのない流れの手順です。\`commitment KIND\` と \`needs VALUE\` が尋ねる判断も数えます。
  \`--coverage-threshold 100\` は、それに満たなければ失敗とします。\`--coverage-lcov FILE\` は、カバレッジのサービスが読む形式で書き出します。`,
    settings: "## 設定",
    limits: "### 上限と下限",
    holidays: "### 国ごとの休日",
    columns: "| キー | 内容 |",
  },
};

interface Row {
  readonly key: string;
  readonly doc: Localized;
  readonly value?: string;
}

function table(rows: readonly Row[], language: keyof Localized): string {
  const lines = rows.map(({ key, doc, value = "" }) => {
    const space = value === "" || language === "ja" ? "" : " ";
    return `| \`${key}\` | ${(doc[language] + space + value).replaceAll("|", "\\|")} |`;
  });
  return [texts[language].columns, "| --- | --- |", ...lines].join("\n");
}

/** The words that a key takes, and whether several may be given. */
function wordsFor({ takes, list }: Shape, language: keyof Localized): string {
  const names = takes.kind === "words" ? takes.words.map((each) => `\`${each}\``) : [];
  switch (language) {
    case "en":
      return [names.length > 0 ? `One of ${names.join(", ")}.` : "", list ? "One or a list." : ""]
        .filter((part) => part !== "")
        .join(" ");
    case "ja":
      return (names.length > 0 ? `${names.join("、")} のいずれか。` : "") + (list ? "一つ、または一覧。" : "");
  }
}

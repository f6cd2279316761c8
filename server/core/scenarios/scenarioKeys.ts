import type { Localized } from "../text/localized.ts";

/** A key of a scenario file, with what it takes. */
export interface DocumentedKey<Key extends string> {
  readonly key: Key;
  readonly doc: Localized;
}

/** The keys of a scenario file, for reading it, for completion and for the JSON Schema. */
export const scenarioFileKeys: readonly DocumentedKey<"defaults" | "scenarios">[] = [
  {
    key: "defaults",
    doc: {
      en: "Keys of a request (at, zone, channel, customer, asker, to) for every scenario that gives none.",
      ja: "シナリオに書かれていないときに使う依頼のキー（at、zone、channel、customer、asker、to など）。",
    },
  },
  {
    key: "scenarios",
    doc: {
      en: "The scenarios: a question each, and what the answer has to be.",
      ja: "シナリオの一覧。それぞれ一つの依頼と、あるべき答え。",
    },
  },
];

/** The keys of one scenario. */
export const scenarioKeys: readonly DocumentedKey<
  "name" | "request" | "expect" | "matrix" | "zone" | "skip" | "focus"
>[] = [
  {
    key: "name",
    doc: { en: "What the scenario is about, as test reports show it.", ja: "シナリオの内容。テストの結果に示される。" },
  },
  {
    key: "request",
    doc: {
      en: "The request: its kind, when it is received, and the kind's fields.",
      ja: "依頼。種類、届いた日時、その種類の項目。",
    },
  },
  {
    key: "expect",
    doc: {
      en: "Parts of the decision, and what each has to be. What is not named is not checked.",
      ja: "判断のうち確かめる部分と、あるべき値。書かれていないものは確かめない。",
    },
  },
  {
    key: "matrix",
    doc: {
      en: "Lists of values for `request.KEY` and `expect.KEY`, read row by row: each row is a scenario of its own.",
      ja: "`request.キー` と `expect.キー` の値の一覧。行ごとに読み、各行が一つのシナリオになる。",
    },
  },
  {
    key: "zone",
    doc: {
      en: "The zone of the times in this scenario; else that of the agreement.",
      ja: "このシナリオの日時のタイムゾーン。省略時は取り決めのもの。",
    },
  },
  { key: "skip", doc: { en: "Why the scenario is not run for now.", ja: "このシナリオを今は実行しない理由。" } },
  {
    key: "focus",
    doc: {
      en: "`yes`: while any scenario has it, only those that have it are run, and a warning says so.",
      ja: "`yes`: これを書いたシナリオがある間は、それだけを実行し、警告を出す。",
    },
  },
];

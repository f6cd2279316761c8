/** A key of a scenario file, with what it takes. */
export interface DocumentedKey<Key extends string> {
  readonly key: Key;
  readonly doc: string;
}

/** The keys of a scenario file, for reading it, for completion and for the JSON Schema. */
export const scenarioFileKeys: readonly DocumentedKey<"defaults" | "scenarios">[] = [
  {
    key: "defaults",
    doc: "Keys of a request (at, zone, channel, customer, asker, to) for every scenario that gives none.",
  },
  { key: "scenarios", doc: "The scenarios: a question each, and what the answer has to be." },
];

/** The keys of one scenario. */
export const scenarioKeys: readonly DocumentedKey<
  "name" | "request" | "expect" | "matrix" | "zone" | "skip" | "focus"
>[] = [
  { key: "name", doc: "What the scenario is about, as test reports show it." },
  { key: "request", doc: "The request: its kind, when it is received, and the kind's fields." },
  { key: "expect", doc: "Parts of the decision, and what each has to be. What is not named is not checked." },
  {
    key: "matrix",
    doc: "Lists of values for `request.KEY` and `expect.KEY`, read row by row: each row is a scenario of its own.",
  },
  { key: "zone", doc: "The zone of the times in this scenario; else that of the agreement." },
  { key: "skip", doc: "Why the scenario is not run for now." },
  { key: "focus", doc: "`yes`: while any scenario has it, only those are run." },
];

import type { Localized } from "../text/localized.ts";

/** A key of `expect` that ends in a name of the reader's own. */
export interface ArgumentKey {
  readonly key: string;
  readonly argument: string;
  readonly doc: Localized;
}

/** Keys beside those of `expectKeys` that take a word after them. */
export const argumentKeys: readonly ArgumentKey[] = [
  {
    key: "commitment",
    argument: "",
    doc: {
      en: "What may be promised: may, ask, never, silent, or none where no clause is about the kind.",
      ja: "約束の可否：may、ask、never、silent。その種類についての条項がなければ none。",
    },
  },
  {
    key: "commitment",
    argument: "KIND",
    doc: {
      en: "What may be promised of another kind, asked at the same time for the same customer.",
      ja: "同じ時刻に同じ顧客について尋ねた、別の種類の約束の可否。",
    },
  },
  {
    key: "lost",
    argument: "",
    doc: {
      en: "What did not decide, and why: `{ incidents.urgent: severity is urgent }` with the first condition that failed as the agreement has it, or a reason such as `not in force`; a list of names where any reason will do.",
      ja: "決定しなかったものとその理由。`{ incidents.urgent: severity is urgent }` のように、成り立たなかった最初の条件を取り決めのとおりに書くか、`not in force` などの理由を書く。理由を問わないときは名前の一覧。",
    },
  },
  {
    key: "step",
    argument: "NAME",
    doc: {
      en: "A step on the plain path: who has it (`by`), `start` and `end`, or `skipped: yes`.",
      ja: "通常の流れの手順。担当（`by`）、`start` と `end`、または `skipped: yes`。",
    },
  },
  {
    key: "needs",
    argument: "VALUE",
    doc: {
      en: "The answer if the missing field had this value: keys of `expect` again.",
      ja: "足りない項目がこの値だった場合の答え。中には `expect` と同じキーを書く。",
    },
  },
];

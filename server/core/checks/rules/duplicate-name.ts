import type { Model, Place } from "../../model/model.ts";
import type { Localized } from "../../text/localized.ts";
import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { problemsOf } from "../item.ts";
import { spaceWords } from "../words.ts";

/** A name that is declared twice in its kind. */
export const duplicateName = defineCheck({
  code: "SLA102",
  name: "duplicate-name",
  severity: "error",
  messages: {
    en: "'{name}' is already declared as {what} in {first}, so nobody can tell which is meant. Rename one of them.",
    ja: "「{name}」という{what}は {first} で既に宣言されているため、どちらを指すのか分かりません。どちらかの名前を変えてください。",
  },
  docs: () =>
    page(
      {
        en:
          "A name that is declared twice in its kind: two calendars, two teams or two request kinds, two fields of a request " +
          "kind, two clauses of an agreement, two cases of a clause. The first one counts, in the order of the files; since that " +
          "order should not matter, the second is an error. Rename one of them.",
        ja:
          "同じ種類の中で、二度宣言された名前です。" +
          "二つのカレンダー、チーム、依頼の種類のほか、依頼の種類の中の二つの項目、取り決めの中の二つの条項、条項の中の二つの case も同じです。" +
          "有効なのは、ファイルの順で最初に宣言されたものです。順序に意味を持たせるべきではないので、二つ目以降をエラーにします。" +
          "どちらかの名前を変えてください。",
      },
      {
        bad: `
channel fax, email
             ^^^^^
agreement faxes between Sales and Support {
  handle lost_faxes: lost_fax {
    by      Support
    via     email
  }
}
request lost_fax
`,
        good: `
request lost_form
agreement forms between Sales and Support {
  handle lost_forms: lost_form {
    by  Support
    via email
  }
}
`,
      },
    ),
  scope: "model",
  run(model, report) {
    for (const problem of problemsOf(model, "duplicate name")) {
      const { name, space, place, first } = problem;
      const holes = { name, what: spaceWords[space], first: fileOf(model, place, first) };
      report(place, holes, { related: [{ place: first, note }] });
    }
  },
});

const note: Localized = { en: "declared here first", ja: "最初の宣言" };

function fileOf(model: Model, place: Place, first: Place): Localized | string {
  const path = model.origin(first.item)?.path;
  return path === undefined || path === model.origin(place.item)?.path ? { en: "this file", ja: "このファイル" } : path;
}

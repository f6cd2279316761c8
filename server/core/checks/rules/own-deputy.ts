import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { deleteLinesFix } from "../fixes.ts";

/** A person who is their own deputy. */
export const ownDeputy = defineCheck({
  code: "SLA404",
  name: "own-deputy",
  severity: "error",
  messages: {
    en: "{person} cannot stand in for {person}: when one is away, so is the other. Name somebody else.",
    ja: "{person} は自分自身の代理にはなれません。不在のときは代理も不在です。別の人を書いてください。",
  },
  docs: () =>
    page(
      {
        en:
          "Somebody who is named as their own deputy. A deputy is there on the days when the person is not; oneself never is. " +
          "Name somebody else.",
        ja:
          "自分自身の代理になっている人です。代理は、本人がいない日に代わりを務める人ですが、自分自身がその日にいることはありません。" +
          "別の人を書いてください。",
      },
      {
        bad: `
team Logistics {
  lead    Ueda
  members Noda
  deputy  Ueda for Ueda
  ^^^^^^^^^^^^^^^^^^^^^
}
`,
        good: `
team Logistics {
  lead    Ueda
  members Noda
  deputy  Noda for Ueda
}
`,
        fix: `
team Logistics {
  lead    Ueda
  members Noda
}
`,
      },
    ),
  scope: "company",
  run(model, report) {
    for (const team of model.teams.values())
      for (const { value, place } of team.deputies)
        if (value.person === value.of)
          report(
            place,
            { person: value.person },
            { fixes: [deleteLinesFix({ en: "Delete this line", ja: "この行を削除する" }, () => place)] },
          );
  },
});

import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { problemsOf } from "../item.ts";

/** A name that a team and a person share. */
export const teamAndPerson = defineCheck({
  code: "SLA103",
  name: "team-and-person",
  severity: "error",
  messages: {
    en: "'{name}' is the name of a team and of a person, so 'by {name}' could be either. Rename the team, or write the person's full name.",
    ja: "「{name}」はチームの名前でも人の名前でもあるため、「by {name}」がどちらを指すのか分かりません。チームの名前を変えるか、人をフルネームで書いてください。",
  },
  docs: () =>
    page(
      {
        en:
          "A team with the name of a person. Both can stand after `by` and `to`, so nobody can tell which of them such a line " +
          "means. Rename the team, or write the person's full name.",
        ja:
          "人と同じ名前のチームです。`by` と `to` の後にはチームも人も書けるため、その行がどちらを指すのか分かりません。" +
          "チームの名前を変えるか、人をフルネームで書いてください。",
      },
      {
        bad: `
team Ueda {
     ^^^^
  lead    Ueda
  members Noda
}
`,
        good: `
team Logistics {
  lead    Ueda
  members Noda
}
`,
      },
    ),
  scope: "model",
  run(model, report) {
    for (const { name, place, person } of problemsOf(model, "team and person"))
      report(place, { name }, { related: [{ place: person, note: { en: "the person", ja: "同じ名前の人" } }] });
  },
});

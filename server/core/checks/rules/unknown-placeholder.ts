import { defineCheck } from "../define.ts";
import { page } from "../docs.ts";
import { replaceFix } from "../fixes.ts";
import { phrase } from "../message.ts";

/** A word in braces in a `say` text that nothing is put in for. */
export const unknownPlaceholder = defineCheck({
  code: "SLA121",
  name: "unknown-placeholder",
  severity: "warning",
  messages: {
    en: "Nothing is put in for {name}, so the customer would read it as it stands. Write {known}, or leave out the braces.",
    ja: "{name} には何も入らないため、そのまま相手に届きます。{known} と書くか、波括弧を外してください。",
  },
  docs: () =>
    page(
      {
        en:
          "A word in braces, in the sentence to say, for which nothing is put in. The customer would read it as it stands. Only " +
          "`{channel}` is known: it becomes the channels to use, with the team's addresses.",
        ja:
          "案内文の中の、何にも置き換わらない波括弧の語です。そのまま相手に届いてしまいます。" +
          "使えるのは `{channel}` だけで、使える連絡手段とチームの宛先に置き換わります。",
      },
      {
        bad: `
request outage
agreement support between Sales and Support {
  handle outages: outage {
    by  Support
    via email
    say "Please write to {chanel}."
                         ^^^^^^^^
  }
}
`,
        fixed: `
request outage
agreement support between Sales and Support {
  handle outages: outage {
    by  Support
    via email
    say "Please write to {channel}."
  }
}
`,
      },
    ),
  scope: "names",
  run({ problems }, report) {
    for (const { place, name, known } of problems("unknown placeholder")) {
      const fixes = known.map((each) => {
        const meant = `{${each}}`;
        return replaceFix(phrase("Write {meant}", "{meant} と書く", { meant }), place, meant);
      });
      report(place, { name: `{${name}}`, known: known.map((each) => `{${each}}`).join(", ") }, { fixes });
    }
  },
});

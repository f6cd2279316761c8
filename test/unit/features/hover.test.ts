import * as assert from "node:assert/strict";
import type { Locale } from "../../../server/core/checks/message.ts";
import { hoverAt } from "../../../server/core/features/hover.ts";
import { company } from "../../harness/company.ts";
import { opened, testNow } from "../../harness/features.ts";
import { outdented } from "../../harness/fixture.ts";

function check(marked: string, expected: string, locale: Locale = "en"): void {
  const { snapshot, path, offset } = opened(marked);
  const hover = hoverAt(snapshot, path, offset, { now: testNow, locale });
  assert.equal(hover?.markdown.replace(/\n\n+/g, "\n") ?? "", outdented(expected).trimEnd());
}

const agreement = `agreement support between Sales and Support {
  effective 2026-01-01..2026-12-31
  handle incidents: incident {
    by       Support
    via      email
    via      phone during office
    respond  within 4 business hours
    resolve  within 1 business day before 12:00
    escalate after 30 business minutes to lead of Support
    case urgent when severity is urgent {
      respond within 1 business hour
    }
  }
  commit discounts: discount by Sales {
    may when rate <= 10%
    ask lead of Sales within 1 business day when rate > 10% and rate <= 20%
    never when rate > 20% because "margin floor"
  }
}
exception acme_cutover to support.incidents when customer is Acme {
  effective 2026-08-22..2026-08-23
  by        Kudo
  surcharge 35% because "work on the weekly rest day"
  owner     Mori
  approved  by Ito on 2026-08-18
  reason    "the customer moves its systems"
}
`;

/** The company and its agreement, with the cursor before the first occurrence of a text. */
function at(text: string): string {
  const whole = company + agreement;
  const index = whole.indexOf(text);
  assert.ok(index >= 0);
  return `${whole.slice(0, index)}$0${whole.slice(index)}`;
}

describe("hover on a calendar", () => {
  it("shows the week: open times, and the holiday as one", () => {
    // the test day is Monday 2026-08-24, 10:00 in Tokyo; 2026-08-26 is the harness's holiday
    check(
      at("office in"),
      `
      **office** — opening hours in Asia/Tokyo
      Opening hours of the Tokyo office.
      Open now.
      The week of 2026-08-24:
      - Mon 08-24: 09:00–12:00, 13:00–18:00
      - Tue 08-25: 09:00–12:00, 13:00–18:00
      - Wed 08-26: closed (holiday of Japan)
      - Thu 08-27: 09:00–12:00, 13:00–18:00
      - Fri 08-28: 09:00–12:00, 13:00–18:00
      - Sat 08-29: closed
      - Sun 08-30: closed
      `,
    );
  });

  it("shows it in Japanese, overnight hours and dated closures with their reason", () => {
    // 10:00 in Tokyo is outside 22:00–06:00; Monday's next opening is 22:00. A closed day cuts the part on its own date
    // (language.md M2): Monday's shift from midnight on and Tuesday's up to midnight.
    check(
      'calendar 夜間$0 in Asia/Tokyo {\n  open Mon..Fri 22:00-06:00\n  closed 2026-08-25 because "棚卸し"\n}\n',
      `
      **夜間** — Asia/Tokyo での営業時間
      現在は休み。次は 月 2026-08-24 22:00 から。
      2026-08-24 の週:
      - 月 08-24: 22:00–24:00
      - 火 08-25: 休み (棚卸し)
      - 水 08-26: 00:00–06:00, 22:00–24:00
      - 木 08-27: 00:00–06:00, 22:00–24:00
      - 金 08-28: 00:00–06:00, 22:00–24:00
      - 土 08-29: 00:00–06:00
      - 日 08-30: 休み
      `,
      "ja",
    );
  });
});

describe("hover on a clause", () => {
  it("says what it decides, with its cases and exceptions", () => {
    check(
      at("incidents:"),
      `
      **support.incidents** — handles \`incident\`
      - done by Support
      - via email; phone during office
      - respond within 4 business hours
      - resolve within 1 business day, before 12:00
      - after 30 business minutes, tell the lead of Support
      **Cases**
      - \`urgent\`: when \`severity is urgent\`; respond within 1 business hour
      **Exceptions**
      - \`acme_cutover\`: 2026-08-22..2026-08-23 (over), when \`customer is Acme\`
      `,
    );
  });

  it("says what may be promised", () => {
    check(
      at("discounts:"),
      `
      **support.discounts** — what Sales may promise about \`discount\`
      - **may** when \`rate <= 10%\`
      - **ask** the lead of Sales within 1 business day when \`rate > 10% and rate <= 20%\`
      - **never** when \`rate > 20%\`, because margin floor
      `,
    );
  });

  it("says in Japanese by when, with a time of day or without", () => {
    const { snapshot, path, offset } = opened(at("incidents:"));
    const shown = hoverAt(snapshot, path, offset, { now: testNow, locale: "ja" })?.markdown ?? "";
    assert.match(shown, /^- 解決: 1 営業日の 12:00 まで$/m);
    assert.match(shown, /^- 回答: 4 営業時間以内$/m);
  });

  it("says what a case changes", () => {
    check(
      at("urgent when"),
      `
      **support.incidents.urgent** — a case of \`support.incidents\`: what it does not state stays as it is there
      - when \`severity is urgent\`
      - respond within 1 business hour
      `,
    );
  });

  it("says what an exception bends, and whether it is in force", () => {
    check(
      at("acme_cutover to"),
      `
      **acme_cutover** — bends \`support.incidents\`
      - 2026-08-22..2026-08-23 (over)
      - when \`customer is Acme\`
      - done by Kudo
      - surcharge 35%, because work on the weekly rest day
      - owner Mori
      - approved by Ito
      - reason: the customer moves its systems
      `,
    );
  });
});

describe("hover on other names and words", () => {
  it("shows title and documentation", () => {
    check(
      at("Support {\n  title"),
      `
      **Support** — team
      *システム部*
      - led by Ito
      - members: Abe, Kudo
      - hours: office
      - email: support@example.co.jp
      - phone: 03-0000-0000
      - on duty in turn: Abe, Kudo, weekly
      `,
    );
    check(
      at("incident { severity"),
      `
      **incident** — kind of request
      Something does not work as agreed.
      - \`severity\`: \`normal | urgent\`
      - clauses about it: \`support.incidents\`
      `,
    );
    check(at("severity:"), "**severity** — field of incident\n- `normal | urgent`");
    check(at("normal |"), "**normal** — a value of incident.severity");
    check(at("Mori, Tanaka"), "**Mori** — person\n- of Sales");
    check(at("Acme {"), "**Acme** — customer\n*Acme 株式会社*\n- owner Mori\n- `tier is gold`");
  });

  it("explains words of the language", () => {
    check("te$0am A {\n}\n", "**team** — A team: its people, hours, addresses and duty roster.");
    check("te$0am A {\n}\n", "**team** — チーム。人、営業時間、連絡先、当番表。", "ja");
  });

  it("has nothing to say about unknown names, texts, and other files", () => {
    check("team A {\n  hours no$0where\n}\n", "");
    check('team A {\n  title "te$0am"\n}\n', "");
    check("// === torikime.yaml\nloc$0ale: en\n", "");
  });
});

import assert from "node:assert/strict";
import type { Locale } from "../../../server/core/checks/message.ts";
import { hoverAt } from "../../../server/core/features/hover/hover.ts";
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
      現在は休み。次は 2026年8月24日（月）22:00 から。
      2026年8月24日の週：
      - 8月24日（月）：22:00–24:00
      - 8月25日（火）：休み（棚卸し）
      - 8月26日（水）：00:00–06:00、22:00–24:00
      - 8月27日（木）：00:00–06:00、22:00–24:00
      - 8月28日（金）：00:00–06:00、22:00–24:00
      - 8月29日（土）：00:00–06:00
      - 8月30日（日）：休み
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
    assert.match(shown, /^- 解決：1 営業日の 12:00 まで$/m);
    assert.match(shown, /^- 回答：4 営業時間以内$/m);
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

/** Work in steps, duties, promises and a customer that passes over; the test day is Monday 2026-08-24. */
const work = `agreement orders between Sales and Support {
  effective 2026-01-01..2026-12-31
  handle orders: incident {
    by      Support
    via     email
    step    draft by Sales within 4 business hours needs order_form
    step    verify by Support within 1 business day checks severity twice else back to draft within 2 business hours
    step    place by lead of Support at next Thu 15:00 when severity is urgent
    resolve within 5 business days
    case urgent when severity is urgent {
      step  verify by Abe within 1 business hour
    }
    table tier -> respond
      gold     -> 1 business hour
      any      -> 4 business hours
  }
  guarantee first_answer: incident to customers when tier is gold {
    respond within 7 calendar days
  }
  guarantee discounts_stay: discount to Acme {
    respond within 7 calendar days
  }
  owe forms: Sales to Support "a complete form" with every incident
  owe status: Support to Sales "a list" every Wed, Fri before 10:00
  owe early: Sales to Support "papers" 2 business days before day of every visit
  owe answer: Support to Sales "an answer" within 4 business hours of every incident
}
request visit { day: date }
exception quick to orders.orders {
  effective 2026-08-22..2026-08-30
  step      draft by Sales at next 11:00
  owner     Mori
  approved  by Ito on 2026-08-18
  reason    "a fair"
}
customer Beta {
  owner   Mori
  records contracts at "cabinet 1", bids at "cabinet 2"
  due     bid on 08-31 by Mori needs form 3 business days before, seal 2 calendar days before
  due     opening on 2026-05-01 by Support
}
handover beta_2026 of Beta from Mori to Tanaka {
  effective 2026-08-01..2026-09-30
  covers    contracts
}
prove always: incident is handled by Support when tier is gold
`;

/** The company and its work, with the cursor before the first occurrence of a text. */
function atWork(text: string): string {
  const index = work.indexOf(text);
  assert.ok(index >= 0, text);
  return `${company}${work.slice(0, index)}$0${work.slice(index)}`;
}

describe("dates in hovers", () => {
  it("are written as the language does, what is the same said once", () => {
    const shown = (dates: string, locale: Locale) => {
      const { snapshot, path, offset } = opened(`${company}team Extra {\n  lead $0Ueda\n  away Ueda ${dates}\n}\n`);
      return /(?:is away |Ueda は )(.*?)(?:に不在)?$/m.exec(
        hoverAt(snapshot, path, offset, { now: testNow, locale })?.markdown ?? "",
      )?.[1];
    };
    assert.equal(shown("2026-08-22..2026-09-01", "en"), "2026-08-22..2026-09-01");
    assert.equal(shown("2026-08-22..2026-09-01", "ja"), "2026年8月22日〜9月1日");
    assert.equal(shown("2026-08-22..2026-08-23", "ja"), "2026年8月22日〜23日");
    assert.equal(shown("2026-12-22..2027-01-03", "ja"), "2026年12月22日〜2027年1月3日");
    assert.equal(shown("2026-08-22", "ja"), "2026年8月22日");
  });
});

describe("hover on steps", () => {
  it("says who does it, by when, with what, and who does it otherwise", () => {
    check(
      atWork("draft by Sales within"),
      `
      **draft** — step 1 of 3 in \`orders.orders\`
      - done by Sales, within 4 business hours
      - needs order_form
      **Stated otherwise**
      - \`quick\`: done by Sales, at the next 11:00
      `,
    );
    check(
      atWork("verify by Abe"),
      `
      **verify** — step 2 of 3 in \`orders.orders\`
      - done by Support, within 1 business day
      - two people check severity
      - what is wrong goes back to \`draft\`, to be mended within 2 business hours
      **Stated otherwise**
      - \`orders.orders.urgent\`: done by Abe, within 1 business hour
      `,
    );
    check(
      atWork("place by"),
      `
      **place** — \`orders.orders\` の手順（3 段階中の 3 番目）
      - 担当：Support のリーダー、次の木曜 15:00
      - 条件：\`severity is urgent\`（満たさなければ省略）
      `,
      "ja",
    );
  });

  it("lists them with their clause, and names the rows of a table by what they are about", () => {
    check(
      atWork("orders: incident"),
      `
      **orders.orders** — handles \`incident\`
      - done by Support
      - via email
      - resolve within 5 business days
      **Steps**
      - \`draft\`: Sales, within 4 business hours
      - \`verify\`: Support, within 1 business day
      - \`place\`: the lead of Support, at the next Thu 15:00
      **Cases**
      - \`urgent\`: when \`severity is urgent\`; in steps: \`verify\`
      - \`gold\`: when \`tier is gold\`; respond within 1 business hour
      - \`any\`: respond within 4 business hours
      **Exceptions**
      - \`quick\`: 2026-08-22..2026-08-30 (in force)
      `,
    );
  });
});

describe("hover on a row of a table", () => {
  it("says of which requests it is, and what it states", () => {
    const row = `
      **orders.orders.gold** — a case of \`orders.orders\`: what it does not state stays as it is there
      - when \`tier is gold\`
      - respond within 1 business hour
      `;
    check(atWork("-> 1 business hour"), row);
    check(atWork("gold     ->"), `**gold** — a value of tier\n- \`standard | gold\`\n---\n${outdented(row)}`);
  });
});

describe("hover on guarantees, duties and claims", () => {
  it("says what is promised, and who has to keep it", () => {
    check(
      atWork("first_answer"),
      `
      **orders.first_answer** — promised to all customers about \`incident\`
      - when \`tier is gold\`
      - respond within 7 calendar days
      - to be kept by \`orders.orders\`
      `,
    );
    check(
      atWork("discounts_stay"),
      `
      **orders.discounts_stay** — \`discount\` について \`Acme\` に保証すること
      - 回答：7 日以内
      - 扱う条項がない
      `,
      "ja",
    );
  });

  it("says what is owed, and when it is owed next", () => {
    // the harness's holiday is Wednesday 08-26, so Wednesday's list is due on the business day before it
    check(
      atWork("status:"),
      `
      **orders.status** — Support owes Sales: a list
      - every Wed, Fri before 10:00
      - on a closed day, the business day before
      - next: Tue 2026-08-25, by 10:00
      `,
    );
    check(
      atWork("status:"),
      `
      **orders.status** — Support から Sales へ：a list
      - 毎週水・金曜の 10:00 まで
      - 休みの日なら、その前の営業日
      - 次回：2026年8月25日（火）10:00 まで
      `,
      "ja",
    );
    check(atWork("forms:"), "**orders.forms** — Sales owes Support: a complete form\n- with every `incident`");
    check(
      atWork("early:"),
      "**orders.early** — Sales owes Support: papers\n- 2 business days before `day` of every `visit`",
    );
    check(
      atWork("answer: Supp"),
      "**orders.answer** — Support owes Sales: an answer\n- within 4 business hours of every `incident`",
    );
  });

  it("says what is claimed", () => {
    check(
      atWork("always:"),
      "**always** — must hold for every request of the kind `incident`\n- `is handled by Support when tier is gold`",
    );
  });
});

describe("hover on customers and handovers", () => {
  it("says of a customer what is known, where, and which dates matter", () => {
    check(
      atWork("Beta {"),
      `
      **Beta** — customer
      - owner Mori
      - record \`contracts\`: cabinet 1
      - record \`bids\`: cabinet 2
      - \`bid\`: next Mon 2026-08-31, Mori sees to it
      - \`opening\`: it was on Fri 2026-05-01
      - handed over from Mori to Tanaka in \`beta_2026\`
      `,
    );
  });

  it("says of a date what has to be there by when", () => {
    // the business days before Monday 08-31 are Fri 28, Thu 27, and Tue 25, as Wednesday is the harness's holiday; the second
    // calendar day before it is Sat 29, which ends at 24:00
    const due = `
      **bid** — a date that matters for \`Beta\`
      - every year
      - next: Mon 2026-08-31
      - Mori sees to it
      - \`form\` has to be there 3 business days before: Tue 2026-08-25, by 18:00
      - \`seal\` has to be there 2 calendar days before: Sat 2026-08-29, by 24:00
      `;
    check(atWork("bid on"), due);
    check(atWork("seal 2"), due);
    check(
      atWork("opening on"),
      "**opening** — a date that matters for `Beta`\n- it was on Fri 2026-05-01\n- Support sees to it",
    );
  });

  it("says of a record where it is, and of a handover how far it is", () => {
    check(
      atWork("contracts\n}"),
      "**contracts** — a record of `Beta`\n- cabinet 1\n- handed over from Mori to Tanaka in `beta_2026`",
    );
    check(
      atWork("beta_2026 of"),
      `
      **beta_2026** — \`Beta\` passes from Mori to Tanaka
      - 2026-08-01..2026-09-30 (under way)
      - both are on the route while it lasts
      - covers \`contracts\`: cabinet 1
      - does not cover \`bids\`
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
    check(at("normal |"), "**normal** — a value of incident.severity\n- `normal | urgent`");
    check(at("Mori, Tanaka"), "**Mori** — person\n- of Sales");
    check(at("Acme {"), "**Acme** — customer\n*Acme 株式会社*\n- owner Mori\n- `tier is gold`");
  });

  it("explains words of the language", () => {
    check("te$0am A {\n}\n", "**team** — A team: its people, hours, addresses and duty roster.");
    const within = (marked: string) => `agreement a between b and c {\n  handle x: y {\n    ${marked}\n  }\n}\n`;
    check(within("respond within 7 calen$0dar days"), "**calendar** — Counted by dates, closed days included.");
    check(within("respond within 7 business ho$0urs"), "");
    check(within("cutoff 15:00\n    via em$0ail"), "");
    check(within("cutoff 15:00\n    vi$0a email"), "**via** — The channels on which it is taken.");
    check("te$0am A {\n}\n", "**team** — チーム。人、営業時間、連絡先、当番表。", "ja");
  });

  it("has nothing to say about unknown names, texts, and other files", () => {
    check("team A {\n  hours no$0where\n}\n", "");
    check('team A {\n  title "te$0am"\n}\n', "");
    check("// === torikime.yaml\nloc$0ale: en\n", "");
  });
});

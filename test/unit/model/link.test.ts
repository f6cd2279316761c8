import assert from "node:assert/strict";
import type { Condition } from "../../../server/core/model/model.ts";
import { modelOf } from "../../harness/models.ts";
import { plain, problemLines, textAt } from "./models.ts";

const company = `
calendar office in Asia/Tokyo {
  open Mon..Fri 09:00-12:00, 13:00-18:00
}
channel email, portal, phone
attribute tier of customer: standard | silver | gold
request incident { severity: normal | urgent }
request how_to
request discount { rate: percent, amount: JPY, lead: business days, start: date, daytime: time, note: text }
team Sales {
  lead    Sato
  members Mori, Tanaka
}
team Support {
  lead    Ito
  members Abe, Kudo
}
customer Acme {
  owner Mori
}
`;

/** The day of a date, by the platform's calendar. */
function day(text: string): number {
  return Date.parse(`${text}T00:00Z`) / 86_400_000;
}

/** The model of the company and more, in which nothing is wrong. */
function sound(text: string) {
  const model = modelOf(company, text);
  assert.deepEqual(problemLines(model), []);
  return model;
}

/** The lines of a handle clause as plain data, without what is empty. */
function handleLines(lines: string) {
  const model = sound(`agreement a between Sales and Support {\n handle h: incident {\n${lines}\n}\n}\n`);
  const clause = model.clauses.get("a.h");
  return clause?.kind === "handle" ? plain(clause.lines) : undefined;
}

/** A condition in a commit clause about discounts, with values as plain data. */
function condition(text: string): unknown {
  const model = modelOf(
    company,
    `agreement a between Sales and Support {\n commit c: discount by Sales when ${text} {\n}\n}\n`,
  );
  return plain(model.clauses.get("a.c")?.when);
}

describe("linking", () => {
  describe("calendars", () => {
    it("reads every kind of line", () => {
      const model = sound(`calendar desk in Europe/Berlin {
  open   Mon..Wed, Sat 22:00-06:00
  closed holidays of "DE-BY"
  closed 12-29..01-03 because "year-end"
  open   2026-12-29 10:00-15:00
  closed during office
  rest   Sun
}`);
      assert.deepEqual(plain(model.calendars.get("desk")), {
        name: "desk",
        zone: "Europe/Berlin",
        rules: [
          // Monday is bit 0: 1 + 2 + 4, and Saturday is bit 5: 32.
          { effect: "open", days: { kind: "weekdays", mask: 39 }, times: [{ from: 22 * 60, to: 6 * 60 }] },
          { effect: "closed", days: { kind: "holidays", region: "DE-BY" } },
          {
            effect: "closed",
            days: { kind: "monthdays", first: { month: 12, day: 29 }, last: { month: 1, day: 3 } },
            because: "year-end",
          },
          {
            effect: "open",
            days: { kind: "dates", first: day("2026-12-29"), last: day("2026-12-29") },
            times: [{ from: 600, to: 900 }],
          },
          { effect: "closed", days: { kind: "during", calendars: ["office"] } },
        ],
        rest: 64,
      });
    });

    it("takes weekdays round the weekend", () => {
      const model = sound("calendar desk in UTC {\n  open Sat..Mon\n}");
      // Saturday 32, Sunday 64, Monday 1.
      assert.deepEqual(plain(model.calendars.get("desk")?.rules[0]?.days), { kind: "weekdays", mask: 97 });
    });

    it("leaves out the line that cannot be meant, and keeps the others", () => {
      const model = modelOf("calendar desk in UTC {\n  open Mon 09:00-09:00\n  open during nowhere\n  open Tue\n}");
      assert.deepEqual(plain(model.calendars.get("desk")?.rules), [
        { effect: "open", days: { kind: "weekdays", mask: 2 } },
      ]);
    });
  });

  describe("teams and people", () => {
    const text = `team Desk {
  title   "窓口"
  lead    Ito
  members Abe, 中村
  hours   office
  reach   via email at "desk@example.co.jp"
  duty    Abe, 中村 weekly from 2026-04-06
  deputy  Abe for Ito
  away    Abe 2026-08-10..2026-08-16
}`;

    it("reads every line of a team", () => {
      assert.deepEqual(plain(sound(text).teams.get("Desk")), {
        name: "Desk",
        title: "窓口",
        lead: { value: "Ito" },
        members: [{ value: "Abe" }, { value: "中村" }],
        hours: { value: "office" },
        reach: [{ value: { channel: "email", address: "desk@example.co.jp" } }],
        duty: { value: { people: ["Abe", "中村"], turn: "weekly", from: day("2026-04-06") } },
        deputies: [{ value: { person: "Abe", of: "Ito" } }],
        away: [{ value: { person: "Abe", days: { first: day("2026-08-10"), last: day("2026-08-16") } } }],
      });
    });

    it("declares people by naming them as lead or member, in all their teams", () => {
      const people = sound(text).people;
      assert.deepEqual([...people.keys()], ["Sato", "Mori", "Tanaka", "Ito", "Abe", "Kudo", "中村"]);
      assert.deepEqual(people.get("Abe")?.teams, ["Support", "Desk"]);
      assert.deepEqual(people.get("Abe")?.places.map(textAt), ["Abe", "Abe"]);
    });

    it("compares names after NFKC", () => {
      assert.equal(sound("team ﾃﾞｽｸ {\n  lead Ｉｔｏ\n}").people.get("Ito")?.teams.join(), "Support,デスク");
    });

    it("marks the lines that are there but say nothing", () => {
      assert.deepEqual(modelOf("team T {\n  lead\n  hours nowhere\n  duty\n}").teams.get("T")?.broken, [
        "lead",
        "hours",
        "duty",
      ]);
    });
  });

  describe("request kinds, attributes and customers", () => {
    it("reads the type of every field", () => {
      const fields = sound("request x { a: p | q, b: number, c: clock minutes }\n").kinds.get("x")?.fields ?? [];
      assert.deepEqual(plain(fields), [
        { name: "a", type: { kind: "enum", values: ["p", "q"] } },
        { name: "b", type: { kind: "number" } },
        { name: "c", type: { kind: "duration", unit: "clock minutes" } },
      ]);
      assert.deepEqual(
        plain(
          sound("")
            .kinds.get("discount")
            ?.fields.map((field) => field.type),
        ),
        [
          { kind: "percent" },
          { kind: "money", currency: "JPY" },
          { kind: "duration", unit: "business days" },
          { kind: "date" },
          { kind: "time" },
          { kind: "text" },
        ],
      );
    });

    it("reads a customer with its attributes", () => {
      const model = sound(
        'attribute since of customer: date\ncustomer Beta {\n  title "ベータ"\n  owner Mori\n  backup Tanaka\n' +
          "  tier is gold\n  since is 2020-04-01\n}\n",
      );
      assert.deepEqual(plain(model.customers.get("Beta")), {
        name: "Beta",
        title: "ベータ",
        owner: { value: "Mori" },
        backup: { value: "Tanaka" },
        attributes: {
          tier: { value: { kind: "name", name: "gold" } },
          since: { value: { kind: "day", day: day("2020-04-01") } },
        },
      });
    });

    it("keeps the doc comment", () => {
      assert.equal(
        sound("/// What a customer\n/// may ask.\nrequest x\n").kinds.get("x")?.doc,
        "What a customer\nmay ask.",
      );
    });
  });

  describe("agreements", () => {
    it("reads the head, the term and the review", () => {
      const model = sound(`agreement a between Sales and Support in Asia/Tokyo {
  title     "取り決め"
  effective 2026-04-01..2027-03-31
  review    every 6 months by Ito
}`);
      assert.deepEqual(plain(model.agreements.get("a")), {
        name: "a",
        title: "取り決め",
        parties: ["Sales", "Support"],
        zone: "Asia/Tokyo",
        effective: { value: { first: day("2026-04-01"), last: day("2027-03-31") } },
        review: { value: { months: 6, by: "Ito" } },
      });
    });

    it("names clauses and cases by their path, and quotes a name that has a dot", () => {
      const model = sound(`agreement a between Sales and Support {
  handle h: incident, how_to {
    case urgent: incident when severity is urgent {
      case gold when tier is gold {
      }
    }
  }
  commit \`v1.5\`: discount by Sales {
    case gold when tier is gold {
    }
  }
}`);
      assert.deepEqual(
        [...model.clauses].map(([id, clause]) => [id, clause.kind, clause.kinds.join()]),
        [
          ["a.h", "handle", "incident,how_to"],
          ["a.h.urgent", "handle", "incident"],
          ["a.h.urgent.gold", "handle", ""],
          ["a.`v1.5`", "commit", "discount"],
          ["a.`v1.5`.gold", "commit", ""],
        ],
      );
    });
  });

  describe("handle clauses", () => {
    it("reads every line", () => {
      const lines = handleLines(`by       Abe of Support
via      email, portal
via      phone during office
hours    office
cutoff   15:00
respond  within 4 business hours
resolve  within 1 business day before 12:00
escalate after 30 clock minutes to lead of Support
escalate after 2 business hours to all of Support
say      "Write to {channel}."
decline  because "not ours"
surcharge 35% because "a rest day"`);
      assert.deepEqual(lines, {
        by: { value: { kind: "person", person: "Abe", of: "Support" } },
        via: {
          value: [{ value: { channels: ["email", "portal"] } }, { value: { channels: ["phone"], during: "office" } }],
        },
        hours: { value: "office" },
        cutoff: { value: 900 },
        respond: { value: { amount: 4, unit: "business hours" } },
        resolve: { value: { amount: 1, unit: "business days", before: 720 } },
        escalate: {
          value: [
            { value: { after: { amount: 30, unit: "clock minutes" }, to: { kind: "lead of", team: "Support" } } },
            { value: { after: { amount: 2, unit: "business hours" }, to: { kind: "all of", team: "Support" } } },
          ],
        },
        say: { value: "Write to {channel}." },
        decline: { value: "not ours" },
        surcharge: { value: { rate: { kind: "percent", percent: { unscaled: 35, scale: 0 } }, because: "a rest day" } },
      });
    });

    it("knows whom is meant", () => {
      const who = (text: string) => handleLines(`by ${text}`);
      assert.deepEqual(who("Support"), { by: { value: { kind: "team", team: "Support" } } });
      assert.deepEqual(who("Abe"), { by: { value: { kind: "person", person: "Abe" } } });
      assert.deepEqual(who("lead of asker"), { by: { value: { kind: "lead of asker" } } });
      assert.deepEqual(who("owner of customer"), { by: { value: { kind: "owner of customer" } } });
    });

    it("reads surcharges of every kind", () => {
      const rate = (text: string) => handleLines(`surcharge ${text}`);
      assert.deepEqual(rate("5_000 JPY"), {
        surcharge: { value: { rate: { kind: "amount", amount: { unscaled: 5000, scale: 0 }, currency: "JPY" } } },
      });
      assert.deepEqual(rate("premium of Japan"), {
        surcharge: { value: { rate: { kind: "premium", region: "Japan" } } },
      });
    });

    it("points at the line that states a property, and at the first of several", () => {
      const model = modelOf(
        company,
        "agreement a between Sales and Support {\n handle h: incident {\n  via email\n  via portal\n  hours office\n }\n}\n",
      );
      const clause = model.clauses.get("a.h");
      assert.ok(clause?.kind === "handle" && clause.lines.via && clause.lines.hours);
      assert.equal(textAt(clause.lines.via.place), "via email");
      assert.equal(textAt(clause.lines.hours.place), "hours office");
      assert.equal(textAt(clause.place), "h");
    });

    it("marks the lines that are there but cannot be used, so that nobody says they are absent", () => {
      const model = modelOf(
        company,
        "agreement a between Sales and Support {\n handle h: incident {\n  by Nobody\n  respond within 4 hours\n  resolve\n }\n}\n",
      );
      const clause = model.clauses.get("a.h");
      assert.deepEqual(clause?.kind === "handle" && clause.lines.broken, ["by", "respond", "resolve"]);
    });

    it("makes a case of each row of a target table, named by its values", () => {
      const model = sound(
        `agreement a between Sales and Support {
  handle h: incident {
    table tier, severity -> respond,             resolve
      gold, urgent       -> 30 business minutes, 4 business hours
      silver, any        -> 4 business hours,    3 business days
  }
}`,
      );
      assert.deepEqual(plain(model.clauses.get("a.h.gold urgent")), {
        kind: "handle",
        id: "a.h.gold urgent",
        name: "gold urgent",
        agreement: "a",
        when: {
          kind: "and",
          parts: [
            {
              kind: "is",
              subject: { kind: "attribute", name: "tier" },
              negated: false,
              values: [{ kind: "name", name: "gold" }],
            },
            {
              kind: "is",
              subject: { kind: "field", name: "severity" },
              negated: false,
              values: [{ kind: "name", name: "urgent" }],
            },
          ],
        },
        lines: {
          respond: { value: { amount: 30, unit: "business minutes" } },
          resolve: { value: { amount: 4, unit: "business hours" } },
        },
      });
      assert.equal(model.clauses.get("a.h.silver any")?.when?.kind, "is");
    });

    it("gives rows of the same values in two tables names of their own", () => {
      const model = sound(`agreement a between Sales and Support {
  handle h: incident {
    table severity -> respond
      urgent -> 1 business hour
    table severity -> resolve
      urgent -> 1 business day
  }
}`);
      assert.deepEqual([...model.clauses.keys()], ["a.h", "a.h.urgent", "a.h.urgent 2"]);
    });
  });

  describe("commit clauses", () => {
    it("reads the verdicts with whom to ask and by when", () => {
      const model = sound(`agreement a between Sales and Support {
  commit c: discount by Sales {
    may when rate <= 12.50%
    ask lead of Sales within 1 business day
    never because "margin floor"
    case gold when tier is gold {
      may
    }
  }
}`);
      const clause = model.clauses.get("a.c");
      assert.ok(clause?.kind === "commit");
      assert.equal(clause.by, "Sales");
      assert.deepEqual(plain(clause.verdicts), [
        {
          id: "a.c.may",
          verdict: "may",
          when: {
            kind: "compare",
            subject: { kind: "field", name: "rate" },
            operator: "<=",
            // 12.50 is normalised to 12.5.
            value: { kind: "decimal", value: { unscaled: 125, scale: 1 } },
          },
        },
        {
          id: "a.c.ask",
          verdict: "ask",
          who: { kind: "lead of", team: "Sales" },
          within: { amount: 1, unit: "business days" },
        },
        { id: "a.c.never", verdict: "never", because: "margin floor" },
      ]);
      const inner = model.clauses.get("a.c.gold");
      assert.deepEqual(inner?.kind === "commit" && [inner.by, plain(inner.verdicts)], [
        "Sales",
        [{ id: "a.c.gold.may", verdict: "may" }],
      ]);
    });
  });

  describe("exceptions", () => {
    it("lays its lines over the clause that it names", () => {
      const model = sound(`agreement a between Sales and Support {
  handle h: incident {
    by Support
  }
}
exception cutover to a.h when customer is Acme and severity is urgent {
  effective 2026-08-22..2026-08-23
  open      2026-08-22..2026-08-23 09:00-18:00
  by        Kudo
  owner     Mori
  approved  by Ito on 2026-08-18
  reason    "a move"
}
exception again to a.h {
  effective 2026-09-01..
  renews    cutover
}`);
      const { when, ...rest } = model.exceptions.get("cutover") ?? assert.fail();
      assert.deepEqual(plain(rest), {
        name: "cutover",
        base: "a.h",
        effective: { value: { first: day("2026-08-22"), last: day("2026-08-23") } },
        open: [
          {
            effect: "open",
            days: { kind: "dates", first: day("2026-08-22"), last: day("2026-08-23") },
            times: [{ from: 540, to: 1080 }],
          },
        ],
        lines: { by: { value: { kind: "person", person: "Kudo" } } },
        owner: { value: "Mori" },
        approved: { value: { by: "Ito", on: day("2026-08-18") } },
        reason: { value: "a move" },
      });
      assert.equal(when?.kind, "and");
      assert.equal(textAt(rest.basePlace), "a.h");
      assert.deepEqual(plain(model.exceptions.get("again")?.renews), { value: "cutover" });
      assert.deepEqual(plain(model.exceptions.get("again")?.effective), { value: { first: day("2026-09-01") } });
      assert.deepEqual(
        model.exceptionsOf.get("a.h")?.map((exception) => exception.name),
        ["cutover", "again"],
      );
    });

    it("bends the clause of the verdict line that it names", () => {
      const model = sound(`agreement a between Sales and Support {
  commit c: discount by Sales {
    never
  }
}
exception e to a.c.never {
  may when rate <= 25%
}`);
      assert.equal(model.exceptions.get("e")?.base, "a.c");
      assert.deepEqual(
        model.exceptions.get("e")?.verdicts.map((verdict) => verdict.id),
        ["e.may"],
      );
    });

    it("marks what is there but could not be read", () => {
      const model = modelOf(
        "exception e to a.b {\n  effective 2026-02-30\n  owner\n  approved by Nobody\n  reason\n  renews f\n}",
      );
      assert.deepEqual(model.exceptions.get("e")?.broken, ["effective", "owner", "approved", "reason", "renews"]);
    });
  });

  describe("conditions", () => {
    const field = (name: string) => ({ kind: "field", name });
    const is = (subject: unknown, name: string, negated = false) => ({
      kind: "is",
      subject,
      negated,
      values: [{ kind: "name", name }],
    });

    it("resolves fields first, then attributes, then what every request has", () => {
      assert.deepEqual(condition("tier is gold"), is({ kind: "attribute", name: "tier" }, "gold"));
      assert.deepEqual(condition("customer is not Acme"), is({ kind: "customer" }, "Acme", true));
      assert.deepEqual(condition("asker is Sales"), is({ kind: "asker" }, "Sales"));
      assert.deepEqual(condition("channel is phone"), is({ kind: "channel" }, "phone"));
      const shadowing = modelOf(
        `${company}request x { tier: low | high, channel: a | b }
agreement a between Sales and Support {
  commit c: x by Sales when tier is low and channel is b {
  }
}`,
      );
      assert.deepEqual(plain(shadowing.clauses.get("a.c")?.when), {
        kind: "and",
        parts: [is(field("tier"), "low"), is(field("channel"), "b")],
      });
    });

    it("reads constants in the unit of the field", () => {
      const value = (text: string) => Object(condition(text)).value;
      const decimal = (unscaled: number, scale = 0) => ({ kind: "decimal", value: { unscaled, scale } });
      assert.deepEqual(value("rate < 10%"), decimal(10));
      assert.deepEqual(value("amount >= 1_000_000 JPY"), decimal(1_000_000));
      assert.deepEqual(value("amount > 50_000"), decimal(50_000));
      assert.deepEqual(value("lead <= 5 business days"), decimal(5));
      assert.deepEqual(value("start >= 2026-12-14"), { kind: "day", day: day("2026-12-14") });
      assert.deepEqual(value("daytime < 24:00"), { kind: "time", minute: 1440 });
    });

    it("reads lists, texts and the tests of time", () => {
      assert.deepEqual(condition('note is not one of "a", "b"'), {
        kind: "is",
        subject: field("note"),
        negated: true,
        values: [
          { kind: "text", text: "a" },
          { kind: "text", text: "b" },
        ],
      });
      assert.deepEqual(condition("outside office"), {
        kind: "during",
        subject: { kind: "time" },
        outside: true,
        calendar: "office",
      });
      assert.deepEqual(condition("start on 12-14..01-03"), {
        kind: "on",
        subject: field("start"),
        days: { kind: "monthdays", first: { month: 12, day: 14 }, last: { month: 1, day: 3 } },
      });
    });

    it("keeps and, or and not as they are written", () => {
      const kinds = (node: Condition | undefined): string => {
        if (node?.kind === "and" || node?.kind === "or") return `${node.kind}(${node.parts.map(kinds).join()})`;
        return node?.kind === "not" ? `not(${kinds(node.part)})` : (node?.kind ?? "");
      };
      const model = sound(
        "agreement a between Sales and Support {\n commit c: discount by Sales when not (rate < 1% or rate > 2%) and tier is gold {\n}\n}",
      );
      assert.equal(kinds(model.clauses.get("a.c")?.when), "and(not(or(compare,compare)),is)");
    });

    it("is broken as a whole where any part is: a half-read condition never holds", () => {
      for (const text of [
        "rate < 1% or nothing is so",
        "not nothing is so",
        "rate < urgent",
        "tier is",
        "during nowhere",
        "on 02-30",
      ])
        assert.deepEqual(condition(text), { kind: "broken" }, text);
    });
  });

  describe("names that are declared twice", () => {
    it("means the first of them, everywhere", () => {
      const model = modelOf(
        "channel email\ncalendar x in UTC {\n}\n",
        'calendar x in Asia/Tokyo {\n}\nagreement a between A and B {\n handle h: k {\n  say "1"\n }\n handle h: k {\n  say "2"\n }\n}\n',
        "agreement a between A and B {\n handle other: k {\n }\n}\n",
      );
      assert.equal(model.calendars.get("x")?.zone, "UTC");
      assert.deepEqual([...model.clauses.keys()], ["a.h"]);
      const clause = model.clauses.get("a.h");
      assert.equal(clause?.kind === "handle" && clause.lines.say?.value, "1");
    });
  });

  it("knows where an item is", () => {
    const model = modelOf("channel a\nchannel b\n", "channel c\n");
    assert.deepEqual(
      model.items.map((linked) => model.origin(linked.item)),
      [
        { path: "0.sla", offset: 0 },
        { path: "0.sla", offset: 10 },
        { path: "1.sla", offset: 0 },
      ],
    );
  });
});

import assert from "node:assert/strict";
import { messageOf } from "../../../server/core/checks/catalogue.ts";
import { findingsIn } from "./examples.ts";

/** English messages of one check, in a clause with these lines, beside other declarations. */
function told(name: string, lines: string, others = ""): readonly string[] {
  const text = `request parcel { size: small | big }
agreement parcels between Sales and Support {
  handle parcels: parcel {
    by Support
    via email
${lines
  .trim()
  .split("\n")
  .map((line) => "    " + line.trim() + "\n")
  .join("")}  }
}
${others}`;
  const found = findingsIn(text).filter(({ check }) => check.name === name);
  return found.map((each) => messageOf(each, "en"));
}

/** How many findings each of several clauses has. */
function counts(name: string, clauses: readonly string[], others = ""): readonly number[] {
  return clauses.map((lines) => told(name, lines, others).length);
}

describe("steps against the clause's own target", () => {
  it("exceed it where their sum does, in one unit on one calendar", () => {
    // 3 h + 90 min = 4.5 h > 4 h; 4 h = 4 h is kept; 2 + 1 days > 2 days; 25 h > 24 h.
    const step = (name: string, target: string) => `step ${name} by Support within ${target}\n`;
    assert.deepEqual(
      counts("steps-exceed-resolve", [
        step("a", "3 business hours") + step("b", "90 business minutes") + "resolve within 4 business hours",
        step("a", "3 business hours") + step("b", "60 business minutes") + "resolve within 4 business hours",
        step("a", "2 business days") + step("b", "1 business day") + "resolve within 2 business days",
        step("a", "1 clock hour") + step("b", "24 business hours") + "resolve within 24 clock hours",
        step("a", "3 calendar days") + "resolve within 2 calendar days",
        step("a", "5 business days") + "resolve within 8 business hours",
      ]),
      [1, 0, 1, 1, 1, 0],
    );
  });

  it("say nothing of what may be skipped, of another team's calendar, and of a clause with other hours", () => {
    const always = `calendar always in Asia/Tokyo {
  open Mon..Sun 00:00-24:00
}
team Night {
  lead Yoru
  members Hoshi
  hours always
}
`;
    const lines = (step: string) => `step a by ${step}\nresolve within 2 business days`;
    assert.deepEqual(
      counts(
        "steps-exceed-resolve",
        [
          lines("Support within 3 business days when size is big"),
          lines("Night within 3 business days"),
          lines("Support within 3 business days\nhours always"),
          lines("Sales within 3 business days"),
        ],
        always,
      ),
      [0, 0, 0, 1],
    );
  });

  it("are told once, where a case or an exception makes the difference", () => {
    const base = "step a by Support within 3 business hours\nresolve within 4 business hours\n";
    const inCase = base + "case big: parcel when size is big {\nresolve within 2 business hours\n}";
    assert.deepEqual(told("steps-exceed-resolve", inCase), [
      "The steps take 3 business hours or more, so no request is ever resolved 'within 2 business hours', which is what the clause promises. Shorten the steps, or give the clause more time.",
    ]);
    const exception = `exception slow to parcels.parcels when customer is Acme {
  effective 2026-08-24..2026-08-28
  step      a by Support within 5 business hours
  owner     Mori
  approved  by Ito on 2026-08-18
  reason    "stocktaking"
}
`;
    assert.equal(told("steps-exceed-resolve", base, exception).length, 1);
  });
});

describe("a step at a time of day", () => {
  it("never comes in the lunch break, at night and at the weekend, and does at a closing instant", () => {
    // The office is open Mon..Fri 09:00-12:00 and 13:00-18:00.
    const step = (time: string) => `step a by Support at next ${time}`;
    assert.deepEqual(
      counts("never-open-then", ["12:30", "13:00", "12:00", "18:00", "18:01", "Sat 10:00", "Fri 10:00"].map(step)),
      [1, 0, 0, 0, 1, 1, 0],
    );
  });

  it("counts a night from the day on which it starts, and what another calendar or a date may open", () => {
    const company = `calendar night in Asia/Tokyo {
  open Fri 22:00-06:00
}
calendar copied in Asia/Tokyo {
  open during night
  closed Sat 00:00-01:00
}
calendar dated in Asia/Tokyo {
  open Mon..Fri 09:00-18:00
  open 2026-12-19 20:00-22:00
}
${["night", "copied", "dated"].map((name) => `team ${name}s {\n  lead L${name}\n  members M${name}\n  hours ${name}\n}\n`).join("")}`;
    const steps = [
      "nights at next Sat 05:00",
      "nights at next Fri 05:00",
      "copieds at next Sat 00:30",
      "copieds at next Sat 02:00",
      "dateds at next 21:00",
      "dateds at next 23:00",
      "nights at next 24:00",
    ];
    assert.deepEqual(
      counts(
        "never-open-then",
        steps.map((step) => "step a by " + step),
        company,
      ),
      [0, 1, 1, 0, 0, 1, 0],
    );
  });
});

describe("a step that sends back", () => {
  it("names one before it, or itself", () => {
    const lines = (first: string, second: string) =>
      `step a by Support within 1 business day else back to ${first}\nstep b by Support within 1 business day else back to ${second}`;
    assert.deepEqual(counts("back-to-later-step", [lines("a", "a"), lines("b", "b"), lines("a", "b")]), [0, 1, 0]);
    assert.match(told("back-to-later-step", lines("b", "b"))[0] ?? "", /^'b' comes after 'a'.* Write a\.$/);
  });
});

describe("a step of a team without hours", () => {
  const rovers = "team Rovers {\n  lead Pat\n  members Quinn\n}\n";

  it("never ends in business time, whatever the clause's own hours", () => {
    assert.deepEqual(
      counts(
        "missing-hours",
        [
          "hours office\nstep a by Rovers within 1 business day",
          "step a by Rovers at next 15:00",
          "step a by Rovers within 4 clock hours",
          "step a by Rovers within 4 clock hours\nstep b by Support within 1 business hour else back to a within 1 business hour",
        ],
        rovers,
      ),
      [1, 1, 0, 1],
    );
  });
});

describe("a review", () => {
  it("needs months and a first day", () => {
    const agreement = (lines: string) => `agreement parcels between Sales and Support {
  ${lines}
  handle calls: how_to {
    by Support
    via email
  }
}
`;
    const found = (lines: string) =>
      findingsIn(agreement(lines)).filter(({ check }) => check.name === "review-never-due").length;
    const effective = "effective 2026-04-01..2027-03-31\n  ";
    assert.deepEqual(
      [
        effective + "review every 6 months by Ito",
        effective + "review every 0 months by Ito",
        "review every 1 month by Ito",
      ].map(found),
      [0, 1, 1],
    );
  });
});

describe("a target table", () => {
  it("has a gap where neither a row, a case nor the clause has the target", () => {
    const table = "table tier, size -> respond\ngold, any -> 1 business hour\nany, small -> 2 business hours";
    const rest = "case rest when size is big {\nrespond within 1 business day\n}";
    const silver = "case rest when tier is silver {\nrespond within 1 business day\n}";
    const message = (combinations: string) =>
      `No row covers ${combinations}, and the clause has no 'respond' of its own, so such a request has no deadline. Add a row, or a 'respond' line for what no row covers.`;
    const overlapping = "gold, big -> 1 business hour\nany, small -> 2 business hours";
    const rows = table.replace("gold, any -> 1 business hour\nany, small -> 2 business hours", overlapping);
    assert.deepEqual(told("table-gap", rows), [message("'standard, big' or 'silver, big'")]);
    assert.deepEqual(told("table-gap", rows + "\n" + silver), [message("'standard, big'")]);
    assert.deepEqual(told("table-gap", rows + "\n" + rest), []);
    assert.deepEqual(told("table-gap", rows + "\nrespond within 1 business day"), []);
    assert.deepEqual(told("table-gap", rows + '\ncase rest when size is big {\ndecline because "too big"\n}'), []);
    const both = rows.replaceAll("hour", "hour, 1 business day").replace("respond", "respond, resolve");
    assert.deepEqual(told("table-gap", both.replaceAll("hour, 1 business days", "hours, 1 business day")), [
      "No row covers 'standard, big' or 'silver, big', and the clause has no 'respond' or 'resolve' of its own, so such a request has no deadline. Add a row, or a 'respond' line and a 'resolve' line for what no row covers.",
    ]);
    assert.deepEqual(told("table-gap", rows, "impossible when tier is not gold and size is big\n"), []);
  });
});

import assert from "node:assert/strict";
import { decide } from "../../../server/core/engine/decide.ts";
import { isAway } from "../../../server/core/engine/doer.ts";
import { deadlineText, engineOf, type Given, localText, requestOf } from "./fixtures.ts";

// language.md M4: who does it. The desk is open every day 09:00-17:00.
describe("people", () => {
  const base = `
    calendar desk in Asia/Tokyo {
      open Mon..Sun 09:00-17:00
    }
    channel email
    team Sales {
      lead    Sato
      members Mori, Tanaka
      hours   desk
      deputy  Tanaka for Mori
    }
    request how_to
    customer Acme {
      owner  Mori
      backup Sato
    }
    customer Solo {
      owner Mori
    }
  `;
  const support = (...lines: readonly string[]) =>
    ["team Support {", "lead Ito", "members Abe, Kudo, Ueda", "hours desk", ...lines, "}"].join("\n");

  /** `person (because, instead of)` or the outcome. */
  function doer(team: string, at: string, by = "Support", given: Given = {}): string {
    const agreement = `agreement a between Sales and Support {\nhandle c: how_to {\nby ${by}\nrespond within 1 business hour\n}\n}`;
    const {
      outcome,
      person,
      personBecause,
      insteadOf,
      team: name,
    } = decide(engineOf(base, team, agreement), requestOf("how_to", at, given));
    if (outcome !== "handled") return outcome;
    if (person === undefined) return `all of ${name}`;
    return insteadOf === undefined
      ? `${person} (${personBecause})`
      : `${person} (${personBecause} instead of ${insteadOf})`;
  }

  const weekly = "duty Abe, Kudo, Ueda weekly from 2026-04-01";

  it("the one whose turn it is: weekly turns change at midnight on the weekday of their first day", () => {
    // 2026-04-01 is a Wednesday. 2026-04-08 is the second week, 04-15 the third, 04-22 the first again.
    const turns = ["2026-04-01T10:00", "2026-04-07T16:59", "2026-04-08T09:00", "2026-04-15T10:00", "2026-04-22T10:00"];
    assert.deepEqual(
      turns.map((at) => doer(support(weekly), at)),
      ["Abe (on duty)", "Abe (on duty)", "Kudo (on duty)", "Ueda (on duty)", "Abe (on duty)"],
    );
  });

  it("at the clock's start, not at receipt", () => {
    // Tuesday 2026-04-07 17:00 is after closing; the clock starts on Wednesday, Kudo's first day.
    assert.equal(doer(support(weekly), "2026-04-07T17:00"), "Kudo (on duty)");
  });

  it("daily and monthly turns; a month without that day changes on its last", () => {
    const daily = support("duty Abe, Kudo daily from 2026-04-01");
    assert.deepEqual(
      ["2026-04-01T10:00", "2026-04-02T10:00", "2026-05-01T10:00"].map((at) => doer(daily, at)),
      ["Abe (on duty)", "Kudo (on duty)", "Abe (on duty)"],
    );
    const monthly = support("duty Abe, Kudo, Ueda monthly from 2026-01-31");
    assert.deepEqual(
      ["2026-02-27T10:00", "2026-02-28T10:00", "2026-03-30T10:00", "2026-03-31T10:00", "2026-04-30T10:00"].map((at) =>
        doer(monthly, at),
      ),
      ["Abe (on duty)", "Kudo (on duty)", "Kudo (on duty)", "Ueda (on duty)", "Abe (on duty)"],
    );
  });

  it("if away, the deputy, else the next in turn, else the lead; nobody left: unstaffed", () => {
    const at = "2026-04-01T10:00";
    const away = (...names: readonly string[]) => names.map((name) => `away ${name} 2026-04-01..2026-04-05`);
    assert.equal(doer(support(weekly, "deputy Ueda for Abe", ...away("Abe")), at), "Ueda (deputy instead of Abe)");
    assert.equal(
      doer(support(weekly, "deputy Ueda for Abe", ...away("Abe", "Ueda")), at),
      "Kudo (next in turn instead of Abe)",
    );
    assert.equal(doer(support(weekly, ...away("Abe")), at), "Kudo (next in turn instead of Abe)");
    assert.equal(doer(support(weekly, ...away("Abe", "Kudo")), at), "Ueda (next in turn instead of Abe)");
    assert.equal(doer(support(weekly, ...away("Abe", "Kudo", "Ueda")), at), "Ito (lead instead of Abe)");
    assert.equal(doer(support(weekly, ...away("Abe", "Kudo", "Ueda", "Ito")), at), "unstaffed");
  });

  it("turns pass from month to month and from year to year, from day to day whatever day they began on", () => {
    // Five people, so that a year's twelve months do not come out even: 13 months are two rounds and three.
    const five = support("duty Abe, Kudo, Ueda, Ito, Abe monthly from 2026-01-15").replace(
      "Ito, Abe monthly",
      "Ito, Sato monthly",
    );
    const names = (team: string, ...days: readonly string[]) =>
      days.map((day) => doer(team, `${day}T10:00`).replace(" (on duty)", ""));
    assert.deepEqual(names(five, "2026-01-15", "2026-02-14", "2026-02-15", "2027-02-14", "2027-02-15", "2028-01-15"), [
      "Abe",
      "Abe",
      "Kudo",
      // 12 months, 13 and 24.
      "Ueda",
      "Ito",
      "Sato",
    ]);
    const daily = support("duty Abe, Kudo, Ueda daily from 2026-04-02");
    assert.deepEqual(names(daily, "2026-04-02", "2026-04-03", "2026-04-04", "2026-04-05"), [
      "Abe",
      "Kudo",
      "Ueda",
      "Abe",
    ]);
  });

  it("an absence without an end goes on, and a duty of nobody is none", () => {
    const abe = engineOf(base, support()).resources.staff.people.get("Abe");
    assert.ok(abe);
    const gone = { ...abe, away: [{ first: 20_545, last: undefined }] };
    assert.deepEqual(
      [20_544, 20_545, 30_000].map((day) => isAway(gone, day)),
      [false, true, true],
    );
    assert.equal(isAway(abe, 20_545), false);
    assert.equal(doer(support("duty weekly from 2026-04-01"), "2026-04-02T10:00"), "all of Support");
  });

  it("of several deputies the first by name who is there, and never oneself", () => {
    const at = "2026-04-01T10:00";
    const [ueda, kudo] = ["deputy Ueda for Abe", "deputy Kudo for Abe"];
    const away = "away Abe 2026-04-01";
    for (const lines of [
      [ueda, kudo],
      [kudo, ueda],
    ])
      assert.equal(doer(support(weekly, away, ...lines), at), "Kudo (deputy instead of Abe)");
    assert.equal(doer(support(weekly, away, "away Kudo 2026-04-01", ueda, kudo), at), "Ueda (deputy instead of Abe)");
  });

  it("a person's hours are those of the first of their teams by name that has hours, whatever order these stand in", () => {
    const team = (name: string, ...lines: readonly string[]) =>
      [`team ${name} {`, "members Abe", ...lines, "}"].join("\n");
    const named = (...teams: readonly string[]) => {
      const text = `${teams.join("\n")}\nteam Support {\nmembers Kudo\n}\nagreement a between Sales and Support {\nhandle c: how_to {\nby Abe\n}\n}`;
      return decide(engineOf(base, text), requestOf("how_to", "2026-04-01T10:00")).team;
    };
    const [b, y] = [team("B"), team("Y")];
    const [c, x] = [team("C", "hours desk"), team("X", "hours desk")];
    for (const [teams, expected] of [
      [[b, x], "X"],
      [[x, b], "X"],
      [[c, y], "C"],
      [[y, c], "C"],
      [[x, c, b], "C"],
      [[b, c, x], "C"],
      [[y, b], "B"],
      [[b, y], "B"],
    ] as const)
      assert.equal(named(...teams), expected);
  });

  it("absences include both ends, and end at midnight", () => {
    const team = support(weekly, "away Abe 2026-04-02..2026-04-03", "away Abe 2026-04-05");
    const days = ["01", "02", "03", "04", "05", "06"].map((day) => doer(team, `2026-04-${day}T10:00`).split(" ")[0]);
    assert.deepEqual(days, ["Abe", "Kudo", "Kudo", "Abe", "Kudo", "Abe"]);
  });

  it("without a roster, or before it, the team as a whole, unless all are away", () => {
    const all = ["Abe", "Kudo", "Ueda", "Ito"].map((name) => `away ${name} 2026-03-31`);
    assert.equal(doer(support(), "2026-03-31T10:00"), "all of Support");
    assert.equal(doer(support(weekly), "2026-03-31T10:00"), "all of Support");
    assert.equal(doer(support(...all.slice(1)), "2026-03-31T10:00"), "all of Support");
    assert.equal(doer(support(...all), "2026-03-31T10:00"), "unstaffed");
    assert.equal(doer("team Support {\nhours desk\n}", "2026-03-31T10:00"), "all of Support");
  });

  it("a person that the clause names, the deputy, who is on duty, the lead", () => {
    const at = "2026-04-01T10:00";
    assert.equal(doer(support(weekly), at, "Kudo"), "Kudo (named)");
    assert.equal(
      doer(support("away Kudo 2026-04-01", "deputy Ueda for Kudo"), at, "Kudo"),
      "Ueda (deputy instead of Kudo)",
    );
    assert.equal(doer(support(weekly, "away Kudo 2026-04-01"), at, "Kudo"), "Abe (next in turn instead of Kudo)");
    assert.equal(doer(support("away Kudo 2026-04-01"), at, "Kudo"), "Ito (lead instead of Kudo)");
    // Each in turn, the last of them as well; before the first turn nobody is on duty.
    const away = ["away Kudo 2026-03-31..2026-04-01", "away Abe 2026-04-01"];
    assert.equal(doer(support(weekly, ...away), at, "Kudo"), "Ueda (next in turn instead of Kudo)");
    assert.equal(doer(support(weekly, ...away), "2026-03-31T10:00", "Kudo"), "Ito (lead instead of Kudo)");
  });

  it("says why nobody is left, and leaves out the times on the hours of nobody who is known", () => {
    const text = (by: string) =>
      `customer None {\ntitle "x"\n}\nteam Leaderless {\nhours desk\n}\nagreement a between Sales and Support {\nhandle c: how_to {\nby ${by}\nrespond within 1 business hour\nresolve within 2 calendar days\nescalate after 1 business hour to Sales\nescalate after 1 clock hour to Sales\n}\n}`;
    const asked = (by: string, given: Given = {}) =>
      decide(engineOf(base, support(), text(by)), requestOf("how_to", "2026-04-01T10:00", given));
    const why = (by: string, given: Given = {}) => asked(by, given).unstaffedBecause;
    assert.equal(why("owner of customer"), "no customer");
    assert.equal(why("owner of customer", { customer: "None" }), "no owner");
    assert.equal(why("owner of customer", { customer: "Acme" }), undefined);
    assert.equal(why("lead of asker"), "no asker");
    assert.equal(why("lead of Leaderless"), "no lead");
    assert.equal(why("Nobody"), "nobody named");
    const { respond, resolve, ladder, clockStart } = asked("owner of customer");
    assert.deepEqual([respond, clockStart, ladder.length], [undefined, undefined, 1]);
    assert.ok(resolve?.deadline);
    const away = support(...["Abe", "Kudo", "Ueda", "Ito"].map((name) => `away ${name} 2026-04-01`));
    const absent = decide(engineOf(base, away, text("Support")), requestOf("how_to", "2026-04-01T10:00"));
    assert.equal(absent.unstaffedBecause, "all away");
    const led = decide(engineOf(base, away, text("lead of Support")), requestOf("how_to", "2026-04-01T10:00"));
    assert.equal(led.unstaffedBecause, "all away");
    const unled = "team Small {\nmembers Ono\nhours desk\naway Ono 2026-04-01\n}\n";
    const small = decide(engineOf(base, support(), unled, text("Small")), requestOf("how_to", "2026-04-01T10:00"));
    assert.equal(small.unstaffedBecause, "all away");
    assert.ok(absent.respond?.deadline);
  });

  it("counts for nobody who is known what needs nobody's hours, and nothing else", () => {
    const times = (...lines: readonly string[]) => {
      const text = `agreement a between Sales and Support {\nhandle c: how_to {\nby owner of customer\n${lines.join("\n")}\n}\n}`;
      const decision = decide(engineOf(base, support(), text), requestOf("how_to", "2026-04-01T10:00"));
      const { respond, resolve, ladder, clockStart } = decision;
      return [
        localText(clockStart),
        deadlineText(respond),
        deadlineText(resolve),
        ...ladder.map(({ at }) => localText(at)),
      ];
    };
    // Clock and calendar units start on receipt (language.md M2): 10:00 + 2 h, + 1 h, and the end of the 3rd.
    const [hour, hours, days] = ["after 1 clock hour to Sales", "within 2 clock hours", "within 2 calendar days"];
    assert.deepEqual(times(`respond ${hours}`, `resolve ${days}`, `escalate ${hour}`), [
      "2026-04-01T10:00",
      "2026-04-01T12:00",
      "2026-04-04T00:00",
      "2026-04-01T11:00",
    ]);
    // What counts on the hours of who handles it (language.md M4) is left out, beside what does not.
    assert.deepEqual(
      times(`respond ${hours}`, "resolve within 2 business days", "escalate after 30 business minutes to Support"),
      ["2026-04-01T10:00", "2026-04-01T12:00", "none"],
    );
    assert.deepEqual(
      times("respond within 1 business hour", "escalate after 30 business minutes to Support", `escalate ${hour}`),
      ["never", "none", "none", "2026-04-01T11:00"],
    );
  });

  it("a lead, or the lead's deputy", () => {
    const at = "2026-04-01T10:00";
    assert.equal(doer(support(weekly), at, "lead of Support"), "Ito (lead)");
    assert.equal(
      doer(support("deputy Abe for Ito", "away Ito 2026-04-01"), at, "lead of Support"),
      "Abe (deputy instead of Ito)",
    );
    assert.equal(doer(support("away Ito 2026-04-01"), at, "lead of Support"), "unstaffed");
    assert.equal(doer(support(), at, "lead of asker", { asker: "Mori" }), "Sato (lead)");
    assert.equal(doer(support(), at, "all of Support"), "all of Support");
  });

  it("the owner of the customer, the backup, the deputy; without a customer nobody", () => {
    const at = "2026-04-01T10:00";
    const ofCustomer = (customer: string | undefined, more = "") =>
      doer(support() + more, at, "owner of customer", customer === undefined ? {} : { customer });
    const away = "\nteam Absent {\nmembers Mori\naway Mori 2026-04-01\n}";
    assert.equal(ofCustomer("Acme"), "Mori (named)");
    assert.equal(ofCustomer("Acme", away), "Sato (deputy instead of Mori)");
    assert.equal(ofCustomer("Solo", away), "Tanaka (deputy instead of Mori)");
    assert.equal(ofCustomer(undefined), "unstaffed");
  });

  it("unstaffed comes before a redirect", () => {
    const all = ["Abe", "Kudo", "Ueda", "Ito"].map((name) => `away ${name} 2026-03-31`);
    assert.equal(doer(support(...all), "2026-03-31T10:00", "Support", { to: "Abe" }), "unstaffed");
  });
});

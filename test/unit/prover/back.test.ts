import assert from "node:assert/strict";
import type { Decision } from "../../../server/core/engine/decision.ts";
import { fullBox } from "../../../server/core/prover/space/box.ts";
import { boxOfCustomer } from "../../../server/core/prover/space/space.ts";
import type { BackRung } from "../../../server/core/prover/time/back.ts";
import { dayOf, formatDate, minuteMilliseconds } from "../../../server/core/time/date.ts";
import { formatInstant, localDay, toInstant, type Zone, zoneOf } from "../../../server/core/time/zone.ts";
import { type Timed, timed } from "./timedModels.ts";

const tokyo: Zone | undefined = zoneOf("Asia/Tokyo");

/** Turns from Monday 2026-04-06 on: Abe, Kudo, Abe (04-20), Kudo (04-27), Abe (05-04), Kudo (05-11), Abe (05-18) … */
function read(team: string, lines: string, customers = ""): Timed {
  return timed(`calendar office in Asia/Tokyo {
  open Mon..Fri 09:00-18:00
}
team Sales {
  lead    Sato
  members Mori
  hours   office
}
team Depot {
  lead    Ueda
  members Noda
  hours   office
}
team Support {
  lead    Ito
  members Abe, Kudo
  hours   office
  duty    Abe, Kudo weekly from 2026-04-06
${team}
}
request parcel { size: small | large }
agreement parcels between Sales and Support, Depot in Asia/Tokyo {
  effective 2026-04-01..2026-12-31
  handle lost: parcel {
    respond within 9 business hours
${lines}
  }
}
${customers}`);
}

const byLead = "    by Support\n    escalate after 2 business hours to lead of Support";

/** Who has it when it comes back, since when, the request, and the first dates; replayed through `decide`. */
function told(team: string, lines: string, customers = ""): readonly string[] {
  const { proofs, replayed } = read(team, lines, customers);
  return proofs.flatMap(({ group, ladders: { back, backUndecided } }) => [
    ...back.map((found) => {
      const decision = replayed(group, found.box, found.arrival);
      assert.ok(comesBack(decision, found));
      const times = [found.arrival, found.at].map((at) => (tokyo ? formatInstant(tokyo, at) : ""));
      const dates = found.dates.slice(0, 2).map(({ first, last }) => `${formatDate(first)}..${formatDate(last)}`);
      return `${found.person}${found.since ? " again" : ""}: ${times.join(" → ")} on ${dates.join(", ")}`;
    }),
    ...backUndecided.map(({ because }) => `not decided: ${because}`),
  ]);
}

function comesBack({ person, ladder }: Decision, found: BackRung): boolean {
  const index = ladder.findIndex(({ at, to }) => at === found.at && to === found.rung.value.to);
  const before = found.since ? ladder.slice(0, index).flatMap(({ people }) => people) : [person];
  return before.includes(found.person) && ladder[index]?.people.join(" ") === found.person;
}

describe("rungs that lead back", () => {
  it("are found where the deputy of a lead who is away is on duty", () => {
    // Abe's turn from Monday 05-18 to Friday 05-22. What comes on Friday after 16:00 is escalated on Monday 05-25, to Ito again.
    const away = "  deputy Abe for Ito\n  away Ito 2026-05-18..2026-05-22";
    assert.deepEqual(told(away, byLead), ["Abe: 2026-05-18T10:00 → 2026-05-18T12:00 on 2026-05-18..2026-05-22"]);
  });

  it("are found where a turn ends between the request and the rung", () => {
    // Kudo's turn begins on Monday 05-11, but what comes on Friday 05-08 is Abe's: from 16:01 on it is escalated on Monday from 09:01 on.
    const away = "  deputy Abe for Ito\n  away Ito 2026-05-11..2026-05-15";
    assert.deepEqual(told(away, byLead), ["Abe: 2026-05-08T16:01 → 2026-05-11T09:01 on 2026-05-11..2026-05-11"]);
  });

  it("are not found where the deputy is not on duty", () => {
    assert.deepEqual(told("  deputy Mori for Ito\n  away Ito 2026-05-18..2026-05-22", byLead), []);
  });

  it("are found in the weeks of whom they name", () => {
    // Kudo's first turn is from 04-13 to 04-17, and what comes on that Friday after 16:00 is escalated on Monday 04-20.
    assert.deepEqual(told("", "    by Support\n    escalate after 2 business hours to Kudo"), [
      "Kudo: 2026-04-13T10:00 → 2026-04-13T12:00 on 2026-04-13..2026-04-17, 2026-04-20..2026-04-20",
    ]);
  });

  it("are found where the lead has it, since everybody on the roster is away", () => {
    const away = "  away Abe 2026-05-04..2026-05-08\n  away Kudo 2026-05-04..2026-05-08";
    assert.deepEqual(told(away, byLead), [
      "Ito: 2026-05-04T10:00 → 2026-05-04T12:00 on 2026-05-04..2026-05-08, 2026-05-11..2026-05-11",
    ]);
  });

  it("are found where an earlier rung has reached the deputy, in whatever order they are written", () => {
    const away = "  deputy Ito for Ueda\n  away Ueda 2026-06-01..2026-06-05";
    const rungs = [
      "    escalate after 2 business hours to lead of Support",
      "    escalate after 4 business hours to lead of Depot",
    ];
    const again = ["Ito again: 2026-06-01T10:00 → 2026-06-01T14:00 on 2026-06-01..2026-06-05"];
    assert.deepEqual(told(away, ["    by Support", ...rungs].join("\n")), again);
    assert.deepEqual(told(away, ["    by Support", ...rungs.reverse()].join("\n")), again);
  });

  it("are no rungs that fire before anybody works on the request", () => {
    // Two clock hours after ten are twelve. What comes at the weekend is Kudo's on Monday only, and told on Saturday or Sunday already.
    const lines = "    by Support\n    escalate after 2 clock hours to Kudo";
    const [found] = told("", lines);
    assert.equal(found, "Kudo: 2026-04-13T10:00 → 2026-04-13T12:00 on 2026-04-13..2026-04-17, 2026-04-27..2026-05-01");
  });

  it("are found of the lead of who asks", () => {
    const away = "  deputy Abe for Sato\n  away Sato 2026-04-20..2026-04-22";
    assert.deepEqual(told(away, "    by Support\n    escalate after 2 business hours to lead of asker"), [
      "Abe: 2026-04-20T10:00 → 2026-04-20T12:00 on 2026-04-20..2026-04-22",
    ]);
  });

  it("are not those to one of a team that has it as a whole, or to all of it", () => {
    assert.deepEqual(told("", "    by Depot\n    escalate after 2 business hours to Noda"), []);
    assert.deepEqual(told("", "    by Support\n    escalate after 2 business hours to all of Support"), []);
  });

  const byOwner = "    by Support\n    escalate after 2 business hours to owner of customer";
  const forAcme = `${byOwner}\n    case known when customer is Acme {\n      respond within 8 business hours\n    }`;

  it("are found of a customer's owner", () => {
    // Abe's first turn is from 04-06 to 04-10, and what comes on that Friday after 16:00 is escalated on Monday 04-13.
    assert.deepEqual(told("", forAcme, "customer Acme {\n  owner Abe\n}\n"), [
      "Abe: 2026-04-06T10:00 → 2026-04-06T12:00 on 2026-04-06..2026-04-10, 2026-04-13..2026-04-13",
    ]);
  });

  it("are found of whom a customer has passed to", () => {
    // From 05-02 on it is Kudo's, whose turn of 04-27 has requests of Friday 05-01 after 16:00 that are escalated on Monday 05-04; the next is 05-11.
    const passing = "handover acme of Acme from Noda to Kudo {\n  effective 2026-04-20..2026-05-01\n}\n";
    assert.deepEqual(told("", forAcme, `customer Acme {\n  owner Noda\n}\n${passing}`), [
      "Kudo: 2026-05-11T10:00 → 2026-05-11T12:00 on 2026-05-04..2026-05-04, 2026-05-11..2026-05-15",
    ]);
  });

  it("are found of who stands in by the handover that comes first by name, in whatever order they are written", () => {
    // Noda's Acme is handed to two at once. While Noda is away, Kudo of the first stands in, who is on duty from 04-27 to 05-01.
    const passing = [
      "handover to_kudo of Acme from Noda to Kudo {\n  effective 2026-04-20..2026-05-01\n}",
      "handover to_mori of Acme from Noda to Mori {\n  effective 2026-04-20..2026-05-01\n}",
    ];
    const acme = "customer Acme {\n  owner Noda\n}\n";
    const away = "  away Noda 2026-04-27..2026-05-01";
    const [first] = told(away, forAcme, acme + passing.join("\n"));
    assert.match(first ?? "", /^Kudo: 2026-04-27T10:00 /);
    assert.equal(told(away, forAcme, acme + passing.reverse().join("\n"))[0], first);
  });

  it("are not those to owners who never have it, nor where no customer is declared", () => {
    assert.deepEqual(told("", byOwner, "customer Acme {\n  owner Noda\n}\n"), []);
    assert.deepEqual(told("", byOwner), []);
  });

  it("are found of requests without a customer where another rung names the owner of one", () => {
    const away = "  deputy Abe for Ito\n  away Ito 2026-05-18..2026-05-22";
    const lines = `${byLead}\n    escalate after 4 business hours to owner of customer`;
    const abe = ["Abe: 2026-05-18T10:00 → 2026-05-18T12:00 on 2026-05-18..2026-05-22"];
    assert.deepEqual(told(away, lines), abe);
    assert.deepEqual(told(away, lines, "customer Acme {\n  owner Noda\n}\ncustomer Beta {\n  owner Mori\n}\n"), abe);
    // No condition tells Abe's customer from others: what is found of all requests is told all the same.
    assert.deepEqual(told(away, lines, "customer Acme {\n  owner Abe\n}\n"), [...abe, "not decided: customer untold"]);
  });

  it("are not decided where no condition tells the customer to whom it happens", () => {
    assert.deepEqual(told("", byOwner, "customer Acme {\n  owner Abe\n}\n"), ["not decided: customer untold"]);
  });

  // The twin asks `decide` about every quarter of an hour, and a minute later, of eleven weeks.
  const ladders: readonly (readonly [team: string, lines: string, customers?: string])[] = [
    ["  deputy Abe for Ito\n  away Ito 2026-05-11..2026-05-22", byLead],
    [
      "  deputy Kudo for Abe\n  away Abe 2026-05-19..2026-05-20",
      "    by Support\n    escalate after 30 clock minutes to Kudo",
    ],
    [
      "  deputy Abe for Ueda\n  away Ueda 2026-05-29..2026-06-10\n  deputy Kudo for Abe\n  away Abe 2026-06-03",
      "    by Support\n    escalate after 1 business day to lead of Depot\n    escalate after 20 clock hours to Abe\n    cutoff 15:00",
    ],
    [
      "  away Kudo 2026-05-13..2026-05-14",
      "    by Abe\n    escalate after 7 business hours to Support\n    escalate after 2 clock hours to Kudo",
    ],
    [
      "  deputy Kudo for Abe\n  away Abe 2026-05-19..2026-05-20\n  away Mori 2026-06-08..2026-06-19",
      forAcme,
      `customer Acme {
  owner  Abe
  backup Ito
}
handover spring of Acme from Abe to Mori {
  effective 2026-05-07..2026-05-22
}
handover summer of Acme from Mori to Kudo {
  effective 2026-06-15..2026-06-24
}
`,
    ],
    [
      "  away Kudo 2026-05-13..2026-05-14",
      `    by owner of customer
    escalate after 7 business hours to Support
    escalate after 2 clock hours to Kudo
    case known when customer is Acme {
      resolve within 3 business days
    }`,
      `customer Acme {
  owner Abe
}
handover spring of Acme from Abe to Kudo {
  effective 2026-05-07..2026-05-22
}
`,
    ],
  ];
  ladders.forEach(([team, lines, customers], number) => {
    it(`are those that a walk through the times of requests finds: ${number + 1}`, () => {
      const { proofs, replayed } = read(team, lines, customers);
      for (const { group, ladders: known } of proofs) {
        assert.ok(tokyo);
        assert.deepEqual(known.backUndecided, []);
        const [first, end] = [dayOf(2026, 4, 20), dayOf(2026, 7, 6)];
        const walked = new Set<string>();
        const box = boxOfCustomer(group.space, "Acme") ?? fullBox(group.space.shape);
        for (let at = toInstant(tokyo, first - 7, 0); at < toInstant(tokyo, end, 0); at += 15 * minuteMilliseconds)
          for (const time of [at, at + minuteMilliseconds])
            for (const each of backIn(replayed(group, box, time))) walked.add(each);
        const proved = known.back.flatMap(({ rung, dates }) =>
          dates.flatMap((range) => {
            const all = Array.from({ length: range.last - range.first + 1 }, (_, index) => range.first + index);
            return all.map((day) => `${formatDate(day)} ${rung.value.after.amount}`);
          }),
        );
        const within = (each: string) => each >= formatDate(first) && each < formatDate(end);
        assert.deepEqual([...new Set(proved)].filter(within).sort(), [...walked].filter(within).sort());
        assert.ok([...walked].some(within));
      }
    });
  });
});

/** The dates of rungs that reach who has it, with the amounts by which rungs are told apart. */
function backIn({ person, clockStart, ladder }: Decision): readonly string[] {
  return ladder.flatMap(({ at, after, people }) => {
    if (at === undefined || !tokyo) return [];
    const before = ladder.filter((each) => (each.at ?? at) < at).flatMap((each) => each.people);
    const handler = person !== undefined && clockStart !== undefined && clockStart < at ? [person] : [];
    const isBack = people.length === 1 && people.some((each) => [...handler, ...before].includes(each));
    return isBack ? [`${formatDate(localDay(tokyo, at))} ${after.amount}`] : [];
  });
}

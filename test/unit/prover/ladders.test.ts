import assert from "node:assert/strict";
import { formatInstant, type Zone, zoneOf } from "../../../server/core/time/zone.ts";
import { timed } from "./timedModels.ts";

const tokyo: Zone | undefined = zoneOf("Asia/Tokyo");

const company = `
calendar office in Asia/Tokyo {
  open Mon..Fri 09:00-18:00
}
calendar night in Asia/Tokyo {
  open Mon..Fri 18:00-24:00
}
team Sales {
  lead    Sato
  members Mori
  hours   office
}
team Support {
  lead    Ito
  members Abe, Kudo
  hours   office
  duty    Abe, Kudo weekly from 2026-04-06
  deputy  Abe for Ito
  away    Ito 2026-05-11..2026-05-15
  away    Abe 2026-05-13..2026-05-20
}
team Night {
  lead  Nomura
  hours night
}
request parcel { size: small | large }
`;

/** What is found of the ladders, one line each, replayed through `decide`. */
function told(lines: string, of = company): readonly string[] {
  const { proofs, replayed } = timed(
    `${of}agreement parcels between Sales and Support in Asia/Tokyo {\n  effective 2026-04-01..2026-12-31\n  handle lost: parcel {\n    by Support\n${lines}\n  }\n}\n`,
  );
  const text = (at: number) => (tokyo ? formatInstant(tokyo, at) : "");
  return proofs.flatMap(({ group, ladders: { late, untaken, undecided, untakenUndecided } }) => [
    ...late.map(({ arrival, end, due, box }) => {
      const { ladder, respond, resolve } = replayed(group, box, arrival);
      assert.ok(ladder.some(({ at }) => at === end));
      assert.equal((resolve ?? respond)?.deadline, due);
      return `late: ${[arrival, end, due].map(text).join(" → ")}`;
    }),
    ...untaken.map(({ because, arrival, at, box }) => {
      const rung = replayed(group, box, arrival).ladder.find((each) => each.at === at);
      assert.ok(because === "nobody" ? rung?.people.length === 0 : rung?.offHours);
      return `${because}: ${[arrival, at].map(text).join(" → ")}`;
    }),
    ...[...undecided, ...untakenUndecided].map(({ because }) => `not decided: ${because}`),
  ]);
}

describe("ladders", () => {
  it("come in time where the first lead hears of it before the target is over", () => {
    assert.deepEqual(told("    respond within 4 business hours\n    escalate after 2 business hours to Kudo"), []);
    // Abe's turn or not, the member has no authority: the lead hears of it after five hours, the target is four.
    const late = told(
      "    respond within 4 business hours\n    escalate after 2 business hours to Kudo\n    escalate after 5 business hours to lead of Sales",
    );
    // Of Wednesday 2026-04-01 what comes at 13:00 is over at 17:00 and escalated at 18:00. The first that is escalated a night later comes
    // at 13:01, and is over at 17:01; what comes on Friday 04-03 is escalated on Monday 04-06 at 09:01.
    assert.deepEqual(late, ["late: 2026-04-03T13:01 → 2026-04-06T09:01 → 2026-04-03T17:01"]);
  });

  it("are to save the resolve target where there is one", () => {
    const lines = (after: string) =>
      `    respond within 1 business hour\n    resolve within 1 business day\n    escalate after ${after} to lead of Sales`;
    assert.deepEqual(told(lines("2 business hours")), []);
    // The end of the next business day after the day of receipt is at most 18 hours of business time away, and at least nine.
    assert.deepEqual(told(lines("9 business hours")).length, 1);
    assert.deepEqual(told(lines("8 business hours")), []);
  });

  it("are in time after the answer is due as long as the work can still be saved", () => {
    const lines = (targets: string) => `${targets}    escalate after 2 business hours to lead of Sales`;
    assert.deepEqual(told(lines("    respond within 1 business hour\n    resolve within 4 business hours\n")), []);
    // Without anything to be resolved the answer is what the ladder is to save: one hour later it is lost.
    assert.equal(told(lines("    respond within 1 business hour\n")).length, 1);
  });

  it("come too late on a short day that only the calendar's dates show", () => {
    const short = company.replace("09:00-18:00\n", "09:00-18:00\n  open 2026-12-29 10:00-15:00\n");
    const lines = (after: string) => `    resolve within 1 business day\n    escalate after ${after} to lead of Sales`;
    // What comes on Monday 12-28 after 18:00 is due on Tuesday at 15:00, five hours after the opening at 10:00. Six hours end on Wednesday.
    assert.deepEqual(told(lines("3 business hours"), short), []);
    assert.deepEqual(told(lines("6 business hours"), short), [
      "late: 2026-12-28T18:00 → 2026-12-30T10:00 → 2026-12-29T15:00",
    ]);
  });

  it("reach nobody where the lead and the deputy are away when a rung fires", () => {
    // Ito is away from 05-11, Abe, the deputy, from 05-13: from Wednesday 05-13 to Friday 05-15 nobody. Two hours before its opening
    // are the last two of Tuesday: what comes at 16:01 is escalated on Wednesday at 09:01.
    assert.deepEqual(
      told("    respond within 4 business hours\n    escalate after 2 business hours to lead of Support"),
      ["nobody: 2026-05-12T16:01 → 2026-05-13T09:01"],
    );
  });

  it("reach nobody outside the hours of those they name", () => {
    // The clause counts on the office, which is closed when the night team works; at 18:00 it just opens, and is there.
    assert.deepEqual(
      told("    respond within 4 business hours\n    escalate after 2 business hours to lead of Night"),
      ["off hours: 2026-04-01T00:00 → 2026-04-01T11:00"],
    );
    assert.deepEqual(told("    respond within 9 clock hours\n    escalate after 2 clock hours to lead of Sales"), [
      "off hours: 2026-04-01T00:00 → 2026-04-01T02:00",
    ]);
  });

  it("are not decided where only the request tells who is meant", () => {
    assert.deepEqual(
      told("    respond within 4 business hours\n    escalate after 2 business hours to owner of customer"),
      ["not decided: no customer"],
    );
  });
});

import assert from "node:assert/strict";
import { decide } from "../../../server/core/engine/decide.ts";
import type { Decision } from "../../../server/core/engine/decision.ts";
import { deadlineText, engineOf, instantOf, localText, requestOf } from "./fixtures.ts";

const text = `
calendar office in Asia/Tokyo {
  open   Mon..Fri 09:00-12:00, 13:00-18:00
}
team Sales {
  members Mori
  hours   office
}
team Support {
  lead    Ito
  members Abe
  hours   office
}
request incident
request alarm
request form
request note
request letter
agreement a between Sales and Support {
  handle incidents: incident {
    by       Support
    respond  within 4 business hours
    resolve  within 3 business days
    escalate after 2 business hours to lead of Support
  }
  handle alarms: alarm {
    by       Support
    respond  within 4 clock hours
    resolve  within 3 calendar days
  }
  handle notes: note {
    by      Support
    resolve within 1 business day before 12:00
  }
  handle letters: letter {
    by      Support
    resolve within 2 business days before 12:00
  }
  handle forms: form {
    step read by Support within 2 business hours
    step file by Support within 1 clock hour
  }
}
`;

/** The decision on a request of Monday, 2026-08-24, 10:00 that waits from … to …. */
function decided(kind: string, ...waits: readonly (readonly [from: string, to: string | undefined])[]): Decision {
  const waiting = waits.map(([from, to]) => ({
    from: instantOf(from),
    to: to === undefined ? undefined : instantOf(to),
  }));
  return decide(engineOf(text), { ...requestOf(kind, "2026-08-24T10:00"), waiting });
}

describe("waiting for the customer (language.md M2)", () => {
  it("changes nothing where there is none", () => {
    assert.equal(deadlineText(decided("incident").respond), "2026-08-24T15:00");
  });

  it("moves a deadline in hours by its overlap with open time", () => {
    // 11-12 and 13-14 are two hours of open time.
    const { respond } = decided("incident", ["2026-08-24T11:00", "2026-08-24T14:00"]);
    assert.equal(deadlineText(respond), "2026-08-24T17:00");
    // The lunch break is closed anyway.
    assert.equal(
      deadlineText(decided("incident", ["2026-08-24T12:00", "2026-08-24T13:00"]).respond),
      "2026-08-24T15:00",
    );
  });

  it("any number of times, in any order, counted once where they overlap", () => {
    const { respond, ladder } = decided(
      "incident",
      ["2026-08-24T16:00", "2026-08-24T16:30"],
      ["2026-08-24T11:00", "2026-08-24T13:30"],
      ["2026-08-24T13:00", "2026-08-24T14:00"],
    );
    // Two hours and half an hour.
    assert.equal(deadlineText(respond), "2026-08-24T17:30");
    // 10-11 and 14-15.
    assert.equal(localText(ladder[0]?.at), "2026-08-24T15:00");
  });

  it("stops clock hours too, but no calendar days", () => {
    const { respond, resolve } = decided("alarm", ["2026-08-24T11:00", "2026-08-24T11:30"]);
    assert.equal(deadlineText(respond), "2026-08-24T14:30");
    assert.equal(deadlineText(resolve), "2026-08-28T00:00");
  });

  it("does not count a business day at whose close it waits", () => {
    // Tuesday, Wednesday, Thursday.
    assert.equal(deadlineText(decided("incident").resolve), "2026-08-27T18:00");
    // Wednesday, Thursday, Friday.
    assert.equal(
      deadlineText(decided("incident", ["2026-08-25T17:00", "2026-08-26T10:00"]).resolve),
      "2026-08-28T18:00",
    );
    // It ends with the day, and does not wait at its close any more.
    assert.equal(
      deadlineText(decided("incident", ["2026-08-25T09:00", "2026-08-25T18:00"]).resolve),
      "2026-08-27T18:00",
    );
  });

  it("does not move a time of day that had passed before it began", () => {
    const day = ["2026-08-25T13:00", "2026-08-25T19:00"] as const;
    assert.equal(deadlineText(decided("note", day).resolve), "2026-08-25T12:00");
    // At 12:00 it waits, so that the next day's 12:00 counts.
    assert.equal(deadlineText(decided("note", ["2026-08-25T11:00", "2026-08-25T12:30"]).resolve), "2026-08-26T12:00");
    // Two days: Tuesday is not counted, as it waits at 18:00; Wednesday is the first, and Thursday at 12:00 the end.
    assert.equal(deadlineText(decided("letter", day).resolve), "2026-08-27T12:00");
    assert.equal(deadlineText(decided("letter").resolve), "2026-08-26T12:00");
  });

  it("starts the clock when it is over", () => {
    const { clockStart, respond } = decided("incident", ["2026-08-24T09:00", "2026-08-24T12:00"]);
    assert.equal(localText(clockStart), "2026-08-24T13:00");
    assert.equal(deadlineText(respond), "2026-08-24T17:00");
  });

  it("has no deadline while nobody knows how long it waits", () => {
    const { respond, resolve } = decided("incident", ["2026-08-24T11:00", undefined]);
    assert.equal(deadlineText(respond), "never");
    assert.equal(deadlineText(resolve), "never");
    // What is due before is due.
    assert.equal(deadlineText(decided("incident", ["2026-08-24T15:00", undefined]).respond), "2026-08-24T15:00");
    assert.equal(deadlineText(decided("alarm", ["2026-08-24T11:00", undefined]).respond), "never");
  });

  it("holds steps up", () => {
    const { timeline } = decided(
      "form",
      ["2026-08-24T11:00", "2026-08-24T13:30"],
      ["2026-08-24T14:45", "2026-08-24T15:00"],
    );
    // 10-11 and 13:30-14:30; then 15 minutes to 14:45, and 45 from 15:00 on.
    assert.deepEqual(
      timeline?.plain.map(({ end }) => localText(end)),
      ["2026-08-24T14:30", "2026-08-24T15:45"],
    );
  });
});

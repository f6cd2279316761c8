import assert from "node:assert/strict";
import { textAt } from "../../../server/core/checks/places.ts";
import { formatDate } from "../../../server/core/time/date.ts";
import { formatInstant } from "../../../server/core/time/zone.ts";
import { timed } from "./timedModels.ts";

/** What dated lines take away, one line each: the line's words, the hours of each date, and when a request comes then. */
function told(text: string): readonly string[] {
  return timed(text).proofs.flatMap(({ replaced }) =>
    replaced.map(({ rule, zone, lost, arrival }) => {
      const days = [...lost].map(([day, stretches]) => {
        const ends = stretches.map(({ open, close }) =>
          [open, close].map((at) => formatInstant(zone, at).slice(5, 16)),
        );
        return `${formatDate(day)}: ${ends.map((each) => each.join(" to ")).join(", ")}`;
      });
      return [textAt(rule.place).replace(/ +/g, " "), ...days, formatInstant(zone, arrival).slice(0, 16)].join("; ");
    }),
  );
}

/** A watch at night, with lines of its clause, of its calendar and of an exception on Thursday 2026-06-11. */
function watch({ calendar = "", clause = "hours nights", when = "", exception = "" }): string {
  const bend = `exception extra to watch.alarms {
  effective 2026-06-11..2026-06-11
  ${exception}
  owner     Ito
  approved  by Sato on 2026-06-01
  reason    "an inspection"
}`;
  return `
calendar office in Asia/Tokyo {
  open Mon..Fri 09:00-18:00
}
calendar nights in Asia/Tokyo {
  open Mon..Fri 20:00-02:00
  ${calendar}
}
calendar late in Asia/Tokyo {
  open   during nights
  closed Thu
}
calendar both in Asia/Tokyo {
  open during office, nights
}
channel email
team Sales {
  lead    Sato
  members Mori
  hours   office
}
team Support {
  lead    Ito
  members Abe
  hours   nights
}
request alarm
agreement watch between Sales and Support in Asia/Tokyo {
  effective 2026-04-01..2026-12-31
  handle alarms: alarm${when} {
    by    Support
    via   email
    ${clause}
  }
}
${exception === "" ? "" : bend}
`;
}

describe("hours that a dated opening replaces", () => {
  it("are lost to an exception that adds others to the date", () => {
    assert.deepEqual(told(watch({ exception: "open 2026-06-11 07:00-08:00" })), [
      "open 2026-06-11 07:00-08:00; 2026-06-11: 06-11T20:00 to 06-12T02:00; 2026-06-11T20:00",
    ]);
  });

  it("are kept where they are written again, and meant where they are said to be closed", () => {
    assert.deepEqual(told(watch({ exception: "open 2026-06-11 07:00-08:00, 20:00-02:00" })), []);
    assert.deepEqual(told(watch({ exception: "open 2026-06-11 07:00-08:00\n  closed 2026-06-11 20:00-02:00" })), []);
    // An hour less than what is lost is no word about it.
    assert.equal(told(watch({ exception: "open 2026-06-11 07:00-08:00\n  closed 2026-06-11 20:00-01:00" })).length, 1);
  });

  it("are meant where the date only becomes shorter, or its hours only move", () => {
    const office = "hours both";
    assert.deepEqual(told(watch({ clause: office, exception: "open 2026-06-11 10:00-12:00" })), []);
    assert.deepEqual(told(watch({ exception: "open 2026-06-11 19:00-23:00" })), []);
  });

  it("are lost to a calendar's own line, and to one of a calendar that it is made of", () => {
    // 2026-06-10 is a Wednesday. 'both' has the office's hours, too, which no line of the nights touches.
    const calendar = "open 2026-06-10 05:00-07:00";
    const lost = "open 2026-06-10 05:00-07:00; 2026-06-10: 06-10T20:00 to 06-11T02:00; 2026-06-10T20:00";
    assert.deepEqual(told(watch({ calendar })), [lost]);
    assert.deepEqual(told(watch({ calendar, clause: "hours both" })), [lost]);
    // The closed Thursday had cut off what came after midnight already.
    assert.deepEqual(told(watch({ calendar, clause: "hours late" })), [lost.replace("06-11T02:00", "06-11T00:00")]);
    assert.deepEqual(told(watch({ calendar, clause: "hours office" })), []);
    // What is closed on Thursdays anyway loses nothing by it.
    assert.deepEqual(told(watch({ calendar: "open 2026-06-11 05:00-07:00", clause: "hours late" })), []);
  });

  it("count only while the clause takes requests, and from today on", () => {
    const exception = "open 2026-06-11 07:00-08:00";
    assert.deepEqual(told(watch({ exception, when: " when outside nights" })), []);
    assert.equal(told(watch({ exception, when: " when during nights" })).length, 1);
    assert.deepEqual(told(watch({ calendar: "open 2026-03-31 05:00-07:00" })), []);
  });
});

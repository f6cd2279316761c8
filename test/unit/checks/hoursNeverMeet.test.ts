/** Clauses whose own hours never meet those of the team that does the work. */
import assert from "node:assert/strict";
import { findingsIn } from "./examples.ts";

function written(hours: string, clause: string, effective = "2026-04-01..2027-03-31", more = ""): string {
  return `calendar wanted in ${hours}
}
calendar berlin in Europe/Berlin {
  open Mon..Fri 09:00-17:00
}
team Depot {
  lead    Oki
  members Ota
  deputy  Ota for Oki
  hours   berlin
  reach   via email at "depot@example.co.jp"
}
request parcel { urgent: yes | no }
agreement parcels between Sales and Depot in Asia/Tokyo {
  effective ${effective}
  handle lost_parcels: parcel {
    by      Depot
    via     email
${clause}
  }
}
${more}`;
}

const tokyo = "Asia/Tokyo {\n  open Mon..Fri 09:00-17:00";
const own = "    hours   wanted\n    respond within 2 business hours";

/** The lines that are told. */
function told(text: string): readonly string[] {
  return findingsIn(text)
    .filter(({ check }) => check.name === "hours-never-meet")
    .map(({ place: { item, span } }) => item.text.slice(span.start, span.end));
}

describe("hours that never meet", () => {
  it("are compared on the real timeline, clock changes included", () => {
    // 09:00-17:00 in Tokyo is 00:00-08:00 UTC. Berlin works 08:00-16:00 UTC in winter, 07:00-15:00 from Sunday 2027-03-28 on.
    assert.deepEqual(told(written(tokyo, own, "2026-11-02..2027-03-28")), ["hours   wanted"]);
    assert.deepEqual(told(written(tokyo, own, "2026-11-02..2027-03-29")), []);
  });

  it("are those from today on: of an agreement that is over nothing is told, of one without an end a year is looked at", () => {
    // Today is 2026-08-24; in summer the two meet from 07:00 to 08:00 UTC, in the last winter they did not.
    assert.deepEqual(told(written(tokyo, own, "2025-11-03..2026-03-20")), []);
    assert.deepEqual(told(written(tokyo, own).replace(/ {2}effective.*\n/, "")), []);
    const sundays = "Asia/Tokyo {\n  open Sun 09:00-17:00";
    assert.deepEqual(told(written(sundays, own).replace(/ {2}effective.*\n/, "")), ["hours   wanted"]);
  });

  it("are fine where they meet on a single date", () => {
    const one = "Asia/Tokyo {\n  open Sun 09:00-17:00\n  open 2027-02-03 16:00-18:00";
    // 16:00-18:00 in Tokyo is 07:00-09:00 UTC, and Berlin begins at 08:00 UTC on that Wednesday in winter.
    assert.deepEqual(told(written(one, own)), []);
  });

  it("are told at the line that makes them differ, once", () => {
    const inCase = `    respond within 2 business hours
    case rushed: parcel when urgent is yes {
      hours wanted
      case faster: parcel {
        respond within 1 business hour
      }
    }`;
    const sundays = "Asia/Tokyo {\n  open Sun 09:00-17:00";
    assert.deepEqual(told(written(sundays, inCase)), ["hours wanted"]);
    const handed = `    hours   office
    case rushed: parcel when urgent is yes {
      by Watch
    }`;
    const watch = "calendar sundays in Asia/Tokyo {\n  open Sun\n}\nteam Watch {\n  lead Eto\n  hours sundays\n}\n";
    assert.deepEqual(told(written(tokyo, handed, "2026-04-01..2027-03-31", watch)), ["by Watch"]);
  });

  it("are not told of exceptions, of hours that never come at all, and where the request decides who works", () => {
    const bent = `exception sunday to parcels.lost_parcels {
  effective 2026-09-06..2026-09-06
  hours     wanted
  owner     Oki
  approved  by Oki on 2026-08-20
  reason    "a fair"
}
`;
    const sundays = "Asia/Tokyo {\n  open Sun 09:00-17:00";
    const plain = "    respond within 2 business hours";
    assert.deepEqual(told(written(sundays, plain, "2026-04-01..2027-03-31", bent)), []);
    const shut = "Asia/Tokyo {\n  open Sun 09:00-17:00\n  closed Sun";
    assert.deepEqual(told(written(shut, own)), []);
    assert.deepEqual(told(written(sundays, own).replace("by      Depot", "by      owner of customer")), []);
  });
});

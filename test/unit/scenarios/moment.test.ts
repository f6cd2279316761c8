import assert from "node:assert/strict";
import { formatMoment, instantOf, parseMoment, sameMoment } from "../../../server/core/scenarios/moment.ts";
import { utc, type Zone, zoneOf } from "../../../server/core/time/zone.ts";

describe("parseMoment and instantOf", () => {
  // The instants are what RFC 3339 says; Tokyo is 9 hours ahead of UTC, New York 4 in August and 5 in January.
  for (const [text, zone, instant] of [
    ["2026-08-22T10:15", "Asia/Tokyo", "2026-08-22T01:15:00Z"],
    ["2026-08-22 10:15", "Asia/Tokyo", "2026-08-22T01:15:00Z"],
    ["2026/8/2 9:05", "Asia/Tokyo", "2026-08-02T00:05:00Z"],
    ["２０２６-０８-２２Ｔ１０：１５", "Asia/Tokyo", "2026-08-22T01:15:00Z"],
    ["2026-08-22T10:15:30.250", "Asia/Tokyo", "2026-08-22T01:15:30.250Z"],
    ["2026-08-22T10:15Z", "Asia/Tokyo", "2026-08-22T10:15:00Z"],
    ["2026-08-22T10:15+05:30", "Asia/Tokyo", "2026-08-22T04:45:00Z"],
    ["2026-08-22T10:15-0400", "Asia/Tokyo", "2026-08-22T14:15:00Z"],
    ["2026-08-22T10:15[America/New_York]", "Asia/Tokyo", "2026-08-22T14:15:00Z"],
    ["2026-08-22T24:00", "Asia/Tokyo", "2026-08-22T15:00:00Z"],
    // RFC 5545 3.3.5: 02:30 does not exist on 2026-03-08 and means 03:30 EDT; 01:30 on 2026-11-01 is the first, EDT.
    ["2026-03-08T02:30", "America/New_York", "2026-03-08T07:30:00Z"],
    ["2026-11-01T01:30", "America/New_York", "2026-11-01T05:30:00Z"],
  ] as const) {
    it(`${text} in ${zone}`, () => {
      const moment = parseMoment(text);
      assert.ok(moment);
      assert.equal(new Date(instantOf(moment, zoneNamed(zone))).toISOString(), new Date(instant).toISOString());
    });
  }

  for (const text of [
    "",
    "2026-08-22",
    "10:15",
    "2026-02-30T10:00",
    "2026-08-22T24:01",
    "2026-08-22T10:75",
    "2026-08-22T10:15[Mars]",
    "tomorrow",
    "2026-08-22T10:15+",
    "2026-08-22T10:15+24:00", // RFC 3339: the hour of an offset is 00 to 23
  ]) {
    it(`does not take ${JSON.stringify(text)} for a time`, () => assert.equal(parseMoment(text), undefined));
  }
});

describe("sameMoment", () => {
  const instant = Date.parse("2026-08-22T10:15:30Z");

  it("compares minutes, and seconds where they are written", () => {
    assert.equal(same("2026-08-22T10:15"), true);
    assert.equal(same("2026-08-22T10:15:30"), true);
    assert.equal(same("2026-08-22T10:15:31"), false);
    assert.equal(same("2026-08-22T10:16"), false);
  });

  it("is shown with its seconds", () => {
    assert.equal(formatMoment(instant, utc), "2026-08-22T10:15:30");
    assert.equal(formatMoment(instant - 30_000, zoneNamed("Asia/Tokyo")), "2026-08-22T19:15");
  });

  it("has its offset where the clock shows it a second time, so that it is read back as it was", () => {
    // Berlin sets its clock back from 03:00 to 02:00 on 2026-10-25 at 01:00 UTC: 00:00 UTC is the first 02:00, 01:00 UTC the second.
    const berlin = zoneNamed("Europe/Berlin");
    assert.equal(formatMoment(Date.parse("2026-10-25T00:00Z"), berlin), "2026-10-25T02:00");
    const second = Date.parse("2026-10-25T01:00Z");
    assert.equal(formatMoment(second, berlin), "2026-10-25T02:00+01:00");
    const readBack = parseMoment(formatMoment(second, berlin)) ?? assert.fail("not read");
    assert.ok(sameMoment(readBack, second, berlin));
    assert.equal(formatMoment(Date.parse("2026-10-25T02:00Z"), berlin), "2026-10-25T03:00");
    // New York, an hour back at 06:00 UTC on 2026-11-01.
    assert.equal(
      formatMoment(Date.parse("2026-11-01T06:30Z"), zoneNamed("America/New_York")),
      "2026-11-01T01:30-05:00",
    );
  });

  function same(text: string): boolean {
    const moment = parseMoment(text);
    return moment !== undefined && sameMoment(moment, instant, utc);
  }
});

function zoneNamed(name: string): Zone {
  const zone = zoneOf(name);
  assert.ok(zone);
  return zone;
}

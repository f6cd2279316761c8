import assert from "node:assert/strict";
import { Temporal } from "temporal-polyfill";
import { dayOf, partsOf } from "../../../server/core/time/date.ts";
import { offsetAt, offsetOfRepeated, toInstant, toLocal, zoneOf } from "../../../server/core/time/zone.ts";
import { random } from "../../harness/random.ts";
import { dayOfText, shownInUtc, zone } from "./written.ts";

describe("zones", () => {
  const instantOf = (name: string, date: string, minute: number) =>
    shownInUtc(toInstant(zone(name), dayOfText(date), minute));

  it("resolve a time in a gap with the offset before it (RFC 5545, 3.3.5)", () => {
    // Berlin goes from 02:00 (+1) to 03:00 (+2): 02:30 at +1 is 01:30Z, which the clock shows as 03:30.
    assert.equal(instantOf("Europe/Berlin", "2026-03-29", 150), "2026-03-29T01:30Z");
    // New York goes from 02:00 (-5) to 03:00 (-4): 02:30 at -5 is 07:30Z.
    assert.equal(instantOf("America/New_York", "2026-03-08", 150), "2026-03-08T07:30Z");
    // Lord Howe goes from 02:00 (+10:30) to 02:30 (+11): 02:15 at +10:30 is 15:45Z of the day before.
    assert.equal(instantOf("Australia/Lord_Howe", "2026-10-04", 135), "2026-10-03T15:45Z");
    // Apia left out all of 2011-12-30 (-10 to +14): noon at -10 is 22:00Z, noon of the 31st.
    assert.equal(instantOf("Pacific/Apia", "2011-12-30", 720), "2011-12-30T22:00Z");
  });

  it("resolve a time in an overlap as the first of the two", () => {
    // 02:30 at +2 is 00:30Z; at +1 it would be 01:30Z.
    assert.equal(instantOf("Europe/Berlin", "2026-10-25", 150), "2026-10-25T00:30Z");
    // 01:30 at -4 is 05:30Z.
    assert.equal(instantOf("America/New_York", "2026-11-01", 90), "2026-11-01T05:30Z");
    // 01:45 at +11 is 14:45Z of the day before.
    assert.equal(instantOf("Australia/Lord_Howe", "2026-04-05", 105), "2026-04-04T14:45Z");
  });

  it("tell a time that the clock shows again from the first of the two, by its offset", () => {
    const offset = (name: string, utc: string) => offsetOfRepeated(zone(name), Date.parse(utc));
    // Berlin goes from 03:00 (+2) back to 02:00 (+1): 02:30 is 00:30Z, and again 01:30Z.
    assert.equal(offset("Europe/Berlin", "2026-10-25T00:30:00.500Z"), "");
    assert.equal(offset("Europe/Berlin", "2026-10-25T01:30:00.500Z"), "+01:00");
    assert.equal(offset("Europe/Berlin", "2026-10-25T02:00:00.000Z"), "");
    // London goes from 02:00 (+1) back to 01:00 (+0), New York from 02:00 (-4) back to 01:00 (-5), Lord Howe from
    // 02:00 (+11) back to 01:30 (+10:30).
    assert.equal(offset("Europe/London", "2026-10-25T01:30:00Z"), "+00:00");
    assert.equal(offset("America/New_York", "2026-11-01T06:30:00Z"), "-05:00");
    assert.equal(offset("Australia/Lord_Howe", "2026-04-04T15:15:00Z"), "+10:30");
  });

  it("take 24:00 as the start of the next day", () => {
    assert.equal(instantOf("Asia/Tokyo", "2026-08-24", 1440), "2026-08-24T15:00Z");
    assert.equal(instantOf("Europe/Berlin", "2026-10-25", 1440), "2026-10-25T23:00Z");
  });

  it("agree with Temporal in zones of every kind from 1970 to 2200", () => {
    const seed = Number(process.env.SEED ?? 20260822);
    const chance = random(seed);
    for (let round = 0; round < 1500; round++) {
      const name = chance.pick(zones);
      const day = dayOf(1970, 1, 3) + chance.below(dayOf(2200, 1, 1) - dayOf(1970, 1, 3));
      compare(name, day, chance.below(1440), " in " + name + " (SEED=" + seed + ")");
    }
    // Around the changes themselves, half hour by half hour.
    for (const [name, date] of changes)
      for (let minute = -1440; minute < 2 * 1440; minute += 30) compare(name, dayOfText(date), minute, " in " + name);
  });

  it("know Tokyo and UTC without the zone rules, and as the rules do", () => {
    for (let year = 1952; year <= 2200; year += 4)
      for (const month of [1, 7]) {
        const at = dayOf(year, month, 1) * 86_400_000;
        assert.equal(offsetAt(zone("Asia/Tokyo"), at), temporalOffset("Asia/Tokyo", at));
        assert.equal(offsetAt(zone("UTC"), at), 0);
      }
  });

  it("take names in any letter case, and nothing that is no zone", () => {
    assert.equal(zoneOf("europe/berlin"), zoneOf("Europe/Berlin"));
    assert.equal(zoneOf("asia/tokyo"), zoneOf("Asia/Tokyo"));
    for (const name of ["", "Nope/Zone", "+09:00", "Europe", "９", "__proto__", "Asia/Tokyo "])
      assert.equal(zoneOf(name), undefined, name);
  });

  it("answer without end or error for what is no instant", () => {
    for (const odd of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e300]) {
      assert.equal(typeof toInstant(zone("Europe/Berlin"), odd, 0), "number");
      assert.equal(typeof toLocal(zone("Europe/Berlin"), odd).day, "number");
    }
  });
});

const zones = [
  "UTC",
  "Asia/Tokyo",
  "Asia/Singapore",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Europe/Berlin",
  "Europe/London",
  "Europe/Moscow",
  "Africa/Casablanca",
  "America/New_York",
  "America/St_Johns",
  "America/Sao_Paulo",
  "America/Havana",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Pacific/Auckland",
];

const changes: readonly (readonly [string, string])[] = [
  ["Europe/Berlin", "2026-03-29"],
  ["Europe/Berlin", "2026-10-25"],
  ["America/New_York", "2026-11-01"],
  ["America/St_Johns", "2010-11-07"],
  ["America/Havana", "2026-11-01"],
  ["America/Sao_Paulo", "2018-11-04"],
  ["Australia/Lord_Howe", "2026-04-05"],
  ["Australia/Lord_Howe", "2026-10-04"],
  ["Pacific/Apia", "2011-12-30"],
  ["Africa/Casablanca", "2026-02-15"],
];

function compare(name: string, day: number, minute: number, about: string): void {
  const wanted = day + Math.floor(minute / 1440);
  const inDay = ((minute % 1440) + 1440) % 1440;
  const local = Temporal.PlainDateTime.from({
    ...partsOf(wanted),
    hour: Math.floor(inDay / 60),
    minute: inDay % 60,
  });
  const expected = local.toZonedDateTime(name, { disambiguation: "compatible" });
  const actual = toInstant(zone(name), day, minute);
  assert.equal(shownInUtc(actual), shownInUtc(expected.epochMilliseconds), local.toString() + about);
  assert.deepEqual(
    toLocal(zone(name), actual),
    {
      day: dayOfText(expected.toPlainDate().toString()),
      minute: expected.hour * 60 + expected.minute,
      millisecond: expected.second * 1000,
    },
    local.toString() + about,
  );
}

function temporalOffset(name: string, at: number): number {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(name).offsetNanoseconds / 1_000_000;
}

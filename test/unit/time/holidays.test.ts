import assert from "node:assert/strict";
import { formatDate } from "../../../server/core/time/date.ts";
import { japaneseHolidays } from "../../../server/core/time/holidays.japan.ts";
import { libraryHolidays } from "../../../server/core/time/holidays.libraries.ts";
import {
  comparableName,
  countryInEnglish,
  countryNames,
  isJapan,
  regionCodes,
} from "../../../server/core/time/holidays.ts";

/** The holidays of a region as "01-01 01-12 …", or "unknown". */
function holidays(region: string, year: number): string {
  return (
    libraryHolidays(region, year)
      ?.map((day) => formatDate(day).slice(5))
      .join(" ") ?? "unknown"
  );
}

describe("holidays of Japan", () => {
  it("are those of the Cabinet Office's list, with substitutes and citizens' holidays", () => {
    assert.equal(
      holidays("Japan", 2026),
      "01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23",
    );
    assert.match(holidays("Japan", 2015), /09-21 09-22 09-23/);
    // The days of the accession, and those moved for the Olympic Games.
    assert.match(holidays("Japan", 2019), /04-29 04-30 05-01 05-02 05-03/);
    assert.match(holidays("Japan", 2020), /07-23 07-24 08-10/);
    assert.match(holidays("Japan", 2021), /07-22 07-23 08-08 08-09/);
  });

  it("have the days that date-holidays misses, beyond the table's end too", () => {
    assert.match(holidays("Japan", 2032), /09-20 09-21 09-22/);
    assert.match(holidays("Japan", 2049), /09-20 09-21 09-22/);
    // 2054-09-21 is the third Monday and the equinox falls on Wednesday 09-23.
    assert.match(holidays("Japan", 2054), /09-21 09-22 09-23/);
  });

  it("are the same by every name, and in the light file alone", () => {
    for (const name of ["JP", "jp", "japan", "ＪＰ", "JP-13"]) {
      assert.equal(holidays(name, 2026), holidays("Japan", 2026), name);
      assert.deepEqual(japaneseHolidays(name, 2026), libraryHolidays("Japan", 2026), name);
    }
    assert.equal(japaneseHolidays("Germany", 2026), undefined);
    assert.equal(japaneseHolidays("Japan", 2051), undefined);
  });
});

describe("holidays of other countries", () => {
  it("are the public ones of a country or of a part of one", () => {
    // Easter 2026 is 04-05; Ascension is 39 days later, Whit Monday 50, Corpus Christi 60.
    const germany = "01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26";
    for (const name of ["Germany", "DE", "germany"]) assert.equal(holidays(name, 2026), germany, name);
    assert.equal(holidays("DE-BY", 2026), "01-01 01-06 04-03 04-06 05-01 05-14 05-25 06-04 10-03 11-01 12-25 12-26");
  });

  it("count a day once though the clocks change on it", () => {
    // Easter Sunday is a holiday in Brandenburg; in 2024 it was 03-31, a day of 23 hours.
    assert.match(holidays("DE-BB", 2024), /03-29 03-31 04-01/);
  });

  it("include substitutes", () => {
    // 2026-07-04 is a Saturday; 2027-12-25 and 26 are Saturday and Sunday.
    assert.match(holidays("US", 2026), /07-03/);
    assert.match(holidays("GB-ENG", 2027), /12-27 12-28/);
  });

  it("are found by the standard's English names, with or without accents and articles", () => {
    for (const [name, code] of [
      ["Italy", "IT"],
      ["United_States", "US"],
      ["Czechia", "CZ"],
      ["the Netherlands", "NL"],
      ["Côte d'Ivoire", "CI"],
      ["Cote d'Ivoire", "CI"],
    ] as const)
      assert.equal(holidays(name, 2026), holidays(code, 2026), name);
  });

  it("are unknown where there is no such region", () => {
    for (const name of ["", "Nowhere", "DE-XX", "XX", "DE-BY-XX", "constructor", "__proto__"])
      assert.equal(holidays(name, 2026), "unknown", name);
  });
});

describe("regions", () => {
  it("are called by the standard's English names of countries", () => {
    const names = countryNames();
    for (const name of ["Japan", "Germany", "Italy", "United States"]) assert.ok(names.includes(name), name);
    assert.ok(names.length > 240 && names.length < 330, String(names.length)); // 249 countries, and codes kept beside them
  });

  it("are known by the Japanese names of countries, too", () => {
    assert.deepEqual(["日本", "ドイツ", "イタリア"].map(countryInEnglish), ["Japan", "Germany", "Italy"]);
    assert.deepEqual(["無い国", "Germany", ""].map(countryInEnglish), [undefined, undefined, undefined]);
  });

  it("are codes or names", () => {
    assert.deepEqual(regionCodes("de-by"), { country: "DE", state: "BY", region: undefined });
    assert.deepEqual(regionCodes("ＤＥ"), { country: "DE", state: undefined, region: undefined });
    assert.equal(regionCodes("Germany"), undefined);
    assert.deepEqual(regionCodes(" us-la-no "), { country: "US", state: "LA", region: "NO" });
    assert.ok(isJapan("Japan") && !isJapan("Jersey"));
  });

  it("are compared by name without case, width, accents, underscores, spaces too many and a leading article", () => {
    for (const [written, compared] of [
      ["The_Gambia", "gambia"],
      [" The  Netherlands ", "netherlands"],
      ["ＩＴＡＬＹ", "italy"],
      ["United  States", "united states"],
      ["Côte d’Ivoire", "cote d'ivoire"],
      ["Trinidad & Tobago", "trinidad and tobago"],
      ["Saint_Vincent_and_the_Grenadines", "saint vincent and the grenadines"],
    ] as const)
      assert.equal(comparableName(written), compared);
  });
});

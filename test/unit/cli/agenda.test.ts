import assert from "node:assert/strict";
import * as path from "node:path";
import schema from "../../../server/cli/schemas/agenda.schema.json";
import { displayWidth } from "../../../server/core/format/width.ts";
import { schemaErrors } from "../../harness/schema.ts";
import { folderOf, torikime } from "../../harness/terminal.ts";
import { office } from "./office.ts";

function agenda(words: string, locale: "en" | "ja" = "en", text = office) {
  const folder = folderOf({ "office.sla": text, "torikime.yaml": "today: 2026-08-24\n" });
  return torikime(folder, ["agenda", ...words.split(" ")], { locale });
}

interface Entry {
  readonly kind: string;
  readonly day: string;
  readonly by: string | null;
  readonly about: string;
  readonly who: string[];
  readonly since: string | null;
  readonly last: string | null;
}

async function entries(words: string) {
  const { out } = await agenda(`${words} --format json`);
  const written: { entries: Entry[] } = JSON.parse(out);
  assert.deepEqual(schemaErrors(schema, written), []);
  return written.entries;
}

async function listed(words: string, kind: string) {
  return (await entries(words)).filter((each) => each.kind === kind).map(({ by, day }) => by ?? day);
}

const autumn = "--from 2026-09-07 --until 2026-10-15";

describe("torikime agenda", () => {
  it("moves what is owed on a closed day to the business day before", async () => {
    // Mondays; 09-21 and 10-12 are holidays, so Friday before them.
    assert.deepEqual(await listed(autumn, "owed"), [
      "2026-09-07T10:00:00+09:00",
      "2026-09-14T10:00:00+09:00",
      "2026-09-18T10:00:00+09:00",
      "2026-09-28T10:00:00+09:00",
      "2026-10-05T10:00:00+09:00",
      "2026-10-09T10:00:00+09:00",
    ]);
  });

  it("reads days in the zone of the calendars where nobody whose matter it is has hours", async () => {
    const bare = `calendar office in Asia/Tokyo {
  open Mon..Fri 09:00-18:00
}
team Desk {
  lead    Ito
  members Abe
  away    Abe 2026-09-01..2026-09-04
}
customer Acme {
  owner Abe
  due   audit on 2026-09-10 by Abe needs report 2 calendar days before
}
handover acme of Acme from Abe to Ito {
  effective 2026-09-01..2026-09-30
}
agreement care between Desk and Desk {
  effective 2026-04-01..2026-09-20
}
`;
    const told = async (text: string) => {
      const { out } = await agenda("--until 2026-10-15 --format json", "en", text);
      const { entries: all }: { entries: { kind: string; zone: string }[] } = JSON.parse(out);
      return all.map(({ kind, zone }) => `${kind}: ${zone}`).sort();
    };
    const kinds = ["agreement ends", "away", "due", "handover begins", "handover ends", "need"];
    assert.deepEqual(
      await told(bare),
      kinds.map((kind) => `${kind}: Asia/Tokyo`),
    );
    const two = `${bare}calendar berlin in Europe/Berlin {\n  open Mon\n}\n`;
    assert.deepEqual(
      await told(two),
      kinds.map((kind) => `${kind}: UTC`),
    );
  });

  it("finds one that moves into the days from beyond them", async () => {
    assert.deepEqual(await listed("--from 2026-09-18 --until 2026-09-19", "owed"), ["2026-09-18T10:00:00+09:00"]);
    // Monday 2027-01-04 is open; Monday 2026-12-28 too. The agreement ends on 2027-03-31, a Wednesday.
    assert.deepEqual(await listed("--from 2027-03-28 --until 2027-04-30", "owed"), ["2027-03-29T10:00:00+09:00"]);
  });

  it("is owed once on the day to which several closed days move back", async () => {
    // Mon 09-21 and Wed 09-23 are holidays like the day between, so both move to Fri 09-18, when it is owed anyway.
    const often = office.replace("every Mon before 10:00", "every Mon, Wed, Fri before 10:00");
    const { out } = await agenda("--from 2026-09-14 --until 2026-09-25 --format ical", "en", often);
    const owed = eventsIn(out).filter((each) => each.get("CATEGORIES") === "owed");
    assert.deepEqual(
      owed.map((each) => each.get("UID")?.slice(-"2026-09-14@torikime".length, -"@torikime".length)),
      ["2026-09-14", "2026-09-16", "2026-09-18", "2026-09-25"],
    );
  });

  it("gives papers their time before the date that matters", async () => {
    // Before Wed 2026-09-30: 29, 28, 25, 24, 18, 17, 16, 15, 14, 11 are the ten business days; 09-21 to 09-23 are holidays.
    // 3 calendar days before: the end of 09-27. 2 business hours before its day: 09-29 16:00.
    assert.deepEqual(await listed(autumn, "need"), [
      "2026-09-11T18:00:00+09:00",
      "2026-09-28T00:00:00+09:00",
      "2026-09-29T16:00:00+09:00",
    ]);
    const seal = (await entries(autumn)).find(({ by }) => by === "2026-09-28T00:00:00+09:00");
    assert.equal(seal?.day, "2026-09-27");
    // The date itself lies beyond, and still needs something.
    assert.deepEqual(await listed("--from 2027-09-01 --until 2027-09-20", "due"), []);
    assert.equal((await listed("--from 2027-09-01 --until 2027-09-20", "need")).length, 1);
  });

  it("counts reviews in months from the first day, the last day of a shorter month", async () => {
    // From 2026-04-30 every two months, until 2027-03-31.
    assert.deepEqual(await listed("--from 2026-04-01 --until 2028-01-01", "review"), [
      "2026-06-30",
      "2026-08-30",
      "2026-10-30",
      "2026-12-30",
      "2027-02-28",
    ]);
  });

  it("announces ends of exceptions, agreements and handovers, and absences", async () => {
    const all = await entries("--from 2026-09-05 --until 2027-03-31");
    const others = all.filter(({ kind }) => !["owed", "need", "review"].includes(kind));
    assert.deepEqual(
      others.map(({ kind, day, about, who }) => [kind, day, about, who.join(", ")].join(" | ")),
      [
        // It began on 08-31 and lasts until 09-06: told on the first day that is asked about.
        "away | 2026-09-05 | Kudo | Kudo",
        "exception ends | 2026-09-10 | acme_rush | Mori",
        "due | 2026-09-24 | Acme | Sales",
        "due | 2026-09-30 | Acme | Mori",
        "handover ends | 2026-09-30 | acme_2026 | Tanaka, Mori",
        "agreement ends | 2027-03-31 | ordering | Ito",
      ],
    );
    const ja = await agenda("--until 2027-03-31", "ja");
    assert.match(ja.out, /例外「acme_rush」の最終日[\s\S]*取り決め「ordering」の最終日/);
  });

  it("tells nothing of days before those that are asked about, and since when somebody is away", async () => {
    const words = "--from 2026-09-01 --until 2026-09-30 --away Mori:2026-08-20.. --away Tanaka:2026-08-31..2026-09-02";
    const { out } = await agenda(words);
    assert.match(out, /^Tue 2026-09-01\n/);
    assert.doesNotMatch(out, /^\S+ 2026-08/m);
    assert.match(out, /^ +Kudo +away since Mon 2026-08-31, until Sun 2026-09-06$/m);
    assert.match(out, /^ +Tanaka +away since Mon 2026-08-31, until Wed 2026-09-02 \(assumed\)$/m);
    assert.match(out, /^ +Mori +away since Thu 2026-08-20 \(assumed\)$/m);
    const japanese = await agenda(words, "ja");
    assert.match(japanese.out, /^ +Tanaka +2026年8月31日（月）から 2026年9月2日（水）まで不在（仮定）$/m);
    const [kudo] = await entries("--from 2026-09-01 --until 2026-09-05");
    assert.deepEqual([kudo?.day, kudo?.since, kudo?.last], ["2026-09-01", "2026-08-31", "2026-09-06"]);
  });

  it("tells an absence once, though another of the same person lies within it or is the same", async () => {
    // Kudo's from 08-31 to 09-06 is written; what is supposed around it tells it, and what is supposed within it is told by it.
    const away = async (words: string) => {
      const { out } = await agenda(`--from 2026-08-25 --until 2026-09-30 ${words}`);
      return out.split("\n").flatMap((line) => / {2}(away .*)$/.exec(line)?.[1] ?? []);
    };
    assert.deepEqual(await away(""), [`away until Sun 2026-09-06`]);
    assert.deepEqual(await away("--away Kudo:2026-08-28.."), [`away from that day on (assumed)`]);
    assert.deepEqual(await away("--away Kudo:2026-09-01"), [`away until Sun 2026-09-06`]);
    assert.deepEqual(await away("--away Kudo:2026-08-31..2026-09-06"), [`away until Sun 2026-09-06`]);
    const twice = ["--away Kudo:2026-08-28..", "--away Kudo:2026-08-26.."];
    for (const words of [twice, twice.toReversed()])
      assert.deepEqual(await away(words.join(" ")), [`away from that day on (assumed)`]);
  });

  it("says which dates nobody would see to, if somebody were away or gone", async () => {
    const absences = async (words: string) => {
      const { out } = await agenda(`${autumn} --format json ${words}`);
      const written: { entries: { uid: string; absent: string[] }[] } = JSON.parse(out);
      assert.deepEqual(schemaErrors(schema, written), []);
      return written.entries.flatMap(({ uid, absent }) => (absent.length > 0 ? [`${uid}: ${absent.join(", ")}`] : []));
    };
    assert.deepEqual(await absences(""), []);
    // Mori owns the exception that ends on 09-10, and the form of 09-11; the seal of 09-27 comes after the absence.
    assert.deepEqual(await absences("--away Mori:2026-09-08..2026-09-20"), [
      "exception-ends-acme_rush-ordering.orders@torikime: Mori",
      "due-Acme-bid-2026-needs-application_form@torikime: Mori",
    ]);
    const gone = await absences("--without Ito --without Abe --without Kudo --without 鈴木");
    assert.equal(gone.filter((each) => each.endsWith(": BackOffice")).length, 6);
    assert.match(
      (await agenda(`${autumn} --away Mori`)).out,
      /^ +Mori +last day of the exception acme_rush\n +away that day$/m,
    );
    assert.match((await agenda(`${autumn} --without Moriy`)).errors, /Did you mean 'Mori'\?/);
  });

  it("counts by the team's calendar, also where the person is gone", async () => {
    const { out } = await agenda(`${autumn} --format json --without Mori`);
    const written: { entries: { kind: string; by: string }[] } = JSON.parse(out);
    assert.deepEqual(
      written.entries.filter(({ kind }) => kind === "need").map(({ by }) => by),
      await listed(autumn, "need"),
    );
  });

  it("says so where no hours are known to count business days by, and what the latest day is", async () => {
    const hourless = office.replace("  hours   office\n", "");
    const { out } = await agenda(`${autumn} --format json`, "en", hourless);
    const written: { entries: { kind: string; by: string; uncounted: string | null }[] } = JSON.parse(out);
    assert.deepEqual(schemaErrors(schema, written), []);
    // Ten days before Wed 09-30, were each a business day, is 09-20, at its end; two hours before it begins, 09-29 22:00.
    assert.deepEqual(
      written.entries.filter(({ kind }) => kind === "need").map(({ by, uncounted }) => [by, uncounted]),
      [
        ["2026-09-21T00:00:00+09:00", "10 business days"],
        ["2026-09-28T00:00:00+09:00", null],
        ["2026-09-29T22:00:00+09:00", "2 business hours"],
      ],
    );
    const en = (await agenda(autumn, "en", hourless)).out.replaceAll(/\s+/g, " ");
    assert.match(en, /10 business days before that day, so at the latest now: Mori has no hours/);
    assert.match((await agenda(autumn, "ja", hourless)).out.replaceAll(/\s+/g, ""), /Moriの営業時間がなく/);
    assert.match((await agenda(`${autumn} --format ical`, "en", hourless)).out.replaceAll("\r\n ", ""), /no hours to/);
  });

  it("is told by day, in both languages", async () => {
    const { out } = await agenda(autumn);
    assert.match(
      out,
      /^Fri 2026-09-11\n {2}by 18:00 +Mori +application_form ready for bid of Acme on Wed 2026-09-30$/m,
    );
    assert.match(out, /^ {2}by 24:00 +Mori +seal ready/m);
    const ja = await agenda(autumn, "ja");
    assert.match(ja.out, /^2026年9月11日（金）\n {2}18:00 まで +Mori +Acme の bid（2026年9月30日（水））に向けて/m);
    assert.match((await agenda("--from 2028-01-04 --until 2028-01-05")).out, /^Nothing from Tue 2028-01-04 to/);
  });

  it("keeps to the width of a narrow terminal: what is said stands below by when and who", async () => {
    const folder = folderOf({ "agreements/of/the/office/in/tokyo/office.sla": office });
    for (const locale of ["en", "ja"] as const) {
      const narrow = await torikime(folder, ["agenda", ...autumn.split(" ")], { locale, columns: 60 });
      const wide = narrow.out.split("\n").filter((line) => displayWidth(line) > 60);
      assert.deepEqual(wide, []);
    }
    const { out } = await torikime(folder, ["agenda", ...autumn.split(" ")], { columns: 50 });
    assert.match(
      out,
      /^ {2}by 18:00 {2}Mori\n {4}application_form ready for bid of Acme on Wed\n {4}2026-09-30\n {4}agreements\//m,
    );
  });

  it("begins today, and says what is missing or the wrong way round", async () => {
    assert.deepEqual(await listed("--until 2026-08-24", "owed"), ["2026-08-24T10:00:00+09:00"]);
    for (const [words, message] of [
      ["--from 2026-08-24", /--until DATE/],
      ["--until 2026-08-23", /before it begins on 2026-08-24/],
      ["--until 2126-08-23", /ten years/],
      ["--until soon", /--until needs a day/],
    ] as const) {
      const { code, errors } = await agenda(words);
      assert.equal(code, 2, words);
      assert.match(errors, message);
    }
  });
});

describe("the agenda of files without agreements", () => {
  it("begins today, as the settings or the clock say", async () => {
    const empty = await torikime(folderOf({ "a.sla": "channel email\n" }), ["agenda", "--until", "2027-01-01"]);
    // The clock of these tests stands at 2026-08-24 03:00 UTC.
    assert.match(empty.out, /^Nothing from Mon 2026-08-24 to Fri 2027-01-01\.$/m);
    const set = folderOf({ "torikime.yaml": "today: 2026-09-01\n", "a.sla": "channel email\n" });
    assert.match((await torikime(set, ["agenda", "--until", "2027-01-01"])).out, /^Nothing from Tue 2026-09-01 to/m);
  });
});

describe("the agenda as a calendar", () => {
  it("has days as days and times in UTC, each with a name that stays", async () => {
    const { out } = await agenda(`${autumn} --format ical`);
    const events = eventsIn(out);
    // 10:00 in Tokyo is 01:00 UTC; Monday 09-21 is owed on Friday 09-18 and keeps its name.
    const mail = events.find(
      (each) => each.get("UID") === "owed-ordering.status_mail-BackOffice-Sales-2026-09-21@torikime",
    );
    assert.equal(mail?.get("DTSTART"), "20260918T010000Z");
    assert.equal(mail?.get("SUMMARY"), "BackOffice: a list of open orders\\, owed to Sales");
    assert.match(mail?.get("DESCRIPTION") ?? "", /^by 10:00 \(Asia\/Tokyo\)\\noffice\.sla:/);
    const bid = events.find((each) => each.get("UID") === "due-Acme-bid-2026@torikime");
    assert.deepEqual([bid?.get("DTSTART;VALUE=DATE"), bid?.get("DTEND;VALUE=DATE")], ["20260930", "20261001"]);
    const again = eventsIn((await agenda("--from 2026-09-15 --until 2027-09-30 --format ical")).out);
    const names = (some: readonly Event[]) => new Set(some.map((each) => each.get("UID")));
    assert.equal(names(again).size, again.length);
    assert.ok([...names(events)].filter((name) => names(again).has(name)).length >= 6);
  });

  it("ends a day after its days, and what has a time has no end of its own", async () => {
    // RFC 5545, 3.8.2.2: DTEND is later than DTSTART; 3.6.1: without it an event with a time ends when it starts.
    for (const event of eventsIn((await agenda(`${autumn} --format ical`)).out)) {
      const [start, end] = [event.get("DTSTART;VALUE=DATE"), event.get("DTEND;VALUE=DATE")];
      if (event.has("DTSTART")) assert.ok(!event.has("DTEND"), event.get("UID"));
      else assert.ok(start !== undefined && end !== undefined && end > start, event.get("UID"));
    }
  });

  it("has the same names from whichever folder it is asked for, and two in one calendar for two that are called the same", async () => {
    const two = folderOf({ "a/torikime.yaml": "", "a/x.sla": office, "b/torikime.yaml": "", "b/x.sla": office });
    const uids = async (folder: string, ...paths: readonly string[]) => {
      const { out } = await torikime(folder, ["agenda", ...paths, ...autumn.split(" "), "--format", "ical"], {});
      return eventsIn(out).map((each) => each.get("UID") ?? "");
    };
    const inside = await uids(path.join(two, "a"));
    assert.ok(inside.length > 0);
    assert.deepEqual(await uids(two, "a"), inside);
    assert.deepEqual(await uids(path.join(two, "b"), "../a"), inside);
    const both = await uids(two, "a", "b");
    assert.equal(new Set(both).size, 2 * inside.length);
    for (const uid of inside) assert.ok(both.includes(uid), uid);
  });

  it("shows an absence for as long as it lasts, and moves with what it is about", async () => {
    const [away] = eventsIn((await agenda("--from 2026-09-01 --until 2026-09-01 --format ical", "ja")).out);
    assert.deepEqual([away?.get("DTSTART;VALUE=DATE"), away?.get("DTEND;VALUE=DATE")], ["20260831", "20260907"]);
    assert.doesNotMatch(away?.get("SUMMARY") ?? "", /8月31日/);
    const later = office.replace("2026-09-01..2026-09-10", "2026-09-01..2026-09-12");
    const ends = async (text: string) =>
      eventsIn((await agenda(`${autumn} --format ical`, "en", text)).out).find(
        (each) => each.get("CATEGORIES") === "exception ends",
      );
    const [before, after] = [await ends(office), await ends(later)];
    assert.equal(before?.get("UID"), after?.get("UID"));
    assert.deepEqual(
      [before, after].map((each) => each?.get("DTSTART;VALUE=DATE")),
      ["20260910", "20260912"],
    );
  });

  it("is as RFC 5545 asks: CRLF, lines of at most 75 octets, what is required", async () => {
    const { out } = await agenda(`${autumn} --format ical`, "ja");
    assert.ok(out.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"));
    assert.ok(out.endsWith("END:VCALENDAR\r\n"));
    for (const line of out.split("\r\n")) {
      assert.ok(Buffer.byteLength(line) <= 75, line);
      assert.doesNotMatch(line, /[\r\n]/);
    }
    for (const event of eventsIn(out)) assert.ok(event.has("UID") && event.has("DTSTAMP") && event.has("SUMMARY"));
  });
});

type Event = ReadonlyMap<string, string>;

/** The properties of each event, lines unfolded (RFC 5545, 3.1). */
function eventsIn(text: string): readonly Event[] {
  const lines = text.replaceAll(/\r\n[ \t]/g, "").split("\r\n");
  const events: Map<string, string>[] = [];
  for (const line of lines) {
    const colon = line.indexOf(":");
    if (line === "BEGIN:VEVENT") events.push(new Map());
    else events.at(-1)?.set(line.slice(0, colon), line.slice(colon + 1));
  }
  return events;
}

import assert from "node:assert/strict";
import schema from "../../../server/cli/schemas/who.schema.json";
import { schemaErrors } from "../../harness/schema.ts";
import { folderOf, torikime } from "../../harness/terminal.ts";
import { office } from "./office.ts";

function who(words: readonly string[], locale: "en" | "ja" = "en") {
  const folder = folderOf({ "office.sla": office, "torikime.yaml": "today: 2026-08-24\n" });
  return torikime(folder, ["who", ...words], { locale });
}

async function written(...words: readonly string[]) {
  const { out } = await who([...words, "--format", "json"]);
  const found: { responsibilities: { role: string; about: string; as: string }[]; turns: Record<string, string>[] } =
    JSON.parse(out);
  assert.deepEqual(schemaErrors(schema, found), []);
  const held = found.responsibilities.map(({ role, about, as }) => `${role} ${about} (${as})`);
  return { ...found, held };
}

describe("torikime who", () => {
  it("tells all that a person has to do with, by name, through the team, as lead and as owner", async () => {
    const { held } = await written("Mori");
    assert.deepEqual(held, [
      "member Sales (self)",
      "handles ordering.questions (owner of customers)",
      "step ordering.orders.draft (member)",
      "owes ordering.early_form (member)",
      "owed ordering.status_mail (member)",
      "due bid (self)",
      "due inspection (member)",
      "owns customer Acme (self)",
      "takes over acme_2026 (self)",
      "owns exception acme_rush (self)",
      "deputises Sales (self)",
    ]);
    assert.deepEqual((await written("Sato")).held.slice(0, 3), [
      "leads Sales (self)",
      "step ordering.orders.draft (member)",
      "step ordering.orders.approve (lead)",
    ]);
    assert.ok((await written("Sato")).held.includes("approved acme_rush (self)"));
    const ito = (await written("Ito")).held;
    for (const each of [
      "told ordering.orders (lead)",
      "asked ordering.order_changes (lead)",
      "reviews ordering (self)",
    ])
      assert.ok(ito.includes(each), each);
    assert.ok((await written("Tanaka")).held.includes("backs up Acme (self)"));
  });

  it("tells of a team its people, clauses, promises and duties", async () => {
    const { held } = await written("BackOffice");
    for (const each of ["leads BackOffice (self)", "promises ordering.order_changes (self)", "party ordering (self)"])
      assert.ok(held.includes(each), each);
    assert.equal(held.filter((each) => each.startsWith("member")).length, 3);
  });

  it("knows the turns on duty, absences taken into account", async () => {
    // 2026-08-24 is 20 weeks after 04-06: 20 mod 3 = 2, so 鈴木; the week after is Abe's, then Kudo's.
    const { turns } = await written("鈴木");
    assert.deepEqual(turns[0], {
      team: "BackOffice",
      person: "鈴木",
      first: "2026-08-24",
      last: "2026-08-30",
      insteadOf: null,
    });
    assert.equal(turns[1]?.first, "2026-09-14");
    assert.equal((await written("Abe")).turns[0]?.first, "2026-08-31");
  });

  it("says until when it tells turns, and tells the last of them to its own end", async () => {
    // Eight weeks from Monday 08-24 end on Sunday 10-18. From Wednesday 08-26 they end on Tuesday 10-20: the turn of Monday 10-19
    // (28 weeks after 04-06; 28 mod 3 = 1: Kudo) is told to Sunday 10-25, and no turn after it.
    const monday = await who(["Abe"]);
    assert.match(monday.out, /\n {13}all until 2026-10-18 +--on DATE tells about a later day\n/);
    assert.match((await who(["Abe"], "ja")).out, /\n +2026年10月18日までの分 +その後は --on 日付 で確かめられます\n/);
    const folder = folderOf({ "office.sla": office, "torikime.yaml": "today: 2026-08-26\n" });
    const { turns, turnsUntil } = JSON.parse((await torikime(folder, ["who", "Kudo", "--format", "json"])).out);
    assert.equal(turnsUntil, "2026-10-20");
    const { first, last } = turns.at(-1);
    assert.deepEqual([first, last], ["2026-10-19", "2026-10-25"]);
    // Nothing is cut for a day, nor where nobody has turns.
    const asked = async (...words: string[]) =>
      JSON.parse((await torikime(folder, ["who", ...words, "--format", "json"])).out).turnsUntil;
    assert.deepEqual([await asked("Kudo", "--on", "2026-09-05"), await asked("Sales")], [null, null]);
  });

  it("says that somebody in a roster has no turn within that time", async () => {
    const people = Array.from({ length: 12 }, (_, index) => `P${index}`).join(", ");
    const desk = `team Desk {\n  members ${people}\n  duty ${people} weekly from 2026-08-24\n}\n`;
    const { out } = await torikime(folderOf({ "a.sla": desk }), ["who", "P9"]);
    assert.match(out, /^ {2}On duty +none until 2026-10-18 +--on DATE tells about a later day$/m);
  });

  it("never breaks a place, whatever the width and the folder's name", async () => {
    const folder = folderOf({ "取り決め の 一式/office.sla": office });
    for (const columns of [40, 60, 80, 100, 120]) {
      const { out } = await torikime(folder, ["who", "Abe", "取り決め の 一式"], { columns });
      const places = out.split("\n").filter((line) => /:\d+:\d+$/.test(line));
      assert.ok(places.length > 3);
      for (const line of places) assert.match(line, /取り決め の 一式\/office\.sla:\d+:\d+$/);
    }
  });

  it("tells details from what they are about where both stand in one column", async () => {
    const folder = folderOf({ "office.sla": office, "torikime.yaml": "today: 2026-08-24\n" });
    const { out } = await torikime(folder, ["who", "Kudo"], { columns: 50 });
    assert.match(out, /^ {2}On duty +(?=\d)/m);
    const [, column = ""] = /^( {2}Away +)\S/m.exec(out) ?? [];
    assert.ok(out.includes(`\n${" ".repeat(column.length + 2)}2026-08-31..2026-09-06\n`), out);
  });

  it("leaves out what does not hold on a day", async () => {
    assert.ok((await written("Kudo", "--on", "2026-09-05")).held.includes("handles acme_rush (self)"));
    const { held, turns } = await written("Kudo", "--on", "2026-09-11");
    assert.ok(!held.some((each) => /acme_rush|away/.test(each)), held.join("\n"));
    // 09-07 to 09-13 is the 22nd week: 22 mod 3 = 1, Kudo's.
    assert.deepEqual(turns, [
      { team: "BackOffice", person: "Kudo", first: "2026-09-11", last: "2026-09-11", insteadOf: null },
    ]);
  });

  it("reads well in both languages, within the width", async () => {
    const en = await who(["Mori"]);
    assert.match(en.out, /^ {2}Sees to +Acme 株式会社: bid 09-30 +application_form, seal, call/m);
    assert.match(en.out, /^ {2}Stands in +for Sato/m);
    const ja = await who(["Ito"], "ja");
    assert.match(ja.out, /^ {2}リーダー +BackOffice（業務部）/m);
    assert.match(ja.out, /BackOffice（業務部）のリーダーとして · 4\s+営業時間以内/);
    for (const line of en.out.split("\n")) assert.ok(line.length <= 100, line);
  });

  it("says what was probably meant, and ends with 2", async () => {
    const { code, errors } = await who(["鈴本"]);
    assert.equal(code, 2);
    assert.match(errors, /Did you mean '鈴木'\?/);
    assert.match(
      (await who(["Acme"])).errors,
      /'Acme' is a customer, and here the name of a person or a team is needed/,
    );
    assert.match((await who(["email"], "ja")).errors, /「email」は連絡手段です。ここには人またはチームの名前/);
    assert.match((await who([])).errors, /torikime who NAME/);
    assert.match((await who(["Mori", "--on", "yesterday"])).errors, /--on needs a day/);
    // Full-width letters are the same name (NFKC).
    assert.equal((await who(["Ｍｏｒｉ"])).code, 0);
  });

  it("asks for one of several folders that know the name", async () => {
    const two = folderOf({ "a/torikime.yaml": "", "a/x.sla": office, "b/torikime.yaml": "", "b/x.sla": office });
    const { code, errors } = await torikime(two, ["who", "Mori", "a", "b"]);
    assert.equal(code, 2);
    assert.match(errors, /a\/.*b\//);
    assert.equal((await torikime(two, ["who", "Mori", "b"])).code, 0);
  });
});

import assert from "node:assert/strict";
import * as path from "node:path";
import decisionSchema from "../../../server/cli/schemas/decision.schema.json";
import schema from "../../../server/cli/schemas/what-if.schema.json";
import { schemaErrors } from "../../harness/schema.ts";
import { folderOf, torikime } from "../../harness/terminal.ts";

const product = path.resolve("samples/product-support");

function simulate(words: string, locale: "en" | "ja" = "en", input = "") {
  return torikime(product, ["simulate", ...words.split(" ")], { locale, input });
}

const incident = "--kind incident --set severity=normal --asker Sales --customer Acme --at 2026-08-24T10:00";

describe("simulate, what if", () => {
  it("shows both answers and what differs, side by side", async () => {
    const { code, out } = await simulate(`${incident} --channel email --away Abe:2026-08-24..`);
    assert.equal(code, 0);
    // The turn of 2026-08-24 is the 21st week from 04-06, Abe's; Kudo is the next in turn.
    assert.match(out, /^What if: Abe is away from 2026-08-24, without an end$/m);
    assert.match(out, /^ +now +what if$/m);
    assert.match(out, /^ +Who +Abe of Support .* +Kudo of Support/m);
    assert.doesNotMatch(out, /Respond by/);
    for (const line of out.split("\n")) assert.ok(line.length <= 100, line);
  });

  it("says so where nothing differs", async () => {
    const { out } = await simulate(`${incident} --channel email --away Abe:2026-08-31..2026-09-06`);
    assert.match(out, /^ {2}No difference\.$/m);
  });

  it("takes a channel away, and combines", async () => {
    const { out } = await simulate(`${incident} --channel phone --with-channel-down phone --away Abe`);
    assert.match(out, /^ +Channel +phone .* +email .* or portal$/m);
    assert.match(out, /^What if: Abe is away; phone is down$/m);
  });

  it("leaves nobody where all are gone, and ends with 1", async () => {
    const { code, out } = await simulate(`${incident} --channel email --without Abe --without Kudo --without Ito`);
    assert.equal(code, 1);
    assert.match(out, /but nobody is there to do it\.$/m);
  });

  it("asks at another time", async () => {
    const { out } = await simulate(`${incident} --channel email --or-at 2026-08-29T10:00`);
    // Saturday: Kudo's turn begins on Monday 08-31, and the fourth hour ends at 14:00.
    assert.match(out, /Sat 2026-08-29 10:00: Closed until/);
    assert.match(out, /^ +Respond by +Mon 2026-08-24 15:00 +Mon 2026-08-31 14:00$/m);
  });

  it("shows the answers for each value where only one of the two depends on a field", async () => {
    const desk = `calendar office in Asia/Tokyo {
  open Mon..Fri 09:00-18:00
}
team Sales {
  lead Sato
}
team Desk {
  lead  Ito
  hours office
}
request call { level: low | high }
agreement calls between Sales and Desk {
  handle calls: call {
    by      Desk
    respond within 2 business hours
    case low: call when level is low and outside office {
      respond within 4 business hours
    }
  }
}
`;
    const folder = folderOf({ "a.sla": desk });
    const asked = (at: string, other: string, locale: "en" | "ja" = "en") =>
      torikime(folder, ["simulate", "--kind", "call", "--at", at, "--or-at", other], { locale });
    // Monday 08-24; on Saturday 08-22 nobody is there, and the clock starts on Monday at 09:00.
    const later = await asked("2026-08-24T10:00", "2026-08-22T10:00");
    const squeezed = (out: string) => out.replace(/ +/g, " ");
    const [open, closed] = ["Desk answers by Mon 2026-08-24 12:00.", "Closed until Mon 2026-08-24 09:00. Desk"];
    // Four hours from 09:00, and two.
    const values = [
      ` level low ${open} ${closed}\n answers by Mon 2026-08-24 13:00.`,
      ` level high ${open} ${closed}\n answers by Mon 2026-08-24 11:00.`,
    ];
    assert.ok(squeezed(later.out).endsWith(`\n\n${values.join("\n")}\n`), later.out);
    assert.match(squeezed(later.out), / Sat 2026-08-22 10:00: It depends on level,/);
    const sooner = await asked("2026-08-22T10:00", "2026-08-24T10:00");
    assert.match(squeezed(sooner.out), /\n level low Closed until Mon 2026-08-24 09:00\. Desk Desk answers by /);
    const japanese = await asked("2026-08-24T10:00", "2026-08-22T10:00", "ja");
    assert.match(japanese.out.replace(/\s+/g, " "), /2026年8月22日（土）10:00 の場合、/);
    // Where nothing differs it is said for which time.
    const same = await asked("2026-08-24T10:00", "2026-08-24T10:00:30");
    assert.match(same.out, /^Mon 2026-08-24 10:00: Desk answers by Mon 2026-08-24 12:00\.\n {2}No difference\.$/m);
  });

  it("sets what is beside what as Japanese is set", async () => {
    const { out } = await simulate(
      `${incident.replace(" --customer Acme", "")} --channel email --or-at 2026-08-22T10:00 --locale ja`,
    );
    assert.match(out, /phone_cover：不可/);
    assert.doesNotMatch(out, /[ぁ-んァ-ヺ一-鿿] ?[:;(]|[:;] ?[ぁ-んァ-ヺ一-鿿]/);
  });

  it("counts, of many requests, those that are answered otherwise", async () => {
    const input = JSON.stringify(["2026-08-24T10:00", "2026-08-31T10:00"].map((at) => ({ kind: "how_to", at })));
    const { out } = await simulate("--request - --away Kudo", "en", input);
    assert.match(out, /^1 of 2 requests would be answered otherwise; 0 more would reach nobody\.$/m);
    const ja = await simulate("--request - --away Kudo --locale ja", "en", input);
    assert.match(ja.out, /^2 件のうち 1 件の答えが変わり/m);
  });

  it("says of whom it takes the place that they are only supposed to be away or gone", async () => {
    const asked = "--kind discount --set rate=15% --asker Sales --at 2026-08-24T10:00";
    const gone = await simulate(`${asked} --without Sato`);
    assert.match(text(gone.out), /Mori \(for the lead of Sales, who is assumed not to be there\)/);
    const away = await simulate(`${asked} --away Sato:2026-08-20..`);
    assert.match(text(away.out), /Mori \(for the lead of Sales, who is assumed to be away\)/);
    const ja = await simulate(`${asked} --without Sato --locale ja`);
    assert.match(text(ja.out), /Mori（いないと仮定した Sales のリーダーの ?代理）/);
  });

  it("shows with --why what would change the answer that is supposed", async () => {
    const asked = "--kind discount --set rate=15% --asker Sales --at 2026-08-24T10:00 --without Sato";
    const { out } = await simulate(`${asked} --why`);
    // Up to 10 % Sales decides alone; beyond 20 % nobody may. Mori is asked in Sato's place in between.
    assert.match(out, /^ {2}What would change it\n {4}→ with rate 10% instead of 15%\n {6}Yes, /m);
    assert.doesNotMatch((await simulate(asked)).out, /What would change it/);
    const json = JSON.parse((await simulate(`${asked} --why --format json`)).out);
    assert.deepEqual(schemaErrors(schema, json), []);
    assert.equal(json.comparisons[0].whatIf.changes[0].value, "10%");
    assert.equal(json.comparisons[0].now.changes, null);
  });

  it("suggests nothing that would not be answered either: with no channel left neither severity nor time helps", async () => {
    const down = ["email", "portal", "phone"].map((channel) => `--with-channel-down ${channel}`).join(" ");
    const { out } = await simulate(`${incident} --channel email ${down} --why`);
    assert.match(text(out), /no channel is left/);
    assert.doesNotMatch(out, /What would change it/);
  });

  it("gives JSON as the schemas say, with the parts that differ", async () => {
    const { out } = await simulate(
      `${incident} --channel email --away Abe:2026-08-24.. --with-channel-down fax --format json`,
    );
    assert.equal(out, "");
    const found = await simulate(`${incident} --channel email --away Abe:2026-08-24.. --format json`, "ja");
    const written = JSON.parse(found.out);
    assert.deepEqual(schemaErrors(schema, written), []);
    const [{ now, whatIf, differences }] = written.comparisons;
    assert.deepEqual(
      schemaErrors(decisionSchema, {
        schema: "torikime/decision",
        version: 1,
        decisions: [now, whatIf],
        problems: [],
        troubles: [],
      }),
      [],
    );
    assert.deepEqual(
      differences.map(({ part }: { part: string }) => part),
      ["person", "personBecause", "insteadOf"],
    );
    assert.deepEqual(differences[0], { part: "person", now: "Abe", whatIf: "Kudo" });
  });

  it("shows why the supposed answer is what it is, when asked to", async () => {
    const { out } = await simulate(`${incident} --channel email --away Abe:2026-08-24.. --why`);
    assert.match(out, /^ {2}what if$\n {2}Why$\n {4}✓ product_support\.incidents decides/m);
    assert.match(out, /– product_support\.incidents\.urgent does not apply/);
    const same = await simulate(`${incident} --channel email --away Kudo --why`);
    assert.match(same.out, /No difference\.$\n\n {2}what if\n {2}Why/m);
    assert.doesNotMatch((await simulate(`${incident} --channel email --away Kudo`)).out, /Why/);
    const missing = await simulate("--kind incident --away Abe --at 2026-08-24T10:00 --why --locale ja");
    assert.match(missing.out, /仮定：severity urgent/);
  });

  it("says what else has the name, and what is wanted", async () => {
    for (const [words, message] of [
      ["--without Support", /'Support' is a team, and here the name of a person is needed/],
      ["--away Acme:2026-08-24", /'Acme' is a customer, .* a person/],
      ["--with-channel-down Abe", /'Abe' is a person, .* a channel/],
      ["--with-channel-down emial", /Did you mean 'email'\?/],
    ] as const)
      assert.match((await simulate(`${incident} ${words}`)).errors, message);
    assert.match((await simulate(`${incident} --without Support --locale ja`)).errors, /「Support」はチームです。/);
  });

  it("says what was probably meant, and ends with 2", async () => {
    const person = await simulate(`${incident} --without Abbe`);
    assert.equal(person.code, 2);
    assert.match(person.errors, /'Abbe'.*Did you mean 'Abe'\?/);
    for (const wrong of ["Abe:tomorrow", "Abe:2026-13-01..", "Abe:2026-08-02..2026-08-01", "Abe:"])
      assert.match((await simulate(`${incident} --away ${wrong}`)).errors, /Tanaka:2026-06-01\.\./, wrong);
    assert.match((await simulate(`${incident} --or-at 2026-08-29`)).errors, /^torikime: --or-at: /);
  });
});

/** An output in one line. */
function text(out: string): string {
  return out.replace(/\s+/g, " ");
}

import assert from "node:assert/strict";
import type { Locale } from "../../../../server/core/checks/message.ts";
import type { Answer } from "../../../../server/core/features/answer/answer.ts";
import { agreedIn } from "../../../harness/models.ts";
import { rareAgreements } from "../../../harness/rareAgreements.ts";
import { answer, rows } from "./answering.ts";

const rare = agreedIn(rareAgreements);

function rarely(kind: string, at = "2026-08-24T10:00", locale: Locale = "en"): Answer {
  return answer({ kind, at, asker: "Sales" }, locale, rare);
}

describe("answers that are rarer", () => {
  it("nobody is there: neither unhandled nor closed", () => {
    const nobody = rarely("nobodys");
    assert.equal(nobody.headline, "Away has agreed to handle this, but nobody is there to do it.");
    assert.equal(rows(nobody, "Who"), "nobody | everyone who could do it is away | bad");
    assert.equal(
      rarely("nobodys", undefined, "ja").headline,
      "Away が引き受ける取り決めですが、対応できる人がいません。",
    );
  });

  it("a deputy stands in, and a rung reaches nobody", () => {
    const deputy = rarely("lead_only");
    assert.equal(deputy.headline, "Desk (Ueno) handles it.");
    assert.equal(rows(deputy, "Who"), "Ueno of Desk | deputy of Ito, who is away | ");
    assert.equal(
      rows(deputy, "Escalation"),
      "Mon 2026-08-24 11:00 to nobody | the lead of Away, after 1 business hour | bad",
    );
  });

  it("two clauses contradict each other: the earlier is taken, and said so", () => {
    assert.equal(
      rows(rarely("twice"), "Conflict"),
      "contradicted by desk.twice_two | the earliest deadline is taken, else the first by name; the agreements have to be mended | bad",
    );
  });

  it("of two clauses that contradict each other the one that lost is said to apply, to say otherwise, and why the other counts", () => {
    const rival = (locale: Locale) => rarely("twice", undefined, locale).why[1];
    const said = (locale: Locale) => [rival(locale)?.outcome, rival(locale)?.text, rival(locale)?.reason];
    assert.deepEqual(said("en"), [
      "contradicts",
      "desk.twice_two applies, too, and says otherwise",
      "desk.twice_one counts, for its deadline to respond is earlier",
    ]);
    assert.deepEqual(said("ja"), [
      "contradicts",
      "desk.twice_two も当てはまり、内容が食い違う",
      "回答期限が早い desk.twice_one を採用",
    ]);
  });

  it("a deliberate no is no gap", () => {
    const no = rarely("visit");
    assert.equal(no.headline, "The agreement says no to this.");
    assert.equal(no.say, "nobody travels");
    assert.deepEqual(no.rows, []);
  });

  it("hours that never open again have no deadline", () => {
    const never = rarely("closed_shop");
    assert.equal(
      never.headline,
      "Closed, for as far ahead as the calendar is known. Desk handles it, but no deadline lies within the next ten years.",
    );
    assert.equal(rows(never, "Clock starts"), "never | the hours do not open again within ten years | bad");
    assert.equal(rows(never, "Respond by"), "none | 1 business hour: not reached within ten years | bad");
    assert.equal(rows(never, "Escalation"), "never | 2 business hours: not reached within ten years | bad");
  });

  it("after the cut-off the clock starts on the next business day", () => {
    // Received as on Tuesday 09:00; the business day after it is Wednesday.
    const late = rarely("cut_off");
    assert.equal(rows(late, "Clock starts"), "Tue 2026-08-25 09:00 | it arrives after the cut-off of 09:30 | warn");
    assert.equal(rows(late, "Respond by"), "Wed 2026-08-26 12:00 | within 1 business day, before 12:00 | ");
    assert.match(rows(rarely("cut_off", undefined, "ja"), "回答期限"), /\| 1 営業日の 12:00 まで \|/);
  });

  it("the end of a day is 24:00 of that day", () => {
    assert.equal(rarely("calendar_days").headline, "Desk answers by Wed 2026-08-26 24:00.");
  });

  it("a premium is a range where the hours worked are unknown, and changes at night and on days of rest", () => {
    // Friday 20:00 to 24:00, Saturday 09:00 to 24:00 (15 h), then one hour on Sunday, the day of rest.
    const night = rarely("night_work", "2026-08-28T20:00");
    assert.equal(
      rows(night, "Surcharge"),
      "0% to 50% | premium of Japan; how much depends on the hours already worked | warn",
    );
    assert.equal(
      rows(night, "then"),
      "25% to 75% at night (22:00–05:00) from Fri 2026-08-28 22:00 |  | \n35% by day on the rest day from Sun 2026-08-30 09:00 |  | ",
    );
    assert.equal(rows(rarely("parcel"), "Surcharge"), "5,000 JPY | courier | warn");
  });
});

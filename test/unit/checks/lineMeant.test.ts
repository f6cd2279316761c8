import assert from "node:assert/strict";
import { parseItemText } from "../../../grammar/parser.ts";
import { isReadable, lineMeant, type Unread } from "../../../server/core/checks/lineMeant.ts";
import { parse } from "../../../server/core/syntax/parse.ts";
import { random } from "../../harness/random.ts";
import { shuffledTokens } from "../../harness/shuffled.ts";
import { findingsIn, repaired } from "./examples.ts";

/** Where lines stand: each body with `LINE` in the place of one. */
const bodies = {
  calendar: "calendar shop in Asia/Tokyo {\n  LINE\n  closed 12-31\n}\n",
  team: 'team Desk {\n  title "Desk"\n  LINE\n}\n',
  customer: "customer Acme {\n  owner Mori\n  LINE\n}\n",
  request: "request repair {\n  LINE\n}\n",
  agreement: "agreement a between Sales and Support {\n  LINE\n  review every 6 months by Mori\n}\n",
  handle: "agreement a between Sales and Support {\n  handle x: how_to {\n    by Support\n    LINE\n  }\n}\n",
  commit: "agreement a between Sales and Support {\n  commit x: how_to by Sales {\n    LINE\n  }\n}\n",
};

/** By body, as people write it and as language.md has it. */
const said: Readonly<Record<keyof typeof bodies, readonly (readonly [written: string, meant: string])[]>> = {
  calendar: [
    ["open 月曜から金曜 9時から18時半まで", "open Mon..Fri 09:00-18:30"],
    ["営業 月〜金 9:00〜18:00", "open Mon..Fri 09:00-18:00"],
    ["open 平日 9-18", "open Mon..Fri 09:00-18:00"],
    ["open 平日 午前9時から午後6時", "open Mon..Fri 09:00-18:00"],
    ["closed 8月13日〜15日", "closed 08-13..08-15"],
    ["closed Aug 13-15", "closed 08-13..08-15"],
    ["closed 土日", "closed Sat, Sun"],
    ["休業 日本の祝日", "closed holidays of Japan"],
    ["closed 12月29日から1月3日まで", "closed 12-29..01-03"],
    ["closed 年末年始 12-29..01-03", 'closed 12-29..01-03 because "年末年始"'],
    ["open Monday to Friday 9:00 to 18:00", "open Mon..Fri 09:00-18:00"],
    ["open Mondays to Fridays from 9am to 5:30pm", "open Mon..Fri 09:00-17:30"],
    ["open weekdays 9-18", "open Mon..Fri 09:00-18:00"],
    ["open on weekends 10:00 until 16:00", "open Sat, Sun 10:00-16:00"],
    ["open daily 12am-12pm", "open Mon..Sun 00:00-12:00"],
    ["open every day between 8:30 - 17:00", "open Mon..Sun 08:30-17:00"],
    ["Open monday to friday 9-5", "open Mon..Fri 09:00-17:00"],
    ["open Mon 9:00 to 5:00", "open Mon 09:00-17:00"],
    ["open 月曜から金曜 9時から5時まで", "open Mon..Fri 09:00-17:00"],
    ["open Saturday 22-6", "open Sat 22:00-06:00"],
    ["open Saturday 10am-2am", "open Sat 10:00-02:00"],
    ["open weekdays 8-11, 12-15, 16-18", "open Mon..Fri 08:00-11:00, 12:00-15:00, 16:00-18:00"],
    ["open on 12-29 10am-3pm", "open 12-29 10:00-15:00"],
    ["closed on public holidays in Japan", "closed holidays of Japan"],
    ["closed holidays Japan", "closed holidays of Japan"],
    ["closed on Sundays", "closed Sun"],
    ["closed Saturday and Sunday", "closed Sat, Sun"],
    ["closed December 25", "closed 12-25"],
    ["closed on 3rd of May, 2027", "closed 2027-05-03"],
    ["closed between 2026-12-29 and 2026-12-31", "closed 2026-12-29..2026-12-31"],
    ["closed from Dec 29 to Jan 3", "closed 12-29..01-03"],
    ["closed 2026-12-29 until 2027-01-03", "closed 2026-12-29..2027-01-03"],
  ],
  team: [
    ["リーダー：佐藤", "lead 佐藤"],
    ["メンバー 鈴木、高橋", "members 鈴木, 高橋"],
    ['メール "desk@example.jp"', 'reach via メール at "desk@example.jp"'],
    ["当番 佐藤、鈴木 週替わり 2026-11-02から", "duty 佐藤, 鈴木 weekly from 2026-11-02"],
    ["当番：佐藤、鈴木 毎日 2026-11-02開始", "duty 佐藤, 鈴木 daily from 2026-11-02"],
    ["代理 佐藤の代理は鈴木", "deputy 鈴木 for 佐藤"],
    ["代理 鈴木が佐藤の代理", "deputy 鈴木 for 佐藤"],
    ['titel "Desk"', 'title "Desk"'],
    ['タイトル "Desk"', 'title "Desk"'],
    ["休暇 鈴木 2026年12月21日から2027年1月3日まで", "away 鈴木 2026-12-21..2027-01-03"],
    ["members Abe and Ito", "members Abe, Ito"],
    ["people Abe, Ito", "members Abe, Ito"],
    ["manager Mori", "lead Mori"],
    ['reach via email "desk@example.com"', 'reach via email at "desk@example.com"'],
    ['reach email: "desk@example.com"', 'reach via email at "desk@example.com"'],
    ['contact via phone "1 to 2"', 'reach via phone at "1 to 2"'],
    ["duty weekly from 2026-11-02: Abe, Ito", "duty Abe, Ito weekly from 2026-11-02"],
    ["duty: Abe, Ito, rotating weekly, starting 2026-11-02", "duty Abe, Ito weekly from 2026-11-02"],
    ["on-call Abe, Ito daily since 2026-11-02", "duty Abe, Ito daily from 2026-11-02"],
    ["deputy of Mori is Abe", "deputy Abe for Mori"],
    ["deputy: Abe of Mori", "deputy Abe for Mori"],
    ["away Abe from 2026-12-21 to 2027-01-03", "away Abe 2026-12-21..2027-01-03"],
    ["vacation Abe 2026-12-21 - 2027-01-03", "away Abe 2026-12-21..2027-01-03"],
    ["away Abe on December 21, 2026", "away Abe 2026-12-21"],
    ["away Abe since 2026-12-21", "away Abe 2026-12-21.."],
  ],
  customer: [
    ["tier gold", "tier is gold"],
    ["tier: gold", "tier is gold"],
    ["bakup Tanaka", "backup Tanaka"],
  ],
  request: [
    ["level: enum(low, high)", "level: low | high"],
    ["level: one of [low, high]", "level: low | high"],
  ],
  agreement: [
    ["effective from 2026-01-01 until 2026-12-31", "effective 2026-01-01..2026-12-31"],
    ["valid: January 1, 2026 to December 31, 2026", "effective 2026-01-01..2026-12-31"],
    ["effective since 2026-01-01", "effective 2026-01-01.."],
  ],
  handle: [
    ["回答 4営業時間以内", "respond within 4 business hours"],
    ["解決：3営業日以内", "resolve within 3 business days"],
    ["respond within 30分以内", "respond within 30 minutes"],
    ["via メール または 電話", "via メール, 電話"],
    ["受付締切 15時", "cutoff 15:00"],
    ["respond in 4 business hours", "respond within 4 business hours"],
    ["respond 4 business hours", "respond within 4 business hours"],
    ["answer in at most 30 clock minutes", "respond within 30 clock minutes"],
    ["resolve: no later than 2 business days", "resolve within 2 business days"],
    ["resolve within 2 working days", "resolve within 2 business days"],
    ["respond within 4h", "respond within 4 hours"],
    ["respond in 30min", "respond within 30 minutes"],
    ["via email or phone", "via email, phone"],
    ["cutoff at 17:00", "cutoff 17:00"],
    ["cut-off time: 17:00", "cutoff 17:00"],
    ["escalate to Mori if nobody answers after 2 business hours", "escalate after 2 business hours to Mori"],
  ],
  commit: [
    ["may 金額が10万円以下の場合", "may when 金額 <= 100_000 JPY"],
    ["may when 金額 10万円未満", "may when 金額 < 100_000 JPY"],
    ["never when ランクが銀", "never when ランク is 銀"],
    ["may それ以外", "may"],
    ["確認 部長 割引が10%を超える場合", "ask 部長 when 割引 > 10%"],
    ["may ランクが金以外の場合", "may when ランク is not 金"],
    ["never when ランクが銀でない", "never when ランク is not 銀"],
    ["may when ランクが金または銀の場合", "may when ランク is one of 金, 銀"],
    ["may when rate is between 10% and 20%", "may when rate >= 10% and rate <= 20%"],
    ["may when rate is greater than or equal to 10%", "may when rate >= 10%"],
    ["may promise when tier is gold", "may when tier is gold"],
    ["must ask Mori within 1 business day", "ask Mori within 1 business day"],
    ["never promise if tier is gold", "never when tier is gold"],
    ["may otherwise", "may"],
    ["may if rate is no more than 10%", "may when rate <= 10%"],
    ["may where rate is at most 10%", "may when rate <= 10%"],
    ["never when rate is greater than 20%", "never when rate > 20%"],
    ["may when rate less than 5%", "may when rate < 5%"],
    ["may if rate is over 5%", "may when rate > 5%"],
  ],
};

describe("a line as people say it", () => {
  for (const [body, lines] of Object.entries(said))
    for (const [written, meant] of lines)
      it(`'${written}' of a ${body} is '${meant}'`, () => {
        const text = (bodies[body as keyof typeof bodies] ?? "").replace("LINE", written);
        const wanted = (bodies[body as keyof typeof bodies] ?? "").replace("LINE", meant);
        assert.equal(repairsOf(text)[0], squeezed(wanted));
        assert.deepEqual(
          parse(wanted).items.flatMap(({ problems }) => problems),
          [],
        );
      });

  it("has its zone on a line of its own, and the calendar above", () => {
    const text = "/// Ours.\ncalendar shop {\n  open Mon..Fri 09:00-17:00\n  zone: Europe/Berlin // here\n}\n";
    assert.deepEqual(repairsOf(text), [
      "/// Ours.\ncalendar shop in Europe/Berlin {\n  open Mon..Fri 09:00-17:00\n}\n",
    ]);
  });

  it("compares a field of a case", () => {
    const text = (when: string) =>
      bodies.handle.replace("LINE", `case 至急 when ${when} {\n      respond within 1 business hour\n    }`);
    assert.deepEqual(repairsOf(text("緊急度が高")), [squeezed(text("緊急度 is 高"))]);
  });

  it("lists values with commas", () => {
    const text = "request repair {\n  urgency: high, low\n  parts: yes, no, later // as agreed\n}\n";
    const [first, second] = findingsIn(text).filter(({ check }) => check.name === "single-value");
    assert.ok(first?.fixes?.[0] && second?.fixes?.[0]);
    assert.equal(repaired(text, first.fixes[0]), text.replace("high, low", "high | low"));
    assert.equal(repaired(text, second.fixes[0]), text.replace("yes, no, later", "yes | no | later"));
  });

  it("is not offered with something taken away that it says", () => {
    for (const line of ["never otherwise", "never それ以外", "ask Mori within 1 business day otherwise"])
      assert.deepEqual(repairsOf(bodies.commit.replace("LINE", line)), [], line);
    for (const line of ["closed on 2026-12-29 and 2026-12-31", "closed from 2026-12-29", "closed from December 29"])
      assert.deepEqual(repairsOf(bodies.calendar.replace("LINE", line)), [], line);
    for (const line of [
      "escalate to Mori if severity is urgent after 2 business hours",
      "escalate to Mori if nobody answers and then to Ito after 2 business hours",
      "escalate after 2 business hours to Mori if urgent",
    ])
      assert.deepEqual(repairsOf(bodies.handle.replace("LINE", line)), [], line);
  });

  it("stays as it is where nothing that is known can be read", () => {
    for (const line of ["respond soon", "respond in a while", "open sometimes", "gibberish of from to"]) {
      const text = bodies.handle.replace("LINE", line);
      assert.equal(lineMeant(unread(text), text.indexOf(line), ["respond", "resolve", "via"]), undefined, line);
    }
  });

  it("leaves comments and texts alone", () => {
    const text = bodies.handle.replace("LINE", 'say: "in 4h, Monday to Friday" // from 9am');
    assert.deepEqual(repairsOf(text), [bodies.handle.replace("LINE", 'say "in 4h, Monday to Friday" // from 9am')]);
  });

  it("never makes a word of the language a misspelling of another", () => {
    const text = bodies.calendar.replace("LINE", "closed on whatever");
    assert.deepEqual(repairsOf(text), []);
  });

  it("is only offered where it can be read, whatever the text", () => {
    const seed = Number(process.env.TORIKIME_SEED ?? 23);
    console.log(`      seed ${seed}`);
    const next = random(seed);
    for (let count = 0; count < 300; count++) {
      const text = shuffledTokens(next);
      const item = unread(text);
      for (let offset = 0; offset < text.length; offset += 7) {
        const meant = lineMeant(item, offset, ["respond", "lead", "open", "may"]);
        if (meant) assert.ok(isReadable(item, { ...meant, newText: meant.line }), JSON.stringify(text));
      }
    }
  });
});

function unread(text: string): Unread {
  return { text, problems: parseItemText(text).problems };
}

/** The item after each repair of a syntax error, which is laid out anew, with single spaces. */
function repairsOf(text: string): readonly string[] {
  return findingsIn(text)
    .filter(({ check }) => check.name === "syntax-error")
    .flatMap(({ fixes }) => (fixes ?? []).map((fix) => squeezed(repaired(text, fix))));
}

function squeezed(text: string): string {
  return text.replace(/(?<=\S) +/g, " ");
}

import assert from "node:assert/strict";
import type { ProblemKind } from "../../../server/core/model/problem.ts";
import { modelOf } from "../../harness/models.ts";
import { problemLines } from "./models.ts";

const company = `
calendar office in Asia/Tokyo {
  open Mon..Fri 09:00-18:00
}
channel email, phone
attribute tier of customer: standard | gold
request incident { severity: normal | urgent }
request how_to
request discount { rate: percent }
request rebate { rate: percent }
request order { amount: JPY, lead: business days, start: date, daytime: time, note: text, count: number }
team Sales {
  lead    Sato
  members Mori
  hours   office
}
team Support {
  lead    Ito
  members Abe, Kudo
  hours   office
}
customer Acme {
  owner Mori
}
`;

/** A handle clause in an agreement, with these lines in it. */
function handle(lines: string, head = "incidents: incident"): string {
  return `agreement support between Sales and Support {\n  handle ${head} {\n    ${lines}\n  }\n}\n`;
}

/** A commit clause about orders, with these lines in it. */
function commit(lines: string, requests = "order"): string {
  return `agreement support between Sales and Support {\n  commit orders: ${requests} by Sales {\n    ${lines}\n  }\n}\n`;
}

/** What is found in the text beside the company above. */
function found(text: string): readonly string[] {
  const bare = modelOf(company);
  assert.deepEqual([...problemLines(bare), ...bare.items.flatMap((linked) => linked.item.problems)], []);
  return problemLines(modelOf(company, text));
}

type Example = readonly [text: string, ...problems: string[]];

/** At least one example of every kind: the text, then what is found in it and nothing else. */
const examples: Readonly<Record<ProblemKind, readonly Example[]>> = {
  "unknown name": [
    [handle("hours offic"), "unknown name @offic: name=offic spaces=[calendar] within=[]"],
    [handle("via  emial"), "unknown name @emial: name=emial spaces=[channel] within=[]"],
    [handle("by   Suport"), "unknown name @Suport: name=Suport spaces=[team,person] within=[]"],
    [handle("by   lead of Suport"), "unknown name @Suport: name=Suport spaces=[team] within=[]"],
    [handle("", "x: incidnt"), "unknown name @incidnt: name=incidnt spaces=[request] within=[]"],
    [
      handle("", "x: incident when sevrity is urgent"),
      "unknown name @sevrity: name=sevrity spaces=[field,attribute] within=[request:incident]",
    ],
    [
      handle("", "x: incident when severity is urgnt"),
      "unknown name @urgnt: name=urgnt spaces=[value] within=[field:incident.severity]",
    ],
    [handle("", "x: incident when tier is gld"), "unknown name @gld: name=gld spaces=[value] within=[attribute:tier]"],
    [handle("", "x: incident when customer is Acm"), "unknown name @Acm: name=Acm spaces=[customer] within=[]"],
    [handle("", "x: incident when asker is Sale"), "unknown name @Sale: name=Sale spaces=[team] within=[]"],
    ["team A {\n  deputy Nobody for Mori\n}\n", "unknown name @Nobody: name=Nobody spaces=[person] within=[]"],
    ["exception e to nowhere.near.it {\n}\n", "unknown name @nowhere: name=nowhere spaces=[agreement] within=[]"],
    [
      `${handle("by Support")}exception e to support.incident {\n}\n`,
      "unknown name @incident: name=incident spaces=[clause] within=[agreement:support]",
    ],
    [
      `${handle("by Support")}exception e to support.incidents.urgent {\n}\n`,
      "unknown name @urgent: name=urgent spaces=[clause] within=[clause:support.incidents]",
    ],
    [
      `${handle("by Support")}exception e to support.incidents {\n  renews f\n}\n`,
      "unknown name @f: name=f spaces=[exception] within=[]",
    ],
    ["customer C {\n  size is big\n}\n", "unknown name @size: name=size spaces=[attribute] within=[]"],
    [
      handle("step draft by Sales within 1 business hour else back to drft within 1 business hour"),
      "unknown name @drft: name=drft spaces=[step] within=[clause:support.incidents]",
    ],
  ],
  "wrong kind of name": [
    [handle("hours Support"), "wrong kind of name @Support: name=Support found=team spaces=[calendar]"],
    [handle("via  office"), "wrong kind of name @office: name=office found=calendar spaces=[channel]"],
    ["customer C {\n  owner Sales\n}\n", "wrong kind of name @Sales: name=Sales found=team spaces=[person]"],
    [handle("by   lead of Abe"), "wrong kind of name @Abe: name=Abe found=person spaces=[team]"],
  ],
  "duplicate name": [
    ["channel email\n", "duplicate name @email: name=email space=channel first=@email"],
    ["channel fax, fax\n", "duplicate name @fax: name=fax space=channel first=@fax"],
    ["request how_to\n", "duplicate name @how_to: name=how_to space=request first=@how_to"],
    ["request x { a: text, a: date }\n", "duplicate name @a: name=a space=field first=@a"],
    ["request x { a: p | q | p }\n", "duplicate name @p: name=p space=value first=@p"],
    [
      "agreement a between Sales and Support {\n  handle h: how_to {\n  }\n  commit h: order by Sales {\n  }\n}\n",
      "duplicate name @h: name=h space=clause first=@h",
    ],
    [
      handle("case c when severity is urgent {\n}\ncase c when severity is normal {\n}"),
      "duplicate name @c: name=c space=clause first=@c",
    ],
    [
      handle("step s by Sales within 1 business hour\nstep s by Support within 1 business hour"),
      "duplicate name @s: name=s space=step first=@s",
    ],
  ],
  "team and person": [["team Mori {\n}\n", "team and person @Mori: name=Mori person=@Mori"]],
  "duplicate property": [
    [handle("by Support\nby Sales"), "duplicate property @by: word=by first=@by"],
    [
      handle("respond within 1 business hour\nrespond within 2 business hours"),
      "duplicate property @respond: word=respond first=@respond",
    ],
    ['team A {\n  title "a"\n  title "b"\n}\n', "duplicate property @title: word=title first=@title"],
    ["customer C {\n  tier is gold\n  tier is standard\n}\n", "duplicate property @tier: word=tier first=@tier"],
    [
      handle("table severity -> respond, respond\n  urgent -> 1 business hour, 2 business hours"),
      "duplicate property @respond: word=respond first=@respond",
    ],
  ],
  "repeated name": [
    [handle("via email, email"), "repeated name @email: name=email first=@email"],
    ["team A {\n  members B, B\n}\n", "repeated name @B: name=B first=@B"],
    ["agreement a between Sales and Sales {\n}\n", "repeated name @Sales: name=Sales first=@Sales"],
  ],
  "missing part": [
    ["calendar x {\n}\n", "missing part @calendar: construct=calendar part=zone"],
    ["team {\n}\n", "missing part @team: construct=team part=name"],
    ["attribute size of customer\n", "missing part @attribute: construct=attribute part=type"],
    ["request x { a }\n", "missing part @a: construct=field part=type"],
    ["agreement a between Sales {\n}\n", "missing part @agreement: construct=agreement part=parties"],
    ["exception e {\n}\n", "missing part @exception: construct=exception part=base"],
    [handle("", "incidents"), "missing part @handle: construct=handle part=requests"],
    [
      "agreement a between Sales and Support {\n  commit c: order {\n  }\n}\n",
      "missing part @commit: construct=commit part=by",
    ],
    [handle("by"), "missing part @by: construct=by part=who"],
    [handle("via"), "missing part @via: construct=via part=channel"],
    [handle("respond"), "missing part @respond: construct=target part=duration"],
    [handle("decline"), "missing part @decline: construct=decline part=text"],
    [handle("surcharge 5_000"), "missing part @surcharge: construct=surcharge part=currency"],
    [
      commit("ask"),
      "missing part @ask: construct=verdict part=who",
      "missing part @ask: construct=verdict part=duration",
    ],
    [commit("may when amount <="), "missing part @amount <=: construct=condition part=value"],
    [
      "team A {\n  duty Abe\n}\n",
      "missing part @duty: construct=duty part=turn",
      "missing part @duty: construct=duty part=date",
    ],
    ["calendar x in UTC {\n  open 2026-12-14..\n}\n", "missing part @2026-12-14..: construct=dates part=last date"],
    ["calendar x in UTC {\n  open Mon 09:00\n}\n", "missing part @09:00: construct=time range part=end"],
  ],
  "single value": [
    ["request x { a: p }\n", "single value @p: field=a value=p readings=[]"],
    ["attribute size of customer: big\n", "single value @big: field=size value=big readings=[]"],
    ["request x { a: 万円 }\n", "single value @万円: field=a value=万円 readings=[JPY]"],
    ["request x { a: boolean }\n", "single value @boolean: field=a value=boolean readings=[yes | no]"],
  ],
  "type in other words": [
    ["request x { a: 円 }\n", "type in other words @円: written=円 meant=JPY"],
    ["request x { a: 営業日 }\n", "type in other words @営業日: written=営業日 meant=business days"],
    ["request x { a: % }\n", "type in other words @%: written=% meant=percent"],
    ["request x {\n  a: ￥\n}\n", "type in other words @￥: written=¥ meant=JPY"],
    ["attribute 売上 of customer: Yen\n", "type in other words @Yen: written=Yen meant=JPY"],
  ],
  "wrong type": [
    [commit("may when rate > urgent", "discount"), "wrong type @urgent: subject=rate type=percent text=urgent"],
    [commit("may when rate > 10", "discount"), "wrong type @10: subject=rate type=percent text=10"],
    [commit("may when count > 10%"), "wrong type @10%: subject=count type=number text=10%"],
    [commit("may when start is 09:00"), "wrong type @09:00: subject=start type=date text=09:00"],
    [commit("may when daytime is 2026-08-22"), "wrong type @2026-08-22: subject=daytime type=time text=2026-08-22"],
    [commit("may when note is urgent"), "wrong type @urgent: subject=note type=text text=urgent"],
    [commit("may when amount <= 5%"), "wrong type @5%: subject=amount type=money JPY text=5%"],
    [commit("may when tier is 3"), "wrong type @3: subject=tier type=enum [standard,gold] text=3"],
    [commit("may when customer is 3"), "wrong type @3: subject=customer type=customer text=3"],
    [commit("may when channel is 3"), "wrong type @3: subject=channel type=channel text=3"],
  ],
  "wrong unit": [
    [commit("may when amount <= 5 USD"), "wrong unit @5 USD: subject=amount type=money JPY text=5 USD"],
    [
      commit("may when lead <= 5 calendar days"),
      "wrong unit @5 calendar days: subject=lead type=duration business days text=5 calendar days",
    ],
    [commit("may when lead <= 5"), "wrong unit @5: subject=lead type=duration business days text=5"],
  ],
  "wrong operator": [
    [commit("may when tier < gold"), "wrong operator @tier < gold: subject=tier type=enum [standard,gold] operator=<"],
    [commit('may when note >= "a"'), 'wrong operator @note >= "a": subject=note type=text operator=>='],
    [
      commit("may when amount during office"),
      "wrong operator @amount during office: subject=amount type=money JPY operator=during",
    ],
    [commit("may when daytime on Mon"), "wrong operator @daytime on Mon: subject=daytime type=time operator=on"],
  ],
  "fraction of money": [
    [commit("may when amount <= 50.5 JPY"), "fraction of money @50.5: currency=JPY digits=50.5 decimals=0"],
    [handle("surcharge 1.005 USD"), "fraction of money @1.005: currency=USD digits=1.005 decimals=2"],
  ],
  "ambiguous duration": [
    [
      handle("respond within 4 hours"),
      "ambiguous duration @4 hours: amount=4 unit=hours readings=[business hours,clock hours]",
    ],
    [
      handle("resolve within 3 days"),
      "ambiguous duration @3 days: amount=3 unit=days readings=[business days,calendar days]",
    ],
    [
      "request x { lead: days }\n",
      "ambiguous duration @days: amount=undefined unit=days readings=[business days,calendar days]",
    ],
    [
      "request x { lead: 日 }\n",
      "ambiguous duration @日: amount=undefined unit=日 readings=[business days,calendar days]",
    ],
  ],
  "unknown unit": [
    [
      handle("respond within 2 clock days"),
      "unknown unit @2 clock days: clock=clock unit=days readings=[business days,calendar days]",
    ],
    [
      handle("respond within 3 calendar hours"),
      "unknown unit @3 calendar hours: clock=calendar unit=hours readings=[business hours,clock hours]",
    ],
  ],
  "not whole": [
    [handle("resolve within 1.5 business days"), "not whole @1.5: digits=1.5 of=days"],
    [
      "agreement a between Sales and Support {\n  review every 2.5 months by Ito\n}\n",
      "not whole @2.5: digits=2.5 of=months",
    ],
  ],
  "too long": [
    // Ten years are 10 × 366 = 3,660 days at most.
    [handle("resolve within 3661 business days"), "too long @3661: digits=3661 unit=business days"],
  ],
  "impossible date": [
    ["calendar x in UTC {\n  closed 2026-02-29\n}\n", "impossible date @2026-02-29: text=2026-02-29"],
    ["calendar x in UTC {\n  closed 02-30\n}\n", "impossible date @02-30: text=02-30"],
  ],
  "impossible time": [
    [handle("cutoff 25:00"), "impossible time @25:00: text=25:00"],
    ["calendar x in UTC {\n  open Mon 24:00-25:00\n}\n", "impossible time @25:00: text=25:00"],
    ["calendar x in UTC {\n  open Mon 24:00-02:00\n}\n", "impossible time @24:00-02:00: text=24:00"],
  ],
  "reversed dates": [
    [
      "agreement a between Sales and Support {\n  effective 2026-02-01..2026-01-01\n}\n",
      "reversed dates @2026-02-01..2026-01-01: first=2026-02-01 last=2026-01-01",
    ],
  ],
  "equal times": [["calendar x in UTC {\n  open Mon 15:00-15:00\n}\n", "equal times @15:00-15:00: time=15:00"]],
  "open and closed": [
    [
      "calendar x in UTC {\n  open 2026-12-29 10:00-15:00\n  closed 2026-12-28..2026-12-31\n}\n",
      "open and closed @closed 2026-12-28..2026-12-31: date=2026-12-29 other=@open 2026-12-29 10:00-15:00",
    ],
  ],
  "calendar cycle": [
    [
      "calendar a in UTC {\n  open during b\n}\ncalendar b in UTC {\n  open during a\n}\n",
      "calendar cycle @open during a: calendars=[a,b,a]",
    ],
    ["calendar a in UTC {\n  open during a\n}\n", "calendar cycle @open during a: calendars=[a,a]"],
  ],
  "nested too deep": [
    // c0 is at depth 1, so that c49 is at depth 50 and c50 is the first that cannot be made of the one before it.
    [
      Array.from(
        { length: 51 },
        (_, n) => `calendar c${n} in UTC {\n  open ${n ? `during c${n - 1}` : "Mon"}\n}\n`,
      ).join(""),
      "nested too deep @open during c49: calendar=c50 limit=50",
    ],
  ],
  "renewal cycle": [
    [
      `${handle("by Support")}exception e to support.incidents {\n  renews f\n}\n` +
        "exception f to support.incidents {\n  renews e\n}\n",
      "renewal cycle @renews e: exceptions=[e,f,e]",
    ],
  ],
  "unknown placeholder": [
    [handle('say "Write to {chanel}, or {channel}."'), "unknown placeholder @{chanel}: name=chanel known=[channel]"],
  ],
  "field not in every kind": [
    [commit("may when rate > 5%", "discount, order"), "field not in every kind @rate: field=rate without=[order]"],
  ],
  "field differs": [
    [
      `request fee { rate: JPY }\n${commit("may when rate > 5%", "discount, fee")}`,
      "field differs @rate: field=rate kinds=[discount,fee]",
    ],
  ],
  "kind not in clause": [[handle("case c: how_to {\n}"), "kind not in clause @how_to: request=how_to clause=c"]],
  "channel in handle": [[handle("by Support", "x: incident when channel is phone"), "channel in handle @channel"]],
  "line does not fit": [
    [
      `${handle("by Support")}exception e to support.incidents {\n  may when tier is gold\n}\n`,
      "line does not fit @may: word=may base=handle",
    ],
    [
      `${commit("may")}exception e to support.orders {\n  respond within 1 business hour\n}\n`,
      "line does not fit @respond: word=respond base=commit",
    ],
  ],
  "cannot be bent": [
    [
      'agreement a between Sales and Support {\n  owe o: Sales to Support "a form" with every incident\n}\n' +
        "exception e to a.o {\n}\n",
      "cannot be bent @o: name=o base=owe",
    ],
  ],
  "wrong number of cells": [
    [
      handle("table severity, tier -> respond\n  urgent -> 1 business hour"),
      "wrong number of cells @urgent -> 1 business hour: part=values found=1 wanted=2",
    ],
    [
      handle("table severity -> respond, resolve\n  urgent -> 1 business hour"),
      "wrong number of cells @urgent -> 1 business hour: part=durations found=1 wanted=2",
    ],
  ],
  "overlapping rows": [
    [
      handle("table severity, tier -> respond\n  urgent, any -> 1 business hour\n  any, gold -> 2 business hours"),
      "overlapping rows @any, gold -> 2 business hours: first=@urgent, any -> 1 business hour left=@any [normal]",
    ],
  ],
  "not in team": [[handle("by Mori of Support"), "not in team @Mori: person=Mori team=Support"]],
};

describe("problems of linking", () => {
  for (const [kind, texts] of Object.entries(examples))
    describe(kind, () => {
      for (const [text, ...problems] of texts)
        it(text.trim().replaceAll(/\s+/g, " ").slice(0, 90), () => assert.deepEqual(found(text), problems));
    });

  describe("what is no problem", () => {
    const harmless: Readonly<Record<string, string>> = {
      "a range of month-days over the new year": "calendar x in UTC {\n  closed 12-29..01-03\n}\n",
      "weekdays over the weekend": "calendar x in UTC {\n  open Fri..Mon 22:00-06:00\n}\n",
      "the end of day, and 02-29": "calendar x in UTC {\n  open Mon 09:00-24:00\n  closed 02-29\n}\n",
      "fractions of hours and minutes": handle(
        "respond within 1.5 business hours\nescalate after 0.5 clock minutes to Abe",
      ),
      "an amount without its currency": commit("may when amount <= 50_000"),
      "money with the decimals of its currency": handle("surcharge 1.05 USD"),
      "a field of the same type in both kinds": commit("may when rate > 5%", "discount, rebate"),
      "rows that differ in one cell": handle(
        "table severity, tier -> respond\n  urgent, gold -> 1 business hour\n  any, standard -> 2 business hours",
      ),
      "the lead of whoever asks": handle("escalate after 1 business hour to lead of asker"),
      "a person of several teams": "team Desk {\n  lead Ito\n  members Abe\n}\n",
      "an end left open": "agreement a between Sales and Support {\n  effective 2026-04-01..\n}\n",
      "a verdict line as what is bent": `${commit("never")}exception e to support.orders.never {\n  may\n}\n`,
      "a channel in a promise": commit("may when channel is not phone"),
      "a date field's own tests": commit("may when start on 2026-12-14..2027-01-03 or start outside office"),
    };
    for (const [name, text] of Object.entries(harmless)) it(name, () => assert.deepEqual(found(text), []));

    it("a field of an unknown kind: only the kind is reported", () => {
      const lines = found(handle("", "x: incidnt when severity is urgent"));
      assert.deepEqual(lines, ["unknown name @incidnt: name=incidnt spaces=[request] within=[]"]);
    });

    it("a part that is missing where the rest of the line could not be read: that is reported already", () => {
      assert.deepEqual(found(handle("by 15%")), []);
    });
  });
});

import assert from "node:assert/strict";
import * as fs from "node:fs";
import type { Locale } from "../../../server/core/checks/message.ts";
import { compile } from "../../../server/core/engine/compile.ts";
import { decide } from "../../../server/core/engine/decide.ts";
import type { TraceStep } from "../../../server/core/engine/decision.ts";
import { type Answer, answerOf } from "../../../server/core/features/answer/answer.ts";
import { reasonOf } from "../../../server/core/features/answer/why.ts";
import { tellingOf } from "../../../server/core/features/telling.ts";
import { link } from "../../../server/core/model/link.ts";
import type { Agreed } from "../../../server/core/questions/asked.ts";
import { readRequestRecord } from "../../../server/core/scenarios/requests.ts";
import { parse } from "../../../server/core/syntax/parse.ts";
import { parseDate } from "../../../server/core/time/date.ts";
import { japaneseHolidays } from "../../../server/core/time/holidays.japan.ts";

function agreedBy(texts: readonly string[]): Agreed {
  const model = link(texts.map((text, index) => ({ path: `file${index}.sla`, syntax: parse(text) })));
  return { model, engine: compile(model, japaneseHolidays) };
}

const samples = ["company", "support", "acme"].map((name) =>
  fs.readFileSync(`samples/product-support/${name}.sla`, "utf8"),
);
const product = agreedBy(samples);

type Written = Readonly<Record<string, string>>;

function answer(request: Written, locale: Locale = "en", agreed = product): Answer {
  const { located, problems } = readRequestRecord(request, agreed.model);
  assert.deepEqual(problems, []);
  assert.ok(located);
  return answerOf(agreed, decide(agreed.engine, located.request), locale);
}

/** An answer's row as "value | detail | tone", or the several of a label one below the other. */
function rows(answered: Answer, label: string): string {
  return answered.rows
    .filter((row) => row.label === label)
    .map(({ value, detail = "", tone = "" }) => `${value} | ${detail} | ${tone}`)
    .join("\n");
}

const incident = { kind: "incident", severity: "normal", channel: "email", asker: "Sales" };
const acme = { ...incident, channel: "phone", customer: "Acme" };
const discount = { kind: "discount", asker: "Sales", at: "2026-08-24T10:00" };

/** The fifteen rows of the acceptance table, with the sentence that a team lead reads first. */
const headlines: readonly (readonly [row: string, request: Written, en: string, ja: string])[] = [
  [
    "1",
    { ...incident, at: "2026-08-24T09:00" },
    "Support (Abe) answers by Mon 2026-08-24 14:00.",
    "Support の Abe が 8月24日（月）14:00 までに回答します。",
  ],
  [
    "2",
    { ...incident, at: "2026-08-21T17:30" },
    "Support (Kudo) answers by Mon 2026-08-24 13:30.",
    "Support の Kudo が 8月24日（月）13:30 までに回答します。",
  ],
  [
    "3",
    { ...incident, at: "2026-09-18T17:00" },
    "Support (Kudo) answers by Thu 2026-09-24 12:00.",
    "Support の Kudo が 9月24日（木）12:00 までに回答します。",
  ],
  [
    "4",
    { ...incident, severity: "urgent", channel: "portal", at: "2026-08-25T11:30" },
    "Support (Abe) answers by Tue 2026-08-25 13:30.",
    "Support の Abe が 8月25日（火）13:30 までに回答します。",
  ],
  [
    "5",
    { ...incident, channel: "chat", at: "2026-08-26T10:00" },
    "Support (Abe) answers by Wed 2026-08-26 15:00, by email, portal or phone and not by chat.",
    "Support の Abe が 8月26日（水）15:00 までに回答します。chat ではなく email、portal または phone で送ってください。",
  ],
  [
    "6",
    { ...acme, at: "2026-08-22T10:15" },
    "Support (Kudo) answers by Sat 2026-08-22 14:15, by email and not by phone.",
    "Support の Kudo が 8月22日（土）14:15 までに回答します。phone ではなく email で送ってください。",
  ],
  [
    "7",
    { ...acme, at: "2026-08-29T10:15" },
    // Monday 09:00 and four hours with lunch.
    "Closed until Mon 2026-08-31 09:00. Support (Kudo) answers by Mon 2026-08-31 14:00, by email or portal and not by phone.",
    "8月31日（月）09:00 まで時間外です。Support の Kudo が 8月31日（月）14:00 までに回答します。phone ではなく email または portal で送ってください。",
  ],
  [
    "8, 8 %",
    { ...discount, rate: "8%" },
    "Yes, Sales (営業部) may promise this.",
    "Sales（営業部）が約束してかまいません。",
  ],
  [
    "8, 15 %",
    { ...discount, rate: "15%" },
    "Ask Sato first: answered by Tue 2026-08-25 18:00.",
    "先に Sato に確認してください。8月25日（火）18:00 までに返事があります。",
  ],
  ["8, 30 %", { ...discount, rate: "30%" }, "Never: margin floor.", "約束してはいけません。理由：margin floor"],
  [
    "9",
    { kind: "customisation", price: "free", asker: "Sales", at: "2026-08-24T10:00" },
    "No rule says: take it back and check.",
    "定めがありません。持ち帰って確認してください。",
  ],
  [
    "10",
    { ...incident, to: "Abe", at: "2026-08-26T10:00" },
    "Send it to Support (システム部) by email, not to Abe by name. Support answers by Wed 2026-08-26 15:00.",
    "Abe 個人宛てではなく、email で Support（システム部）へ送ってください。Support が 8月26日（水）15:00 までに回答します。",
  ],
  [
    "11",
    { kind: "how_to", channel: "email", at: "2026-08-29T12:00" },
    "Closed until Mon 2026-08-31 09:00. Support (Kudo) answers by Mon 2026-08-31 14:00.",
    "8月31日（月）09:00 まで時間外です。Support の Kudo が 8月31日（月）14:00 までに回答します。",
  ],
  [
    "12",
    { kind: "incident", channel: "email", at: "2026-08-24T09:00" },
    "It depends on severity, which the request does not say.",
    "severity によって答えが変わりますが、依頼に書かれていません。",
  ],
  [
    "13",
    { ...incident, at: "2026-08-10T10:00" },
    "Support (Kudo) answers by Mon 2026-08-10 15:00.",
    "Support の Kudo が 8月10日（月）15:00 までに回答します。",
  ],
  [
    "14, in force",
    { ...discount, rate: "25%", customer: "Acme", at: "2026-09-10T10:00" },
    "Yes, Sales (営業部) may promise this.",
    "Sales（営業部）が約束してかまいません。",
  ],
  [
    "14, over",
    { ...discount, rate: "25%", customer: "Acme", at: "2026-09-15T10:00" },
    "Never: margin floor.",
    "約束してはいけません。理由：margin floor",
  ],
  [
    "15",
    { kind: "refund", at: "2026-08-24T10:00" },
    "Nobody has agreed to handle this.",
    "この依頼を引き受ける取り決めがありません。",
  ],
];

describe("the answer to each row of the acceptance table", () => {
  for (const [row, request, en, ja] of headlines) {
    it(`${row}: ${en}`, () => {
      assert.equal(answer(request).headline, en);
      assert.equal(answer(request, "ja").headline, ja);
    });
  }

  it("has the outcome's name for the badge: the verdict of a question, closed, redirect", () => {
    const outcomes = headlines.map(([row, request]) => `${row} ${answer(request).outcome}`);
    assert.deepEqual(outcomes, [
      ..."1 handled,2 handled,3 handled,4 handled,5 redirect,6 redirect,7 redirect".split(","),
      ..."8, 8 % may|8, 15 % ask|8, 30 % never".split("|"),
      ..."9 silent,10 redirect,11 closed,12 needs,13 handled".split(","),
      ..."14, in force may|14, over never".split("|"),
      "15 unhandled",
    ]);
  });
});

// language.md M4 speaks of persons; a team that is not the handler is no better address.
describe("the answer to a request to another team", () => {
  const request = { ...incident, to: "Sales", at: "2026-08-26T10:00" };

  it("names the team that it goes to, and by when it answers", () => {
    assert.equal(
      answer(request).headline,
      "Send it to Support (システム部) by email, not to Sales (営業部). Support (Abe) answers by Wed 2026-08-26 15:00.",
    );
    assert.equal(
      answer(request, "ja").headline,
      "Sales（営業部）ではなく、email で Support（システム部）へ送ってください。Support の Abe が 8月26日（水）15:00 までに回答します。",
    );
    assert.equal(answer(request).outcome, "redirect");
  });

  it("says why beside the channel", () => {
    assert.equal(
      rows(answer(request), "Channel"),
      "email (support@example.co.jp) | to Support (システム部), not to Sales (営業部) | warn",
    );
  });
});

describe("the rows of an answer", () => {
  it("come in one order, from who to the notes", () => {
    const labels = answer({ ...acme, at: "2026-08-22T10:15" }).rows.map((row) => row.label);
    assert.deepEqual(
      [...new Set(labels)],
      [
        ..."Who,Channel,Clock starts,Respond by,Resolve by,Escalation".split(","),
        ..."May be promised,Surcharge,Exception,Note".split(","),
      ],
    );
  });

  it("say who and how that was found", () => {
    const instead = answer({ ...incident, at: "2026-08-10T10:00" });
    assert.equal(rows(instead, "Who"), "Kudo of Support (システム部) | next in turn, instead of Abe, who is away | ");
    const named = answer({ ...acme, at: "2026-08-22T10:15" }, "ja");
    assert.equal(rows(named, "担当"), "Support（システム部）の Kudo | acme_cutover で指名 | ");
  });

  it("give the channels to use with their addresses, and why not the one that was used", () => {
    assert.equal(
      rows(answer({ ...acme, at: "2026-08-29T10:15" }), "Channel"),
      "email (support@example.co.jp) or portal (https://support.example.co.jp) | not by phone, which is not answered at that time | warn",
    );
    const unsaid = { kind: "how_to", at: "2026-08-24T09:00" };
    assert.equal(rows(answer(unsaid), "Channel"), "email, portal; phone during office |  | ");
  });

  it("do not send a request away from a channel to the same channel where none is open", () => {
    const phone = agreedBy(samples.map((text) => text.replace("    via      email, portal\n", "")));
    // Saturday; the office opens on Monday at 09:00, and four hours of it are over at 14:00.
    const closed = answer({ ...acme, at: "2026-08-29T10:15" }, "en", phone);
    assert.match(closed.headline, /, by phone, once that is open again\.$/);
    assert.equal(rows(closed, "Channel").split(" | ")[1], "not answered at that time");
  });

  it("tell a deadline at a closing time from the moment of the breach", () => {
    const late = { ...incident, at: "2026-09-18T17:00" };
    assert.equal(
      rows(answer(late), "Respond by"),
      "Thu 2026-09-24 12:00 | within 4 business hours; not breached before Thu 2026-09-24 13:00, when it opens again | ",
    );
    assert.equal(
      rows(answer(late, "ja"), "回答期限"),
      "9月24日（木）12:00 | 4 営業時間以内。違反となるのは、次に開く 9月24日（木）13:00 から | ",
    );
  });

  it("say when the clock starts, and why not at once", () => {
    assert.equal(
      rows(answer({ kind: "how_to", channel: "email", at: "2026-08-29T12:00" }), "Clock starts"),
      "Mon 2026-08-31 09:00 | at the next opening: it arrives outside the hours | warn",
    );
  });

  it("give each rung of the ladder with whom it reaches, and whether that is outside their hours", () => {
    // 10:15 and two hours of the exception's opening; Ito's own hours are closed on Saturday.
    assert.equal(
      rows(answer({ ...acme, at: "2026-08-22T10:15" }), "Escalation"),
      "Sat 2026-08-22 12:15 to Ito | the lead of Support, after 2 business hours; outside their hours | warn",
    );
  });

  it("say what may be promised beside it, and why not", () => {
    const promised = rows(answer({ ...acme, at: "2026-08-22T10:15" }), "May be promised");
    assert.match(promised, /^phone_cover: never \| nobody is on duty, and the engineers are not paid for it \| bad$/m);
    assert.match(promised, /^loan_unit: yes \| {2}\| good$/m);
    assert.equal(rows(answer({ ...discount, rate: "15%" }), "May be promised"), "");
  });

  it("say whom to ask and by when they answer", () => {
    assert.equal(
      rows(answer({ ...discount, rate: "15%" }), "Ask"),
      "Sato (the lead of Sales) | answers by Tue 2026-08-25 18:00, within 1 business day | ",
    );
  });

  it("tell who stands in from the one whom the rule means", () => {
    const agreed = agreedBy([
      `calendar office in Asia/Tokyo {
  open Mon..Fri 09:00-18:00
}
team Desk {
  lead   Ito
  members Abe
  hours  office
  deputy Abe for Ito
  away   Ito 2026-08-24
}
team Shop {
  lead  Mori
  hours office
}
request repair
request refund
agreement desk between Shop and Desk in Asia/Tokyo {
  effective 2026-01-01..2026-12-31
  handle repairs: repair {
    by       Desk
    escalate after 1 business hour to lead of Desk
  }
  commit refunds: refund by Shop {
    ask lead of Desk within 1 business hour
    ask lead of asker within 1 business hour
  }
}
`,
    ]);
    // The clock starts at 10:00, and Ito is away that day.
    const repair = { kind: "repair", at: "2026-08-24T10:00" };
    const rung = "Mon 2026-08-24 11:00 to Abe | for the lead of Desk, after 1 business hour | ";
    assert.equal(rows(answer(repair, "en", agreed), "Escalation"), rung);
    const stepped = "8月24日（月）11:00 に Abe へ | Desk のリーダーの代理、1 営業時間後 | ";
    assert.equal(rows(answer(repair, "ja", agreed), "エスカレーション"), stepped);
    const refund = { kind: "refund", at: "2026-08-24T10:00" };
    assert.equal(
      rows(answer({ ...refund, asker: "Shop" }, "en", agreed), "Ask"),
      [
        "Abe (for the lead of Desk) | answers by Mon 2026-08-24 11:00, within 1 business hour | ",
        "Mori (the lead of the asker's team) | answers by Mon 2026-08-24 11:00, within 1 business hour | ",
      ].join("\n"),
    );
    const nobodyAsks = answer(refund, "en", agreed);
    // Of one of the two it is not known when they answer, so not of both either.
    assert.equal(nobodyAsks.headline, "Ask Abe and the lead of the asker's team first.");
    assert.match(
      rows(nobodyAsks, "Ask"),
      /^the lead of the asker's team \| the request does not say who asks \| bad$/m,
    );
  });

  it("name the zone of a time that the clause states, where the answer is in another", () => {
    const agreed = agreedBy([
      `calendar office in Asia/Tokyo {
  open Mon..Fri 09:00-18:00
}
calendar counter in Europe/Berlin {
  open Mon..Fri 09:00-17:00
}
team Shop {
  hours office
}
team Desk {
  lead  Weber
  hours counter
}
request question
agreement desk between Shop and Desk in Asia/Tokyo {
  effective 2026-01-01..2026-12-31
  handle questions: question {
    by      Desk
    cutoff  15:00
    respond within 1 business day before 12:00
  }
}
`,
    ]);
    // 15:00 in Berlin counts for Monday the 26th, on which summer time is over: 09:00 there is 17:00 in Tokyo. The day
    // after it at 12:00 there is 20:00 in Tokyo.
    const late = { kind: "question", at: "2026-10-23T15:00+02:00" };
    const english = answer(late, "en", agreed);
    assert.equal(
      rows(english, "Clock starts"),
      "Mon 2026-10-26 17:00 | it arrives after the cut-off of 15:00 (Europe/Berlin) | warn",
    );
    assert.equal(
      rows(english, "Respond by"),
      "Tue 2026-10-27 20:00 | within 1 business day, before 12:00 (Europe/Berlin) | ",
    );
    assert.equal(
      rows(answer(late, "ja", agreed), "回答期限"),
      "10月27日（火）20:00 | 1 営業日の 12:00 まで（Europe/Berlin） | ",
    );
  });

  it("show a favour as what it was: an exception that is over", () => {
    assert.equal(
      rows(answer({ ...acme, at: "2026-08-29T10:15" }), "Exception"),
      "acme_cutover is over | it ended on Sun 2026-08-23, so the ordinary rule holds | warn",
    );
    assert.equal(
      rows(answer({ ...acme, at: "2026-08-21T10:15" }), "Exception"),
      "acme_cutover has not begun | it begins on Sat 2026-08-22; until then the ordinary rule holds | warn",
    );
  });

  it("do not say that the ordinary rule holds where another exception is in force", () => {
    const twice = agreedBy([
      ...samples,
      `exception acme_spring to product_support.discounts when customer is Acme {
  effective 2026-05-01..2026-05-07
  may       when rate <= 30%
  owner     Mori
  approved  by Sato on 2026-04-30
  reason    "spring sale"
}
`,
    ]);
    const both = answer({ ...discount, rate: "25%", customer: "Acme", at: "2026-09-10T10:00" }, "en", twice);
    assert.match(rows(both, "Exception"), /^acme_discount, in force until Mon 2026-09-14 /);
    assert.match(rows(both, "Exception"), /^acme_spring is over \| it ended on Thu 2026-05-07 \| warn$/m);
  });

  it("give the exception in force with its end, reason, approval and owner", () => {
    assert.equal(
      rows(answer({ ...discount, rate: "25%", customer: "Acme", at: "2026-09-10T10:00" }, "ja"), "例外"),
      "acme_discount（9月14日（月）まで有効） | volume order。承認：Sato。責任者：Mori | ",
    );
  });

  it("say that provisional times hold only if it is sent again at once", () => {
    assert.equal(
      rows(answer({ ...incident, channel: "chat", at: "2026-08-26T10:00" }), "Note"),
      "the times hold if it is sent again at once, by email, portal or phone |  | warn",
    );
  });

  it("say of what nobody handles whether it was forgotten or only does not apply", () => {
    assert.match(rows(answer({ kind: "refund", at: "2026-08-24T10:00" }), "What to do"), /no clause mentions refund/);
    assert.match(
      rows(answer({ ...incident, at: "2026-03-02T10:00" }), "What to do"),
      /product_support\.incidents is about incident, but does not apply here/,
    );
  });

  it("give a sentence to say also where no rule says anything", () => {
    const silent = { kind: "customisation", price: "free", asker: "Sales", at: "2026-08-24T10:00" };
    assert.equal(answer(silent).say, "Let me take that back, check, and call you.");
    assert.equal(answer(silent, "ja").say, "一度持ち帰って確認し、折り返しご連絡いたします。");
  });

  it("answer for each value of a missing field", () => {
    const { needs } = answer({ kind: "incident", channel: "email", at: "2026-08-24T09:00" });
    assert.equal(needs?.field, "severity");
    assert.deepEqual(
      needs?.answers.map(({ value, answer: each }) => `${value}: ${each.headline}`),
      [
        "normal: Support (Abe) answers by Mon 2026-08-24 14:00.",
        "urgent: Support (Abe) answers by Mon 2026-08-24 10:00.",
      ],
    );
  });

  it("name the values of a missing number with their unit, as a request writes them", () => {
    const { needs } = answer({ kind: "discount", asker: "Sales", at: "2026-08-24T10:00" });
    const verdicts = new Map(needs?.answers.map(({ value, answer: each }) => [value, each.outcome]));
    // The boundaries of the rules are values of their own.
    assert.deepEqual([verdicts.get("10%"), verdicts.get("20%")], ["may", "ask"]);
    assert.deepEqual([...new Set(verdicts.values())], ["may", "ask", "never"]);
  });

  it("write the year of another year in Japanese", () => {
    // 2026-12-30 is closed until Mon 2027-01-04 (year-end closure to 01-03, a Sunday).
    assert.match(
      answer({ kind: "how_to", channel: "email", at: "2026-12-30T10:00" }, "ja").headline,
      /^2027年1月4日（月）09:00 まで時間外です。/,
    );
  });
});

const rare = agreedBy([
  `
calendar office in Asia/Tokyo {
  open Mon..Fri 09:00-18:00
}
calendar nights in Asia/Tokyo {
  open Mon..Sun 09:00-24:00
  rest Sun
}
calendar shut in Asia/Tokyo {
  open 2020-01-01 09:00-10:00
}
channel email
team Sales {
  lead  Sato
  hours office
}
team Desk {
  lead    Ito
  members Ueno
  hours   office
  deputy  Ueno for Ito
  away    Ito 2026-08-24..2026-08-25
}
team Away {
  lead  Ono
  hours office
  away  Ono 2026-08-01..2026-08-31
}
request night_work
request parcel
request nobodys
request twice
request visit
request closed_shop
request cut_off
request lead_only
request calendar_days
agreement desk between Sales and Desk, Away {
  handle night: night_work {
    by        Desk
    hours     nights
    resolve   within 20 business hours
    surcharge premium of Japan
  }
  handle parcels: parcel {
    by        Desk
    respond   within 30 business minutes
    surcharge 5_000 JPY because "courier"
  }
  handle gone: nobodys {
    by      Away
    respond within 1 business hour
  }
  handle twice_one: twice {
    by      Desk
    respond within 1 business hour
  }
  handle twice_two: twice {
    by      Desk
    respond within 2 business hours
  }
  handle visits: visit {
    decline because "nobody travels"
  }
  handle shut_shop: closed_shop {
    by       Desk
    hours    shut
    respond  within 1 business hour
    escalate after 2 business hours to lead of Away
  }
  handle late: cut_off {
    by      Desk
    cutoff  09:30
    respond within 1 business day before 12:00
  }
  handle leads: lead_only {
    by       lead of Desk
    escalate after 1 business hour to lead of Away
  }
  handle days: calendar_days {
    by      Desk
    respond within 2 calendar days
  }
}
`,
]);

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

describe("in the night in which the clock is set back", () => {
  const watch = agreedBy([
    `calendar night in Europe/Berlin {
  open Mon..Sun 22:00-06:00
}
channel email
team Sales {
  members Mori
  hours   night
}
team Watch {
  members Abe, Kudo
  hours   night
}
request alarm
agreement watching between Sales and Watch {
  handle alarms: alarm {
    by      Watch
    respond within 4 business hours
  }
}
`,
  ]);
  const alarm = { kind: "alarm", asker: "Sales", at: "2026-10-24T23:00" };

  it("an hour that the clock shows twice is told apart", () => {
    // From 23:00 four hours pass at 00:00, 01:00, 02:00 and, as 03:00 becomes 02:00 again, at the second 02:00.
    assert.equal(
      answer(alarm, "en", watch).headline,
      "Watch answers by Sun 2026-10-25 02:00 (after the clock is set back).",
    );
    assert.match(answer(alarm, "ja", watch).headline, /10月25日（日）02:00（時計を戻した後）までに/);
    // Three hours are up at the first.
    assert.equal(
      answer({ ...alarm, at: "2026-10-24T22:00" }, "en", watch).headline,
      "Watch answers by Sun 2026-10-25 02:00.",
    );
  });
});

describe("why", () => {
  it("follows what was considered: what decided first, what did not apply last", () => {
    const { why } = answer({ ...discount, rate: "25%", customer: "Acme", at: "2026-09-10T10:00" });
    assert.deepEqual(
      why.map(({ outcome, text, reason }) => [outcome, text, reason].filter(Boolean).join(" | ")),
      [
        "decided | acme_discount decides",
        "laid over | acme_discount is laid over it",
        "noted | product_support.discounts applies",
        "noted | product_support.discounts.never applies, too | but acme_discount lies over it",
        "lost | product_support.discounts.may does not apply | only when rate <= 10%; here it is 25%",
        "lost | product_support.discounts.ask does not apply | only when rate <= 20%; here it is 25%",
      ],
    );
  });

  it("names first what decides, with its place", () => {
    const { why } = answer({ ...acme, at: "2026-08-22T10:15" });
    assert.equal(why[0]?.text, "acme_cutover decides");
    assert.equal(why[0]?.outcome, "decided");
    const { item, span } = why[0]?.place ?? assert.fail("no place");
    assert.equal(item.text.slice(span.start, span.end), "acme_cutover");
  });

  it("says of what lost the first condition that failed, or why else", () => {
    const { located } = readRequestRecord({ ...incident, at: "2026-08-24T10:00" }, product.model);
    assert.ok(located);
    const decision = decide(product.engine, located.request);
    const place = product.model.clauses.get("product_support.incidents")?.place ?? assert.fail("no such clause");
    const said = (because: TraceStep["because"], locale: Locale) =>
      reasonOf(tellingOf(product, decision, locale), { id: "a.b", place, result: "lost", because }).reason;
    const condition = { kind: "condition", condition: "severity is urgent", place, found: "normal" } as const;
    assert.equal(said(condition, "en"), "only when severity is urgent; here it is normal");
    assert.equal(said({ ...condition, found: undefined }, "ja"), "条件は severity is urgent。この依頼では指定なし");
    const lacking = { ...condition, found: undefined, unknown: "severity" };
    assert.equal(said(lacking, "en"), "only when severity is urgent; unknown: it depends on severity");
    assert.equal(said(lacking, "ja"), "条件は severity is urgent。severity によるため不明");
    const night = { ...condition, condition: "outside office", found: undefined, at: located.request.at };
    assert.equal(said(night, "en"), "only when outside office; here it is Mon 2026-08-24 10:00");
    assert.equal(said(night, "ja"), "条件は outside office。この依頼では 8月24日（月）10:00");
    assert.equal(said({ kind: "asker", parties: ["Sales", "Support"] }, "en"), "only when Sales or Support asks");
    assert.equal(said({ kind: "overlaid", than: "acme_discount" }, "en"), "but acme_discount lies over it");
    assert.equal(said({ kind: "outside", of: "a.b.c" }, "ja"), "これを含む a.b.c が当てはまらない");
    assert.equal(said({ kind: "without end" }, "en"), "it has no end");
    const force = { kind: "not in force", first: parseDate("2026-08-22"), last: parseDate("2026-08-23") } as const;
    assert.equal(said(force, "en"), "in force only from Sat 2026-08-22 to Sun 2026-08-23");
    // The request is of 2026, whose dates have no year in Japanese; both have one where the first day lies in another.
    const overYears = { ...force, first: parseDate("2025-04-01"), last: parseDate("2026-03-31") };
    assert.equal(said(overYears, "ja"), "2025年4月1日（火）から 2026年3月31日（火）までのみ有効");
    assert.equal(said({ ...force, first: undefined }, "ja"), "8月23日（日）まで有効");
    assert.equal(said({ kind: "stricter", than: "a.c.never" }, "en"), "but a.c.never is stricter");
  });
});

describe("a request that cannot occur", () => {
  const facts = `impossible when severity is urgent
  and channel is phone
impossible when on Sat..Sun
impossible when customer is not Acme and severity is
`;
  const agreed = agreedBy([...samples, facts]);
  // 2026-08-24 is a Monday, 08-22 a Saturday.
  const urgent = { ...incident, severity: "urgent", channel: "phone", at: "2026-08-24T10:00" };

  it("is answered all the same, and told to be one, with the line that says so", () => {
    const answered = answer(urgent, "en", agreed);
    assert.match(answered.headline, /answers by Mon 2026-08-24 11:00/);
    assert.equal(
      rows(answered, "Note"),
      "the agreements say that such a request does not occur | either the request or that 'impossible' line is wrong | warn",
    );
    const noted = answered.why.filter(({ text }) => text.startsWith("impossible"));
    assert.deepEqual(
      noted.map(({ text, outcome }) => `${outcome} ${text}`),
      ["noted impossible when severity is urgent and channel is phone"],
    );
    const { item, span } = noted[0]?.place ?? assert.fail("no place");
    assert.match(item.text.slice(span.start), /^impossible when severity/);
    assert.match(
      rows(answer(urgent, "ja", agreed), "注意"),
      /^取り決めでは、このような依頼は起こらないとされている \|/,
    );
  });

  it("is one by any of several facts, whose days are read on the agreement's clock", () => {
    // Saturday 00:30 in Tokyo is still Friday in UTC.
    const saturday = { ...urgent, at: "2026-08-22T00:30" };
    assert.equal(answer(saturday, "en", agreed).why.filter(({ text }) => text.startsWith("impossible")).length, 2);
  });

  it("is none where the fact does not hold, depends on what is not given, or could not be read", () => {
    const { severity: _, ...unknown } = urgent;
    for (const request of [{ ...urgent, channel: "email" }, unknown])
      assert.doesNotMatch(rows(answer(request, "en", agreed), "Note"), /does not occur/);
  });
});

describe("a request that no row of a target table fits", () => {
  const agreed = (own = "") =>
    agreedBy([
      `request incident { severity: normal | urgent | other }
team Sales {
  lead Sato
}
team Support {
  lead Ito
  hours office
}
calendar office in Asia/Tokyo {
  open Mon..Fri 09:00-18:00
}
agreement support between Sales and Support {
  handle incidents: incident {
    by Support
${own}    table severity -> respond, resolve
      normal -> 4 business hours, 2 business days
      urgent -> 1 business hour, 1 business day
  }
}
`,
    ]);
  const asked = { kind: "incident", severity: "other", asker: "Sales", at: "2026-08-24T10:00" };
  const none = "no deadline agreed | no row of the table fits this request | warn";

  it("is told to have no deadline, in the first sentence and where the deadlines are", () => {
    const answered = answer(asked, "en", agreed());
    assert.equal(answered.headline, "Support handles it, but no deadline is agreed for such a request.");
    assert.deepEqual([rows(answered, "Respond by"), rows(answered, "Resolve by")], [none, none]);
    const japanese = answer(asked, "ja", agreed());
    assert.equal(japanese.headline, "Support が対応しますが、このような依頼の期限は取り決められていません。");
    assert.equal(rows(japanese, "解決期限"), "期限の取り決めなし | 表にこの依頼に当たる行がない | warn");
  });

  it("has what the clause itself says", () => {
    const answered = answer(asked, "en", agreed("    respond within 2 business hours\n"));
    assert.equal(answered.headline, "Support answers by Mon 2026-08-24 12:00.");
    assert.equal(rows(answered, "Resolve by"), none);
  });

  it("is not meant where a row fits, or there is no table", () => {
    assert.doesNotMatch(rows(answer({ ...asked, severity: "urgent" }, "en", agreed()), "Resolve by"), /agreed/);
    const plain = agreedBy([
      "request call\nteam A {\n lead X\n}\nteam B {\n lead Y\n}\nagreement c between A and B {\n handle calls: call {\n  by B\n }\n}\n",
    ]);
    assert.equal(answer({ kind: "call", asker: "A", at: "2026-08-24T10:00Z" }, "en", plain).headline, "B handles it.");
  });
});
